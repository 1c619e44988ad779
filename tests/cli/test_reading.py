import csv
import io
import json
import os
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len
from tests.cli.conftest import Run

from clearway.cli import leaving
from clearway.cli.terminal import plural
from clearway.crisis import Crisis
from clearway.model import Release

WIRE = """Title: Strike on the east
Publisher: Northwest Wire
Published: 2020-02-18
URL: https://example.org/strike
May-redistribute: full

IDLIB - Air strikes killed 12 civilians in the town of Ariha on Monday, rescue workers said.

About 4,000 people fled the town of Sarmin on Tuesday, the local council said.
"""
MANY = 24
RUN_APART = (sys.executable, "-c", "from clearway.cli import main; main()", "read")


def rows(output: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in output.splitlines()]


@pytest.fixture
def wire(tmp_path: Path) -> Path:
    path = tmp_path / "wire.txt"
    path.write_text(WIRE, encoding="utf-8")
    return path


def test_a_report_is_read_into_a_table_of_claims_and_counts(run: Run, wire: Path) -> None:
    result = run("read", wire)
    assert result.exit_code == 0
    assert "Northwest Wire, 2020-02-18  Strike on the east" in result.stdout
    assert "12 people" in result.stdout
    assert "1 report read, 0 already known, 0 refused" in result.stderr
    assert "killed 1" in result.stderr
    assert max(map(cell_len, result.stdout.splitlines())) <= 80


def test_reading_twice_adds_nothing_and_shows_the_same(run: Run, wire: Path) -> None:
    first = run("read", wire, "--json")
    again = run("read", wire, "--json")
    assert again.exit_code == 0
    assert again.stdout == first.stdout
    assert "0 reports read, 1 already known, 0 refused" in again.stderr
    assert len(rows(run("claims", "--json").stdout)) == len(rows(first.stdout))


def test_json_has_the_slots_of_a_claim_and_its_offsets_cut_the_quote(run: Run, wire: Path) -> None:
    claims = rows(run("read", wire, "--json").stdout)
    with Crisis.open("clearway.db") as crisis:
        (report,) = crisis.ledger.reports()
    slots = {
        "kind",
        "start",
        "end",
        "quote",
        "figure",
        "source",
        "places",
        "period",
        "certainty",
        "status",
        "act",
        "actor",
    }
    assert len(claims) >= 2
    for claim in claims:
        assert slots <= claim.keys()
        assert report.text[claim["start"] : claim["end"]] == claim["quote"]


def test_csv_is_a_table_of_the_same_claims(run: Run, wire: Path) -> None:
    table = list(csv.DictReader(io.StringIO(run("read", wire, "--csv").stdout)))
    claims = rows(run("claims", "--json").stdout)
    assert [row["id"] for row in table] == [claim["id"] for claim in claims]


def test_machine_readable_output_holds_nothing_else(run: Run, wire: Path) -> None:
    result = run("read", wire, "--json")
    assert "RESTRICTED" in result.stderr
    assert "RESTRICTED" not in result.stdout


def test_what_is_refused_is_told_and_the_others_are_read(run: Run, wire: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "program.txt").write_bytes(b"\x7fELF\x00\x01" * 50)
    result = run("read", "empty.txt", "program.txt", "missing.txt", wire)
    refused = [line for line in result.stderr.splitlines() if line.startswith("refused: ")]
    assert result.exit_code == 1
    assert len(refused) == 3
    assert all(name in line for name, line in zip(("empty", "program", "missing"), refused, strict=True))
    assert "1 report read, 0 already known, 3 refused" in result.stderr


def test_standard_input_is_read_where_a_dash_stands(run: Run) -> None:
    text = WIRE.partition("\n\n")[2]
    result = run("read", "-", "--published", "2020-02-18", "--publisher", "Harbour News", "--json", stdin=text)
    assert result.exit_code == 0
    assert {(claim["publisher"], claim["published"]) for claim in rows(result.stdout)} == {
        ("Harbour News", "2020-02-18")
    }


def test_a_title_that_would_clear_the_screen_does_not(run: Run, wire: Path) -> None:
    wire.write_text(WIRE.replace("Strike on the east", "Strike \x1b[2J on the east"), encoding="utf-8")
    result = run("read", wire)
    assert "\x1b" not in result.output


@pytest.mark.parametrize(
    "words",
    [
        ("read",),
        ("read", "x.txt", "--json", "--csv"),
        ("read", "x.txt", "--published", "yesterday"),
        ("read", "x.txt", "--profile", "everybody"),
    ],
)
def test_a_call_that_makes_no_sense_ends_with_2(run: Run, words: tuple[str, ...]) -> None:
    assert run(*words).exit_code == 2


def test_a_file_that_is_no_ledger_is_one_line_and_1(run: Run, wire: Path, tmp_path: Path) -> None:
    (tmp_path / "notes.db").write_text("not a ledger at all, " * 100)
    result = run("read", wire, "--ledger", "notes.db")
    assert result.exit_code == 1
    assert result.stdout == ""
    assert "notes.db" in result.stderr
    assert len(result.stderr.splitlines()) == 1


def many(folder: Path) -> Path:
    folder.mkdir()
    for number in range(3):
        text = WIRE.replace("12 civilians", f"{number + 2} civilians").replace("Strike on", f"Strike {number} on")
        (folder / f"{number:02}.txt").write_text(text, encoding="utf-8")
    return folder


def test_claims_are_printed_report_by_report(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    printed: list[int] = []
    claims_out = leaving.claims_out

    def given(release: Release, **more: Any) -> None:
        printed.append(len(release.reports))
        claims_out(release, **more)

    monkeypatch.setattr(leaving, "claims_out", given)
    assert run("read", many(tmp_path / "many")).exit_code == 0
    assert printed == [1, 1, 1, 0]


@pytest.mark.parametrize("profile", ["restricted", "public"])
def test_many_reports_are_one_table_however_they_are_printed(run: Run, tmp_path: Path, profile: str) -> None:
    folder = many(tmp_path / "many")
    shown = run("read", folder, "--profile", profile).stdout
    assert shown.count("who says") == 1
    assert [line.split(" ─")[0] for line in shown.splitlines() if line.startswith("Northwest Wire")] == [
        f"Northwest Wire, 2020-02-18  Strike {number} on the east" for number in range(3)
    ]
    table = run("read", folder, "--csv", "--profile", profile).stdout
    claims = rows(run("read", folder, "--json", "--profile", profile).stdout)
    assert [row["id"] for row in csv.DictReader(io.StringIO(table))] == [claim["id"] for claim in claims]


def test_a_table_of_nothing_still_has_its_columns(run: Run) -> None:
    assert run("read", "missing.txt", "--csv").stdout.startswith("id,kind,quote")


def test_quiet_prints_the_counts_only(run: Run, wire: Path) -> None:
    result = run("read", wire, "--quiet")
    assert result.stdout == ""
    assert "1 report read" in result.stderr


def test_the_public_profile_says_what_it_held_back(run: Run, wire: Path) -> None:
    wire.write_text(WIRE.replace("redistribute: full", "redistribute: derived"), encoding="utf-8")
    result = run("read", wire, "--json", "--profile", "public")
    assert all(not claim["quote"] for claim in rows(result.stdout))
    assert "held back: " in result.stderr


def test_a_reading_that_was_killed_is_finished_by_the_same_command(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(MANY):
        text = WIRE.replace("12 civilians", f"{number + 2} civilians").replace("Strike on", f"Strike {number} on")
        (folder / f"{number:02}.txt").write_text(text, encoding="utf-8")
    reading = subprocess.Popen([*RUN_APART, str(folder), "--quiet"], stderr=subprocess.DEVNULL)
    confirmed = 0
    while reading.poll() is None and confirmed < 1:
        time.sleep(0.05)
        confirmed = _held("clearway.db")
    reading.kill()
    reading.wait()
    held = _held("clearway.db")
    result = run("read", folder, "--quiet")
    assert held >= confirmed
    assert f"{plural(MANY - held, 'report')} read, {held} already known, 0 refused" in result.stderr
    with Crisis.open("clearway.db") as crisis:
        counts = Counter(claim.report for claim in crisis.ledger.claims())
    assert len(counts) == MANY
    assert len(set(counts.values())) == 1


def test_a_reading_that_is_interrupted_says_how_to_go_on(run: Run, wire: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Crisis, "reading", interrupted)
    result = run("read", wire)
    assert result.exit_code == 130
    assert "the same command finishes the rest" in result.stderr


def _held(path: str) -> int:
    """How many reports a ledger holds; none where it is not yet there."""
    if not Path(path).exists():
        return 0
    with Crisis.open(path) as crisis:
        return sum(1 for _ in crisis.ledger.reports())


def test_a_name_that_the_system_does_not_take_is_refused_and_the_others_are_read(run: Run, wire: Path) -> None:
    result = run("read", "a" * 5_000, wire, "--quiet")
    assert result.exit_code == 1
    assert "it cannot be read (File name too long); check the file and the disk" in result.stderr
    assert "1 report read, 0 already known, 1 refused" in result.stderr


@pytest.mark.skipif(os.geteuid() == 0, reason="whoever may do everything is refused nothing")
def test_a_folder_that_may_not_be_read_is_refused_and_the_others_are_read(run: Run, wire: Path, tmp_path: Path) -> None:
    (tmp_path / "shut").mkdir(mode=0)
    result = run("read", "shut", "shut/inside.txt", wire, "--quiet")
    assert result.exit_code == 1
    assert "1 report read, 0 already known, 2 refused" in result.stderr
