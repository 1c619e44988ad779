"""Signing in, out, and joining."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from starlette.testclient import TestClient
from tests.web.making import Clock, Visit

from clearway.web.accounts import audit, people
from clearway.web.accounts.limits import BY_ACCOUNT
from clearway.web.rights import Role

pytestmark = pytest.mark.usefixtures("quick_passwords")

PASSWORD = "four words apart here"  # noqa: S105 - of a test
WRONG = "four words together"


@pytest.fixture
def joined(team: Visit) -> Visit:
    key = people.invite(team.desk.store, name="Ada", roles=[Role.LEAD], by="test", now=team.desk.now())
    people.join(team.desk.store, key, name="Ada", password=PASSWORD, now=team.desk.now())
    return team


def sign_in(visit: Visit, client: TestClient, name: str = "Ada", password: str = PASSWORD, **more: str) -> int:
    token = visit.token("/sign-in", client)
    values = {"name": name, "password": password, "token": token, **more}
    return client.post("/sign-in", data=values).status_code


def test_who_is_not_signed_in_is_led_to_the_form_and_back(joined: Visit) -> None:
    client = joined.another()
    answer = client.get("/reports?most=10")
    assert (answer.status_code, answer.headers["location"]) == (303, "/sign-in?to=/reports%3Fmost%3D10")
    token = joined.token(answer.headers["location"], client)
    values = {"name": "ada", "password": PASSWORD, "token": token, "to": "/reports?most=10"}
    answer = client.post("/sign-in", data=values)
    assert (answer.status_code, answer.headers["location"]) == (303, "/reports?most=10")
    assert client.get("/home.json").json()["person"] == "Ada"


@pytest.mark.parametrize("to", ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)"])
def test_nobody_is_led_elsewhere_after_signing_in(joined: Visit, to: str) -> None:
    client = joined.another()
    token = joined.token("/sign-in", client)
    answer = client.post("/sign-in", data={"name": "Ada", "password": PASSWORD, "token": token, "to": to})
    assert answer.headers["location"] == "/"


def test_the_cookie_is_for_the_server_alone(joined: Visit) -> None:
    client = joined.another()
    token = joined.token("/sign-in", client)
    answer = client.post("/sign-in", data={"name": "Ada", "password": PASSWORD, "token": token})
    cookie = answer.headers.get_list("set-cookie")[0]
    assert cookie.startswith("desk=")
    assert {"HttpOnly", "Path=/", "SameSite=strict"} <= set(cookie.split("; "))


def test_a_session_that_somebody_prepared_is_not_the_one_that_begins(joined: Visit) -> None:
    other = joined.signed_in(Role.READER, name="Eve")
    prepared = other.cookies["desk"]
    client = joined.another()
    client.cookies.set("desk", prepared)
    token = other.headers["X-CSRF-Token"]
    answer = client.post("/sign-in", data={"name": "Ada", "password": PASSWORD, "token": token})
    begun = answer.headers.get_list("set-cookie")[0].partition(";")[0].partition("=")[2]
    assert begun != prepared
    assert other.get("/home.json").status_code == 401


def test_a_wrong_password_and_an_unknown_name_get_one_answer(joined: Visit) -> None:
    client = joined.another()
    token = joined.token("/sign-in", client)
    answers = [
        client.post("/sign-in.json", data={"name": name, "password": "wrong", "token": token})
        for name in ("Ada", "Nobody")
    ]
    assert [answer.status_code for answer in answers] == [403, 403]
    assert answers[0].json() == answers[1].json()


def test_too_many_tries_on_one_account_are_refused_even_with_the_right_password(joined: Visit) -> None:
    client = joined.another()
    tries = [sign_in(joined, client, password=WRONG) for _ in range(BY_ACCOUNT)]
    assert set(tries) == {403}
    token = joined.token("/sign-in", client)
    answer = client.post("/sign-in.json", data={"name": "ADA", "password": PASSWORD, "token": token})
    assert answer.status_code == 429
    assert int(answer.headers["retry-after"]) > 0
    assert set(answer.json()) == {"document", "rule", "remedy"}


def test_signing_out_ends_the_session_on_the_server(joined: Visit) -> None:
    client = joined.signed_in(Role.LEAD, name="Ada")
    secret = client.cookies["desk"]
    assert client.post("/sign-out").status_code == 303
    again = joined.another()
    again.cookies.set("desk", secret)
    assert again.get("/home.json").status_code == 401


def test_a_session_ends_when_it_is_left_alone_and_at_the_latest_after_half_a_day(team: Visit, clock: Clock) -> None:
    left, used = team.signed_in(Role.READER, name="Ada"), team.signed_in(Role.READER, name="Ben")
    for _ in range(7):
        clock.move(minutes=100)
        assert used.get("/home.json").status_code == 200
    assert left.get("/home.json").status_code == 401
    clock.move(minutes=100)
    assert used.get("/home.json").status_code == 401


def test_a_link_works_once(team: Visit) -> None:
    key = people.invite(team.desk.store, name=None, roles=[Role.LEAD], by="test", now=team.desk.now())
    client = team.another()
    token = team.token(f"/join/{key}", client)
    values = {"name": "Ada", "password": PASSWORD, "again": PASSWORD, "token": token}
    assert client.post(f"/join/{key}", data=values).headers["location"] == "/?said=joined"
    assert client.get("/home.json").json()["roles"] == ["lead"]
    assert team.another().get(f"/join/{key}").status_code == 404


def test_a_link_leads_nowhere_after_two_days(team: Visit, clock: Clock) -> None:
    key = people.invite(team.desk.store, name=None, roles=[Role.LEAD], by="test", now=team.desk.now())
    clock.move(days=2, seconds=1)
    assert team.another().get(f"/join/{key}").status_code == 404


@pytest.mark.parametrize("values", [{"password": "short", "again": "short"}, {"password": PASSWORD, "again": "other"}])
def test_a_password_that_is_short_or_written_twice_differently_is_refused(team: Visit, values: dict[str, str]) -> None:
    key = people.invite(team.desk.store, name="Ada", roles=[Role.LEAD], by="test", now=team.desk.now())
    client = team.another()
    token = team.token(f"/join/{key}", client)
    assert client.post(f"/join/{key}.json", data={**values, "token": token}).status_code == 422
    assert people.accounts(team.desk.store) == []


def test_a_new_link_for_somebody_ends_their_sessions(joined: Visit) -> None:
    client = joined.signed_in(Role.LEAD, name="Ada")
    key = people.invite(joined.desk.store, name="Ada", roles=[Role.READER], by="test", now=joined.desk.now())
    people.join(joined.desk.store, key, name="", password=PASSWORD, now=joined.desk.now())
    assert client.get("/home.json").status_code == 401
    assert people.accounts(joined.desk.store)[0].roles == (Role.READER,)


def test_nobody_joins_a_desk_that_asks_nobody_who_they_are(alone: Visit) -> None:
    key = people.invite(alone.desk.store, name=None, roles=[Role.LEAD], by="test", now=alone.desk.now())
    assert alone.client.get(f"/join/{key}").status_code == 404


def test_what_was_done_is_in_the_log(joined: Visit) -> None:
    client = joined.another()
    sign_in(joined, client, password=WRONG)
    sign_in(joined, client)
    acts = [(entry.who, entry.act) for entry in audit.entries(joined.desk.store)]
    assert acts == [("Ada", "sign in"), ("Ada", "sign in failed"), ("Ada", "join"), ("test", "invite")]
    assert audit.verify(joined.desk.store).broken is None


def test_a_page_over_plain_http_says_that_the_browser_will_not_stay_signed_in(opened: Callable[..., Visit]) -> None:
    visit = opened(host="192.0.2.1")
    assert "did not come over TLS" in visit.another(address="http://192.0.2.1:8765").get("/sign-in").text


def test_sessions_last_as_long_as_the_settings_say(opened: Callable[..., Visit], clock: Clock) -> None:
    visit = opened(accounts=True, idle=timedelta(minutes=5))
    client = visit.signed_in(Role.READER)
    clock.move(minutes=6)
    assert client.get("/home.json").status_code == 401
