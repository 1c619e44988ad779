"""What one claim is to many others: to those told of other places, which most are, it is the same again and again."""

from collections.abc import Callable, Collection, Hashable, Mapping, Sequence
from datetime import date
from functools import cached_property

from clearway.model import Claim, Relation, Report
from clearway.picture import HAPPENS, Entry, Rulings, entry_of
from clearway.picture.basing import basis_of, figure_of, kind_of
from clearway.picture.entries import AREAS, home_of, place_key
from clearway.picture.sketches import Sketch

Sketches = Callable[[Collection[str]], Mapping[str, bytes]]
Hold = Callable[[Entry, Entry], tuple[Relation, ...]]


class Entries:
    """Claims of some `reports` ready for comparing, each made once.

    What folding kept of these reports' texts (`sketches`) is looked up for all at once, when a text is first looked at.
    """

    def __init__(self, reports: Mapping[str, Report], rulings: Rulings, sketches: Sketches) -> None:
        self.reports = reports
        self.rulings = rulings
        self._sketches = sketches
        self._made: dict[str, Entry] = {}
        self._texts: dict[str, _Text] = {}
        self._kept: dict[str, bytes] = {}

    def of(self, claim: Claim) -> Entry:
        """The claim ready for comparing."""
        if claim.id not in self._made:
            report = self.reports.get(claim.report)
            if report is not None and report.text and report.id not in self._texts:
                self._texts[report.id] = _Text(report.text, lambda: self._sketched(report.id))
            self._made[claim.id] = entry_of(claim, report, self.rulings, self._texts.get(claim.report))
        return self._made[claim.id]

    def _sketched(self, report: str) -> bytes:
        if report not in self._kept:
            names = [name for name in self._texts if name not in self._kept]
            found = self._sketches(names)
            self._kept |= {name: found.get(name, b"") for name in names}
        return self._kept[report]


class _Text(Sketch):
    """A text whose sketch may have been kept."""

    def __init__(self, text: str, kept: Callable[[], bytes]) -> None:
        super().__init__(text)
        self._look = kept

    @cached_property
    def data(self) -> bytes:
        """What was kept of it, else what is now made of it."""
        return self._look() or Sketch(self._text).data


class Tying:
    """What one claim is to others.

    The picture's rules look at no words where places clash, and at nothing where no one event brings both kinds about,
    so that claims which agree in the little that they look at are to it what the first of these was. To make `entries`,
    and to `hold` two against each other by the rules, takes long, and few claims need it.
    """

    def __init__(self, mine: Entry, entries: Entries, hold: Hold) -> None:
        self._mine = mine
        self._entries = entries
        self._hold = hold
        self._line = _line(mine.claim, mine.day)
        # nobody knows more of such a place than its name
        self._unplaced = all(place.resolved is None and place.within is None for place in mine.claim.places)
        self._spots = _are_spots(mine.claim)
        # a part is held against its whole by their numbers, wherever the two are
        self._alone = not mine.places or bool(mine.figure and mine.figure.whole)

    def ties(self, others: Sequence[Claim]) -> list[Relation]:
        """What it is to each of the others that it has to do with, in their order."""
        likes = [self._likeness(one) for one in others]
        first: dict[Hashable, Claim] = {}
        named = [one if like is None else first.setdefault(like, one) for one, like in zip(others, likes, strict=True)]
        # all are made before any two are held, so that what was kept of their texts is looked up once
        entries = {one.id: self._entries.of(one) for one in named}
        held = {name: next(iter(self._hold(self._mine, entry)), None) for name, entry in entries.items()}
        found = (self._as(held[like.id], like, one) for one, like in zip(others, named, strict=True))
        return [tie for tie in found if tie is not None]

    def _as(self, tie: Relation | None, first: Claim, other: Claim) -> Relation | None:
        """What it is to another claim, as it is to the first that is like that one."""
        if tie is None or first is other:
            return tie
        mine = self._mine.claim.id
        one, two = (mine, other.id) if tie.one == mine else (other.id, mine)
        return Relation(tie=tie.tie, one=one, other=two, reason=tie.reason)

    def _elsewhere(self, other: Claim) -> bool:
        """Whether it is sure that no place of the one is, holds or lies in one of the other."""
        if not other.places or not self._mine.places.isdisjoint([place_key(place) for place in other.places]):
            return False
        if self._unplaced or (self._spots and _are_spots(other)):
            return True
        home = home_of(other) if self._mine.home else None
        return home is not None and home != self._mine.home

    def _likeness(self, other: Claim) -> Hashable | None:
        """What the rules look at of a claim of something else or from elsewhere; `None` where they look at more."""
        ruled, mine = self._entries.rulings, self._mine
        if other.id in ruled.corrections or other.id in ruled.whole or other.id == mine.ruled.whole:
            return None
        if other.kind != mine.claim.kind and not (other.kind in HAPPENS and mine.claim.kind in HAPPENS):
            return "another kind"
        if self._alone or not self._elsewhere(other):
            return None
        kind = kind_of(other.kind)
        figure = figure_of(other, kind)
        if figure is not None and figure.whole:
            return None
        report = self._entries.reports.get(other.report)
        day = report.published if report else None
        counted = (figure.unit, figure.measure) if figure is not None else None
        return (other.kind, counted, basis_of(other, figure, day, kind), self._line < _line(other, day))


def _are_spots(claim: Claim) -> bool:
    """Whether its places are all on the map and none is an area, so that no other place lies in any."""
    return all(
        place.resolved is not None and (place.level or place.resolved.level) not in AREAS for place in claim.places
    )


def _line(claim: Claim, day: date | None) -> tuple[object, ...]:
    """Where a claim stands in time, by which the picture says which of two was told later."""
    return (day is None, day, claim.report, claim.passage.start, claim.id)
