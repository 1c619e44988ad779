"""Totals of findings that are shown to have nothing in common; better none than one that counts somebody twice."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise

from clearway.model import Basis, Candidate, Certainty, Claim, Finding, Level, Measure, Number, Period, State, Total
from clearway.picture.arithmetic import SINGULAR
from clearway.picture.sentences import list_words, number_words
from clearway.picture.speakers import words_of

Siblings = Callable[[str], int]
"""How many areas of its sort the area of an id has in its parent, itself among them; nought where nobody knows."""

ONCE = frozenset({"killed"})
"""Kinds that befall nobody on two days: who was displaced on one day may be displaced again on another."""

ADDED = (Basis.EVENT, Basis.PERIOD, Basis.CUMULATIVE, Basis.STOCK)
APART = (frozenset({"man"}), frozenset({"woman"}), frozenset({"child"}))
"""Groups of which nobody is in two."""

EVERYBODY = frozenset({"person", "people", "civilian", "individual"})
SLOTS = ("act", "cause", "facility", "actor")


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """A finding that counts, where its claims say it was, the words of its group, and their other slots."""

    finding: Finding
    areas: tuple[Candidate, ...]
    group: frozenset[str]
    slots: Hashable
    plain: bool

    @property
    def area(self) -> Candidate:
        """The one place of a finding that may be added over places."""
        return self.areas[0]

    @property
    def alike(self) -> Hashable:
        """What no part of a total may differ in, but for place, days and group: what is counted, how and by whom."""
        finding = self.finding
        return (finding.kind, finding.unit, finding.basis, finding.sources, self.slots)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Findings that have nothing in common, why not, what they leave out, and which finding would be their whole."""

    parts: Sequence[Counted]
    why: str
    covers: str
    is_whole: Callable[[Counted], bool]


def totals(findings: Iterable[Finding], claims: Iterable[Claim], siblings: Siblings) -> tuple[Total, ...]:
    """Totals over areas beside each other, over days apart, and over men, women and children; each of one source."""
    by_id = {claim.id: claim for claim in claims}
    known = [one for finding in findings if (one := _counted(finding, by_id)) is not None]
    parts = [one for one in known if one.plain]
    rows = [*_over_areas(parts, siblings), *_over_days(parts), *_over_groups(parts)]
    found = (_total(row, known) for row in rows)
    return tuple(sorted((one for one in found if one), key=lambda one: (-one.low, one.words, one.parts)))


def _counted(finding: Finding, claims: Mapping[str, Claim]) -> Counted | None:
    """The finding where it asserts a count; plain where nothing stands in the way of adding it.

    A plain one is of one origin, whole, contested by nobody, and all its claims tell one place and the same days.
    """
    if finding.certainty is not Certainty.ASSERTED or finding.measure is not Measure.COUNT or finding.derived_from:
        return None
    if finding.state is State.SUPERSEDED:
        return None
    mine = [claims[name] for name in finding.claims if name in claims]
    areas = {place.resolved.id: place.resolved for claim in mine for place in claim.places if place.resolved}
    resolved = all(place.resolved and place.level in (None, place.resolved.level) for c in mine for place in c.places)
    same = len({claim.period for claim in mine if claim.period}) < 2 and len(mine) == len(finding.claims)
    sure = finding.state is State.SINGLE_SOURCE and finding.origins == 1 and finding.part_of is None
    numbered = finding.basis in ADDED and finding.status is None and finding.low is not None
    return Counted(
        finding=finding,
        areas=tuple(areas[name] for name in sorted(areas)),
        group=frozenset(SINGULAR.get(word, word) for word in words_of(finding.group)),
        slots=tuple(frozenset(words_of(getattr(claim, slot)) for claim in mine) for slot in SLOTS),
        plain=resolved and same and sure and numbered and len(areas) < 2,
    )


def _over_areas(parts: Sequence[Counted], siblings: Siblings) -> Iterator[Row]:
    """Areas of one level in one parent, each with one figure for the very same days."""
    rows: dict[Hashable, list[Counted]] = defaultdict(list)
    for part in parts:
        finding = part.finding
        code = _codes(part.area) if part.areas else None
        if code is not None and (finding.period or (finding.basis is Basis.STOCK and finding.as_of)):
            days = (finding.period, finding.as_of if finding.basis is Basis.STOCK else None)
            rows[part.alike, part.group, part.area.level, code[:-1], days].append(part)
    for row in rows.values():
        if len(row) < 2 or len({_codes(part.area) for part in row}) < len(row):
            continue
        number = siblings(row[0].area.id)
        among = f" of the {number}" if number >= len(row) else ""
        parent = row[0].area.adm1 if row[0].area.level is Level.ADM2 else row[0].area.country
        names = list_words(sorted(part.area.name for part in row))
        yield Row(
            parts=row,
            why=f"areas beside each other ({names}) and the same days",
            covers=f"{len(row)}{among} areas of {parent}",
            is_whole=partial(_of_areas, row),
        )


def _over_days(parts: Sequence[Counted]) -> Iterator[Row]:
    """Days apart at one place, of what befalls nobody twice."""
    rows: dict[Hashable, list[Counted]] = defaultdict(list)
    for part in parts:
        if part.finding.kind in ONCE and part.areas and part.finding.basis is Basis.EVENT and part.finding.period:
            rows[part.alike, part.group, part.area.id].append(part)
    for row in rows.values():
        row.sort(key=lambda part: _period(part).first)
        if len(row) < 2 or any(_period(later).first <= _period(before).last for before, later in pairwise(row)):
            continue
        first, last = _period(row[0]).first, _period(row[-1]).last
        days = list_words([_said(_period(part)) for part in row])
        left = f"{len(row)} tellings between {first} and {last}, not every day"
        yield Row(parts=row, why=f"one place, days apart ({days})", covers=left, is_whole=partial(_of_days, row))


def _over_groups(parts: Sequence[Counted]) -> Iterator[Row]:
    """Men, women and children at one place in the same days."""
    rows: dict[Hashable, list[Counted]] = defaultdict(list)
    for part in parts:
        if part.group - EVERYBODY in APART and part.finding.unit == "person" and part.finding.period:
            rows[part.alike, part.areas and part.area.id, part.finding.period, part.finding.as_of].append(part)
    for row in rows.values():
        groups = {part.group - EVERYBODY for part in row}
        if len(groups) < 2 or len(groups) < len(row):
            continue
        left = list_words([next(iter(group)) for group in APART if group not in groups])
        yield Row(
            parts=row,
            why="nobody is two of man, woman and child",
            covers=f"none told as {left}" if left else "none of unknown sex or age",
            is_whole=partial(_of_groups, row),
        )


def _of_areas(row: Sequence[Counted], one: Counted) -> bool:
    """Whether a finding counts the same people in an area that holds all of a row."""
    inside = any(all(_holds(area, part.area) for part in row) for area in one.areas)
    return inside and one.group == row[0].group and _days_of(one, row[0])


def _of_days(row: Sequence[Counted], one: Counted) -> bool:
    """Whether a finding counts the same people at the place of a row, over all its days."""
    days = one.finding.period
    long = days is not None and days.first <= _period(row[0]).first and days.last >= _period(row[-1]).last
    return long and one.group == row[0].group and row[0].area.id in {area.id for area in one.areas}


def _of_groups(row: Sequence[Counted], one: Counted) -> bool:
    """Whether a finding counts people as such at the place and in the days of a row."""
    return one.group <= EVERYBODY and one.areas == row[0].areas and _days_of(one, row[0])


def _total(row: Row, known: Sequence[Counted]) -> Total | None:
    """What a row comes to; nothing where its source has a figure of which nobody can tell whether it is the whole."""
    findings = [part.finding for part in row.parts]
    mine = {finding.id for finding in findings}
    first = row.parts[0]
    like = [one for one in known if one.finding.id not in mine and _asks(one) == _asks(first)]
    if first.areas and any(not one.areas and one.finding.sources == first.finding.sources for one in like):
        return None
    whole = next((one.finding for one in like if row.is_whole(one)), None)
    lows = [finding.low.value for finding in findings if finding.low and finding.low.value is not None]
    highs = [finding.high.value for finding in findings if finding.high and finding.high.value is not None]
    if len(lows) < len(findings):
        return None
    low, high = sum(lows), sum(highs) if len(highs) == len(findings) else None
    told = list_words([f"{one.statement}, {_told(one)}" for one in findings])
    words = f"{_range(low, high)} added: {told} ({', '.join(findings[0].sources)})"
    return Total(
        words=f"{words}; reported of all: {whole.statement}" if whole else words,
        low=low,
        high=high,
        why=row.why,
        covers=row.covers,
        parts=tuple(finding.id for finding in findings),
        whole=whole.id if whole else None,
    )


def _asks(one: Counted) -> Hashable:
    return (one.finding.kind, one.finding.unit)


def _days_of(one: Counted, part: Counted) -> bool:
    """Whether a finding speaks of the days of a part, or of more."""
    days, mine = one.finding.period, part.finding.period
    if days is None or mine is None:
        return days is mine and one.finding.as_of == part.finding.as_of
    return days.first <= mine.first and days.last >= mine.last


def _holds(outer: Candidate, inner: Candidate) -> bool:
    codes, mine = _codes(outer), _codes(inner)
    if outer.level is Level.COUNTRY:
        return outer.country is not None and outer.country == inner.country
    return codes is not None and mine is not None and len(codes) < len(mine) and mine[: len(codes)] == codes


def _codes(area: Candidate) -> tuple[str, ...] | None:
    """The codes of an area and of those that hold it, the largest first; `None` where one is not known."""
    codes = {Level.ADM1: (area.country, area.adm1_code), Level.ADM2: (area.country, area.adm1_code, area.adm2_code)}
    told = codes.get(area.level, ())
    known = tuple(code for code in told if code is not None)
    return known if known and len(known) == len(told) else None


def _period(part: Counted) -> Period:
    period = part.finding.period
    if period is None:
        raise ValueError(part.finding.id)
    return period


def _told(finding: Finding) -> str:
    period = f" {_said(finding.period)}" if finding.period else ""
    return f"{finding.place or 'no place told'}{period}"


def _said(period: Period) -> str:
    return str(period.first) if period.first == period.last else f"{period.first} to {period.last}"


def _range(low: Number, high: Number | None) -> str:
    if high is None:
        return f"at least {number_words(low)}"
    return number_words(low) if low == high else f"{number_words(low)} to {number_words(high)}"
