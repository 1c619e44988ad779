"""The queue, one claim, and what is decided about it at the desk."""

import re
from typing import Any

import pytest
from starlette.testclient import TestClient
from tests.web.making import Visit

from clearway.web.rights import Role


def first(client: TestClient) -> dict[str, Any]:
    found: dict[str, Any] = client.get("/review.json").json()
    return found


def judge(client: TestClient, claim: str, **fields: Any) -> Any:
    return client.post(f"/claims/{claim}/judge.json", data=fields)


def test_the_queue_begins_with_the_claim_that_wants_an_eye_most(here: TestClient) -> None:
    page = first(here)
    assert page["claim"]["claim"]["id"] == page["waiting"][0]["id"]
    assert page["waiting"][0]["reasons"]
    html = here.get("/review").text
    assert page["claim"]["claim"]["passage"]["words"] in html


def test_a_claim_that_was_accepted_leaves_the_queue_and_comes_back_when_undone(here: TestClient) -> None:
    name = first(here)["claim"]["claim"]["id"]
    assert judge(here, name, verdict="accept", why="checked").json()["said"] == "judged"
    assert first(here)["claim"]["claim"]["id"] != name
    [judged] = here.get(f"/claims/{name}.json").json()["judgements"]
    assert (judged["verdict"], judged["why"], judged["standing"]) == ("accept", "checked", "holds")
    here.post(f"/judgements/{judged['id']}/undo.json", data={})
    assert first(here)["claim"]["claim"]["id"] == name


def test_skipping_goes_to_the_next_claim(here: TestClient) -> None:
    page = first(here)
    following = here.get("/review.json", params={"after": page["next"]}).json()
    assert following["claim"]["claim"]["id"] == page["waiting"][1]["id"]


def test_a_form_leads_back_to_the_queue(here: TestClient) -> None:
    name = first(here)["claim"]["claim"]["id"]
    told = here.post(
        f"/claims/{name}/judge", data={"verdict": "reject", "to": "/review?after=x"}, follow_redirects=False
    )
    assert (told.status_code, told.headers["location"]) == (303, "/review?after=x&said=judged")


def test_nobody_is_led_to_another_site(here: TestClient) -> None:
    name = first(here)["claim"]["claim"]["id"]
    assert judge(here, name, verdict="accept", to="//evil.example/review").json()["to"] == f"/claims/{name}"


def test_a_slot_is_corrected_and_what_was_read_stays_to_be_seen(here: TestClient) -> None:
    name = first(here)["claim"]["claim"]["id"]
    judge(here, name, verdict="correct", slot="value", value="17")
    [slot] = [one for one in here.get(f"/claims/{name}.json").json()["slots"] if one["name"] == "value"]
    assert slot["now"] == "17"
    assert slot["read"] != "17"


def test_a_place_is_corrected_from_the_candidates(here: TestClient) -> None:
    claims = [one["id"] for one in first(here)["waiting"]]
    pages = [here.get(f"/claims/{name}.json").json() for name in claims]
    page = next(one for one in pages if sum(not choice["chosen"] for choice in one["places"]))
    other = next(choice for choice in page["places"] if not choice["chosen"])
    name = page["claim"]["id"]
    assert judge(here, name, verdict="correct", slot="places", value=other["value"]).status_code == 200
    now = here.get(f"/claims/{name}.json").json()["places"]
    assert [choice["told"] for choice in now if choice["chosen"] and choice["name"] == other["name"]] == [other["told"]]


def test_a_claim_is_split_in_parts(here: TestClient) -> None:
    name = first(here)["claim"]["claim"]["id"]
    parts = ["value=2, group=doctors", "value=3, group=drivers", ""]
    assert here.post(f"/claims/{name}/split.json", data={"part": parts}).json()["said"] == "split"
    [judged] = here.get(f"/claims/{name}.json").json()["judgements"]
    assert (judged["verdict"], len(judged["claims"])) == ("split", 3)


def test_two_people_s_judgements_are_both_kept_and_shown(team: Visit) -> None:
    ana, ben = team.signed_in(Role.ANALYST), team.signed_in(Role.LEAD)
    name = first(ana)["claim"]["claim"]["id"]
    judge(ana, name, verdict="accept")
    judge(ben, name, verdict="reject")
    shown = ana.get(f"/claims/{name}.json").json()["judgements"]
    assert {(one["verdict"], one["standing"]) for one in shown} == {("accept", "overtaken"), ("reject", "holds")}


def test_a_stale_page_is_told_who_judged_and_nothing_is_kept(team: Visit) -> None:
    ana, ben = team.signed_in(Role.ANALYST), team.signed_in(Role.LEAD)
    page = first(ana)["claim"]
    name = page["claim"]["id"]
    judge(ben, name, verdict="reject", seen=page["seen"])
    told = judge(ana, name, verdict="accept", seen=page["seen"])
    assert told.status_code == 409
    assert told.json()["rule"].endswith("said reject")
    assert [one["verdict"] for one in ana.get(f"/claims/{name}.json").json()["judgements"]] == ["reject"]


def test_a_reader_cannot_judge(team: Visit) -> None:
    name = first(team.signed_in(Role.ANALYST))["claim"]["claim"]["id"]
    reader = team.signed_in(Role.READER)
    assert judge(reader, name, verdict="accept").status_code == 403
    assert reader.get("/review").status_code == 403


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({"verdict": "correct", "slot": "value", "value": "many"}, "no value of it"),
        ({"verdict": "correct", "slot": "colour", "value": "red"}, "no such slot"),
        ({"verdict": "same"}, "is said of two claims"),
        ({"verdict": "same", "others": "nothing"}, "has an id that begins so"),
    ],
)
def test_what_makes_no_sense_is_told_in_plain_words(here: TestClient, fields: dict[str, str], wrong: str) -> None:
    told = judge(here, first(here)["claim"]["claim"]["id"], **fields)
    assert (told.status_code, wrong in told.json()["rule"]) == (422, True)


def test_a_claim_that_is_not_there_is_a_404(here: TestClient) -> None:
    assert [here.get(path).status_code for path in ("/claims/zzz", "/review?after=zzz")] == [404, 404]


def test_what_a_person_writes_is_text_and_no_script(here: TestClient) -> None:
    name = first(here)["claim"]["claim"]["id"]
    judge(
        here,
        name,
        verdict="correct",
        slot="actor",
        value="<script>alert(1)</script>",
        why="<img src=x onerror=alert(1)>",
    )
    html = here.get(f"/claims/{name}").text
    assert "<script>alert" not in html
    assert not re.search(r"<img[^>]*onerror", html)


def test_a_stale_page_splits_no_claim(team: Visit) -> None:
    ana, ben = team.signed_in(Role.ANALYST), team.signed_in(Role.LEAD)
    page = first(ana)["claim"]
    name = page["claim"]["id"]
    judge(ben, name, verdict="reject", seen=page["seen"])
    parts = {"part": ["value=2, group=doctors", "value=3, group=drivers"], "seen": page["seen"]}
    told = ana.post(f"/claims/{name}/split.json", data=parts)
    assert (told.status_code, told.json()["rule"]) == (409, "it was judged since you saw it: lead said reject")
    assert [one["verdict"] for one in ana.get(f"/claims/{name}.json").json()["judgements"]] == ["reject"]


def test_what_somebody_took_back_already_is_not_taken_back_again(team: Visit) -> None:
    ana, ben = team.signed_in(Role.ANALYST), team.signed_in(Role.LEAD)
    name = first(ana)["claim"]["claim"]["id"]
    judge(ana, name, verdict="accept")
    [judged] = ana.get(f"/claims/{name}.json").json()["judgements"]
    assert ben.post(f"/judgements/{judged['id']}/undo.json", data={}).status_code == 200
    told = ana.post(f"/judgements/{judged['id']}/undo.json", data={})
    assert (told.status_code, told.json()["rule"]) == (409, "lead has taken it back already")
