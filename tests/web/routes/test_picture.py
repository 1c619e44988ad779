"""The picture, what changed in it, and a sentence that is checked."""

from collections.abc import Callable

import pytest
from starlette.testclient import TestClient
from tests.web.making import Visit

from clearway.crisis import Crisis
from clearway.web.rights import Role
from clearway.web.routes import picture as routes


def test_figures_stand_by_topic_each_with_the_words_behind_it(here: TestClient) -> None:
    page = here.get("/picture.json").json()
    killed = page["topics"][0]["figures"]
    assert page["topics"][0]["name"] == "harm"
    assert all(one["words"] for one in killed)
    link = killed[0]["words"][0]
    html = here.get("/picture").text
    assert f'href="/claims/{link["claim"]}"' in html
    assert link["quote"] in html


def test_another_policy_chooses_other_ends(here: TestClient) -> None:
    policies = here.get("/picture.json").json()["policies"]
    shown = {name: here.get("/picture.json", params={"policy": name}).json() for name in policies}
    assert [one["policy"] for one in shown.values()] == list(policies)
    assert len({str(one["topics"]) for one in shown.values()}) > 1


def test_the_day_tells_what_was_known_then(here: TestClient) -> None:
    early, now = (here.get("/picture.json", params=asked).json() for asked in ({"as_of": "2020-01-06"}, {}))
    assert early["reports"] < now["reports"]
    assert here.get("/picture.json", params={"as_of": "1999-01-01"}).json()["topics"] == []


def test_what_changed_between_two_days_is_told(here: TestClient) -> None:
    page = here.get("/changes.json", params={"first": "2020-02-16", "last": "2020-02-20"}).json()
    assert page["changes"]
    assert {one["turn"] for one in page["changes"]} <= {"new", "revised", "contradicted", "withdrawn"}
    assert here.get("/changes", params={"first": "2020-02-16", "last": "2020-02-20"}).status_code == 200


def test_changes_come_in_pages(here: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = {"first": "2020-02-16", "last": "2020-02-20"}
    whole = here.get("/changes.json", params=asked).json()
    monkeypatch.setattr(routes, "MOST_CHANGES", 1)
    first = here.get("/changes.json", params=asked | {"everything": "true"}).json()
    assert (len(first["changes"]), first["after"]) == (1, 1)
    assert first["number"] == whole["number"] + whole["confirmed"] > 1
    html = here.get("/changes", params=asked).text
    assert 'href="/changes?first=2020-02-16&amp;last=2020-02-20&amp;after=1"' in html
    assert f"{whole['number'] - 1} more" in html


def test_days_in_the_wrong_order_are_told(here: TestClient) -> None:
    told = here.get("/changes.json", params={"first": "2020-02-20", "last": "2020-02-16"})
    assert (told.status_code, told.json()["remedy"]) == (422, "give the earlier day first")


def test_no_such_policy_is_told(here: TestClient) -> None:
    assert here.get("/picture.json", params={"policy": "mine"}).status_code == 422


def test_a_sentence_is_held_against_what_is_known(here: TestClient) -> None:
    sentence = "Air strikes on southern Idlib killed 21 civilians on 22 December 2019."
    page = here.get("/check.json", params={"sentence": sentence}).json()
    [killed] = [one for one in page["answers"] if one["kind"] == "killed"]
    assert (killed["verdict"], bool(killed["supports"])) == ("supported", True)
    assert killed["supports"][0]["words"] in here.get("/check", params={"sentence": sentence}).text.replace(
        "&#39;", "'"
    )


def test_a_sentence_is_text_and_no_script(here: TestClient) -> None:
    html = here.get("/check", params={"sentence": "<script>alert(1)</script> 21 civilians were killed in Idlib."}).text
    assert "<script>alert" not in html


def test_whoever_opens_the_check_lets_reading_begin_though_the_page_is_kept(
    alone: Visit, here: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[str] = []
    monkeypatch.setattr(alone.desk.crisis, "begin_to_read", lambda: begun.append("again"))
    pages = [here.get("/check").text for _ in range(2)]
    assert pages[0] == pages[1]
    assert begun == ["again"] * 2


@pytest.mark.parametrize(("accounts", "begins"), [(True, ["once"]), (False, [])])
def test_a_team_s_desk_begins_to_read_at_its_start(
    opened: Callable[..., Visit], monkeypatch: pytest.MonkeyPatch, *, accounts: bool, begins: list[str]
) -> None:
    begun: list[str] = []
    monkeypatch.setattr(Crisis, "begin_to_read", lambda _: begun.append("once"))
    opened(accounts=accounts)
    assert begun == begins


def test_a_reader_sees_what_partners_may_and_is_led_to_the_words(team: Visit) -> None:
    reader = team.signed_in(Role.READER)
    page = reader.get("/picture.json").json()
    link = page["topics"][0]["figures"][0]["words"][0]
    assert f'href="/said/{link["claim"]}"' in reader.get("/picture").text
    assert reader.get(f"/said/{link['claim']}").status_code == 200
    assert "PARTNERS" in page["banner"].upper()


def test_a_reader_is_told_of_no_id_from_inside(team: Visit) -> None:
    reader = team.signed_in(Role.READER)
    inside = next(team.desk.crisis.ledger.claims()).id
    for asked in (inside, inside[:1], "nothing"):
        answer = reader.get(f"/said/{asked}.json")
        assert answer.status_code == 404
        assert "no claim has this id outside" in answer.text
        assert inside not in answer.text.replace(f"{asked!r}", "")
