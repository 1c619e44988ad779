"""The first findings of many series at once: a statement for each would take longer to ask than to answer."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import CompoundSelect, Connection, Date, Integer, Select, Text, bindparam, func, select, union_all

from clearway.ledger import tables
from clearway.ledger.few import at_most
from clearway.ledger.stood import on

_STANDING = tables.standing.c
TOGETHER = 48
"""Series asked for in one statement, which is always the same one."""


def first_of(connection: Connection, day: date, series: Iterable[str], *, most: int) -> Mapping[str, list[str]]:
    """The records of at most so many findings of each series that stood on a day, in line, by the series."""
    found: dict[str, list[tuple[str, str]]] = {}
    names = list(dict.fromkeys(series))
    if connection.dialect.name == "sqlite":
        rows = connection.execute(_first_each(), {"day": day, "most": most, "names": json.dumps(names)}).all()
    else:
        parts = ({"day": day, "most": most, **asked} for asked in _parts(names))
        rows = [row for asked in parts for row in connection.execute(_first(), asked).all()]
    for name, line, record in rows:
        found.setdefault(name, []).append((line, record))
    # nobody promises in which order the rows come
    return {name: [record for _, record in sorted(some)] for name, some in found.items()}


@cache
def _first_each() -> Select[Any]:
    """Of each of the `names`, a list in JSON as SQLite takes it: no index is read further than it takes."""
    asked = func.json_each(bindparam("names", type_=Text)).table_valued("value", name="asked")
    mine = select(_STANDING.number).where(on(bindparam("day", type_=Date)), _STANDING.series == asked.c.value)
    mine = mine.order_by(_STANDING.line).limit(bindparam("most", type_=Integer)).correlate(asked)
    its = tables.standing.alias("its")
    return select(its.c.series, its.c.line, its.c.record).select_from(asked.join(its, its.c.number.in_(mine)))


def _parts(names: Sequence[str]) -> Iterator[dict[str, str]]:
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
        parts.append(select(mine.limit(at_most("most")).subquery()))
    return union_all(*parts)
