"""Which claims without figure or status tell the same thing: attacks, talks, statements, harm that nobody counted."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator

from clearway.picture.entries import NEAR_DAYS, Entry, Tie, areas, period_tie, place_tie, words_tie
from clearway.picture.gathering import copy_tokens, gather
from clearway.picture.speakers import copies, kin

SAID_ALIKE = 0.5
"""The share of words from which two passages of kin speakers tell the same thing."""

SHORT_DAYS = 7
CLOSE_DAYS = 3


def same_happenings(entries: Iterable[Entry]) -> list[list[Entry]]:
    """Heaps of claims that tell one and the same thing."""
    by_sort: dict[Hashable, list[Entry]] = defaultdict(list)
    for entry in entries:
        by_sort[entry.sort].append(entry)
    heaps = []
    for some in by_sort.values():
        heaps += gather(some, kept=_kept, sought=_sought, fits=same_happening, elsewhere=True)
    return heaps


def same_happening(one: Entry, other: Entry) -> bool:
    """Whether two claims of one sort tell the same thing; statements only in like words of kin speakers."""
    same_report = one.claim.report == other.claim.report
    if not same_report and copies(one.sentence, other.sentence) and _alike(one, other):
        return True
    place = place_tie(one, other)
    if place is Tie.CLASH:
        return False
    period = period_tie(one, other)
    slots = ((one.facility, other.facility), (one.group, other.group), (one.actor, other.actor))
    if period is Tie.CLASH or any(words_tie(*pair) is Tie.CLASH for pair in slots):
        return False
    if one.kind.name == "statement":
        return kin(one.voice, other.voice) and _alike(one, other)
    if same_report:
        return place is Tie.SAME or (place is Tie.WITHIN and period >= Tie.WITHIN) or _alike(one, other)
    if place < Tie.WITHIN:
        return False
    if period is Tie.OPEN:
        return one.day is not None and other.day is not None and abs((one.day - other.day).days) <= CLOSE_DAYS
    return period is Tie.SAME or (_short(one) and _short(other))


def _alike(one: Entry, other: Entry) -> bool:
    shared = len(one.said & other.said)
    return shared > 0 and shared >= SAID_ALIKE * len(one.said | other.said)


def _short(entry: Entry) -> bool:
    period = entry.claim.period
    return period is not None and (period.last - period.first).days < SHORT_DAYS


def _kept(entry: Entry) -> Iterator[Hashable]:
    return _tokens(entry, around=0)


def _sought(entry: Entry) -> Iterator[Hashable]:
    return _tokens(entry, around=1)


def _tokens(entry: Entry, *, around: int) -> Iterator[Hashable]:
    """Under which words two claims can find one another: report, copy, area with week; for statements the speaker."""
    yield "report", entry.claim.report
    yield from copy_tokens(entry)
    if entry.kind.name == "statement":
        month = entry.day.toordinal() // NEAR_DAYS if entry.day else 0
        for word in entry.voice.name.words | {entry.voice.name.initials or entry.voice.name.written}:
            for near in range(month - around, month + around + 1):
                yield "speaker", word, near
    weeks = set()
    if entry.day:
        weeks.add(entry.day.toordinal() // SHORT_DAYS)
    period = entry.claim.period
    if period:
        weeks.add(period.first.toordinal() // SHORT_DAYS)
        weeks.add(period.last.toordinal() // SHORT_DAYS)
    for area in areas(entry):
        for week in weeks:
            for near in range(week - around, week + around + 1):
                yield "week", area, near
