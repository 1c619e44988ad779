"""A claim that no reading found, added at the desk."""

from starlette.testclient import TestClient
from tests.web.making import Visit

from clearway.web.rights import Role

WORDS = "air strikes on southern Idlib"


def report_with(client: TestClient, words: str) -> str:
    """A report whose text holds the words once."""
    for row in client.get("/reports.json").json()["reports"]:
        text = client.get(f"/reports/{row['id']}/add.json").json()["report"]["text"]
        if text.count(words) == 1:
            return str(row["id"])
    raise AssertionError(words)


def test_a_claim_is_added_by_its_words_and_shown_with_them(here: TestClient) -> None:
    fields = {"words": WORDS, "kind": "attack", "places": "Idlib", "why": "missed"}
    told = here.post(f"/reports/{report_with(here, WORDS)}/add.json", data=fields).json()
    assert told["said"] == "added"
    page = here.get(f"{told['to']}.json").json()
    assert (page["claim"]["passage"]["words"], page["claim"]["places"][0]["name"]) == (WORDS, "Idlib")
    assert [(one["verdict"], one["why"]) for one in page["judgements"]] == [("add", "missed")]


def test_words_that_are_not_there_are_told_and_nothing_is_kept(here: TestClient) -> None:
    report = report_with(here, WORDS)
    before = here.get(f"/reports/{report}.json").json()["claims"]
    told = here.post(f"/reports/{report}/add.json", data={"words": "nowhere to be found", "kind": "attack"})
    assert (told.status_code, "are not in it" in told.json()["rule"]) == (422, True)
    assert here.get(f"/reports/{report}.json").json()["claims"] == before


def test_a_report_that_is_not_there_is_a_404(here: TestClient) -> None:
    assert here.get("/reports/zzz/add").status_code == 404


def test_a_reader_cannot_add(team: Visit) -> None:
    report = team.signed_in(Role.ANALYST).get("/reports.json").json()["reports"][0]["id"]
    reader = team.signed_in(Role.READER)
    assert reader.get(f"/reports/{report}/add").status_code == 403
    assert reader.post(f"/reports/{report}/add.json", data={"words": "x", "kind": "attack"}).status_code == 403
