"""Incidents at the desk: listed, merged and split."""

from typing import Any

from starlette.testclient import TestClient
from tests.web.making import Visit

from clearway.web.rights import Role


def listed(client: TestClient, **asked: str) -> list[dict[str, Any]]:
    """Every incident, page after page."""
    found: list[dict[str, Any]] = []
    while True:
        page = client.get("/incidents.json", params=asked).json()
        found += page["incidents"]
        if page["after"] is None:
            return found
        asked["after"] = page["after"]


def test_incidents_stand_in_the_order_of_their_days_with_their_words(here: TestClient) -> None:
    found = listed(here)
    assert len({one["incident"]["id"] for one in found}) == len(found) > 1
    assert all(one["quotes"] for one in found)
    html = here.get("/incidents").text
    assert found[0]["quotes"][0]["words"] in html


def test_two_incidents_that_are_one_are_merged(here: TestClient) -> None:
    before = listed(here)
    leads = [one["lead"] for one in before[:2]]
    assert here.post("/incidents/merge.json", data={"leads": leads, "why": "one raid"}).json()["said"] == "merged"
    after = listed(here)
    assert len(after) == len(before) - 1
    assert any(set(leads) <= set(one["incident"]["claims"]) for one in after)


def test_an_incident_that_is_two_is_split(here: TestClient) -> None:
    one = next(one for one in listed(here) if len(one["incident"]["claims"]) > 1)
    names = one["incident"]["claims"]
    told = here.post("/incidents/split.json", data={"claims": names[:1], "of": names, "why": "another day"})
    assert told.json()["said"] == "split_incident"
    assert not any({names[0], other} <= set(each["incident"]["claims"]) for each in listed(here) for other in names[1:])


def test_an_incident_is_not_split_into_nothing(here: TestClient) -> None:
    names = listed(here)[0]["incident"]["claims"]
    assert here.post("/incidents/split.json", data={"claims": names, "of": names}).status_code == 422


def test_incidents_are_found_by_place_and_day(here: TestClient) -> None:
    one = next(one for one in listed(here) if one["incident"]["place"] and one["incident"]["period"])
    found = listed(here, place=one["incident"]["place"], first=one["incident"]["period"]["first"])
    assert one["incident"]["id"] in {each["incident"]["id"] for each in found}
    assert here.get("/incidents.json", params={"first": "2020-02-02", "last": "2020-02-01"}).status_code == 422


def test_a_reader_sees_incidents_and_cannot_judge(team: Visit) -> None:
    reader = team.signed_in(Role.READER)
    html = reader.get("/incidents").text
    assert 'action="/incidents/merge"' not in html
    assert reader.post("/incidents/merge.json", data={"leads": ["a", "b"]}).status_code == 403


def whole(client: TestClient) -> dict[str, Any]:
    """An incident of several claims."""
    return next(one for one in listed(client) if len(one["incident"]["claims"]) > 1)


def test_a_split_is_undone_as_one(here: TestClient, alone: Visit) -> None:
    before = {frozenset(one["incident"]["claims"]) for one in listed(here)}
    names = max(before, key=len)
    first, *others = sorted(names)
    here.post("/incidents/split.json", data={"claims": first, "of": [first, *others]})
    made = here.get(f"/claims/{first}.json").json()["judgements"]
    assert len(made) == len(others) > 1
    assert here.post(f"/judgements/{made[0]['id']}/undo.json", data={}).json()["said"] == "undone"
    assert {frozenset(one["incident"]["claims"]) for one in listed(here)} == before
    assert {each.verdict for each, standing in alone.desk.crisis.judgements() if standing == "holds"} == {"undo"}


def test_a_stale_page_splits_nothing_and_is_told_who_judged(team: Visit) -> None:
    ana, ben = team.signed_in(Role.ANALYST, name="Ana"), team.signed_in(Role.ANALYST, name="Ben")
    one = whole(ana)
    names = one["incident"]["claims"]
    asked = {"claims": names[:1], "of": names, "seen": one["seen"]}
    assert ben.post("/incidents/split.json", data=asked).status_code == 200
    kept = team.desk.crisis.judgements()
    told = ana.post("/incidents/split.json", data={**asked, "claims": names[-1:]})
    assert told.status_code == 409
    assert told.json()["rule"] == "they were judged since you saw them: Ben said different"
    assert team.desk.crisis.judgements() == kept


def test_a_stale_page_merges_nothing_and_is_told_who_judged(team: Visit) -> None:
    ana, ben = team.signed_in(Role.ANALYST, name="Ana"), team.signed_in(Role.ANALYST, name="Ben")
    first, second, third = listed(ana)[:3]
    asked = {"leads": [first["lead"], second["lead"]]}
    seen = [f"{one['lead']}={one['seen_lead']}" for one in (first, second, third)]
    assert ben.post("/incidents/merge.json", data={**asked, "seen": seen}).status_code == 200
    kept = team.desk.crisis.judgements()
    told = ana.post("/incidents/merge.json", data={"leads": [second["lead"], third["lead"]], "seen": seen})
    assert (told.status_code, told.json()["rule"]) == (409, "it was judged since you saw it: Ben said same")
    assert team.desk.crisis.judgements() == kept
