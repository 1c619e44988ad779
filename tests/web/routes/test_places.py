"""The map and what is told of a place."""

from datetime import date

import pytest
from starlette.testclient import TestClient
from tests.ledger.making import AT, WAY, a_claim, a_place, a_report
from tests.web.making import Visit

from clearway.model import Candidate, Level, Place, Verdict, to_json
from clearway.web.rights import Role

SCRIPT = "<script>alert(1)</script>"
FARTOWN = Candidate(id="own:1", name="Fartown", level=Level.SETTLEMENT, country="SY", latitude=34.0, longitude=38.0)


def named(client: TestClient, name: str, **params: object) -> dict[str, object]:
    """The feature of a place, the first of this name."""
    features = client.get("/map.json", params=params).json()["features"]
    return next(one for one in features if one["properties"]["name"] == name)


def test_places_are_geojson_those_of_most_claims_first(here: TestClient) -> None:
    page = here.get("/map.json").json()
    counts = [one["properties"]["claims"] for one in page["features"]]
    assert page["type"] == "FeatureCollection"
    assert counts == sorted(counts, reverse=True)
    saraqib = named(here, "Saraqib")
    assert saraqib["geometry"] == {"type": "Point", "coordinates": [36.8059, 35.8645]}
    assert sum(saraqib["properties"]["topics"].values()) == saraqib["properties"]["claims"]


def test_a_province_is_an_area_and_a_town_a_point(here: TestClient) -> None:
    features = here.get("/map.json").json()["features"]
    kept = {(one["properties"]["name"], one["properties"]["level"]): one["properties"] for one in features}
    province, town = kept["Idlib", "province (admin level 1)"], kept["Idlib", "settlement"]
    assert (province["is_area"], province["radius_km"]) == (True, 45.7)
    assert (town["is_area"], town["radius_km"]) == (False, None)
    assert province["precision"] == "somewhere within 46 km: an area, not a point"
    assert kept["south of Ma‘arrat an Nu‘mān", "area"]["is_area"]


def test_names_of_no_known_place_stand_beside_and_not_on_the_map(here: TestClient) -> None:
    page = here.get("/map.json").json()
    [road] = [one for one in page["unknown"] if (one["name"], one["around"]) == ("M5", "Syria")]
    assert (road["latitude"], road["is_area"]) == (None, False)
    assert "M5" not in {one["properties"]["name"] for one in page["features"]}
    assert here.get(f"/map/places/{road['id']}").status_code == 200


def test_a_day_tells_what_was_known_then(here: TestClient) -> None:
    early, now = (here.get("/map.json", params=asked).json() for asked in ({"as_of": "2020-01-06"}, {}))
    assert sum(early["topics"].values()) < sum(now["topics"].values())
    assert here.get("/map.json", params={"as_of": "1999-01-01"}).json()["features"] == []
    assert "No claim names a place yet" in here.get("/map", params={"as_of": "1999-01-01"}).text


def test_a_topic_leaves_out_the_others(here: TestClient) -> None:
    page = here.get("/map.json", params={"topic": "harm"}).json()
    assert {name for one in page["features"] for name in one["properties"]["topics"]} == {"harm"}
    assert len(page["topics"]) > 1
    place = page["features"][0]["id"]
    told = here.get(f"/map/places/{place}.json", params={"topic": "harm"}).json()
    assert [one["slug"] for one in told["evidence"]["claims"]] == ["harm"]


def test_a_box_holds_the_places_that_may_reach_into_it(here: TestClient) -> None:
    box = {"west": 36.8, "south": 35.8, "east": 36.9, "north": 35.9}
    names = {one["properties"]["name"] for one in here.get("/map.json", params=box).json()["features"]}
    assert {"Saraqib", "Idlib", "northwest Syria"} <= names
    assert not {"Damascus", "Moscow", "Kafranbel"} & names


@pytest.mark.parametrize(
    "asked",
    [
        {"west": 1},
        {"west": 1, "south": 9, "east": 2, "north": 3},
        {"west": "nan", "south": 1, "east": 2, "north": 3},
        {"policy": "mine"},
        {"as_of": "yesterday"},
    ],
)
def test_what_makes_no_sense_is_told(here: TestClient, asked: dict[str, object]) -> None:
    assert here.get("/map.json", params=asked).status_code == 422


def test_a_place_opens_to_its_claims_figures_and_incidents(here: TestClient) -> None:
    place = named(here, "Dārat ‘Izzah")
    page = here.get(f"/map/places/{place['id']}.json").json()
    evidence = page["evidence"]
    assert page["site"] == place["properties"]
    assert sum(one["count"] for one in evidence["claims"]) == place["properties"]["claims"]
    assert evidence["figures"]
    [incident] = evidence["incidents"]
    assert incident["grade"] == "contested"
    html = here.get(f"/map/places/{place['id']}").text
    for line in (line for one in evidence["claims"] for line in one["claims"]):
        assert f'href="/claims/{line["id"]}"' in html
        assert f'href="/reports/{line["report"]}#c-{line["id"]}"' in html
        assert here.get(f"/reports/{line['report']}").status_code == 200


def test_no_such_place_is_told(here: TestClient) -> None:
    told = here.get("/map/places/nowhere.json")
    assert (told.status_code, told.json()["rule"]) == (404, "no claim names it")


def test_a_policy_and_a_day_hold_for_the_evidence_too(here: TestClient) -> None:
    place = named(here, "Idlib")["id"]
    early = here.get(f"/map/places/{place}.json", params={"as_of": "2020-02-18", "policy": "conservative"}).json()
    now = here.get(f"/map/places/{place}.json").json()
    assert early["site"]["claims"] < now["site"]["claims"]
    assert early["policy"] == "conservative"


def test_what_is_judged_counts_as_it_was_judged(alone: Visit) -> None:
    client, crisis = alone.client, alone.desk.crisis
    before = named(client, "Saraqib")["properties"]["claims"]
    place = named(client, "Saraqib")["id"]
    first, second = (
        line["id"]
        for one in client.get(f"/map/places/{place}.json").json()["evidence"]["claims"][:2]
        for line in one["claims"][:1]
    )
    crisis.judge(Verdict.REJECT, [first], by="amal")
    assert named(client, "Saraqib")["properties"]["claims"] == before - 1
    moved = (Place(name="Fartown", start=0, end=7, resolved=FARTOWN),)
    crisis.judge(Verdict.CORRECT, [second], by="amal", slot="places", value=to_json(moved).decode())
    assert named(client, "Saraqib")["properties"]["claims"] == before - 2
    there = named(client, "Fartown")["id"]
    [topic] = client.get(f"/map/places/{there}.json").json()["evidence"]["claims"]
    assert [line["id"] for line in topic["claims"]] == [second]
    listed = client.get(f"/map/places/{place}.json").json()["evidence"]["claims"]
    assert not {first, second} & {line["id"] for one in listed for line in one["claims"]}


def test_what_a_person_wrote_is_text_and_no_script(alone: Visit) -> None:
    report = a_report(f"Ten people died in {SCRIPT} on Monday.", published=date(2020, 2, 18), publisher=SCRIPT)
    spot = Candidate(
        id="own:1", name=SCRIPT, level=Level.ADM2, country="SY", adm1=SCRIPT, latitude=36.0, longitude=37.0
    )
    claim = a_claim(report, "Ten people died", places=(a_place(spot, SCRIPT), a_place(None, SCRIPT)))
    alone.desk.crisis.ledger.add(report, [claim], **WAY, at=AT)
    place = named(alone.client, SCRIPT)["id"]
    for path in ("/map", f"/map/places/{place}"):
        assert "<script>alert" not in alone.client.get(path).text


def test_a_reader_sees_what_partners_may(team: Visit) -> None:
    reader, analyst = team.signed_in(Role.READER), team.signed_in(Role.ANALYST)
    theirs, all_ = reader.get("/map.json").json(), analyst.get("/map.json").json()
    assert "PARTNERS" in theirs["banner"].upper()
    # the town's hospital is told by its district, and so is all that would tell the town
    names = {one["properties"]["name"] for one in theirs["features"]}
    assert "Dārat ‘Izzah" in {one["properties"]["name"] for one in all_["features"]}
    assert "Dārat ‘Izzah" not in names
    hidden = next(one["id"] for one in all_["features"] if one["properties"]["name"] == "Dārat ‘Izzah")
    assert reader.get(f"/map/places/{hidden}").status_code == 404
    shown = theirs["features"][0]["id"]
    page = reader.get(f"/map/places/{shown}").text
    assert 'href="/said/' in page
    assert 'href="/claims/' not in page
