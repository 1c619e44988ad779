import sqlite3
from contextlib import closing
from pathlib import Path

from benchmarks.filling import fill
from benchmarks.growing import Growing
from benchmarks.making import made_reports

from clearway.crisis import Crisis
from clearway.ledger import tables

CLAIMS = 1_200


def contents(ledger: Path) -> dict[str, list[tuple[object, ...]]]:
    names = [*tables.facts.tables, *tables.indexes.tables, "words", "spots"]
    with closing(sqlite3.connect(ledger)) as connection:
        return {name: sorted(connection.execute(f"SELECT * FROM {name}"), key=repr) for name in names}  # noqa: S608


def test_a_filled_ledger_holds_what_adding_one_by_one_writes(tmp_path: Path) -> None:
    with Crisis.open(tmp_path / "grown.db") as crisis:
        Growing(crisis).add_all(made_reports(CLAIMS))
    assert fill(tmp_path / "filled.db", made_reports(CLAIMS)) == CLAIMS // 10
    grown, filled = contents(tmp_path / "grown.db"), contents(tmp_path / "filled.db")
    assert {name: len(rows) for name, rows in filled.items()} == {name: len(rows) for name, rows in grown.items()}
    assert filled == grown
