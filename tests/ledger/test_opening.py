"""Opening a ledger by its name, and what is no ledger."""

import os
import sqlite3
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from tests.ledger.making import AT, WAY, a_claim, a_report

from clearway.errors import LedgerError
from clearway.ledger import open_ledger, schema, sqlite, tables


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A ledger with one report."""
    made = tmp_path / "a 100% new #ledger?.db"
    with open_ledger(made) as ledger:
        ledger.add(a_report(), [a_claim(a_report())], **WAY, at=AT)
    return made


def test_a_ledger_is_there_when_it_is_opened_again(path: Path) -> None:
    with open_ledger(str(path), create=False) as ledger:
        assert list(ledger.claims()) == [a_claim(a_report())]


def test_a_ledger_is_one_file_when_it_is_closed(path: Path) -> None:
    assert [found.name for found in path.parent.iterdir()] == [path.name]


def test_a_sqlite_url_names_a_file(path: Path) -> None:
    with open_ledger(f"sqlite:///{path}", create=False) as ledger:
        assert list(ledger.reports()) == [a_report()]


def test_an_empty_file_becomes_a_ledger(tmp_path: Path) -> None:
    (tmp_path / "empty.db").touch()
    with open_ledger(tmp_path / "empty.db") as ledger:
        assert list(ledger.reports()) == []


def test_the_file_says_whose_it_is(path: Path) -> None:
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA application_id").fetchone() == (sqlite.APPLICATION,)
    assert connection.execute("PRAGMA user_version").fetchone() == (tables.GENERATION,)
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    connection.close()


@pytest.mark.parametrize(
    ("name", "rule"),
    [
        ("mysql://db/x", "a ledger is a file"),
        (":memory:", "lives in a file"),
        ("sqlite:///:memory:", "lives in a file"),
        ("", "lives in a file"),
    ],
)
def test_what_names_no_file_is_refused(name: str, rule: str) -> None:
    with pytest.raises(LedgerError, match=rule):
        open_ledger(name)


def test_a_folder_is_no_ledger(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="it is a folder; name a file in it"):
        open_ledger(tmp_path)


def test_a_folder_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="folder does not exist"):
        open_ledger(tmp_path / "gone" / "clearway.db")


def test_nothing_is_made_when_nothing_is_to_be_made(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="there is no ledger"):
        open_ledger(tmp_path / "clearway.db", create=False)
    (tmp_path / "empty.db").touch()
    with pytest.raises(LedgerError, match="there is no ledger"):
        open_ledger(tmp_path / "empty.db", create=False)
    assert [(found.name, found.stat().st_size) for found in tmp_path.iterdir()] == [("empty.db", 0)]


def test_another_file_is_left_alone(tmp_path: Path) -> None:
    other = tmp_path / "notes.txt"
    other.write_text("Ten people died.")
    with pytest.raises(LedgerError, match="not a ledger; name another file"):
        open_ledger(other)
    assert other.read_text() == "Ten people died."


@pytest.mark.parametrize("application", [0, 0x47504B47])
def test_another_applications_database_is_left_alone(tmp_path: Path, application: int) -> None:
    other = tmp_path / "map.gpkg"
    connection = sqlite3.connect(other)
    connection.execute("CREATE TABLE map (id)")
    connection.execute(f"PRAGMA application_id = {application}")
    connection.commit()
    connection.close()
    before = other.read_bytes()
    with pytest.raises(LedgerError, match="another application's database"):
        open_ledger(other)
    assert other.read_bytes() == before


def test_a_damaged_ledger_is_told_as_damaged(path: Path) -> None:
    data = path.read_bytes()
    path.write_bytes(data[:100] + os.urandom(len(data) - 100))
    with pytest.raises(LedgerError, match="damaged; restore a copy"), open_ledger(path) as ledger:
        list(ledger.claims())


def test_a_newer_ledger_is_left_alone(path: Path) -> None:
    stamp(path, tables.GENERATION + 1)
    with pytest.raises(LedgerError, match=r"newer Clearway wrote it .*; update Clearway"):
        open_ledger(path)


def test_an_older_ledger_gets_its_indexes_anew(path: Path) -> None:
    stamp(path, tables.GENERATION - 1, "DROP TABLE finder", "DROP TABLE edition", "DROP TABLE words")
    with open_ledger(path) as ledger:
        assert list(ledger.claims()) == [a_claim(a_report())]
    assert sqlite.look(path, patience=1, writable=True)[1] == tables.GENERATION


def test_indexes_that_a_ledger_lacks_are_added_to_it_and_nothing_else_is_made_anew(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        for name in tables.ADDED:
            connection.execute(f"DROP INDEX {name}")
        connection.execute(f"CREATE INDEX {tables.REMOVED[0]} ON standing (series)")
        connection.execute("UPDATE finder SET priority = 7")
    connection.close()
    told: list[str] = []
    for _ in range(2):
        open_ledger(path, tell=told.append).close()
    with sqlite3.connect(path) as connection:
        names = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'index'")}
        assert set(tables.ADDED) <= names
        assert not names & set(tables.REMOVED)
        assert connection.execute("SELECT priority FROM finder").fetchall() == [(7,)]
    connection.close()
    assert told == [
        "making the ledger quicker to look at, once (standing in series)",
        "making the ledger quicker to look at, once (happened over days)",
        "making the ledger quicker to look at, once (finder by kind and days)",
        "making the ledger quicker to look at, once (happened by first)",
        "making the ledger quicker to look at, once (standing of series)",
    ]


def test_tables_that_another_process_is_making_are_not_made_twice(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("INSERT INTO moved VALUES ('a')")
    connection.close()
    monkeypatch.setattr(schema, "lacking", lambda *_: list(tables.JOINED))  # as it was a moment ago
    told: list[str] = []
    open_ledger(path, tell=told.append).close()
    assert told == []


def test_a_ledger_that_is_only_read_is_read_without_the_indexes_it_lacks(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute(f"DROP INDEX {tables.ADDED[0]}")
    connection.close()
    before = path.read_bytes()
    with open_ledger(path, reads_only=True) as ledger:
        assert list(ledger.findings(date.max, series="0" * 16)) == []
    assert path.read_bytes() == before


def test_a_ledger_that_may_only_be_read_is_read(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda _path, mode: mode != os.W_OK)
    before = path.read_bytes()
    with open_ledger(path) as ledger:
        assert list(ledger.claims()) == [a_claim(a_report())]
        assert ledger.add(a_report(), [], **WAY, at=AT).status == "known"
        with pytest.raises(LedgerError, match="can only be read"):
            ledger.add(a_report("Another one."), [], **WAY, at=AT)
    assert path.read_bytes() == before
    assert [found.name for found in path.parent.iterdir()] == [path.name]


def test_an_older_ledger_that_may_only_be_read_is_refused(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stamp(path, tables.GENERATION - 1)
    monkeypatch.setattr(os, "access", lambda _path, mode: mode != os.W_OK)
    with pytest.raises(LedgerError, match="can only be read"):
        open_ledger(path)


def test_another_writer_is_waited_for_then_told(path: Path) -> None:
    other = sqlite3.connect(path, isolation_level=None)
    with open_ledger(path, patience=0.05) as ledger:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LedgerError, match=r"another program is writing .*; wait for it"):
            ledger.add(a_report("Another one."), [], **WAY, at=AT)
        assert list(ledger.claims()) == [a_claim(a_report())]
        other.execute("COMMIT")
        assert ledger.add(a_report("Another one."), [], **WAY, at=AT).status == "new"
    other.close()


def test_nothing_heavy_is_imported_before_it_is_needed(path: Path) -> None:
    program = (
        "import sys; from clearway.ledger import open_ledger; assert 'sqlalchemy' not in sys.modules;"
        f"open_ledger({str(path)!r}).close(); assert 'sqlalchemy' in sys.modules; assert 'alembic' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", program], check=True, env={**os.environ, "PYTHONPATH": "src"})


def stamp(path: Path, generation: int, *statements: str) -> None:
    """Make the ledger look as another Clearway left it."""
    connection = sqlite3.connect(path)
    for statement in statements:
        connection.execute(statement)
    connection.execute(f"PRAGMA user_version = {generation}")
    connection.commit()
    connection.close()
