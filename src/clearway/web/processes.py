"""Processes of our own, in which the desk has done what takes long: each runs a module, and is ended with the desk."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager


class Own:
    """Runs a module of ours, one process at a time; `end` ends the one that runs, from any thread."""

    def __init__(self, module: str) -> None:
        # -P: a file named csv.py in the folder where somebody works must not be taken for a library
        self._command = [sys.executable, "-P", "-m", module]
        self._child: subprocess.Popen[bytes] | None = None

    @contextmanager
    def running(self) -> "Iterator[subprocess.Popen[bytes]]":
        """A process with pipes for what goes in and comes out, ended behind it in any case."""
        child = subprocess.Popen(self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)  # noqa: S603 our own
        self._child = child
        try:
            yield child
        finally:
            child.kill()
            child.wait()
            self._child = None

    def end(self) -> None:
        """End the process that runs, where one does."""
        child = self._child
        if child is not None:
            child.kill()
