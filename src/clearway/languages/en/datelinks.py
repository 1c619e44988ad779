"""Times that are told from another of the text: "a day earlier", "the same month", "the year-ago quarter", ranges."""

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

from clearway.languages.en import reckoning
from clearway.languages.en.dateahead import SENTENCE
from clearway.languages.en.datescene import Link
from clearway.languages.en.reckoning import Span
from clearway.languages.en.timewords import WEEKDAYS
from clearway.languages.mentions import DateMention

_NEAR = 500
"""How many characters before it the day may stand from which another is told."""

_MONTH, _QUARTER, _LONGER, _YEAR, _LONGEST = 27, 80, 100, 320, 370
"""From how many days on a span is as long as these."""
_WEEK = 7
_JOINT = 20
"""How many characters at most join the two ends of a range."""
_TIME = r"(?:\d{1,2}[:.h]\d\d\s+)?"
_JOINED = re.compile(rf"\s*(?:,\s+)?(?P<word>and|to|until|till|up\s+to|through|-|–|—)\s*{_TIME}(?:the\s+|on\s+|in\s+)?")
_OPENED = re.compile(rf"\b(?P<word>between|from)\s+{_TIME}(?:the\s+|in\s+|on\s+)?$")


class Found(NamedTuple):
    """A mention, and from what its time is told."""

    mention: DateMention
    link: Link | None


@dataclass(slots=True)
class _Told:
    """What the text has told of so far: its last days, last day and last period, its last quarter and its topic.

    The topic is the first quarter or longer part of a year that is over: what figures are told of where none is named.
    """

    days: DateMention | None = None
    day: DateMention | None = None
    period: DateMention | None = None
    quarter: Span | None = None
    topic: Span | None = None

    def note(self, mention: DateMention, link: Link | None, published: date | None) -> None:
        """Take in a mention; what is told of another year is not what the text is about."""
        span = _span(mention)
        if mention.duration and mention.unit == "month" and (mention.amount or 0) > 3:
            self.period = mention
        if span is None or (link is not None and link.to not in ("day", "same") and (link.step or link.year)):
            return
        self.days = mention
        length = (span.last - span.first).days
        self.day = self.day if length else mention
        if _MONTH <= length < _LONGEST:
            self.period = mention
        if _QUARTER <= length < _LONGER:
            self.quarter = span
        if _QUARTER <= length < _YEAR and (self.topic is None or (published and self.topic.last > published)):
            self.topic = span


def linked(found: list[Found], folded: str, published: date | None) -> list[DateMention]:
    """The mentions in order, those told from others with their days, and those that bound a range with the whole."""
    told = _Told()
    mentions: list[DateMention] = []
    for mention, link in found:
        made = mention if link is None else _resolved(mention, link, told, folded, published)
        if mentions and mentions[-1].clock and folded[mentions[-1].end : made.start].split() == ["on"]:
            mentions[-1] = _on_day(mentions[-1], made)
        told.note(made, link, published)
        mentions.append(made)
    return _ranges(mentions, folded, published)


def _on_day(clock: DateMention, day: DateMention) -> DateMention:
    """The time of the day, within the day that is named behind it: "at 6 a.m. on Monday"."""
    return replace(clock, within=(day.first, day.last)) if day.first and day.first == day.last else clock


def _span(mention: DateMention | None) -> Span | None:
    if mention is None or mention.first is None or mention.last is None:
        return None
    return Span(mention.first, mention.last, mention.precision)


def _resolved(mention: DateMention, link: Link, told: _Told, folded: str, published: date | None) -> DateMention:
    """The mention with the days that its link comes to, as it is where there is nothing that it is told from."""
    if link.to in ("day", "same", "hour"):
        before = told.day if link.unit == "day" or link.unit in WEEKDAYS else told.days
        base = _span(before) if before is not None and mention.start - before.end <= _NEAR else None
        span = reckoning.units_off(base, round(link.step), link.unit) if base is not None else None
        if link.to == "hour":
            span = span or (reckoning.day(published) if published else None)
            return replace(mention, within=(span.first, span.last)) if span else mention
    else:
        span = _other_year(link, _period(mention, link, told, folded))
        if span is None:
            return _within(mention, link, published)
    if span is None:
        return mention
    return replace(mention, first=span.first, last=span.last, precision=span.precision, within=None)


def _period(mention: DateMention, link: Link, told: _Told, folded: str) -> Span | None:
    """The period told of: one that the same sentence names, else the text's topic."""
    if link.to != "period":
        whole = told.topic is None or (told.topic.last - told.topic.first).days >= _LONGER
        return told.quarter if whole or link.to == "last quarter" else told.topic
    if told.period is None:
        return told.topic
    near = mention.start - told.period.end <= _NEAR
    same = near and SENTENCE.search(folded, told.period.end, mention.start) is None
    return _span(told.period) if same else told.topic


def _other_year(link: Link, period: Span | None) -> Span | None:
    if period is None:
        return None
    return reckoning.years_off(period, link.year - period.first.year if link.year is not None else round(link.step))


def _within(mention: DateMention, link: Link, published: date | None) -> DateMention:
    """The mention of a period of which the text has not told: it lies within a year or the quarter that is over."""
    if link.year is not None:
        span = reckoning.year(link.year)
    elif published is None or mention.first is not None:
        return mention
    else:
        span = _untold(link, published)
    return replace(mention, within=(span.first, span.last)) if span else mention


def _untold(link: Link, published: date) -> Span | None:
    """What a link comes to in a text that has told of no period."""
    if link.step:
        return reckoning.year(published.year + round(link.step))
    return reckoning.told_quarter(published, over=link.to == "latest quarter")


def _ranges(mentions: list[DateMention], folded: str, published: date | None) -> list[DateMention]:
    """The mentions, with `whole` where two are the ends of one range: "between 2011 and 2013"."""
    ranges = {}
    for at, (one, other) in enumerate(pairwise(mentions)):
        whole = _whole(one, other, folded, published) if other.start - one.end < _JOINT else None
        if whole is not None:
            ranges[at] = ranges[at + 1] = whole
    return [replace(one, whole=ranges[at]) if at in ranges else one for at, one in enumerate(mentions)]


def _whole(one: DateMention, other: DateMention, folded: str, published: date | None) -> tuple[date, date] | None:
    between = folded[one.end : other.start]
    span = _span(other)
    if (
        between.split() == ["of"]
        and span
        and one.duration
        and one.amount
        and one.unit
        and " first " in f" {folded[one.start : one.end]} "
    ):
        opening = reckoning.opening(span, one.amount, one.unit)
        return (opening.first, opening.last) if opening else None
    joined, opened = _JOINED.fullmatch(between), _OPENED.search(folded[max(0, one.start - _JOINT) : one.start])
    if joined is None or opened is None or (opened["word"] == "between") != (joined["word"] == "and"):
        return None
    first = one.first or (one.within[0] if one.within else None)
    if first and other.last and other.first and first > other.last and (first - other.last).days < _WEEK:
        first -= timedelta(days=_WEEK)  # "from Monday to Wednesday", each the last of its name
    last = published if other.reference == "present" else other.last or (other.within[1] if other.within else None)
    return (first, last) if first is not None and last is not None and first <= last else None
