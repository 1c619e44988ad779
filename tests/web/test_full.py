"""A desk whose disk is full: what was confirmed stays, people are told in plain words, and see what there is."""

import errno
import io
import json
import shutil
import subprocess
import sys
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient
from tests.conftest import REPOSITORY
from tests.desk import read_samples
from tests.web.making import Clock, Visit

from clearway.errors import DeskError
from clearway.model import Hints
from clearway.web.accounts import audit
from clearway.web.rights import Role
from clearway.web.store import Store
from clearway.web.worker import Worker

APART = ("unshare", "--map-root-user", "--mount")
"""Namespaces in which anybody may mount a file system, and nobody else sees it (unshare(1))."""
NO_DISK = "no file system can be mounted here without being root (unshare -rm): the test of a disk that is really full"
LONG = "Ten people died. " * 40_000


@pytest.fixture(autouse=True)
def _nothing_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Worker, "start", lambda _: None)


def fill(store: Store) -> None:
    """Let the desk's own file grow no more, and leave no room in it."""
    store.rows("PRAGMA max_page_count = 1")  # no page more than there are
    with pytest.raises(DeskError, match="the disk is full; make room on it"):
        store.rows("INSERT INTO watched VALUES (?, 'x', 'x')", (LONG,))
    for size in (300, 0):  # what room there is within its pages
        for number in range(200):
            values = (f"{size}-{number}", "x" * size, "{}", "f", "2020-01-01", 1, "read")
            with suppress(DeskError):
                store.rows("INSERT INTO document VALUES (?, ?, ?, ?, ?, ?, ?, '{}')", values)
            with suppress(DeskError):
                audit.note(store, who="f", act="fill", about="x" * size, at=Clock()())


def claim_of(client: TestClient) -> str:
    return str(client.get("/review.json").json()["claim"]["claim"]["id"])


def test_a_judgement_that_is_kept_is_told_to_be_though_the_log_cannot_be_written(team: Visit) -> None:
    ana = team.signed_in(Role.ANALYST, name="Ana")
    name = claim_of(ana)
    fill(team.desk.store)
    answer = ana.post(f"/claims/{name}/judge", data={"verdict": "accept"})
    assert answer.status_code == 503
    assert "This was done, with a fault beside it" in answer.text
    assert "it was done and is kept, but the desk&#39;s log could not be written (the disk is full)" in answer.text
    [(kept, standing)] = team.desk.crisis.judgements()
    assert (kept.by, kept.verdict, standing) == ("Ana", "accept", "holds")
    assert audit.verify(team.desk.store).broken is None


def test_people_stay_signed_in_and_see_what_there_is(team: Visit, clock: Clock) -> None:
    ana = team.signed_in(Role.ANALYST, name="Ana")
    fill(team.desk.store)
    clock.move(minutes=5)
    for path in ("/reports", "/picture", "/review", "/inbox"):
        assert ana.get(path).status_code == 200, path
    team.desk.store.rows("PRAGMA max_page_count = 1000000")
    assert ana.get("/reports").status_code == 200


def test_nothing_is_taken_in_that_cannot_be_kept(team: Visit) -> None:
    ana = team.signed_in(Role.ANALYST, name="Ana")
    fill(team.desk.store)
    answer = ana.post("/inbox/files", files=[("files", ("a.txt", b"One."))])
    assert answer.status_code == 503
    assert "This was not done" in answer.text
    assert "the disk is full" in answer.text
    assert "a.txt" not in {item.name for item in team.desk.inbox.items(most=1000)}
    assert not list(team.desk.inbox.folder.glob("*"))
    assert "a.txt" not in {entry.about[:5] for entry in audit.entries(team.desk.store, most=1000)}


def test_a_ledger_without_room_keeps_no_judgement_by_half(team: Visit) -> None:
    ana = team.signed_in(Role.ANALYST, name="Ana")
    name = claim_of(ana)
    limits = []

    def no_more(connection: Any, *_: object) -> None:
        limits.append(connection.execute("PRAGMA max_page_count = 1").fetchone())

    from sqlalchemy import event

    engine = team.desk.crisis.ledger._engine  # type: ignore[attr-defined]
    engine.dispose()
    event.listen(engine, "connect", no_more)
    answer = ana.post(f"/claims/{name}/judge.json", data={"verdict": "reject", "why": LONG[:2000]})
    while answer.status_code == 200:
        answer = ana.post(f"/claims/{name}/judge.json", data={"verdict": "reject", "why": LONG[:2000]})
    assert limits
    assert answer.status_code == 503
    assert (answer.json()["rule"], answer.json()["remedy"]) == (
        "the disk is full",
        "make room, then run the same again",
    )
    kept = len(team.desk.crisis.judgements())
    event.remove(engine, "connect", no_more)
    engine.dispose()
    assert ana.post(f"/claims/{name}/judge.json", data={"verdict": "reject"}).status_code == 200
    assert len(team.desk.crisis.judgements()) == kept + 1


def test_an_upload_that_fills_the_disk_on_its_way_is_told(team: Visit, monkeypatch: pytest.MonkeyPatch) -> None:
    class Full(io.BytesIO):
        """A temporary file for which there is no room."""

        _rolled = True
        _max_size = 0

        def write(self, _: Any) -> int:
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("starlette.formparsers.SpooledTemporaryFile", lambda **_: Full())
    ana = team.signed_in(Role.ANALYST, name="Ana")
    answer = ana.post("/inbox/files", files=[("files", ("a.txt", b"One."))])
    assert answer.status_code == 503
    assert "what was sent cannot be kept (No space left on device)" in answer.text
    assert "make room on the disk of the desk, and send it again" in answer.text


def test_of_several_files_it_is_told_how_many_were_taken(team: Visit, monkeypatch: pytest.MonkeyPatch) -> None:
    real, taken = team.desk.inbox.put, []

    def put(name: str, source: Any, *, who: str, hints: Hints, key: str | None = None) -> str | None:
        if taken:
            raise DeskError("inbox", rule="what was sent cannot be kept", remedy="make room")
        taken.append(name)
        return real(name, source, who=who, hints=hints, key=key)

    monkeypatch.setattr(team.desk.inbox, "put", put)
    ana = team.signed_in(Role.ANALYST, name="Ana")
    answer = ana.post("/inbox/files.json", files=[("files", (f"{n}.txt", b"One.")) for n in range(3)])
    assert answer.status_code == 503
    told = answer.json()
    assert told["document"] == "1.txt"
    assert told["rule"] == "what was sent cannot be kept; 1 of 3 files were taken in before it"
    assert [item.name for item in team.desk.inbox.items()] == ["0.txt"]


@cache
def may_mount() -> bool:
    """Whether a small file system can be mounted here."""
    if shutil.which(APART[0]) is None:
        return False
    tried = [*APART, "sh", "-c", "mount -t tmpfs -o size=1m tmpfs /tmp"]
    return subprocess.run(tried, capture_output=True, check=False).returncode == 0


def test_on_a_disk_that_is_really_full_nothing_is_kept_by_half_and_all_goes_on_when_there_is_room(
    tmp_path: Path,
) -> None:
    if not may_mount():
        pytest.skip(NO_DISK)
    ledger, disk = read_samples()[0], tmp_path / "disk"
    disk.mkdir()
    command = [*APART, sys.executable, "-m", "tests.web.small_disk", str(disk), str(ledger), "12"]
    done = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert set(told["pages"].values()) == {200}
    full = [503, "what was sent cannot be kept (No space left on device)"]
    assert told["sent"] == [[200, ""], full, full, [200, ""]]
    refused, after = told["judged"]
    assert (refused[0], "the disk is full" in refused[1], after) == (503, True, [200, ""])
    assert told["kept"] == told["confirmed"]
    assert (told["names"], told["strays"]) == (["after.txt", "before.txt"], [])
    assert (told["broken"], told["whole"]) == (None, ["ok", "ok"])
