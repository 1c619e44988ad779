import json
from pathlib import Path

import pytest
from tests.cli.conftest import Run

TOWNS = {
    "type": "FeatureCollection",
    "features": [
        {
            "type": "Feature",
            "properties": {
                "adm4_name": "Zarnabiyeh",
                "adm4_pcode": "SY9999",
                "adm0_name": "Syrian Arab Republic",
                "adm0_pcode": "SY",
            },
            "geometry": {"type": "Point", "coordinates": [36.5, 35.9]},
        }
    ],
}


@pytest.fixture
def towns(tmp_path: Path) -> Path:
    path = tmp_path / "syr_admin4.geojson"
    path.write_text(json.dumps(TOWNS))
    return path


def test_info_says_what_the_gazetteer_holds_and_whom_it_credits(run: Run) -> None:
    text = run("gazetteer", "info").stdout
    assert "GeoNames" in text
    assert "sha256" in text


def test_info_as_json_is_a_file_a_line(run: Run, towns: Path) -> None:
    run("gazetteer", "add", towns)
    built_in, own = [json.loads(line) for line in run("gazetteer", "info", "--json").stdout.splitlines()]
    assert set(built_in) == {"file", "places", "sha256", "added", "credit"}
    assert (own["file"], own["places"], own["added"]) == ("clearway-places.db", 1, ["syr_admin4.geojson"])


def test_places_are_added_once_beside_the_ledger(run: Run, towns: Path, tmp_path: Path) -> None:
    first = run("gazetteer", "add", towns)
    again = run("gazetteer", "add", towns)
    assert (first.exit_code, again.exit_code) == (0, 0)
    assert "1 new places" in first.stderr
    assert "is already in it" in again.stderr
    assert (tmp_path / "clearway-places.db").exists()
    assert "syr_admin4.geojson" in run("gazetteer", "info").stdout


def test_a_file_that_is_no_gazetteer_is_refused(run: Run, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear all,\n")
    result = run("gazetteer", "add", "letter.txt")
    assert result.exit_code == 1
    assert result.stderr.startswith("refused: ")


def test_claims_resolve_again_after_places_were_added(run: Run, towns: Path) -> None:
    report = "Publisher: Wire\nPublished: 2020-02-18\n\nTen people were killed in the village of Zarnabiyeh, Idlib.\n"
    Path("report.txt").write_text(report)
    run("read", "report.txt")
    before = json.loads(run("claims", "--json", "--kind", "killed").stdout)
    run("gazetteer", "add", towns)
    result = run("resolve")
    after = json.loads(run("claims", "--json", "--kind", "killed").stdout)
    assert "1 report resolved again, 1 claim changed" in result.stderr
    assert before["id"] == after["id"]
    assert "SY9999" in [place["pcode"] for place in after["resolved"]]
    assert "0 reports resolved again" in run("resolve").stderr


def test_where_nothing_was_added_no_file_is_made_or_named(run: Run, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear all,\n")
    result = run("gazetteer", "add", "no-such.csv", "letter.txt")
    assert result.exit_code == 1
    assert "your places are in" not in result.stderr
    assert not (tmp_path / "clearway-places.db").exists()
