"""How long a person waits for a command, in fresh processes."""

import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.fresh import UnmeasuredError

CLEARWAY = Path(sys.executable).parent / "clearway"


def seconds_to_first_line(arguments: Sequence[str]) -> float:
    """Seconds from a command's start to its first line on standard output; raises `UnmeasuredError` without one."""
    with tempfile.TemporaryFile("w+") as errors:
        start = time.perf_counter()
        process = subprocess.Popen([CLEARWAY, *arguments], stdout=subprocess.PIPE, stderr=errors, text=True)  # noqa: S603  # our own command
        with process:
            line = process.stdout.readline() if process.stdout else ""
            waited = time.perf_counter() - start
            process.communicate()
        if process.returncode or not line.strip():
            errors.seek(0)
            lines = errors.read().strip().splitlines() or [f"it ended with code {process.returncode}"]
            raise UnmeasuredError(f"clearway {arguments[0]}: {lines[-1]}")
    return waited


def first_claims(file: Path, *, published: str, times: int) -> list[float]:
    """Seconds from `clearway read FILE --json` to its first claim, each time into a new ledger."""
    waited = []
    for _ in range(times):
        with tempfile.TemporaryDirectory() as folder:
            ledger = str(Path(folder) / "new.db")
            command = ["read", str(file), "--json", "--published", published, "--ledger", ledger]
            waited.append(seconds_to_first_line(command))
    return waited


def helps(times: int) -> list[float]:
    """Seconds that `clearway --help` takes to its end."""
    waited = []
    for _ in range(times):
        start = time.perf_counter()
        done = subprocess.run([CLEARWAY, "--help"], capture_output=True, text=True, check=False)  # noqa: S603  # our own command
        waited.append(time.perf_counter() - start)
        if done.returncode:
            raise UnmeasuredError(f"clearway --help: it ended with code {done.returncode}")
    return waited
