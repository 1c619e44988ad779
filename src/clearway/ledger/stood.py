"""The findings that stood on a day, looked up among all that ever did."""

from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    CompoundSelect,
    Date,
    Select,
    and_,
    bindparam,
    func,
    or_,
    select,
    union_all,
)

from clearway.ledger import tables
from clearway.ledger.columns import NEVER
from clearway.ledger.few import at_most
from clearway.model import Finding, Known, from_json

_STANDING, _SUPERSEDED = tables.standing.c, tables.superseded.c


def on(day: date | BindParameter[date]) -> ColumnElement[bool]:
    """What stood on a day."""
    return and_(_STANDING.since <= day, or_(_STANDING.until.is_(None), _STANDING.until > day))


@cache
def findings(*asked: str) -> Select[Any]:
    """The findings that stood on a `day`, in the picture's order; `topic` and `series` may be asked for too.

    Made once for each: making it takes as long as asking it, and it is asked many times for one page.
    """
    statement = select(_STANDING.record).where(on(bindparam("day", type_=Date))).order_by(_STANDING.line)
    if "topic" in asked:
        statement = statement.where(_STANDING.topic == bindparam("topic"))
    if "series" in asked:
        statement = statement.where(_STANDING.series == bindparam("series"))
    return statement


@cache
def current(*asked: str) -> Select[Any]:
    """The first `most` findings of a `topic` that stood on a `day` and were not superseded, in the picture's order.

    `after` may be asked for, too. They are chosen by what indexes know, before any record is read.
    """
    day = bindparam("day", type_=Date)
    open_ = or_(_SUPERSEDED.until.is_(None), _SUPERSEDED.until > day)
    taken = select(_SUPERSEDED.number).where(_SUPERSEDED.number == _STANDING.number, _SUPERSEDED.since <= day, open_)
    mine = [_STANDING.topic == bindparam("topic"), _STANDING.since <= day, func.coalesce(_STANDING.until, NEVER) > day]
    if "after" in asked:
        mine.append(_STANDING.line > bindparam("after"))
    chosen = select(_STANDING.number, _STANDING.line).where(*mine, ~taken.correlate(tables.standing).exists())
    few = chosen.order_by(_STANDING.line).limit(at_most("most")).subquery("few")
    told = select(_STANDING.record).join_from(few, tables.standing, _STANDING.number == few.c.number)
    return told.order_by(few.c.line)


def changes(after: date, day: date) -> Select[Any]:
    """Findings whose standing began or ended after one day and up to another, with both days."""
    began = and_(_STANDING.since > after, _STANDING.since <= day)
    ended = and_(_STANDING.until > after, _STANDING.until <= day)
    return select(tables.standing).where(or_(began, ended)).order_by(_STANDING.since, _STANDING.line)


@cache
def turned() -> CompoundSelect[Any]:
    """What stood at the end of one of two days, `after` one and up to another `day`, and not at that of the other.

    In no order: to put them in order a database would carry whole records about.
    """
    after, day = (bindparam(name, type_=Date) for name in ("after", "day"))
    columns = _STANDING.record, _STANDING.since, _STANDING.until, _STANDING.line
    began = _STANDING.since > after, _STANDING.since <= day, or_(_STANDING.until.is_(None), _STANDING.until > day)
    ended = _STANDING.until > after, _STANDING.until <= day, _STANDING.since <= after
    return union_all(select(*columns).where(*began), select(*columns).where(*ended))


def known_of(row: Any) -> Known:
    """The finding that a row holds, with its days."""
    return Known(finding=from_json(row.record, Finding), since=row.since, until=row.until, line=row.line)
