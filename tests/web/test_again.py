"""A form that is refused is shown again with all that was typed."""

import re
from dataclasses import dataclass
from html import unescape
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from tests.web.making import Visit

from clearway.crisis.roads import add_roads, roads_beside
from clearway.web.refused import Refused
from clearway.web.rights import Role, declared
from clearway.web.works import Works

ROADS = Path(__file__).resolve().parents[2] / "docs/corridors/idlib-aleppo"
WAY = "/corridors?from=Saraqib&to=Aleppo&as_of=2020-02-21&unverified=1"
SAW = {"place": "Saraqib", "says": "open", "by": "a driver", "when": "2020-02-20", "words": "it is open"}
KEPT = {"asked": WAY.partition("?")[2], "name": "north", "until": "2030-01-01T12:00", "window": "from dawn"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """A form of a page that makes no sense: where it goes, what is typed in it, and in which field the fault is."""

    action: str
    page: str
    typed: dict[str, str]
    wrong: str | None


SENT = (
    Sent(action="/claims/{claim}/judge", page="/claims/{claim}", wrong=None,
         typed={"verdict": "correct", "slot": "value", "value": "many more", "why": ""}),
    Sent(action="/claims/{claim}/split", page="/claims/{claim}", wrong=None, typed={"part": "only words", "why": ""}),
    Sent(action="/corridors/records", page=WAY, wrong="until", typed=KEPT | {"until": "soon"}),
    Sent(action="/corridors/records", page=WAY, wrong="until", typed=KEPT | {"until": "2010-01-01T12:00"}),
    Sent(action="/corridors/records", page=WAY, wrong="name", typed=KEPT | {"name": " "}),
    Sent(action="/corridors/reports", page=WAY, wrong="place", typed=SAW | {"place": "Nowhere"}),
    Sent(action="/corridors/reports", page="/corridors", wrong="when", typed=SAW | {"when": "soon"}),
    Sent(action="/corridors/reports", page="/corridors", wrong="by", typed=SAW | {"by": " "}),
    Sent(action="/exports", page="/exports", wrong="box",
         typed={"what": "claims", "form": "csv", "profile": "public", "box": "1,2", "text": "shells"}),
    Sent(action="/inbox/files", page="/inbox", wrong="files", typed={"publisher": "Wire", "published": "2020-02-18"}),
    Sent(action="/inbox/text", page="/inbox", wrong="published", typed={"text": "Ten died.", "published": "soon"}),
    Sent(action="/inbox/watch", page="/inbox", wrong="folder", typed={"folder": "../elsewhere"}),
    Sent(action="/incidents/merge", page="/incidents", wrong=None, typed={"leads": "{claim}", "why": "they are one"}),
    Sent(action="/incidents/split", page="/incidents", wrong=None, typed={"claims": "{claim}", "of": "{claim}"}),
    Sent(action="/lists/link", page="/lists", wrong="files", typed={"link_at": "3", "name": "called"}),
    Sent(action="/lists/compare", page="/lists", wrong="old", typed={"id": "number"}),
    Sent(action="/lists/estimate", page="/lists", wrong="chains", typed={"chains": "99", "seed": "7"}),
    Sent(action="/people/invite", page="/people", wrong="roles", typed={"name": "Amira"}),
    Sent(action="/people/{name}/change", page="/people", wrong="roles", typed={"active": "true"}),
    Sent(action="/reports/{report}/add", page="/reports/{report}/add", wrong=None,
         typed={"words": "words that stand nowhere", "kind": "killed", "value": "3", "group": "doctors"}),
    Sent(action="/sign-in", page="/sign-in", wrong=None, typed={"name": "nobody", "password": "wrong"}),
)  # fmt: skip
UNTYPED = {
    "/corridors/move/file", "/imports/{import_}/stop", "/merge/add", "/roads/add",
    "/corridors/stop",
    "/corridors/file", "/exports/{export}/let-out", "/exports/{export}/throw-away", "/inbox/unwatch",
    "/judgements/{judgement}/undo", "/sign-out",
}  # fmt: skip
"""Forms in which nothing is typed."""
NOT_AGAIN = {"/join/{key}", "/corridors/records/{record}/withdraw"}
"""A form of passwords, which no page may fill, and one that is there no more once its record was withdrawn."""


@pytest.fixture
def lead(team: Visit, tmp_path: Path) -> TestClient:
    """The browser of a lead, at a desk with a folder to watch."""
    team.desk.watching.root = tmp_path
    return team.signed_in(Role.LEAD, name="lea")


def test_every_form_in_which_something_is_typed_is_tried(alone: Visit) -> None:
    there = {path for method, path, _ in declared(alone.app) if method == "POST" and not path.endswith(".json")}
    assert {one.action for one in SENT} | UNTYPED | NOT_AGAIN == there


@pytest.mark.parametrize("sent", SENT, ids=lambda one: f"{one.action} {one.wrong}")
def test_a_form_that_makes_no_sense_is_there_again_with_all_that_was_typed(
    team: Visit, lead: TestClient, sent: Sent
) -> None:
    if "corridors" in sent.action:
        add_roads(ROADS, roads_beside(team.desk.settings.ledger))
        team.desk.works = Works(patience_s=300)
    incident = lead.get("/incidents.json").json()["incidents"][0]
    claim = incident["lead"]
    names = {"{claim}": claim, "{report}": lead.get("/reports.json").json()["reports"][0]["id"], "{name}": "lea"}

    def named(text: str) -> str:
        for name, value in names.items():
            text = text.replace(name, value)
        return text

    client = team.another() if sent.action == "/sign-in" else lead
    page, typed = named(sent.page), {name: named(value) for name, value in sent.typed.items()}
    assert client.get(page).status_code == 200
    token = team.token(page, client)
    answer = client.post(named(sent.action), data={**typed, "page": page, "token": token})
    assert 400 <= answer.status_code < 500
    assert '<p class="wrong" id="wrong" role="alert"' in answer.text
    assert answer.text.count(" autofocus") == 1
    told = unescape(answer.text)
    for name, value in typed.items():
        if value.strip() and name not in ("password", "asked", "verdict"):
            assert value in told, name
    begun = answer.text[: answer.text.index(" autofocus")].rpartition("<")[2]
    assert (f'name="{sent.wrong}"' if sent.wrong else 'class="wrong"') in begun


@pytest.mark.parametrize(
    ("address", "name"),
    [("/claims?box=1%2C2&text=shells", "box"), ("/incidents?first=soon&place=Aleppo", "first")],
)
def test_a_search_that_makes_no_sense_is_there_again_with_its_conditions(
    lead: TestClient, address: str, name: str
) -> None:
    answer = lead.get(address)
    assert answer.status_code == 422
    assert any(f'value="{word}"' in answer.text for word in ("shells", "Aleppo"))
    assert f'name="{name}"' in answer.text[: answer.text.index(" autofocus")].rpartition("<")[2]


def test_what_was_written_is_told_where_the_page_cannot_be_shown(team: Visit, lead: TestClient) -> None:
    stranger = team.another()
    answer = stranger.post("/inbox/text", data={"text": "Ten <b>died</b>.", "page": "/inbox", "token": "old"})
    assert answer.status_code == 401
    assert "Ten &lt;b&gt;died&lt;/b&gt;." in answer.text
    answer = lead.post("/inbox/text", data={"text": " ", "title": "kept", "page": "https://elsewhere.example/"})
    assert (answer.status_code, "kept" in answer.text) == (422, True)
    answer = team.another().post("/sign-in", data={"name": "lea", "password": "a secret of lea's"})
    assert "a secret" not in answer.text


def test_the_form_to_sign_in_works_when_it_comes_back_to_a_browser_that_lost_its_cookie(team: Visit) -> None:
    client = team.another()
    token = team.token("/sign-in", client)
    client.cookies.clear()
    sent = {"name": "nobody", "password": "wrong", "page": "/sign-in", "token": token}
    answer = client.post("/sign-in", data=sent)
    assert answer.status_code == 403
    assert "the name or the password is wrong" not in answer.text
    (token,) = set(re.findall(r'name="token" value="(\w+)"', answer.text))
    assert "the name or the password is wrong" in client.post("/sign-in", data={**sent, "token": token}).text


def test_what_is_sent_and_has_to_wait_is_told_to_be_sent_again(
    team: Visit, lead: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def waits(*_: object, **__: object) -> None:
        raise Refused(503, "it is still being worked out", "wait: this page asks again", headers={"Refresh": "5"})

    monkeypatch.setattr(team.desk.works, "do", waits)
    for path in ("/corridors/records", "/corridors/records.json", "/corridors/file"):
        answer = lead.post(path, data={**KEPT, "page": "/corridors", "ending": ".gpx"})
        assert (answer.status_code, "refresh" in answer.headers) == (503, False)
        assert "send it again in a little while" in answer.text
        assert "this page asks again" not in answer.text


def test_a_program_is_told_of_a_refused_form_as_before(lead: TestClient) -> None:
    answer = lead.post("/inbox/text.json", data={"text": " ", "page": "/inbox"})
    assert (answer.status_code, set(answer.json())) == (422, {"document", "rule", "remedy"})
