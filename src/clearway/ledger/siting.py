"""Which claims tell of which place on the map and of which day: an index that counting alone reads."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import (
    ARRAY,
    BindParameter,
    ColumnElement,
    Connection,
    Date,
    Integer,
    Select,
    Subquery,
    bindparam,
    func,
    insert,
    literal_column,
    select,
    true,
    union_all,
)

from clearway.ledger import searching, tables
from clearway.ledger.among import among
from clearway.ledger.columns import Escaped
from clearway.ledger.few import at_most
from clearway.ledger.tables import EVERYWHERE
from clearway.model import Claim, Spot, from_json, spots_of, to_json

_SITED, _FINDER, _EDITION, _PLACE = tables.sited.c, tables.finder.c, tables.edition.c, tables.place.c
_ANYWHERE = literal_column(str(EVERYWHERE), Integer)
"""Written as it is: of no other place are there as many claims, and a server plans for that."""
FEW = 3_000
"""Rows up to which each is looked up by itself."""
ASKED = 400
"""Values asked for in one statement."""
TOGETHER = 14
"""Kinds of which claims are asked for in one statement, which is always the same one."""


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
    what = _Counted(by_day=False, dated=as_of is not None)
    asked = {"place": place, "as_of": as_of} if as_of else {"place": place}
    counted = _rows(connection, _come(what), asked)
    gone = _gone_of_few(what) if sum(counted.values()) <= FEW else _gone(what)
    return {key[0]: count for key, count in _less(counted, _rows(connection, gone, asked)).items()}


def count_by_day(
    connection: Connection, as_of: date | None, first: date, last: date
) -> Iterator[tuple[str, date | None, int]]:
    """How many claims of each kind speak of each of some days, of those that counted on a day; the last is unknown."""
    what = _Counted(by_day=True, dated=as_of is not None)
    asked = {"first": first, "last": last} | ({"as_of": as_of} if as_of else {})
    counted = _rows(connection, _come(what), asked)
    few = sum(counted.values()) <= FEW
    gone = _gone_near(connection, what, asked) if few else _rows(connection, _gone(what), asked)
    for (kind, spoken), count in _less(counted, gone).items():
        yield kind, None if spoken == date.max else spoken, count


Counts = Mapping[tuple[Any, ...], int]
"""How many rows there are of each of some columns."""


class _Counted(NamedTuple):
    """What is counted: the claims of a `place` by kind, or those of all days from `first` to `last` by kind and day.

    Where it is `dated`, those that counted on the day `as_of`. Statements are made once for each: making one takes
    longer than asking it.
    """

    by_day: bool
    dated: bool

    @property
    def by(self) -> Sequence[ColumnElement[Any]]:
        """What tells them apart."""
        return (_SITED.kind, _SITED.spoken) if self.by_day else (_SITED.kind,)

    @property
    def at(self) -> Sequence[ColumnElement[bool]]:
        """Which rows they are."""
        if self.by_day:
            # by their kinds, with which an index by kind finds days too
            return _SITED.place == _ANYWHERE, _SITED.kind.in_(_kinds()), *self.on
        number = select(_PLACE.number).where(_PLACE.id == bindparam("place")).scalar_subquery()
        return _SITED.place == number, *self.on

    @property
    def on(self) -> Sequence[ColumnElement[bool]]:
        """On which days they were told, and of which they speak."""
        first, last = (bindparam(name, type_=Date) for name in ("first", "last"))
        spoken = (_SITED.spoken >= first, _SITED.spoken <= last) if self.by_day else ()
        return spoken if self.as_of is None else (*spoken, _SITED.day <= self.as_of)

    @property
    def as_of(self) -> BindParameter[date] | None:
        """The day on which they counted."""
        return bindparam("as_of", type_=Date) if self.dated else None


def _rows(connection: Connection, statement: Select[Any], asked: Mapping[str, Any]) -> Counts:
    return {(*key,): number for *key, number in connection.execute(statement, asked)}


@cache
def _kinds() -> Select[Any]:
    """The kinds of all claims, each looked up behind the one before."""
    first = select(func.min(_SITED.kind).label("kind")).where(_SITED.place == _ANYWHERE).cte("kinds", recursive=True)
    behind = select(func.min(_SITED.kind)).where(_SITED.place == _ANYWHERE, _SITED.kind > first.c.kind)
    following = behind.correlate(first).scalar_subquery()
    known = first.union_all(select(following).where(first.c.kind.is_not(None)))
    return select(known.c.kind).where(known.c.kind.is_not(None))


@cache
def _come(what: _Counted) -> Select[Any]:
    return select(*what.by, func.count()).where(*what.at).group_by(*what.by)


@cache
def _gone(what: _Counted) -> Select[Any]:
    """Those of reports that a later version had replaced, found from these reports."""
    numbers = select(_FINDER.number).join_from(tables.edition, tables.finder, _FINDER.report_id == _EDITION.report_id)
    numbers = numbers.where(_EDITION.work.in_(searching.of_several()), searching.is_replaced(what.as_of))
    return select(*what.by, func.count()).where(_SITED.number.in_(numbers), *what.at).group_by(*what.by)


@cache
def _gone_of_few(what: _Counted) -> Select[Any]:
    """The same where there are few rows: of each it is asked whether its report was replaced."""
    report = _EDITION.report_id == _FINDER.report_id
    its = select(_FINDER.number).join_from(tables.finder, tables.edition, report)
    its = its.where(_FINDER.number == _SITED.number, searching.is_replaced(what.as_of))
    of_few = its.correlate(tables.sited).exists()
    return select(*what.by, func.count()).where(*what.at, of_few).group_by(*what.by)


def _gone_near(connection: Connection, what: _Counted, asked: Mapping[str, Any]) -> Counts:
    """The same of claims that speak of some days: reports come soon behind these, and few days' are replaced ones.

    Asked one after the other, since a server that does not know how few go on goes through all reports.
    """
    days, replaced, gone = _gone_on(what)
    on = connection.scalars(days, asked).all()
    reports = connection.scalars(replaced, {**asked, "days": on}).all()
    return _rows(connection, gone, {**asked, "reports": reports}) if reports else {}


@cache
def _gone_on(what: _Counted) -> tuple[Select[Any], Select[Any], Select[Any]]:
    """The days of these claims, the reports of some `days` that were replaced, and the claims of these `reports`."""
    days = select(_SITED.day).where(*what.at).distinct()
    replaced = select(_EDITION.report_id).where(among(_EDITION.day, "days"), searching.is_replaced(what.as_of))
    gone = select(*what.by, func.count()).join_from(tables.finder, tables.sited, _FINDER.number == _SITED.number)
    # by their numbers: with a sum no index by place is used, through all of which SQLite would go
    gone = gone.where(among(_FINDER.report_id, "reports"), _SITED.place + 0 == EVERYWHERE, *what.on).group_by(*what.by)
    return days, replaced, gone


def _less(counted: Counts, gone: Counts) -> Counts:
    left = {key: count - gone.get(key, 0) for key, count in counted.items()}
    return {key: count for key, count in left.items() if count > 0}


def claims_at(
    connection: Connection, place: str | None, kinds: Iterable[str], most: int, days: Mapping[str, date]
) -> Iterator[str]:
    """The records of so many claims of each kind at a place, or anywhere, those that speak of the last days first.

    `days` may tell of `as_of`, `first` and `last`.
    """
    asked: dict[str, Any] = {"most": most, **days} | ({"place": place} if place else {})
    union, names = connection.dialect.name == "sqlite", list(dict.fromkeys(kinds))
    statement = _claims_at(anywhere=not place, asked=frozenset(days), union=union)
    for named in _together(names) if union else ({"kinds": names},):
        found: dict[str, list[Any]] = {}
        for row in connection.execute(statement, {**asked, **named}).all():
            found.setdefault(row.kind, []).append(row)
        for kind in names:  # nobody promises in which order the rows come
            rows = sorted(found.get(kind, ()), key=_last_day, reverse=True)
            yield from (row.record for row in rows)


def _together(names: Sequence[str]) -> Iterator[Mapping[str, str]]:
    for start in range(0, len(names), TOGETHER):
        some = names[start : start + TOGETHER]
        yield {f"kind_{at}": some[at] if at < len(some) else "" for at in range(TOGETHER)}


def _last_day(row: Any) -> tuple[date, date, int]:
    return row.spoken, row.day, row.number


@cache
def _claims_at(*, anywhere: bool, asked: frozenset[str], union: bool) -> Select[Any]:
    """At most `most` claims of each of some kinds at a `place`, or anywhere, with the days by which they are in order.

    `as_of`, `first` and `last` may be asked for too. They are chosen before their records are read, or a server reads
    all to sort them; each kind by itself, so that an index is read no further: as a `union`, or beside an array of the
    kinds, which a server plans once and not for each.
    """
    day = {name: bindparam(name, type_=Date) for name in asked}
    number = select(_PLACE.number).where(_PLACE.id == bindparam("place")).scalar_subquery()
    known = (_SITED.number, _SITED.kind, _SITED.spoken, _SITED.day)
    at = (
        select(*known, _FINDER.reading_id, _FINDER.claim_id)
        .join_from(tables.sited, tables.finder, _FINDER.number == _SITED.number)
        .join(tables.edition, _EDITION.report_id == _FINDER.report_id)
        .where(_SITED.place == (_ANYWHERE if anywhere else number), ~searching.is_replaced(day.get("as_of")))
    )
    if "as_of" in asked:
        at = at.where(_SITED.day <= day["as_of"])
    if "first" in asked:
        at = at.where(_SITED.spoken >= day["first"])
    if "last" in asked:
        at = at.where(_SITED.spoken <= day["last"])
    at = at.order_by(_SITED.spoken.desc(), _SITED.day.desc(), _SITED.number.desc())
    at = at.limit(at_most("most"))
    few = _of_each_kind(at) if union else _beside_kinds(at)
    made = tables.made.c
    found = select(made.record, few.c.kind, few.c.spoken, few.c.day, few.c.number)
    return found.join_from(few, tables.made, (made.reading_id == few.c.reading_id) & (made.claim_id == few.c.claim_id))


def _of_each_kind(at: Select[Any]) -> Subquery:
    each = (at.where(_SITED.kind == bindparam(f"kind_{one}")).subquery() for one in range(TOGETHER))
    return union_all(*map(select, each)).subquery()


def _beside_kinds(at: Select[Any]) -> Subquery:
    asked = func.unnest(bindparam("kinds", type_=ARRAY(Escaped()))).table_valued("kind", name="asked").render_derived()
    mine = at.where(_SITED.kind == asked.c.kind).lateral("mine")
    return select(mine).select_from(asked.join(mine, true())).subquery()


def spot_named(connection: Connection, place: str) -> Spot | None:
    """The place of this id."""
    record = connection.scalars(select(_PLACE.record).where(_PLACE.id == place)).one_or_none()
    return from_json(record, Spot) if record else None


def span(connection: Connection) -> tuple[date | None, date | None]:
    """The first and the last day on which a report was published."""
    days = select(_EDITION.day).where(_EDITION.day < date.max)
    ends = (days.order_by(order).limit(at_most(1)) for order in (_EDITION.day, _EDITION.day.desc()))
    first, last = (connection.scalars(one).one_or_none() for one in ends)
    return first, last
