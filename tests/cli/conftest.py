"""The command line as tests run it: in this process, with one language model for all."""

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.desk import quick_reader, sample_ledger
from typer.testing import CliRunner, Result

from clearway.cli import app

Run = Callable[..., Result]


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Work in an empty folder, 80 characters wide, and never load the language model twice."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.delenv("CLEARWAY_LEDGER", raising=False)
    monkeypatch.delenv("CLEARWAY_GAZETTEER", raising=False)
    monkeypatch.setattr("clearway.crisis.api.make_reader", quick_reader)


@pytest.fixture
def run() -> Run:
    """Run a command and give back its exit code, output and errors."""

    def run_command(*words: object, stdin: str | bytes | None = None) -> Result:
        return CliRunner().invoke(app, [str(word) for word in words], input=stdin)

    return run_command


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """A ledger that holds all samples."""
    return sample_ledger(tmp_path)
