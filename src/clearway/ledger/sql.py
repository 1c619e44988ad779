"""The ledger on a database that speaks SQL."""

import threading
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, nullcontext
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from sqlalchemy import Connection, Engine, Select, Table, func, insert, select

from clearway.errors import LedgerError, UsageError
from clearway.ledger import (
    adding,
    counting,
    facts,
    happened,
    indexing,
    rows,
    schema,
    searching,
    standing,
    stood,
    tables,
)
from clearway.ledger.again import again
from clearway.ledger.apiece import Apiece, claims_in
from clearway.ledger.counting import Heads
from clearway.ledger.dialect import Dialect
from clearway.ledger.facts import Manner
from clearway.ledger.faults import only_readable, told
from clearway.ledger.few import at_most
from clearway.ledger.joining import join_some
from clearway.ledger.judged import Judgements, replaced
from clearway.ledger.lately import Grown, Lately, Value
from clearway.ledger.looking import Looking
from clearway.ledger.protocol import (
    Added,
    Counts,
    Folding,
    Joining,
    Kept,
    Keying,
    Outcome,
    Reading,
    Sketching,
    Stood,
    Superseding,
)
from clearway.ledger.series import first_of
from clearway.ledger.superseding import note as note_superseded
from clearway.ledger.turns import Turns
from clearway.model import Claim, Finding, Incident, IncidentQuery, Judgement, Known, Query, Report, from_json, to_json
from clearway.model.claim import BY_HAND

_AT_ONCE = 200
"""Records fetched at once while somebody goes through many."""

_A_FEW = 60
"""Records fetched at once while somebody may soon have enough: about as many as a page lists."""

_NAMED = 5
"""Ids named in an error before it says that there are more."""


class _Outdated(Exception):
    """Somebody read or judged since a fold began: what it goes by may hold no more."""


class _Open(threading.local):
    """The transactions that a thread keeps open for several calls: one that writes, one that reads."""

    connection: Connection | None = None
    moment: Connection | None = None


class SqlLedger(Looking):
    """A `Ledger` on one engine; `where` names it in errors."""

    def __init__(self, engine: Engine, dialect: Dialect, where: Path | str, *, writable: bool = True) -> None:
        self._engine = engine
        self._dialect = dialect
        self._where = where
        self._writable = writable
        self._open = _Open()
        self._turns = Turns()
        self._judgements = Judgements()
        self._known = Lately(dialect)
        self._heads = Heads(self._known)
        self._grown: Callable[[], str] | None = None
        self._closing = ExitStack()

    @contextmanager
    def together(self) -> Iterator[None]:
        """Keep all that this thread writes meanwhile, or nothing: one transaction, brought to the disk once."""
        with self._writes() as connection:
            outer, self._open.connection = self._open.connection, connection
            try:
                yield
            finally:
                self._open.connection = outer

    @contextmanager
    def moment(self) -> Iterator[None]:
        """Have all that this thread reads meanwhile be of one moment."""
        if self._open.moment is not None:
            yield
            return
        with self._reads() as connection:
            self._open.moment = connection
            try:
                yield
            finally:
                self._open.moment = None

    @again
    def add(
        self, report: Report, claims: Sequence[Claim], *, gazetteer: str, extractor: str, version: str, at: datetime
    ) -> Added:
        """Write a report and one reading of it, all or nothing."""
        manner = Manner(extractor=extractor, version=version, gazetteer=gazetteer)
        with self._reads() as connection:  # most often it is known, and nobody need wait for that
            reading = facts.find_reading(connection, report.id, manner)
        if reading is not None:
            return Added(status=Outcome.KNOWN, report=report.id, reading=reading)
        with self._writes() as connection:
            reading = facts.find_reading(connection, report.id, manner)
            if reading is not None:
                return Added(status=Outcome.KNOWN, report=report.id, reading=reading)
            if facts.holds_report(connection, report.id):
                kept = self._report(connection, report.id)
                return adding.read_again(connection, self._dialect, kept, claims, manner, at)
            return adding.write_new(connection, self._dialect, report, claims, manner, at)

    @again
    def resolve(self, report: str, claims: Sequence[Claim], *, gazetteer: str, at: datetime) -> Added:
        """Write the current reading's claims with places resolved by another gazetteer."""
        with self._writes() as connection:
            kept = self._report(connection, self._find(connection, tables.report, report))
            current = facts.readings(connection, kept.id)[-1]
            if current.gazetteer == gazetteer:
                return Added(status=Outcome.KNOWN, report=kept.id, reading=current.id)
            if {claim.id for claim in claims} != facts.made_by(connection, current.id):
                rule = "what is resolved again must be the claims of its current reading, all of them"
                raise LedgerError(f"report {kept.id}", rule=rule, remedy="change nothing but the places")
            manner = Manner(extractor=current.extractor, version=current.version, gazetteer=gazetteer)
            return adding.read_again(connection, self._dialect, kept, claims, manner, at)

    def add_by_hand(self, report: str, claims: Sequence[Claim], *, by: str, at: datetime) -> str:
        """Keep claims that a person found in a report, as a reading of its own."""
        with self._writes() as connection:
            kept = self._report(connection, self._find(connection, tables.report, report))
            manner = Manner(extractor=BY_HAND, version=by, gazetteer="")
            reading, _ = facts.write_reading(connection, kept, {one.id: one for one in claims}, manner, at)
            indexing.index(connection, self._dialect, kept.id)
        return reading

    @again
    def known(self, sha256: str, *, extractor: str, version: str, gazetteer: str) -> tuple[str, ...]:
        """The reports out of a document of these bytes that were read in just this way."""
        report, reading = tables.report.c, tables.reading.c
        statement = (
            select(report.id, report.ordinal)
            .join_from(tables.report, tables.reading, report.id == reading.report_id)
            .where(report.sha256 == sha256, reading.extractor == extractor)
            .where(reading.version == version, reading.gazetteer == gazetteer)
            .distinct()
            .order_by(report.ordinal, report.id)
        )
        with self._reads() as connection:
            return tuple(row.id for row in connection.execute(statement))

    @again
    def holds(self, report: str, *, extractor: str, version: str, gazetteer: str) -> bool:
        """Whether the report of exactly this id was read in just this way."""
        manner = Manner(extractor=extractor, version=version, gazetteer=gazetteer)
        with self._reads() as connection:
            return facts.find_reading(connection, report, manner) is not None

    def reports(self, *, current: bool = True, as_of: date | None = None) -> Iterator[Report]:
        """Reports by day of publication and id."""
        edition = tables.edition.c
        statement = searching.reports_kept().join(tables.edition, edition.report_id == tables.report.c.id)
        if current:
            statement = statement.where(edition.report_id.in_(searching.current_reports(as_of)))
        elif as_of is not None:
            statement = statement.where(edition.published <= as_of)
        for row in self._stream(statement.order_by(edition.day, edition.report_id)):
            yield rows.report_of(row.record, row.body)

    def latest(self, most: int, *, before: tuple[date, str] | None = None) -> Iterator[tuple[Report, int]]:
        """The first current reports with how many claims each holds, newest first."""
        for row in self._few(searching.latest(most, before)):
            yield rows.report_of(row.record, row.body), row.claims

    @again
    def overtaken(self) -> Mapping[str, date]:
        """The reports that later versions took the place of, each with the day from which they did."""
        with self._reads() as connection:
            return {row.report_id: row.day for row in connection.execute(searching.overtaken())}

    @again
    def report(self, id_or_prefix: str) -> Report:
        """The report whose id begins so."""
        with self._reads() as connection:
            return self._report(connection, self._find(connection, tables.report, id_or_prefix))

    def claims(self, query: Query = Query()) -> Iterator[Claim]:  # noqa: B008 - a query never changes
        """The claims asked for, by day of publication, report, place in its text, and id."""
        if query.report is not None:
            query = replace(query, report=self._whole(tables.report, query.report))
        few = query.limit is not None or query.report is not None
        asks = self._few if few else self._stream
        for row in asks(searching.claims_asked(query, self._dialect)):
            yield from_json(row.record, Claim)

    def by_priority(self, query: Query = Query()) -> Iterator[str]:  # noqa: B008 - a query never changes
        """The ids of the claims asked for, those first that want a person's eye most."""
        if query.report is not None:
            query = replace(query, report=self._whole(tables.report, query.report))
        for part in searching.by_priority(query, self._dialect):
            for row in self._stream(part, lazily=True):
                yield str(row.claim_id)

    @again
    def claim(self, id_or_prefix: str) -> Claim:
        """The claim whose id begins so, current or not."""
        with self._reads() as connection:
            named, record = searching.claims_named(), None
            if id_or_prefix.isalnum():  # most often it is a whole id, which need not be found first
                record = connection.scalars(named, {"ids": [id_or_prefix]}).one_or_none()
            if record is None:
                found = self._find(connection, tables.claim, id_or_prefix)
                record = connection.scalars(named, {"ids": [found]}).one()
        return from_json(record, Claim)

    def claims_named(self, ids: Iterable[str]) -> Iterator[Claim]:
        """The claims of these whole ids, by their ids."""
        names = sorted(set(ids))
        for start in range(0, len(names), _AT_ONCE):
            for row in self._few(searching.claims_named(), {"ids": names[start : start + _AT_ONCE]}):
                yield from_json(row.record, Claim)

    def claims_in(self, reports: Iterable[str]) -> Iterator[Claim]:
        """The current claims of these reports; those asked for again are the same records, until something is read."""
        names = sorted(set(reports))
        with self._reads() as connection:
            writes = self._open.connection is not None
            kept = Apiece() if writes else self._known.get(connection, "apiece", lambda _: Apiece(), judged=False)
            known = claims_in(connection, self._dialect, names, kept)
        for name in names:
            yield from known[name]

    @again
    def reports_beginning(self, prefix: str) -> tuple[str, ...]:
        """The ids of all reports that begin so."""
        with self._reads() as connection:
            return tuple(connection.scalars(_beginning(tables.report, prefix)))

    def reports_named(self, ids: Iterable[str]) -> Iterator[Report]:
        """The reports of these whole ids, by their ids."""
        names = sorted(set(ids))
        for start in range(0, len(names), _AT_ONCE):
            for row in self._few(searching.reports_named(), {"ids": names[start : start + _AT_ONCE]}):
                yield rows.report_of(row.record, row.body)

    @again
    def count_by_kind(self) -> Mapping[str, int]:
        """How many current claims there are of each kind."""
        kind = tables.finder.c.kind
        conditions = searching.conditions(Query(), self._dialect)
        statement = select(kind, func.count()).where(*conditions).group_by(kind).order_by(kind)
        with self._reads() as connection:
            return {name: count for name, count in connection.execute(statement)}  # noqa: C416 - rows are no tuples

    @again
    def readings(self, report: str) -> tuple[Reading, ...]:
        """The readings of a report, oldest first."""
        with self._reads() as connection:
            return tuple(facts.readings(connection, self._find(connection, tables.report, report)))

    @again
    def judge(self, judgement: Judgement) -> bool:
        """Keep a judgement; false when it was already kept."""
        row = {"id": judgement.id, "at": rows.moment(judgement.at), "record": to_json(judgement).decode()}
        table = tables.judgement.c
        with self._writes() as connection:
            named = select(table.id).where(table.id.in_([judgement.id, *judgement.after]))
            held = set(connection.scalars(named))
            if judgement.id in held:
                return False
            missing = set(judgement.claims) - facts.claims_held(connection, judgement.claims)
            missing |= set(judgement.after) - held
            if missing:
                rule = f"it speaks of {', '.join(sorted(missing))}, which the ledger does not hold"
                raise UsageError(
                    f"judgement {judgement.id}", rule=rule, remedy="read the report that it is about first"
                )
            connection.execute(insert(tables.judgement), [row])
            indexing.judge(connection, self._dialect, judgement)
        return True

    @again
    def judgements(self) -> tuple[Judgement, ...]:
        """Every judgement, by when it was made and id."""
        with self._reads() as connection:
            return self._judgements.all(connection, keeps=self._open.connection is None)

    def kept(self) -> Iterator[Kept]:
        """Everything that was ever read, report by report, by the report's id."""
        with self._reads() as connection:
            names = connection.scalars(select(tables.report.c.id).order_by(tables.report.c.id)).all()
            for name in names:
                readings = facts.readings(connection, name)
                made = tuple((one, facts.claims_of(connection, one.id)) for one in readings)
                yield Kept(report=self._report(connection, name), readings=made)

    @again
    def absorb(self, kept: Kept) -> bool:
        """Write what this ledger does not hold yet of another ledger's report and readings."""
        name = kept.report.id
        with self._writes() as connection:
            fresh = not facts.holds_report(connection, name)
            if fresh:
                facts.write_report(connection, kept.report)
            held = set() if fresh else {one.id for one in facts.readings(connection, name)}
            for reading, claims in kept.readings:
                if reading.id not in held:
                    facts.copy_reading(connection, kept.report, reading, claims)
            changed = fresh or any(reading.id not in held for reading, _ in kept.readings)
            if changed:
                indexing.place(connection, name)
                indexing.index(connection, self._dialect, name)
        return changed

    @again
    def grown(self) -> str:
        """A word that is another one whenever something was kept."""
        with told(self._where):
            if self._grown is None:
                self._grown = self._dialect.growing(self._engine, self._closing)
            return self._grown()

    @again
    def replaced(self) -> tuple[str, ...]:
        """The claims that judgements speak of and that are in no current reading."""
        return self._lately("replaced", replaced)

    def fold_in(
        self,
        keying: Keying,
        folding: Folding,
        superseding: Superseding,
        *,
        version: str,
        sketching: Sketching | None = None,
        joining: Joining | None = None,
        join: bool = True,
        on_progress: Callable[[int], None] | None = None,
    ) -> int:
        """Fold the claims that have changed since they were folded."""
        if self.is_folded(version, joined=join):
            return 0
        self._forget(version)
        known = self._kept_so_far()
        done = 0
        try:
            if joining is not None:
                self._step(known, standing.sway, joining.ruled)
            while self._step(known, standing.key_rejudged, keying):
                pass
            while self._step(known, standing.key_some, keying, sketching, joining.kinds if joining else ()):
                pass
            while join and joining is not None and self._step(known, join_some, joining):
                pass
            while some := self._step(known, standing.fold_some, folding):
                done += some
                if on_progress:
                    on_progress(done)
            while self._step(None, note_superseded, superseding):
                pass
        except _Outdated:
            pass
        return done

    @again
    def is_folded(self, version: str, *, joined: bool = True) -> bool:
        """Whether everything was folded in just this way."""
        with self._reads() as connection:
            return standing.folded_by(connection) == version and standing.is_folded(connection, joined=joined)

    def findings(self, day: date, *, topic: str | None = None, series: str | None = None) -> Iterator[Finding]:
        """The findings that stood on a day, in the picture's order."""
        asked = {name: one for name, one in (("topic", topic), ("series", series)) if one is not None}
        for row in self._stream(stood.findings(*asked), {"day": day, **asked}, lazily=True):
            yield from_json(row.record, Finding)

    @again
    def sketches(self, reports: Collection[str]) -> Mapping[str, bytes]:
        """What folding kept of these reports' texts, by the reports' ids."""
        with self._reads() as connection:
            return standing.sketches_of(connection, reports)

    @again
    def first_of(self, day: date, series: Iterable[str], *, most: int) -> Mapping[str, Sequence[str]]:
        """The records of at most so many findings of each series that stood on a day, in the picture's order."""
        with self._reads() as connection:
            return first_of(connection, day, series, most=most)

    @again
    def current(self, day: date, topic: str, *, most: int, after: str | None = None) -> tuple[Finding, ...]:
        """The first findings of a topic that stood on a day and that no newer ones of their series superseded."""
        asked = {} if after is None else {"after": after}
        with self._reads() as connection:
            found = connection.scalars(stood.current(*asked), {"day": day, "topic": topic, "most": most, **asked})
            return tuple(from_json(record, Finding) for record in found)

    def beside(self, claim: str) -> Iterator[Claim]:
        """The current claims that are folded under the same key as a claim, itself among them."""
        for row in self._few(standing.beside(), {"claim": claim}):
            yield from_json(row.record, Claim)

    def changes(self, after: date, day: date) -> Iterator[Known]:
        """Findings whose standing began or ended after one day and up to another."""
        for row in self._stream(stood.changes(after, day)):
            yield stood.known_of(row)

    @again
    def turned(self, after: date, day: date) -> Sequence[Stood]:
        """Findings that stood on one of two days and not as such on the other."""
        with self._reads() as connection:
            rows = connection.execute(stood.turned(), {"after": after, "day": day})
            found = [Stood._make(row) for row in rows]
        return sorted(found, key=lambda one: (one.since, one.line))

    def incidents(
        self,
        query: IncidentQuery = IncidentQuery(),  # noqa: B008 - as above
        *,
        skip: int = 0,
    ) -> Iterator[Incident]:
        """The incidents asked for without the first `skip`, in the order of their lines."""
        asks = self._stream if query.limit is None else self._few
        for row in asks(*happened.chosen(query, skip)):
            yield happened.incident_of(row)

    def count_incidents(self, query: IncidentQuery = IncidentQuery()) -> int:  # noqa: B008 - as above
        """How many incidents are asked for."""
        with self._reads() as connection:
            return int(connection.scalars(*happened.counted(query)).one())

    @again
    def counts(self, day: date | None) -> Counts:
        """How many reports and claims were known on a day, and how many findings of each topic stood."""
        with self._reads() as connection:
            reports, claims = self._heads.count(connection, day, keeps=self._open.connection is None)
            return Counts(reports=reports, claims=claims, findings=self._count_findings(connection, day))

    def _count_findings(self, connection: Connection, day: date | None) -> Mapping[str, int]:
        if day is None and self._open.connection is None and standing.is_folded(connection, joined=False):
            # asked for every page: what is folded is told by the facts, and by the way of folding them
            name = f"findings by {standing.folded_by(connection)}"
            return self._known.get(connection, name, lambda one: counting.findings(one, date.max))
        return counting.findings(connection, day or date.max)

    @property
    def alone(self) -> bool:
        """Whether a call of this thread is a transaction of its own."""
        return self._open.connection is None and self._open.moment is None

    @property
    def writable(self) -> bool:
        """Whether the ledger can be written."""
        return self._writable

    @again
    def reindex(self) -> None:
        """Build the indexes again from what is kept."""
        with self._writes() as connection:
            indexing.make(connection, self._dialect)

    def close(self) -> None:
        """Let go of the database."""
        self._closing.close()
        self._engine.dispose()

    def __enter__(self) -> Self:
        """The ledger itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close it."""
        self.close()

    @again
    def _forget(self, version: str) -> None:
        """Throw away what was folded another way."""
        with self._writes() as connection:
            if standing.folded_by(connection) != version:
                standing.forget(connection, version)

    @again
    def _kept_so_far(self) -> Grown:
        """How many readings and judgements there are."""
        with self._reads() as connection:
            return self._known.grown(connection)

    @again
    def _step(self, known: Grown | None, act: Callable[..., int], *given: object) -> int:
        """One transaction of folding; how much it did. Raises `_Outdated` where more was kept than was `known`."""
        with self._writes(last=True) as connection:
            if known is not None and self._open.connection is None and self._known.grown(connection) != known:
                raise _Outdated
            return act(connection, *given)

    def _lately(self, name: str, look: Callable[[Connection], Value]) -> Value:
        """What is found by that name, remembered as long as nothing is kept."""
        with self._reads() as connection:
            writes = self._open.connection is not None
            return look(connection) if writes else self._known.get(connection, name, look)

    def _report(self, connection: Connection, whole: str) -> Report:
        row = connection.execute(searching.reports_kept().where(tables.report.c.id == whole)).one()
        return rows.report_of(row.record, row.body)

    def _whole(self, table: Table, prefix: str) -> str:
        with self._reads() as connection:
            return self._find(connection, table, prefix)

    def _find(self, connection: Connection, table: Table, prefix: str) -> str:
        """The one id that begins so; raises `UsageError` when there is none or more than one."""
        sought = prefix.strip().casefold()
        some = _beginning(table, sought).limit(at_most(_NAMED + 1))
        found = connection.scalars(some).all() if sought.isalnum() else []
        if len(found) == 1 or sought in found:
            return str(found[0])
        if not found:
            rule = f"no {table.name} of this ledger has an id that begins so"
            raise UsageError(f"{table.name} {prefix!r}", rule=rule, remedy="`clearway claims --json` tells the ids")
        names = ", ".join(found[:_NAMED]) + (" and more" if len(found) > _NAMED else "")
        raise UsageError(f"{table.name} {prefix!r}", rule=f"it begins {names}", remedy="give more of the id")

    def _stream(
        self, statement: Select[Any], asked: Mapping[str, Any] | None = None, *, lazily: bool = False
    ) -> Iterator[Any]:
        """Rows of one moment, fetched as they are needed, while others may write; `lazily` where few may be."""
        some = {"yield_per": _A_FEW if lazily else _AT_ONCE}
        with self._reads() as connection:
            # told to the statement alone: the connection may be shared with others that want all their rows at once
            yield from connection.execute(statement, asked, execution_options=some)

    @contextmanager
    def _reads(self) -> Iterator[Connection]:
        shared = self._open.connection or self._open.moment  # first of all, what it wrote itself is to be seen
        with told(self._where), nullcontext(shared) if shared else self._dialect.reads(self._engine) as connection:
            yield connection

    @contextmanager
    def _writes(self, *, last: bool = False) -> Iterator[Connection]:
        """A transaction that writes; `last` for one that nobody waits for."""
        if not self._writable:
            raise only_readable(self._where)
        if self._open.connection is not None:
            with told(self._where), self._open.connection.begin_nested():
                yield self._open.connection
            return
        with told(self._where), self._turns.one(last=last), self._dialect.writes(self._engine) as connection:
            # a newer Clearway may have opened it meanwhile, whose indexes are not ours to write
            schema.check_not_newer(self._dialect.stamped(connection), self._where)
            yield connection


def _beginning(table: Table, prefix: str) -> Select[Any]:
    """The ids that begin so, in their order: a range and not LIKE, so that the index is used."""
    key = table.c.id
    return select(key).where(key >= prefix, key < prefix + "~").order_by(key)  # "~" comes after every digit of an id
