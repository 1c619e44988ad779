import json
from pathlib import Path

from tests.cli.conftest import Run


def test_what_changed_between_two_days_comes_with_its_words(run: Run, ledger: Path) -> None:
    result = run("diff", "2020-02-18", "2020-02-20", "--ledger", ledger)
    assert result.exit_code == 0
    assert "New ─" in result.stdout
    assert "412 civilians killed" in result.stdout
    assert "“412 civilians killed in Idlib and western Aleppo”" in result.stdout
    assert "closed → open" in result.stdout
    assert "confirmed" in result.stderr


def test_a_change_as_json_has_both_findings_and_its_quotes(run: Run, ledger: Path) -> None:
    lines = run("diff", "2020-02-18", "2020-02-20", "--ledger", ledger, "--json").stdout.splitlines()
    rows = [json.loads(line) for line in lines]
    opened = next(row for row in rows if row["turn"] == "revised" and row["after"]["kind"] == "road_status")
    assert (opened["before"]["status"], opened["after"]["status"]) == ("closed", "open")
    assert "The M5 is open to civilian cars in daylight" in opened["quotes"]


def test_in_public_a_change_quotes_only_reports_that_may_be_quoted(run: Run, ledger: Path) -> None:
    listed = [json.loads(line) for line in run("claims", "--ledger", ledger, "--json").stdout.splitlines()]
    forbidden = {row["quote"] for row in listed if row["may_redistribute"] in ("none", "derived")}
    days = ("diff", "2020-01-01", "2020-03-16", "--ledger", ledger, "--json", "--all")
    restricted, public = run(*days).stdout.splitlines(), run(*days, "--profile", "public").stdout.splitlines()
    quoted = {quote for line in public for quote in json.loads(line)["quotes"]}
    assert quoted
    assert not quoted & forbidden
    assert len(public) <= len(restricted)


def test_two_days_in_the_wrong_order_are_refused(run: Run, ledger: Path) -> None:
    result = run("diff", "2020-02-20", "2020-02-18", "--ledger", ledger)
    assert result.exit_code == 2
    assert "2020-02-18 does not come after 2020-02-20" in result.stderr
