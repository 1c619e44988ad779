"""Under what claims of one event find each other; what a claim is kept under depends on no other claim."""

import math
import zlib
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache

from clearway.model import Period, Trace
from clearway.picture.denials import denial_of
from clearway.picture.entries import NEAR_DAYS, Entry, areas, place_key
from clearway.picture.occasions import COPIED, NEWS_DAYS, is_occasion, may_join
from clearway.picture.speakers import ALIKE_WORDS, SENTENCES

DAY = timedelta(days=1)
FEW, SEASON = 3, 32
"""Days in a stretch for which words, and denials, are kept under one number."""

LONGEST, MOST = 31, 64
"""Days, and stretches, of a long time under which a claim is kept: no event takes longer."""

BLOCK = 1_000
"""Characters of a report within which its claims are held against each other."""

TOLD, DENIED = "told", "denied"


def trace_of(entry: Entry) -> Trace | None:
    """The trace of a claim that can be of an event or deny one; `None` for any other.

    A number begins with the day, so that what happened together is kept together.
    """
    if may_join(entry):
        kept, sought = (tuple(_kinds(entry, side)) for side in (TOLD, DENIED))
        return Trace(near=tuple(_near(entry)), words=tuple(_words(entry)), kept=kept, sought=sought)
    if denial_of(entry) is not None:
        kept, sought = (tuple(_kinds(entry, side, around=NEAR_DAYS)) for side in (DENIED, TOLD))
        return Trace(kept=kept, sought=sought, denies=True)
    return None


def blocks_of(entry: Entry) -> tuple[tuple[str, int], ...]:
    """The stretches of its report in which a claim stands, and the next one."""
    block = entry.claim.sentence.start // BLOCK
    return ((entry.claim.report, block), (entry.claim.report, block + 1))


def _near(entry: Entry) -> Iterator[int]:
    """The areas, with the days, of a claim that tells its occasion."""
    span = _span(entry)
    if span is not None and is_occasion(entry):
        for area in sorted(areas(entry)):
            sort = _hash(f"day {area}")
            yield from (_number(day, sort) for day in range(span[0], span[1] + 1))


def _words(entry: Entry) -> Iterator[int]:
    """The rarest words, with the days by threes, of a claim whose copies can be known."""
    span = _span(entry)
    if span is not None and (is_occasion(entry) or len(entry.sentence) >= COPIED):
        for sort in _rarest(entry.sentence):
            yield from (_number(some * FEW, sort) for some in range(span[0] // FEW, span[1] // FEW + 1))


def _span(entry: Entry) -> tuple[int, int] | None:
    """The first day on which it can have happened, and the one after the last."""
    days = entry.claim.period or (Period(first=entry.day - NEWS_DAYS, last=entry.day) if entry.day else None)
    if days is None:
        return None
    return days.first.toordinal(), min(days.last.toordinal() + 1, days.first.toordinal() + LONGEST)


def _kinds(entry: Entry, side: str, around: int = 0) -> Iterator[int]:
    """Kind and country, with the stretches of its days, and with those around its publication."""
    spots = (place.resolved or place.within for place in entry.claim.places)
    countries = {spot.country if spot and spot.country else None for spot in spots}
    names = {country or "" for country in countries} | (
        {place_key(place) for place in entry.claim.places} if None in countries else set()
    )
    for name in sorted(names):
        if entry.claim.period is not None:
            sort = _hash(f"{side} of {entry.sort.kind} {name}")
            yield from _stretches(entry.claim.period.first, entry.claim.period.last, 0, sort)
        if entry.day is not None:
            sort = _hash(f"{side} by {entry.sort.kind} {name}")
            yield from _stretches(entry.day, entry.day, around, sort)


def _stretches(first: date, last: date, around: int, sort: int) -> Iterator[int]:
    start, end = (first.toordinal() - around) // SEASON, (last.toordinal() + around) // SEASON
    return (_number(stretch * SEASON, sort) for stretch in range(start, min(end + 1, start + MOST)))


@lru_cache(maxsize=SENTENCES)
def _rarest(sentence: frozenset[str]) -> tuple[int, ...]:
    """The words of a sentence that are likely the rarest: as many as it may lack of a copy of it and one more.

    Two copies share one of them whatever the order of words is, as long as it is one order for all sentences. Numbers
    come first, then long words: the more often a word is used the shorter it is (Zipf 1935).
    """
    spared = len(sentence) - math.ceil(ALIKE_WORDS * len(sentence)) + 1
    ordered = sorted(sentence, key=lambda word: (not word.isdigit(), -len(word), zlib.crc32(word.encode()), word))
    return tuple(_hash(f"copy {word}") for word in ordered[:spared])


def _hash(text: str) -> int:
    return zlib.crc32(text.encode())


def _number(day: int, sort: int) -> int:
    return max(day, 0) << 32 | sort
