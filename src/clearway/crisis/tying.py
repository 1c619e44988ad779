"""What one claim is to many others: to those told of other places, which most are, it is the same again and again."""

from collections.abc import Callable, Hashable, Mapping
from datetime import date

from clearway.model import Claim, Relation, Report
from clearway.picture import Entry, Rulings
from clearway.picture.basing import basis_of, figure_of, kind_of
from clearway.picture.entries import home_of, place_key

EntryOf = Callable[[Claim], Entry]
Hold = Callable[[Entry, Entry], tuple[Relation, ...]]


class Tying:
    """What one claim is to others, each a claim of one of the `reports`.

    The picture's rules look at no words where places clash, so that claims which agree in the little that they look at
    are to it what the first of these was. `entry` makes a claim ready for comparing, and `hold` holds two against each
    other by the rules: both take long, and few claims need them.
    """

    def __init__(
        self, mine: Entry, rulings: Rulings, reports: Mapping[str, Report], *, entry: EntryOf, hold: Hold
    ) -> None:
        self._mine = mine
        self._rulings = rulings
        self._reports = reports
        self._entry = entry
        self._hold = hold
        self._known: dict[Hashable, Relation | None] = {}
        self._line = _line(mine.claim, mine.day)
        self._unplaced = all(place.resolved is None and place.within is None for place in mine.claim.places)
        # a part is held against its whole by their numbers, wherever the two are
        self._alone = not mine.places or bool(mine.figure and mine.figure.whole)

    def tie(self, other: Claim) -> Relation | None:
        """What the two are to each other; `None` where they have nothing to do with one another."""
        like = None if self._alone or not self._elsewhere(other) else self._likeness(other)
        if like is None:
            return self._held(other)
        if like not in self._known:
            self._known[like] = self._held(other)
            return self._known[like]
        first = self._known[like]
        if first is None:
            return None
        mine = self._mine.claim.id
        one, two = (mine, other.id) if first.one == mine else (other.id, mine)
        return Relation(tie=first.tie, one=one, other=two, reason=first.reason)

    def _held(self, other: Claim) -> Relation | None:
        return next(iter(self._hold(self._mine, self._entry(other))), None)

    def _elsewhere(self, other: Claim) -> bool:
        """Whether it is sure that no place of the one is, holds or lies in one of the other."""
        if not other.places or not self._mine.places.isdisjoint([place_key(place) for place in other.places]):
            return False
        if self._unplaced:  # nobody knows more of it than its name
            return True
        home = home_of(other) if self._mine.home else None
        return home is not None and home != self._mine.home

    def _likeness(self, other: Claim) -> Hashable | None:
        """What the rules look at of a claim that is elsewhere; `None` where they look at more."""
        ruled = self._rulings
        if other.id in ruled.corrections or other.id in ruled.whole or other.id == self._mine.ruled.whole:
            return None
        kind = kind_of(other.kind)
        figure = figure_of(other, kind)
        if figure is not None and figure.whole:
            return None
        report = self._reports.get(other.report)
        day = report.published if report else None
        counted = (figure.unit, figure.measure) if figure is not None else None
        return (other.kind, counted, basis_of(other, figure, day, kind), self._line < _line(other, day))


def _line(claim: Claim, day: date | None) -> tuple[object, ...]:
    """Where a claim stands in time, by which the picture says which of two was told later."""
    return (day is None, day, claim.report, claim.passage.start, claim.id)
