"""Reading behind the pages."""

import errno
import io
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import psutil
import pytest
from tests.crisis.odd_child import DEADLY, ENDLESS, LARGE
from tests.crisis.test_apart import ODD, ROOT, pids
from tests.desk import quick_reader
from tests.web.making import Clock, settings_in

from clearway.crisis import Outcome
from clearway.crisis.apart import Apart
from clearway.errors import DeskError, LedgerError, ModelError
from clearway.model import Document, Hints
from clearway.web.app import make_desk
from clearway.web.desk import Desk
from clearway.web.inbox import State
from clearway.web.worker import MOST_TRIES

WAIT_S = 60.0
TEXT = "Shelling killed 4 people in Idlib on Monday, the civil defence said."


@pytest.fixture
def desk(tmp_path: Path, clock: Clock) -> Iterator[Desk]:
    """A desk whose worker does what the test tells it."""
    made = make_desk(settings_in(tmp_path, tmp_path / "clearway.db"), now=clock)
    made.crisis.__dict__["reader"] = quick_reader(made.crisis.gazetteer)
    yield made
    made.close()


def put(desk: Desk, data: bytes = TEXT.encode(), name: str = "a.txt") -> None:
    desk.inbox.put(name, io.BytesIO(data), who="Ada", hints=Hints(publisher="The Daily"))


def test_a_document_is_read_into_the_ledger(desk: Desk) -> None:
    put(desk)
    assert desk.worker.step()
    [item] = desk.inbox.items()
    assert item.state is State.READ
    [came] = item.told.reports
    assert (came.title, came.known) == ("a.txt", False)
    assert came.claims == len(desk.crisis.report(came.report).claims) > 0
    assert not desk.worker.step()


def test_a_document_that_was_read_before_adds_nothing(desk: Desk) -> None:
    for _ in range(2):
        put(desk)
        desk.worker.step()
    first, second = (item.told.reports[0] for item in reversed(desk.inbox.items()))
    assert (first.report, second.known) == (second.report, True)
    assert desk.crisis.counts().reports == 1


def test_what_cannot_be_read_is_refused_with_the_reason(desk: Desk) -> None:
    put(desk, b"%PDF-1.7 and nothing more", name="a.pdf")
    desk.worker.step()
    [item] = desk.inbox.items()
    assert item.state is State.REFUSED
    [reason] = item.told.refused
    assert reason.document == "a.pdf"
    assert "PDF" in reason.rule


def test_a_document_waits_while_the_ledger_cannot_be_written(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(_: Iterable[Document]) -> Iterator[Outcome]:
        raise LedgerError("clearway.db", rule="the disk is full", remedy="make room")
        yield

    put(desk)
    real: Callable[..., Iterator[Outcome]] = desk.crisis.receive
    monkeypatch.setattr(desk.crisis, "receive", fails)
    for _ in range(MOST_TRIES + 2):
        with pytest.raises(LedgerError):
            desk.worker.step()
    assert desk.inbox.items()[0].state is State.WAITING
    monkeypatch.setattr(desk.crisis, "receive", real)
    assert desk.worker.step()
    assert desk.inbox.items()[0].state is State.READ


def test_a_document_whose_reading_ends_the_desk_again_and_again_is_refused(desk: Desk) -> None:
    put(desk)
    for _ in range(MOST_TRIES):
        desk.inbox.next()
        desk.inbox.recover()
    desk.worker.step()
    [item] = desk.inbox.items()
    assert item.state is State.REFUSED
    assert item.told.refused[0].rule == "reading it failed or ended the desk 3 times"


def test_a_document_waits_while_the_desks_own_disk_is_full(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise DeskError("desk.db", rule="the disk is full", remedy="make room")

    put(desk)
    for name in ("progress", "wait"):
        monkeypatch.setattr(desk.inbox, name, full)
    with pytest.raises(DeskError):
        desk.worker.step()
    monkeypatch.undo()
    assert desk.worker.step()
    assert desk.inbox.items()[0].state is State.READ


def test_a_document_over_which_reading_fails_is_tried_again_and_then_refused(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(_: Iterable[Document]) -> Iterator[Outcome]:
        raise RuntimeError("a fault of ours")
        yield

    put(desk)
    monkeypatch.setattr(desk.crisis, "receive", fails)
    for _ in range(MOST_TRIES):
        with pytest.raises(RuntimeError):
            desk.worker.step()
    assert desk.worker.step()
    [item] = desk.inbox.items()
    assert (item.state, item.told.refused[0].rule) == (State.REFUSED, "reading it failed or ended the desk 3 times")


def test_a_document_waits_with_its_bytes_while_no_reader_can_be_started(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object, **__: object) -> None:
        raise OSError(errno.EMFILE, "Too many open files")

    put(desk)
    with monkeypatch.context() as patched:
        patched.setattr("clearway.sources.confined.subprocess.Popen", fails)
        for _ in range(MOST_TRIES + 2):
            with pytest.raises(ModelError, match="this machine cannot run what reads just now"):
                desk.worker.step()
    [item] = desk.inbox.items()
    assert (item.state, item.told.tries, item.told.refused) == (State.WAITING, 0, ())
    assert desk.inbox.document(item).data == TEXT.encode()
    assert desk.worker.step()
    assert desk.inbox.items()[0].state is State.READ


@pytest.mark.parametrize("error", [OSError(errno.EMFILE, "Too many open files"), MemoryError()])
def test_a_document_waits_where_this_machine_fails_the_desk_itself(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def fails(_: Iterable[Document]) -> Iterator[Outcome]:
        raise error
        yield

    put(desk)
    monkeypatch.setattr(desk.crisis, "receive", fails)
    for _ in range(MOST_TRIES + 2):
        with pytest.raises(DeskError, match="this machine failed while a document was read"):
            desk.worker.step()
    assert desk.inbox.items()[0].state is State.WAITING


def test_bytes_that_cannot_be_read_just_now_wait(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(_: Path) -> bytes:
        raise OSError(errno.EMFILE, "Too many open files")

    put(desk)
    with monkeypatch.context() as patched:
        patched.setattr("clearway.web.inbox.Path.read_bytes", fails)
        with pytest.raises(DeskError, match=r"what waits in it cannot be read just now \(Too many open files\)"):
            desk.worker.step()
    assert desk.worker.step()
    assert desk.inbox.items()[0].state is State.READ


@pytest.fixture
def oddly(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Apart]:
    """Lets the desk read with a child that does what a text says."""
    monkeypatch.setenv("PYTHONPATH", str(ROOT))

    def reads(**given: float) -> Apart:
        if desk.crisis.apart:
            desk.crisis.apart.close()
        desk.crisis.apart = Apart(module=ODD, **given)  # type: ignore[arg-type]
        desk.crisis.__dict__["reader"] = desk.crisis.apart
        return desk.crisis.apart

    return reads


@pytest.mark.parametrize(
    ("words", "rule", "remedy"),
    [
        (ENDLESS, "reading it takes longer than 1 s", "cut it into parts, or save it as plain text"),
        (LARGE, "reading it takes more than 200 MB of memory", "cut it into parts, or save it as plain text"),
        (
            DEADLY,
            "its reader was ended by SIGABRT, as over damaged or hostile documents, twice",
            "save it again, or as plain text",
        ),
    ],
)
def test_a_text_that_harms_its_reader_is_refused_and_the_others_are_read(
    desk: Desk, oddly: Callable[..., Apart], words: str, rule: str, remedy: str
) -> None:
    oddly(least_s=1.0 if words == ENDLESS else 30.0, memory_bytes=200_000_000)
    put(desk, b"One is told.", name="before.txt")
    put(desk, words.encode(), name="bad.txt")
    put(desk, b"Two are told.", name="behind.txt")
    while desk.worker.step():
        pass
    behind, bad, before = desk.inbox.items()
    assert (before.state, bad.state, behind.state) == (State.READ, State.REFUSED, State.READ)
    [reason] = bad.told.refused
    assert (reason.document, reason.rule, reason.remedy) == ("bad.txt", rule, remedy)


def test_what_is_being_read_when_the_desk_stops_is_read_at_the_next_start(
    desk: Desk, oddly: Callable[..., Apart], tmp_path: Path, clock: Clock
) -> None:
    apart = oddly(least_s=600.0)
    put(desk, ENDLESS.encode())
    desk.worker.start()
    until = time.monotonic() + WAIT_S
    while not pids(apart) or desk.inbox.items()[0].state is State.WAITING:
        assert time.monotonic() < until
        threading.Event().wait(0.01)
    [child] = pids(apart)
    desk.close()
    assert not psutil.pid_exists(child)
    again = make_desk(settings_in(tmp_path, tmp_path / "clearway.db"), now=clock)
    try:
        [item] = again.inbox.items()
        assert (item.state, item.told.tries, item.told.refused) == (State.WAITING, 0, ())
        assert again.inbox.document(item).data == ENDLESS.encode()
    finally:
        again.close()
