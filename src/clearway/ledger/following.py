"""What hangs on claims: the findings and incidents that name them, and how a figure went from day to day."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from functools import cache
from typing import Any

import msgspec
from sqlalchemy import Connection, Date, Select, bindparam, func, or_, select

from clearway.ledger import tables
from clearway.ledger.among import among
from clearway.ledger.few import at_most
from clearway.ledger.protocol import Naming
from clearway.ledger.standing import WHOLE
from clearway.ledger.stood import on
from clearway.model import State

_STANDING, _KEYED, _HAPPENED = tables.standing.c, tables.keyed.c, tables.happened.c
MOST = 2_000
"""Findings of one statement: what stands under the keys of a few claims may be much more than what names them."""


class _Naming(msgspec.Struct, gc=False):
    """What is read of a finding to know whether it is asked for: many stand near claims, few name them."""

    id: str
    state: State
    claims: tuple[str, ...]


_NAMING = msgspec.json.Decoder(_Naming)


def records_near(connection: Connection, claims: Sequence[str], day: date) -> Sequence[str]:
    """The records of the findings that stood on a day and may name one of these claims, in the picture's order."""
    spots = {(key, home) for key, home in connection.execute(_spots_of(), {"claims": claims})}
    return [record for _, record in _near(connection, spots, day)] if spots else ()


def naming(records: Iterable[str], claims: Collection[str]) -> Iterator[Naming]:
    """Those findings of these records that name one of the claims."""
    named = frozenset(claims)
    for record in records:
        known = _NAMING.decode(record)
        if not named.isdisjoint(known.claims):
            yield Naming(id=known.id, superseded=known.state is State.SUPERSEDED, record=record)


@cache
def _spots_of() -> Select[Any]:
    """The keys of some claims, and the homes within them."""
    return select(_KEYED.key_id, _KEYED.home).where(among(_KEYED.claim_id, "claims"))


def _near(connection: Connection, spots: Collection[tuple[str, str]], day: date) -> Sequence[Any]:
    """The first findings that stood on a day under these keys and homes, in the picture's order, each with its line.

    Where there are no more than that, they are put in order here: a database carries whole records about to do so.
    """
    whole = {key for key, home in spots if home == WHOLE}
    homes = sorted(key + home for key, home in spots)
    asked = {"day": day, "keys": sorted({key for key, _ in spots}), "whole": sorted(whole), "homes": homes}
    some = connection.execute(_findings_near(ordered=False), {**asked, "most": MOST + 1}).all()
    if len(some) > MOST:
        return connection.execute(_findings_near(ordered=True), {**asked, "most": MOST}).all()
    return sorted(some, key=lambda row: row[0])


@cache
def _findings_near(*, ordered: bool) -> Select[Any]:
    """At most `most` findings that stood on a `day` under `keys`, in one of the `homes` or, of `whole`, anywhere.

    A home is asked for behind its key, which is as long as any other.
    """
    near = or_(
        _STANDING.home == WHOLE, among(_STANDING.key_id, "whole"), among(_STANDING.key_id + _STANDING.home, "homes")
    )
    found = select(_STANDING.line, _STANDING.record).where(among(_STANDING.key_id, "keys"))
    found = found.where(on(bindparam("day", type_=Date)), near)
    found = found.limit(at_most("most"))
    return found.order_by(_STANDING.line) if ordered else found


@cache
def incidents_of() -> Select[Any]:
    """The last `most` of the incidents that some `claims` tell of or deny."""
    occasion, denied = tables.occasion.c, tables.denied.c
    told = select(occasion.heap).where(among(occasion.claim_id, "claims"))
    denies = select(denied.heap).where(among(denied.claim_id, "claims"))
    last = select(_HAPPENED.heap).where(_HAPPENED.heap.in_(told.union(denies))).order_by(_HAPPENED.line.desc())
    last = last.limit(at_most("most"))
    found = select(_HAPPENED.incident_id, _HAPPENED.record).where(_HAPPENED.heap.in_(select(last.subquery().c.heap)))
    return found.order_by(_HAPPENED.line)


def incidents_by_day() -> Select[Any]:
    """How many incidents began on each day."""
    return select(_HAPPENED.first, func.count().label("number")).group_by(_HAPPENED.first)


def course(finding: str, series: str | None, most: int) -> Select[Any]:
    """What stood of a finding, or of its series: the last so many rows, the last one first."""
    mine = _STANDING.series == series if series is not None else _STANDING.finding_id == finding
    order = (_STANDING.since.desc(), _STANDING.as_of.desc(), _STANDING.finding_id.desc())
    return select(tables.standing).where(mine).order_by(*order).limit(at_most(most))


def newest(finding: str) -> Select[Any]:
    """A finding as it stood last."""
    mine = select(tables.standing).where(_STANDING.finding_id == finding)
    return mine.order_by(_STANDING.since.desc()).limit(at_most(1))


def told_often(day: date, most: int) -> Select[Any]:
    """The series with most findings up to a day, of those with several."""
    number = func.count(_STANDING.finding_id.distinct()).label("number")
    statement = select(_STANDING.series, number).where(_STANDING.series.is_not(None), _STANDING.since <= day)
    statement = statement.group_by(_STANDING.series).having(number > 1)
    return statement.order_by(number.desc(), _STANDING.series).limit(at_most(most))


@cache
def last_of() -> Select[Any]:
    """The finding of a `series` that speaks of the last day, of those that stood by a `day`."""
    mine = _STANDING.series == bindparam("series"), _STANDING.since <= bindparam("day", type_=Date)
    order = (_STANDING.as_of.desc(), _STANDING.since.desc(), _STANDING.finding_id)
    # an index knows which it is, so that of thousands no more than this one is read
    number = select(_STANDING.number).where(*mine).order_by(*order).limit(at_most(1)).scalar_subquery()
    return select(_STANDING.record).where(_STANDING.number == number)
