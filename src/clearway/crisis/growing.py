"""Counts that are kept with the day on which each became what it is, so that any day's are told at once."""

from array import array
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import accumulate
from typing import TYPE_CHECKING, Generic, TypeAlias, TypeVar

from clearway.crisis.siting import Sited, Spoken, sited, spoken_of
from clearway.model import Claim, Judgement, Spot, spots_of

if TYPE_CHECKING:
    from clearway.ledger import Ledger
    from clearway.picture import Rulings

Key = TypeVar("Key")
Days: TypeAlias = "tuple[array[int], array[int]]"
"""Days by their numbers, and how many there are from each on."""
_NONE: Days = (array("i"), array("i"))
MOST_DAYS = 100
"""Days that are counted anew by themselves; where more changed, everything is."""


class Tally(Generic[Key]):
    """How many there are of each key from each day on; days are numbers, which take a few bytes each."""

    def __init__(self, turns: Iterable[tuple[Key, Mapping[date, int]]]) -> None:
        self._known: dict[Key, Days] = {}
        for key, turning in turns:
            turned = _numbered(turning)
            if key in self._known:
                _add(turned, _turns_of(self._known[key]))
            self._known[key] = _summed(turned)

    def anew(self, days: Collection[date], turns: Iterable[tuple[Key, Mapping[date, int]]]) -> "Tally[Key]":
        """The same where these turns are all that there are on some days."""
        numbers = {day.toordinal() for day in days}
        fresh: dict[Key, dict[int, int]] = defaultdict(dict)
        for key, turning in turns:
            _add(fresh[key], _numbered(turning))
        for key, (known, counts) in self._known.items():
            if key in fresh or any(_holds(known, number) for number in numbers):
                before = _turns_of((known, counts))
                _add(fresh[key], {day: turn for day, turn in before.items() if day not in numbers})
        found = Tally[Key](())
        found._known = self._known | {key: _summed(turning) for key, turning in fresh.items()}
        return found

    @property
    def keys(self) -> Collection[Key]:
        """Of what there ever was any."""
        return self._known.keys()

    def on(self, day: date | None) -> Iterator[tuple[Key, int]]:
        """How many there were of each key at the end of a day, where there were any."""
        for key in self._known:
            if (number := self.of(key, day)) > 0:
                yield key, number

    def of(self, key: Key, day: date | None) -> int:
        """How many there were of a key at the end of a day."""
        days, counts = self._known.get(key, _NONE)
        place = len(days) if day is None else bisect_right(days, day.toordinal())
        return counts[place - 1] if place else 0


def _numbered(turning: Mapping[date, int]) -> dict[int, int]:
    return {day.toordinal(): turn for day, turn in turning.items()}


def _add(turns: dict[int, int], others: Mapping[int, int]) -> None:
    for day, turn in others.items():
        turns[day] = turns.get(day, 0) + turn


def _summed(turns: Mapping[int, int]) -> "Days":
    days = sorted(turns)
    if 0 in turns.values():
        days = [day for day in days if turns[day]]
    return array("i", days), array("i", accumulate(map(turns.__getitem__, days)))


def _turns_of(summed: "Days") -> dict[int, int]:
    days, counts = summed
    return {day: count - before for day, count, before in zip(days, counts, [0, *counts], strict=False)}


def _holds(days: "array[int]", number: int) -> bool:
    place = bisect_left(days, number)
    return place < len(days) and days[place] == number


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What a ledger held when it was counted; none of it goes, so that what came since tells what to count anew."""

    readings: int
    judgements: tuple[Judgement, ...]

    def judged_since(self, before: "Seen") -> set[str]:
        """The claims of which people judged since then."""
        if before.judgements is self.judgements:
            return set()
        known = {one.id for one in before.judgements}
        return {claim for one in self.judgements if one.id not in known for claim in one.claims}

    def goes_on(self, before: "Seen") -> bool:
        """Whether all that was there then still is: a moment that lasts sees less than one that began later."""
        return self.readings >= before.readings and len(self.judgements) >= len(before.judgements)


def seen(ledger: "Ledger") -> Seen:
    """What a ledger holds now."""
    return Seen(readings=ledger.count_readings(), judgements=ledger.judgements())


Side: TypeAlias = "tuple[Claim, date | None, tuple[Spot, ...]]"
"""A claim as it was read, or as it is, with the day of which it speaks and the spots that it names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """A claim as it was read, as people judged it to be (`None` where they rejected it), and when it counted.

    `published` is the day of its publication, of which it speaks where it names none. `sides` are the claim as it was
    read and, where it is one, as it is: found once, since every page of a place or of days asks them of all claims.
    """

    before: Claim
    now: Claim | None
    published: date | None
    since: date
    until: date | None
    sides: tuple[Side, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Find out what it told of where and when, and what it tells."""
        both = (self.before, self.now) if self.now is not None else (self.before,)
        sides = ((one, one.period.last if one.period else self.published, spots_of(one)) for one in both)
        object.__setattr__(self, "sides", tuple(sides))

    def on(self, day: date | None) -> bool:
        """Whether it counted at the end of a day."""
        if day is None:
            return self.until is None
        return self.since <= day and (self.until is None or day < self.until)


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """The claims that people judged to be false, or otherwise than they were read; `looked` is what was looked up."""

    claims: tuple[Changed, ...]
    seen: Seen
    looked: Mapping[str, "Looked"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """A claim that people judged, by what they corrected (`None` where they rejected it).

    `changed` is `None` where the claim is of no current reading; `counted` is how it was looked up.
    """

    corrections: tuple[Judgement, ...] | None
    counted: "Counted | None"
    changed: Changed | None


Counted: TypeAlias = "tuple[Claim, date | None, date | None]"
"""A claim with its day and the one from which it does not count any more."""


def changed(ledger: "Ledger", rulings: "Rulings", before: Judged | None = None) -> Judged:
    """The claims of the current readings that people judged to be false, or otherwise than they were read.

    Where nothing was read since they were told `before`, only those are looked up that were judged since.
    """
    now, touched = seen(ledger), {*rulings.rejected, *rulings.corrections}
    known: dict[str, Looked] = {}
    if before is not None and before.seen.readings == now.readings and now.goes_on(before.seen):
        # a judgement may bring or take a claim that a person found
        again = now.judged_since(before.seen)
        known = {name: before.looked[name] for name in touched & before.looked.keys() if name not in again}
    asked = touched - known.keys()
    found = {one[0].id: one for one in ledger.claims_counted(asked)} if asked else {}
    looked = {name: _looked(name, rulings, found.get(name), known.get(name)) for name in touched}
    claims = [one.changed for one in looked.values() if one.changed is not None]
    ordered = sorted(claims, key=lambda one: (one.before.report, one.before.passage.start, one.before.id))
    return Judged(claims=tuple(ordered), seen=now, looked=looked)


def _looked(
    name: str,
    rulings: "Rulings",
    counted: "Counted | None",
    known: Looked | None,
) -> Looked:
    from clearway.picture import corrected

    corrections = None if name in rulings.rejected else rulings.corrections[name]
    if known is not None:
        if known.corrections == corrections:
            return known
        counted = known.counted
    if counted is None:
        return Looked(corrections=corrections, counted=None, changed=None)
    claim, day, until = counted
    became = None if corrections is None else corrected(claim, rulings.corrections[name])
    # on the day of its publication a report that a later version replaced is current yet
    changed_ = Changed(before=claim, now=became, published=day, since=day or date.max, until=until)
    return Looked(corrections=corrections, counted=counted, changed=changed_)


def as_judged(
    claims: Iterable[Claim], changed: Iterable[Changed], as_of: date | None, belongs: Callable[[Side], bool]
) -> tuple[Claim, ...]:
    """The claims as people judged them to be: those that still belong, and others that do now."""
    counting = {one.before.id: one for one in changed if one.on(as_of)}
    kept = [claim for claim in claims if claim.id not in counting]
    return (*kept, *(one.now for one in counting.values() if one.now is not None and belongs(one.sides[-1])))


@dataclass(frozen=True, slots=True, kw_only=True)
class Growth:
    """Claims by place and by month as they became more; `changed` is what people judged of some of them since."""

    places: Tally[tuple[Spot, str]]
    months: Tally[tuple[str, date | None]]
    seen: Seen
    readings: Mapping[date, int]

    def sites(self, as_of: date | None, changed: Iterable[Changed] = ()) -> tuple[Sited, ...]:
        """Every place that claims named on a day, with how many of each kind did, that of most first."""
        counted: dict[Spot, Counter[str]] = defaultdict(Counter)
        for (spot, kind), number in self.places.on(as_of):
            counted[spot][kind] = number
        for one in changed:
            if one.on(as_of):
                _shift(counted, one)
        return sited(counted)

    def at(self, spot: Spot, as_of: date | None) -> dict[str, int]:
        """How many claims of each kind named a place on a day, as they were read."""
        kinds = sorted({kind for kind, _ in self.months.keys})  # each claim speaks of a month, or of none
        found = {kind: self.places.of((spot, kind), as_of) for kind in kinds}
        return {kind: number for kind, number in found.items() if number > 0}

    def months_on(self, as_of: date | None, changed: Iterable[Changed] = ()) -> tuple[Spoken, ...]:
        """How many claims of each kind spoke of each month on a day."""
        counted = Counter(dict(self.months.on(as_of)))
        for one in changed:
            if one.on(as_of):
                for claim, day, _ in one.sides:
                    counted[claim.kind, day.replace(day=1) if day else None] += -1 if claim is one.before else 1
        return spoken_of(counted)


def growth(ledger: "Ledger", before: Growth | None = None) -> Growth:
    """All claims of a ledger, counted; where some were counted `before`, only on the days that something changed."""
    now = seen(ledger)
    if before is None or not now.goes_on(before.seen):
        return _growth(ledger, now)
    readings, fresh = before.readings, set[date]()
    if now.readings != before.seen.readings:
        readings = ledger.readings_by_day()
        fresh = {day for day, number in readings.items() if number != before.readings.get(day)}
    judged = now.judged_since(before.seen)
    days = ledger.days_beside(fresh, judged) if fresh or judged else frozenset[date]()
    if len(days) > MOST_DAYS:
        return _growth(ledger, now)
    places, months = before.places, before.months
    if days:
        places = places.anew(days, _by_place(ledger, days))
        months = months.anew(days, _by_month(ledger, days))
    return Growth(places=places, months=months, seen=now, readings=readings)


def _growth(ledger: "Ledger", now: Seen) -> Growth:
    readings = ledger.readings_by_day()
    return Growth(places=Tally(_by_place(ledger)), months=Tally(_by_month(ledger)), seen=now, readings=readings)


def _by_place(
    ledger: "Ledger", days: Collection[date] | None = None
) -> Iterator[tuple[tuple[Spot, str], Mapping[date, int]]]:
    return (((spot, kind), turning) for spot, kind, turning in ledger.turns_by_place(days))


def _by_month(
    ledger: "Ledger", days: Collection[date] | None = None
) -> Iterator[tuple[tuple[str, date | None], Mapping[date, int]]]:
    return (((kind, month), turning) for kind, month, turning in ledger.turns_by_month(days))


def _shift(counted: Mapping[Spot, Counter[str]], one: Changed) -> None:
    for claim, _, spots in one.sides:
        for spot in spots:
            counted[spot][claim.kind] += -1 if claim is one.before else 1
