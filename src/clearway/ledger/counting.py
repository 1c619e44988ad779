"""How much was known on a day, counted without going through all that stands."""

import threading
from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate
from typing import Any

from sqlalchemy import Connection, Select, func, insert, null, select, true, tuple_, update

from clearway.ledger import searching, tables
from clearway.ledger.lately import Lately
from clearway.ledger.turning import count_readings
from clearway.model.claim import BY_HAND

_STOOD = tables.stood.c
_ASKED = 200
"""Pairs asked for in one statement."""


class Difference:
    """How many more or fewer findings of a topic stand from a day on, by what was folded again."""

    def __init__(self) -> None:
        self._change: Counter[tuple[str, date]] = Counter()

    def gone(self, topic: str, since: date, until: date | None) -> None:
        """A finding that stood in these days is told no more."""
        self._change[topic, since] -= 1
        if until is not None:
            self._change[topic, until] += 1

    def come(self, topic: str, since: date, until: date | None) -> None:
        """A finding is told to have stood in these days."""
        self._change[topic, since] += 1
        if until is not None:
            self._change[topic, until] -= 1

    def write(self, connection: Connection) -> None:
        """Keep what changed."""
        changed = {spot: number for spot, number in self._change.items() if number}
        spots = sorted(changed)
        held: dict[tuple[str, date], int] = {}
        for start in range(0, len(spots), _ASKED):
            some = tuple_(_STOOD.topic, _STOOD.day).in_(spots[start : start + _ASKED])
            held |= {(row.topic, row.day): row.number for row in connection.execute(select(tables.stood).where(some))}
        fresh = [_row(spot, changed[spot]) for spot in spots if spot not in held]
        if fresh:
            connection.execute(insert(tables.stood), fresh)
        for spot in sorted(held):
            mine = (_STOOD.topic == spot[0]) & (_STOOD.day == spot[1])
            connection.execute(update(tables.stood).where(mine).values(number=held[spot] + changed[spot]))


def findings(connection: Connection, day: date) -> Mapping[str, int]:
    """How many findings of each topic stood on a day."""
    number = func.sum(_STOOD.number).label("number")
    statement = select(_STOOD.topic, number).where(_STOOD.day <= day).group_by(_STOOD.topic)
    return {row.topic: int(row.number) for row in connection.execute(statement) if row.number}


def _row(spot: tuple[str, date], number: int) -> dict[str, Any]:
    return {"topic": spot[0], "day": spot[1], "number": number}


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """How many reports and claims count on a day, up to which day; the last one is of all, dated or not."""

    days: tuple[date, ...]
    reports: tuple[int, ...]
    claims: tuple[int, ...]
    whole: tuple[int, int]
    by_hand: tuple[tuple[str, str], ...]

    def on(self, day: date | None) -> tuple[int, int]:
        """How many reports, and claims that readings made."""
        if day is None:
            return self.whole
        place = bisect_right(self.days, day) - 1
        return (self.reports[place], self.claims[place]) if place >= 0 else (0, 0)


class Heads:
    """Reports and claims as last counted: as long as there are as many readings, each day has as many of both."""

    def __init__(self, lately: Lately) -> None:
        self._lately = lately
        self._counted: tuple[int, Head] | None = None
        self._counting = threading.Lock()

    def count(self, connection: Connection, day: date | None, *, keeps: bool) -> tuple[int, int]:
        """How many reports and claims were known on a day; remembered where `keeps`, as what may be undone is not."""
        readings = self._lately.grown(connection)[0] if keeps else count_readings(connection)
        counted = self._counted
        if counted is None or counted[0] != readings:
            counted = self._count(connection, readings) if keeps else (readings, _head(connection))
        reports, claims = counted[1].on(day)
        return reports, claims + _found_by_hand(connection, counted[1].by_hand, day)

    def _count(self, connection: Connection, readings: int) -> tuple[int, Head]:
        with self._counting:  # of many who ask at once, one counts
            counted = self._counted
            if counted is None or counted[0] != readings:
                counted = self._counted = readings, _head(connection)
        return counted


def _head(connection: Connection) -> Head:
    """Count once for all days: a report counts from its day until that of the first later version."""
    turns: Counter[date] = Counter()
    said: Counter[date] = Counter()
    whole = [0, 0]
    for row in (*connection.execute(_of_one_version()), *connection.execute(_of_several_versions())):
        if row.last:
            whole = [whole[0] + row.reports, whole[1] + int(row.claims)]
        if row.since is not None and (row.until is None or row.until > row.since):
            turns[row.since] += row.reports
            said[row.since] += int(row.claims)
            if row.until is not None:
                turns[row.until] -= row.reports
                said[row.until] -= int(row.claims)
    days, reading = tuple(sorted(turns)), tables.reading.c
    by_hand = select(reading.id, reading.report_id).where(reading.extractor == BY_HAND)
    return Head(
        days=days,
        reports=tuple(accumulate(turns[day] for day in days)),
        claims=tuple(accumulate(said[day] for day in days)),
        whole=(whole[0], whole[1]),
        by_hand=tuple((row.id, row.report_id) for row in connection.execute(by_hand)),
    )


def _of_one_version() -> Select[Any]:
    """How many reports of which there is no other version, and claims in them, by day: most are such."""
    edition, reading = tables.edition.c, tables.reading.c
    counted = func.count().label("reports"), func.coalesce(func.sum(reading.claims), 0).label("claims")
    columns = edition.published.label("since"), null().label("until"), true().label("last")
    both = tables.edition.join(tables.reading, reading.id == edition.reading_id)
    statement = select(*columns, *counted).select_from(both).where(edition.work.not_in(searching.of_several()))
    return statement.group_by(edition.published)


def _of_several_versions() -> Select[Any]:
    """The same of all others, by the day of the report and that of the next version, and whether it is the last one."""
    edition, reading = tables.edition.c, tables.reading.c
    first = select(func.min(searching.LATER.c.published)).where(searching.IS_LATER)
    until = first.correlate(tables.edition).scalar_subquery().label("until")
    last = (~searching.is_replaced(None)).label("last")
    both = tables.edition.join(tables.reading, reading.id == edition.reading_id)
    single = select(edition.published.label("since"), until, last, reading.claims).select_from(both)
    each = single.where(edition.work.in_(searching.of_several())).subquery().c
    counted = func.count().label("reports"), func.coalesce(func.sum(each.claims), 0).label("claims")
    by = each.since, each.until, each.last
    return select(*by, *counted).group_by(*by)


def _found_by_hand(connection: Connection, readings: Sequence[tuple[str, str]], day: date | None) -> int:
    """How many claims that persons found in reports of a day still stand."""
    finder = tables.finder.c
    found = 0
    for start in range(0, len(readings), _ASKED):
        names, reports = zip(*readings[start : start + _ASKED], strict=True)
        mine = (finder.report_id.in_(set(reports)), finder.reading_id.in_(names), finder.live)
        current = searching.current_reports(day).where(tables.edition.c.report_id.in_(set(reports)))
        counted = select(func.count()).select_from(tables.finder).where(*mine, finder.report_id.in_(current))
        found += connection.scalars(counted).one()
    return found
