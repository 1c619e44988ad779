import json
from pathlib import Path

import pytest
from tests.cli.conftest import Run
from tests.lists.made import FAMILIES, HOSPITAL, INDEPENDENT

from clearway.lists import estimating
from clearway.lists.estimate import Estimate

COUNTS = "A,B,C,n\n" + "\n".join(",".join(map(str, (*pattern, count))) for pattern, count in INDEPENDENT.cells)


@pytest.fixture(autouse=True)
def _lists(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two lists, counts, and no chains, which take seconds."""
    (tmp_path / "hospital.csv").write_text(HOSPITAL, "utf-8")
    (tmp_path / "families.csv").write_text(FAMILIES, "utf-8")
    (tmp_path / "counts.csv").write_text(COUNTS, "utf-8")
    quick = Estimate(method="latent classes", low=1100, best=1210, high=1300, how="made up", rhat=1.0)
    monkeypatch.setattr(estimating, "latent_classes", lambda *_, **__: quick)


def test_links_go_to_a_file_that_the_estimate_reads(run: Run) -> None:
    linked = run("lists", "link", "hospital.csv", "families.csv", "--one-to-one", "-o", "links.csv")
    estimated = run("lists", "estimate", "links.csv")

    assert (linked.exit_code, linked.stdout) == (0, "")
    assert "3 links, 0 doubtful pairs, 3 single records" in linked.stderr
    assert "restricted: ids of persons" in linked.stderr
    assert "6 records on 2 lists" in estimated.stdout
    assert "No single number: only one method could be run" in estimated.stdout


def test_nothing_that_is_written_names_anybody(run: Run) -> None:
    for words in (("link", "hospital.csv", "families.csv"), ("changes", "families.csv", "families.csv")):
        printed = run("lists", *words).output

        assert not [name for name in ("Omar", "Zeitouni", "عمر", "Umar", "Zahra", "2031") if name in printed]


def test_a_column_can_be_named(run: Run, tmp_path: Path) -> None:
    (tmp_path / "odd.csv").write_text(HOSPITAL.replace("name", "called"), "utf-8")

    assert run("lists", "link", "odd.csv", "families.csv").stderr != ""
    assert "3 links" in run("lists", "link", "odd.csv", "families.csv", "--name", "Called", "--one-to-one").stderr


def test_changes_are_listed_and_counted(run: Run, tmp_path: Path) -> None:
    (tmp_path / "later.csv").write_text("\n".join(FAMILIES.splitlines()[:-1]), "utf-8")
    result = run("lists", "changes", "families.csv", "later.csv")

    assert result.stdout == "state,id,line_old,line_new,reason\nwithdrawn,F4,5,,not in the new version\n"
    assert "1 withdrawn, 0 renumbered, 0 changed, 0 added" in result.stderr


def test_every_method_is_printed_with_its_interval_and_one_number_where_they_agree(run: Run) -> None:
    shown = " ".join(run("lists", "estimate", "counts.csv").stdout.split())

    assert "960 records on 3 lists" in shown
    for line in ("Chao's lower bound 1,1", "at least 1,200", "stepwise log-linear 1,1", "latent classes 1,100 1,210"):
        assert line in shown
    assert "One number: 1,20" in shown


def test_the_same_comes_as_json(run: Run) -> None:
    rows = [json.loads(line) for line in run("lists", "estimate", "counts.csv", "--json").stdout.splitlines()]

    assert [row.get("method") for row in rows[:4]] == [
        "Chao's lower bound", "stepwise log-linear", "decomposable graphs", "latent classes",
    ]  # fmt: skip
    assert rows[0]["bound"] is True
    assert (rows[-1]["headline"], rows[-1]["recorded"]) == (True, 960)


@pytest.mark.parametrize(
    ("words", "code", "line"),
    [
        (("link", "none.csv"), 1, "clearway: none.csv: it cannot be read (No such file or directory); name a CSV file"),
        (
            ("link", "counts.csv"),
            1,
            "clearway: counts.csv: no column is known to be a name, number or date (A, B, C, n);",
        ),
        (("link", "hospital.csv", "hospital.csv"), 2, "clearway: hospital.csv: it is named twice; name each list once"),
        (("estimate", "hospital.csv"), 1, 'clearway: hospital.csv: line 2 has "H1" under case_id'),
    ],
)
def test_what_cannot_be_used_is_one_line(run: Run, words: tuple[str, ...], code: int, line: str) -> None:
    result = run("lists", *words)

    assert (result.exit_code, result.stderr.count("\n"), result.stdout) == (code, 1, "")
    assert result.stderr.startswith(line)
