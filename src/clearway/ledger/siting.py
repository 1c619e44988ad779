"""Which claims tell of which place on the map and of which day: an index that counting alone reads."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Connection, Date, Integer, Select, bindparam, func, insert, select

from clearway.ledger import searching, tables
from clearway.ledger.tables import EVERYWHERE
from clearway.model import Claim, Spot, from_json, spots_of, to_json

_SITED, _FINDER, _EDITION, _PLACE = tables.sited.c, tables.finder.c, tables.edition.c, tables.place.c
FEW = 3_000
"""Rows up to which each is looked up by itself."""
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


def count_at(connection: Connection, place: str, as_of: date | None) -> Mapping[str, int]:
    """How many claims of each kind name a place, of those that counted on a day."""
    number = select(_PLACE.number).where(_PLACE.id == place).scalar_subquery()
    at = (_SITED.place == number,)
    counted = _come(connection, (_SITED.kind,), at, as_of)
    replaced = _gone_of(connection, counted, (_SITED.kind,), at, as_of)
    return {key[0]: count for key, count in _less(counted, replaced).items()}


def count_by_day(
    connection: Connection, as_of: date | None, first: date, last: date
) -> Iterator[tuple[str, date | None, int]]:
    """How many claims of each kind speak of each of some days, of those that counted on a day; the last is unknown."""
    by = _SITED.kind, _SITED.spoken
    at = _SITED.place == EVERYWHERE, _SITED.kind.in_(_kinds()), _SITED.spoken >= first, _SITED.spoken <= last
    counted = _come(connection, by, at, as_of)
    few = sum(counted.values()) <= FEW
    gone = _gone_near(connection, by, at, as_of) if few else _gone(connection, by, at, as_of)
    for (kind, spoken), count in _less(counted, gone).items():
        yield kind, None if spoken == date.max else spoken, count


Counted = Mapping[tuple[Any, ...], int]
"""How many rows there are of each of some columns."""


def _kinds() -> Select[Any]:
    """The kinds of all claims, each looked up behind the one before; with them an index by kind finds days too."""
    first = select(func.min(_SITED.kind).label("kind")).where(_SITED.place == EVERYWHERE).cte("kinds", recursive=True)
    behind = select(func.min(_SITED.kind)).where(_SITED.place == EVERYWHERE, _SITED.kind > first.c.kind)
    following = behind.correlate(first).scalar_subquery()
    known = first.union_all(select(following).where(first.c.kind.is_not(None)))
    return select(known.c.kind).where(known.c.kind.is_not(None))


def _come(
    connection: Connection, by: Sequence[ColumnElement[Any]], at: Sequence[ColumnElement[bool]], as_of: date | None
) -> Counted:
    whole = select(*by, func.count()).where(*_known(at, as_of)).group_by(*by)
    return {(*row[:-1],): row[-1] for row in connection.execute(whole)}


def _gone_of(
    connection: Connection,
    counted: Counted,
    by: Sequence[ColumnElement[Any]],
    at: Sequence[ColumnElement[bool]],
    as_of: date | None,
) -> Counted:
    """How many of the rows counted are of reports that a later version had replaced, asked in the quicker way."""
    few = sum(counted.values()) <= FEW
    return _gone_of_few(connection, by, at, as_of) if few else _gone(connection, by, at, as_of)


def _gone(
    connection: Connection, by: Sequence[ColumnElement[Any]], at: Sequence[ColumnElement[bool]], as_of: date | None
) -> Counted:
    """Those of reports that a later version had replaced, found from these reports."""
    numbers = select(_FINDER.number).join_from(tables.edition, tables.finder, _FINDER.report_id == _EDITION.report_id)
    numbers = numbers.where(_EDITION.work.in_(searching.of_several()), searching.is_replaced(as_of))
    gone = select(*by, func.count()).where(_SITED.number.in_(numbers), *_known(at, as_of)).group_by(*by)
    return {(*row[:-1],): row[-1] for row in connection.execute(gone)}


def _gone_of_few(
    connection: Connection, by: Sequence[ColumnElement[Any]], at: Sequence[ColumnElement[bool]], as_of: date | None
) -> Counted:
    """The same where there are few rows: of each it is asked whether its report was replaced."""
    report = _EDITION.report_id == _FINDER.report_id
    its = select(_FINDER.number).join_from(tables.finder, tables.edition, report)
    its = its.where(_FINDER.number == _SITED.number, searching.is_replaced(as_of))
    gone = select(*by, func.count()).where(*_known(at, as_of), its.correlate(tables.sited).exists()).group_by(*by)
    return {(*row[:-1],): row[-1] for row in connection.execute(gone)}


def _gone_near(
    connection: Connection, by: Sequence[ColumnElement[Any]], at: Sequence[ColumnElement[bool]], as_of: date | None
) -> Counted:
    """The same of claims that speak of some days: reports come soon behind these, and few days' are replaced ones."""
    days = select(_SITED.day).where(*_known(at, as_of)).distinct()
    replaced = select(_EDITION.report_id).where(_EDITION.day.in_(days), searching.is_replaced(as_of))
    gone = select(*by, func.count()).join_from(tables.sited, tables.finder, _FINDER.number == _SITED.number)
    gone = gone.where(*_known(at, as_of), _FINDER.report_id.in_(replaced)).group_by(*by)
    return {(*row[:-1],): row[-1] for row in connection.execute(gone)}


def _known(at: Sequence[ColumnElement[bool]], as_of: date | None) -> Sequence[ColumnElement[bool]]:
    return at if as_of is None else (*at, _SITED.day <= as_of)


def _less(counted: Counted, gone: Counted) -> Counted:
    left = {key: count - gone.get(key, 0) for key, count in counted.items()}
    return {key: count for key, count in left.items() if count > 0}


@cache
def claims_at(*, anywhere: bool, asked: frozenset[str]) -> Select[Any]:
    """The records of `most` claims of a `kind` at a `place`, or anywhere, those that speak of the last days first.

    `as_of`, `first` and `last` may be asked for too. Made once for each: it is asked of one kind after another.
    """
    made = tables.made.c
    day = {name: bindparam(name, type_=Date) for name in asked}
    number = select(_PLACE.number).where(_PLACE.id == bindparam("place")).scalar_subquery()
    chosen = (
        select(_SITED.number, _SITED.spoken, _SITED.day)
        .join_from(tables.sited, tables.finder, _FINDER.number == _SITED.number)
        .join(tables.edition, _EDITION.report_id == _FINDER.report_id)
        .where(_SITED.place == (EVERYWHERE if anywhere else number), _SITED.kind == bindparam("kind"))
        .where(~searching.is_replaced(day.get("as_of")))
    )
    if "as_of" in asked:
        chosen = chosen.where(_SITED.day <= day["as_of"])
    if "first" in asked:
        chosen = chosen.where(_SITED.spoken >= day["first"])
    if "last" in asked:
        chosen = chosen.where(_SITED.spoken <= day["last"])
    order = _SITED.spoken.desc(), _SITED.day.desc(), _SITED.number.desc()
    # chosen before their records are read, or a server reads all to sort them
    few = chosen.order_by(*order).limit(bindparam("most", type_=Integer)).subquery()
    return (
        select(made.record)
        .join_from(few, tables.finder, _FINDER.number == few.c.number)
        .join(tables.made, (made.reading_id == _FINDER.reading_id) & (made.claim_id == _FINDER.claim_id))
        .order_by(few.c.spoken.desc(), few.c.day.desc(), few.c.number.desc())
    )


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
