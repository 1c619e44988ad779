import json
from pathlib import Path

import pytest
from rich.cells import cell_len
from tests.cli.conftest import Run
from tests.conftest import REPOSITORY

from clearway.kinds import TOPICS


def findings(output: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in output.splitlines()]


def test_the_picture_goes_by_topic_and_fits_80_columns(run: Run, ledger: Path) -> None:
    result = run("picture", "--ledger", ledger, "--as-of", "2020-03-16")
    assert result.exit_code == 0
    headings = [line.split(" ─")[0].lower() for line in result.stdout.splitlines() if " ─" in line]
    assert headings == [topic for topic in TOPICS if topic in headings]
    assert {"harm", "displacement", "roads and access"} <= set(headings)
    assert max(map(cell_len, result.stdout.splitlines())) <= 80


def test_a_picture_of_an_earlier_day_knows_only_what_was_published(run: Run, ledger: Path) -> None:
    early = findings(run("picture", "--ledger", ledger, "--json", "--as-of", "2020-01-10").stdout)
    assert early
    assert max(str(finding["latest"]) for finding in early) <= "2020-01-10"


def test_every_finding_names_claims_that_are_in_the_ledger(run: Run, ledger: Path) -> None:
    claims = {claim["id"] for claim in findings(run("claims", "--ledger", ledger, "--json").stdout)}
    for finding in findings(run("picture", "--ledger", ledger, "--json").stdout):
        assert finding["claims"]
        assert set(finding["claims"]) <= claims  # type: ignore[arg-type]  # JSON knows no types


def test_the_picture_as_csv_is_a_row_a_finding(run: Run, ledger: Path) -> None:
    lines = run("picture", "--ledger", ledger, "--csv").stdout.splitlines()
    assert lines[0].startswith("id,topic,kind,statement")
    assert len(lines) > 50


def test_an_unknown_policy_ends_with_2(run: Run, ledger: Path) -> None:
    assert run("picture", "--ledger", ledger, "--policy", "wishful").exit_code == 2


def test_the_page_is_one_file_written_whole(run: Run, ledger: Path, tmp_path: Path) -> None:
    result = run("page", "--ledger", ledger, "-o", tmp_path / "page.html")
    assert result.exit_code == 0
    assert (tmp_path / "page.html").read_text(encoding="utf-8").lower().startswith("<!doctype html>")
    assert "page.html" in result.stderr
    assert sorted(path.name for path in tmp_path.glob("*.html*")) == ["page.html"]


def test_the_page_goes_to_standard_output_where_a_dash_stands(run: Run, ledger: Path, tmp_path: Path) -> None:
    run("page", "--ledger", ledger, "-o", tmp_path / "page.html")
    result = run("page", "--ledger", ledger, "-o", "-")
    assert result.stdout == (tmp_path / "page.html").read_text(encoding="utf-8")
    assert "wrote to standard output: " in result.stderr
    assert not Path("-").exists()


def test_a_page_that_cannot_be_written_leaves_nothing(run: Run, ledger: Path, tmp_path: Path) -> None:
    result = run("page", "--ledger", ledger, "-o", tmp_path / "no-such-folder" / "page.html")
    assert result.exit_code == 2
    assert "cannot be written" in result.stderr


@pytest.mark.parametrize(("profile", "title"), [("restricted", "witness-hana"), ("public", "Clearway")])
def test_a_ledger_s_name_is_the_title_inside_alone(
    run: Run, ledger: Path, tmp_path: Path, profile: str, title: str
) -> None:
    named = ledger.rename(tmp_path / "witness-hana.db")
    run("page", "--ledger", named, "-o", "page.html", "--profile", profile)
    page = Path("page.html").read_text(encoding="utf-8")
    assert f"<title>{title}" in page
    assert ("witness-hana" in page) is (profile == "restricted")


def test_a_picture_of_nothing_says_so(run: Run, ledger: Path) -> None:
    result = run("picture", "--ledger", ledger, "--as-of", "1999-01-01")
    assert result.exit_code == 0
    assert "nothing was published by 1999-01-01 that is in this ledger" in result.stderr


def test_each_part_of_a_total_tells_it_in_json(run: Run, tmp_path: Path) -> None:
    run("read", REPOSITORY / "docs" / "parts", "--ledger", tmp_path / "parts.db")
    lines = run("picture", "--json", "--ledger", tmp_path / "parts.db").stdout.splitlines()
    told = [total for line in lines for total in json.loads(line).get("totals", ())]
    assert sorted((total["low"], total["high"], total["derived"]) for total in told) == [
        (12, 12, True),
        (12, 12, True),
        (59, 63, True),
        (59, 63, True),
    ]
