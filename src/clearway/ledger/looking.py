"""The part of a ledger that is looked at by place and day: what is counted there, and what hangs on it."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import date
from typing import Any, TypeVar

from sqlalchemy import Connection, Select

from clearway.ledger import following, happened, searching, siting, stood, turning
from clearway.ledger.again import again
from clearway.ledger.dialect import Dialect
from clearway.ledger.protocol import Naming
from clearway.ledger.turning import Turning
from clearway.model import Claim, Finding, Incident, Known, Spot, from_json

Value = TypeVar("Value")
_AT_ONCE = 400
"""Ids asked for in one statement."""


class Looking:
    """What a `Ledger` tells of places and days, on a database that speaks SQL."""

    _dialect: Dialect

    @property
    def alone(self) -> bool:
        """Whether a call of this thread is a transaction of its own."""
        raise NotImplementedError

    def _reads(self) -> AbstractContextManager[Connection]:
        raise NotImplementedError

    def _stream(
        self, statement: Select[Any], asked: Mapping[str, Any] | None = None, *, lazily: bool = False
    ) -> Iterator[Any]:
        raise NotImplementedError

    def _few(self, statement: Select[Any], asked: Mapping[str, Any] | None = None) -> Sequence[Any]:
        """Rows that are few, fetched at once: a server is asked once, and can keep the plan of the statement."""
        with self._reads() as connection:
            return connection.execute(statement, asked).all()

    def _lately(self, name: str, look: Callable[[Connection], Value]) -> Value:
        raise NotImplementedError

    @again
    def span(self) -> tuple[date | None, date | None]:
        """The first and the last day on which a report was published."""
        with self._reads() as connection:
            return siting.span(connection)

    def incidents_by_day(self) -> Iterator[tuple[date, int]]:
        """How many incidents began on each day."""
        with self._reads() as connection:
            rows = connection.execute(following.incidents_by_day()).all()
        yield from ((day, number) for day, number in rows)

    def turns_by_place(self, days: Collection[date] | None = None) -> Iterator[tuple[Spot, str, Turning]]:
        """By how many the claims of each kind that name a place become more or fewer on each day."""
        with self._reads() as connection:
            yield from turning.turns_by_place(connection, days)

    def turns_by_month(self, days: Collection[date] | None = None) -> Iterator[tuple[str, date | None, Turning]]:
        """By how many the claims of each kind that speak of a month become more or fewer on each day."""
        with self._reads() as connection:
            yield from turning.turns_by_month(connection, days)

    @again
    def count_readings(self) -> int:
        """How many readings there are."""
        return self._lately("readings", turning.count_readings)

    @again
    def readings_by_day(self) -> Mapping[date, int]:
        """How many readings there are of the reports of each day."""
        with self._reads() as connection:
            return turning.readings_by_day(connection)

    @again
    def days_beside(self, days: Collection[date], claims: Collection[str]) -> frozenset[date]:
        """Days with those of the reports in which persons found claims, and those of all versions of their reports."""
        with self._reads() as connection:
            return turning.days_beside(connection, days, claims)

    @again
    def count_at(self, place: str, as_of: date | None) -> Mapping[str, int]:
        """How many claims of each kind name a place."""
        with self._reads() as connection:
            return siting.count_at(connection, place, as_of)

    def count_by_day(
        self, as_of: date | None, first: date = date.min, last: date = date.max
    ) -> Iterator[tuple[str, date | None, int]]:
        """How many claims of each kind speak of each of some days."""
        with self._reads() as connection:
            found = tuple(siting.count_by_day(connection, as_of, first, last))
        yield from found

    @again
    def kinds(self) -> tuple[str, ...]:
        """The kinds of which there are current claims, by their names."""
        with self._reads() as connection:
            return tuple(searching.kinds(connection, self._dialect))

    def claims_at(
        self,
        place: str | None,
        kinds: Iterable[str],
        *,
        most: int,
        as_of: date | None = None,
        first: date | None = None,
        last: date | None = None,
    ) -> Iterator[Claim]:
        """At most so many claims of each kind that name a place, those that speak of the last days first."""
        days = {name: day for name, day in (("as_of", as_of), ("first", first), ("last", last)) if day is not None}
        with self._reads() as connection:  # few, so that they are quickest had at once
            records = list(siting.claims_at(connection, place, kinds, most, days))
        for record in records:
            yield from_json(record, Claim)

    def claims_counted(self, ids: Iterable[str]) -> Iterator[tuple[Claim, date | None, date | None]]:
        """Claims that counted once, with the day from which they did and the one from which they do not any more."""
        names = sorted(set(ids))
        for start in range(0, len(names), _AT_ONCE):
            for row in self._few(searching.claims_counted(), {"ids": names[start : start + _AT_ONCE]}):
                if row.until is None or row.until > (row.published or date.max):
                    yield from_json(row.record, Claim), row.published, row.until

    @again
    def spot(self, place: str) -> Spot | None:
        """The spot of this id."""
        with self._reads() as connection:
            return siting.spot_named(connection, place)

    def findings_of(self, claims: Sequence[str], day: date) -> Iterator[Naming]:
        """The findings that stood on a day and that name one of these claims."""
        with self._reads() as connection:
            records = following.records_near(connection, claims, day)
        yield from following.naming(records, claims)  # most often somebody asks for the first of them alone

    def incidents_of(self, claims: Sequence[str], *, most: int) -> Iterator[Incident]:
        """The last so many of the incidents that name one of these claims."""
        for row in self._few(following.incidents_of(), {"claims": claims, "most": most}):
            yield happened.incident_of(row)

    def course(self, finding: str, *, most: int) -> Iterator[Known]:
        """How a finding stood, and all others of its series, from first to last."""
        with self._reads() as connection:
            last = connection.execute(following.newest(finding)).one_or_none()
            rows = connection.execute(following.course(finding, last.series, most)).all() if last else []
        for row in reversed(rows):
            yield stood.known_of(row)

    def told_often(self, day: date, *, most: int) -> Iterator[Finding]:
        """The last finding of each of the series that most findings were made of."""
        with self._reads() as connection:
            rows = connection.execute(following.told_often(day, most)).all()
            last = following.last_of()
            records = [connection.scalars(last, {"series": row.series, "day": day}).one() for row in rows]
        for record in records:
            yield from_json(record, Finding)
