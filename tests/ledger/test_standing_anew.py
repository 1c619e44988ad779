"""What is written of findings that are folded again."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from benchmarks.making import made_reports
from sqlalchemy import create_engine, select
from tests.ledger.making import WAY

from clearway.crisis import Crisis
from clearway.ledger import tables
from clearway.model import Finding, Verdict, from_json

AT = datetime(2026, 1, 1, tzinfo=UTC)
STANDING = tables.standing.c


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "made.db"


@pytest.fixture
def crisis(place: Path) -> Iterator[Crisis]:
    with Crisis.open(place) as opened:
        for number, (report, claims) in enumerate(made_reports(150)):
            opened.ledger.add(report, claims, **WAY, at=AT + timedelta(seconds=number))
        opened.fold_in()
        yield opened


def standing(place: Path) -> dict[int, Finding]:
    """Every finding that stands, by the number of its row."""
    engine = create_engine(f"sqlite:///{place}")
    with engine.connect() as connection:
        return {row.number: from_json(row.record, Finding) for row in connection.execute(select(tables.standing))}


def test_what_was_accepted_stands_where_it_stood_with_another_note(crisis: Crisis, place: Path) -> None:
    before = standing(place)
    claim = next(one.claims[0] for one in before.values() if one.series)
    crisis.judge(Verdict.ACCEPT, [claim], by="rana")
    crisis.fold_in()
    after = standing(place)
    noted = [number for number in before if after.get(number) != before[number]]
    assert before.keys() == after.keys()
    assert noted
    assert all(claim in after[number].claims for number in noted)
    assert all("accepted by rana" in " ".join(after[number].notes) for number in noted)


def test_what_was_rejected_stands_no_more(crisis: Crisis, place: Path) -> None:
    before = standing(place)
    claim = next(one.claims[0] for one in before.values() if one.series and len(one.claims) == 1)
    crisis.judge(Verdict.REJECT, [claim], by="rana")
    crisis.fold_in()
    assert not any(claim in one.claims for one in standing(place).values())
