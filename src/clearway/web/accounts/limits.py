"""How often somebody may try: by the account that is tried, and by the address that tries."""

import threading
from collections import OrderedDict, deque
from collections.abc import Callable
from dataclasses import dataclass, field

from clearway.display.catalogue import say
from clearway.web.refused import Refused

WITHIN_S = 15 * 60
BY_ACCOUNT = 8
BY_ADDRESS = 40
MOST_KEPT = 20_000
"""Keys that are remembered; whoever tries more names than that pushes out the oldest, and meets the other limit."""


@dataclass(slots=True)
class Limits:
    """Failed tries of the last quarter of an hour, in memory; `clock` is in seconds."""

    clock: Callable[[], float]
    _tries: OrderedDict[str, deque[float]] = field(default_factory=OrderedDict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def check(self, *, account: str, address: str) -> None:
        """Raise `Refused` (429) where this account or this address has failed too often."""
        now = self.clock()
        with self._lock:
            for key, most in self._keys(account, address):
                tries = self._recent(key, now)
                if len(tries) >= most:
                    wait = max(1, int(tries[0] + WITHIN_S - now) + 1)
                    rule = say("wrong.tries")
                    remedy = say("wrong.tries_wait", n=max(1, round(wait / 60)))
                    raise Refused(429, rule, remedy, document=say("wrong.sign_in"), headers={"Retry-After": str(wait)})

    def failed(self, *, account: str, address: str) -> None:
        """Remember a try that failed."""
        now = self.clock()
        with self._lock:
            for key, _ in self._keys(account, address):
                self._recent(key, now).append(now)
                self._tries.move_to_end(key)
            while len(self._tries) > MOST_KEPT:
                self._tries.popitem(last=False)

    def passed(self, *, account: str) -> None:
        """Forget what failed for an account whose owner came in."""
        with self._lock:
            self._tries.pop(f"account {account.casefold()}", None)

    def _keys(self, account: str, address: str) -> tuple[tuple[str, int], tuple[str, int]]:
        return (f"account {account.casefold()[:200]}", BY_ACCOUNT), (f"address {address}", BY_ADDRESS)

    def _recent(self, key: str, now: float) -> deque[float]:
        tries = self._tries.setdefault(key, deque())
        while tries and tries[0] <= now - WITHIN_S:
            tries.popleft()
        return tries
