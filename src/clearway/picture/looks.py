"""What claims look like to one another, so that claims that look alike are compared once."""

from collections.abc import Hashable
from dataclasses import dataclass

from clearway.picture.entries import Entry
from clearway.picture.occasions import FIRM, Why, elsewhere, is_site, same_number, same_occasion, spot_of

RANKS = {why: rank for rank, why in enumerate(Why)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Bond:
    """Why two claims tell of one event; a firm bond holds whatever slots differ."""

    why: Why
    firm: bool

    @property
    def rank(self) -> int:
        """Its place among the reasons, the firmest first."""
        return RANKS[self.why]


class Looks:
    """Numbers for what comparing looks at, and what comparing them came to; to be kept as long as claims come again.

    Two claims of two reports with the same `face` are told apart by nothing; those with the same `spot` by no place.
    """

    def __init__(self) -> None:
        self._numbers: dict[Hashable, int] = {}
        self._looks: dict[str, tuple[int, int]] = {}
        self._site: dict[int, bool] = {}
        self._elsewhere: dict[tuple[int, int], bool] = {}
        self._bonds: dict[tuple[int, int], Bond | None] = {}
        self._alone: dict[tuple[str, str], Bond | None] = {}

    def spot(self, entry: Entry) -> int:
        """The number of its places."""
        return self._look(entry)[0]

    def face(self, entry: Entry) -> int:
        """The number of all that a claim of another report is held against."""
        return self._look(entry)[1]

    def site(self, spot: int) -> bool:
        """Whether the places are a facility that is in no gazetteer."""
        return self._site[spot]

    def elsewhere(self, one: Entry, other: Entry) -> bool:
        """Whether the places of two claims of two reports are others."""
        a, b = self.spot(one), self.spot(other)
        if a == b:
            return False
        pair = (a, b) if a < b else (b, a)
        found = self._elsewhere.get(pair)
        if found is None:
            found = self._elsewhere[pair] = elsewhere(one, other)
        return found

    def across(self, one: Entry, other: Entry) -> Bond | None:
        """The bond of two claims of two reports."""
        a, b = self.face(one), self.face(other)
        pair = (a, b) if a < b else (b, a)
        if pair not in self._bonds:
            self._bonds[pair] = None if self.elsewhere(one, other) else _bond(one, other)
        return self._bonds[pair]

    def alone(self, one: Entry, other: Entry) -> Bond | None:
        """The bond of just these two claims, of one report or of two."""
        pair = (one.claim.id, other.claim.id)
        if pair not in self._alone:
            self._alone[pair] = _bond(one, other)
        return self._alone[pair]

    def _look(self, entry: Entry) -> tuple[int, int]:
        found = self._looks.get(entry.claim.id)
        if found is None:
            spot = self._number(spot_of(entry))
            self._site[spot] = is_site(entry)
            found = self._looks[entry.claim.id] = (spot, self._number(_face(entry, spot)))
        return found

    def _number(self, what: Hashable) -> int:
        return self._numbers.setdefault(what, len(self._numbers))


def _face(entry: Entry, spot: int) -> Hashable:
    """All that `same_occasion` looks at in claims of two reports; one that was judged is like no other."""
    period = entry.claim.period
    when = (period.first, period.last) if period else entry.day
    slots = (entry.cause, entry.actor, entry.facility)
    judged = entry.claim.id if entry.ruled.anything else None
    return (spot, when, period is None, entry.sort.kind, entry.figure, entry.sentence, slots, judged)


def _bond(one: Entry, other: Entry) -> Bond | None:
    why = same_occasion(one, other)
    return None if why is None else Bond(why=why, firm=why in FIRM or same_number(one, other))
