import json
from pathlib import Path

from tests.cli.conftest import Run
from tests.conftest import REPOSITORY


def test_a_sentence_is_held_against_what_is_known(run: Run, ledger: Path) -> None:
    sentence = "The M5 is closed. More than 900,000 people have fled since December 1."
    result = run("check", sentence, "--as-of", "2020-02-20", "--ledger", ledger)
    assert result.exit_code == 0
    assert "“The M5 is closed” is contradicted" in result.stdout
    assert "closed and open cannot both be so" in " ".join(result.stdout.split())
    assert "contradiction of bound" in result.stdout
    assert "2 claims in the sentence" in result.stderr


def test_an_answer_as_json_names_the_claims_on_both_sides(run: Run, ledger: Path) -> None:
    sentence = "The UN recorded 299 civilian deaths since January 1."
    result = run("check", sentence, "--as-of", "2020-02-18", "--ledger", ledger, "--json")
    (row,) = [json.loads(line) for line in result.stdout.splitlines()]
    assert (row["verdict"], row["claim"]["figure"]["value"]) == ("supported", 299)
    assert {one["claim"]["figure"]["value"] for one in row["supports"]} >= {299}
    assert "according to" in row["attribution"]


def test_nothing_of_a_checked_sentence_is_kept(run: Run, ledger: Path) -> None:
    before = run("claims", "--ledger", ledger, "--json").stdout
    run("check", "Some 50 people were killed in Idlib on Monday.", "--ledger", ledger)
    assert run("claims", "--ledger", ledger, "--json").stdout == before


def test_a_sentence_without_a_word_or_a_claim_says_so(run: Run, ledger: Path) -> None:
    assert run("check", " ", "--ledger", ledger).exit_code == 2
    result = run("check", "She wore a blue dress.", "--ledger", ledger)
    assert (result.exit_code, result.stdout) == (0, "")
    assert "0 claims in the sentence" in result.stderr


def test_support_is_counted_by_origins(run: Run, tmp_path: Path) -> None:
    run("read", REPOSITORY / "docs" / "copies", "--ledger", tmp_path / "copies.db")
    sentence = "19 civilians were killed in Ariha on February 4, 2020."
    result = run("check", sentence, "--ledger", tmp_path / "copies.db")
    assert "is supported, by 3 claims from 2 origins" in " ".join(result.stdout.split())
