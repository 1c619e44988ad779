import os
import subprocess
import sys
from pathlib import Path

HEAVY = str.split(
    "alembic argon2 docx duckdb fastapi jinja2 numba numpy ortools osmium pandas pyarrow pypdfium2 scipy shapely spacy "
    "splink sqlalchemy starlette thinc trafilatura uvicorn"
)


def loaded_after(statement: str) -> list[str]:
    """Which of the heavy libraries a fresh Python has loaded after the statement."""
    program = f"{statement}\nimport sys\nprint(*sorted(set({HEAVY!r}) & set(sys.modules)))"
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return run.stdout.split()


def test_every_room_imports_only_the_rooms_below_it(repository: Path) -> None:
    command = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    run = subprocess.run(
        [sys.executable, "-c", command, "--no-cache"],
        cwd=repository,
        env={**os.environ, "PYTHONPATH": str(repository / "src"), "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr


def test_importing_clearway_loads_no_heavy_library() -> None:
    assert loaded_after("import clearway") == []


def test_importing_the_command_line_loads_no_heavy_library() -> None:
    assert loaded_after("import clearway.cli") == []
