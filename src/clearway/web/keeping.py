"""What takes long to count and is asked for by many: kept until the ledger has grown."""

import math
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Any, TypeVar

Value = TypeVar("Value")
Work = Callable[[], None]

MOST = 24
"""Counts kept at once; who moves a slider asks for one day after another."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Late:
    """How late a value may be: what takes no more than `quick_s` is made at once.

    Else it is shown for `share` times as long as it took, and `longest_s` at most, though the ledger has grown
    meanwhile, and is made anew behind the pages then: while reports come in all the time, that takes no more than this
    part of a core, and nobody waits for it.
    """

    quick_s: float = 0.5
    share: int = 10
    longest_s: float = math.inf

    def after(self, took: float) -> float:
        """For how many seconds what took so many is shown in any case."""
        return min(took * self.share, self.longest_s)


LATE = Late()
"""What is counted of all claims: seconds after those that it took to count them, where that is not quick."""


@dataclass(frozen=True, slots=True)
class Count:
    """A value, what the ledger was when it was made, how long that took, and until when it is shown in any case."""

    value: Any
    grown: str
    took: float
    until: float


def behind(work: Work) -> None:
    """Do something behind the pages."""
    threading.Thread(target=work, daemon=True).start()


class Keeping:
    """Values by key; several that ask for one at once wait for whoever asked first."""

    def __init__(self, *, clock: Callable[[], float] = time.monotonic, behind: Callable[[Work], None] = behind) -> None:
        self._clock = clock
        self._behind = behind
        self._lock = threading.Lock()
        self._making: dict[Hashable, threading.Lock] = {}
        self._kept: OrderedDict[Hashable, Count] = OrderedDict()

    def get(
        self,
        key: Hashable,
        grown: Callable[[], str],
        make: Callable[[], Value],
        *,
        late: Late = LATE,
    ) -> Value:
        """What was made of a key when the ledger was as it is now, or lately, as `late`; made where there is none."""
        with self._lock:
            making = self._making.setdefault(key, threading.Lock())
            found = self._kept.get(key)
        if found is not None and found.took > late.quick_s:
            if found.grown != grown() and self._clock() >= found.until and making.acquire(blocking=False):
                self._behind(lambda: self._anew(key, grown, make, late, making))
            return self._shown(key, found)  # type: ignore[no-any-return]
        with making:
            with self._lock:
                found = self._kept.get(key)
            if found is not None and found.grown == grown():
                return self._shown(key, found)  # type: ignore[no-any-return]
            return self._make(key, grown, make, late)

    def last(self, key: Hashable) -> Any:
        """What was made of a key last, whatever came since; `None` where it is not kept."""
        with self._lock:
            found = self._kept.get(key)
        return found.value if found is not None else None

    def _anew(
        self, key: Hashable, grown: Callable[[], str], make: Callable[[], Any], late: Late, making: threading.Lock
    ) -> None:
        try:
            self._make(key, grown, make, late)
        finally:
            making.release()

    def _make(self, key: Hashable, grown: Callable[[], str], make: Callable[[], Value], late: Late) -> Value:
        now, began = grown(), self._clock()
        made = make()
        took = self._clock() - began
        with self._lock:
            self._kept[key] = Count(made, now, took, self._clock() + late.after(took))
            self._kept.move_to_end(key)
            while len(self._kept) > MOST:
                gone, _ = self._kept.popitem(last=False)
                self._making.pop(gone, None)
        return made

    def _shown(self, key: Hashable, found: Count) -> Any:
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
        return found.value
