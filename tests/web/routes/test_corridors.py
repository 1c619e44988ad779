"""Corridors at the desk: what is asked, what is answered, and who may."""

import re
import threading
import time
from dataclasses import replace
from datetime import date
from pathlib import Path
from urllib.parse import quote, urlencode

import pytest
from starlette.testclient import TestClient
from tests.web.making import Visit

from clearway.crisis.corridors import planned
from clearway.crisis.roads import add_roads, roads_beside
from clearway.web.questions import Question
from clearway.web.refused import Refused
from clearway.web.rights import Role
from clearway.web.works import Works

ROADS = Path(__file__).resolve().parents[3] / "docs/corridors/idlib-aleppo"
PATIENCE_S = 300.0
"""The first search on a machine makes the machine code."""
DAY = "2020-02-21"
WAY = {"from": "Saraqib", "to": "Aleppo", "as_of": DAY}
LONG_WAY = {"from": "Saraqib", "to": "Ghazawiya crossing", "as_of": DAY, "unverified": "1"}
JSON = {"Accept": "application/json"}
AREA = "35.95,36.9; 35.95,36.95; 36.05,36.95; 36.05,36.9"


def with_roads(visit: Visit) -> Visit:
    """The desk with the schematic roads beside its ledger."""
    add_roads(ROADS, roads_beside(visit.desk.settings.ledger))
    visit.desk.works = Works(patience_s=PATIENCE_S)
    return visit


@pytest.fixture
def roads(alone: Visit) -> Visit:
    """A desk on one's own machine, with roads."""
    visit = with_roads(alone)
    visit.client.headers["X-CSRF-Token"] = visit.token("/review")
    return visit


@pytest.fixture
def here(roads: Visit) -> TestClient:
    """The browser of the person at this machine."""
    return roads.client


def test_the_form_is_there_before_anything_is_asked_and_names_places_on_the_roads(here: TestClient) -> None:
    page = here.get("/corridors")
    assert page.status_code == 200
    assert '<option value="Saraqib">' in page.text
    told = here.get("/corridors.json").json()
    assert (told["plan"], told["roads"]["cautions"][0][:30]) == (None, "schematic, not for navigation:")


def test_that_no_corridor_can_be_recommended_is_an_answer(here: TestClient) -> None:
    told = here.get("/corridors.json", params=WAY).json()
    assert told["answer"] == "No corridor can be recommended"
    assert told["plan"]["because"][1].startswith("severe danger on Saraqib to Az Zarbah")
    page = here.get("/corridors", params=WAY)
    assert page.status_code == 200
    assert "No corridor can be recommended" in page.text


def test_each_claim_of_a_leg_leads_to_its_page_and_to_its_words_in_the_report(here: TestClient) -> None:
    plan = here.get("/corridors.json", params=WAY).json()["plan"]
    reasons = [reason for leg in plan["routes"][0]["legs"] for reason in leg["reasons"]]
    claim = reasons[0]["claims"][0]
    page = here.get("/corridors", params=WAY).text
    report = here.get(f"/claims/{claim}.json").json()["report"]["id"]
    assert f'href="/claims/{claim}"' in page
    assert f'href="/reports/{report}#c-{claim[:8]}"' in page


def test_what_is_kept_clear_of_is_named_or_drawn(here: TestClient) -> None:
    avoid = f"Binnish within 3 km\n{AREA}"
    plan = here.get("/corridors.json", params={**WAY, "unverified": "1", "avoid": avoid}).json()["plan"]
    assert plan["avoided"] == ["Binnish within 3 km (2 legs)", "an area of 4 corners (1 leg)"]
    circle, area = plan["clear"]
    assert (circle["told"], circle["km"], circle["areas"]) == (plan["avoided"][0], 3, [])
    assert circle["point"] == pytest.approx([35.95, 36.7], abs=0.1)
    assert (area["told"], area["point"], area["areas"]) == (
        plan["avoided"][1],
        None,
        [[[[35.95, 36.9], [35.95, 36.95], [36.05, 36.95], [36.05, 36.9]]]],
    )
    page = here.get("/corridors", params={**WAY, "unverified": "1", "avoid": avoid}).text
    assert "<li><bdi>Binnish within 3 km (2 legs)</bdi></li>" in page
    assert page.count("<title>Binnish within 3 km (2 legs)</title>") == 1


def test_people_and_the_hour_of_leaving_are_reckoned_with(here: TestClient) -> None:
    told = here.get("/corridors.json", params={**WAY, "people": "18,000", "at": "06:30", "depart": DAY}).json()
    assert told["plan"]["many"]["people"] == [18000, 18000]
    assert told["plan"]["leaves"] == "2020-02-21T06:30:00"


@pytest.mark.parametrize(
    ("more", "line"),
    [
        ({"from": "Saraqip"}, "is it Saraqib"),
        ({"from": ""}, "the place is missing"),
        ({"from": "35.0,38.9"}, "there is no road within 5 km of it"),
        ({"to": "Saraqib"}, "name two places that a road joins"),
        ({"people": "0"}, "this is no number of people to move"),
        ({"as_of": "soon"}, "&#39;soon&#39; is none"),
        ({"at": "25:00"}, "write it as 06:30"),
        ({"depart": "2020-02-01"}, "lies before 2020-02-21"),
        ({"vehicle": "boat"}, "no such vehicle"),
        ({"max_age": "-1"}, "an age is not negative"),
        ({"within_km": "nan"}, "is not from 0 to 100"),
        ({"avoid": "Saraqib within km"}, "a distance in km above 0 is missing"),
        ({"avoid": "35.9,36.8; 35.9,36.9"}, "it has 2 corners"),
        ({"avoid": "10,10; 10,11; 11,11"}, "it lies outside these roads"),
        ({"avoid": "Binnish\n" * 41}, "draw one area around several"),
    ],
)
def test_what_makes_no_sense_is_told_in_a_line_above_the_form_as_it_was_sent(
    here: TestClient, more: dict[str, str], line: str
) -> None:
    page = here.get("/corridors", params={**WAY, **more})
    assert page.status_code == 422
    assert line in page.text
    assert 'name="to" value="' + (more.get("to") or "Aleppo") in page.text
    assert "way-link" not in page.text
    told = here.get("/corridors.json", params={**WAY, **more})
    assert (told.status_code, set(told.json())) == (422, {"document", "rule", "remedy"})


def test_no_file_of_the_server_is_read_as_an_area(here: TestClient, tmp_path: Path) -> None:
    file = tmp_path / "front.geojson"
    file.write_text('{"type": "Polygon", "coordinates": []}', "utf-8")
    told = here.get("/corridors.json", params={**WAY, "avoid": str(file)}).json()
    assert told["rule"] == "neither these roads nor the gazetteer know it"


def test_without_roads_the_page_says_what_helps(alone: Visit) -> None:
    page = alone.client.get("/corridors")
    assert page.status_code == 200
    assert "clearway roads add FILE" in page.text
    asked = alone.client.get("/corridors", params=WAY)
    assert (asked.status_code, "there is no such file of roads" in asked.text) == (422, True)


def test_roads_are_drawn_for_a_map_within_its_bounds(here: TestClient) -> None:
    whole = here.get("/corridors/roads.json").json()
    near = here.get("/corridors/roads.json", params={"bounds": "36.7,35.8,37.0,36.0"}).json()
    assert len(whole["lines"]) == 69
    assert 0 < len(near["lines"]) < 69
    assert "Saraqib" in [place["name"] for place in near["places"]]
    for bounds in ("1,2,3", "a,b,c,d", "3,2,1,0", "nan,0,1,1"):
        assert here.get("/corridors/roads.json", params={"bounds": bounds}).status_code == 422


@pytest.mark.parametrize(
    ("ending", "begins"), [(".pdf", b"%PDF"), (".geojson", b'{"type"'), (".gpx", b"<?xml"), (".csv", b"way,")]
)
def test_a_plan_is_taken_along_and_that_is_written_down(roads: Visit, ending: str, begins: bytes) -> None:
    query = roads.client.get("/corridors.json", params=WAY).json()["query"]
    file = roads.client.post("/corridors/file", data={"asked": query, "ending": ending})
    assert file.status_code == 200
    assert file.content.replace(b" ", b"").replace(b"\n", b"").lstrip(b"\xef\xbb\xbf").startswith(begins)
    assert file.headers["Content-Disposition"] == f'attachment; filename="saraqib-aleppo-2020-02-21{ending}"'
    assert file.headers["Cache-Control"] == "no-store"
    log = roads.client.get("/audit").text
    assert "take a corridor plan" in log
    assert f"{ending} from=Saraqib" in log


def test_a_plan_is_kept_by_no_cache_and_named_to_no_other_site(here: TestClient) -> None:
    page = here.get("/corridors", params=WAY)
    assert (page.headers["Cache-Control"], page.headers["Referrer-Policy"]) == ("no-store", "same-origin")


@pytest.mark.parametrize("where", ["from", "to", "avoid", "people", "as_of", "vehicle"])
def test_a_script_in_a_question_runs_nowhere(here: TestClient, where: str) -> None:
    hostile = '"><script>alert(1)</script>'
    page = here.get("/corridors", params={**WAY, where: hostile})
    assert page.status_code == 422
    assert "<script>alert" not in page.text


def test_who_only_reads_sees_no_corridor_and_an_analyst_takes_none_along(team: Visit) -> None:
    with_roads(team)
    assert team.signed_in(Role.READER).get("/corridors", params=WAY).status_code == 403
    assert "/corridors" not in team.signed_in(Role.READER).get("/").text
    analyst = team.signed_in(Role.ANALYST)
    page = analyst.get("/corridors", params=WAY)
    assert (page.status_code, "/corridors/file" in page.text) == (200, False)
    assert analyst.post("/corridors/file", data={"asked": "", "ending": ".pdf"}).status_code == 403
    officer = team.signed_in(Role.OFFICER)
    assert "/corridors/file" in officer.get("/corridors", params=WAY).text
    assert "/said/" in officer.get("/corridors", params=WAY).text


def test_two_questions_are_held_against_each_other(here: TestClient) -> None:
    before = here.get("/corridors.json", params={**WAY, "unverified": "1"}).json()["query"]
    later = {**WAY, "unverified": "1", "as_of": "2020-03-01", "vehicle": "truck"}
    told = here.get("/corridors/compare.json", params={**later, "before": before}).json()
    assert told["differ"] == {"vehicle": ["car", "truck"], "as_of": [DAY, "2020-03-01"]}
    legs = {leg["name"]: leg for leg in told["found"]["legs"]}
    assert legs["Saraqib to Az Zarbah"]["now"].endswith("said to be closed")
    assert legs["Saraqib to Az Zarbah"]["worse"]
    page = here.get("/corridors/compare", params={**later, "before": before})
    assert f"/claims/{legs['Saraqib to Az Zarbah']['claims'][0]}" in page.text
    bad = here.get("/corridors/compare", params={**later, "to": "Saraqib", "before": before})
    assert (bad.status_code, "name two places that a road joins" in bad.text) == (422, True)


SEEN = {"place": "Idlib", "other": "Maarrat Misrin", "says": "open", "by": "a driver", "when": "2020-02-20"}


def test_what_somebody_saw_of_a_road_is_kept_and_the_next_plan_knows_of_it(roads: Visit) -> None:
    way = {"from": "Idlib", "to": "Maarrat Misrin", "as_of": DAY, "unverified": "1"}
    before = roads.client.get("/corridors.json", params=way).json()["plan"]["routes"][0]
    done = roads.client.post("/corridors/reports.json", data={**SEEN, "words": "I drove it this morning"}).json()
    after = roads.client.get("/corridors.json", params=way).json()["plan"]["routes"][0]
    assert (before["legs"][0]["verified"], after["legs"][0]["verified"]) == (False, True)
    assert done["to"].removeprefix("/claims/") in after["legs"][0]["reasons"][0]["claims"]
    assert "report a road" in roads.client.get("/audit").text


@pytest.mark.parametrize(
    ("more", "line"),
    [
        ({"place": "Nowhere at all"}, "neither these roads nor the gazetteer know it"),
        ({"when": "2020-04-02"}, "nobody can tell yet what is so on that day"),
        ({"words": " "}, "who says it, or in which words, is missing"),
    ],
)
def test_a_report_of_a_road_that_makes_no_sense_is_told_in_a_line(
    here: TestClient, more: dict[str, str], line: str
) -> None:
    told = here.post("/corridors/reports.json", data={**SEEN, "words": "I drove it", **more})
    assert (told.status_code, told.json()["rule"]) == (422, line)


def test_a_way_is_kept_as_a_record_and_goes_stale(roads: Visit) -> None:
    client = roads.client
    kept = {"asked": "from=Saraqib&to=Aleppo&as_of=2020-02-21", "name": "../M5", "until": "2030-01-01T12:00"}
    told = {"parties": "army", "purpose": "in", "voluntary": "yes"}
    assert client.post("/corridors/records.json", data={**kept, **told}).status_code == 200
    (record,) = client.get("/corridors/records.json").json()["records"]
    assert (record["name"], record["validity"]) == ("../M5", "stale")
    assert "whether army agrees" in record["unknown"]
    assert record["details"][:2] == [["purpose", "in"], ["leaving is voluntary", "yes"]]
    (file,) = roads.desk.records.folder.iterdir()
    assert len(file.stem) == 16
    (roads.desk.records.folder / "other.json").write_text("{}", "utf-8")
    assert "it is no corridor&#39;s record" in client.get("/corridors/records").text
    assert "keep a corridor" in client.get("/audit").text

    key = record["key"]
    assert key == file.stem
    page = client.post(f"/corridors/records/{key}/withdraw", data={"why": "the bridge is down"})
    assert (page.status_code, page.headers["location"]) == (303, "/corridors/records?said=withdrawn_corridor")
    (gone,) = client.get("/corridors/records.json").json()["records"]
    me = roads.desk.who(None).name  # type: ignore[arg-type]
    assert (gone["validity"], gone["key"], gone["unknown"]) == ("withdrawn", key, record["unknown"])
    assert gone["causes"][0]["what"] == f"withdrawn by {me} on 2020-04-01 12:00: the bridge is down"
    assert f"{record['name']} ({key}): the bridge is down" in client.get("/audit").text
    again = client.post(f"/corridors/records/{key}/withdraw.json")
    assert (again.status_code, again.json()["rule"]) == (409, f"it is {gone['causes'][0]['what']} already")
    assert client.post("/corridors/records/none/withdraw.json").status_code == 409


def test_a_withdrawn_record_is_told_at_once_and_stays_when_the_way_is_kept_again(
    roads: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("clearway.web.works.SLOW_S", -1.0)  # as where the roads are many: what was worked out is kept
    client = roads.client
    kept = {"asked": "from=Saraqib&to=Aleppo&as_of=2020-02-21", "name": "M5", "until": "2030-01-01T12:00"}
    assert client.post("/corridors/records.json", data=kept).status_code == 200
    (record,) = client.get("/corridors/records.json").json()["records"]
    client.post(f"/corridors/records/{record['key']}/withdraw", data={"why": "the bridge is down"})
    (gone,) = client.get("/corridors/records.json").json()["records"]
    assert (gone["key"], gone["validity"]) == (record["key"], "withdrawn")

    assert client.post("/corridors/records.json", data=kept).status_code == 200
    assert client.post("/corridors/records.json", data={**kept, "parties": "army"}).status_code == 200
    found = client.get("/corridors/records.json").json()["records"]
    assert sorted(one["validity"] for one in found) == ["stale", "stale", "withdrawn"]
    assert sum("whether army agrees" in one["unknown"] for one in found) == 1


@pytest.mark.parametrize(
    ("more", "line"),
    [
        ({"until": "2020-03-01T12:00"}, "a record is valid until a later hour"),
        ({"until": "soon"}, "'soon' is no hour"),
        ({"way": "Z"}, "the plan has no such way"),
        ({"name": " "}, "it has no name"),
    ],
)
def test_a_record_that_makes_no_sense_is_told_in_a_line_and_not_kept(
    roads: Visit, more: dict[str, str], line: str
) -> None:
    kept = {"asked": "from=Saraqib&to=Aleppo&as_of=2020-02-21", "name": "M5", "until": "2030-01-01T12:00", **more}
    told = roads.client.post("/corridors/records.json", data=kept)
    assert (told.status_code, told.json()["rule"]) == (422, line)
    assert not roads.desk.records.folder.exists()


OUTSIDE = ("../../desk.db", "/etc/passwd", "..\\..\\desk.db", "%2e%2e/desk.db", ".gpx/../../desk.db", "\0", "a\r\nb: c")
"""What leads out of a folder or a header, where it is taken for a part of a path or name."""


def tree(folder: Path) -> dict[Path, int]:
    """All files below a folder, by how large they are; but for what a database keeps beside itself."""
    files = (path for path in folder.rglob("*") if path.is_file() and not path.name.endswith(("-wal", "-shm")))
    return {path: path.stat().st_size for path in files}


@pytest.mark.parametrize("name", OUTSIDE)
def test_no_ending_of_a_plan_is_a_path(here: TestClient, tmp_path: Path, name: str) -> None:
    before = tree(tmp_path)
    for ending in (name, f"/../{name}", f".geojson{name}"):
        answer = here.post("/corridors/file", data={"asked": urlencode(WAY), "ending": ending[:20]}, headers=JSON)
        assert (answer.status_code, answer.json()["rule"]) == (422, "no such format")
    assert tree(tmp_path) == before


@pytest.mark.parametrize("name", OUTSIDE)
def test_no_place_that_is_asked_for_names_a_file(here: TestClient, tmp_path: Path, name: str) -> None:
    before = tree(tmp_path)
    for one in ({"from": name}, {"to": name}, {"avoid": name}, {"as_of": name}):
        answer = here.post("/corridors/file", data={"asked": urlencode({**WAY, **one}), "ending": ".gpx"})
        assert answer.status_code == 422
        assert "content-disposition" not in answer.headers
    assert tree(tmp_path) == before


@pytest.mark.parametrize("name", OUTSIDE)
def test_no_address_below_the_corridors_leads_to_a_file(here: TestClient, name: str) -> None:
    sent = quote(name, safe="%/")
    for where in ("corridors", "corridors/records", "corridors/file", "corridors/.."):
        address = f"/{where}/{sent}"
        answer = here.get(address)
        assert answer.status_code in (404, 405), address
        assert "root:" not in answer.text
        assert "SQLite" not in answer.text


def test_a_file_is_named_by_letters_and_digits_alone(roads: Visit, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = urlencode(WAY)
    found = planned(roads.desk.crisis, roads.desk.roads, Question.of(asked).ask(date.fromisoformat(DAY)))
    odd = replace(found, plan=replace(found.plan, origin='../../Saraqib"\r\nX: y', destination="/etc/\u202epasswd"))
    monkeypatch.setattr("clearway.web.routes.corridors.plan_of", lambda *_: odd)
    answer = roads.client.post("/corridors/file", data={"asked": asked, "ending": ".gpx"})
    assert answer.headers["content-disposition"] == f'attachment; filename="saraqib-x-y-etc-passwd-{DAY}.gpx"'


@pytest.mark.parametrize("name", OUTSIDE)
def test_no_name_of_a_record_is_a_path(roads: Visit, tmp_path: Path, name: str) -> None:
    before = tree(tmp_path)
    kept = {"asked": "from=Saraqib&to=Aleppo&as_of=2020-02-21", "name": name, "until": "2030-01-01T12:00"}
    assert roads.client.post("/corridors/records.json", data=kept).status_code in (200, 422)
    new = {path for path in tree(tmp_path) if path not in before}
    assert all(path.parent == roads.desk.records.folder and path.suffix == ".json" for path in new)


def test_the_page_of_the_crisis_shows_the_records_that_are_kept_for_the_team_alone(roads: Visit) -> None:
    client = roads.client
    kept = {"asked": "from=Saraqib&to=Aleppo&as_of=2020-02-21", "name": "The M5", "until": "2030-01-01T12:00"}
    assert client.post("/corridors/records.json", data=kept).status_code == 200
    asked = {"what": "page", "form": "html", "as_of": DAY, "records": "true"}
    told = client.post("/exports.json", data={**asked, "profile": "public"})
    assert (told.status_code, told.json()["rule"]) == (422, "records of corridors are for the team's page alone")
    made = client.post("/exports.json", data={**asked, "profile": "restricted"}).json()["to"]
    deadline = time.monotonic() + PATIENCE_S
    while client.get(f"{made}.json").json()["goes_on"] and time.monotonic() < deadline:
        time.sleep(0.1)
    told = client.get(f"{made}.json").json()
    assert (told["export"]["state"], told["asked"]["records"]) == ("made", "1")
    page = client.get(f"{made}/file").text
    assert "The M5" in page
    assert "whether leaving is voluntary" in page


def test_records_leave_in_an_export_for_those_alone_who_take_files_of_corridors(team: Visit) -> None:
    lead = with_roads(team).signed_in(Role.LEAD)
    kept = {"asked": "from=Saraqib&to=Aleppo&as_of=2020-02-21", "name": "The M5", "until": "2030-01-01T12:00"}
    assert lead.post("/corridors/records.json", data=kept).status_code == 200
    asked = {"what": "page", "form": "html", "as_of": DAY, "profile": "restricted", "records": "true"}
    analyst = team.signed_in(Role.ANALYST)
    told = analyst.post("/exports.json", data=asked)
    assert (told.status_code, told.json()["rule"]) == (403, "records of corridors leave the desk by leads and officers")
    assert 'name="records"' not in analyst.get("/exports").text
    assert 'name="records"' in lead.get("/exports").text
    made = lead.post("/exports.json", data=asked).json()["to"]
    assert analyst.get(f"{made}.json").status_code == 404
    assert f"with 1 record of corridors ({made.rpartition('/')[2]})" in lead.get("/audit").text


def test_an_analyst_reports_a_road_and_keeps_no_record(team: Visit) -> None:
    analyst = with_roads(team).signed_in(Role.ANALYST)
    assert analyst.post("/corridors/records", data={}).status_code == 403
    assert analyst.post("/corridors/records/any/withdraw").status_code == 403
    assert analyst.post("/corridors/reports", data={**SEEN, "words": "I drove it"}).status_code == 303
    assert team.signed_in(Role.OFFICER).post("/corridors/reports", data=SEEN).status_code == 403


def test_what_was_worked_out_is_made_of_the_roads_as_they_are(alone: Visit) -> None:
    made_of = alone.desk.works._made_of
    before = made_of()
    with_roads(alone)
    after = made_of()
    assert before != after == made_of()


def test_a_plan_that_takes_long_is_stopped_and_its_question_is_there_again(roads: Visit) -> None:
    works, go = roads.desk.works, threading.Event()
    works._patience_s = 0.01

    def endless() -> None:
        while not go.wait(0.01):
            works.step()

    with pytest.raises(Refused):
        works.do("other", "the plan", endless, who=roads.desk.who(None).name)  # type: ignore[arg-type]
    page = roads.client.get("/corridors", params=LONG_WAY)
    assert page.status_code == 503
    assert "This is not done yet" in page.text
    ids = re.findall(r'name="work" value="(\w+)"', page.text)
    assert len(ids) >= 2
    told = roads.client.post(
        "/corridors/stop", data={"work": ids[0], "to": f"/corridors?{urlencode(LONG_WAY)}&draft=1"}
    )
    assert (told.status_code, told.headers["location"]) == (
        303,
        f"/corridors?{urlencode(LONG_WAY)}&draft=1&said=stopped_plan",
    )
    assert f"{urlencode(LONG_WAY).replace('&', '&amp;')}&amp;draft=1" in page.text
    works._patience_s = PATIENCE_S
    draft = roads.client.get(told.headers["location"]).text
    assert 'name="to" value="Ghazawiya crossing"' in draft
    assert "The ways, and why" not in draft
    assert "The ways, and why" in roads.client.get("/corridors", params=LONG_WAY).text
    again = roads.client.post("/corridors/stop.json", data={"work": ids[0]})
    assert (again.status_code, again.json()["rule"]) == (409, "it is not being worked out any more")
    go.set()
