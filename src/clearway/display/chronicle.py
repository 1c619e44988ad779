"""Counted claims over time, by topic and by day, week, month or year, with the events of each."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from clearway.display import words
from clearway.display.catalogue import say
from clearway.display.sites import topic_names
from clearway.display.timeline import BEFORE, first_of, heading, next_of, unit_of
from clearway.display.view import topic_of

EVENTS = "events"
"""What stands in the place of a topic for events."""
FIRST, LAST = date(1, 1, 1), date(9999, 12, 31)


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A column: its days, both inclusive, its short and its long name, and how much is told of each topic."""

    first: date
    last: date
    name: str
    long: str
    counts: dict[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chronicle:
    """Topics that have claims, by slug, and the columns from first to last; `undated` claims speak of no known day.

    `most` are the largest counts of claims and of events, by which cells are shaded.
    """

    unit: str
    topics: dict[str, str]
    columns: tuple[Span, ...]
    most: int
    most_events: int
    undated: int

    def shade(self, topic: str, count: int) -> int:
        """How dark a cell is, from 0 for nothing to 5 for the most."""
        most = self.most_events if topic == EVENTS else self.most
        return max(1, int(5 * count / most + 0.5)) if count else 0


def chronicle(
    spoken: Iterable[tuple[str, date | None, int]],
    events: Iterable[tuple[date, int]],
    *,
    published: tuple[date | None, date | None],
    span: tuple[date | None, date | None] = (None, None),
) -> Chronicle:
    """Claims by kind and day with how many, and events by day, put into columns.

    Without a `span`, what lies long before the first report or behind the last one goes into a column of its own.
    """
    counted: Counter[tuple[str, date]] = Counter()
    undated = 0
    topic = cache(topic_of)  # thousands of days have few kinds
    for kind, day, number in spoken:
        if day is None:
            undated += number
        elif _within(day, span):
            counted[topic(kind), day] += number
    for day, number in events:
        if _within(day, span):
            counted[EVENTS, day] += number
    if not counted:
        return Chronicle(unit="day", topics={}, columns=(), most=0, most_events=0, undated=undated)
    days = {day for _, day in counted}
    start, end = span if None not in span else _ends(days, published)
    inside = [day for day in days if (start or FIRST) <= day <= (end or LAST)] or sorted(days)
    unit = unit_of(min(inside), max(inside))
    columns = tuple(_columns(counted, min(inside), max(inside), unit))
    names = topic_names() | {EVENTS: say("timeline.events")}
    found = {topic for topic, _ in counted}
    cells = [(topic, number) for column in columns for topic, number in column.counts.items()]
    return Chronicle(
        unit=unit,
        topics={name: shown for name, shown in names.items() if name in found},
        columns=columns,
        most=max((number for topic, number in cells if topic != EVENTS), default=0),
        most_events=max((number for topic, number in cells if topic == EVENTS), default=0),
        undated=undated,
    )


def _within(day: date, span: tuple[date | None, date | None]) -> bool:
    first, last = span
    return (first is None or first <= day) and (last is None or day <= last)


def _ends(days: Iterable[date], published: tuple[date | None, date | None]) -> tuple[date, date]:
    """The days between which nothing is background."""
    known = sorted(days)
    first, last = published[0] or known[0], published[1] or known[-1]
    return first - min(BEFORE, first - FIRST), last + min(BEFORE, LAST - last)


def _columns(counted: Mapping[tuple[str, date], int], first: date, last: date, unit: str) -> Iterable[Span]:
    early = {key: number for key, number in counted.items() if key[1] < first}
    late = {key: number for key, number in counted.items() if key[1] > last}
    cells: dict[date, Counter[str]] = defaultdict(Counter)
    begins = {day: first_of(day, unit) for day in {day for _, day in counted} if first <= day <= last}
    for (topic, day), number in counted.items():
        if day in begins:
            cells[begins[day]][topic] += number
    if early:
        day = first - timedelta(days=1)
        long = say("timeline.before", day=words.day(first))
        yield Span(
            first=min(day for _, day in early), last=day, name=say("timeline.earlier"), long=long, counts=_sum(early)
        )
    day = first_of(first, unit)
    while day <= last:
        end = next_of(day, unit) - timedelta(days=1)
        name, long = heading(day, unit)
        yield Span(first=day, last=end, name=name, long=long, counts=dict(cells.get(day, {})))
        day = next_of(day, unit)
    if late:
        day = last + timedelta(days=1)
        long = say("timeline.behind", day=words.day(last))
        yield Span(
            first=day,
            last=_month_end(max(day for _, day in late)),
            name=say("timeline.later"),
            long=long,
            counts=_sum(late),
        )


def _month_end(day: date) -> date:
    """The last day of a month: of many days, claims are told by the first of their month."""
    return LAST if day.replace(day=1) >= LAST.replace(day=1) else next_of(day, "month") - timedelta(days=1)


def _sum(some: Mapping[tuple[str, date], int]) -> dict[str, int]:
    found: Counter[str] = Counter()
    for (topic, _), number in some.items():
        found[topic] += number
    return dict(found)
