"""By how many claims become more or fewer on each day: all that ever counted, or what of it some days brought.

A million claims are as many numbers: the database puts those of one kind into one text, which is quicker to take
apart than rows are to fetch.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, String, case, cast, func, select

from clearway.ledger import searching, tables
from clearway.ledger.tables import EVERYWHERE
from clearway.model import Spot, from_json
from clearway.model.claim import BY_HAND

_SITED, _FINDER, _EDITION = tables.sited.c, tables.finder.c, tables.edition.c
Turning = Mapping[date, int]
"""By how many there are more, or fewer, from each day on."""
ASKED = 400
"""Values asked for in one statement."""
_UNKNOWN = str(date.max)
AT_ONCE = 100
"""Rows fetched at once: each holds what many claims come to."""


def turns_by_place(connection: Connection, days: Collection[date] | None = None) -> Iterator[tuple[Spot, str, Turning]]:
    """Of the claims of each kind that name a place; each may come twice, and of `days` alone where they are given."""
    known = select(tables.place.c.number, tables.place.c.record)
    spots = {row.number: from_json(row.record, Spot) for row in connection.execute(known)}
    told = _Days()
    for sign, turn, found, place in _sources(days):
        each = func.aggregate_strings(turn, ",")
        statement = found.add_columns(_SITED.place, _SITED.kind, each).where(place != EVERYWHERE)
        for some in connection.execute(statement.group_by(_SITED.place, _SITED.kind)).partitions(AT_ONCE):
            for number, kind, turns in some:
                yield spots[number], kind, {told[day]: sign * n for day, n in Counter(turns.split(",")).items()}


def turns_by_month(
    connection: Connection, days: Collection[date] | None = None
) -> Iterator[tuple[str, date | None, Turning]]:
    """The same of the claims of each kind that speak of a month, by its first day."""
    told = _Days()
    for sign, turn, found, place in _sources(days):
        # "2020-02-18 2020-02-19": claims that speak of the first day come on the second
        each = func.aggregate_strings(cast(_SITED.spoken, String) + " " + turn, ",")
        statement = found.add_columns(_SITED.kind, each).where(place == EVERYWHERE).group_by(_SITED.kind)
        for kind, turns in connection.execute(statement):
            months: dict[str, dict[date, int]] = {}
            for both, number in Counter(turns.split(",")).items():
                spoken, _, day = both.partition(" ")
                mine = months.setdefault("" if spoken == _UNKNOWN else spoken[:7], {})
                mine[told[day]] = mine.get(told[day], 0) + sign * number
            for month, turning in months.items():
                yield kind, date.fromisoformat(f"{month}-01") if month else None, turning


def count_readings(connection: Connection) -> int:
    """How many readings there are."""
    return connection.scalars(select(func.count()).select_from(tables.reading)).one()


def readings_by_day(connection: Connection) -> dict[date, int]:
    """How many readings there are of the reports of each day: they never go, so as many as before are the same."""
    reading = tables.reading.c
    both = tables.edition.join(tables.reading, reading.report_id == _EDITION.report_id)
    counted = select(_EDITION.day, func.count()).select_from(both).group_by(_EDITION.day)
    return {day: number for day, number in connection.execute(counted)}  # noqa: C416 - rows are no tuples


def days_beside(connection: Connection, days: Collection[date], claims: Collection[str]) -> frozenset[date]:
    """These days, those of the reports in which persons found any of the claims, and those of all their versions."""
    found = set(days)
    names, claim, reading = sorted(set(claims)), tables.claim.c, tables.reading.c
    by_hand = (reading.report_id == _EDITION.report_id) & (reading.extractor == BY_HAND)
    for start in range(0, len(names), ASKED):
        its = select(_EDITION.day).join_from(tables.claim, tables.edition, _EDITION.report_id == claim.report_id)
        its = its.where(claim.id.in_(names[start : start + ASKED]), select(reading.id).where(by_hand).exists())
        found.update(connection.scalars(its.distinct()))
    asked = sorted(found)
    for start in range(0, len(asked), ASKED):
        several = searching.of_several()
        works = select(_EDITION.work).where(_EDITION.day.in_(asked[start : start + ASKED]), _EDITION.work.in_(several))
        others = tables.edition.alias("others").c
        found.update(connection.scalars(select(others.day).where(others.work.in_(works)).distinct()))
    return frozenset(found)


def _sources(
    days: Collection[date] | None,
) -> Sequence[tuple[int, ColumnElement[str], Select[Any], ColumnElement[int]]]:
    """Where claims come from and where they go, each with the sign and the day of its turn, and the place to ask for.

    Few are in reports that a later version replaces, so that it is quicker to look for these apart than to ask of each
    whether it is.
    """
    come = tables.finder.join(tables.sited, _SITED.number == _FINDER.number) if days is not None else tables.sited
    gone = _gone(days).subquery()
    until = case((gone.c.day > _SITED.day, gone.c.day), else_=_SITED.day)
    went = gone.join(tables.finder, _FINDER.report_id == gone.c.report_id)
    went = went.join(tables.sited, _SITED.number == _FINDER.number)
    looked_up = _SITED.place + 0  # which no index knows: all claims of a place are not gone through
    return (
        (
            1,
            cast(_SITED.day, String),
            _on(select().select_from(come), _FINDER.day, days),
            looked_up if days is not None else _SITED.place,
        ),
        (-1, cast(until, String), _on(select().select_from(went), until, days), looked_up),
    )


def _gone(days: Collection[date] | None) -> Select[Any]:
    """The reports that a later version replaces, each with its first day; of `days`, those that may go on one."""
    gone = searching.overtaken()
    if days is None:
        return gone
    near = tables.edition.alias("near").c
    return gone.where(_EDITION.work.in_(select(near.work).where(near.day.in_(sorted(days)))))


def _on(statement: Select[Any], turn: ColumnElement[date], days: Collection[date] | None) -> Select[Any]:
    return statement if days is None else statement.where(turn.in_(sorted(days)))


class _Days(dict[str, date]):
    """Days by how they are written: one is read once, and not for each of a million rows."""

    def __missing__(self, written: str) -> date:
        self[written] = day = date.fromisoformat(written)
        return day
