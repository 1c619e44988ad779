"""What a reader of times is given, and what it gives back."""

import re
from collections.abc import Callable
from datetime import date, time
from typing import NamedTuple

from clearway.languages.en.reckoning import Span
from clearway.model import Number, Precision

Match = re.Match[str]


class Scene(NamedTuple):
    """The text around a match, as published and folded, its publication date, and where the words around it point.

    `ahead`: to what is to come; `told`: a verb of the past goes before; `back`: "since" and "as of" go before.
    """

    text: str
    folded: str
    published: date | None
    ahead: bool
    back: bool
    told: bool


class Link(NamedTuple):
    """How a time is told from another of the text: `step` units from its last day, or a period told of, some years off.

    `to` is "day" (the last day that was named), "same" (the day, week, month or year that holds it), "hour" (an hour of
    it), "quarter" (the quarter that the text is about), "last quarter" (the last that was told of), "latest quarter"
    (the one that is over) or "period" (the months, quarter or half year that the text is about).
    """

    to: str
    step: Number = 0
    unit: str = ""
    year: int | None = None


class Reading(NamedTuple):
    """What a match comes to; `span` is `None` where the words fix no days, `within` the span that then holds them."""

    span: Span | None = None
    precision: Precision = Precision.DAY
    anchored: bool = True
    past: bool = False
    amount: Number | None = None
    unit: str | None = None
    to_date: bool = False
    within: Span | None = None
    link: Link | None = None
    every: bool = False
    reference: str | None = None
    clock: time | None = None


def group(match: Match, name: str) -> str | None:
    """The words of a group, `None` if the form has no such group or it is empty."""
    return match[name] if name in match.re.groupindex else None


Reader = Callable[[Match, Scene], Reading | None]
