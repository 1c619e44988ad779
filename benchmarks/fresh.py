"""Measuring in a fresh process, with one core for all that computes in it."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

REPOSITORY = Path(__file__).resolve().parents[1]
THREADS = (
    "BLIS_NUM_THREADS",
    "MKL_NUM_THREADS",
    "NUMEXPR_NUM_THREADS",
    "OMP_NUM_THREADS",
    "OPENBLAS_NUM_THREADS",
    "VECLIB_MAXIMUM_THREADS",
)
"""What tells each library for linear algebra how many threads to start; read when it is loaded, so set before."""


class UnmeasuredError(Exception):
    """A measurement that could not be taken, and why."""


def one_core() -> dict[str, str]:
    """The environment of this process, with one thread for each library."""
    return os.environ | dict.fromkeys(THREADS, "1")


def measured(module: str, *arguments: str) -> Any:
    """What a module of this package prints as JSON, run in a process of its own; raises `UnmeasuredError`.

    The caller stays small: what a process reports as its peak memory begins with that of the process that started
    it (Linux keeps it across exec), and a library that is loaded keeps its threads.
    """
    done = subprocess.run(  # noqa: S603  # a module of this package, with arguments of its own
        [sys.executable, "-m", f"benchmarks.{module}", *arguments],
        capture_output=True,
        text=True,
        cwd=REPOSITORY,
        env=one_core(),
        check=False,
    )
    if done.returncode:
        lines = done.stderr.strip().splitlines() or [f"it ended with code {done.returncode}"]
        raise UnmeasuredError(lines[-1])
    return json.loads(done.stdout)
