"""The inbox's pages."""

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.web.making import Visit

from clearway.web.rights import Role
from clearway.web.worker import Worker


@pytest.fixture(autouse=True)
def _nothing_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Worker, "start", lambda _: None)


def test_files_wait_with_what_was_said_of_them(team: Visit) -> None:
    client = team.signed_in(Role.ANALYST, name="Ada")
    files = [("files", ("a.txt", b"One.")), ("files", ("../b.txt", b"Two."))]
    answer = client.post("/inbox/files", data={"publisher": "The Daily", "published": "2020-02-18"}, files=files)
    assert (answer.status_code, answer.headers["location"]) == (303, "/inbox?said=taken")
    found = client.get("/inbox/items.json").json()
    assert {(item["name"], item["who"], item["state"]) for item in found["items"]} == {
        ("a.txt", "Ada", "waiting"),
        ("b.txt", "Ada", "waiting"),
    }
    item = team.desk.inbox.next()
    assert item is not None
    assert team.desk.inbox.document(item).hints.publisher == "The Daily"


def test_a_pasted_text_waits(team: Visit) -> None:
    client = team.signed_in(Role.ANALYST)
    values = {"text": "Ten people died.\r\nSo it was said.", "title": "Wire", "published": "", "url": ""}
    assert client.post("/inbox/text.json", data=values).json() == {"to": "/inbox", "said": "taken"}
    item = team.desk.inbox.next()
    assert item is not None
    document = team.desk.inbox.document(item)
    assert (document.name, document.data) == ("Wire.txt", b"Ten people died.\nSo it was said.")
    assert (document.hints.title, document.hints.published) == ("Wire", None)


@pytest.mark.parametrize("values", [{"text": " "}, {"text": "Words.", "published": "yesterday"}, {}])
def test_a_text_that_makes_no_sense_is_refused(team: Visit, values: dict[str, str]) -> None:
    answer = team.signed_in(Role.ANALYST).post("/inbox/text.json", data=values)
    assert answer.status_code == 422
    assert set(answer.json()) == {"document", "rule", "remedy"}


def test_no_file_at_all_is_refused(team: Visit) -> None:
    answer = team.signed_in(Role.ANALYST).post("/inbox/files.json", files=[("files", ("", b""))])
    assert answer.status_code == 422
    assert answer.json()["rule"] == "no file was sent"


def test_names_of_files_are_shown_and_never_run(team: Visit) -> None:
    client = team.signed_in(Role.ANALYST, name="<i>Ada")
    client.post("/inbox/files", files=[("files", ("<img src=x onerror=alert(1)>.txt", b"One."))])
    text = client.get("/inbox").text
    assert "&lt;img src=x onerror=alert(1)&gt;.txt" in text
    assert "<img" not in text
    assert "<i>" not in text


def test_the_page_asks_again_only_while_something_waits(team: Visit) -> None:
    client = team.signed_in(Role.ANALYST)
    assert "hx-get" not in client.get("/inbox").text
    client.post("/inbox/text", data={"text": "Words."})
    assert 'hx-get="/inbox/items"' in client.get("/inbox").text
    assert client.get("/inbox/items").text.startswith('<div id="items" hx-get')


def test_a_lead_has_a_folder_watched(opened: Callable[..., Visit], tmp_path: Path) -> None:
    (tmp_path / "root/wires").mkdir(parents=True)
    visit = opened(accounts=True, watch=tmp_path / "root")
    lead = visit.signed_in(Role.LEAD, name="Ada")
    assert lead.post("/inbox/watch.json", data={"folder": "wires"}).status_code == 200
    assert lead.post("/inbox/watch.json", data={"folder": "../"}).status_code == 422
    assert [one["folder"] for one in lead.get("/inbox.json").json()["folders"]] == ["wires"]
    assert lead.post("/inbox/unwatch.json", data={"folder": "wires"}).status_code == 200
    assert lead.get("/inbox.json").json()["folders"] == []


def test_a_disk_without_room_is_told_in_plain_words(team: Visit, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    client = team.signed_in(Role.ANALYST)
    monkeypatch.setattr("clearway.web.inbox.shutil.copyfileobj", full)
    answer = client.post("/inbox/files", files=[("files", ("a.txt", b"One."))])
    assert answer.status_code == 503
    assert "make room on the disk, and send it again" in answer.text


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("multipart/form-data", b"x"),
        ("multipart/form-data; boundary=x", b"no form at all"),
        ("multipart/form-data; boundary=x", b"--x\r\nContent-Disposition: form-data; name\r\n\r\n"),
        ("application/x-www-form-urlencoded", b"files=a"),
        ("application/json", b"{}"),
        ("", b"\xff\xfe"),
    ],
)
def test_what_is_no_form_of_files_is_refused(team: Visit, kind: str, body: bytes) -> None:
    client = team.signed_in(Role.ANALYST)
    answer = client.post("/inbox/files.json", content=body, headers={"Content-Type": kind})
    assert answer.status_code in (400, 422)
    assert set(answer.json()) == {"document", "rule", "remedy"}
