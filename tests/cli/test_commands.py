import errno
import subprocess
import sys
from pathlib import Path

import pytest
from tests.cli.conftest import Run

from clearway import __version__

COMMANDS = ("read", "claims", "show", "picture", "page", "resolve", "kinds", "formats", "gazetteer")
HEAVY = ("spacy", "sqlalchemy", "trafilatura", "pypdfium2", "docx", "pandas", "jinja2", "rich.table")


def test_help_lists_every_command(run: Run) -> None:
    result = run("--help")
    assert result.exit_code == 0
    assert all(f" {name} " in result.stdout for name in COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help(run: Run, name: str) -> None:
    assert run(name, "--help").exit_code == 0


def test_the_version_is_the_package_s(run: Run) -> None:
    assert run("--version").stdout == f"clearway {__version__}\n"


def test_the_command_line_starts_without_heavy_libraries() -> None:
    code = f"import clearway.cli, sys; print([name for name in {HEAVY} if name in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_the_package_runs_as_a_module() -> None:
    command = [sys.executable, "-m", "clearway", "--version"]
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout == f"clearway {__version__}\n"


def test_kinds_lists_the_vocabulary(run: Run) -> None:
    assert "facility attack" in run("kinds").stdout.replace("_", " ")
    assert len(run("kinds", "--json").stdout.splitlines()) == 26


def test_formats_lists_what_can_be_read(run: Run) -> None:
    assert all(name in run("formats").stdout for name in (".txt", ".md", ".html", ".pdf", ".docx", ".eml", ".json"))


def test_a_disk_that_is_full_is_told_in_one_line(run: Run, ledger: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(_: str) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("clearway.cli.leaving.emit_json", fails)
    result = run("claims", "--json", "--ledger", ledger)
    told = "clearway: output: the system says: No space left on device; check the disk and your rights to it\n"
    assert (result.exit_code, result.stderr) == (1, told)


def test_a_reader_that_has_seen_enough_is_told_nothing(ledger: Path) -> None:
    code = "from clearway.cli import main; main()"
    command = [sys.executable, "-c", code, "claims", "--json", "--ledger", str(ledger)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as asked:
        assert asked.stdout is not None
        assert asked.stderr is not None
        asked.stdout.close()
        assert b"Traceback" not in asked.stderr.read()
