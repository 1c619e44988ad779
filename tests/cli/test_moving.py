import json
import shutil
from pathlib import Path

import pytest
from rich.console import Console
from tests.cli.conftest import Run
from tests.desk import sample_ledger

from clearway.cli.moves import ways
from clearway.corridors.roads import add
from clearway.model import Stream

ROADS = Path(__file__).resolve().parents[2] / "docs" / "corridors" / "idlib-aleppo"
MOVE = ("corridor", "move", "--ledger", "samples.db", "--as-of", "2020-02-21")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The samples' ledger, and the schematic roads beside it, made once."""
    folder = tmp_path_factory.mktemp("moving")
    sample_ledger(folder)
    add(ROADS, folder / "samples-roads.npz")
    return folder


@pytest.fixture(autouse=True)
def _files(made: Path, tmp_path: Path) -> None:
    """A copy of them to work on."""
    shutil.copytree(made, tmp_path, dirs_exist_ok=True)


def test_people_are_those_of_the_picture_where_none_are_given_and_nobody_goes_over_unknown_legs(run: Run) -> None:
    result = run(*MOVE, "--from", "Saraqib", "--to", "Azaz")

    told = " ".join(result.stdout.split())
    assert result.exit_code == 0
    assert "no corridor can be recommended every way has a leg that is closed, in severe danger" in told
    assert "18,000 to 22,000 (best 20,000) about 20,000 people displaced" in told
    assert "hours" not in told
    assert "RESTRICTED:" in result.stderr
    assert "roads: Schematic network" in result.stderr


def test_over_unverified_legs_a_time_is_told_and_not_recommended_and_the_ways_go_out_as_a_table(
    run: Run, tmp_path: Path
) -> None:
    where = ("--from", "Saraqib=9000", "--to", "Sarmada=5000", "--to", "Azaz", "--show-unverified")
    result = run(*MOVE, *where, "-o", str(tmp_path / "move.csv"))

    told = " ".join(result.stdout.split())
    assert "not recommended severe danger on" in told
    assert "what holds them up, at worst" in told
    assert "The roads are schematic, not for navigation." in told
    assert (tmp_path / "move.csv").read_text("utf-8").startswith("from,to,people,leaves_hours")


def test_a_movement_goes_out_as_json(run: Run) -> None:
    where = ("--from", "Saraqib=500", "--to", "Sarmada=100", "--show-unverified", "--json")
    move = json.loads(run(*MOVE, *where).stdout)

    assert move["because"][0] == "not enough room: 100 places for up to 500 people"
    assert move["worst"]["left"] == [["Saraqib", 400]]


@pytest.mark.parametrize(
    ("more", "line"),
    [
        (("--from", "Saraqib=0", "--to", "Azaz"), "0: this is no number of people to move; write N or LOW..HIGH"),
        (("--from", "Saraqib=5", "--to", "Azaz=0"), "0: this is no room for anybody; leave the place out"),
        (("--from", "Saraqib=5", "--to", "Saraqib"), "leave out those who are there already"),
        (("--from", "Ariha", "--to", "Azaz"), "Ariha: nobody told how many people are there"),
        (("--from", "Saraqib=5", "--from", "Saraqib=6", "--to", "Azaz"), "name it once, with all its people or room"),
        (("--from", "=5", "--to", "Azaz"), "=5: a place or its number is missing"),
    ],
)
def test_a_movement_that_makes_no_sense_is_one_line(run: Run, more: tuple[str, ...], line: str) -> None:
    result = run(*MOVE, *more)

    assert result.exit_code == 2
    assert line in " ".join(result.stderr.split())
    assert result.stdout == ""


def test_ways_beyond_the_twelfth_are_counted_with_their_people() -> None:
    one = Stream(origin="Alba", destination="Dorn", people=10, legs=("Alba to Dorn",), leaves=0, arrives=1)
    console = Console(width=100)
    with console.capture() as shown:
        console.print(ways([one] * 14))

    lines = shown.get().splitlines()
    assert len(lines) == 14
    assert lines[-1].split() == "20 2 more ways, all in -o FILE.csv and --json".split()
