import json
from pathlib import Path

import pytest
from tests.cli.conftest import Run
from tests.conftest import REPOSITORY
from tests.docs.test_pages import AREA
from tests.ledger.server import Server


def test_a_ledger_put_into_an_empty_one_exports_the_same_bytes(run: Run, ledger: Path, tmp_path: Path) -> None:
    merged = tmp_path / "merged.db"
    assert "18 reports with something new" in run("ledger", "merge", merged, ledger).stderr
    assert "0 reports with something new" in run("ledger", "merge", merged, ledger).stderr
    one, other = run("ledger", "export", "--ledger", ledger), run("ledger", "export", "--ledger", merged)
    assert one.stdout == other.stdout
    assert one.stdout.count('{"report":') == 18
    assert "RESTRICTED" in one.stderr


def test_a_ledger_that_is_not_there_is_refused(run: Run, tmp_path: Path) -> None:
    result = run("ledger", "merge", tmp_path / "a.db", tmp_path / "b.db")
    assert result.exit_code == 2
    assert "there is no such ledger" in result.stderr
    assert not (tmp_path / "a.db").exists()


def test_a_copy_on_a_server_prints_what_the_file_prints(run: Run, ledger: Path, postgres: Server) -> None:
    url = postgres.fresh()
    result = run("ledger", "copy", ledger, url)
    assert result.exit_code == 0
    assert "18 reports and 0 judgements copied" in result.stderr
    assert "the exports of both are the same bytes (sha256" in result.stderr
    for command in (
        ("picture", "--json"),
        ("picture", "--json", "--as-of", "2020-02-20", "--policy", "conservative"),
        ("claims", "--json"),
        ("claims", "--json", "--text", "hospitals", "--place", "Idlib"),
        ("incidents", "--json"),
        ("diff", "2020-02-18", "2020-02-20", "--json"),
        ("check", "The M5 is closed.", "--json"),
        ("ledger", "export"),
        ("page", "-o", "-", "--title", "Idlib", "--as-of", "2020-03-16"),
    ):
        here, there = (run(*command, "--ledger", name) for name in (ledger, url))
        assert (here.exit_code, there.exit_code) == (0, 0), command
        assert here.stdout_bytes == there.stdout_bytes, command
    run("ledger", "copy", url, "back.db")
    assert run("ledger", "export", "--ledger", "back.db").stdout == run("ledger", "export", "--ledger", ledger).stdout


def test_no_password_of_a_ledger_is_printed(run: Run) -> None:
    for words in (("picture",), ("read", "."), ("ledger", "export"), ("claims",)):
        result = run(*words, "--ledger", "postgresql://ana:s3cr@127.0.0.1:1/idlib")
        assert result.exit_code == 1
        assert "clearway: postgresql://ana@127.0.0.1:1/idlib: the server cannot be reached" in result.output
        assert "s3cr" not in result.output


def test_an_empty_database_is_not_made_a_ledger_by_asking_it(run: Run, postgres: Server) -> None:
    url = postgres.url(postgres.database())
    assert "there is no ledger; read a report first" in run("picture", "--ledger", url).output
    assert "there is no ledger" in run("picture", "--ledger", url).output


def test_places_and_roads_of_a_team_are_in_the_folder_of_data(
    run: Run, postgres: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    url = postgres.fresh()
    (tmp_path / "adm1.geojson").write_text(json.dumps({"type": "FeatureCollection", "features": [AREA]}), "utf-8")
    assert "1 joined with known" in run("gazetteer", "add", "adm1.geojson", "--ledger", url).stderr
    assert run("roads", "add", REPOSITORY / "docs/corridors/idlib-aleppo", "--ledger", url).exit_code == 0
    kept = sorted(file.name.split("-", 1)[1] for file in (tmp_path / "data" / "clearway").glob("*/*"))
    assert kept == ["places.db", "roads.npz"]
