"""Findings as they stood day by day: an index, folded by whoever knows how and thrown away at will."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    Connection,
    Select,
    Table,
    bindparam,
    delete,
    func,
    insert,
    or_,
    select,
    union_all,
    update,
)

from clearway.ledger import occasions, rows, searching, superseding, tables
from clearway.ledger.among import among
from clearway.ledger.counting import Difference
from clearway.ledger.protocol import Folding, Keying, Sketching
from clearway.ledger.stood import known_of
from clearway.model import Claim, Finding, Key, Known, Report, Told, from_json, to_json

_KEYED, _STANDING, _EDITION = tables.keyed.c, tables.standing.c, tables.edition.c
_FINDER, _MADE, _STALE = tables.finder.c, tables.made.c, tables.stale.c
Spot = tuple[str, str]
"""A key, by its id, and the home within it of what is folded together."""
WHOLE = ""
"""The home of what may have to do with all of its key, and of what is stale as a whole."""
REPORTS_AT_ONCE = 200
KEYS_AT_ONCE, FEW_KEYS = 50, 12
"""Keys that are folded in one transaction; where no more than a few wait, each in its own, so that others may write."""
_TELLING = ("key_id", "home", "finding_id", "since", "until", "record")
"""The columns of what stood that tell all others."""
_BUT_THE_RECORD = ("key_id", "home", "finding_id", "since", "until", "topic", "line", "series")


def unfold(connection: Connection, reports: Iterable[str]) -> None:
    """Note that the claims of these reports, or the days on which they count, have changed since they were folded."""
    names = sorted(set(reports))
    held = set(connection.scalars(select(tables.unfolded.c.report_id).where(tables.unfolded.c.report_id.in_(names))))
    fresh = [{"report_id": name} for name in names if name not in held]
    if fresh:
        connection.execute(insert(tables.unfolded), fresh)


def rejudge(connection: Connection, claims: Iterable[str]) -> None:
    """Note that other judgements hold of these claims than when they were folded."""
    table, claim = tables.rejudged.c, tables.claim.c
    names = sorted(set(claims))
    for start in range(0, len(names), REPORTS_AT_ONCE):
        some = names[start : start + REPORTS_AT_ONCE]
        fresh = select(claim.id, claim.report_id).where(claim.id.in_(some), claim.id.not_in(select(table.claim_id)))
        connection.execute(tables.rejudged.insert().from_select(["claim_id", "report_id"], fresh))


def is_folded(connection: Connection, *, joined: bool) -> bool:
    """Whether nothing waits to be folded nor, with `joined`, to be joined to an event."""
    return connection.execute(_waiting(joined=joined)).first() is None


@cache
def _waiting(*, joined: bool) -> CompoundSelect[Any]:
    """Something of all that waits, asked for at once: it is asked for every page."""
    waits = [tables.unfolded.c.report_id, tables.rejudged.c.claim_id, tables.stale.c.key_id, tables.moved.c.series]
    some = [select(one).limit(1) for one in waits] + ([occasions.some_waiting()] if joined else [])
    return union_all(*(select(one.subquery()) for one in some))


def folded_by(connection: Connection) -> str | None:
    """Which way of folding the standing findings come from."""
    return connection.scalars(select(tables.folded_by.c.version)).one_or_none()


def forget(connection: Connection, version: str) -> None:
    """Throw away all that was folded another way, and note that everything is to be folded by `version`."""
    for table in (
        tables.standing,
        tables.superseded,
        tables.moved,
        tables.stood,
        tables.stale,
        tables.keyed,
        tables.key,
        tables.sketch,
        tables.unfolded,
        tables.rejudged,
        tables.folded_by,
        *occasions.TABLES,
    ):
        connection.execute(delete(table))
    connection.execute(insert(tables.folded_by), [{"version": version}])
    reports = select(_EDITION.report_id)
    connection.execute(tables.unfolded.insert().from_select(["report_id"], reports))


def sway(connection: Connection, ruled: Mapping[str, str]) -> int:
    """Note that the claims of which something else holds than before are to be folded; in how many reports."""
    reports = occasions.sway(connection, ruled)
    unfold(connection, reports)
    return len(reports)


def key_some(
    connection: Connection, keying: Keying, sketching: Sketching | None = None, happening: Collection[str] = ()
) -> int:
    """Give the claims of some unfolded reports their keys, and note which keys are stale by that; how many reports.

    Claims of the kinds that are `happening` then wait to be joined to events.
    """
    names = connection.scalars(select(tables.unfolded.c.report_id).limit(REPORTS_AT_ONCE)).all()
    if not names:
        return 0
    if sketching is not None:
        _sketch(connection, names, sketching)
    if happening:
        occasions.wait(connection, names, happening)
    _give_keys(connection, names, keying, None)
    connection.execute(delete(tables.unfolded).where(tables.unfolded.c.report_id.in_(names)))
    return len(names)


def key_rejudged(connection: Connection, keying: Keying) -> int:
    """Give the claims of some reports their keys as judgements now ask for it; how many reports.

    Stale are then the claims of which others hold, and those that have another key by that.
    """
    table = tables.rejudged.c
    names = connection.scalars(select(table.report_id).distinct().limit(REPORTS_AT_ONCE)).all()
    if not names:
        return 0
    mine = select(table.claim_id, table.report_id).where(table.report_id.in_(names))
    judged = {row.claim_id: row.report_id for row in connection.execute(mine)}
    live = select(_FINDER.claim_id).where(_FINDER.claim_id.in_(list(judged)), _FINDER.live)
    # what was judged of a claim that is read no more may hold of any other of its report
    gone = judged.keys() - set(connection.scalars(live))
    unfold(connection, {judged[name] for name in gone})
    _give_keys(connection, names, keying, judged)
    connection.execute(delete(tables.rejudged).where(table.report_id.in_(names)))
    return len(names)


def _give_keys(connection: Connection, reports: Sequence[str], keying: Keying, judged: Collection[str] | None) -> None:
    """Give the claims of these reports their keys, and note what is stale by that.

    All is that hangs on them; of what was only `judged`, what hangs on these claims or on those whose key changes.
    """
    days = {row.report_id: row.day for row in connection.execute(_days(reports))}
    held = {row.claim_id: row for row in connection.execute(select(tables.keyed).where(_KEYED.report_id.in_(reports)))}
    keyed: dict[str, dict[str, Any]] = {}
    keys: dict[str, Key] = {}
    for (published, report), claims in _claims_of(connection, reports):
        for name, cell in keying(claims, published).items():
            keys[cell.key.id] = cell.key
            keyed[name] = {"claim_id": name, "report_id": report, "key_id": cell.key.id, "home": cell.home or WHOLE}
    before = {name: dict(row._mapping) for name, row in held.items()}
    other = [name for name in {*before, *keyed} if before.get(name) != keyed.get(name)]
    stale: dict[Spot, date] = {}
    for name in {*before, *keyed} if judged is None else {*other, *judged}:
        for row in (before.get(name), keyed.get(name)):
            if row is not None:
                spot = (row["key_id"], row["home"])
                stale[spot] = min(stale.get(spot, date.max), days[row["report_id"]])
    for start in range(0, len(other), REPORTS_AT_ONCE):
        some = other[start : start + REPORTS_AT_ONCE]
        connection.execute(delete(tables.keyed).where(_KEYED.claim_id.in_(some)))
    fresh = [keyed[name] for name in other if name in keyed]
    if fresh:
        connection.execute(insert(tables.keyed), fresh)
    named = {name: {"id": name, "kind": key.kind, "area": key.area, "month": key.month} for name, key in keys.items()}
    _add(connection, tables.key, named)
    _note_stale(connection, stale)


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
    names = connection.scalars(select(_STALE.key_id).distinct().order_by(_STALE.key_id).limit(KEYS_AT_ONCE)).all()
    if not names:
        return 0
    if len(names) <= FEW_KEYS:
        names = names[:1]
    _make_whole(connection, names)
    waiting = select(_STALE.key_id, _STALE.home, _STALE.day, tables.key.c.kind, tables.key.c.area, tables.key.c.month)
    waiting = waiting.join_from(tables.stale, tables.key, tables.key.c.id == _STALE.key_id)
    todo = connection.execute(waiting.where(_STALE.key_id.in_(names)).order_by(_STALE.key_id, _STALE.home)).all()
    said, homes = _told(connection, names)
    before, held_rows = _stood(connection, names)
    found: list[dict[str, Any]] = []
    for row in todo:
        key = Key(kind=row.kind, area=row.area, month=row.month)
        spot = (row.key_id, row.home)
        stood = before.get(spot)
        known = folding(key, said.get(spot, ()), [one for one, _ in stood or ()], None if stood is None else row.day)
        held = {one.finding.id: home for one, home in stood or ()}
        found += [_standing_row(key, one, row.home or _home_of(one, homes, held)) for one in known]
    _replace(connection, held_rows, found)
    connection.execute(delete(tables.stale).where(_STALE.key_id.in_(names)))
    return len(names)


def _make_whole(connection: Connection, keys: Sequence[str]) -> None:
    """Note that all of a key is stale, where a claim of it that was or is there may have to do with any other."""
    loose = select(_KEYED.key_id).where(_KEYED.key_id.in_(keys), _KEYED.home == WHOLE)
    gone = select(_STALE.key_id).where(_STALE.key_id.in_(keys), _STALE.home == WHOLE)
    whole = set(connection.scalars(loose.union(gone)))
    if whole:
        first = select(_STALE.key_id, func.min(_STALE.day).label("day")).where(_STALE.key_id.in_(whole))
        noted = [
            {"key_id": row.key_id, "home": WHOLE, "day": row.day}
            for row in connection.execute(first.group_by(_STALE.key_id))
        ]
        connection.execute(delete(tables.stale).where(_STALE.key_id.in_(whole)))
        connection.execute(insert(tables.stale), noted)


def _home_of(known: Known, homes: Mapping[str, str], held: Mapping[str, str]) -> str:
    """The home of all claims of a finding; where one of them counts no more, what it was before."""
    if any(name not in homes for name in known.finding.claims):
        return held.get(known.finding.id, WHOLE)
    mine = {homes[name] for name in known.finding.claims}
    return mine.pop() if len(mine) == 1 else WHOLE


def _told(connection: Connection, keys: Sequence[str]) -> tuple[Mapping[Spot, list[Told]], Mapping[str, str]]:
    """The claims of all that is stale that count on the day from which it is, or later, with these days; their homes.

    Their reports come without their texts.
    """
    heads: dict[str, Report] = {}
    homes: dict[str, str] = {}
    found: dict[Spot, list[Told]] = {}
    told = connection.execute(_telling(), {"keys": keys}).all()
    kept = sketches(connection, {row.text_id for row in told})
    for row in told:
        if row.id not in heads:
            heads[row.id] = rows.report_of(row.head, "")
        claim = from_json(row.record, Claim)
        sketch = kept.get(row.text_id)
        one = Told(claim=claim, report=heads[row.id], since=row.day, until=row.until, sketch=sketch)
        homes[claim.id] = row.home
        found.setdefault((row.key_id, row.spot), []).append(one)
    return found, homes


def sketches(connection: Connection, texts: Iterable[str]) -> Mapping[str, bytes]:
    """What was kept of these texts."""
    names, sketch = sorted(texts), tables.sketch.c
    found: dict[str, bytes] = {}
    for start in range(0, len(names), REPORTS_AT_ONCE):
        some = select(sketch.text_id, sketch.body).where(among(sketch.text_id, names[start : start + REPORTS_AT_ONCE]))
        found |= {row.text_id: row.body for row in connection.execute(some)}
    return found


def sketches_of(connection: Connection, reports: Collection[str]) -> Mapping[str, bytes]:
    """What was kept of these reports' texts, by the reports' ids."""
    names, report, sketch = sorted(set(reports)), tables.report.c, tables.sketch.c
    found: dict[str, bytes] = {}
    for start in range(0, len(names), REPORTS_AT_ONCE):
        some = select(report.id, sketch.body).join_from(tables.report, tables.sketch, sketch.text_id == report.text_id)
        rows_ = connection.execute(some.where(among(report.id, names[start : start + REPORTS_AT_ONCE])))
        found |= {row.id: row.body for row in rows_}
    return found


@cache
def _telling() -> Select[Any]:
    """The statement of `_told`: made once, since making it takes longer than asking it."""
    first = select(func.min(searching.LATER.c.day)).where(searching.IS_LATER)
    until = first.correlate(tables.edition).scalar_subquery()
    report = tables.report.c
    place = _KEYED.key_id, _KEYED.home, _STALE.home.label("spot")
    return (
        select(
            *place,
            *(_MADE.record, report.id, report.text_id, report.record.label("head")),
            *(_EDITION.day, until.label("until")),
        )
        .join_from(tables.stale, tables.keyed, (_KEYED.key_id == _STALE.key_id) & _of_spot(_KEYED.home))
        .join(tables.finder, _KEYED.claim_id == _FINDER.claim_id)
        .join(tables.made, (_MADE.reading_id == _FINDER.reading_id) & (_MADE.claim_id == _FINDER.claim_id))
        .join(tables.report, report.id == _FINDER.report_id)
        .join(tables.edition, _EDITION.report_id == _FINDER.report_id)
        .where(_STALE.key_id.in_(bindparam("keys", expanding=True)), _FINDER.live)
        .where(or_(until.is_(None), until > _STALE.day))
        .order_by(_KEYED.key_id, _KEYED.claim_id)
    )


def _stood(connection: Connection, keys: Sequence[str]) -> tuple[Mapping[Spot, list[tuple[Known, str]]], Sequence[Any]]:
    """What stood of all that is stale on the day before the one from which it is, with its home; and all rows of it.

    What was never folded is not among it: nothing can have changed.
    """
    spot = (_STANDING.key_id == _STALE.key_id) & _of_spot(_STANDING.home)
    statement = select(tables.standing, _STALE.day, _STALE.home.label("spot"))
    statement = statement.join_from(tables.stale, tables.standing, spot)
    before: dict[Spot, list[tuple[Known, str]]] = {}
    held = connection.execute(statement.where(_STANDING.key_id.in_(keys), _unsettled())).all()
    for row in held:
        mine = before.setdefault((row.key_id, row.spot), [])
        if row.since < row.day:
            mine.append((known_of(row), row.home))
    return before, held


def _replace(connection: Connection, held: Iterable[Any], found: Iterable[Mapping[str, Any]]) -> None:
    """Keep what was found in place of what was held; what is the same stays, as after a judgement most of it is."""
    fresh = {tuple(row[name] for name in _TELLING): row for row in found}
    left = [row for row in held if fresh.pop(tuple(getattr(row, name) for name in _TELLING), None) is None]
    difference, gone, moved = Difference(), [], []
    noted = _with_other_notes(left, fresh.values())
    for row in left:
        if row.number not in noted:
            gone.append(row.number)
            moved.append(row.series)
            difference.gone(row.topic, row.since, row.until)
    again = {id(row) for row in noted.values()}
    come = [row for row in fresh.values() if id(row) not in again]
    for row in come:
        moved.append(row["series"])
        difference.come(row["topic"], row["since"], row["until"])
    for number, row in noted.items():
        connection.execute(update(tables.standing).where(_STANDING.number == number).values(record=row["record"]))
    superseding.forget(connection, gone)
    for start in range(0, len(gone), REPORTS_AT_ONCE):
        some = gone[start : start + REPORTS_AT_ONCE]
        connection.execute(delete(tables.standing).where(_STANDING.number.in_(some)))
    if come:
        connection.execute(insert(tables.standing), come)
    superseding.move(connection, (name for name in moved if name is not None))
    difference.write(connection)


def _with_other_notes(held: Iterable[Any], found: Iterable[Mapping[str, Any]]) -> dict[int, Mapping[str, Any]]:
    """What was found, by the number of what was held, that differs from it in its notes alone.

    So does what somebody accepts; it stands where it stood, and has the same place among those of its series.
    """
    others = {tuple(row[name] for name in _BUT_THE_RECORD): row for row in found}
    noted = {}
    for row in held:
        other = others.pop(tuple(getattr(row, name) for name in _BUT_THE_RECORD), None)
        if other is not None and _without_notes(row.record) == _without_notes(other["record"]):
            noted[row.number] = other
    return noted


def _without_notes(record: str) -> Finding:
    return replace(from_json(record, Finding), notes=())


def _of_spot(home: ColumnElement[str]) -> ColumnElement[bool]:
    """Whether a home belongs to what is stale."""
    return or_(_STALE.home == WHOLE, _STALE.home == home)


def _unsettled() -> ColumnElement[bool]:
    """What did not end before the day from which it is stale."""
    mine = select(_STALE.day).where(_STALE.key_id == _STANDING.key_id, _of_spot(_STANDING.home))
    open_ = or_(_STANDING.until.is_(None), _STANDING.until >= _STALE.day)
    return mine.where(open_).correlate(tables.standing).exists()


def _days(reports: Sequence[str]) -> Select[Any]:
    return select(_EDITION.report_id, _EDITION.day).where(_EDITION.report_id.in_(reports))


def _note_stale(connection: Connection, days: Mapping[Spot, date]) -> None:
    """Note that these are stale from these days on, or from an earlier one that was noted before."""
    names = sorted({key for key, _ in days})
    noted = dict(days)
    for start in range(0, len(names), REPORTS_AT_ONCE):
        some = names[start : start + REPORTS_AT_ONCE]
        for row in connection.execute(select(tables.stale).where(_STALE.key_id.in_(some))):
            spot = (row.key_id, row.home)
            noted[spot] = min(row.day, noted.get(spot, date.max))
        connection.execute(delete(tables.stale).where(_STALE.key_id.in_(some)))
    if noted:
        found = [{"key_id": key, "home": home, "day": noted[key, home]} for key, home in sorted(noted)]
        connection.execute(insert(tables.stale), found)


@cache
def beside() -> Select[Any]:
    """The records of the claims that have the key of a `claim`."""
    key = select(_KEYED.key_id).where(_KEYED.claim_id == bindparam("claim")).scalar_subquery()
    made = (_MADE.reading_id == _FINDER.reading_id) & (_MADE.claim_id == _FINDER.claim_id)
    return (
        select(_MADE.record)
        .join_from(tables.keyed, tables.finder, _KEYED.claim_id == _FINDER.claim_id)
        .join(tables.made, made)
        .where(_KEYED.key_id == key, _FINDER.live)
        .order_by(_FINDER.day, _FINDER.report_id, _FINDER.start, _FINDER.claim_id)
    )


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


def _standing_row(key: Key, known: Known, home: str) -> dict[str, Any]:
    finding = known.finding
    return {
        "key_id": key.id,
        "home": home,
        "finding_id": finding.id,
        "since": known.since,
        "until": known.until,
        "topic": finding.topic,
        "line": known.line,
        "series": finding.series,
        "as_of": finding.as_of,
        "record": to_json(finding).decode(),
    }
