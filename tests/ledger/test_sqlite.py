"""What SQLite itself refuses."""

import sqlite3
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy.dialects.sqlite import dialect
from tests.ledger.making import AT, WAY, a_claim, a_report

from clearway.ledger import open_ledger, tables
from clearway.ledger.searching import claims_asked
from clearway.ledger.sqlite import SQLITE
from clearway.model import Judgement, Query, Verdict

FACTS = [table.name for table in tables.facts.sorted_tables]


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """A connection past Clearway to a ledger with a row in every table of facts."""
    with open_ledger(tmp_path / "clearway.db") as ledger:
        claim = a_claim(a_report())
        ledger.add(a_report(), [claim], **WAY, at=AT)
        ledger.judge(Judgement(verdict=Verdict.ACCEPT, claims=(claim.id,), by="ana", at=AT))
    opened = sqlite3.connect(tmp_path / "clearway.db")
    yield opened
    opened.close()


@pytest.mark.parametrize("table", FACTS)
@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM {table}",
        "UPDATE {table} SET {column} = {column}",
        "INSERT OR REPLACE INTO {table} SELECT * FROM {table}",
    ],
)
def test_a_fact_is_neither_changed_nor_deleted(connection: sqlite3.Connection, table: str, statement: str) -> None:
    column = connection.execute("SELECT name FROM pragma_table_info(?)", (table,)).fetchone()[0]
    before = connection.execute(f"SELECT * FROM {table}").fetchall()  # noqa: S608 - our own tables
    with pytest.raises(sqlite3.IntegrityError, match=f"a ledger only grows: {table}"):
        connection.execute(statement.format(table=table, column=column))
    assert len(before) == 1
    assert connection.execute(f"SELECT * FROM {table}").fetchall() == before  # noqa: S608 - our own tables


def test_the_text_of_a_report_is_kept_once(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "clearway.db") as ledger:
        ledger.add(a_report(), [], **WAY, at=AT)
        ledger.add(a_report(title="Now with a title"), [], **WAY, at=AT)
    connection = sqlite3.connect(tmp_path / "clearway.db")
    assert connection.execute("SELECT body FROM text").fetchall() == [(a_report().text,)]
    kept = connection.execute("SELECT count(*) FROM report WHERE record LIKE ?", (f"%{a_report().text}%",))
    assert kept.fetchone() == (0,)
    connection.close()


def test_a_place_is_found_without_going_through_all_claims(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "clearway.db") as ledger:
        ledger.add(a_report(), [], **WAY, at=AT)
    statement = claims_asked(Query(place="north", kind="killed", first=date(2020, 2, 1), limit=9), SQLITE)
    asked = statement.compile(dialect=dialect(paramstyle="named"), compile_kwargs={"render_postcompile": True})
    connection = sqlite3.connect(tmp_path / "clearway.db")
    values = {name: str(value) if isinstance(value, date) else value for name, value in asked.params.items()}
    plan = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {asked}", values)]
    connection.close()
    assert [step for step in plan if step.startswith("SCAN") and step.split()[1] not in ("names", "every")] == []
