"""Roads and other crises that leads send: what becomes of them, and who may."""

import time
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient
from tests.desk import sample_ledger
from tests.web.making import Visit

from clearway.crisis import Crisis
from clearway.web.bringing import Sort
from clearway.web.rights import Role

ROADS = Path(__file__).resolve().parents[3] / "docs/corridors/idlib-aleppo"
PATIENCE_S = 120.0


def tables() -> list[tuple[str, tuple[str, bytes]]]:
    """The schematic roads as a browser sends them."""
    return [("files", (name, (ROADS / name).read_bytes())) for name in ("towns.csv", "links.csv", "about.json")]


def ended(client: TestClient, page: str) -> dict[str, Any]:
    """The newest import, once it is over."""
    deadline = time.monotonic() + PATIENCE_S
    while time.monotonic() < deadline:
        (newest, *_) = client.get(f"{page}.json").json()["imports"]
        if newest["stage"] not in ("waiting", "adding"):
            return newest
        time.sleep(0.1)
    raise TimeoutError(page)


@pytest.fixture
def lead(team: Visit) -> TestClient:
    """The browser of a lead."""
    return team.signed_in(Role.LEAD, name="lea")


def test_a_lead_adds_roads_and_all_see_what_they_hold(team: Visit, lead: TestClient) -> None:
    assert lead.get("/roads.json").json()["held"] is None
    answer = lead.post("/roads/add", files=tables())
    assert (answer.status_code, answer.headers["location"]) == (303, "/roads?said=import_taken")
    done = ended(lead, "/roads")
    assert (done["stage"], done["name"], done["who"]) == ("added", "towns.csv, links.csv, about.json", "lea")
    assert done["told"][0] == "51 nodes and 69 legs now"
    analyst = team.signed_in(Role.ANALYST)
    told = analyst.get("/roads.json", params={"place": "Saraqib"}).json()
    assert (told["held"]["nodes"], told["held"]["legs"], told["may_add"]) == (51, 69, False)
    assert (told["near"]["called"], told["near"]["metres"]) == ("Saraqib", None)
    page = lead.get("/roads", params={"place": "Saraqib"}).text
    assert "51 nodes and 69 legs now" in page
    assert "it is the node" in page
    assert 'action="/roads/add"' not in analyst.get("/roads").text
    assert "Saraqib" in analyst.get("/corridors").text
    assert lead.post("/roads/add", files=tables()).status_code == 303
    assert ended(lead, "/roads")["told"] == ["it is in the roads already"]
    assert not [path for path in team.desk.imports.folder.iterdir() if path.is_dir()]
    log = lead.get("/audit").text
    assert "added roads" in log
    assert "send roads" in log


def test_a_file_that_is_no_roads_is_refused_with_the_reason(lead: TestClient) -> None:
    lead.post("/roads/add", files=[("files", ("../../x.geojson", b"no json"))])
    done = ended(lead, "/roads")
    assert (done["stage"], done["name"], done["refused"]["document"]) == ("refused", "x.geojson", "x.geojson")
    told = lead.post("/roads/add.json", files=[("files", ("roads.exe", b"MZ"))]).json()
    assert told["rule"] == "by its name it is no file of roads"
    assert lead.post("/roads/add.json", data={"other": "1"}).status_code == 422
    for sort in ("application/json", "multipart/form-data; boundary=x", "text/plain", ""):
        answer = lead.post("/merge/add.json", content=b"{", headers={"Content-Type": sort})
        assert 400 <= answer.status_code < 500, sort
    page = lead.post("/roads/add", files=[("files", ("roads.exe", b"MZ"))], data={"page": "/roads"})
    assert page.status_code == 422
    assert "Choose the files again" in page.text


def test_another_crisis_is_put_in_and_what_was_new_is_told(team: Visit, lead: TestClient, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    other = sample_ledger(tmp_path / "other")
    with Crisis.open(other) as crisis:
        claim = next(iter(crisis.ledger.claims())).id
        crisis.judge("accept", [claim], by="amal", why="seen")  # type: ignore[arg-type]
    assert lead.post("/merge/add", files=[("files", ("theirs.db", other.read_bytes()))]).status_code == 303
    done = ended(lead, "/merge")
    assert (done["stage"], done["told"]) == ("added", ["0 reports with something new and 1 judgement added"])
    assert "amal" in lead.get("/judgements").text
    assert "added crisis" in lead.get("/audit").text
    lead.post("/merge/add", files=[("files", ("odd.db", b"no database" * 200))])
    done = ended(lead, "/merge")
    assert (done["stage"], done["refused"]["rule"][:18]) == ("refused", "it is no database ")
    assert team.desk.imports.listed(Sort.ROADS) == ()


def test_what_waits_is_stopped_and_only_leads_send(team: Visit, lead: TestClient) -> None:
    team.desk.imports.end()
    lead.post("/roads/add", files=tables())
    (waits,) = lead.get("/roads.json").json()["imports"]
    assert waits["stage"] == "waiting"
    assert lead.post(f"/imports/{waits['id']}/stop").headers["location"] == "/roads?said=import_stopped"
    (stopped,) = lead.get("/roads.json").json()["imports"]
    assert (stopped["stage"], stopped["told"]) == ("stopped", ["lea stopped it"])
    assert not (team.desk.imports.folder / waits["id"]).exists()
    assert lead.post(f"/imports/{waits['id']}/stop").status_code == 409
    analyst = team.signed_in(Role.ANALYST)
    assert [analyst.post(path).status_code for path in ("/roads/add", "/merge/add", "/imports/x/stop")] == [403] * 3
    assert (analyst.get("/merge").status_code, team.signed_in(Role.OFFICER).get("/roads").status_code) == (403, 200)


def test_what_was_sent_before_a_stop_of_the_desk_is_added_after_the_next_start(team: Visit, lead: TestClient) -> None:
    first = team.desk.imports
    first.end()
    lead.post("/roads/add", files=tables())
    second = type(first)(
        first.folder, team.desk.settings, lambda: team.desk.roads, now=team.desk.now, note=team.desk.note, added=print
    )
    second._behind.end()  # so that the test takes the steps
    second.start()
    assert second.step()
    (one,) = second.listed(Sort.ROADS)
    assert (one.stage, one.tries, one.told[0]) == ("added", 1, "51 nodes and 69 legs now")
    assert not second.step()
