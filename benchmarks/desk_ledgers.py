"""Made ledgers for a desk: with incidents and with judgements, in a file, and the same rows on a server."""

import argparse
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import Any

import psycopg
from sqlalchemy import Connection, LargeBinary, Table, select
from sqlalchemy.types import Boolean, Date

from benchmarks.growing import seconds
from clearway.crisis import Crisis
from clearway.ledger import open_ledger, sqlite, tables
from clearway.ledger.postgres import POSTGRES
from clearway.ledger.spots import boxes_of
from clearway.model import Claim, Judgement, Verdict, from_json

A_JUDGEMENT = 500
"""Claims for each that somebody has judged."""
JUDGED = datetime(2026, 2, 1, tzinfo=UTC)
TOGETHER = 5_000
VERDICTS = (Verdict.ACCEPT,) * 6 + (Verdict.REJECT,) + (Verdict.CORRECT,) * 2 + (Verdict.PREFER,)


def main(arguments: Sequence[str]) -> None:
    """Judge in a made ledger, fold what that changes, and put the same on a server where one is named; prints JSON."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--ledger", type=Path, required=True)
    options.add_argument("--server", help="the url of an empty database")
    asked = options.parse_args(arguments)
    if asked.server:
        told = {"copying": seconds(copy, asked.ledger, asked.server)}
    else:
        with Crisis.open(asked.ledger) as crisis:
            told = {"judging": seconds(judge, crisis)}
            told["folding"] = seconds(lambda: crisis.fold_in(events=True))
    json.dump(told, sys.stdout)


def judge(crisis: Crisis) -> None:
    """Decide on one of so many claims: most are accepted."""
    claims = sum(crisis.ledger.count_by_kind().values())
    wanted = claims // A_JUDGEMENT
    names = [*islice(crisis.ledger.by_priority(), 0, None, A_JUDGEMENT)][:wanted]
    some = [one for one in crisis.ledger.claims_named(names) if one.figure is not None]
    with crisis.ledger.together():
        for at, claim in enumerate(some):
            crisis.ledger.judge(_judgement(claim, at))


def _judgement(claim: Claim, at: int) -> Judgement:
    verdict = VERDICTS[at % len(VERDICTS)]
    value = str(round(claim.figure.value or 0) + 1) if verdict is Verdict.CORRECT and claim.figure else None
    return Judgement(
        verdict=verdict,
        claims=(claim.id,),
        by=f"person {at % 16 + 1}",
        at=JUDGED + timedelta(minutes=at),
        slot="value" if value else None,
        value=value,
    )


def copy(file: Path, url: str) -> None:
    """Put the rows of a file's tables into those of an empty ledger on a server: the same ledger, sooner made."""
    open_ledger(url).close()
    engine = sqlite.make_engine(file, patience=30, writable=False)
    with engine.begin() as connection, psycopg.connect(url) as into:
        into.execute("SET session_replication_role = replica")  # facts come in any order
        for table in (*tables.facts.sorted_tables, *tables.indexes.sorted_tables):
            into.execute(f"DELETE FROM {table.name}")  # type: ignore[arg-type]  # noqa: S608 - names of our own tables
            names = ", ".join(f'"{column.name}"' for column in table.columns)
            with into.cursor().copy(f"COPY {table.name} ({names}) FROM STDIN") as rows:  # type: ignore[arg-type]
                for row in _rows(connection, table):
                    rows.write_row(row)
            _count_on(into, table)
        into.commit()
    _write_words(file, url)
    with psycopg.connect(url, autocommit=True) as into:
        into.execute("VACUUM ANALYZE")


def _rows(connection: Connection, table: Table) -> Iterator[Sequence[Any]]:
    names = ", ".join(f'"{column.name}"' for column in table.columns)
    found = connection.exec_driver_sql(f"SELECT {names} FROM {table.name}")  # noqa: S608 - names of our own tables
    written = [_writing(column.type) for column in table.columns]
    for row in found:
        yield [value if value is None else write(value) for write, value in zip(written, row, strict=True)]


def _writing(kind: Any) -> Any:
    """How a value of SQLite is what PostgreSQL keeps."""
    if isinstance(kind, Boolean):
        return bool
    if isinstance(kind, Date):
        return date.fromisoformat
    if isinstance(kind, LargeBinary):
        return bytes
    return kind.bind_processor(_dialect()) or _as_it_is


def _as_it_is(value: Any) -> Any:
    return value


def _dialect() -> Any:
    from sqlalchemy.dialects import postgresql

    return postgresql.psycopg.dialect()  # type: ignore[no-untyped-call]


def _count_on(into: "psycopg.Connection[Any]", table: Table) -> None:
    """Let numbers that the server gives go on behind those that are there."""
    for column in table.primary_key:
        found = into.execute("SELECT pg_get_serial_sequence(%s, %s)", (table.name, column.name)).fetchone()
        if found and found[0]:
            into.execute(f"SELECT setval(%s, (SELECT coalesce(max({column.name}), 1) FROM {table.name}))", found)  # type: ignore[arg-type]  # noqa: S608


def _write_words(file: Path, url: str) -> None:
    """What finds words and areas, which each database has in its own way."""
    from sqlalchemy import create_engine

    engine = create_engine("postgresql+psycopg://", creator=lambda: psycopg.connect(url))
    finder, made, report = tables.finder.c, tables.made.c, tables.report.c
    newest = (made.reading_id == finder.reading_id) & (made.claim_id == finder.claim_id)
    told = select(finder.number, made.record, report.record.label("head"))
    told = told.join_from(tables.finder, tables.made, newest).join(tables.report, report.id == finder.report_id)
    with sqlite.make_engine(file, patience=30, writable=False).begin() as connection, engine.begin() as into:
        found = connection.execute(told.execution_options(yield_per=TOGETHER))
        for some in _together(found):
            claims = [(row.number, from_json(row.record, Claim), from_json(row.head, dict[str, Any])) for row in some]
            words = [
                {"number": number, "sentence": claim.sentence.words, "title": head["title"] or ""}
                for number, claim, head in claims
            ]
            POSTGRES.write_words(into, words)
            spots = [
                {"number": number, "west": box.west, "east": box.east, "south": box.south, "north": box.north}
                for number, claim, _ in claims
                for box in boxes_of(claim)
            ]
            POSTGRES.write_spots(into, spots)


def _together(rows: Iterable[Any]) -> Iterator[list[Any]]:
    found = iter(rows)
    while some := list(islice(found, TOGETHER)):
        yield some


if __name__ == "__main__":
    main(sys.argv[1:])
