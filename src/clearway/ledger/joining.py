"""Joining claims that wait to the events of those that were joined, looking at no more of these than may change.

What was joined falls into heaps. A link between claims of two heaps was refused, or the heaps would be one; so what a
few claims do is told by them, the heaps that hold a claim with which they have to do, and those alone. Where a heap
changes by that, its claims move too, and the same is asked of them.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection

from clearway.ledger import happened, occasions, standing
from clearway.ledger.protocol import Joining
from clearway.model import Told, Trace


def join_some(connection: Connection, joining: Joining) -> int:
    """Join some of the claims that wait, and keep the incidents that this makes or changes; how many claims."""
    numbers = occasions.waiting(connection)
    if numbers:
        joining.begin()
        room = _Room(connection, joining)
        fresh, denials = room.admit(numbers)
        room.join(fresh)
        room.tell(room.meant(denials))
    return len(numbers)


class _Room:
    """The claims that one step of joining looks at, by their numbers."""

    def __init__(self, connection: Connection, joining: Joining) -> None:
        self._connection = connection
        self._joining = joining
        self._told: dict[int, Told] = {}
        self._texts: dict[int, str] = {}
        self._traces: dict[int, Trace] = {}
        self._heap: dict[int, str] = {}
        self._members: dict[str, set[int]] = {}
        self._numbers: dict[str, int] = {}
        self._asked: set[int] = set()
        self._near: set[str] = set()
        self._changed: dict[str, set[int]] = {}

    def admit(self, numbers: Sequence[int]) -> tuple[set[int], set[int]]:
        """Put claims that wait under their marks: those to be joined, and the denials."""
        marked = self._load(numbers)
        idle = [number for number in numbers if number not in self._traces]
        occasions.let_go(self._connection, idle)
        fresh = {number: trace for number, trace in self._traces.items() if not marked[number]}
        occasions.keep_marks(self._connection, fresh)
        denials = {number for number, trace in self._traces.items() if trace.denies}
        occasions.settle(self._connection, dict.fromkeys(denials, occasions.DENIAL))
        return set(self._traces) - denials, denials

    def join(self, fresh: set[int]) -> None:
        """Find the heaps that come of claims that move in, and write them down."""
        moving = set(fresh)
        while True:
            heaps = self._heaps(moving | self._around(moving))
            stirred = moving.union(*(self._stirred(heap, moving) for heap in heaps))
            if stirred == moving:
                break
            moving = stirred
        self._changed = {self._name(heap): heap for heap in heaps if heap <= moving}
        old = {self._heap[number] for number in moving - fresh}
        happened.drop(self._connection, sorted(old))
        self._heap |= {number: name for name, heap in self._changed.items() for number in heap}
        occasions.settle(self._connection, {number: self._heap[number] for number in moving})

    def meant(self, denials: set[int]) -> set[str]:
        """The heaps, of those that did not change, that these denials mean."""
        if not denials:
            return set()
        marks = (mark for number in denials for mark in self._traces[number].sought)
        rows = [*occasions.under(self._connection, marks), *self._beside(denials)]
        found = {row.number: row.heap for row in rows if not row.denies and row.heap not in self._changed}
        self._load(found)
        told = [self._told[number] for number in found]
        meant = self._joining.meant([self._told[number] for number in denials], told)
        return {found[self._numbers[name]] for name in meant}

    def tell(self, others: set[str]) -> None:
        """Keep the incidents of all heaps that changed, and of these others."""
        happened.drop(self._connection, sorted(others))
        self._load_heaps(others)
        heaps = [*self._changed.values(), *(self._members[name] for name in sorted(others))]
        numbers = {number for heap in heaps for number in heap}
        marks = (mark for number in numbers for mark in self._traces[number].sought)
        rows = [*occasions.under(self._connection, marks), *self._beside(numbers)]
        denials = {row.number for row in rows if row.denies}
        self._load(denials)
        told = [[self._told[number] for number in sorted(heap)] for heap in heaps]
        made = self._joining.incidents(self._sketched(told), [self._told[number] for number in sorted(denials)])
        happened.keep(self._connection, made)

    def _load(self, numbers: Iterable[int]) -> dict[int, bool]:
        """Look at claims that were not looked at yet; whether each has its marks already."""
        wanted = [number for number in numbers if number not in self._told]
        marked = {}
        fresh = {}
        for number, told, text, is_marked in occasions.told(self._connection, wanted):
            self._told[number] = fresh[number] = told
            self._texts[number], marked[number] = text, is_marked
            self._numbers[told.claim.id] = number
        traces = self._joining.traces(list(fresh.values()))
        self._traces |= {self._numbers[name]: trace for name, trace in traces.items()}
        return marked

    def _around(self, moving: set[int]) -> set[int]:
        """All claims of the heaps that hold a claim with which those that move have to do, by judgements too."""
        asked = moving - self._asked
        self._asked |= asked
        marks = (mark for number in asked for mark in (*self._traces[number].near, *self._traces[number].words))
        rows = [*occasions.under(self._connection, marks), *self._beside(asked)]
        fresh, bound = {row.heap for row in rows if not row.denies}, asked
        while fresh or bound:
            self._near |= fresh
            self._load_heaps(fresh)
            bound = bound.union(*(self._members[name] for name in fresh))
            fresh, bound = self._tied(bound) - self._near, set()
        return {number for name in self._near for number in self._members[name]}

    def _tied(self, numbers: Iterable[int]) -> set[str]:
        """The heaps of the claims that judgements bind to these."""
        ties = self._joining.ties
        names = {other for number in numbers if ties for other in ties.get(self._told[number].claim.id, ())}
        return {row.heap for row in occasions.named(self._connection, names) if not row.denies}

    def _beside(self, numbers: Iterable[int]) -> Iterator[Any]:
        return occasions.in_reports(self._connection, (self._told[number].report.id for number in numbers))

    def _load_heaps(self, names: Iterable[str]) -> None:
        fresh = [name for name in names if name not in self._members]
        self._members |= {name: set() for name in fresh}
        for row in occasions.members(self._connection, fresh):
            self._members[row.heap].add(row.number)
            self._heap[row.number] = row.heap
        self._load(number for name in fresh for number in self._members[name])

    def _heaps(self, numbers: set[int]) -> list[set[int]]:
        told = [self._told[number] for number in numbers]
        return [{self._numbers[name] for name in heap} for heap in self._joining.heaps(told)]

    def _stirred(self, heap: set[int], moving: set[int]) -> set[int]:
        """All claims that were in a heap with any of this one, where it is not just as it was."""
        homes = {self._heap[number] for number in heap - moving}
        if not homes or (len(homes) == 1 and self._members[next(iter(homes))] == heap):
            return set()
        return set().union(*(self._members[name] for name in homes))

    def _name(self, heap: Iterable[int]) -> str:
        return min(self._told[number].claim.id for number in heap)

    def _sketched(self, heaps: Sequence[Sequence[Told]]) -> list[list[Told]]:
        """The claims of heaps, those of which several reports tell with what was kept of the reports' texts."""
        several = [heap for heap in heaps if len({one.report.id for one in heap}) > 1]
        texts = {one.claim.id: self._texts[self._numbers[one.claim.id]] for heap in several for one in heap}
        sketches = standing.sketches(self._connection, texts.values())
        return [[replace(one, sketch=sketches.get(texts.get(one.claim.id, ""))) for one in heap] for heap in heaps]
