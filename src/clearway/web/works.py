"""What takes long, one at a time behind the pages: nobody's page stands still for another's plan.

A plan on large roads takes hundreds of megabytes and many seconds. So there is one at a time, a few wait, and whoever
asks waits a while and is then told to ask again; the work goes on meanwhile, and what it came to is there when they do.
Whoever asked, or a lead, stops it: what waits is not begun, and what is being done ends at its next step (`step`), as a
thread can only end by itself.
"""

import threading
import time
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from queue import SimpleQueue
from secrets import token_hex
from typing import TypeVar, cast

from clearway.display.catalogue import say
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


class Ended(Exception):
    """What a piece of work is ended by once it was stopped."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """A piece of work that waits or is being done: what it is, for whom, and for how many seconds."""

    id: str
    what: str
    who: tuple[str, ...]
    seconds: int
    begun: bool


@dataclass(slots=True, eq=False)
class Job:
    """A piece of work: of what it is made, when it was asked for and ended, what came of it, whether anybody has it.

    `stopped` is who stopped it.
    """

    what: str
    work: Callable[[], object] | None
    made_of: Hashable
    since: float
    id: str = field(default_factory=lambda: token_hex(8))
    who: dict[str, None] = field(default_factory=dict)
    begun: bool = False
    stopped: str = ""
    done: threading.Event = field(default_factory=threading.Event)
    value: object = None
    error: Exception | None = None
    ended: float = 0.0
    told: bool = False


class Works:
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
        self._running: Job | None = None
        self._closed = False

    def do(self, key: Hashable, what: str, work: Callable[[], Value], *, who: str = "") -> Value:
        """What the work comes to; the same key is the same work. `what` is what people call it, `who` asks for it.

        Raises what the work raises, and `Refused` where it takes longer or too much waits already (503), and where
        somebody else stopped it (409).
        """
        job = self._job(key, what, work, who)
        if not self._is_done(job):
            since = max(1, round(self._clock() - job.since))
            rule = say("wrong.still", n=since)
            remedy = say("wrong.still_wait")
            again = {"Retry-After": str(AGAIN_S), "Refresh": str(AGAIN_S)}
            raise Refused(503, rule, remedy, document=what, headers=again)
        job.told = True
        if job.stopped:
            raise Refused(409, say("wrong.stopped", who=job.stopped), say("wrong.ask_again_less"), document=what)
        if job.error is not None:
            raise job.error
        return cast(Value, job.value)

    def step(self) -> None:
        """Go on with what is being done; ends it where it was stopped. Work calls this between its steps."""
        running = self._running
        if self._closed or (running and running.stopped):
            raise Ended

    def listed(self) -> tuple[Work, ...]:
        """What is being done and what waits, in the order in which it is done."""
        now = self._clock()
        with self._lock:
            return tuple(
                Work(id=job.id, what=job.what, who=tuple(job.who), seconds=round(now - job.since), begun=job.begun)
                for job in self._jobs.values()
                if not job.done.is_set()
            )

    def stop(self, id_: str, who: str, *, lead: bool = False) -> None:
        """Stop a piece of work; all who wait for it are told. Raises `Refused` where it is others', or is done."""
        with self._lock:
            job = next((one for one in self._jobs.values() if one.id == id_ and not one.done.is_set()), None)
            if job is None:
                raise Refused(409, say("wrong.work_over"), say("wrong.go_back"), document=say("wrong.work"))
            if not lead and set(job.who) - {"", who}:
                rule = say("wrong.asked_by", who=", ".join(job.who))
                raise Refused(403, rule, say("wrong.ask_them"), document=job.what)
            job.stopped, job.ended, job.work = who, self._clock(), job.work if job.begun else None
            job.done.set()

    def forget(self) -> None:
        """Keep nothing of what was worked out: what it was made of has changed."""
        with self._lock:
            self._jobs = {key: job for key, job in self._jobs.items() if not job.done.is_set()}

    def close(self) -> None:
        """Begin nothing more; what is being done ends at its next step and is not waited for."""
        self._closed = True
        self._waiting.put(None)

    def _job(self, key: Hashable, what: str, work: Callable[[], object], who: str) -> Job:
        made_of = self._made_of()
        with self._lock:
            self._drop_old()
            known = self._jobs.get(key)
            if known and known.stopped:
                # who stopped it begins anew; others are told once, as their pages ask again by themselves
                if known.stopped != who and not known.told:
                    return known
            elif known and (known.made_of == made_of or not known.told):
                known.who[who] = None
                return known
            if sum(not job.done.is_set() for job in self._jobs.values()) >= MOST_JOBS:
                rule = say("wrong.many_works")
                again = {"Retry-After": str(AGAIN_S)}
                raise Refused(503, rule, say("wrong.ask_in_minute"), document=what, headers=again)
            job = Job(what, work, made_of, self._clock(), who={who: None})
            self._jobs.pop(key, None)
            self._jobs[key] = job
            self._waiting.put(job)
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="works", daemon=True)
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
        while (job := self._waiting.get()) is not None and not self._closed:
            began = self._clock()
            with self._lock:
                self._running, job.begun = job, not job.stopped
            try:
                job.value = job.work() if job.work and job.begun else None
            except Ended:
                job.value = None
            except Exception as error:  # noqa: BLE001 - it is raised again for whoever asks
                job.error = error
            self._running = None
            job.work = None
            if job.stopped:
                job.value = job.error = None
                continue
            job.ended = self._clock()
            slow = job.ended - began > SLOW_S or job.ended - job.since > self._patience_s
            with self._lock:
                if not slow:
                    self._jobs = {key: one for key, one in self._jobs.items() if one is not job}
            job.done.set()

    def _drop_old(self) -> None:
        old = self._clock() - KEEP_S
        self._jobs = {key: job for key, job in self._jobs.items() if not job.done.is_set() or job.ended > old}
