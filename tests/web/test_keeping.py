"""What is counted once for all who ask."""

import threading
from collections.abc import Callable

from clearway.web.keeping import MOST, Keeping, Late


class Watch:
    """A clock that the test moves."""

    def __init__(self) -> None:
        self.time = 0.0

    def __call__(self) -> float:
        return self.time


def taking(watch: Watch, seconds: float, value: str) -> Callable[[], str]:
    """Makes a value in so many seconds."""

    def make() -> str:
        watch.time += seconds
        return value

    return make


def test_what_was_made_is_kept_until_the_ledger_has_grown() -> None:
    keeping = Keeping(clock=Watch())
    assert keeping.get("a", lambda: "1", lambda: "first") == "first"
    assert keeping.get("a", lambda: "1", lambda: "second") == "first"
    assert keeping.get("a", lambda: "2", lambda: "third") == "third"


def test_what_takes_long_is_counted_anew_behind_the_pages_and_only_after_a_while() -> None:
    watch, work = Watch(), []
    keeping = Keeping(clock=watch, behind=work.append)
    assert keeping.get("a", lambda: "1", taking(watch, 2.0, "first")) == "first"
    watch.time += 19.0
    assert keeping.get("a", lambda: "2", taking(watch, 2.0, "second")) == "first"
    assert work == []
    watch.time += 2.0
    for _ in range(3):
        assert keeping.get("a", lambda: "2", taking(watch, 2.0, "second")) == "first"
    [job] = work
    job()
    assert keeping.get("a", lambda: "2", taking(watch, 2.0, "third")) == "second"


def test_how_late_a_value_may_be_is_said_by_whoever_asks() -> None:
    watch, work = Watch(), []
    keeping = Keeping(clock=watch, behind=work.append)

    def asked(grown: str, value: str) -> str:
        late = Late(quick_s=0.2, share=100, longest_s=20.0)
        return keeping.get("a", lambda: grown, taking(watch, 0.3, value), late=late)

    assert [asked("1", "first"), asked("2", "second"), work] == ["first", "first", []]
    watch.time += 19.0
    assert [asked("2", "second"), work] == ["first", []]
    watch.time += 2.0
    assert [asked("2", "second"), len(work)] == ["first", 1]


def test_no_more_is_kept_than_is_asked_for_often() -> None:
    keeping = Keeping(clock=Watch())
    for number in range(MOST + 1):
        keeping.get(number, lambda: "1", lambda: "first")
    assert keeping.get(0, lambda: "1", lambda: "second") == "second"
    assert keeping.get(MOST, lambda: "1", lambda: "second") == "first"


def test_several_that_ask_at_once_wait_for_one() -> None:
    keeping, made, begun, go_on = Keeping(), [], threading.Event(), threading.Event()

    def make() -> str:
        made.append(1)
        begun.set()
        go_on.wait(20)
        return "value"

    found: list[str] = []
    threads = [threading.Thread(target=lambda: found.append(keeping.get("a", lambda: "1", make))) for _ in range(4)]
    threads[0].start()
    begun.wait(20)
    for thread in threads[1:]:
        thread.start()
    go_on.set()
    for thread in threads:
        thread.join(20)
    assert (found, made) == (["value"] * 4, [1])


def test_what_was_kept_last_is_told_whatever_came_since() -> None:
    keeping = Keeping()
    assert keeping.last("a") is None
    keeping.get("a", lambda: "1", lambda: "first")
    keeping.get("a", lambda: "2", lambda: f"after {keeping.last('a')}")
    assert keeping.last("a") == "after first"
