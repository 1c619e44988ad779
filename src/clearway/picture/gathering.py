"""Putting claims that belong together into heaps, the same heaps whatever order they come in."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping

from clearway.picture.entries import Entry, judged_apart

Tokens = Callable[[Entry], Iterable[Hashable]]
Fits = Callable[[Entry, Entry], bool]


class Heap:
    """Claims that all fit one another; of claims that look the same, by the number of their face, few are compared.

    `home` is where those of them are at home that are at home anywhere.
    """

    def __init__(self, first: Entry, look: int) -> None:
        self.entries = [first]
        self.home = first.home
        self._faces = {look: {_teller(first): first}}
        self._judged = first.ruled.anything

    def takes(self, entry: Entry, look: int, fits: Fits) -> bool:
        """Whether the claim fits every claim in the heap, of each face those that its report and another hold."""
        judged = self._judged or entry.ruled.anything
        if judged and any(judged_apart(entry, other) for other in self.entries):
            return False
        if look in self._faces and _teller(entry) in self._faces[look]:
            return True
        return all(fits(entry, other) for alike in self._faces.values() for other in _held(alike, entry.claim.report))

    def add(self, entry: Entry, look: int) -> None:
        """Lay a claim on the heap."""
        self.entries.append(entry)
        self.home = self.home or entry.home
        self._faces.setdefault(look, {}).setdefault(_teller(entry), entry)
        self._judged = self._judged or entry.ruled.anything


def gather(
    entries: Iterable[Entry], *, kept: Tokens, sought: Tokens, fits: Fits, elsewhere: bool = False
) -> list[list[Entry]]:
    """Heaps of claims in which all fit one another.

    A claim is only compared with heaps that hold a claim kept under one of the tokens that it seeks, so the work
    grows with the likely pairs and not with all pairs; and with heaps of another home only where `elsewhere` says
    that it may fit them. It goes to the oldest heap that takes it; claims are taken in an order of their own.
    """
    entries = list(entries)
    if len(entries) < 2:
        return [entries] if entries else []
    heaps: list[Heap] = []
    index: dict[Hashable, dict[int, None]] = defaultdict(dict)
    looks: dict[Hashable, int] = {}
    for entry in sorted(entries, key=lambda one: one.order):
        look = looks.setdefault(face(entry), len(looks))
        near = {place for token in sought(entry) for place in index.get(token, ())}
        if entry.home and not elsewhere:
            near = {place for place in near if heaps[place].home in (None, entry.home)}
        found = next((place for place in sorted(near) if heaps[place].takes(entry, look, fits)), None)
        if found is None:
            found = len(heaps)
            heaps.append(Heap(entry, look))
        else:
            heaps[found].add(entry, look)
        for token in kept(entry):
            index[token][found] = None
    return [heap.entries for heap in heaps]


def face(entry: Entry) -> Hashable:
    """All that comparing looks at, but for the report; the day and sentence too where place or period are not told."""
    claim = entry.claim
    slots = (entry.places, claim.period, entry.group, entry.cause, entry.facility, entry.actor, entry.part)
    told_by = None if _told(entry) else (entry.day, entry.sentence, entry.said)
    voice = (entry.voice.name.written, entry.voice.kind, entry.voice.own)
    return (entry.sort, entry.figure, voice, slots, told_by)


def _told(entry: Entry) -> bool:
    """Whether it looks the same whatever report tells it."""
    return bool(entry.places) and entry.claim.period is not None and entry.figure is not None


def _teller(entry: Entry) -> str:
    """The report of a claim that is compared by it."""
    return "" if _told(entry) else entry.claim.report


def _held(alike: Mapping[str, Entry], report: str) -> list[Entry]:
    """Of claims that look the same: that of a report, and one of another or of any."""
    other = next((entry for name, entry in alike.items() if name != report), None)
    return [entry for entry in (alike.get(report), other) if entry is not None]


def copy_tokens(entry: Entry) -> list[Hashable]:
    """A few words of the sentence under which copies of it can be found."""
    return [("copy", word) for word in entry.marks]
