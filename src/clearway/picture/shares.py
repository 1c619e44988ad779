"""What a share comes to: "93 percent of 299" reckoned as a number of its own, always marked as derived."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from clearway.model import Bound, Figure, Measure, Number
from clearway.picture.entries import Entry
from clearway.picture.hedges import BEST, End, exactly, extent, whole_number
from clearway.picture.sentences import figure_words, number_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Derived:
    """Low, best and high of the count that a share comes to, from which claim and how it was reckoned."""

    entry: Entry
    low: Bound | None
    best: Bound | None
    high: Bound | None
    how: str


def derived(entries: Sequence[Entry]) -> Derived | None:
    """The count behind the first claim that gives both a share and the number of its whole; `None` without one.

    Low is the low share of the low whole, high the high share of the high whole; a share of at most a hundred
    percent of N is at most N. None of the bounds is stated by anybody.
    """
    for entry in sorted(entries, key=_plainness):
        figure = entry.figure
        if figure is None or figure.measure is not Measure.SHARE or figure.unit != "percent":
            continue
        if figure.whole is None or figure.whole.value is None:
            continue
        share, whole = extent(figure), extent(_whole(figure))
        how = f"{share_words(figure)} of {number_words(figure.whole.value)}"
        top = share.high or End(value=BEST)
        return Derived(
            entry=entry,
            low=_part(entry, share.low, whole.low, how, up=False),
            best=_part(entry, share.best, whole.best, how, up=None),
            high=_part(entry, top, whole.high, how, up=True),
            how=how,
        )
    return None


def share_words(figure: Figure) -> str:
    """A share with its hedge: "93 percent (approximately)"."""
    hedge = "" if figure.quantifier == "exact" else f" ({figure.quantifier})"
    bare = number_words(figure.value) if figure.value is not None else figure_words(figure)
    return f"{bare} percent{hedge}"


def _whole(figure: Figure) -> Figure:
    whole = figure.whole
    if whole is None:
        return Figure()
    return Figure(value=whole.value, quantifier=whole.quantifier or Figure().quantifier)


def _part(entry: Entry, share: End | None, whole: End | None, how: str, *, up: bool | None) -> Bound | None:
    if share is None or whole is None:
        return None
    exact = exactly(share.value) * exactly(whole.value) / BEST
    value: Number = math.floor(exact * 2 + 1) // 2 if up is None else whole_number(exact, up=up)
    return Bound(value=value, claims=(entry.claim.id,), stated=False, how=how)


def _plainness(entry: Entry) -> tuple[object, ...]:
    rank = extent(entry.figure).rank if entry.figure else math.inf
    return (rank, -(entry.day.toordinal() if entry.day else 0), entry.claim.id)
