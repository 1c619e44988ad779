"""Indexes: what can be built again from the facts, kept so that looking is quick."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from clearway.ledger import facts, rows, siting, standing, tables, versions
from clearway.ledger.dialect import Dialect
from clearway.ledger.spots import boxes_of
from clearway.model import Claim, Judgement, Verdict, from_json, in_force
from clearway.model.claim import BY_HAND

ADDING = (Verdict.ADD, Verdict.SPLIT)
"""What brings claims that a person found into the picture."""

_FINDER, _EDITION, _MADE = tables.finder.c, tables.edition.c, tables.made.c


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """The current report of a work, how many versions it has, and which reports were current before."""

    current: str
    versions: int
    before: tuple[str, ...]


def make(connection: Connection, dialect: Dialect) -> None:
    """Throw every index away and build it from the facts."""
    tables.indexes.drop_all(connection)
    tables.indexes.create_all(connection)
    dialect.make_words(connection)
    dialect.make_spots(connection)
    # Judgements first: they say which of the claims that persons found still stand.
    for record in connection.scalars(select(tables.judgement.c.record)).all():
        _note(connection, from_json(record, Judgement))
    for report in connection.scalars(select(tables.report.c.id).order_by(tables.report.c.id)).all():
        place(connection, report)
        index(connection, dialect, report)


def place(connection: Connection, report: str) -> Placed:
    """Put a report among the versions of its work."""
    # While the indexes are built again, relatives that come later have no place yet.
    related = facts.relatives(connection, report)
    works = select(_EDITION.work).where(_EDITION.report_id.in_(related))
    others = connection.execute(select(tables.edition).where(_EDITION.work.in_(works))).mappings().all()
    readings = {row["report_id"]: row["reading_id"] for row in others}
    readings[report] = facts.readings(connection, report)[-1].id
    ordered = versions.in_order(facts.versions(connection, list(readings)))
    connection.execute(delete(tables.edition).where(_EDITION.report_id.in_(list(readings))))
    placed = [
        {
            "report_id": version.report,
            "work": min(readings),
            "place": number,
            "published": version.published,
            "day": version.published or date.max,
            "reading_id": readings[version.report],
        }
        for number, version in enumerate(ordered)
    ]
    connection.execute(insert(tables.edition), placed)
    standing.unfold(connection, readings)
    return Placed(current=ordered[-1].report, versions=len(ordered), before=_tops(others))


def index(connection: Connection, dialect: Dialect, report: str) -> None:
    """Index the claims of a report as the newest readings made them."""
    _forget(connection, dialect, report)
    standing.unfold(connection, [report])
    readings = facts.readings(connection, report)
    current = readings[-1].id
    connection.execute(update(tables.edition).where(_EDITION.report_id == report).values(reading_id=current))
    newest: dict[str, tuple[str, Claim]] = {}
    by_hand: dict[str, tuple[str, Claim]] = {}
    for reading in readings:
        made = select(_MADE.claim_id, _MADE.record).where(_MADE.reading_id == reading.id)
        found = {row.claim_id: (reading.id, from_json(row.record, Claim)) for row in connection.execute(made)}
        newest |= found
        by_hand |= found if reading.extractor == BY_HAND else {}
    if not newest:
        return
    still = _still_added(connection, sorted(by_hand))
    newest |= {name: one for name, one in by_hand.items() if name in still and newest[name][0] != current}
    table = tables.report.c
    kept = connection.execute(select(table.record, table.published).where(table.id == report)).one()
    said = from_json(kept.record, dict[str, Any])
    connection.execute(
        insert(tables.finder),
        [
            {
                **rows.finder_row(claim, said["publisher"], kept.published),
                "reading_id": reading,
                "live": reading == current or name in still,
            }
            for name, (reading, claim) in newest.items()
        ],
    )
    _write_words(connection, dialect, report, {key: claim for key, (_, claim) in newest.items()}, said["title"])
    live = {name: claim for name, (reading, claim) in newest.items() if reading == current or name in still}
    siting.write(connection, live, kept.published)


def judge(connection: Connection, dialect: Dialect, judgement: Judgement) -> None:
    """Index a judgement, and note that what it changes is to be folded again: all claims that hang together by it."""
    _note(connection, judgement)
    claims, judged = set(judgement.claims), tables.judged.c
    fresh = claims
    while fresh:
        near = select(judged.judgement_id).where(judged.claim_id.in_(fresh))
        fresh = set(connection.scalars(select(judged.claim_id).where(judged.judgement_id.in_(near)))) - claims
        claims |= fresh
    standing.rejudge(connection, claims)
    for report in _found_by_hand(connection, judgement.claims):
        index(connection, dialect, report)


def _note(connection: Connection, judgement: Judgement) -> None:
    """Keep of which claims a judgement speaks."""
    named = dict.fromkeys(judgement.claims)
    connection.execute(insert(tables.judged), [{"claim_id": name, "judgement_id": judgement.id} for name in named])


def _found_by_hand(connection: Connection, claims: Sequence[str]) -> Sequence[str]:
    """The reports in which a person found some of these claims."""
    reading, claim = tables.reading.c, tables.claim.c
    # the readings of their reports alone: of all that there are, few are by hand
    reports = connection.scalars(select(claim.report_id).where(claim.id.in_(claims)).distinct()).all()
    made = select(reading.report_id).join_from(tables.reading, tables.made, _MADE.reading_id == reading.id)
    found = made.where(reading.report_id.in_(reports), reading.extractor == BY_HAND, _MADE.claim_id.in_(claims))
    return connection.scalars(found.distinct()).all()


def _still_added(connection: Connection, claims: Sequence[str]) -> frozenset[str]:
    """Those of the claims that a judgement adds which nobody took back."""
    if not claims:
        return frozenset()
    judged, judgement = tables.judged.c, tables.judgement.c
    near = select(judged.judgement_id).where(judged.claim_id.in_(claims))
    records = connection.scalars(select(judgement.record).where(judgement.id.in_(near)))
    adding = [one for one in in_force(from_json(record, Judgement) for record in records) if one.verdict in ADDING]
    return frozenset(name for one in adding for name in one.claims)


def _write_words(
    connection: Connection, dialect: Dialect, report: str, claims: dict[str, Claim], title: str | None
) -> None:
    """Index the claims' sentences, and the names and codes of their places."""
    words: list[dict[str, Any]] = []
    places: list[dict[str, Any]] = []
    spots: list[dict[str, Any]] = []
    numbers = select(_FINDER.number, _FINDER.claim_id).where(_FINDER.report_id == report).order_by(_FINDER.number)
    for number, key in connection.execute(numbers):
        words.append({"number": number, "sentence": claims[key].sentence.words, "title": title or ""})
        boxes = enumerate(boxes_of(claims[key]))
        spots += [{"number": number, "spot": place, **asdict(box)} for place, box in boxes]
        found = sorted(set(rows.whereabouts_of(claims[key])))
        places += [{"number": number, "word": word, "code": code} for word, code in found]
    dialect.write_words(connection, words)
    dialect.write_spots(connection, spots)
    if places:
        connection.execute(insert(tables.whereabouts), places)


def _forget(connection: Connection, dialect: Dialect, report: str) -> None:
    """Take the claims of a report out of the indexes."""
    numbers = connection.scalars(select(_FINDER.number).where(_FINDER.report_id == report)).all()
    if not numbers:
        return
    dialect.drop_words(connection, numbers)
    dialect.drop_spots(connection, numbers)
    mine = select(_FINDER.number).where(_FINDER.report_id == report)
    connection.execute(delete(tables.whereabouts).where(tables.whereabouts.c.number.in_(mine)))
    connection.execute(delete(tables.sited).where(tables.sited.c.number.in_(mine)))
    connection.execute(delete(tables.finder).where(_FINDER.report_id == report))


def _tops(editions: Any) -> tuple[str, ...]:
    """The current report of each work."""
    top: dict[str, str] = {}
    for row in sorted(editions, key=lambda row: row["place"]):
        top[row["work"]] = row["report_id"]
    return tuple(sorted(top.values()))
