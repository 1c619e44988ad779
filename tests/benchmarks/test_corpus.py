from pathlib import Path

import pytest
from benchmarks.corpus import Corpus, Count, Figure, Score
from benchmarks.fresh import UnmeasuredError
from benchmarks.options import Options
from benchmarks.table import as_markdown

CORPUS = Corpus(
    name="days",
    title="Days",
    files=["days.txt"],
    figures={
        "spans": Figure(what="spans", at_least=0.8, published="theirs .85"),
        "values": Figure(what="values", at_least=0.7),
        "raw": Figure(what="raw"),
    },
    score=lambda options: {
        "spans": Score(value=len((options.data / "days.txt").read_text("utf-8")) / 10, trivial=0.25),
        "values": Score(value=0.69, detail="1 right"),
        "raw": Score(value=0.5),
    },
)


def test_a_benchmark_shows_its_figures_beside_what_others_reached(tmp_path: Path) -> None:
    (tmp_path / "days.txt").write_text("12345678", "utf-8")
    told: list[str] = []

    section = CORPUS.measure(Options(data=tmp_path), told.append)

    assert (
        as_markdown(section)
        == (
            "| measured | now | asked |  | trivial | published |\n"
            "| --- | --- | --- | --- | --- | --- |\n"
            "| spans | 0.800 | at least 0.80 | pass | 0.250 | theirs .85 |\n"
            "| values | 0.690 (1 right) | at least 0.70 | fail |  |  |\n"
            "| raw | 0.500 |  |  |  |  |\n\n"
        ).rstrip("\n")
        + "\n"
    )
    assert (section.passed, told) == (False, ["measuring days"])


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnmeasuredError, match=r"no days\.txt in"):
        CORPUS.scores(Options(data=tmp_path))


def test_counts_add_up_to_one_f1_and_one_share() -> None:
    both = Count(right=3, said=4, known=6) + Count(right=1, said=1, known=2)

    assert (both, both.f1, both.share) == (Count(right=4, said=5, known=8), 8 / 13, 0.5)


def test_nothing_known_and_nothing_said_scores_nothing() -> None:
    assert (Count().f1, Count().share) == (0.0, 0.0)
