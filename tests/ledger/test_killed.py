"""A ledger whose writer is killed, at any moment."""

import os
import signal
import sqlite3
from pathlib import Path

import pytest
from tests.ledger.making import numbered
from tests.ledger.writer import start, told_by, write, write_and_die

from clearway.ledger import open_ledger
from clearway.model import Claim, Report

MANY = 12


def everything(numbers: range) -> tuple[list[str], list[str]]:
    """The ids of all the numbered reports, and of their claims."""
    made: list[tuple[Report, list[Claim]]] = [numbered(number) for number in numbers]
    return sorted(report.id for report, _ in made), sorted(claim.id for _, claims in made for claim in claims)


def kept(path: Path) -> tuple[list[str], list[str]]:
    """The ids of all reports in the ledger, and of the claims."""
    with open_ledger(path) as ledger:
        return sorted(report.id for report in ledger.reports()), sorted(claim.id for claim in ledger.claims())


def is_sound(path: Path) -> bool:
    """Whether SQLite finds nothing wrong with the file."""
    connection = sqlite3.connect(path)
    try:
        checked = connection.execute("PRAGMA integrity_check").fetchall()
        return checked == [("ok",)] and connection.execute("PRAGMA foreign_key_check").fetchall() == []
    finally:
        connection.close()


@pytest.mark.parametrize("statement", range(1, 130, 6))
def test_killed_before_any_statement_it_holds_what_was_confirmed(tmp_path: Path, statement: int) -> None:
    path = tmp_path / "clearway.db"
    process, pipe = start(write_and_die, path, 0, MANY, statement)
    told = told_by(pipe)
    process.join()
    assert process.exitcode == -signal.SIGKILL
    reports, claims = kept(path)
    assert set(told) <= set(reports)
    assert len(claims) == 3 * len(reports)
    assert is_sound(path)


def test_killed_again_and_again_the_same_command_finishes_the_rest(tmp_path: Path) -> None:
    path = tmp_path / "clearway.db"
    told: set[str] = set()
    for round_ in range(12):
        process, pipe = start(write, path, 0, 400)
        told.update(told_by(pipe, most=1 + 7 * round_))
        os.kill(process.pid, signal.SIGKILL)
        told.update(told_by(pipe))  # what it had confirmed before it died
        process.join()
        assert told <= set(kept(path)[0])
    process, pipe = start(write, path, 0, MANY * 10)
    told.update(told_by(pipe))
    process.join()
    assert process.exitcode == 0
    reports, claims = kept(path)
    assert told <= set(reports)
    expected_reports, expected_claims = everything(range(MANY * 10))
    assert set(expected_reports) <= set(reports)
    assert set(expected_claims) <= set(claims)
    assert is_sound(path)


def test_two_that_write_at_once_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "clearway.db"  # which both of them make
    first, one = start(write, path, 0, 40)
    second, other = start(write, path, 20, 60)
    assert (len(told_by(one)), len(told_by(other))) == (40, 40)
    first.join()
    second.join()
    assert (first.exitcode, second.exitcode) == (0, 0)
    assert kept(path) == everything(range(60))
    assert is_sound(path)
