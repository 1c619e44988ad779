"""People: links, roles, and the log."""

import pytest
from tests.web.making import Visit

from clearway.web.accounts import audit, people
from clearway.web.rights import Role

pytestmark = pytest.mark.usefixtures("quick_passwords")


def test_a_link_is_shown_once_to_the_lead_who_made_it(team: Visit) -> None:
    client = team.signed_in(Role.LEAD, name="Ada")
    answer = client.post("/people/invite.json", data={"name": "Ben", "roles": ["analyst", "officer"]})
    link = answer.json()["link"]
    assert link.startswith("http://127.0.0.1:8765/join/")
    key = link.rpartition("/")[2]
    assert people.invited(team.desk.store, key, team.desk.now()) == ("Ben", (Role.ANALYST, Role.OFFICER))
    assert key not in client.get("/audit").text
    assert key.encode() not in team.desk.store.path.read_bytes()


def test_a_second_link_takes_the_place_of_the_first(team: Visit) -> None:
    client = team.signed_in(Role.LEAD)
    links = [client.post("/people/invite.json", data={"name": name, "roles": "reader"}) for name in ("Ben", "BEN")]
    first, second = (answer.json()["link"].rpartition("/")[2] for answer in links)
    assert people.invited(team.desk.store, first, team.desk.now()) is None
    assert people.invited(team.desk.store, second, team.desk.now()) is not None


@pytest.mark.parametrize("name", ["", "<script>", "a\nb\x00", "../x", "x" * 65, "_", "\u202eneb"])
def test_a_name_that_could_mislead_is_refused(team: Visit, name: str) -> None:
    client = team.signed_in(Role.LEAD)
    assert client.post("/people/invite.json", data={"name": name, "roles": "reader"}).status_code == 422


@pytest.mark.parametrize("roles", [[], ["boss"], ["lead", "boss"]])
def test_only_roles_that_there_are_are_given(team: Visit, roles: list[str]) -> None:
    client = team.signed_in(Role.LEAD)
    assert client.post("/people/invite.json", data={"name": "Ben", "roles": roles}).status_code == 422


def test_a_person_gets_other_roles_at_once(team: Visit) -> None:
    lead, other = team.signed_in(Role.LEAD, name="Ada"), team.signed_in(Role.READER, name="Ben")
    assert other.get("/inbox.json").status_code == 403
    answer = lead.post("/people/Ben/change", data={"roles": "analyst", "active": "true"})
    assert answer.headers["location"] == "/people?said=changed"
    assert other.get("/inbox.json").status_code == 200
    assert lead.post("/people/Ben/change", data={"roles": "analyst"}).status_code == 303
    assert other.get("/inbox.json").status_code == 401


def test_the_last_lead_stays_lead(team: Visit) -> None:
    client = team.signed_in(Role.LEAD, name="Ada")
    answer = client.post("/people/Ada/change.json", data={"roles": "reader", "active": "true"})
    assert answer.json()["rule"] == "the desk would have no lead"
    assert people.accounts(team.desk.store)[0].roles == (Role.LEAD,)


def test_a_desk_on_ones_own_machine_has_no_people(alone: Visit) -> None:
    token = alone.token("/inbox")
    answer = alone.client.post("/people/invite.json", data={"name": "Ben", "roles": "reader", "token": token})
    assert (answer.status_code, answer.json()["rule"]) == (409, "this desk is for the person at this machine alone")


def test_the_log_is_paged(team: Visit) -> None:
    for number in range(120):
        audit.note(team.desk.store, who="Ada", act="send", about=f"{number}", at=team.desk.now())
    client = team.signed_in(Role.OFFICER)
    first = client.get("/audit.json").json()
    rest = client.get("/audit.json", params={"before": first["before"]}).json()
    assert [entry["number"] for entry in (*first["entries"], *rest["entries"])] == list(range(120, 0, -1))
    assert rest["before"] is None
