import json
import shutil
from pathlib import Path

import pytest
from tests.cli.conftest import Run
from tests.desk import sample_ledger

ROADS = Path(__file__).resolve().parents[2] / "docs" / "corridors" / "idlib-aleppo"
WAY = ("corridor", "plan", "--from", "Saraqib", "--to", "Aleppo", "--ledger", "samples.db")


@pytest.fixture(autouse=True)
def _files(run: Run, tmp_path: Path) -> None:
    """The samples' ledger, and the schematic roads beside it."""
    sample_ledger(tmp_path)
    shutil.copytree(ROADS, tmp_path / "idlib")
    run("roads", "add", "idlib", "--ledger", "samples.db")


def test_a_mine_on_an_open_road_leaves_no_way_to_recommend_and_its_words_are_shown(run: Run) -> None:
    result = run(*WAY, "--as-of", "2020-02-21")

    told = " ".join(result.stdout.split())
    assert result.exit_code == 0
    assert "no corridor can be recommended" in told
    assert "severe danger on Saraqib to Az Zarbah" in told
    assert "said to be open" in told
    assert "wounded by a mine near" in told
    assert "without “mines or unexploded munitions, Az Zarbah”, way A could be recommended" in told
    assert "RESTRICTED:" in result.stderr
    assert "roads: Schematic network" in result.stderr


def test_before_anything_was_told_of_it_a_road_is_unknown_and_hidden(run: Run) -> None:
    result = run(*WAY, "--as-of", "2020-01-17")

    assert "the last word on it is 24 days old" in result.stdout
    assert "1 way not shown, as unknown in part (--show-unverified)" in result.stderr


def test_a_plan_goes_out_as_json_with_every_leg(run: Run) -> None:
    plan = json.loads(run(*WAY, "--as-of", "2020-02-21", "--json").stdout)

    assert [leg["end"] for leg in plan["routes"][0]["legs"]] == ["Az Zarbah", "Aleppo"]
    assert plan["schematic"]


def test_a_plan_tells_how_long_so_many_take_by_each_way_alone_and_by_all(run: Run) -> None:
    told = " ".join(run(*WAY, "--as-of", "2020-02-21", "--people", "18000").stdout.split())

    assert "18,000 people by way A alone: 2.6 to 12 hours" in told
    assert "18,000 people over all roads together:" in told


def test_what_is_kept_clear_of_is_told_with_how_many_legs_that_are(run: Run, tmp_path: Path) -> None:
    ring = [[36.9, 35.95], [36.95, 35.95], [36.95, 36.05], [36.9, 36.05], [36.9, 35.95]]
    (tmp_path / "front.geojson").write_text(json.dumps({"type": "Polygon", "coordinates": [ring]}), "utf-8")
    avoid = ("--avoid", "front.geojson", "--avoid", "Binnish within 3 km")
    plan = json.loads(run(*WAY, "--as-of", "2020-02-21", "--show-unverified", *avoid, "--json").stdout)

    assert plan["avoided"] == ["front.geojson (1 leg)", "Binnish within 3 km (2 legs)"]
    told = run(*WAY, "--as-of", "2020-02-21", "--show-unverified", *avoid).stdout
    assert "Kept clear of: front.geojson (1 leg), Binnish within 3 km (2 legs)." in " ".join(told.split())


@pytest.mark.parametrize(
    ("more", "line"),
    [
        (("--avoid", "none.geojson"), "none.geojson: it cannot be read (No such file or directory)"),
        (("--avoid", "Saraqib within km"), "a distance in km above 0 is missing"),
        (("--max-age", "soon"), "soon: an age is a number of days; write 7d"),
        (("--vehicle", "boat"), "boat: no such vehicle; use one of: walk, car, bus, truck, ambulance"),
        (("--as-of", "2020-02-21", "--depart", "2020-02-01"), "give a later --depart, or an earlier --as-of"),
        (("--to", "Saraqib"), "name two places that a road joins"),
    ],
)
def test_a_question_that_makes_no_sense_is_one_line(run: Run, more: tuple[str, ...], line: str) -> None:
    result = run(*WAY, *more)

    assert result.exit_code == 2
    assert line in " ".join(result.stderr.split())
    assert result.stdout == ""


RECORD = ("corridor", "record", "m5.json", "--from", "Saraqib", "--to", "Aleppo", "--ledger", "samples.db")


def test_a_record_is_stale_once_a_monitor_says_that_the_road_is_closed_again(run: Run) -> None:
    made = run(*RECORD, "--as-of", "2020-02-21", "--until", "2030-01-01T12:00", "--party", "army")
    assert made.exit_code == 0
    assert "whether army agrees" in made.stdout

    same = run("corridor", "watch", "m5.json", "--ledger", "samples.db", "--as-of", "2020-02-21")
    assert (same.exit_code, same.stdout) == (0, "m5: valid, as of 21 Feb 2020\n")

    later = run("corridor", "watch", "m5.json", "--ledger", "samples.db", "--as-of", "2020-03-01")
    assert later.exit_code == 3
    assert "Saraqib to Az Zarbah: the road was said to be open, now closed" in later.stdout
    assert "closed again between" in later.stdout


def test_a_record_that_is_withdrawn_stays_in_its_file_and_no_watch_calls_it_valid(run: Run) -> None:
    run(*RECORD, "--as-of", "2020-02-21", "--until", "2030-01-01T12:00")
    before = json.loads(Path("m5.json").read_text("utf-8"))
    gone = run("corridor", "withdraw", "m5.json", "--by", "Amira", "--why", "the bridge is down")
    assert (gone.exit_code, gone.stdout) == (0, "")
    after = json.loads(Path("m5.json").read_text("utf-8"))
    told = after.pop("withdrawn")
    before.pop("withdrawn", None)
    assert (after, told["by"], told["why"]) == (before, "Amira", "the bridge is down")

    watched = run("corridor", "watch", "m5.json", "--ledger", "samples.db", "--as-of", "2020-02-21")
    assert watched.exit_code == 3
    assert watched.stdout.startswith("m5: withdrawn, as of 21 Feb 2020\n  m5: withdrawn by Amira on 2")
    again = run("corridor", "withdraw", "m5.json", "--by", "Basil")
    assert again.exit_code == 2
    assert "it is withdrawn by Amira on 2" in again.stderr


def test_the_way_to_the_start_is_kept_with_a_record_and_watched(run: Run) -> None:
    made = run(*RECORD, "--as-of", "2020-02-21", "--until", "2030-01-01T12:00", "--reached-from", "Idlib")
    assert made.exit_code == 0
    assert "how people reach its start" not in made.stdout
    kept = json.loads(Path("m5.json").read_text("utf-8"))
    assert (kept["access"]["legs"][0]["start"], kept["access"]["legs"][-1]["end"]) == ("Idlib", "Saraqib")

    run(
        "corridor",
        "report",
        "Idlib",
        "Sarmin",
        "--says",
        "mined",
        "--when",
        "2020-02-21",
        *DRIVER,
        "--ledger",
        "samples.db",
    )
    watched = run("corridor", "watch", "m5.json", "--ledger", "samples.db", "--as-of", "2020-02-21")
    assert "Idlib to Sarmin: new: mines or unexploded munitions" in watched.stdout


def test_a_record_on_the_page_says_whether_it_holds_and_no_public_page_takes_it(run: Run) -> None:
    run(*RECORD, "--as-of", "2020-02-21", "--until", "2030-01-01T12:00")
    page = ("page", "--corridor", "m5.json", "--ledger", "samples.db", "-o", "page.html")
    assert run(*page, "--as-of", "2020-02-21").exit_code == 0
    assert ">valid</span>" in Path("page.html").read_text("utf-8")
    assert run(*page, "--as-of", "2020-02-28").exit_code == 0
    assert ">stale</span>" in Path("page.html").read_text("utf-8")
    Path("page.html").unlink()
    refused = run(*page, "--profile", "public")
    assert refused.exit_code == 2
    assert "a corridor's line is targeting data" in refused.stderr
    assert not Path("page.html").exists()


@pytest.mark.parametrize(
    ("command", "line"),
    [
        ((*RECORD, "--until", "2001-01-01T00:00"), "a record is valid until a later hour"),
        ((*RECORD, "--until", "2030-01-01T00:00", "--way", "Z"), "the plan has no such way"),
        (("corridor", "watch", "idlib/towns.csv", "--ledger", "samples.db"), "it is no corridor's record"),
        (("corridor", "watch", "none.json", "--ledger", "samples.db"), "it cannot be read (No such file or directory)"),
    ],
)
def test_a_record_that_makes_no_sense_is_one_line(run: Run, command: tuple[str, ...], line: str) -> None:
    result = run(*command, "--as-of", "2020-02-21")

    assert result.exit_code == 2
    assert line in " ".join(result.stderr.split())


SEEN = ("corridor", "report", "Saraqib", "Az Zarbah", "--when", "2020-02-22", "--ledger", "samples.db")
DRIVER = ("--by", "the bread van's driver", "--words", "They turned me back at noon")


def test_what_a_driver_saw_closes_the_leg_and_makes_a_record_of_it_stale(run: Run) -> None:
    run(*RECORD, "--as-of", "2020-02-21", "--until", "2030-01-01T12:00")

    kept = run(*SEEN, "--says", "blocked", *DRIVER)
    assert kept.exit_code == 0
    assert "it falls on 1 leg:" in kept.stdout
    assert "Az Zarbah to Saraqib (M5)" in kept.stdout
    assert "was kept before" in run(*SEEN, "--says", "blocked", *DRIVER).stdout

    watched = run("corridor", "watch", "m5.json", "--ledger", "samples.db", "--as-of", "2020-02-22")
    assert watched.exit_code == 3
    assert "Saraqib to Az Zarbah: the road was said to be open, now closed" in watched.stdout
    assert "Az Zarbah to Aleppo" not in watched.stdout
    assert "They turned me back at noon" in watched.stdout


def test_two_drivers_are_two_sources_and_one_who_says_it_twice_is_one(run: Run) -> None:
    road = ("corridor", "report", "Idlib", "Maarrat Misrin", "--when", "2020-02-20", "--ledger", "samples.db")
    plan = ("corridor", "plan", "--from", "Idlib", "--to", "Maarrat Misrin", "--as-of", "2020-02-21", "--json")

    def doubts() -> list[str]:
        (leg,) = json.loads(run(*plan, "--ledger", "samples.db").stdout)["routes"][0]["legs"]
        return list(leg["doubts"])

    run(*road, "--says", "open", "--by", "Driver Alpha", "--words", "it is free")
    run(*road, "--says", "open", "--by", "Driver Alpha", "--words", "free again after lunch")
    assert doubts() == ["only one source says that it is open"]
    run(*road, "--says", "open", "--by", "Bus owner Beta", "--words", "our bus went there and back")
    assert doubts() == []


@pytest.mark.parametrize("profile", ["public", "partners"])
def test_what_a_person_saw_never_leaves(run: Run, profile: str) -> None:
    run(*SEEN, "--says", "blocked", *DRIVER)

    assert "bread van" in run("claims", "--json", "--ledger", "samples.db").stdout
    for command in ("claims", "picture", "incidents"):
        told = run(command, "--json", "--profile", profile, "--ledger", "samples.db").stdout
        assert "bread van" not in told
        assert "turned me back" not in told


@pytest.mark.parametrize(
    ("more", "line"),
    [
        (("--when", "2999-01-01"), "2999-01-01: nobody can tell yet what is so on that day"),
        (("--words", " "), "--words: a report says who tells it, and in which words; give both"),
        (("Idlib",), "3 places: a report is of one or two"),
    ],
)
def test_a_report_that_makes_no_sense_is_one_line_and_keeps_nothing(run: Run, more: tuple[str, ...], line: str) -> None:
    result = run(*SEEN, "--says", "open", *DRIVER, *more)

    assert result.exit_code == 2
    assert line in " ".join(result.stderr.split())
    assert "bread van" not in run("claims", "--json", "--ledger", "samples.db").stdout
