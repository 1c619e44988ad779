"""What takes long to count and is asked for by many: kept until the ledger has grown."""

import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Any, TypeVar

Value = TypeVar("Value")

MOST = 24
"""Counts kept at once; who moves a slider asks for one day after another."""
QUICK_S = 0.5
SHARE = 10
"""What took a second to count is shown for as many seconds more, though the ledger has grown meanwhile: while reports
come in all the time, counting them takes no more than this part of a core. What is quick is counted at once."""


class Keeping:
    """Values by key; several that ask for one at once wait for whoever asked first."""

    def __init__(self, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._making: dict[Hashable, threading.Lock] = {}
        self._kept: OrderedDict[Hashable, tuple[str, float, Any]] = OrderedDict()

    def get(self, key: Hashable, grown: Callable[[], str], make: Callable[[], Value]) -> Value:
        """What was made of a key when the ledger was as it is now, or lately; made anew where there is no such."""
        with self._lock:
            making = self._making.setdefault(key, threading.Lock())
        with making:
            now = grown()
            with self._lock:
                found = self._kept.get(key)
                if found is not None and (found[0] == now or self._clock() < found[1]):
                    self._kept.move_to_end(key)
                    kept: Value = found[2]
                    return kept
            began = self._clock()
            made = make()
            took = self._clock() - began
            with self._lock:
                fresh_until = self._clock() + (took * SHARE if took > QUICK_S else 0.0)
                self._kept[key] = (now, fresh_until, made)
                self._kept.move_to_end(key)
                while len(self._kept) > MOST:
                    gone, _ = self._kept.popitem(last=False)
                    self._making.pop(gone, None)
            return made
