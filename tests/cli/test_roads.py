import json
from pathlib import Path

import pytest
from tests.cli.conftest import Run
from tests.corridors.roads.made import LINKS, osm, tables


@pytest.fixture(autouse=True)
def _files(tmp_path: Path) -> None:
    """A folder of tables and a file of OpenStreetMap's."""
    tables(tmp_path / "valley")
    osm(tmp_path)


def test_roads_are_added_beside_the_ledger_and_the_memory_is_told_before(run: Run, tmp_path: Path) -> None:
    result = run("roads", "add", "streets.osm", "--ledger", "crisis.db")

    assert (result.exit_code, result.stdout) == (0, "")
    assert (tmp_path / "crisis-roads.npz").is_file()
    assert result.stderr.splitlines() == [
        "about 90 MB of memory will be needed",
        "streets.osm: 9 nodes, 7 legs now",
        "warning: 1 part (2 nodes) not joined to the largest one",
        "your roads are in crisis-roads.npz; `clearway roads show` tells what they hold and whom to name",
    ]


def test_what_is_refused_is_one_line_and_the_others_are_added(run: Run, tmp_path: Path) -> None:
    (tmp_path / "bad").mkdir()
    tables(tmp_path / "bad", links=LINKS.replace("10.5", "-1"))
    result = run("roads", "add", "bad", "valley")

    assert result.exit_code == 1
    assert "refused: bad/links.csv: line 2 has the length -1; give kilometres above 0" in result.stderr
    assert "valley: 3 nodes, 2 legs now" in result.stderr


def test_a_file_that_is_there_already_is_told(run: Run) -> None:
    run("roads", "add", "valley")

    assert "valley: is already in them" in run("roads", "add", "valley").stderr


def test_what_the_roads_hold_is_shown_with_whom_to_name(run: Run) -> None:
    run("roads", "add", "streets.osm", "valley")
    shown = " ".join(run("roads", "show").stdout.split())

    assert "legs 9, 27 km" in shown
    assert "border Gate of Berg (open, 08:00-16:00) · 36.0000, 37.2000" in shown
    assert "not joined 1 part, 2 nodes" in shown
    assert "credit © OpenStreetMap contributors, https://www.openstreetmap.org/copyright (ODbL 1.0); valley" in shown


def test_the_same_comes_as_json(run: Run) -> None:
    run("roads", "add", "valley")
    held = json.loads(run("roads", "show", "--json").stdout)
    found = json.loads(run("roads", "near", "Berg", "--json").stdout)

    assert (held["nodes"], held["legs"], held["km"]) == (3, 2, {"primary": 10.5, "secondary": 9.4})
    assert held["guarded"][0] == {
        "name": "Gate of Berg", "kind": "border", "status": "open", "hours": "08:00-16:00", "latitude": 36.0,
        "longitude": 37.2,
    }  # fmt: skip
    assert (found["node"], found["called"], found["attribution"]) == (1, "Berg", held["attribution"])


def test_a_place_is_found_on_the_roads(run: Run) -> None:
    run("roads", "add", "streets.osm")
    result = run("roads", "near", "36.001,37.015")

    assert (
        result.stdout
        == "36.001,37.015 (36.0010, 37.0150; as given): 111 m from M9 (primary); node 1 is 451 m along it\n"
    )
    assert "© OpenStreetMap contributors" in result.stderr
    assert "not joined" in run("roads", "near", "36.505,37.5").stderr


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (
            ("show",),
            "clearway: clearway-roads.npz: there is no such file of roads; add roads with `clearway roads add FILE`",
        ),
        (("near", "Berg"), "clearway: clearway-roads.npz: there is no such file of roads;"),
    ],
)
def test_without_roads_there_is_one_line(run: Run, words: tuple[str, ...], line: str) -> None:
    result = run("roads", *words)

    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (1, "", 1)
    assert result.stderr.startswith(line)


def test_a_place_without_a_road_is_one_line(run: Run) -> None:
    run("roads", "add", "valley")
    result = run("roads", "near", "37.0,37.0")

    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("clearway: 37.0,37.0: there is no road within 5 km of it; ")
