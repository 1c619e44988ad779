"""Which figures are the same figure, and which rival one another."""

import math
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import product

from clearway.model import Basis, Quantifier
from clearway.picture.entries import (
    NEAR_DAYS,
    Entry,
    Tie,
    areas,
    group_tie,
    judged_apart,
    local,
    period_tie,
    place_tie,
    same_window,
    words_tie,
)
from clearway.picture.gathering import copy_tokens, gather
from clearway.picture.hedges import VAGUE, alike, reach
from clearway.picture.speakers import copies, kin

TELLING = 20
"""From here on two equal figures are unlikely to be equal by chance."""

TELLING_DIGITS = 3
"""A number with so many digits before its closing zeros is known again without place or speaker."""

STEP = math.log(1.15)
WIDEST = 40
ROUNDING = 1.05
NEAR = 2
"""Two numbers of which neither has a place or day differ by no more than this factor if they answer one question."""

FAR = 10
"""Stocks and running totals that differ by more than this factor are not two answers to one question."""


def same_figures(entries: Iterable[Entry]) -> list[list[Entry]]:
    """Heaps of claims that state one and the same figure, in whatever wording."""
    by_sort: dict[Hashable, list[Entry]] = defaultdict(list)
    for entry in entries:
        by_sort[entry.sort].append(entry)
    heaps = []
    for some in by_sort.values():
        heaps += gather(some, kept=_kept, sought=_sought, fits=same_figure)
    return heaps


def same_figure(one: Entry, other: Entry) -> bool:
    """Whether two claims of one sort state the same figure.

    Small numbers are often equal by chance: they need the same group, and place and period or the same report.
    """
    if one.figure is None or other.figure is None or not alike(one.figure, other.figure):
        return False
    group = group_tie(one, other)
    if group is Tie.CLASH or (one.part != other.part and Tie.SAME is not group):
        return False
    if Tie.CLASH in (words_tie(one.cause, other.cause), words_tie(one.facility, other.facility)):
        return False
    place, period = place_tie(one, other), period_tie(one, other)
    if Tie.CLASH in (place, period):
        return False
    same_report = one.claim.report == other.claim.report
    if not same_report and one.figure == other.figure and copies(one.sentence, other.sentence):
        return True
    telling = _telling(one) and _telling(other)
    firm = telling or group is Tie.SAME or group is Tie.WITHIN
    if kin(one.voice, other.voice):
        here = place >= Tie.WITHIN and (period is Tie.SAME or telling)
        return firm and (telling or same_report or here)
    if place >= Tie.WITHIN and (period is Tie.SAME or (telling and period is Tie.WITHIN)):
        return firm
    return _known_again(one) and one.figure.value == other.figure.value


def rivals(heaps: Sequence[list[Entry]]) -> list[list[Entry]]:
    """The heaps, with those put together that are different answers of unrelated speakers to one question.

    The question is one only where sort, places, group and window are the same; the figures are then kept side by
    side as a range and never added.
    """
    by_question: dict[Hashable, list[int]] = defaultdict(list)
    for place, heap in enumerate(heaps):
        for question in dict.fromkeys(_question(entry) for entry in heap):
            if question is not None:
                by_question[question].append(place)
    into = list(range(len(heaps)))
    joined = {place: list(heap) for place, heap in enumerate(heaps)}
    for places in by_question.values():
        _merge(places, into, joined)
    return [joined[place] for place in sorted(joined)]


def comparable(one: Entry, other: Entry) -> bool:
    """Whether two claims that ask the same question do so for the same window, and not in sizes far apart."""
    if Tie.CLASH in (words_tie(one.cause, other.cause), words_tie(one.facility, other.facility)):
        return False
    if one.basis in (Basis.EVENT, Basis.RATE):
        return bool(one.places) or not far_apart(one, other, NEAR)
    if far_apart(one, other):
        return False
    a, b = one.claim.period, other.claim.period
    if one.basis is not Basis.STOCK and a and b:
        return same_window(a, b)
    if one.as_of is None or other.as_of is None:
        return True
    return abs((one.as_of - other.as_of).days) <= NEAR_DAYS


def far_apart(one: Entry, other: Entry, factor: int = FAR) -> bool:
    """Whether the numbers of two claims differ by more than `factor`."""
    small, large = sorted((one.number, other.number))
    return large > factor * max(small, 1)


def _merge(places: Sequence[int], into: list[int], joined: dict[int, list[Entry]]) -> None:
    """Put together the heaps of one question whose speakers are all unrelated."""
    kept: list[int] = []
    for place in places:
        mine = place
        while into[mine] != mine:
            mine = into[mine]
        if mine in kept:
            continue
        target = next((other for other in kept if _rival(joined[other], joined[mine])), None)
        if target is None:
            kept.append(mine)
        else:
            joined[target] += joined.pop(mine)
            into[mine] = target


def _rival(one: Sequence[Entry], other: Sequence[Entry]) -> bool:
    if any(judged_apart(a, b) for a in one for b in other):
        return False
    voices = {entry.voice: entry for entry in one}, {entry.voice: entry for entry in other}
    if any(kin(a, b) for a in voices[0] for b in voices[1]):
        return False
    return all(comparable(a, b) for a in voices[0].values() for b in voices[1].values())


def _question(entry: Entry) -> Hashable | None:
    """What a claim answers; `None` where its place or window is too vague to say.

    Named speakers whom one report sets side by side, and who tell neither place nor days, answer one question.
    """
    if entry.part:
        return None
    if not entry.places:
        told = entry.claim.period is not None or entry.voice.own or not entry.voice.name.proper
        return None if told else (entry.sort, entry.claim.report, tuple(sorted(entry.group)), entry.basis)
    period = entry.claim.period
    if entry.basis is Basis.EVENT:
        if period is None or not local(entry):
            return None
        window: Hashable = (period.first, period.last)
    elif entry.basis is Basis.STOCK:
        window = None
    else:
        window = (period.first.toordinal() if period else None,)
    return (entry.sort, entry.home, tuple(sorted(entry.places)), tuple(sorted(entry.group)), entry.basis, window)


def _telling(entry: Entry) -> bool:
    return entry.figure is not None and entry.figure.quantifier not in VAGUE and entry.number >= TELLING


def _known_again(entry: Entry) -> bool:
    figure = entry.figure
    if figure is None or figure.value is None or figure.quantifier is not Quantifier.EXACT:
        return False
    return len(str(figure.value).replace(".", "").strip("0")) >= TELLING_DIGITS


def _bands(entry: Entry, margin: float) -> range:
    """The steps of a ladder of sizes that the figure's reach touches, so that only like sizes are compared."""
    if entry.figure is None:
        return range(0)
    low, high = reach(entry.figure)
    low = low if math.isfinite(low) else (high * 0.8 if math.isfinite(high) else 0.0)
    high = high if math.isfinite(high) else low * 1.2
    first = math.floor(math.log(max(low / margin, 0.1)) / STEP)
    last = math.floor(math.log(max(high * margin, 0.1)) / STEP)
    return range(first, min(last, first + WIDEST) + 1)


def _kept(entry: Entry) -> Iterator[Hashable]:
    tokens = tuple(_tokens(entry, around=0))
    yield from product(_bands(entry, 1.0), tokens)


def _sought(entry: Entry) -> Iterator[Hashable]:
    tokens = tuple(_tokens(entry, around=1))
    yield from product(_bands(entry, ROUNDING), tokens)


def _tokens(entry: Entry, *, around: int) -> Iterator[Hashable]:
    """Under which words two claims of one size can find one another: report, copy, speaker, area and week."""
    yield "report", entry.claim.report
    yield from copy_tokens(entry)
    if _known_again(entry) and entry.figure:
        yield "number", entry.figure.value
    telling = _telling(entry)
    if telling:
        for word in entry.voice.name.words | {entry.voice.name.initials or entry.voice.name.written}:
            yield "speaker", word
    for area in areas(entry):
        if telling:
            yield "area", area
        period = entry.claim.period
        if period:
            week = period.first.toordinal() // 7
            for near in range(week - around, week + around + 1):
                yield "week", area, near
