"""What takes long, one at a time behind the pages: nobody's page stands still for another's plan.

A plan on large roads takes hundreds of megabytes and many seconds. So there is one at a time, a few wait, and whoever
asks waits a while and is then told to ask again; the work goes on meanwhile, and what it came to is there when they do.
"""

import threading
import time
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from queue import SimpleQueue
from typing import TypeVar, cast

from clearway.web.refused import Refused

Value = TypeVar("Value")

PATIENCE_S = 20.0
"""So long a request waits."""
AGAIN_S = 5
"""After so many seconds a page asks again by itself."""
MOST_JOBS = 4
"""Pieces of work that may be there at once, the one that is being done among them."""
MOST_ASKERS = 8
"""Requests that wait at once; each holds a thread of the server."""
SLOW_S, KEEP_S = 3.0, 300.0
"""What took longer than the first is kept for the second, so that whoever comes back finds it."""


@dataclass(slots=True, eq=False)
class Job:
    """A piece of work: of what it is made, when it was asked for and ended, what came of it, whether anybody has it."""

    work: Callable[[], object] | None
    made_of: Hashable
    since: float
    done: threading.Event = field(default_factory=threading.Event)
    value: object = None
    error: Exception | None = None
    ended: float = 0.0
    told: bool = False


class Turns:
    """One piece of work at a time, in a thread of its own.

    `made_of` is another whenever what work is made of has changed; what was worked out before is then shown to those
    who wait for it, and to nobody later.
    """

    def __init__(
        self,
        *,
        made_of: Callable[[], Hashable] = lambda: None,
        patience_s: float = PATIENCE_S,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._made_of = made_of
        self._patience_s = patience_s
        self._clock = clock
        self._lock = threading.Lock()
        self._jobs: dict[Hashable, Job] = {}
        self._waiting: SimpleQueue[Job | None] = SimpleQueue()
        self._askers = threading.Semaphore(MOST_ASKERS)
        self._thread: threading.Thread | None = None

    def do(self, key: Hashable, what: str, work: Callable[[], Value]) -> Value:
        """What the work comes to; the same key is the same work. `what` is what people call it.

        Raises what the work raises, and `Refused` (503) where it takes longer, or where too much waits already.
        """
        job = self._job(key, what, work)
        if not self._is_done(job):
            since = max(1, round(self._clock() - job.since))
            rule = f"it is still being worked out, for {since} seconds now"
            remedy = "wait: it goes on, and this page asks again by itself; or ask less (nearer places, fewer roads)"
            again = {"Retry-After": str(AGAIN_S), "Refresh": str(AGAIN_S)}
            raise Refused(503, rule, remedy, document=what, headers=again)
        job.told = True
        if job.error is not None:
            raise job.error
        return cast(Value, job.value)

    def forget(self) -> None:
        """Keep nothing of what was worked out: what it was made of has changed."""
        with self._lock:
            self._jobs = {key: job for key, job in self._jobs.items() if not job.done.is_set()}

    def close(self) -> None:
        """Begin nothing more; what is being done is not waited for."""
        self._waiting.put(None)

    def _job(self, key: Hashable, what: str, work: Callable[[], object]) -> Job:
        made_of = self._made_of()
        with self._lock:
            self._drop_old()
            known = self._jobs.get(key)
            if known and (known.made_of == made_of or not known.told):
                return known
            if sum(not job.done.is_set() for job in self._jobs.values()) >= MOST_JOBS:
                rule = "several others are being worked out, and one is done at a time"
                again = {"Retry-After": str(AGAIN_S)}
                raise Refused(503, rule, "ask again in a minute", document=what, headers=again)
            job = Job(work, made_of, self._clock())
            self._jobs[key] = job
            self._waiting.put(job)
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="turns", daemon=True)
                self._thread.start()
            return job

    def _is_done(self, job: Job) -> bool:
        """Whether it is, after waiting for it; where many wait already, without."""
        if not self._askers.acquire(blocking=False):
            return job.done.is_set()
        try:
            return job.done.wait(self._patience_s)
        finally:
            self._askers.release()

    def _run(self) -> None:
        while (job := self._waiting.get()) is not None:
            began = self._clock()
            try:
                job.value = job.work() if job.work else None
            except Exception as error:  # noqa: BLE001 - it is raised again for whoever asks
                job.error = error
            job.work = None
            job.ended = self._clock()
            slow = job.ended - began > SLOW_S or job.ended - job.since > self._patience_s
            with self._lock:
                if not slow:
                    self._jobs = {key: one for key, one in self._jobs.items() if one is not job}
            job.done.set()

    def _drop_old(self) -> None:
        old = self._clock() - KEEP_S
        self._jobs = {key: job for key, job in self._jobs.items() if not job.done.is_set() or job.ended > old}
