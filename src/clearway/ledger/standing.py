"""Findings as they stood day by day: an index, folded by whoever knows how and thrown away at will."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Table, and_, bindparam, delete, func, insert, or_, select

from clearway.ledger import rows, searching, tables
from clearway.ledger.protocol import Folding, Keying, Sketching
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
    for table in (
        tables.standing,
        tables.stale,
        tables.keyed,
        tables.key,
        tables.sketch,
        tables.unfolded,
        tables.folded_by,
    ):
        connection.execute(delete(table))
    connection.execute(insert(tables.folded_by), [{"version": version}])
    reports = select(_EDITION.report_id)
    connection.execute(tables.unfolded.insert().from_select(["report_id"], reports))


def key_some(connection: Connection, keying: Keying, sketching: Sketching | None = None) -> int:
    """Give the claims of some unfolded reports their keys, and note which keys are stale by that; how many reports."""
    names = connection.scalars(select(tables.unfolded.c.report_id).limit(REPORTS_AT_ONCE)).all()
    if not names:
        return 0
    if sketching is not None:
        _sketch(connection, names, sketching)
    days = {row.report_id: row.day for row in connection.execute(_days(names))}
    stale: dict[str, date] = {}

    def note(key: str, report: str) -> None:
        stale[key] = min(stale.get(key, date.max), days[report])

    for row in connection.execute(select(_KEYED.key_id, _KEYED.report_id).where(_KEYED.report_id.in_(names))):
        note(row.key_id, row.report_id)
    connection.execute(delete(tables.keyed).where(_KEYED.report_id.in_(names)))
    keyed: list[dict[str, Any]] = []
    keys: dict[str, Key] = {}
    for (published, report), claims in _claims_of(connection, names):
        for claim_id, key in keying(claims, published).items():
            name = key.id
            keys[name] = key
            note(name, report)
            keyed.append({"claim_id": claim_id, "report_id": report, "key_id": name})
    if keyed:
        connection.execute(insert(tables.keyed), keyed)
    named = {name: {"id": name, "kind": key.kind, "area": key.area, "month": key.month} for name, key in keys.items()}
    _add(connection, tables.key, named)
    _note_stale(connection, stale)
    connection.execute(delete(tables.unfolded).where(tables.unfolded.c.report_id.in_(names)))
    return len(names)


def _sketch(connection: Connection, reports: Sequence[str], sketching: Sketching) -> None:
    """Keep the sketches of these reports' texts that are not kept yet: of reports with one text it is one."""
    text, report = tables.text.c, tables.report.c
    held = select(tables.sketch.c.text_id)
    mine = select(report.text_id).where(report.id.in_(reports))
    statement = select(text.id, text.body).where(text.id.in_(mine), text.id.not_in(held))
    fresh = [{"text_id": row.id, "body": sketching(row.body)} for row in connection.execute(statement)]
    if fresh:
        connection.execute(insert(tables.sketch), fresh)


def fold_some(connection: Connection, folding: Folding) -> int:
    """Fold some stale keys from the day on that changed, and keep what they come to; how many keys."""
    stale = tables.stale.c
    waiting = select(stale.key_id, stale.day, tables.key.c.kind, tables.key.c.area, tables.key.c.month)
    waiting = waiting.join_from(tables.stale, tables.key, tables.key.c.id == stale.key_id)
    todo = connection.execute(waiting.order_by(stale.key_id).limit(KEYS_AT_ONCE)).all()
    if not todo:
        return 0
    names = [row.key_id for row in todo]
    said = told(connection, names)
    before = _stood(connection, names)
    connection.execute(delete(tables.standing).where(_STANDING.key_id.in_(names), _unsettled()))
    found: list[dict[str, Any]] = []
    for row in todo:
        key = Key(kind=row.kind, area=row.area, month=row.month)
        stood = before.get(row.key_id)
        known = folding(key, said.get(row.key_id, ()), stood or (), None if stood is None else row.day)
        found += [_standing_row(key, one) for one in known]
    if found:
        connection.execute(insert(tables.standing), found)
    connection.execute(delete(tables.stale).where(stale.key_id.in_(names)))
    return len(names)


def told(connection: Connection, keys: Sequence[str]) -> Mapping[str, list[Told]]:
    """The claims of each stale key that count on the day from which it is stale, or later, with these days.

    Their reports come without their texts.
    """
    heads: dict[str, Report] = {}
    found: dict[str, list[Told]] = {}
    told = connection.execute(_telling(), {"keys": keys}).all()
    sketches = _sketches(connection, {row.text_id for row in told})
    for row in told:
        if row.id not in heads:
            heads[row.id] = rows.report_of(row.head, "")
        claim = from_json(row.record, Claim)
        sketch = sketches.get(row.text_id)
        one = Told(claim=claim, report=heads[row.id], since=row.day, until=row.until, sketch=sketch)
        found.setdefault(row.key_id, []).append(one)
    return found


def _sketches(connection: Connection, texts: Iterable[str]) -> Mapping[str, bytes]:
    """What was kept of these texts."""
    names, sketch = sorted(texts), tables.sketch.c
    found: dict[str, bytes] = {}
    for start in range(0, len(names), REPORTS_AT_ONCE):
        some = select(sketch.text_id, sketch.body).where(sketch.text_id.in_(names[start : start + REPORTS_AT_ONCE]))
        found |= {row.text_id: row.body for row in connection.execute(some)}
    return found


@cache
def _telling() -> Select[Any]:
    """The statement of `told`: made once, since making it takes longer than asking it."""
    later = tables.edition.alias("later")
    until = (
        select(func.min(later.c.day))
        .where(later.c.work == _EDITION.work, later.c.place > _EDITION.place)
        .correlate(tables.edition)
        .scalar_subquery()
    )
    report, stale = tables.report.c, tables.stale.c
    return (
        select(
            *(_KEYED.key_id, _MADE.record, report.id, report.text_id, report.record.label("head")),
            *(_EDITION.day, until.label("until")),
        )
        .join_from(tables.stale, tables.keyed, _KEYED.key_id == stale.key_id)
        .join(tables.finder, _KEYED.claim_id == _FINDER.claim_id)
        .join(tables.made, (_MADE.reading_id == _FINDER.reading_id) & (_MADE.claim_id == _FINDER.claim_id))
        .join(tables.report, report.id == _FINDER.report_id)
        .join(tables.edition, _EDITION.report_id == _FINDER.report_id)
        .where(stale.key_id.in_(bindparam("keys", expanding=True)), _FINDER.live)
        .where(or_(until.is_(None), until > stale.day))
        .order_by(_KEYED.key_id, _KEYED.claim_id)
    )


def _stood(connection: Connection, keys: Sequence[str]) -> Mapping[str, list[Known]]:
    """What stood of each stale key on the day before the one from which it is stale.

    A key of which nothing can have changed was never folded, and is not among them.
    """
    day = tables.stale.c.day
    statement = select(tables.standing, day).join_from(
        tables.stale, tables.standing, _STANDING.key_id == tables.stale.c.key_id
    )
    before: dict[str, list[Known]] = {}
    for row in connection.execute(statement.where(_STANDING.key_id.in_(keys), _unsettled())):
        mine = before.setdefault(row.key_id, [])
        if row.since < row.day:
            mine.append(known_of(row))
    return before


def _unsettled() -> ColumnElement[bool]:
    """What did not end before the day from which its key is stale."""
    stale = tables.stale.c
    day = select(stale.day).where(stale.key_id == _STANDING.key_id).correlate(tables.standing).scalar_subquery()
    return or_(_STANDING.until.is_(None), _STANDING.until >= day)


def _days(reports: Sequence[str]) -> Select[Any]:
    return select(_EDITION.report_id, _EDITION.day).where(_EDITION.report_id.in_(reports))


def _note_stale(connection: Connection, days: Mapping[str, date]) -> None:
    """Note that these keys are stale from these days on, or from an earlier one that was noted before."""
    stale = tables.stale.c
    names = sorted(days)
    held: dict[str, date] = {}
    for start in range(0, len(names), REPORTS_AT_ONCE):
        some = names[start : start + REPORTS_AT_ONCE]
        held |= {row.key_id: row.day for row in connection.execute(select(tables.stale).where(stale.key_id.in_(some)))}
        connection.execute(delete(tables.stale).where(stale.key_id.in_(some)))
    if names:
        noted = [{"key_id": name, "day": min(days[name], held.get(name, date.max))} for name in names]
        connection.execute(insert(tables.stale), noted)


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


def newest(day: date, series: str) -> Select[Any]:
    """The findings of a series that stood on a day and speak of one, those that speak of the last day first."""
    statement = select(_STANDING.record).where(on(day), _STANDING.series == series, _STANDING.as_of.is_not(None))
    return statement.order_by(_STANDING.as_of.desc(), _STANDING.finding_id.desc())


def counts(connection: Connection, day: date) -> Mapping[str, int]:
    """How many findings of each topic stood on a day."""
    # grouped by an expression, lest the long lines of the index by topic be gone through to have the topics in order
    topic = _STANDING.topic.concat("")
    statement = select(topic, func.count()).where(on(day)).group_by(topic)
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
    reading = tables.reading.c
    # what a reading made is counted there, which is quicker than to count the claims themselves
    statement = (
        select(func.count(), func.coalesce(func.sum(reading.claims), 0))
        .join_from(tables.edition, tables.reading, reading.id == _EDITION.reading_id)
        .where(_EDITION.report_id.in_(searching.current_reports(day)))
    )
    reports, claims = connection.execute(statement).one()
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
        "as_of": finding.as_of,
        "record": to_json(finding).decode(),
    }
