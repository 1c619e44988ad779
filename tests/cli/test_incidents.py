import json
from pathlib import Path

from tests.cli.conftest import Run


def test_an_incident_shows_what_it_did_how_sure_it_is_and_the_words(run: Run, ledger: Path) -> None:
    result = run("incidents", "--ledger", ledger, "--kind", "facility_attack", "--place", "dārat")
    assert result.exit_code == 0
    assert "Dārat ‘Izzah · 17 Feb 2020" in result.stdout
    assert "contested: it is denied" in result.stdout
    assert "3 staff, single source" in result.stdout
    assert "denied: “There was no strike on any hospital" in result.stdout
    assert "1 incident of 4 claims" in result.stderr
    assert max(map(len, result.stdout.splitlines())) <= 80


def test_as_json_each_incident_names_its_claims_and_quotes_them(run: Run, ledger: Path) -> None:
    rows = [json.loads(line) for line in run("incidents", "--ledger", ledger, "--json").stdout.splitlines()]
    (market,) = [row for row in rows if "market" in row["facilities"]]
    assert [(harm["kind"], harm["group"], harm["low"]["value"]) for harm in market["harms"]] == [
        ("killed", None, 18),
        ("killed", "volunteers", 2),
        ("injured", None, 82),
    ]
    assert "82 people were wounded" in market["quotes"]
    assert market["profile"] == "restricted"


def test_no_more_incidents_are_told_than_are_asked_for(run: Run, ledger: Path) -> None:
    def lines(*options: object) -> list[str]:
        return run("incidents", "--ledger", ledger, "--json", *options).stdout.splitlines()

    assert lines("--limit", 2) == lines()[:2]
    assert lines("--limit", 2, "--as-of", "2030-01-01") == lines("--as-of", "2030-01-01")[:2]
    assert lines("--limit", 1, "--profile", "public") == lines("--profile", "public")[:1]


def test_as_of_a_day_only_what_was_published_by_then_is_told(run: Run, ledger: Path) -> None:
    early = run("incidents", "--ledger", ledger, "--json", "--as-of", "2020-01-01").stdout.splitlines()
    assert {json.loads(line)["period"][0] for line in early} == {"2019-12-21", "2019-12-22"}


def test_in_public_no_attack_on_a_facility_is_told_finer_than_its_district(run: Run, ledger: Path) -> None:
    options = ("incidents", "--ledger", ledger, "--kind", "facility_attack", "--profile", "public")
    printed = run(*options).stdout + run(*options, "--json").stdout
    assert "Aleppo" in printed
    assert not [name for name in ("Izzah", "Izza", "Azza", "Dar Ezza", "Sarm", "Kafr") if name in printed]


def test_a_judgement_parts_an_incident_and_undoing_it_joins_it_again(run: Run, ledger: Path) -> None:
    def lines() -> str:
        return run("incidents", "--ledger", ledger, "--json").stdout

    before = lines()
    row = next(json.loads(line) for line in before.splitlines() if "market" in line and "injured" in line)
    dead = [harm["claims"][0] for harm in row["harms"][::2]]
    assert run("judge", "different", *dead, "--by", "her", "--ledger", ledger).exit_code == 0
    assert lines() != before
    made = json.loads(run("judgements", "--ledger", ledger, "--json").stdout.splitlines()[0])
    assert run("judge", "undo", made["id"], "--by", "her", "--ledger", ledger).exit_code == 0
    assert lines() == before


def test_a_kind_that_nobody_lists_is_refused(run: Run, ledger: Path) -> None:
    result = run("incidents", "--kind", "rumour", "--ledger", ledger)
    assert result.exit_code == 2
    assert "rumour" in result.stderr
