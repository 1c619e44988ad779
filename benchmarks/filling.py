"""Made reports put into an empty ledger many at a time: the rows that adding them one by one writes, and no others."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date, timedelta
from itertools import count, islice
from pathlib import Path
from typing import Any

from sqlalchemy import insert

from benchmarks.growing import AT
from benchmarks.making import EXTRACTOR, Told
from clearway.ledger import open_ledger, rows, sqlite, tables, versions
from clearway.ledger.spots import boxes_of
from clearway.ledger.tables import EVERYWHERE
from clearway.model import Claim, Report, identify, spots_of, to_json

TOGETHER = 2_000
"""Reports of which all rows are written in one transaction."""
VERSION, GAZETTEER = "1", "made"


class Rows:
    """Rows by table, with what finds words and spots."""

    def __init__(self) -> None:
        self.tables: dict[Any, list[dict[str, Any]]] = defaultdict(list)
        self.words: list[dict[str, Any]] = []
        self.spots: list[dict[str, Any]] = []


@dataclass(slots=True)
class Seen:
    """What was written so far: texts, versions by their url, and the numbers of places and of claims."""

    texts: set[str] = field(default_factory=set)
    works: dict[str, list[versions.Version]] = field(default_factory=lambda: defaultdict(list))
    places: dict[str, int] = field(default_factory=dict)
    numbers: Iterator[int] = field(default_factory=lambda: count(1))


def fill(ledger: Path, told: Iterable[Told]) -> int:
    """Put made reports into a new ledger; how many. What they come to is not folded yet."""
    open_ledger(ledger).close()
    engine = sqlite.make_engine(ledger, patience=30, writable=True)
    numbered, seen = enumerate(told), Seen()
    done = 0
    with engine.begin() as connection:
        connection.exec_driver_sql("DELETE FROM unfolded")
    while some := list(islice(numbered, TOGETHER)):
        made = Rows()
        for at, (report, claims) in some:
            _report(made, seen, report, claims, at)
        with engine.begin() as connection:
            for table, found in made.tables.items():
                connection.execute(insert(table), found)
            sqlite.SQLITE.write_words(connection, made.words)
            sqlite.SQLITE.write_spots(connection, made.spots)
        done += len(some)
    with engine.begin() as connection:
        connection.execute(insert(tables.edition), list(_editions(seen.works)))
    engine.dispose()
    return done


def _report(made: Rows, seen: Seen, report: Report, claims: Sequence[Claim], at: int) -> None:
    """All rows of one report and its reading."""
    row = rows.report_row(report)
    if row["text_id"] not in seen.texts:
        seen.texts.add(row["text_id"])
        made.tables[tables.text].append({"id": row["text_id"], "body": report.text})
    made.tables[tables.report].append(row)
    when = rows.moment(AT + timedelta(seconds=at))
    reading = identify("reading", report.id, EXTRACTOR, VERSION, GAZETTEER, when, 0)
    said = {"extractor": EXTRACTOR, "version": VERSION, "gazetteer": GAZETTEER, "at": when, "turn": 0}
    once = {claim.id: claim for claim in sorted(claims, key=lambda claim: claim.id)}
    made.tables[tables.reading].append({"id": reading, "report_id": report.id, "claims": len(once), **said})
    made.tables[tables.unfolded].append({"report_id": report.id})
    for claim in once.values():
        _claim(made, seen, report, claim, reading)
    version = versions.Version(
        report=report.id, sha256=report.sha256, ordinal=0, published=report.published, retrieved=None, at=when
    )
    seen.works[report.url or report.id].append(version)


def _claim(made: Rows, seen: Seen, report: Report, claim: Claim, reading: str) -> None:
    """All rows of one claim."""
    number = next(seen.numbers)
    record = rows.claim_record(claim, report)
    made.tables[tables.claim].append({"id": claim.id, "report_id": report.id, "kind": claim.kind})
    made.tables[tables.made].append({"reading_id": reading, "claim_id": claim.id, "record": record})
    found = rows.finder_row(claim, report.publisher, report.published)
    made.tables[tables.finder].append({"number": number, **found, "reading_id": reading, "live": True})
    made.words.append({"number": number, "sentence": claim.sentence.words, "title": report.title or ""})
    places = sorted(set(rows.whereabouts_of(claim)))
    made.tables[tables.whereabouts] += [{"number": number, "word": word, "code": code} for word, code in places]
    _sites(made, seen, claim, report, number)
    made.spots += [{"number": number, "spot": at, **asdict(box)} for at, box in enumerate(boxes_of(claim))]


def _sites(made: Rows, seen: Seen, claim: Claim, report: Report, number: int) -> None:
    """Where a claim is counted on the map; a place has its number from the first claim that names it."""
    counted = {EVERYWHERE}
    for spot in spots_of(claim):
        if spot.id not in seen.places:
            seen.places[spot.id] = len(seen.places) + 1
            row = {"number": seen.places[spot.id], "id": spot.id, "record": to_json(spot).decode()}
            made.tables[tables.place].append(row)
        counted.add(seen.places[spot.id])
    spoken = (claim.period.last if claim.period else report.published) or date.max
    row = {"number": number, "kind": claim.kind, "spoken": spoken, "day": report.published or date.max}
    made.tables[tables.sited] += [{**row, "place": place} for place in sorted(counted)]


def _editions(works: Mapping[str, Sequence[versions.Version]]) -> Iterator[dict[str, Any]]:
    for some in works.values():
        for place, version in enumerate(versions.in_order(some)):
            at = version.at
            yield {
                "report_id": version.report,
                "work": min(one.report for one in some),
                "place": place,
                "published": version.published,
                "day": version.published or date.max,
                "reading_id": identify("reading", version.report, EXTRACTOR, VERSION, GAZETTEER, at, 0),
            }
