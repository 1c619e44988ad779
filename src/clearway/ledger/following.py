"""What hangs on claims: the findings and incidents that name them, and how a figure went from day to day."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, func, or_, select, tuple_

from clearway.ledger import tables
from clearway.ledger.standing import WHOLE
from clearway.ledger.stood import on
from clearway.model import Finding, from_json

_STANDING, _KEYED, _HAPPENED = tables.standing.c, tables.keyed.c, tables.happened.c
MOST = 2_000
"""Findings of one statement: what stands under the keys of a few claims may be much more than what names them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Naming:
    """What is read of a finding to know whether it is asked for: many stand near claims, few name them."""

    claims: tuple[str, ...]


def findings_of(connection: Connection, claims: Sequence[str], day: date) -> Iterator[Finding]:
    """The findings that stood on a day and that name one of these claims, in the picture's order."""
    named = frozenset(claims)
    spots = {(row.key_id, row.home) for row in connection.execute(_spots_of(claims))}
    for record in connection.scalars(_findings_near(spots, day)) if spots else ():
        if not named.isdisjoint(from_json(record, _Naming).claims):
            yield from_json(record, Finding)


def _spots_of(claims: Sequence[str]) -> Select[Any]:
    """The keys of these claims, and the homes within them."""
    return select(_KEYED.key_id, _KEYED.home).where(_KEYED.claim_id.in_(claims))


def _findings_near(spots: Collection[tuple[str, str]], day: date) -> Select[Any]:
    """The findings that stood on a day under these keys and homes, in the picture's order."""
    keys = sorted({key for key, _ in spots})
    whole = sorted({key for key, home in spots if home == WHOLE})
    mine = tuple_(_STANDING.key_id, _STANDING.home).in_(sorted(spots))
    near = or_(_STANDING.home == WHOLE, _STANDING.key_id.in_(whole), mine)
    statement = select(_STANDING.record).where(_STANDING.key_id.in_(keys), on(day), near)
    return statement.order_by(_STANDING.line).limit(MOST)


def incidents_of(claims: Sequence[str]) -> Select[Any]:
    """The incidents that these claims tell of or deny."""
    occasion, denied = tables.occasion.c, tables.denied.c
    told = select(occasion.heap).where(occasion.claim_id.in_(claims))
    denies = select(denied.heap).where(denied.claim_id.in_(claims))
    found = select(_HAPPENED.incident_id, _HAPPENED.record).where(_HAPPENED.heap.in_(told.union(denies)))
    return found.order_by(_HAPPENED.line)


def incidents_by_day() -> Select[Any]:
    """How many incidents began on each day."""
    return select(_HAPPENED.first, func.count().label("number")).group_by(_HAPPENED.first)


def course(finding: str, series: str | None, most: int) -> Select[Any]:
    """What stood of a finding, or of its series: the last so many rows, the last one first."""
    mine = _STANDING.series == series if series is not None else _STANDING.finding_id == finding
    order = (_STANDING.since.desc(), _STANDING.as_of.desc(), _STANDING.finding_id.desc())
    return select(tables.standing).where(mine).order_by(*order).limit(most)


def newest(finding: str) -> Select[Any]:
    """A finding as it stood last."""
    return select(tables.standing).where(_STANDING.finding_id == finding).order_by(_STANDING.since.desc()).limit(1)


def told_often(day: date, most: int) -> Select[Any]:
    """The series with most findings up to a day, of those with several."""
    number = func.count(_STANDING.finding_id.distinct()).label("number")
    statement = select(_STANDING.series, number).where(_STANDING.series.is_not(None), _STANDING.since <= day)
    statement = statement.group_by(_STANDING.series).having(number > 1)
    return statement.order_by(number.desc(), _STANDING.series).limit(most)


def last_of(series: str, day: date) -> Select[Any]:
    """The finding of a series that speaks of the last day, of those that stood by a day."""
    mine: ColumnElement[bool] = and_(_STANDING.series == series, _STANDING.since <= day)
    order = (_STANDING.as_of.desc(), _STANDING.since.desc(), _STANDING.finding_id)
    return select(_STANDING.record).where(mine).order_by(*order).limit(1)
