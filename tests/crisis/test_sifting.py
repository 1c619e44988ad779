"""A crisis file that somebody sent is looked through before it is put into another."""

import shutil
import sqlite3
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from tests.desk import sample_ledger
from tests.ledger.making import AT, WAY, numbered

from clearway.crisis import Crisis
from clearway.crisis.merging import Merged
from clearway.crisis.sifting import LATER, Sifted, fault_of, look_through, sifted
from clearway.errors import LedgerError
from clearway.ledger import open_ledger
from clearway.ledger.protocol import Kept, Reading
from clearway.model import Claim, Judgement, Verdict


def test_all_that_is_sound_is_put_in_and_twice_is_once(tmp_path: Path) -> None:
    other = sample_ledger(tmp_path)
    told = []
    with Crisis.open(tmp_path / "ours.db") as crisis, Crisis.open(other) as theirs:
        count = len(list(theirs.ledger.reports()))
        found = sifted(crisis, other, on_progress=told.append)
        assert found == Sifted(merged=Merged(reports=count, judgements=0), refused=())
        assert sifted(crisis, other) == Sifted(merged=Merged(reports=0, judgements=0), refused=())
        assert told[-1] == count


def test_what_is_not_what_it_says_is_left_out_and_counted_by_why(tmp_path: Path) -> None:
    (one, ones), (odd, odds) = numbered(1), numbered(2)
    file = tmp_path / "other.db"
    with open_ledger(file) as other:
        other.add(one, ones, **WAY, at=AT)
        other.add(odd, odds, **WAY, at=AT)
    forge(file)
    with Crisis.open(tmp_path / "ours.db") as crisis:
        found = sifted(crisis, file)
        assert found.merged == Merged(reports=1, judgements=0)
        assert found.refused == (("a report does not have the id of what it says", 1),)
        assert [report.id for report in crisis.ledger.reports()] == [one.id]


def forge(file: Path) -> None:
    """Change the text of the second report, which its id and its claims then belie."""
    with sqlite3.connect(file) as connection:
        connection.execute("DROP TRIGGER text_no_update")
        connection.execute("UPDATE text SET body = replace(body, 'siege 2', 'siege 9')")
    connection.close()


def read_at(file: Path, *numbers: int, at: datetime = AT) -> Path:
    """A ledger with these reports, each read at that time."""
    with open_ledger(file) as other:
        for number in numbers:
            report, claims = numbered(number)
            other.add(report, claims, **WAY, at=at)
    return file


def test_a_claim_has_the_words_of_its_report_and_the_id_of_what_it_says(tmp_path: Path) -> None:
    with open_ledger(read_at(tmp_path / "one.db", 1)) as ledger:
        (kept,) = ledger.kept()
    ((reading, (claim, *_)),) = kept.readings

    def told(read: Reading, one: Claim) -> str:
        return fault_of(Kept(report=kept.report, readings=((read, (one,)),)))

    others = replace(claim.passage, words="others")
    assert [
        told(reading, claim),
        told(reading, replace(claim, passage=others)),
        told(reading, replace(claim, sentence=replace(claim.sentence, words="others"))),
        told(reading, replace(claim, kind="other", id=claim.id)),
        told(replace(reading, version="9"), claim),
    ] == [
        "",
        "a claim's words do not stand in its report",
        "a claim's words do not stand in its report",
        "a claim does not have the id of what it says",
        "a reading does not have the id of what it says",
    ]
    made = Judgement(verdict=Verdict.ACCEPT, claims=(claim.id,), by="amal", at=AT)
    assert (fault_of(made), fault_of(replace(made, by="basil", id=made.id))) == (
        "",
        "a judgement does not have the id of what it says",
    )


def test_judgements_on_what_was_left_out_are_left_out_and_the_others_are_put_in(tmp_path: Path) -> None:
    (_, ones), (_, odds) = numbered(1), numbered(2)
    file = read_at(tmp_path / "other.db", 1, 2)
    sound = Judgement(verdict=Verdict.ACCEPT, claims=(ones[0].id,), by="amal", at=AT)
    lost = Judgement(verdict=Verdict.ACCEPT, claims=(odds[0].id,), by="amal", at=AT)
    later = replace(sound, id="", by="basil", after=(lost.id,))
    with open_ledger(file) as other:
        for one in (sound, lost, later):
            other.judge(one)
    forge(file)
    with Crisis.open(tmp_path / "ours.db") as crisis:
        found = sifted(crisis, file)
        assert found == Sifted(
            merged=Merged(reports=1, judgements=1),
            refused=(
                ("a judgement comes after one that is not here", 1),
                ("a judgement speaks of a claim that is not here", 1),
                ("a report does not have the id of what it says", 1),
            ),
        )
        assert crisis.ledger.judgements() == (sound,)


def test_a_later_reading_of_a_report_that_is_here_takes_nothing_away(tmp_path: Path) -> None:
    report, claims = numbered(1)
    file = tmp_path / "other.db"
    with open_ledger(file) as other:
        other.add(report, (), **{**WAY, "version": "9"}, at=AT + timedelta(days=9))
    with Crisis.open(read_at(tmp_path / "ours.db", 1)) as crisis:
        found = sifted(crisis, file)
        assert found == Sifted(merged=Merged(reports=0, judgements=0), refused=((LATER, 1),))
        assert {one.id for one in crisis.ledger.claims_in([report.id])} == {one.id for one in claims}


def test_the_file_that_was_sent_is_only_read(tmp_path: Path) -> None:
    file = read_at(tmp_path / "odd #1?.db", 1)
    before = file.read_bytes()
    with Crisis.open(tmp_path / "ours.db") as crisis:
        assert sifted(crisis, file).merged.reports == 1
    assert file.read_bytes() == before


@pytest.mark.parametrize(
    ("harm", "rule"),
    [
        ("CREATE VIEW more AS SELECT 1", "it holds what no ledger does ('more'), and which would run when it is read"),
        (
            "CREATE TRIGGER own AFTER INSERT ON report BEGIN SELECT 1; END",
            "it holds what no ledger does ('own'), and which would run when it is read",
        ),
        (
            "CREATE TRIGGER own_no_update AFTER INSERT ON report BEGIN SELECT 1; END",
            "it holds what no ledger does ('own_no_update'), and which would run when it is read",
        ),
        (
            "CREATE TABLE more (one, two AS (abs(one)))",
            "it holds what no ledger does ('more'), and which would run when it is read",
        ),
        (
            "CREATE VIRTUAL TABLE more USING fts5(one)",
            "it holds what no ledger does ('more'), and which would run when it is read",
        ),
    ],
)
def test_a_file_with_what_runs_by_itself_is_refused(tmp_path: Path, harm: str, rule: str) -> None:
    file = Path(shutil.copy(sample_ledger(tmp_path), tmp_path / "other.db"))
    look_through(file)
    with sqlite3.connect(file) as connection:
        connection.execute(harm)
    connection.close()
    with pytest.raises(LedgerError) as refused:
        look_through(file)
    assert refused.value.rule == rule


def test_what_is_no_database_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "other.db"
    file.write_bytes(b"no database at all" * 100)
    with pytest.raises(LedgerError, match="it is no database"):
        look_through(file)
