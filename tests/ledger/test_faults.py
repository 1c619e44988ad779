"""A database's errors as a user is told them."""

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy.exc import OperationalError
from tests.ledger.making import AT, WAY, a_report

from clearway.errors import LedgerError
from clearway.ledger import open_ledger, sqlite
from clearway.ledger.faults import told
from clearway.ledger.sql import SqlLedger


@pytest.mark.parametrize(
    ("message", "rule"),
    [
        ("database is locked", "another program is writing"),
        ("attempt to write a readonly database", "can only be read"),
        ("database disk image is malformed", "the file is damaged"),
        ("disk I/O error", "the disk failed"),
        ("no such module: fts5", "no full-text search"),
        ("something new", "the database says: something new"),
    ],
)
def test_each_error_names_the_file_the_rule_and_a_remedy(message: str, rule: str) -> None:
    for error in (sqlite3.OperationalError(message), OperationalError("", {}, sqlite3.OperationalError(message))):
        with pytest.raises(LedgerError, match=f"a.db: .*{rule}.*; ") as caught, told(Path("a.db")):
            raise error
        assert caught.value.__cause__ is error


def test_a_full_disk_keeps_the_report_out_and_the_rest_in(tmp_path: Path) -> None:
    path = tmp_path / "clearway.db"
    with open_ledger(path) as ledger:
        ledger.add(a_report(), [], **WAY, at=AT)
    engine = sqlite.make_engine(path, patience=1, writable=True)
    with sqlite.SQLITE.reads(engine) as connection:
        connection.exec_driver_sql("PRAGMA max_page_count = 1")  # no page more than there are
    with SqlLedger(engine, sqlite.SQLITE, path) as ledger, pytest.raises(LedgerError, match="make room"):
        ledger.add(a_report("Ten people died. " * 10_000), [], **WAY, at=AT)
    with open_ledger(path) as ledger:
        assert list(ledger.reports()) == [a_report()]
