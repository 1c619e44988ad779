"""Moving many at the desk: what is asked, what is answered, and who may."""

import pytest
from starlette.testclient import TestClient
from tests.web.making import Visit
from tests.web.routes.test_corridors import with_roads

from clearway.web.rights import Role

MOVE = {
    "from": "Ariha=5000\nIdlib=3,000..4,000",
    "to": "Sarmada=20000\nAzaz",
    "as_of": "2020-02-21",
    "unverified": "1",
}


@pytest.fixture
def here(alone: Visit) -> TestClient:
    """The browser of the person at this machine, at a desk with roads."""
    visit = with_roads(alone)
    visit.client.headers["X-CSRF-Token"] = visit.token("/review")
    return visit.client


def test_people_of_several_places_are_moved_to_several(here: TestClient) -> None:
    told = here.get("/corridors/move.json", params={**MOVE, "avoid": "Binnish within 3 km"}).json()
    move = told["move"]
    assert [(one["place"], one["low"], one["high"], one["how"]) for one in move["crowds"]] == [
        ("Ariha", 5000, 5000, "as given"),
        ("Idlib", 3000, 4000, "as given"),
    ]
    assert [(one["place"], one["room"]) for one in move["havens"]] == [("Sarmada", 20000), ("Azaz", None)]
    assert (move["best"]["people"], move["worst"]["people"]) == (8000, 9000)
    assert move["avoided"] == ["Binnish within 3 km (2 legs)"]
    page = here.get("/corridors/move", params=MOVE)
    assert page.status_code == 200
    assert "Who has to leave: 8,000 to 9,000 people" in page.text
    assert "What holds them up, at worst" in page.text
    assert "room for 20,000" in page.text


def test_those_whom_the_picture_counts_are_told_with_the_words_of_the_claims(here: TestClient) -> None:
    page = here.get("/corridors/move", params={**MOVE, "from": "Saraqib"})
    assert page.status_code == 200
    assert "displaced" in page.text
    assert 'href="/claims/' in page.text


@pytest.mark.parametrize(
    ("more", "line", "field"),
    [
        ({"from": "Ariha=many"}, "this is no number and no range", "from"),
        ({"from": "Nowhere at all=5"}, "neither these roads nor the gazetteer know it", None),
        ({"to": ""}, "no place is given", "to"),
        ({"to": "Azaz=0"}, "this is no room for anybody", "to"),
        ({"from": "Ariha=5\n" * 31}, "there are 31 places", "from"),
        ({"from": "Ariha=999,999,999"}, "it is more than 10,000,000", "from"),
        ({"from": "Ariha=6,000,000\nIdlib=6,000,000"}, "it is more than 10,000,000", None),
        ({"from": f"Ariha={'9' * 400}"}, "it is more than 10,000,000", "from"),
        ({"to": f"Azaz={'9' * 30}"}, "it is more than 10,000,000", "to"),
        ({"flow": "9" * 30}, "it is more than 100,000", "flow"),
        ({"flow": "fast"}, "this is no number and no range", "flow"),
        ({"vehicle": "boat"}, "no such vehicle", "vehicle"),
    ],
)
def test_a_movement_that_makes_no_sense_is_told_beside_its_field(
    here: TestClient, more: dict[str, str], line: str, field: str | None
) -> None:
    answer = here.get("/corridors/move", params={**MOVE, **more})
    assert answer.status_code == 422
    assert line in answer.text
    begun = answer.text[: answer.text.index(" autofocus")].rpartition("<")[2]
    assert (f'name="{field}"' if field else "wrong") in begun
    told = here.get("/corridors/move.json", params={**MOVE, **more})
    assert (told.status_code, set(told.json())) == (422, {"document", "rule", "remedy"})


def test_a_lead_takes_the_table_along_and_the_log_says_so(team: Visit) -> None:
    lead = with_roads(team).signed_in(Role.LEAD)
    asked = "from=Ariha%3D5000&to=Sarmada&as_of=2020-02-21&unverified=1"
    answer = lead.post("/corridors/move/file", data={"asked": asked})
    assert (answer.status_code, answer.headers["content-type"]) == (200, "text/csv; charset=utf-8")
    assert "Ariha" in answer.text
    assert "take a movement plan" in lead.get("/audit").text
    analyst = team.signed_in(Role.ANALYST)
    assert analyst.post("/corridors/move/file", data={"asked": asked}).status_code == 403
    assert team.signed_in(Role.READER).get("/corridors/move").status_code == 403
