"""Which findings newer ones of their series have taken the place of, day by day: noted when they are folded."""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import Connection, Select, bindparam, delete, insert, select

from clearway.ledger import tables
from clearway.ledger.protocol import Superseding
from clearway.ledger.stood import known_of

_STANDING, _SUPERSEDED, _MOVED = tables.standing.c, tables.superseded.c, tables.moved.c
SERIES_AT_ONCE = 20
ASKED = 400
"""Numbers or names asked for in one statement."""


def move(connection: Connection, series: Iterable[str]) -> None:
    """Note that findings of these series came or went."""
    names = sorted(set(series))
    for start in range(0, len(names), ASKED):
        some = names[start : start + ASKED]
        held = set(connection.scalars(select(_MOVED.series).where(_MOVED.series.in_(some))))
        fresh = [{"series": name} for name in some if name not in held]
        if fresh:
            connection.execute(insert(tables.moved), fresh)


def move_all(connection: Connection) -> None:
    """Note that all findings are to be looked at: the ledger was folded before any of this was noted."""
    series = select(_STANDING.series).where(_STANDING.series.is_not(None)).distinct()
    connection.execute(tables.moved.insert().from_select(["series"], series))


def note(connection: Connection, superseding: Superseding) -> int:
    """Note anew of some series that were moved which of their findings are superseded when; how many series."""
    names = connection.scalars(select(_MOVED.series).order_by(_MOVED.series).limit(SERIES_AT_ONCE)).all()
    for name in names:
        rows = connection.execute(_of_series(), {"series": name}).all()
        spans = superseding([known_of(row) for row in rows])
        wanted = {(row.number, since): until for row, some in zip(rows, spans, strict=True) for since, until in some}
        _keep(connection, wanted, _held(connection, name))
    connection.execute(delete(tables.moved).where(_MOVED.series.in_(names)))
    return len(names)


def forget(connection: Connection, numbers: Iterable[int]) -> None:
    """Take out what was noted of what stands no more; before it is taken out itself, since numbers may come again."""
    gone = sorted(numbers)
    for start in range(0, len(gone), ASKED):
        connection.execute(delete(tables.superseded).where(_SUPERSEDED.number.in_(gone[start : start + ASKED])))


@cache
def _of_series() -> Select[Any]:
    columns = _STANDING.number, _STANDING.since, _STANDING.until, _STANDING.line, _STANDING.record
    return select(*columns).where(_STANDING.series == bindparam("series")).order_by(_STANDING.number)


def _held(connection: Connection, series: str) -> Mapping[tuple[int, date], date | None]:
    both = select(tables.superseded).join_from(
        tables.standing, tables.superseded, _STANDING.number == _SUPERSEDED.number
    )
    held = connection.execute(both.where(_STANDING.series == series))
    return {(row.number, row.since): row.until for row in held}


def _keep(
    connection: Connection, wanted: Mapping[tuple[int, date], date | None], held: Mapping[tuple[int, date], date | None]
) -> None:
    """Write what differs: after a judgement hardly anything does."""
    gone = {number for number, since in held if (number, since) not in wanted}
    gone |= {number for (number, since), until in held.items() if wanted.get((number, since), until) != until}
    forget(connection, gone)
    fresh = [
        {"number": number, "since": since, "until": until}
        for (number, since), until in wanted.items()
        if number in gone or (number, since) not in held
    ]
    if fresh:
        connection.execute(insert(tables.superseded), fresh)
