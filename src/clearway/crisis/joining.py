"""Joining the claims of events as the judgements in a ledger ask for."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from clearway.model import Occurrence, Told, Trace, identify

if TYPE_CHECKING:
    from clearway.crisis.judging import Way
    from clearway.picture import Entry, Why


class Joiner:
    """A ledger's `Joining`; it remembers the claims of one step, and what comparing them came to."""

    def __init__(self, way: "Way") -> None:
        self._way = way
        self.begin()

    def begin(self) -> None:
        """Let go of the claims that were told before."""
        from clearway.picture import Looks

        self._looks = Looks()
        self._entries: dict[str, Entry] = {}
        self._traces: dict[str, Trace] = {}
        self._why: dict[frozenset[str], Collection[Why]] = {}

    @property
    def kinds(self) -> Collection[str]:
        """The kinds of the claims that can be of an event or deny one."""
        from clearway.picture import HAPPENS

        return HAPPENS

    @cached_property
    def ruled(self) -> Mapping[str, str]:
        """For each judged claim a word that is another one where something else holds of it."""
        ruled = self._way.rulings
        named = {*ruled.rejected, *ruled.group, *ruled.apart, *ruled.whole, *ruled.corrections, *ruled.preferred}
        return {name: self._word(name) for name in named}

    @cached_property
    def ties(self) -> Mapping[str, frozenset[str]]:
        """For claims that are judged to hang together, all that do."""
        return self._way.rulings.tied()

    def traces(self, told: Sequence[Told]) -> Mapping[str, Trace]:
        """The trace of each claim that can be of an event or deny one, by its id."""
        from clearway.picture import trace_of

        found = {}
        for one in told:
            trace = None if one.claim.id in self._way.rulings.rejected else trace_of(self._entry(one))
            if trace is not None:
                found[one.claim.id] = trace
        self._traces |= found
        return found

    def heaps(self, told: Sequence[Told]) -> Iterator[Collection[str]]:
        """The ids of the claims of each heap that claims make."""
        from clearway.picture import heaps_of

        entries = sorted((self._entry(one) for one in told), key=lambda one: one.order)
        for heap in heaps_of(entries, self._traces, self._looks):
            names = frozenset(entry.claim.id for entry in heap.entries)
            self._why[names] = heap.why
            yield names

    def meant(self, denials: Sequence[Told], told: Sequence[Told]) -> Iterator[str]:
        """The ids of the claims that any of the denials means."""
        from clearway.picture import Denials

        found = Denials(map(self._entry, denials), self._traces)
        return (one.claim.id for one in told if found.of([self._entry(one)]))

    def incidents(self, heaps: Iterable[Sequence[Told]], denials: Sequence[Told]) -> Iterator[Occurrence]:
        """The incidents that heaps make with those of the denials that mean them."""
        from clearway.picture import Denials, occurrence

        found = Denials(map(self._entry, denials), self._traces)
        for told in heaps:
            entries = [self._sketched(one) for one in told]
            made = occurrence(entries, self._reasons(told), found)
            if made is not None:
                yield made

    def _reasons(self, told: Sequence[Told]) -> "Collection[Why]":
        """Why the claims of a heap were put together; what was not put together just now is so again."""
        names = frozenset(one.claim.id for one in told)
        if len(names) > 1 and names not in self._why:
            list(self.heaps(told))
        return self._why.get(names, ())

    def _entry(self, told: Told) -> "Entry":
        from clearway.picture import entry_of

        name = told.claim.id
        if name not in self._entries:
            self._entries[name] = entry_of(told.claim, told.report, self._way.rulings)
        return self._entries[name]

    def _sketched(self, told: Told) -> "Entry":
        from clearway.picture import kept_sketch

        entry = self._entry(told)
        return entry if told.sketch is None else replace(entry, sketch=kept_sketch(told.sketch))

    def _word(self, name: str) -> str:
        ruled = self._way.rulings
        of, corrections = ruled.of(name), [one.id for one in ruled.corrections.get(name, ())]
        preferred = ("preferred",) if of.preferred else ()
        return identify("ruled", name in ruled.rejected, of.group, sorted(of.apart), of.whole, corrections, *preferred)
