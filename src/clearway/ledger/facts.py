"""Writing facts: each function adds rows inside the caller's transaction and changes none."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, func, insert, or_, select

from clearway.errors import LedgerError
from clearway.ledger import rows, tables
from clearway.ledger.few import at_most
from clearway.ledger.protocol import Reading
from clearway.ledger.versions import Version, nearly_same
from clearway.model import Claim, Report, from_json, identify
from clearway.model.claim import BY_HAND

_BATCH = 500
"""Ids asked for in one statement: databases limit how many parameters one may have."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """How a report is read: by which extractor of which version, with which gazetteer."""

    extractor: str
    version: str
    gazetteer: str


def find_reading(connection: Connection, report: str, manner: Manner) -> str | None:
    """The newest reading of the report in just this way, where there is one."""
    reading = tables.reading.c
    statement = select(reading.id).where(
        reading.report_id == report,
        reading.extractor == manner.extractor,
        reading.version == manner.version,
        reading.gazetteer == manner.gazetteer,
    )
    newest = statement.order_by(reading.at.desc(), reading.turn.desc()).limit(at_most(1))
    return connection.scalars(newest).one_or_none()


def readings(connection: Connection, report: str) -> list[Reading]:
    """The readings of a report: what persons found by hand, then every other, oldest first; the last is current."""
    reading = tables.reading.c
    order = (reading.extractor != BY_HAND, reading.at, reading.turn, reading.id)
    statement = select(tables.reading).where(reading.report_id == report).order_by(*order)
    return [rows.reading_of(row) for row in connection.execute(statement).mappings()]


def made_by(connection: Connection, reading: str) -> set[str]:
    """The ids of the claims that a reading made."""
    return set(connection.scalars(select(tables.made.c.claim_id).where(tables.made.c.reading_id == reading)))


def holds_report(connection: Connection, report: str) -> bool:
    """Whether the ledger has a report of this id."""
    return connection.scalars(select(tables.report.c.id).where(tables.report.c.id == report)).one_or_none() is not None


def write_report(connection: Connection, report: Report) -> None:
    """Write a report, and its text where no version of it has the same."""
    row = rows.report_row(report)
    text = tables.text.c
    if connection.scalars(select(text.id).where(text.id == row["text_id"])).one_or_none() is None:
        connection.execute(insert(tables.text), [{"id": row["text_id"], "body": report.text}])
    connection.execute(insert(tables.report), [row])


def write_reading(
    connection: Connection, report: Report, claims: Mapping[str, Claim], manner: Manner, at: datetime
) -> tuple[str, int]:
    """Write a reading with its claims; its id, and how many of the claims nobody had made before."""
    records = {key: rows.claim_record(claim, report) for key, claim in claims.items()}
    when = rows.moment(at)
    turn = _turn(connection, report.id, when)
    particulars = (manner.extractor, manner.version, manner.gazetteer)
    reading = identify("reading", report.id, *particulars, when, turn)
    row = {"id": reading, "report_id": report.id, "at": when, "turn": turn, "claims": len(claims)}
    row |= {"extractor": manner.extractor, "version": manner.version, "gazetteer": manner.gazetteer}
    return reading, _write_made(connection, row, claims, records)


def copy_reading(connection: Connection, report: Report, reading: Reading, claims: Sequence[Claim]) -> None:
    """Write a reading of another ledger just as it was made there.

    Raises `LedgerError` when its id is not the hash of what it says, or a claim's passage does not cut its words out.
    """
    when = rows.moment(reading.at)
    if reading.id != rows.reading_id(reading, report.id):
        rule = "a reading's id is the hash of what it says"
        raise LedgerError(f"reading {reading.id}", rule=rule, remedy="export the other ledger anew")
    by_id = {claim.id: claim for claim in claims}
    records = {key: rows.claim_record(claim, report) for key, claim in by_id.items()}
    row = {"id": reading.id, "report_id": report.id, "at": when, "turn": reading.turn, "claims": len(by_id)}
    row |= {"extractor": reading.extractor, "version": reading.version, "gazetteer": reading.gazetteer}
    _write_made(connection, row, by_id, records)


def claims_of(connection: Connection, reading: str) -> tuple[Claim, ...]:
    """The claims that a reading made, as it made them, by their ids."""
    made = tables.made.c
    statement = select(made.record).where(made.reading_id == reading).order_by(made.claim_id)
    return tuple(from_json(record, Claim) for record in connection.scalars(statement))


def _write_made(connection: Connection, row: rows.Row, claims: Mapping[str, Claim], records: Mapping[str, str]) -> int:
    """Write a reading's row, what it made, and the claims that nobody had made before; how many these are."""
    connection.execute(insert(tables.reading), [row])
    held = claims_held(connection, list(claims))
    fresh = [key for key in claims if key not in held]
    if fresh:
        said = [{"id": key, "report_id": row["report_id"], "kind": claims[key].kind} for key in fresh]
        connection.execute(insert(tables.claim), said)
    if records:
        made = [{"reading_id": row["id"], "claim_id": key, "record": record} for key, record in records.items()]
        connection.execute(insert(tables.made), made)
    return len(fresh)


def claims_held(connection: Connection, ids: Sequence[str]) -> set[str]:
    """Those of the ids that are claims of the ledger."""
    held = set[str]()
    for start in range(0, len(ids), _BATCH):
        batch = ids[start : start + _BATCH]
        held.update(connection.scalars(select(tables.claim.c.id).where(tables.claim.c.id.in_(batch))))
    return held


def relatives(connection: Connection, report: str) -> list[str]:
    """Other reports of the same document, and those of the same url with nearly the same text."""
    table = tables.report.c
    this = connection.execute(select(tables.report).where(table.id == report)).mappings().one()
    document = (table.sha256 == this["sha256"]) & (table.ordinal == this["ordinal"])
    url = table.url == this["url"] if this["url"] else None
    statement = select(table.id, table.sha256, table.ordinal, table.text_id).where(table.id != report)
    found = []
    body = None
    for row in connection.execute(statement.where(document if url is None else or_(document, url)).order_by(table.id)):
        same = (row.sha256, row.ordinal) == (this["sha256"], this["ordinal"]) or row.text_id == this["text_id"]
        if not same:
            body = body or body_of(connection, this["text_id"])
            same = nearly_same(body, body_of(connection, row.text_id))
        if same:
            found.append(row.id)
    return found


def body_of(connection: Connection, text_id: str) -> str:
    """A text by its hash."""
    return str(connection.scalars(select(tables.text.c.body).where(tables.text.c.id == text_id)).one())


def versions(connection: Connection, reports: Sequence[str]) -> list[Version]:
    """What decides the order of these reports among one another."""
    reading = tables.reading.c
    first = select(reading.report_id, func.min(reading.at)).where(reading.report_id.in_(reports))
    at = {row[0]: row[1] for row in connection.execute(first.group_by(reading.report_id))}
    statement = select(tables.report).where(tables.report.c.id.in_(reports))
    return [
        Version(
            report=row["id"],
            sha256=row["sha256"],
            ordinal=row["ordinal"],
            published=row["published"],
            retrieved=_day(from_json(row["record"], dict)["retrieved"]),
            at=at[row["id"]],
        )
        for row in connection.execute(statement).mappings()
    ]


def _turn(connection: Connection, report: str, when: str) -> int:
    """Nought, or one more than the last reading of the very same moment."""
    reading = tables.reading.c
    last = select(func.max(reading.turn)).where(reading.report_id == report, reading.at == when)
    taken = connection.scalars(last).one()
    return 0 if taken is None else taken + 1


def _day(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None
