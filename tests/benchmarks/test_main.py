from pathlib import Path

import pytest
from benchmarks.__main__ import BENCHMARKS, UNMEASURED, main
from tests.conftest import REPOSITORY


def test_a_folder_without_texts_is_told_in_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["--only", "reading", "--data", str(tmp_path)])

    assert code == UNMEASURED
    assert capsys.readouterr().err == (
        f"reading was not measured: no incident_counts.jsonl in {tmp_path}:"
        " name the folder with --data FOLDER, or make benchmarks DATA=FOLDER\n"
    )


@pytest.mark.parametrize("name", BENCHMARKS)
def test_every_benchmark_has_its_place_in_the_docs(name: str) -> None:
    page = (REPOSITORY / "docs" / "benchmarks.md").read_text("utf-8")

    assert f"<!-- {name}: printed by `python -m benchmarks` -->" in page
