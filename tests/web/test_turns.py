"""What takes long is done one at a time, and nobody waits for ever."""

import threading

import pytest

from clearway.errors import UsageError
from clearway.web.refused import Refused
from clearway.web.turns import MOST_JOBS, Turns

WAIT_S = 60


def test_work_is_done_and_its_errors_are_raised() -> None:
    turns = Turns(patience_s=WAIT_S)
    assert turns.do("a", "the plan", lambda: 3) == 3

    def fails() -> None:
        raise UsageError("it", rule="no", remedy="yes")

    with pytest.raises(UsageError, match="it: no; yes"):
        turns.do("b", "the plan", fails)


def test_what_takes_longer_is_told_and_is_there_when_it_is_asked_for_again() -> None:
    turns, go = Turns(patience_s=0.01), threading.Event()
    runs: list[int] = []

    def slow() -> str:
        runs.append(1)
        go.wait(WAIT_S)
        return "done"

    for _ in range(2):
        with pytest.raises(Refused, match="it is still being worked out") as told:
            turns.do("a", "the plan", slow)
        assert (told.value.status_code, told.value.headers) == (503, {"Retry-After": "5", "Refresh": "5"})
    job = turns._jobs["a"]
    go.set()
    assert job.done.wait(WAIT_S)
    assert turns.do("a", "the plan", slow) == "done"
    assert len(runs) == 1
    turns.forget()
    assert turns._jobs == {}


def test_what_was_worked_out_before_something_changed_is_shown_once_to_who_waited_for_it() -> None:
    kept, clock, runs = ["one report"], iter(range(0, 10_000, 10)), []
    turns = Turns(made_of=lambda: kept[-1], patience_s=WAIT_S, clock=lambda: float(next(clock)))

    def slow() -> str:
        runs.append(kept[-1])
        return f"plan of {kept[-1]}"

    assert [turns.do("a", "the plan", slow) for _ in range(2)] == ["plan of one report"] * 2
    turns._jobs["a"].told = False
    kept.append("two reports")
    assert [turns.do("a", "the plan", slow) for _ in range(3)] == ["plan of one report", *["plan of two reports"] * 2]
    assert runs == ["one report", "two reports"]


def test_one_is_done_at_a_time_and_more_than_a_few_are_refused() -> None:
    turns, go = Turns(patience_s=0.01), threading.Event()
    at_once: list[int] = []
    running = threading.Semaphore(1)

    def work() -> None:
        at_once.append(int(running.acquire(blocking=False)))
        go.wait(WAIT_S)
        running.release()

    for number in range(MOST_JOBS):
        with pytest.raises(Refused, match="still being worked out"):
            turns.do(number, "the plan", work)
    jobs = list(turns._jobs.values())
    with pytest.raises(Refused, match="one is done at a time") as told:
        turns.do("more", "the plan", work)
    assert told.value.status_code == 503
    go.set()
    assert all(job.done.wait(WAIT_S) for job in jobs)
    assert at_once == [1] * MOST_JOBS
    turns.close()
