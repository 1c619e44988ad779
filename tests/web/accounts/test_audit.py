"""The log holds, and tells where it does not."""

import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from clearway.errors import DeskError
from clearway.web.accounts.audit import Verified, entries, note, verify
from clearway.web.store import Store

NOW = datetime(2020, 4, 1, tzinfo=UTC)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "desk.db") as opened:
        for act in ("send", "accept", "correct", "undo"):
            note(opened, who="Ada", act=act, about="a claim", at=NOW)
        yield opened


def meddle(store: Store, statement: str) -> None:
    """Change the file as somebody would who can write it."""
    with sqlite3.connect(store.path) as file:
        file.execute("DROP TRIGGER audit_no_update")
        file.execute("DROP TRIGGER audit_no_delete")
        file.execute(statement)


def test_a_log_that_nobody_changed_holds(store: Store) -> None:
    assert verify(store) == Verified(entries=4, last=entries(store)[0].hash)


@pytest.mark.parametrize("column", ["who", "act", "about", "at"])
def test_a_changed_entry_is_found(store: Store, column: str) -> None:
    meddle(store, f"UPDATE audit SET {column} = 'other' WHERE number = 2")  # noqa: S608
    assert (verify(store).broken, verify(store).why) == (2, "it was changed")


def test_an_entry_that_was_taken_out_is_found(store: Store) -> None:
    meddle(store, "DELETE FROM audit WHERE number = 2")
    assert (verify(store).broken, verify(store).why) == (2, "it is missing")


def test_an_entry_that_was_written_anew_breaks_those_after_it(store: Store) -> None:
    last = entries(store)[0]
    meddle(store, f"UPDATE audit SET hash = '{last.hash}' WHERE number = 2")  # noqa: S608
    assert verify(store).broken == 2


def test_an_end_that_was_cut_off_is_found_by_a_hash_that_was_noted(store: Store) -> None:
    noted = entries(store)[0].hash
    assert verify(store, known=noted).broken is None
    meddle(store, "DELETE FROM audit WHERE number = 4")
    assert verify(store).broken is None
    assert verify(store, known=noted).broken == 4


@pytest.mark.parametrize("statement", ["UPDATE audit SET who = 'x'", "DELETE FROM audit"])
def test_the_desk_itself_cannot_change_the_log(store: Store, statement: str) -> None:
    with pytest.raises(DeskError, match="an audit log only grows"):
        store.rows(statement)


def test_entries_come_newest_first_a_page_at_a_time(store: Store) -> None:
    assert [entry.act for entry in entries(store, most=2)] == ["undo", "correct"]
    assert [entry.act for entry in entries(store, before=3)] == ["accept", "send"]
