"""What goes on behind the pages: one turn after another in a thread of its own, that outlives what fails in it."""

import logging
import threading
from collections.abc import Callable

from clearway.errors import ClearwayError

LOG = logging.getLogger("clearway.web")

LATER_S = 10.0
"""So long it waits after what failed: where the ledger or the disk cannot be written just now."""
PATIENCE_S = 30.0
"""So long its end is waited for."""


class Behind:
    """A thread that takes its turns until it is told to stop.

    `turn` does something and tells whether more may wait; where nothing does, it sleeps for `rest_s` or until somebody
    wakes it (`come`). What `turn` cannot do is told to `troubled`; a fault of ours is logged as `fault`.
    """

    def __init__(
        self,
        name: str,
        turn: Callable[[], bool],
        *,
        rest_s: float,
        troubled: Callable[[ClearwayError], None],
        fault: str,
        come: threading.Event | None = None,
    ) -> None:
        self._turn = turn
        self._rest_s = rest_s
        self._troubled = troubled
        self._fault = fault
        self._come = come or threading.Event()
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)

    @property
    def is_ending(self) -> bool:
        """Whether it was told to stop."""
        return self._stop.is_set()

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def wake(self) -> None:
        """Something has come in."""
        self._come.set()

    def end(self) -> None:
        """Tell it to stop after its turn."""
        self._stop.set()
        self._come.set()

    def join(self) -> None:
        """Wait for its end."""
        if self._thread.is_alive():
            self._thread.join(timeout=PATIENCE_S)

    def _run(self) -> None:
        while not self._stop.is_set():
            self._come.clear()
            rest = self._rest_s
            try:
                if self._turn():
                    continue
            except ClearwayError as error:
                self._troubled(error)
                rest = LATER_S
            except Exception as error:
                LOG.error(self._fault, exc_info=error)
                rest = LATER_S
            self._come.wait(rest)
