"""What waits to be read is on the disk until it is in the ledger."""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.web.making import Clock

from clearway.errors import DeskError, UsageError
from clearway.model import Document, Hints
from clearway.web.inbox import Came, Inbox, Reason, State, Told, shown_name
from clearway.web.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "desk.db") as opened:
        yield opened


@pytest.fixture
def inbox(store: Store, tmp_path: Path, clock: Clock) -> Inbox:
    return Inbox(store, tmp_path / "queue", now=clock)


def put(inbox: Inbox, name: str = "a.txt", data: bytes = b"Words.", key: str | None = None) -> str | None:
    return inbox.put(name, io.BytesIO(data), who="Ada", hints=Hints(publisher="The Daily"), key=key)


def test_a_document_is_on_the_disk_under_a_name_of_the_desks_own(inbox: Inbox) -> None:
    made = put(inbox, name="../../etc/passwd")
    [path] = inbox.folder.glob("*")
    assert path.name == made
    assert path.read_bytes() == b"Words."
    [item] = inbox.items()
    assert (item.name, item.who, item.bytes, item.state) == ("passwd", "Ada", 6, State.WAITING)


def test_the_one_that_waits_for_longest_is_next(inbox: Inbox, clock: Clock) -> None:
    first = put(inbox)
    clock.move(seconds=1)
    put(inbox)
    item = inbox.next()
    assert item is not None
    assert (item.id, item.state, item.told.tries) == (first, State.READING, 1)
    assert inbox.document(item) == Document(name="a.txt", data=b"Words.", hints=Hints(publisher="The Daily"))


def test_what_was_being_read_when_the_desk_was_killed_waits_again(inbox: Inbox, store: Store, clock: Clock) -> None:
    made = put(inbox)
    inbox.next()
    (inbox.folder / "half.part").write_bytes(b"an upload that was cut off")
    again = Inbox(store, inbox.folder, now=clock)
    again.recover()
    item = again.next()
    assert item is not None
    assert (item.id, item.told.tries) == (made, 2)
    assert [path.name for path in inbox.folder.glob("*")] == [made]


def test_what_is_done_leaves_nothing_on_the_disk(inbox: Inbox) -> None:
    put(inbox)
    item = inbox.next()
    assert item is not None
    inbox.done(item, Told(reports=(Came(report="r", title="T", claims=2),)))
    assert not list(inbox.folder.glob("*"))
    assert inbox.items()[0].state is State.READ
    assert inbox.next() is None


def test_what_held_no_report_was_refused_and_says_why(inbox: Inbox) -> None:
    put(inbox)
    item = inbox.next()
    assert item is not None
    inbox.done(item, Told(refused=(Reason(document="a.txt", rule="it is empty", remedy="send another"),)))
    assert inbox.items()[0].state is State.REFUSED
    assert inbox.items()[0].told.refused[0].rule == "it is empty"
    assert inbox.counts() == {State.REFUSED: 1}


def test_a_file_of_a_watched_folder_is_taken_once(inbox: Inbox) -> None:
    assert put(inbox, key="0" * 32) == "0" * 32
    assert put(inbox, key="0" * 32) is None


def test_the_list_is_paged(inbox: Inbox, clock: Clock) -> None:
    names = []
    for number in range(5):
        clock.move(seconds=1)
        put(inbox, name=f"{number}.txt")
        names.insert(0, f"{number}.txt")
    first = inbox.items(most=2)
    assert [item.name for item in (*first, *inbox.items(before=first[-1].id, most=9))] == names
    with pytest.raises(UsageError):
        inbox.items(before="nobody")


def test_a_disk_without_room_takes_nothing_in(inbox: Inbox, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("clearway.web.inbox.shutil.copyfileobj", full)
    with pytest.raises(DeskError, match=r"cannot be kept \(No space left on device\); make room on the disk"):
        put(inbox)
    assert inbox.items() == ()
    assert not list(inbox.folder.glob("*"))


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("report.pdf", "report.pdf"),
        ("C:\\files\\report.pdf", "report.pdf"),
        ("../../x", "x"),
        ("a\x00\x1b[31mb\u202e.txt", "a\ufffd\ufffd[31mb\ufffd.txt"),
        ("", "unnamed"),
        ("a/", "unnamed"),
        ("<script>alert(1)</script>", "script>"),
        ("x" * 300 + ".pdf", "x" * 180 + "…" + "x" * 15 + ".pdf"),
        ("تقرير.pdf", "تقرير.pdf"),
    ],
)
def test_a_name_is_shown_without_folders_and_what_cannot_be_seen(name: str, shown: str) -> None:
    assert shown_name(name) == shown
