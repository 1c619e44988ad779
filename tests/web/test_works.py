"""What takes long is done one at a time, and nobody waits for ever."""

import threading
from collections.abc import Callable

import pytest

from clearway.errors import UsageError
from clearway.web.refused import Refused
from clearway.web.works import MOST_JOBS, Ended, Work, Works

WAIT_S = 60


def test_work_is_done_and_its_errors_are_raised() -> None:
    works = Works(patience_s=WAIT_S)
    assert works.do("a", "the plan", lambda: 3) == 3

    def fails() -> None:
        raise UsageError("it", rule="no", remedy="yes")

    with pytest.raises(UsageError, match="it: no; yes"):
        works.do("b", "the plan", fails)


def test_what_takes_longer_is_told_and_is_there_when_it_is_asked_for_again() -> None:
    works, go = Works(patience_s=0.01), threading.Event()
    runs: list[int] = []

    def slow() -> str:
        runs.append(1)
        go.wait(WAIT_S)
        return "done"

    for _ in range(2):
        with pytest.raises(Refused, match="it is still being worked out") as told:
            works.do("a", "the plan", slow)
        assert (told.value.status_code, told.value.headers) == (503, {"Retry-After": "5", "Refresh": "5"})
    job = works._jobs["a"]
    go.set()
    assert job.done.wait(WAIT_S)
    assert works.do("a", "the plan", slow) == "done"
    assert len(runs) == 1
    works.forget()
    assert works._jobs == {}


def test_what_was_worked_out_before_something_changed_is_shown_once_to_who_waited_for_it() -> None:
    kept, clock, runs = ["one report"], iter(range(0, 10_000, 10)), []
    works = Works(made_of=lambda: kept[-1], patience_s=WAIT_S, clock=lambda: float(next(clock)))

    def slow() -> str:
        runs.append(kept[-1])
        return f"plan of {kept[-1]}"

    assert [works.do("a", "the plan", slow) for _ in range(2)] == ["plan of one report"] * 2
    works._jobs["a"].told = False
    kept.append("two reports")
    assert [works.do("a", "the plan", slow) for _ in range(3)] == ["plan of one report", *["plan of two reports"] * 2]
    assert runs == ["one report", "two reports"]


def test_one_is_done_at_a_time_and_more_than_a_few_are_refused() -> None:
    works, go = Works(patience_s=0.01), threading.Event()
    at_once: list[int] = []
    running = threading.Semaphore(1)

    def work() -> None:
        at_once.append(int(running.acquire(blocking=False)))
        go.wait(WAIT_S)
        running.release()

    for number in range(MOST_JOBS):
        with pytest.raises(Refused, match="still being worked out"):
            works.do(number, "the plan", work)
    jobs = list(works._jobs.values())
    with pytest.raises(Refused, match="one is done at a time") as told:
        works.do("more", "the plan", work)
    assert told.value.status_code == 503
    go.set()
    assert all(job.done.wait(WAIT_S) for job in jobs)
    assert at_once == [1] * MOST_JOBS
    works.close()


def asked(works: Works, key: str, work: Callable[[], object], who: str) -> str:
    """Ask for work that takes long, and be told so; gives its id."""
    with pytest.raises(Refused, match="still being worked out"):
        works.do(key, "the plan", work, who=who)
    return works.listed()[-1].id


def test_what_is_being_done_ends_at_its_next_step_and_the_next_begins() -> None:
    works, begun, go = Works(patience_s=0.01), threading.Event(), threading.Event()
    ended: list[str] = []

    def endless() -> None:
        begun.set()
        while not go.wait(0.01):
            try:
                works.step()
            except Ended:
                ended.append("endless")
                raise

    first = asked(works, "a", endless, "amira")
    assert begun.wait(WAIT_S)
    second = asked(works, "b", lambda: "done", "basil")
    assert works.listed() == (
        Work(id=first, what="the plan", who=("amira",), seconds=0, begun=True),
        Work(id=second, what="the plan", who=("basil",), seconds=0, begun=False),
    )
    next_one = works._jobs["b"]
    works.stop(first, "amira")
    assert next_one.done.wait(WAIT_S)
    assert (ended, next_one.value, works.listed()) == (["endless"], "done", ())
    go.set()


def test_what_waits_is_not_begun_once_it_was_stopped() -> None:
    works, go, runs = Works(patience_s=0.01), threading.Event(), []
    asked(works, "a", lambda: go.wait(WAIT_S), "amira")
    waits = asked(works, "b", lambda: runs.append("b"), "amira")
    last = asked(works, "c", lambda: runs.append("c"), "amira")
    works.stop(waits, "amira")
    third = works._jobs["c"]
    go.set()
    assert third.done.wait(WAIT_S)
    assert (runs, third.id) == (["c"], last)


def test_who_waits_for_what_somebody_stopped_is_told_once_and_the_next_time_it_is_done() -> None:
    works, go = Works(patience_s=0.01), threading.Event()
    asked(works, "a", lambda: go.wait(WAIT_S), "amira")
    job = asked(works, "b", lambda: "done", "amira")
    asked(works, "b", lambda: "done", "basil")
    with pytest.raises(Refused, match="amira, basil asked for it") as told:
        works.stop(job, "amira")
    assert told.value.status_code == 403
    works.stop(job, "lea", lead=True)
    with pytest.raises(Refused, match="it is not being worked out any more"):
        works.stop(job, "lea", lead=True)
    with pytest.raises(Refused, match="lea stopped it") as told:
        works.do("b", "the plan", lambda: "done", who="basil")
    assert told.value.status_code == 409
    go.set()
    works._patience_s = WAIT_S
    assert works.do("b", "the plan", lambda: "done", who="basil") == "done"


def test_who_stopped_it_begins_anew_at_once() -> None:
    works, go = Works(patience_s=0.01), threading.Event()
    asked(works, "a", lambda: go.wait(WAIT_S), "amira")
    works.stop(asked(works, "b", lambda: "done", "amira"), "amira")
    new = asked(works, "b", lambda: "done", "amira")
    job = works._jobs["b"]
    assert job.id == new
    go.set()
    assert job.done.wait(WAIT_S)
    assert job.value == "done"
