"""Findings as they stood day by day: an index, folded by whoever knows how and thrown away at will."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Table, and_, delete, func, insert, or_, select

from clearway.ledger import rows, searching, tables
from clearway.ledger.protocol import Folding, Keying
from clearway.model import Claim, Finding, Key, Known, Report, Told, from_json, to_json

_KEYED, _STANDING, _EDITION = tables.keyed.c, tables.standing.c, tables.edition.c
_FINDER, _MADE = tables.finder.c, tables.made.c
REPORTS_AT_ONCE = 200
KEYS_AT_ONCE = 50


def unfold(connection: Connection, reports: Iterable[str]) -> None:
    """Note that the claims of these reports, or the days on which they count, have changed since they were folded."""
    names = sorted(set(reports))
    held = set(connection.scalars(select(tables.unfolded.c.report_id).where(tables.unfolded.c.report_id.in_(names))))
    fresh = [{"report_id": name} for name in names if name not in held]
    if fresh:
        connection.execute(insert(tables.unfolded), fresh)


def is_folded(connection: Connection) -> bool:
    """Whether nothing waits to be folded."""
    waiting = select(tables.unfolded.c.report_id).limit(1), select(tables.stale.c.key_id).limit(1)
    return all(connection.scalars(one).first() is None for one in waiting)


def forget(connection: Connection, version: str) -> None:
    """Throw away all that was folded another way, and note that everything is to be folded by `version`."""
    for table in (tables.standing, tables.stale, tables.keyed, tables.key, tables.unfolded, tables.folded_by):
        connection.execute(delete(table))
    connection.execute(insert(tables.folded_by), [{"version": version}])
    reports = select(_EDITION.report_id)
    connection.execute(tables.unfolded.insert().from_select(["report_id"], reports))


def key_some(connection: Connection, keying: Keying) -> int:
    """Give the claims of some unfolded reports their keys, and note which keys are stale by that; how many reports."""
    names = connection.scalars(select(tables.unfolded.c.report_id).limit(REPORTS_AT_ONCE)).all()
    if not names:
        return 0
    stale = set(connection.scalars(select(_KEYED.key_id).where(_KEYED.report_id.in_(names)).distinct()))
    connection.execute(delete(tables.keyed).where(_KEYED.report_id.in_(names)))
    keyed: list[dict[str, Any]] = []
    keys: dict[str, Key] = {}
    for (published, _), claims in _claims_of(connection, names):
        for claim_id, key in keying(claims, published).items():
            keys[key.id] = key
            keyed.append({"claim_id": claim_id, "report_id": claims[0].report, "key_id": key.id})
    if keyed:
        connection.execute(insert(tables.keyed), keyed)
    named = {name: {"id": name, "kind": key.kind, "area": key.area, "month": key.month} for name, key in keys.items()}
    _add(connection, tables.key, named)
    _add(connection, tables.stale, {name: {"key_id": name} for name in stale | set(keys)})
    connection.execute(delete(tables.unfolded).where(tables.unfolded.c.report_id.in_(names)))
    return len(names)


def fold_some(connection: Connection, folding: Folding) -> int:
    """Fold some stale keys and keep what they come to; how many keys."""
    names = connection.scalars(select(tables.stale.c.key_id).order_by(tables.stale.c.key_id).limit(KEYS_AT_ONCE)).all()
    if not names:
        return 0
    connection.execute(delete(tables.standing).where(_STANDING.key_id.in_(names)))
    found: list[dict[str, Any]] = []
    for row in connection.execute(select(tables.key).where(tables.key.c.id.in_(names))).all():
        key = Key(kind=row.kind, area=row.area, month=row.month)
        found += [_standing_row(key, known) for known in folding(key, told(connection, key.id))]
    if found:
        connection.execute(insert(tables.standing), found)
    connection.execute(delete(tables.stale).where(tables.stale.c.key_id.in_(names)))
    return len(names)


def told(connection: Connection, key: str) -> list[Told]:
    """The claims of one key, with their reports (without their texts) and the days on which they count."""
    later = tables.edition.alias("later")
    until = (
        select(func.min(later.c.day))
        .where(later.c.work == _EDITION.work, later.c.place > _EDITION.place)
        .correlate(tables.edition)
        .scalar_subquery()
    )
    report = tables.report.c
    statement = (
        select(_MADE.record, report.id, report.record.label("head"), _EDITION.day, until.label("until"))
        .join_from(tables.keyed, tables.finder, _KEYED.claim_id == _FINDER.claim_id)
        .join(tables.made, (_MADE.reading_id == _FINDER.reading_id) & (_MADE.claim_id == _FINDER.claim_id))
        .join(tables.report, report.id == _FINDER.report_id)
        .join(tables.edition, _EDITION.report_id == _FINDER.report_id)
        .where(_KEYED.key_id == key, _FINDER.live)
        .order_by(_KEYED.claim_id)
    )
    heads: dict[str, Report] = {}
    found = []
    for row in connection.execute(statement):
        if row.id not in heads:
            heads[row.id] = rows.report_of(row.head, "")
        claim = from_json(row.record, Claim)
        found.append(Told(claim=claim, report=heads[row.id], since=row.day, until=row.until))
    return found


def beside(claim: str) -> Select[Any]:
    """The records of the claims that have the key of a claim."""
    key = select(_KEYED.key_id).where(_KEYED.claim_id == claim).scalar_subquery()
    made = (_MADE.reading_id == _FINDER.reading_id) & (_MADE.claim_id == _FINDER.claim_id)
    return (
        select(_MADE.record)
        .join_from(tables.keyed, tables.finder, _KEYED.claim_id == _FINDER.claim_id)
        .join(tables.made, made)
        .where(_KEYED.key_id == key, _FINDER.live)
        .order_by(_FINDER.day, _FINDER.report_id, _FINDER.start, _FINDER.claim_id)
    )


def on(day: date) -> ColumnElement[bool]:
    """What stood on a day."""
    return and_(_STANDING.since <= day, or_(_STANDING.until.is_(None), _STANDING.until > day))


def findings(day: date, *, topic: str | None = None, series: str | None = None) -> Select[Any]:
    """The findings that stood on a day, in the picture's order."""
    statement = select(_STANDING.record).where(on(day)).order_by(_STANDING.line)
    if topic is not None:
        statement = statement.where(_STANDING.topic == topic)
    if series is not None:
        statement = statement.where(_STANDING.series == series)
    return statement


def counts(connection: Connection, day: date) -> Mapping[str, int]:
    """How many findings of each topic stood on a day."""
    statement = select(_STANDING.topic, func.count()).where(on(day)).group_by(_STANDING.topic)
    return {row[0]: row[1] for row in connection.execute(statement)}


def changes(after: date, day: date) -> Select[Any]:
    """Findings whose standing began or ended after one day and up to another, with both days."""
    began = and_(_STANDING.since > after, _STANDING.since <= day)
    ended = and_(_STANDING.until > after, _STANDING.until <= day)
    return select(tables.standing).where(or_(began, ended)).order_by(_STANDING.since, _STANDING.line)


def known_of(row: Any) -> Known:
    """The finding that a row holds, with its days."""
    return Known(finding=from_json(row.record, Finding), since=row.since, until=row.until, line=row.line)


def head_count(connection: Connection, day: date | None) -> tuple[int, int]:
    """How many reports and claims were known on a day."""
    current = searching.current_reports(day).subquery()
    reports = connection.scalars(select(func.count()).select_from(current)).one()
    mine = select(func.count()).select_from(tables.finder).where(_FINDER.live)
    claims = connection.scalars(mine.where(_FINDER.report_id.in_(searching.current_reports(day)))).one()
    return reports, claims


def _claims_of(connection: Connection, reports: Sequence[str]) -> Iterator[tuple[tuple[date | None, str], list[Claim]]]:
    """The current claims of each report, with its day of publication and id."""
    statement = (
        select(_FINDER.report_id, _FINDER.published, _MADE.record)
        .join_from(
            tables.finder,
            tables.made,
            (_MADE.reading_id == _FINDER.reading_id) & (_MADE.claim_id == _FINDER.claim_id),
        )
        .where(_FINDER.report_id.in_(reports), _FINDER.live)
        .order_by(_FINDER.report_id, _FINDER.claim_id)
    )
    found: dict[tuple[date | None, str], list[Claim]] = {}
    for row in connection.execute(statement):
        found.setdefault((row.published, row.report_id), []).append(from_json(row.record, Claim))
    yield from found.items()


def _add(connection: Connection, table: Table, wanted: Mapping[str, dict[str, Any]]) -> None:
    """Add the rows, by their primary key, that the table does not hold yet."""
    column = next(iter(table.primary_key))
    ids = sorted(wanted)
    held: set[str] = set()
    for start in range(0, len(ids), REPORTS_AT_ONCE):
        some = ids[start : start + REPORTS_AT_ONCE]
        held.update(connection.scalars(select(column).where(column.in_(some))))
    fresh = [wanted[name] for name in ids if name not in held]
    if fresh:
        connection.execute(insert(table), fresh)


def _standing_row(key: Key, known: Known) -> dict[str, Any]:
    finding = known.finding
    return {
        "key_id": key.id,
        "finding_id": finding.id,
        "since": known.since,
        "until": known.until,
        "topic": finding.topic,
        "line": known.line,
        "series": finding.series,
        "record": to_json(finding).decode(),
    }
