import sqlite3
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import groupby
from pathlib import Path

import pytest
from benchmarks.making import made_reports
from tests.ledger.making import WAY

from clearway.crisis import Crisis
from clearway.ledger import tables
from clearway.model import Finding, Profile, State

MOST = 3
AT = datetime(2026, 1, 1, tzinfo=UTC)
DAYS = [date(2014, 6, 1), date(2016, 2, 29), date(2020, 1, 1), None]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the ledger of the crisis is."""
    return tmp_path_factory.mktemp("ledger") / "made.db"


@pytest.fixture(scope="module")
def crisis(made: Path) -> Iterator[Crisis]:
    """Some years of made reports, with series that go on from month to month."""
    with Crisis.open(made) as opened:
        for number, (report, claims) in enumerate(made_reports(700)):
            opened.ledger.add(report, claims, **WAY, at=AT + timedelta(seconds=number))
        yield opened


def first_of_each_topic(findings: tuple[Finding, ...]) -> list[Finding]:
    found = []
    for _, some in groupby(findings, key=lambda finding: finding.topic):
        found += [finding for finding in some if finding.state is not State.SUPERSEDED][:MOST]
    return found


@pytest.mark.parametrize("day", DAYS)
def test_a_glance_shows_what_the_whole_picture_begins_with(crisis: Crisis, day: date | None) -> None:
    seen, whole = crisis.glance(MOST, as_of=day, larger_than=0), crisis.picture(as_of=day)
    assert list(seen.picture.findings) == first_of_each_topic(whole.picture.findings)
    assert (seen.picture.reports, seen.picture.claims) == (whole.picture.reports, whole.picture.claims)
    assert seen.left is not None
    assert sum(seen.left.values()) == len(whole.picture.findings) - len(seen.picture.findings)


def test_some_findings_of_the_made_crisis_were_replaced_in_a_later_month(crisis: Crisis) -> None:
    notes = [note for finding in crisis.picture().picture.findings for note in finding.notes]
    assert any(note.startswith("superseded by: ") for note in notes)


def test_a_glance_comes_with_the_claims_of_its_findings_and_their_reports(crisis: Crisis) -> None:
    release = crisis.glance(MOST, larger_than=0).release
    assert {claim.id for claim in release.claims} == {name for one in release.findings for name in one.claims}
    assert {report.id for report in release.reports} == {claim.report for claim in release.claims}
    assert release.profile is Profile.RESTRICTED


def test_a_picture_that_is_not_large_is_drawn_whole(crisis: Crisis) -> None:
    seen = crisis.glance(MOST)
    assert seen.left is None
    assert seen.picture == crisis.picture().picture


def test_a_glance_at_an_empty_ledger_is_an_empty_picture(tmp_path: Path) -> None:
    with Crisis.open(tmp_path / "none.db") as crisis:
        assert crisis.glance(MOST, larger_than=0).picture.findings == ()


def test_a_ledger_that_was_folded_before_it_noted_what_is_superseded_is_glanced_at_alike(
    crisis: Crisis, made: Path, tmp_path: Path
) -> None:
    seen = crisis.glance(MOST, larger_than=0)
    with sqlite3.connect(made) as whole, sqlite3.connect(path := tmp_path / "older.db") as connection:
        whole.backup(connection)
        for table in tables.JOINED:
            connection.execute(f"DROP TABLE {table.name}")
    with Crisis.open(path) as older:
        assert older.glance(MOST, larger_than=0).picture == seen.picture
        assert any(older.ledger.current(date.max, "displacement", most=1))
