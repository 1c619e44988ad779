"""Claims over time: how many of each topic speak of each day, week, month or year."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from datetime import date, timedelta

from clearway.display import words
from clearway.display.catalogue import say
from clearway.display.figures import slug
from clearway.kinds import TOPICS, kinds
from clearway.model import Claim, Report

COLUMNS = 24
"""At most so many columns; longer spans take longer units."""

BEFORE = timedelta(days=92)
"""What lies longer before the first report than this is background, and goes into one column."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A day, week, month or year: its short name, its long name, and the claims of it by topic."""

    key: str
    name: str
    long: str
    claims: Mapping[str, tuple[str, ...]]

    def of(self, topic: str, counted: Set[str]) -> int:
        """How many of the claims that count are of a topic and speak of it."""
        return sum(claim in counted for claim in self.claims.get(topic, ()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """Topics that have claims, in their order, and the columns from first to last."""

    unit: str
    topics: tuple[tuple[str, str], ...]
    columns: tuple[Column, ...]
    most: int
    undated: int

    def shade(self, count: int) -> int:
        """How dark a cell is, from 0 for nothing to 5 for the most."""
        return 0 if not count else max(1, int(5 * count / self.most + 0.5))


def timeline(claims: Iterable[Claim], reports: Mapping[str, Report]) -> Timeline:
    """Each claim on the last day that it speaks of, or on that of its publication where it names none."""
    days = {claim.id: _day(claim, reports[claim.report]) for claim in claims}
    topic_of = {claim.id: kinds()[claim.kind].topic if claim.kind in kinds() else TOPICS[-1] for claim in claims}
    dated = {key: day for key, day in days.items() if day is not None}
    published = [report.published for report in reports.values() if report.published]
    if not dated:
        return Timeline(unit="day", topics=(), columns=(), most=0, undated=len(days))
    start = min(published, default=min(dated.values())) - BEFORE
    inside = [day for day in dated.values() if day >= start] or list(dated.values())
    unit = unit_of(min(inside), max(inside))
    cells: dict[date, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for key, day in sorted(dated.items(), key=lambda item: item[1]):
        cells[date.min if day < min(inside) else first_of(day, unit)][slug(topic_of[key])].append(key)
    filled = _filled(sorted(cells), unit)
    columns = tuple(_column(day, unit, cells.get(day, {}), min(inside)) for day in filled)
    return Timeline(
        unit=unit,
        topics=tuple((slug(topic), topic) for topic in TOPICS if topic in topic_of.values()),
        columns=columns,
        most=max(len(found) for column in columns for found in column.claims.values()),
        undated=len(days) - len(dated),
    )


def _day(claim: Claim, report: Report) -> date | None:
    return claim.period.last if claim.period else report.published


def unit_of(first: date, last: date) -> str:
    """What a column is, so that there are no more than `COLUMNS`."""
    days = (last - first).days + 1
    return next((name for name, size in (("day", 1), ("week", 7), ("month", 30)) if days <= COLUMNS * size), "year")


def first_of(day: date, unit: str) -> date:
    """The first day of the unit that holds the day."""
    if unit == "week":
        return day - timedelta(days=day.weekday())
    if unit == "month":
        return day.replace(day=1)
    return day.replace(month=1, day=1) if unit == "year" else day


def next_of(day: date, unit: str) -> date:
    """The first day of the unit behind that of the day."""
    length = {"day": 1, "week": 7, "month": 31, "year": 366}[unit]
    return first_of(day + timedelta(days=length), unit)


def _filled(days: list[date], unit: str) -> list[date]:
    """Every unit from first to last, empty ones too; background first."""
    out = [day for day in days if day == date.min]
    day, last = min(day for day in days if day != date.min), days[-1]
    while day <= last:
        out.append(day)
        day = next_of(day, unit)
    return out


def _column(day: date, unit: str, cells: Mapping[str, list[str]], start: date) -> Column:
    claims = {topic: tuple(found) for topic, found in cells.items()}
    if day == date.min:
        long = say("timeline.before", day=words.day(start))
        return Column(key="earlier", name=say("timeline.earlier"), long=long, claims=claims)
    name, long = heading(day, unit)
    return Column(key=day.isoformat(), name=name, long=long, claims=claims)


def heading(day: date, unit: str) -> tuple[str, str]:
    """The short and the long name of the unit that begins on a day."""
    month = words.month(day)
    if unit == "year":
        return str(day.year), str(day.year)
    if unit == "month":
        name = say("date.month", month=month, year=day.year)
        return name, name
    name = say("date.month_day", day=day.day, month=month)
    return name, say("date.week", day=words.day(day)) if unit == "week" else words.day(day)
