"""How control, roads, access, corridors and facilities stand: the latest status of each place, and the earlier ones."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from clearway.model import Status
from clearway.picture.entries import Entry, Tie, judged_apart, words_tie
from clearway.picture.speakers import kin

EXCLUDE = frozenset(
    {
        frozenset({Status.OPEN, Status.CLOSED}),
        frozenset({Status.OPEN, Status.DENIED}),
        frozenset({Status.ANNOUNCED, Status.DENIED}),
        frozenset({Status.FUNCTIONING, Status.NOT_FUNCTIONING}),
    }
)
"""Statuses that cannot both be so on one day."""

HOLDING = frozenset({Status.GAINED, Status.HELD})
"""Statuses of control that only one party can have."""

SAME_DAY = timedelta(days=1)


@dataclass(kw_only=True)
class Run:
    """Claims of one status of one place, without another status in between."""

    entries: list[Entry] = field(default_factory=list)
    newer: Entry | None = None
    clash: bool = False

    @property
    def first(self) -> Entry:
        """The claim that began it."""
        return self.entries[0]


def standings(entries: Iterable[Entry]) -> list[Run]:
    """One run for the latest status of each place, and one for each earlier status, which names what followed.

    Statuses of one day that exclude one another, from unrelated speakers, make one run together.
    """
    rows: dict[Hashable, list[Entry]] = defaultdict(list)
    known = list(entries)
    homes = _homes(known)
    for entry in known:
        claim = entry.claim
        home = entry.places or homes.get((claim.report, entry.sort)) or frozenset({f"report:{claim.report}"})
        sort = entry.sort
        rows[sort.kind, sort.certainty, sort.negated, home, entry.facility].append(entry)
    found = []
    for row in rows.values():
        found += _runs(row)
    return found


def _homes(entries: Sequence[Entry]) -> dict[Hashable, frozenset[str]]:
    """Where a claim without a place belongs: the only place for which its report gives that status."""
    homes: dict[Hashable, set[frozenset[str]]] = defaultdict(set)
    for entry in entries:
        if entry.places:
            homes[entry.claim.report, entry.sort].add(entry.places)
    return {key: next(iter(places)) for key, places in homes.items() if len(places) == 1}


def _runs(row: Sequence[Entry]) -> list[Run]:
    dated = [entry for entry in row if entry.as_of is not None]
    dated.sort(key=lambda entry: (entry.as_of, str(entry.claim.status), entry.order))
    runs: list[Run] = []
    for entry in dated:
        last = next((run for run in reversed(runs[-3:]) if _continues(run, entry, runs)), None)
        if last is None:
            last = Run()
            runs.append(last)
        last.entries.append(entry)
    undated = [Run(entries=[entry]) for entry in row if entry.as_of is None]
    if not runs:
        return undated
    newest = max(_ended(run) for run in runs)
    current = [run for run in runs if newest - _ended(run) <= SAME_DAY.days]
    for run in runs:
        if run not in current:
            run.newer = next(other for other in reversed(runs) if other in current).first
    return [run for run in runs if run not in current] + _contests(current) + undated


def _continues(run: Run, entry: Entry, runs: Sequence[Run]) -> bool:
    """Whether the claim tells the run's status again, and no other status began on a later day in between."""
    last = run.entries[-1]
    if last.claim.status is not entry.claim.status or any(judged_apart(entry, other) for other in run.entries):
        return False
    if any(words_tie(actor, entry.actor) is Tie.CLASH for actor in {other.actor for other in run.entries}):
        return False
    return all(other is run or _ended(other) <= _ended(run) or _ended(other) == _day(entry) for other in runs[-3:])


def _contests(current: Sequence[Run]) -> list[Run]:
    """The current runs, with those put together that exclude one another."""
    found: list[Run] = []
    for run in current:
        rival = next((other for other in found if _excludes(other, run)), None)
        if rival is None:
            found.append(run)
        else:
            rival.entries.extend(run.entries)
            rival.clash = True
    return found


def _excludes(one: Run, other: Run) -> bool:
    if any(kin(a.voice, b.voice) for a in one.entries[-5:] for b in other.entries[-5:]):
        return False
    return any(exclude(a, b) for a in one.entries[-5:] for b in other.entries[-5:])


def exclude(one: Entry, other: Entry) -> bool:
    """Whether the statuses of two claims cannot both be so."""
    a, b = one.claim.status, other.claim.status
    if a is None or b is None:
        return False
    if frozenset({a, b}) in EXCLUDE:
        return True
    actors = words_tie(one.actor, other.actor)
    if a in HOLDING and b in HOLDING:
        return actors is Tie.CLASH
    return actors >= Tie.WITHIN and bool(one.actor) and Status.LOST in (a, b) and bool(HOLDING & {a, b})


def _ended(run: Run) -> int:
    return max(_day(entry) for entry in run.entries)


def _day(entry: Entry) -> int:
    return entry.as_of.toordinal() if entry.as_of else 0
