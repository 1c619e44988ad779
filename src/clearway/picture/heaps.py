"""Claims of one event put together, the same heaps whatever order the claims come in."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, combinations_with_replacement, product

from clearway.model import Passage, Period, Trace
from clearway.picture.entries import Entry
from clearway.picture.looks import Bond, Looks
from clearway.picture.occasions import Why, apart, days_between
from clearway.picture.speakers import copies
from clearway.picture.traces import blocks_of

Spot = tuple[int, Period | None]
"""The number of a claim's places, and its days."""


class Heap:
    """Claims of one event so far, and why they were joined."""

    def __init__(self, entry: Entry, place: int, looks: Looks) -> None:
        self.entries = [entry]
        self.places = [place]
        self.why: set[Why] = set()
        self._looks = looks
        self._spots: dict[Spot, list[Entry]] = {(looks.spot(entry), entry.claim.period): [entry]}
        self._sentences: dict[Passage, list[Entry]] = {entry.claim.sentence: [entry]}
        self._slots = (set(entry.cause), set(entry.actor), set(entry.facility))
        self._apart = set(entry.ruled.apart)

    def takes(self, other: "Heap", *, firm: bool) -> bool:
        """Whether no claim of the one is told of another event than a claim of the other."""
        if not firm and self._clashes(other):
            return False
        if self.judged_apart(other) or not all(self._beside(*spot, other) for spot in self._spots.items()):
            return False
        both = self._sentences.keys() & other._sentences.keys()
        return not any(apart(a, b) for one in both for a in self._sentences[one] for b in other._sentences[one])

    def judged_apart(self, other: "Heap") -> bool:
        """Whether somebody judged that a claim of the one is another than one of the other."""
        return bool(self._apart) and any(entry.claim.id in self._apart for entry in other.entries)

    def take(self, other: "Heap", why: Why) -> None:
        """Lay another heap on this one."""
        self.entries += other.entries
        self.places += other.places
        self.why |= {*other.why, why}
        for spot, some in other._spots.items():
            self._spots.setdefault(spot, []).extend(some)
        for sentence, some in other._sentences.items():
            self._sentences.setdefault(sentence, []).extend(some)
        for mine, theirs in zip(self._slots, other._slots, strict=True):
            mine |= theirs
        self._apart |= other._apart

    def _clashes(self, other: "Heap") -> bool:
        pairs = zip(self._slots, other._slots, strict=True)
        return any(one and two and one.isdisjoint(two) for one, two in pairs)

    def _beside(self, spot: Spot, mine: Sequence[Entry], other: "Heap") -> bool:
        """Whether all claims of one place and days can be of the other heap's event; a report's site lies anywhere."""
        number, days = spot
        for (another, when), theirs in other._spots.items():
            if days is not None and when is not None and days_between(days, when) > 1:
                return False
            if self._looks.elsewhere(mine[0], theirs[0]):
                site = self._looks.site(number) or self._looks.site(another)
                if not site or len({entry.claim.report for entry in (*mine, *theirs)}) > 1:
                    return False
        return True


def heaps_of(entries: Sequence[Entry], traces: Mapping[str, Trace], looks: Looks) -> list[Heap]:
    """The heaps that claims make that can be of events; the claims come in their own order."""
    at = [Heap(entry, place, looks) for place, entry in enumerate(entries)]
    if len(at) < 2:
        return at
    bonds = _Bonds(entries, traces, looks)
    for rank in range(len(Why)):
        for one in bonds.bound(rank):
            for other, bond in bonds.partners(rank, one, at):
                if at[one] is not at[other] and at[one].takes(at[other], firm=bond.firm):
                    _join(at, one, other, bond.why)
    first: dict[str, int] = {}
    for place, entry in enumerate(entries):
        if entry.ruled.group is not None:
            head = first.setdefault(entry.ruled.group, place)
            if at[head] is not at[place] and not at[head].judged_apart(at[place]):
                _join(at, head, place, Why.JUDGED)
    return list({id(heap): heap for heap in at}.values())


def _join(at: list[Heap], one: int, other: int, why: Why) -> None:
    """Lay the smaller of two heaps on the larger."""
    small, large = sorted((at[one], at[other]), key=lambda heap: len(heap.places))
    large.take(small, why)
    for place in small.places:
        at[place] = large


class _Bonds:
    """All pairs of claims that tell of one event, by rank: across reports by what claims look like, else one by one."""

    def __init__(self, entries: Sequence[Entry], traces: Mapping[str, Trace], looks: Looks) -> None:
        self._entries = entries
        self._faces = [looks.face(entry) for entry in entries]
        self._members: dict[int, list[int]] = defaultdict(list)
        for place, face in enumerate(self._faces):
            self._members[face].append(place)
        self._across: dict[int, dict[int, list[tuple[int, Bond]]]] = defaultdict(lambda: defaultdict(list))
        self._alone: dict[int, dict[int, list[tuple[int, Bond]]]] = defaultdict(lambda: defaultdict(list))
        alone = _beside(entries, traces)
        for a, b in self._alike(traces):
            if any(entries[self._members[face][0]].ruled.whole for face in (a, b)):
                alone |= {(min(pair), max(pair)) for pair in product(self._members[a], self._members[b])}
            elif (pair := self._of_two_reports(a, b)) and (bond := looks.across(*pair)):
                self._across[bond.rank][a].append((b, bond))
                if a != b:
                    self._across[bond.rank][b].append((a, bond))
        for one, other in alone:
            bond = looks.alone(entries[one], entries[other])
            if bond is not None:
                self._alone[bond.rank][one].append((other, bond))

    def bound(self, rank: int) -> Iterator[int]:
        """The claims, by their places, that have a bond of this rank."""
        if rank in self._across or rank in self._alone:
            across, alone = self._across[rank], self._alone[rank]
            yield from (place for place, face in enumerate(self._faces) if face in across or place in alone)

    def partners(self, rank: int, one: int, at: Sequence[Heap]) -> list[tuple[int, Bond]]:
        """The later claims that a claim has such a bond to and that are not in its heap."""
        heap, report = at[one], self._entries[one].claim.report
        found = list(self._alone[rank].get(one, ()))
        for face, bond in self._across[rank].get(self._faces[one], ()):
            found += [
                (other, bond)
                for other in self._members[face]
                if other > one and at[other] is not heap and self._entries[other].claim.report != report
            ]
        return sorted(found, key=lambda pair: pair[0])

    def _of_two_reports(self, a: int, b: int) -> tuple[Entry, Entry] | None:
        """A claim of each of two faces, in two reports; `None` where all are in one."""
        first, last = self._entries[self._members[a][0]], self._entries[self._members[b][-1]]
        if first.claim.report != last.claim.report:
            return first, last
        for one, other in product(self._members[a], self._members[b]):
            if self._entries[one].claim.report != self._entries[other].claim.report:
                return self._entries[one], self._entries[other]
        return None

    def _alike(self, traces: Mapping[str, Trace]) -> set[tuple[int, int]]:
        """Pairs of faces of one area and day, or with copied words."""
        heads = {face: self._entries[places[0]] for face, places in self._members.items()}
        pairs = _pairs({face: traces[entry.claim.id].near for face, entry in heads.items()})
        worded = _pairs({face: traces[entry.claim.id].words for face, entry in heads.items()})
        pairs |= {(a, b) for a, b in worded - pairs if copies(heads[a].sentence, heads[b].sentence)}
        return {(a, b) for a, b in pairs if a != b or len(self._members[a]) > 1}


def _pairs(numbers: Mapping[int, Sequence[int]]) -> set[tuple[int, int]]:
    """Pairs of faces that share a number, each with itself too."""
    index: dict[int, list[int]] = defaultdict(list)
    for face in sorted(numbers):
        for number in numbers[face]:
            index[number].append(face)
    pairs: set[tuple[int, int]] = set()
    for faces in index.values():
        pairs.update(combinations_with_replacement(faces, 2))
    return pairs


def _beside(entries: Sequence[Entry], traces: Mapping[str, Trace]) -> set[tuple[int, int]]:
    """Pairs of claims of one report near each other or under one number, and of a whole and its judged parts."""
    reports: dict[str, list[int]] = defaultdict(list)
    for place, entry in enumerate(entries):
        reports[entry.claim.report].append(place)
    pairs: set[tuple[int, int]] = set()
    for places in reports.values():
        if len(places) > 1:
            index: dict[object, list[int]] = defaultdict(list)
            for place in places:
                for key in (*blocks_of(entries[place]), *traces[entries[place].claim.id].near):
                    index[key].append(place)
            for some in index.values():
                pairs.update(combinations(some, 2))
    wholes = {entry.ruled.whole for entry in entries}
    at = {entry.claim.id: place for place, entry in enumerate(entries) if entry.claim.id in wholes}
    for place, entry in enumerate(entries):
        if entry.ruled.whole in at:
            other = at[entry.ruled.whole]
            pairs.add((min(place, other), max(place, other)))
    return pairs
