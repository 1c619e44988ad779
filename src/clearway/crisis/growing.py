"""Counts that are kept with the day on which each became what it is, so that any day's are told at once."""

from array import array
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import accumulate
from typing import TYPE_CHECKING, Generic, TypeAlias, TypeVar

from clearway.crisis.siting import Sited, Spoken, sited, spoken_of
from clearway.model import Claim, Spot, spots_of

if TYPE_CHECKING:
    from clearway.ledger import Ledger
    from clearway.picture import Rulings

Key = TypeVar("Key")
Days: TypeAlias = "tuple[array[int], array[int]]"
"""Days by their numbers, and how many there are from each on."""


class Turns(Generic[Key]):
    """How many there are of each key from each day on; days are numbers, which take a few bytes each."""

    def __init__(self, turns: Iterable[tuple[Key, date, int]]) -> None:
        by_key: dict[Key, dict[int, int]] = {}
        last, by_day = None, {}
        for key, day, turn in turns:
            if key != last:  # most often there are many of one key in a row
                last, by_day = key, by_key.setdefault(key, {})
            number = day.toordinal()
            by_day[number] = by_day.get(number, 0) + turn
        self._known = {key: _summed(found) for key, found in by_key.items()}

    def on(self, day: date | None) -> Iterator[tuple[Key, int]]:
        """How many there were of each key at the end of a day, where there were any."""
        number = (day or date.max).toordinal()
        for key, (days, counts) in self._known.items():
            place = bisect_right(days, number)
            if place and counts[place - 1] > 0:
                yield key, counts[place - 1]


def _summed(turns: Mapping[int, int]) -> "Days":
    days = sorted(turns)
    return array("i", days), array("i", accumulate(turns[day] for day in days))


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """A claim as it was read, as people judged it to be (`None` where they rejected it), and when it counted.

    `spoken` is the day of its publication, of which it speaks where it names none.
    """

    before: Claim
    now: Claim | None
    published: date | None
    since: date
    until: date | None

    def on(self, day: date | None) -> bool:
        """Whether it counted at the end of a day."""
        if day is None:
            return self.until is None
        return self.since <= day and (self.until is None or day < self.until)

    @property
    def spoken(self) -> tuple[tuple[Claim, date | None], ...]:
        """The claim as it was read and, where it is one, as it is, each with the day of which it speaks."""
        both = (self.before, self.now)
        return tuple((one, one.period.last if one.period else self.published) for one in both if one is not None)


def changed(ledger: "Ledger", rulings: "Rulings") -> tuple[Changed, ...]:
    """The claims of the current readings that people judged to be false, or otherwise than they were read."""
    from clearway.picture import corrected

    touched = {*rulings.rejected, *rulings.corrections}
    if not touched:
        return ()
    found = []
    # on the day of its publication a report that a later version replaced is current yet
    for claim, day, until in ledger.claims_counted(touched):
        now = None if claim.id in rulings.rejected else corrected(claim, rulings.corrections[claim.id])
        found.append(Changed(before=claim, now=now, published=day, since=day or date.max, until=until))
    return tuple(sorted(found, key=lambda one: (one.before.report, one.before.passage.start, one.before.id)))


def as_judged(
    claims: Iterable[Claim], changed: Iterable[Changed], as_of: date | None, belongs: Callable[[Claim], bool]
) -> tuple[Claim, ...]:
    """The claims as people judged them to be: those that still belong, and others that do now."""
    counting = {one.before.id: one for one in changed if one.on(as_of)}
    kept = [claim for claim in claims if claim.id not in counting]
    return (*kept, *(one.now for one in counting.values() if one.now is not None and belongs(one.now)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Growth:
    """Claims by place and by month as they became more; `changed` is what people judged of some of them since."""

    places: Turns[tuple[Spot, str]]
    months: Turns[tuple[str, date | None]]

    def sites(self, as_of: date | None, changed: Iterable[Changed] = ()) -> tuple[Sited, ...]:
        """Every place that claims named on a day, with how many of each kind did, that of most first."""
        counted: dict[Spot, Counter[str]] = defaultdict(Counter)
        for (spot, kind), number in self.places.on(as_of):
            counted[spot][kind] = number
        for one in changed:
            if one.on(as_of):
                _shift(counted, one)
        return sited(counted)

    def months_on(self, as_of: date | None, changed: Iterable[Changed] = ()) -> tuple[Spoken, ...]:
        """How many claims of each kind spoke of each month on a day."""
        counted = Counter(dict(self.months.on(as_of)))
        for one in changed:
            if one.on(as_of):
                for claim, day in one.spoken:
                    counted[claim.kind, day.replace(day=1) if day else None] += -1 if claim is one.before else 1
        return spoken_of(counted)


def growth(ledger: "Ledger") -> Growth:
    """All claims of a ledger, counted."""
    return Growth(
        places=Turns(((spot, kind), day, turn) for spot, kind, day, turn in ledger.turns_by_place()),
        months=Turns(((kind, month), day, turn) for kind, month, day, turn in ledger.turns_by_month()),
    )


def _shift(counted: Mapping[Spot, Counter[str]], one: Changed) -> None:
    for spot in spots_of(one.before):
        counted[spot][one.before.kind] -= 1
    for spot in spots_of(one.now) if one.now else ():
        counted[spot][one.now.kind] += 1  # type: ignore[union-attr] # there are none where there is no claim
