"""The first findings of many series at once: a statement for each would take longer to ask than to answer."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import CompoundSelect, Connection, Date, Integer, bindparam, select, union_all

from clearway.ledger import tables
from clearway.ledger.stood import on

_STANDING = tables.standing.c
TOGETHER = 48
"""Series asked for in one statement, which is always the same one."""


def first_of(connection: Connection, day: date, series: Iterable[str], *, most: int) -> Mapping[str, list[str]]:
    """The records of at most so many findings of each series that stood on a day, in line, by the series."""
    found: dict[str, list[tuple[str, str]]] = {}
    for asked in _parts(series):
        for name, line, record in connection.execute(_first(), {"day": day, "most": most, **asked}).all():
            found.setdefault(name, []).append((line, record))
    # nobody promises in which order the rows of a union come
    return {name: [record for _, record in sorted(some)] for name, some in found.items()}


def _parts(series: Iterable[str]) -> Iterator[dict[str, str]]:
    names = list(dict.fromkeys(series))
    for start in range(0, len(names), TOGETHER):
        some = names[start : start + TOGETHER]
        yield {f"series_{number}": some[number] if number < len(some) else "" for number in range(TOGETHER)}


@cache
def _first() -> CompoundSelect[Any]:
    """Each part is limited by itself, so that its index is read no further."""
    parts = []
    for number in range(TOGETHER):
        mine = select(_STANDING.series, _STANDING.line, _STANDING.record).where(on(bindparam("day", type_=Date)))
        mine = mine.where(_STANDING.series == bindparam(f"series_{number}")).order_by(_STANDING.line)
        parts.append(select(mine.limit(bindparam("most", type_=Integer)).subquery()))
    return union_all(*parts)
