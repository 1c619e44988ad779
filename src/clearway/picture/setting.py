"""Which findings look like answers to one question but cannot be held against each other."""

from collections import defaultdict
from collections.abc import Hashable, Sequence

from clearway.model import Basis, Bound, Measure
from clearway.picture.bounds import settle
from clearway.picture.entries import Entry
from clearway.picture.lines import Line, said_by
from clearway.picture.speakers import kin

MOST = 40
"""Of so many lines about one place and group at most is each held against each other."""


def set_beside(lines: Sequence[Line]) -> None:
    """Note on each line what stands beside it and is not comparable: another window, denominator or size.

    Only stocks, running totals, long windows and shares of one sort, place and group, of unrelated speakers, whose
    numbers exclude one another; the rest is simply different.
    """
    rows: dict[Hashable, list[Line]] = defaultdict(list)
    for line in lines:
        lead = next((entry for entry in line.entries if entry.places), None)
        question = _question(lead) if lead else None
        if question is not None:
            rows[question].append(line)
    for row in rows.values():
        some = sorted(row, key=lambda line: line.entries[0].claim.id)[:MOST]
        for place, line in enumerate(some):
            for other in some[:place]:
                _hold(line, other)


def _hold(one: Line, other: Line) -> None:
    if any(kin(a.voice, b.voice) for a in one.entries for b in other.entries):
        return
    if not _overlap(one, other) or not _apart(one, other):
        return
    one.beside.append(_shown(other))
    other.beside.append(_shown(one))


def _shown(line: Line) -> str:
    entry = line.entries[0]
    period = entry.claim.period
    window = f", {period.first} to {period.last}" if period else ""
    whole = f", of {entry.figure.whole.words}" if entry.figure and entry.figure.whole else ""
    return f"{said_by(entry)}{window}{whole}"


def _apart(one: Line, other: Line) -> bool:
    a, b = settle(one.entries), settle(other.entries)
    return _above(a.low, b.high) or _above(b.low, a.high)


def _above(low: Bound | None, high: Bound | None) -> bool:
    if low is None or high is None or low.value is None or high.value is None:
        return False
    return low.value > high.value


def _overlap(one: Line, other: Line) -> bool:
    a, b = one.entries[0].claim.period, other.entries[0].claim.period
    return a is None or b is None or (a.first <= b.last and b.first <= a.last)


def _question(entry: Entry) -> Hashable | None:
    figure = entry.figure
    if figure is None or entry.part:
        return None
    if figure.measure is Measure.COUNT and entry.basis not in (Basis.STOCK, Basis.CUMULATIVE, Basis.PERIOD):
        return None
    sort = entry.sort
    slots = (sort.kind, sort.status, sort.certainty, sort.negated, sort.unit, sort.measure)
    return (slots, entry.home, entry.places, entry.group, entry.facility)
