"""Whose turn it is to write."""

import time
from collections.abc import Callable
from threading import Thread

from clearway.ledger.turns import Turns

LONG_S = 30.0


def writing(turns: Turns, order: list[str], name: str, *, last: bool) -> Thread:
    """A thread that writes its name once it is its turn."""

    def write() -> None:
        with turns.one(last=last):
            order.append(name)

    thread = Thread(target=write, daemon=True)
    thread.start()
    return thread


def wait_for(holds: Callable[[], bool]) -> None:
    end = time.monotonic() + LONG_S
    while not holds() and time.monotonic() < end:
        time.sleep(0.001)


def test_what_a_person_waits_for_is_written_before_what_is_folded() -> None:
    turns, order = Turns(), list[str]()
    with turns.one(last=True):
        threads = [writing(turns, order, "folded", last=True), writing(turns, order, "judged", last=False)]
        wait_for(lambda: turns.waiting == 1)
        assert order == []
    for thread in threads:
        thread.join(LONG_S)
    assert order == ["judged", "folded"]


def test_a_turn_that_never_ends_is_not_waited_for_without_end() -> None:
    turns, order = Turns(patience_s=0.01), list[str]()
    with turns.one(last=False):
        writing(turns, order, "judged", last=False).join(LONG_S)
        assert order == ["judged"]
