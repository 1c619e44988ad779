"""Low, best and high of the claims on one line, under the policy `range`, and how the claims stand to each other."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from clearway.model import Bound, Number, State
from clearway.picture.entries import Entry
from clearway.picture.hedges import End, Extent, extent, rounded
from clearway.picture.origins import Origins, origins

Reading = tuple[Entry, Extent]


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """The bounds of one line, its state, how many sources are behind it, and what to note."""

    low: Bound | None
    best: Bound | None
    high: Bound | None
    state: State
    origins: int
    apart: bool = False
    notes: tuple[str, ...] = ()


def settle(entries: Sequence[Entry], *, denied: bool = False) -> Settled:
    """Low, best and high by the policy `range`; no figure is ever added to another.

    Within one source the plainest wording counts ("about 300" beside 299 is its rounding); between sources the
    range holds all that any of them says. Where sources exclude one another there is no best figure.
    """
    asserting = [entry for entry in entries if not entry.denial]
    found = origins(asserting)
    heaps = found.heaps
    readings = [some for heap in heaps if (some := _plainest(heap))]
    apart = _exclude(readings)
    flat = [reading for some in readings for reading in some]
    chosen = _preferred(asserting)
    best = None if apart else _best(readings)
    if denied or apart:
        state = State.CONTESTED
    elif len(heaps) > 1:
        state = State.AGREED
    else:
        state = State.SINGLE_SOURCE
    return Settled(
        low=low_of(flat),
        best=chosen or best,
        high=high_of(flat),
        state=state,
        origins=len(heaps),
        apart=apart and chosen is None,
        notes=_notes(asserting, found, apart=apart and chosen is None),
    )


def range_of(entries: Sequence[Entry]) -> Settled:
    """What the policy `range` comes to for the claims of a finding, its denials among them."""
    asserting = [entry for entry in entries if not entry.denial]
    return settle(asserting or entries, denied=len(asserting) < len(entries))


def sorted_out(asserting: Sequence[Entry]) -> list[list[Reading]]:
    """The plainest figures of each source."""
    return [some for heap in origins(asserting).heaps if (some := _plainest(heap))]


def _plainest(heap: Sequence[Entry]) -> list[Reading]:
    """The claims of one source that give its figure most plainly, with their extents."""
    found = [(entry, extent(entry.figure)) for entry in heap if entry.figure is not None]
    rank = min((known.rank for _, known in found), default=0)
    return [(entry, known) for entry, known in found if known.rank == rank]


def _exclude(readings: Sequence[Sequence[Reading]]) -> bool:
    """Whether two sources leave no number on which both could be right."""
    hulls = [(min(known.least for _, known in some), max(known.most for _, known in some)) for some in readings]
    return len(hulls) > 1 and max(low for low, _ in hulls) > min(high for _, high in hulls)


def low_of(readings: Sequence[Reading]) -> Bound | None:
    """The least that the readings leave possible; `None` where one of them leaves it open."""
    ends = [(entry, known.low) for entry, known in readings if known.low]
    if not ends:
        return None
    least = min(end.value for _, end in ends)
    if any(known.low is None and known.most < least for _, known in readings):
        return None
    return bound_at(ends, least)


def high_of(readings: Sequence[Reading]) -> Bound | None:
    """The most that the readings leave possible; `None` where one of them leaves it open."""
    ends = [(entry, known.high) for entry, known in readings if known.high]
    if not ends:
        return None
    most = max(end.value for _, end in ends)
    if any(known.high is None and known.least > most for _, known in readings):
        return None
    return bound_at(ends, most)


def _best(readings: Sequence[Sequence[Reading]]) -> Bound | None:
    """The figure that is worded most plainly, then told by most sources, then newest, then least round."""
    ends = [(entry, known, known.best) for some in readings for entry, known in some if known.best]
    if not ends:
        return None
    support = {
        end.value: sum(any(known.best and known.best.value == end.value for _, known in some) for some in readings)
        for _, _, end in ends
    }

    def standing(candidate: tuple[Entry, Extent, End]) -> tuple[object, ...]:
        entry, known, end = candidate
        day = entry.day.toordinal() if entry.day else 0
        return (known.rank, -support[end.value], -day, -_digits(end.value), entry.claim.id)

    value = min(ends, key=standing)[2].value
    return bound_at([(entry, end) for entry, _, end in ends], value)


def _preferred(asserting: Sequence[Entry]) -> Bound | None:
    """The figure that somebody judged best, `None` where nobody did; of several the newest."""
    chosen = [entry for entry in asserting if entry.ruled.preferred and entry.figure]
    return _best([[(entry, extent(entry.figure)) for entry in chosen if entry.figure]])


def bound_at(ends: Sequence[tuple[Entry, End]], value: Number) -> Bound:
    """The bound at `value`, with every claim that gives it; stated if any of them states it."""
    mine = [(entry, end) for entry, end in ends if math.isclose(end.value, value)]
    stated = [pair for pair in mine if pair[1].stated]
    named = stated or mine
    claims = tuple(sorted({entry.claim.id for entry, _ in named}))
    how = "" if stated else min(end.how for _, end in named)
    return Bound(value=value, claims=claims, stated=bool(stated), how=how)


def _digits(number: Number) -> int:
    return len(str(number).replace(".", "").strip("0"))


def _notes(asserting: Sequence[Entry], found: Origins, *, apart: bool) -> tuple[str, ...]:
    notes = []
    heaps = found.heaps
    if apart:
        notes.append("the sources exclude one another: no best figure is chosen")
    reports = {entry.claim.report for entry in asserting}
    notes += found.why
    if len(heaps) == 1 and len(reports) > 1 and not found.why:
        notes.append(f"{len(reports)} reports give one source or the same words: counted as one source")
    for heap in heaps:
        plain = [entry for entry, _ in _plainest(heap)]
        rough = [entry for entry in heap if entry.figure and plain and entry not in plain]
        if any(entry.figure and plain[0].figure and rounded(entry.figure, plain[0].figure) for entry in rough):
            notes.append("rounder wordings of the same source's figure are kept with it")
            break
    return tuple(notes)
