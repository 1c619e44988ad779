"""Incidents as all claims tell them, each with what it is chosen by."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    CompoundSelect,
    Connection,
    Date,
    Integer,
    Select,
    bindparam,
    delete,
    func,
    insert,
    select,
    union_all,
    update,
)

from clearway.ledger import tables
from clearway.ledger.few import at_most
from clearway.model import Incident, IncidentQuery, Occurrence, from_json, to_json
from clearway.model.incident import SHOWN

_HAPPENED, _DENIED = tables.happened.c, tables.denied.c
BETWEEN = "\n"
"""Before and behind each of several kinds, or areas."""
ASKED = 400
"""Values asked for in one statement."""
ESCAPE = "/"
"""What stands before a letter of a part that would stand for others."""
_LAST = "~"
"""Behind all lines of a day."""
AREAS = 40
"""Areas by which an incident is found."""


def keep(connection: Connection, made: Iterable[Occurrence]) -> None:
    """Keep incidents of heaps that have none."""
    found = list(made)
    denials = [{"claim_id": name, "heap": one.incident.lead} for one in found for name in one.incident.denials]
    if found:
        connection.execute(insert(tables.happened), [_row(one) for one in found])
    if denials:
        connection.execute(insert(tables.denied), denials)
    _tell_apart(connection, {one.incident.id for one in found})


def drop(connection: Connection, heaps: Sequence[str]) -> None:
    """Take out the incidents of these heaps."""
    gone: set[str] = set()
    for start in range(0, len(heaps), ASKED):
        some = heaps[start : start + ASKED]
        gone |= set(connection.scalars(select(_HAPPENED.place_days).where(_HAPPENED.heap.in_(some))))
        connection.execute(delete(tables.happened).where(_HAPPENED.heap.in_(some)))
        connection.execute(delete(tables.denied).where(_DENIED.heap.in_(some)))
    _tell_apart(connection, gone)


def denied_by(connection: Connection, claims: Sequence[str]) -> set[str]:
    """The heaps of the incidents that any of these denials means."""
    found: set[str] = set()
    for start in range(0, len(claims), ASKED):
        some = select(_DENIED.heap).where(_DENIED.claim_id.in_(claims[start : start + ASKED]))
        found.update(connection.scalars(some))
    return found


def chosen(query: IncidentQuery, skip: int = 0) -> tuple[Select[Any], Mapping[str, Any]]:
    """The incidents asked for but the first `skip`, in line; chosen by an index, so that no others are read."""
    asked = _asked(query)
    if query.limit is not None:
        asked |= {"most": query.limit, "first_most": query.limit + skip}
    return _chosen(frozenset(asked), skips=bool(skip)), asked | ({"skip": skip} if skip else {})


def counted(query: IncidentQuery) -> tuple[Select[Any], Mapping[str, Any]]:
    """How many incidents are asked for, whatever the limit and the line behind which they begin."""
    asked = _asked(replace(query, after=None))
    return _counted(frozenset(asked)), asked


def _asked(query: IncidentQuery) -> dict[str, Any]:
    """What is asked for, by the names that the statements have for it: they are made once for each set of names."""
    found: dict[str, Any] = {
        "after": query.after,
        "kind": None if query.kind is None else _literally(f"{BETWEEN}{query.kind}{BETWEEN}"),
        "area": None if query.area is None else _literally(f"{BETWEEN}{query.area}{BETWEEN}"),
        "place": None if query.place is None else _literally(query.place.casefold()),
        "first": query.first,
        "last": query.last,
        "from_line": query.first and str(query.first),
        "to_line": query.last and f"{query.last}{_LAST}",
    }
    return {name: one for name, one in found.items() if one is not None}


def _literally(part: str) -> str:
    for letter in (ESCAPE, "%", "_"):
        part = part.replace(letter, ESCAPE + letter)
    return part


@cache
def _chosen(asked: frozenset[str], *, skips: bool) -> Select[Any]:
    lines = _lines(asked)
    lines = lines.order_by(lines.selected_columns.line)
    if "most" in asked:
        lines = lines.limit(at_most("most"))
    if skips:
        lines = lines.offset(bindparam("skip", type_=Integer))
    found = select(_HAPPENED.incident_id, _HAPPENED.record)
    return found.where(_HAPPENED.line.in_(select(lines.subquery().c.line))).order_by(_HAPPENED.line)


@cache
def _counted(asked: frozenset[str]) -> Select[Any]:
    return select(func.count()).select_from(_lines(asked).subquery())


def incident_of(row: Any) -> Incident:
    """The incident that a row holds, under its own id."""
    incident = from_json(row.record, Incident)
    return incident if incident.id == row.incident_id else incident.aside()


def _lines(asked: frozenset[str]) -> Select[Any] | CompoundSelect[Any]:
    """The lines of the incidents asked for; the first so many (`first_most`) are among them.

    A line begins with the first day: those that began on the days asked for are found in line, and those of several
    days that began before by another index.
    """
    line, conditions = _HAPPENED.line.label("line"), _conditions(asked)
    if "last" in asked:
        conditions.append(_HAPPENED.line < _text("to_line"))
    if "first" not in asked:
        return select(line).where(*conditions)
    first = bindparam("first", type_=Date)
    begun = select(line).where(*conditions, _HAPPENED.line >= _text("from_line"))
    over = _HAPPENED.last > _HAPPENED.first, _HAPPENED.last >= first, _HAPPENED.first < first
    # in line by a sum of texts, so that nobody goes through all lines to have these few in order
    before = select(line).where(*conditions, *over).order_by(_HAPPENED.line + "")
    most = at_most("first_most") if "first_most" in asked else None
    return union_all(*(select(some.limit(most).subquery().c.line) for some in (begun.order_by(line), before)))


def _conditions(asked: frozenset[str]) -> list[ColumnElement[bool]]:
    known = {
        "after": _HAPPENED.line > _text("after"),
        "kind": _HAPPENED.kinds.contains(_text("kind"), escape=ESCAPE),
        "area": _HAPPENED.areas.contains(_text("area"), escape=ESCAPE),
        "place": _HAPPENED.place.contains(_text("place"), escape=ESCAPE),
        "first": _HAPPENED.last >= bindparam("first", type_=Date),
        "last": _HAPPENED.first <= bindparam("last", type_=Date),
    }
    return [condition for name, condition in known.items() if name in asked]


def _text(name: str) -> BindParameter[str]:
    return bindparam(name, type_=_HAPPENED.line.type)


def _tell_apart(connection: Connection, place_days: Iterable[str]) -> None:
    """Give the incidents of each place and days their ids: that of both alone to the one with most claims."""
    names, changed = sorted(place_days), []
    columns = _HAPPENED.place_days, _HAPPENED.heap, _HAPPENED.claims, _HAPPENED.incident_id
    for start in range(0, len(names), ASKED):
        some = select(*columns).where(_HAPPENED.place_days.in_(names[start : start + ASKED]))
        order = _HAPPENED.place_days, _HAPPENED.claims.desc(), _HAPPENED.heap
        before = None
        for row in connection.execute(some.order_by(*order)):
            first, before = row.place_days != before, row.place_days
            if first != (row.incident_id == row.place_days):
                changed.append(row.heap)
    for start in range(0, len(changed), ASKED):
        _swap(connection, changed[start : start + ASKED])


def _swap(connection: Connection, heaps: Sequence[str]) -> None:
    """Give each of these incidents the other of its two ids."""
    columns = _HAPPENED.heap, _HAPPENED.incident_id, _HAPPENED.record
    swapped = []
    for row in connection.execute(select(*columns).where(_HAPPENED.heap.in_(heaps))):
        incident = from_json(row.record, Incident)
        incident = incident.aside() if row.incident_id == incident.id else incident
        swapped.append({"a": row.heap, "incident_id": incident.id, "line": incident.line})
    connection.execute(update(tables.happened).where(_HAPPENED.heap == bindparam("a")), swapped)


def _row(one: Occurrence) -> dict[str, Any]:
    incident = one.incident
    told = incident.latest or date.max
    return {
        "heap": incident.lead,
        "place_days": incident.id,
        "claims": len(incident.claims),
        "incident_id": incident.id,
        "line": incident.line,
        "first": incident.period.first if incident.period else told,
        "last": incident.period.last if incident.period else told,
        "kinds": BETWEEN.join(("", *incident.kinds, "")),
        "areas": BETWEEN.join(("", *one.areas[:AREAS], "")),
        "place": (incident.place or "").casefold()[:SHOWN],
        "grade": incident.grade,
        "record": to_json(incident).decode(),
    }
