"""Exports at the desk: made, looked at, let out by the officer alone, taken and thrown away."""

import hashlib
import re
import time
from typing import Any

import pytest
from starlette.testclient import TestClient
from tests.web.making import Visit

from clearway.crisis import csv_text
from clearway.model import Profile
from clearway.web.accounts import audit
from clearway.web.exporter import Ended, Exporter
from clearway.web.maker import Task, make
from clearway.web.rights import Role

PATIENCE_S = 60.0
CLAIMS = {"what": "claims", "form": "csv", "profile": "public"}


@pytest.fixture(autouse=True)
def in_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """No process of its own for each; `test_exporter` starts one."""

    def answered(self: Exporter, task: Task) -> Ended:
        del self
        return Ended(code=0, answer=make(task))

    monkeypatch.setattr(Exporter, "_answered", answered)


def made(client: TestClient, **asked: str) -> tuple[str, dict[str, Any]]:
    """The address of an export, and what its page tells once it is made."""
    answer = client.post("/exports.json", data=asked)
    assert answer.status_code == 200, answer.text
    path = answer.json()["to"]
    deadline = time.monotonic() + PATIENCE_S
    while (told := client.get(f"{path}.json").json())["goes_on"] and time.monotonic() < deadline:
        time.sleep(0.05)
    return path, told


def test_what_is_held_back_is_told_before_anybody_takes_it(here: TestClient) -> None:
    path, told = made(here, **CLAIMS)
    written = told["export"]["told"]["written"]
    assert written["banner"].startswith("PUBLIC: ")
    assert {held["what"] for held in written["withheld"]} >= {"names of persons", "quotes and sentences"}
    html = here.get(path).text
    for held in written["withheld"]:
        assert held["rule"] in html
    assert written["sha256"] in html
    assert told["begins"].startswith("id,kind,quote,")


def test_the_file_is_what_the_gate_lets_out(alone: Visit, here: TestClient) -> None:
    path, told = made(here, **CLAIMS)
    answer = here.get(f"{path}/file")
    assert answer.content == csv_text(alone.desk.crisis.claims(profile=Profile.PUBLIC)).encode()
    assert hashlib.sha256(answer.content).hexdigest() == told["export"]["told"]["written"]["sha256"]
    assert answer.headers["content-disposition"] == f'attachment; filename="{told["file"]}"'
    assert re.fullmatch(r"clearway-claims-public-2020-04-01-\w{8}\.csv", told["file"])


def test_conditions_hold_in_an_export(here: TestClient) -> None:
    path, told = made(here, what="claims", form="jsonl", profile="restricted", kind="killed", place="idlib")
    assert told["asked"] == {"kind": "killed", "place": "idlib"}
    lines = here.get(f"{path}/file").text.splitlines()
    assert len(lines) == told["export"]["told"]["written"]["counts"]["claims"] > 1
    assert all('"kind": "killed"' in line for line in lines)


@pytest.mark.parametrize("what", ["figures", "incidents", "changes", "page", "judgements", "ledger", "copy"])
def test_everything_that_the_command_line_writes_is_made(here: TestClient, what: str) -> None:
    form = {"figures": "csv", "page": "html", "copy": "db"}.get(what, "jsonl")
    days = {"first": "2020-01-01", "last": "2020-02-20"} if what == "changes" else {}
    path, told = made(here, what=what, form=form, profile="restricted", **days)
    assert told["export"]["state"] == "made"
    assert len(here.get(f"{path}/file").content) == told["export"]["told"]["written"]["bytes"]


@pytest.mark.parametrize(
    "asked",
    [
        {"what": "copy", "form": "csv", "profile": "restricted"},
        {"what": "ledger", "form": "jsonl", "profile": "public"},
        {"what": "changes", "form": "jsonl", "profile": "public"},
        {"what": "claims", "form": "csv", "profile": "public", "kind": "nothing"},
        {"what": "figures", "form": "csv", "profile": "public", "policy": "nobody's"},
        {"what": "claims", "form": "../../x", "profile": "public"},
        {"what": "passwords", "form": "csv", "profile": "public"},
    ],
)
def test_what_makes_no_sense_is_not_made(here: TestClient, asked: dict[str, str]) -> None:
    assert here.post("/exports.json", data=asked).status_code == 422
    assert here.get("/exports.json").json()["exports"] == []


def test_only_the_officer_lets_out_what_leaves_the_team(team: Visit) -> None:
    analyst, officer, reader = (team.signed_in(role) for role in (Role.ANALYST, Role.OFFICER, Role.READER))
    path, told = made(analyst, **CLAIMS)
    assert (told["may_take"], told["may_let_out"]) == (False, False)
    assert analyst.get(f"{path}/file").status_code == 403
    assert analyst.post(f"{path}/let-out.json").status_code == 403
    assert reader.get(f"{path}.json").status_code == 404
    assert officer.get(f"{path}.json").json()["may_let_out"] is True
    assert officer.post(f"{path}/let-out.json").json()["said"] == "let_out"
    assert [one.get(f"{path}/file").status_code for one in (analyst, officer, reader)] == [200, 200, 200]
    assert [len(one.get("/exports.json").json()["exports"]) for one in (analyst, officer, reader)] == [1, 1, 1]


def test_what_is_for_the_team_stays_with_those_who_see_it_anyway(team: Visit) -> None:
    analyst, officer, reader = (team.signed_in(role) for role in (Role.ANALYST, Role.OFFICER, Role.READER))
    path, _ = made(analyst, what="claims", form="csv", profile="restricted")
    assert [one.get(f"{path}/file").status_code for one in (analyst, officer, reader)] == [200, 200, 404]
    assert reader.get("/exports.json").json() | {"policies": []} == {
        "kinds": [], "exports": [], "policies": [], "what": None, "after": None,
        "filters": dict.fromkeys(("text", "kind", "place", "box", "first", "last", "source", "report")),
    }  # fmt: skip
    assert officer.post(f"{path}/let-out.json").status_code == 409


def test_the_whole_crisis_is_for_leads(team: Visit) -> None:
    asked = {"what": "copy", "form": "db", "profile": "restricted"}
    assert team.signed_in(Role.ANALYST).post("/exports.json", data=asked).status_code == 403
    path, _ = made(team.signed_in(Role.LEAD), **asked)
    assert team.signed_in(Role.ANALYST).get(f"{path}/file").status_code == 404


def test_the_log_holds_the_hash_of_what_was_made_let_out_and_taken(here: TestClient, alone: Visit) -> None:
    path, told = made(here, **CLAIMS)
    here.post(f"{path}/let-out.json")
    here.get(f"{path}/file")
    digest = told["export"]["told"]["written"]["sha256"]
    entries = audit.entries(alone.desk.store)[::-1]
    assert [one.act for one in entries] == ["export", "exported", "let out", "take"]
    assert all(f"sha256 {digest}" in one.about for one in entries[1:])


def test_what_is_thrown_away_is_taken_by_nobody(here: TestClient, alone: Visit) -> None:
    path, _ = made(here, **CLAIMS)
    assert here.post(f"{path}/throw-away.json").json()["said"] == "thrown_away"
    assert here.get(f"{path}/file").status_code == 404
    assert here.get(f"{path}.json").json()["export"]["state"] == "gone"
    assert list(alone.desk.exports.folder.iterdir()) == []


def test_somebody_else_s_export_is_thrown_away_by_a_lead_or_the_officer(team: Visit) -> None:
    path, _ = made(team.signed_in(Role.ANALYST, name="Ada"), what="claims", form="csv", profile="restricted")
    assert team.signed_in(Role.ANALYST, name="Ben").post(f"{path}/throw-away.json").status_code == 403
    assert team.signed_in(Role.OFFICER).post(f"{path}/throw-away.json").status_code == 200


@pytest.mark.parametrize("name", ["..%2f..%2fdesk.db", "....//desk.db", "%2e%2e", "..\\desk.db", "desk.db", "%00"])
def test_no_address_leads_out_of_the_folder(here: TestClient, name: str) -> None:
    assert here.get(f"/exports/{name}/file").status_code == 404


def test_a_title_with_a_script_in_it_is_shown_and_not_run(here: TestClient) -> None:
    path, told = made(here, what="page", form="html", profile="restricted", title="<script>alert(1)</script>")
    assert told["export"]["state"] == "made"
    assert "<script>alert(1)" not in here.get(path).text
    assert "<script>alert(1)" not in here.get(f"{path}/file").text
