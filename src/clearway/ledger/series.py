"""The first findings of many series at once: a statement for each would take longer to ask than to answer."""

import json
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import ARRAY, Connection, Date, Select, Text, bindparam, func, select, true

from clearway.ledger import tables
from clearway.ledger.few import at_most
from clearway.ledger.stood import on

_STANDING = tables.standing.c


def first_of(connection: Connection, day: date, series: Iterable[str], *, most: int) -> Mapping[str, list[str]]:
    """The records of at most so many findings of each series that stood on a day, in line, by the series."""
    found: dict[str, list[tuple[str, str]]] = {}
    names = list(dict.fromkeys(series))
    if connection.dialect.name == "sqlite":
        rows = connection.execute(_first_each(), {"day": day, "most": most, "names": json.dumps(names)}).all()
    else:
        rows = connection.execute(_first_beside(), {"day": day, "most": most, "names": names}).all()
    for name, line, record in rows:
        found.setdefault(name, []).append((line, record))
    # nobody promises in which order the rows come
    return {name: [record for _, record in sorted(some)] for name, some in found.items()}


@cache
def _first_each() -> Select[Any]:
    """Of each of the `names`, a list in JSON as SQLite takes it: no index is read further than it takes."""
    asked = func.json_each(bindparam("names", type_=Text)).table_valued("value", name="asked")
    mine = select(_STANDING.number).where(on(bindparam("day", type_=Date)), _STANDING.series == asked.c.value)
    mine = mine.order_by(_STANDING.line).limit(at_most("most")).correlate(asked)
    its = tables.standing.alias("its")
    return select(its.c.series, its.c.line, its.c.record).select_from(asked.join(its, its.c.number.in_(mine)))


@cache
def _first_beside() -> Select[Any]:
    """The same of the `names`, an array as servers take it: of a union they would plan each part by itself."""
    asked = func.unnest(bindparam("names", type_=ARRAY(Text()))).table_valued("name", name="asked").render_derived()
    mine = select(_STANDING.series, _STANDING.line, _STANDING.record).where(on(bindparam("day", type_=Date)))
    mine = mine.where(_STANDING.series == asked.c.name).order_by(_STANDING.line).limit(at_most("most"))
    first = mine.lateral("first")
    return select(first.c.series, first.c.line, first.c.record).select_from(asked.join(first, true()))
