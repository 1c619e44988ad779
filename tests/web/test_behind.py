"""A thread behind the pages goes on until it is told to stop, whatever fails in it."""

import threading

import pytest

from clearway.errors import ClearwayError, DeskError
from clearway.web import behind
from clearway.web.behind import Behind

WAIT_S = 60


def test_it_takes_turns_while_something_waits_and_outlives_what_fails(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(behind, "LATER_S", 0.0)
    full = DeskError("disk", rule="it is full", remedy="make room")
    todo: list[bool | Exception] = [True, full, ValueError("a fault"), True, False]
    told: list[ClearwayError] = []
    done = threading.Event()

    def turn() -> bool:
        one = todo.pop(0) if todo else False
        if isinstance(one, Exception):
            raise one
        if not todo:
            done.set()
        return one

    thread = Behind("turns", turn, rest_s=WAIT_S, troubled=told.append, fault="it failed")
    thread.start()
    assert done.wait(WAIT_S)
    thread.end()
    thread.join()
    assert (todo, told, thread.is_ending) == ([], [full], True)
    assert [(one.message, str(one.exc_info[1])) for one in caplog.records if one.exc_info] == [("it failed", "a fault")]


def test_it_is_woken_from_its_rest() -> None:
    turns: list[int] = []
    rests, again = threading.Event(), threading.Event()

    def turn() -> bool:
        turns.append(1)
        (again if len(turns) > 1 else rests).set()
        return False

    thread = Behind("turns", turn, rest_s=WAIT_S, troubled=lambda _: None, fault="it failed")
    thread.start()
    assert rests.wait(WAIT_S)
    thread.wake()
    assert again.wait(WAIT_S)
    thread.end()
    thread.join()
