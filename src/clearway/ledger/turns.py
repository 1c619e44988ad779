"""Whose turn it is to write, of the threads of one process: what a person waits for comes before what is folded.

A database lets one write at a time, and who waits for it asks again and again. Whoever folds writes one step after the
other, and would most often be first again.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

PATIENCE_S = 30.0
"""So long a turn is waited for; then the database itself says whether it can be written."""


class Turns:
    """Turns to write, for as many threads as like."""

    def __init__(self, *, patience_s: float = PATIENCE_S) -> None:
        self._patience_s = patience_s
        self._change = threading.Condition()
        self._writing = 0
        self.waiting = 0
        """Those that wait, and for which somebody does."""

    @contextmanager
    def one(self, *, last: bool) -> Iterator[None]:
        """A turn, once nobody writes; `last` when nobody else wants to, either."""
        with self._change:
            self.waiting += not last
            try:
                self._change.wait_for(
                    lambda: not self._writing and not (last and self.waiting), timeout=self._patience_s
                )
            finally:
                self.waiting -= not last
            self._writing += 1
        try:
            yield
        finally:
            with self._change:
                self._writing -= 1
                self._change.notify_all()
