import json
from pathlib import Path

import pytest
from rich.cells import cell_len
from tests.cli.conftest import Run


def rows(output: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in output.splitlines()]


def test_every_claim_in_the_ledger_is_listed(run: Run, ledger: Path) -> None:
    result = run("claims", "--ledger", ledger)
    assert result.exit_code == 0
    assert "Northwest Response Forum, 2020-01-06" in result.stdout
    assert max(map(cell_len, result.stdout.splitlines())) <= 80


@pytest.mark.parametrize(
    ("option", "value", "slot", "holds"),
    [
        ("--kind", "killed", "kind", "killed"),
        ("--source", "Frontline Count", "source", "Frontline Count"),
        ("--text", '"safe passage"', "sentence", "passage"),
        ("--from", "2020-03-06", "published", "2020-03"),
    ],
)
def test_a_filter_leaves_only_what_it_asks_for(
    run: Run, ledger: Path, option: str, value: str, slot: str, holds: str
) -> None:
    claims = rows(run("claims", "--ledger", ledger, "--json", option, value).stdout)
    told = [f"{claim[slot]} {claim['publisher']} {claim['title']}".lower() for claim in claims]
    assert claims
    assert all(holds.lower() in text for text in told)


def test_the_limit_bounds_the_list(run: Run, ledger: Path) -> None:
    assert len(rows(run("claims", "--ledger", ledger, "--json", "--limit", 3).stdout)) == 3


@pytest.mark.parametrize(
    "words",
    [("--kind", "murder"), ("--from", "2020-03-02", "--to", "2020-03-01"), ("--limit", "-1"), ("--ledger", "none.db")],
)
def test_a_question_that_makes_no_sense_ends_with_2(run: Run, ledger: Path, words: tuple[str, ...]) -> None:
    assert run("claims", "--ledger", ledger, *words).exit_code == 2


def test_asking_a_ledger_that_is_not_there_makes_none(run: Run, tmp_path: Path) -> None:
    run("claims", "--ledger", tmp_path / "mistyped.db")
    assert not (tmp_path / "mistyped.db").exists()


def test_one_claim_is_shown_by_the_start_of_its_id(run: Run, ledger: Path) -> None:
    claim = rows(run("claims", "--ledger", ledger, "--json", "--kind", "displaced", "--limit", 1).stdout)[0]
    result = run("show", str(claim["id"])[:8], "--ledger", ledger)
    assert result.exit_code == 0
    assert str(claim["id"]) in result.stdout
    assert str(claim["publisher"]) in result.stdout


def test_showing_a_claim_that_nobody_made_ends_with_2(run: Run, ledger: Path) -> None:
    result = run("show", "ffffffffffffffff", "--ledger", ledger)
    assert result.exit_code == 2
    assert result.stdout == ""


def test_a_claim_is_shown_by_the_id_that_it_has_outside(run: Run, ledger: Path) -> None:
    asked = ("claims", "--ledger", ledger, "--json", "--kind", "displaced", "--limit", 1)
    inside, outside = rows(run(*asked).stdout)[0], rows(run(*asked, "--profile", "public").stdout)[0]
    assert inside["id"] != outside["id"]
    shown = rows(run("show", str(outside["id"]), "--ledger", ledger, "--json").stdout)
    assert [claim["id"] for claim in shown] == [inside["id"]]


def test_claims_are_listed_by_a_box_on_the_map(run: Run, ledger: Path) -> None:
    every = run("claims", "--json", "--ledger", ledger).stdout.splitlines()
    near = run("claims", "--json", "--box", "36,35.5,37.5,36.5", "--ledger", ledger).stdout.splitlines()
    far = run("claims", "--json", "--box", "170,-50,-170,-40", "--ledger", ledger)
    assert 0 < len(near) < len(every)
    assert (far.exit_code, far.stdout) == (0, "")


@pytest.mark.parametrize("box", ["36", "a,b,c,d", "0,10,1,5", "0,0,999,1"])
def test_what_is_no_box_is_refused(run: Run, ledger: Path, box: str) -> None:
    result = run("claims", "--box", box, "--ledger", ledger)
    assert result.exit_code == 2
    assert "a box is four numbers of degrees: west, south, east, north" in result.stderr
