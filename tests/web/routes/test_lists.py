"""Lists at the desk: linked, compared and counted; no name of anybody is kept or logged."""

import threading
import time
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient
from tests.lists.made import FAMILIES, HOSPITAL, INDEPENDENT
from tests.web.making import Visit

from clearway.lists import estimating
from clearway.lists.estimate import Estimate
from clearway.web.accounts import audit
from clearway.web.exporter import Ended, Exporter
from clearway.web.maker import Task, make
from clearway.web.rights import Role

PATIENCE_S = 60.0
NAMES = ("Omar", "Zeitouni", "عمر", "Umar", "Zahra")
COUNTS = "A,B,C,n\n" + "\n".join(",".join(map(str, (*pattern, count))) for pattern, count in INDEPENDENT.cells)
QUICK = Estimate(method="latent classes", low=1100, best=1210, high=1300, how="made up", rhat=1.0)


@pytest.fixture(autouse=True)
def in_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """No process of its own for each, and no chains, which take seconds."""
    monkeypatch.setattr(estimating, "latent_classes", lambda *_, **__: QUICK)

    def answered(self: Exporter, task: Task) -> Ended:
        del self
        return Ended(code=0, answer=make(task))

    monkeypatch.setattr(Exporter, "_answered", answered)


def sent(name: str, text: str) -> tuple[str, bytes, str]:
    return (name, text.encode(), "text/csv")


def made(client: TestClient, path: str, files: list[tuple[str, tuple[str, bytes, str]]], **told: str) -> dict[str, Any]:
    """What the page of an export tells once it is made."""
    answer = client.post(f"{path}.json", files=files, data=told)
    assert answer.status_code == 200, answer.text
    deadline = time.monotonic() + PATIENCE_S
    while (page := client.get(f"{answer.json()['to']}.json").json())["goes_on"] and time.monotonic() < deadline:
        time.sleep(0.05)
    return page | {"path": answer.json()["to"]}


TWO = [("files", sent("hospital.csv", HOSPITAL)), ("files", sent("families.csv", FAMILIES))]


def test_lists_are_linked_and_the_links_counted(here: TestClient) -> None:
    links = made(here, "/lists/link", TWO, one_to_one="true")
    assert links["export"]["told"]["written"]["counts"] == {"links": 3, "doubtful": 0, "singles": 3}
    assert links["table"][0][:2] == ["state", "weight"]
    name = links["path"].rpartition("/")[2]
    assert f'value="{name}"' in here.get("/lists").text
    counted = made(here, "/lists/estimate", [], links=name)
    assert counted["export"]["told"]["written"]["counts"] == {"recorded": 6, "lists": 2}
    assert counted["estimate"]["headline"] is None
    assert "No single number" in here.get(counted["path"]).text


def test_counts_are_estimated_by_every_method(here: TestClient) -> None:
    told = made(here, "/lists/estimate", [("counts", sent("counts.csv", COUNTS))])
    assert "latent classes" in {one["method"] for one in told["estimate"]["methods"]}
    assert "1,210" in here.get(told["path"]).text


def test_two_versions_of_a_list_are_compared(here: TestClient) -> None:
    later = "\n".join(FAMILIES.splitlines()[:-1])
    told = made(here, "/lists/compare", [("old", sent("a.csv", FAMILIES)), ("new", sent("a.csv", later))])
    assert told["table"][1] == ["withdrawn", "F4", "5", "", "not in the new version"]


def test_no_name_is_kept_or_logged(here: TestClient, alone: Visit, tmp_path: Path) -> None:
    told = made(here, "/lists/link", TWO)
    here.get(f"{told['path']}/file")
    kept = [path for path in tmp_path.rglob("*") if path.is_file() and path.suffix != ".csv"]
    assert alone.desk.exports.file(told["path"].rpartition("/")[2]) in kept
    for path in kept:
        data = path.read_bytes()
        assert not [name for name in NAMES if name.encode() in data], path
    assert [one.about for one in audit.entries(alone.desk.store) if any(name in one.about for name in NAMES)] == []
    assert not list(alone.desk.exports.folder.glob("*.lists"))


def test_a_list_that_cannot_be_used_is_told_of_and_not_kept(here: TestClient, alone: Visit) -> None:
    told = made(here, "/lists/link", [("files", sent("empty.csv", ""))])
    assert told["export"]["state"] == "refused"
    assert told["export"]["told"]["refused"]["document"] == "empty.csv"
    assert not list(alone.desk.exports.folder.glob("*.lists"))


@pytest.mark.parametrize(
    "name", ["../../../etc/passwd", "..\\..\\x.csv", "/etc/passwd", "..", ".hidden", "a\x00b.csv", ""]
)
def test_no_name_of_a_file_leads_out_of_its_folder(here: TestClient, alone: Visit, name: str) -> None:
    before = {path for path in alone.desk.settings.desk.parent.rglob("*") if path.is_file()}
    answer = here.post("/lists/link.json", files=[("files", (name, HOSPITAL.encode(), "text/csv"))])
    assert answer.status_code in (200, 422), answer.text
    for file in here.get("/lists.json").json()["made"]:
        (called,) = file["order"]["lists"]["files"]
        assert "/" not in called
        assert "\\" not in called
        assert not called.startswith(".")
    after = {path for path in alone.desk.settings.desk.parent.rglob("*") if path.is_file()}
    assert all(alone.desk.exports.folder in path.parents for path in after - before if "desk.db" not in path.name)


def test_what_makes_no_sense_is_refused(here: TestClient) -> None:
    counts = [("counts", sent("counts.csv", COUNTS))]
    assert here.post("/lists/link.json", files=[("other", sent("a.csv", "x"))]).status_code == 422
    assert here.post("/lists/link.json", files=TWO, data={"link_at": "many"}).status_code == 422
    assert here.post("/lists/compare.json", files=[("old", sent("a.csv", FAMILIES))]).status_code == 422
    assert here.post("/lists/estimate.json", files=counts, data={"chains": "100000"}).status_code == 422
    assert here.post("/lists/estimate.json", data={"links": "none"}).status_code == 422


@pytest.mark.parametrize("act", ["link", "compare", "estimate"])
def test_what_is_no_form_with_files_is_refused(here: TestClient, act: str) -> None:
    broken = {"content": b"\x00\xff", "headers": {"content-type": "multipart/form-data; boundary=x"}}
    for sent_so in ({}, {"json": {"files": [1]}}, {"data": {"files": "x", "old": "", "counts": "1"}}, broken):
        answer = here.post(f"/lists/{act}.json", **sent_so)  # type: ignore[arg-type]
        assert answer.status_code in (400, 422), answer.text
        assert set(answer.json()) == {"document", "rule", "remedy"}


def test_lists_that_waited_when_the_desk_stopped_are_not_kept(
    here: TestClient, alone: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = threading.Event()
    monkeypatch.setattr(Exporter, "_answered", lambda *_: held.wait(PATIENCE_S) and Ended(code=-9, answer=None))
    path = here.post("/lists/link.json", files=TWO).json()["to"]
    second = here.post("/lists/link.json", files=TWO).json()["to"]
    alone.desk.exports.recover()
    assert not list(alone.desk.exports.folder.glob("*.lists"))
    states = [here.get(f"{one}.json").json()["export"]["state"] for one in (path, second)]
    held.set()
    assert states == ["refused", "refused"]


def test_who_only_reads_or_lets_out_sees_nothing_of_lists(team: Visit) -> None:
    told = made(team.signed_in(Role.ANALYST), "/lists/link", TWO)
    for role in (Role.READER, Role.OFFICER):
        client = team.signed_in(role)
        assert client.get("/lists").status_code == 403
        assert client.get(f"{told['path']}.json").status_code == 404
