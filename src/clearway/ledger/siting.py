"""Which claims tell of which place on the map and of which day: an index that counting alone reads."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, exists, func, insert, select

from clearway.ledger import tables
from clearway.ledger.tables import EVERYWHERE
from clearway.model import Claim, Spot, from_json, spots_of, to_json

_SITED, _FINDER, _EDITION, _PLACE = tables.sited.c, tables.finder.c, tables.edition.c, tables.place.c
ASKED = 400
"""Values asked for in one statement."""


def write(connection: Connection, claims: Mapping[str, Claim], published: date | None) -> None:
    """Count the current claims of one report at their places."""
    spots = {name: spots_of(claim) for name, claim in claims.items()}
    numbers = _places(connection, {spot.id: spot for some in spots.values() for spot in some})
    found: list[dict[str, Any]] = []
    names = list(claims)
    for start in range(0, len(names), ASKED):
        some = select(_FINDER.number, _FINDER.claim_id).where(_FINDER.claim_id.in_(names[start : start + ASKED]))
        for number, name in connection.execute(some):
            claim = claims[name]
            row = {
                "number": number,
                "kind": claim.kind,
                "spoken": (claim.period.last if claim.period else published) or date.max,
                "day": published or date.max,
            }
            places = {EVERYWHERE, *(numbers[spot.id] for spot in spots[name])}
            found += [{**row, "place": place} for place in sorted(places)]
    if found:
        connection.execute(insert(tables.sited), found)


def _places(connection: Connection, spots: Mapping[str, Spot]) -> Mapping[str, int]:
    """The numbers of these places by their ids; those that the ledger does not know yet are given one."""
    known = _numbers(connection, list(spots))
    fresh = [{"id": name, "record": to_json(spot).decode()} for name, spot in spots.items() if name not in known]
    if fresh:
        connection.execute(insert(tables.place), fresh)
        known |= _numbers(connection, [row["id"] for row in fresh])
    return known


def _numbers(connection: Connection, ids: Sequence[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for start in range(0, len(ids), ASKED):
        some = select(_PLACE.id, _PLACE.number).where(_PLACE.id.in_(ids[start : start + ASKED]))
        found |= {row.id: row.number for row in connection.execute(some)}
    return found


def count_by_place(
    connection: Connection, as_of: date | None, place: str | None = None
) -> Iterator[tuple[Spot, str, int]]:
    """How many claims of each kind told of each place, or of one, of those that counted on a day."""
    asked = select(tables.place) if place is None else select(tables.place).where(_PLACE.id == place)
    spots = {row.number: from_json(row.record, Spot) for row in connection.execute(asked)}
    at = _SITED.place != EVERYWHERE if place is None else _SITED.place == next(iter(spots), EVERYWHERE)
    for number, kind, count in _counted(connection, (_SITED.place, _SITED.kind), (at,), as_of):
        if number in spots:
            yield spots[number], kind, count


def count_by_day(connection: Connection, as_of: date | None) -> Iterator[tuple[str, date | None, int]]:
    """How many claims of each kind speak of each day, of those that counted on a day; the last one is unknown."""
    at = (_SITED.place == EVERYWHERE,)
    for kind, spoken, count in _counted(connection, (_SITED.kind, _SITED.spoken), at, as_of):
        yield kind, None if spoken == date.max else spoken, count


def _counted(
    connection: Connection,
    by: tuple[ColumnElement[Any], ColumnElement[Any]],
    at: tuple[ColumnElement[bool], ...],
    as_of: date | None,
) -> list[tuple[Any, Any, int]]:
    """How many rows there are of each pair; those of reports that a later version had replaced are taken off again.

    Few are replaced, so that it is quicker to count these apart than to ask of each whether it was.
    """
    conditions = [*at] if as_of is None else [*at, _SITED.day <= as_of]
    whole = select(*by, func.count()).where(*conditions).group_by(*by)
    gone = (
        select(*by, func.count())
        .join_from(tables.edition, tables.finder, _FINDER.report_id == _EDITION.report_id)
        .join(tables.sited, _SITED.number == _FINDER.number)
        .where(*conditions, is_replaced(as_of))
        .group_by(*by)
    )
    less = {(one, other): count for one, other, count in connection.execute(gone)}
    counted = [(one, other, count - less.get((one, other), 0)) for one, other, count in connection.execute(whole)]
    return [row for row in counted if row[2] > 0]


def is_replaced(as_of: date | None) -> ColumnElement[bool]:
    """Whether a later version had taken the place of a report by a day."""
    later = tables.edition.alias("later")
    newer = (later.c.work == _EDITION.work) & (later.c.place > _EDITION.place)
    return exists().where(newer if as_of is None else newer & (later.c.published <= as_of)).correlate(tables.edition)


def claims_at(
    place: str | None, kind: str, *, as_of: date | None, first: date | None, last: date | None, most: int
) -> Select[Any]:
    """The records of the claims of a kind at a place (anywhere), those that speak of the last days first."""
    made = tables.made.c
    number = select(_PLACE.number).where(_PLACE.id == place).scalar_subquery() if place else EVERYWHERE
    statement = (
        select(made.record)
        .join_from(tables.sited, tables.finder, _FINDER.number == _SITED.number)
        .join(tables.edition, _EDITION.report_id == _FINDER.report_id)
        .join(tables.made, (made.reading_id == _FINDER.reading_id) & (made.claim_id == _FINDER.claim_id))
        .where(_SITED.place == number, _SITED.kind == kind, ~is_replaced(as_of))
    )
    if as_of is not None:
        statement = statement.where(_SITED.day <= as_of)
    if first is not None:
        statement = statement.where(_SITED.spoken >= first)
    if last is not None:
        statement = statement.where(_SITED.spoken <= last)
    return statement.order_by(_SITED.spoken.desc(), _SITED.day.desc(), _SITED.number.desc()).limit(most)


def spot_named(connection: Connection, place: str) -> Spot | None:
    """The place of this id."""
    record = connection.scalars(select(_PLACE.record).where(_PLACE.id == place)).one_or_none()
    return from_json(record, Spot) if record else None


def span(connection: Connection) -> tuple[date | None, date | None]:
    """The first and the last day on which a report was published."""
    days = select(_EDITION.day).where(_EDITION.day < date.max)
    ends = (days.order_by(order).limit(1) for order in (_EDITION.day, _EDITION.day.desc()))
    first, last = (connection.scalars(one).one_or_none() for one in ends)
    return first, last
