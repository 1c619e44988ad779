"""Who may do what: the table of routes by roles is made from the desk itself, and each cell is tried."""

import os
import re
from pathlib import Path

import pytest
from fastapi import FastAPI
from tests.web.making import Visit

from clearway.web.rights import HOLDS, Needs, Role, declared

MARK = re.compile(r"(?<=<!-- routes -->\n).*?(?=<!-- /routes -->)", re.DOTALL)
VALUES = {"name": "reader", "key": "none", "name:path": "page.css"}
REFUSED = "it needs the role"


def allowed(needs: Needs, role: Role | None) -> bool:
    return not needs.roles or (role is not None and any(one in HOLDS[role] for one in needs.roles))


def table(app: FastAPI) -> str:
    """The table of `docs/desk.md`; the twin of a page is for whom the page is."""
    roles = [None, *Role]
    lines = ["| | address | visitor | reader | analyst | lead | officer |", "|---|---|---|---|---|---|---|"]
    routes = sorted(declared(app), key=lambda one: (one[1], one[0]))
    pages = {path for _, path, _ in routes}
    for method, path, needs in routes:
        if path != "/home.json" and path.removesuffix(".json") not in pages - {path}:
            cells = " | ".join("yes" if allowed(needs, role) else "" for role in roles)
            lines.append(f"| {method} | `{path}` | {cells} |")
    return "\n".join(lines) + "\n"


def test_the_table_of_routes_in_the_docs_is_that_of_the_desk(alone: Visit, repository: Path) -> None:
    page = repository / "docs/desk.md"
    told = page.read_text(encoding="utf-8")
    if os.environ.get("CLEARWAY_WRITE_DOCS"):
        page.write_text(MARK.sub(lambda _: table(alone.app), told), encoding="utf-8")
    found = MARK.search(page.read_text(encoding="utf-8"))
    assert found
    assert found[0] == table(alone.app), "run this test with CLEARWAY_WRITE_DOCS=1"


@pytest.mark.parametrize("role", [None, *Role])
def test_each_role_reaches_what_the_table_says_and_nothing_else(team: Visit, role: Role | None) -> None:
    client = team.signed_in(role) if role else team.another()
    for method, path, needs in declared(team.app):
        address = re.sub(r"{([\w:]+)}", lambda match: VALUES.get(match[1], "0"), path)
        if address.startswith("/sign-out"):
            continue  # it would end the session; `test_signing` tries it
        answer = client.request(method, address, headers={"Accept": "application/json"})
        refused = answer.status_code == 401 or (answer.status_code == 403 and REFUSED in answer.text)
        assert refused is not allowed(needs, role), (method, path, answer.status_code, answer.text[:200])
        assert answer.status_code < 500, (method, path, answer.text[:200])


def test_a_route_that_does_not_say_whom_it_is_for_stops_the_start(alone: Visit) -> None:
    alone.app.add_api_route("/free", lambda: None)
    with pytest.raises(TypeError, match=r"^/free does not say whom it is for: declare what it needs$"):
        list(declared(alone.app))


@pytest.mark.parametrize("role", Role)
def test_nothing_is_changed_without_the_token_of_the_session(team: Visit, role: Role) -> None:
    client = team.signed_in(role)
    for token in (None, "", "0" * 64):
        client.headers.pop("X-CSRF-Token", None)
        if token is not None:
            client.headers["X-CSRF-Token"] = token
        for method, path, needs in declared(team.app):
            if method == "GET" or not allowed(needs, role):
                continue
            address = re.sub(r"{([\w:]+)}", lambda match: VALUES.get(match[1], "0"), path)
            answer = client.request(method, address, headers={"Accept": "application/json"})
            assert answer.status_code == 403, (method, path)
            assert "the page that asked for it is not yours" in answer.json()["rule"]


def test_a_token_of_another_session_is_not_taken(team: Visit) -> None:
    other, client = team.signed_in(Role.LEAD, name="Ada"), team.signed_in(Role.LEAD, name="Ben")
    client.headers["X-CSRF-Token"] = other.headers["X-CSRF-Token"]
    assert client.post("/people/invite", data={"name": "Eve", "roles": "lead"}).status_code == 403


def test_the_token_is_taken_from_a_form_or_from_a_header(team: Visit) -> None:
    client = team.signed_in(Role.LEAD)
    token = client.headers.pop("X-CSRF-Token")
    values = {"name": "Ada", "roles": "reader"}
    assert client.post("/people/invite.json", data={**values, "token": token}).status_code == 200
    assert client.post("/people/invite.json", data=values, headers={"X-CSRF-Token": token}).status_code == 200


def test_who_only_reads_sees_what_partners_may_see(team: Visit) -> None:
    seen = {role: team.signed_in(role).get("/home.json").json()["profile"] for role in Role}
    assert seen == {"reader": "partners", "analyst": "restricted", "lead": "restricted", "officer": "restricted"}


def test_somebody_who_was_shut_out_reaches_nothing(team: Visit) -> None:
    client = team.signed_in(Role.LEAD)
    team.desk.store.rows("UPDATE person SET active = 0")
    assert client.get("/reports.json").status_code == 401


def test_a_twin_is_for_whom_its_page_is(alone: Visit) -> None:
    needs = {(method, path): one.roles for method, path, one in declared(alone.app)}
    for (method, path), roles in needs.items():
        if path.endswith(".json") and (method, path.removesuffix(".json")) in needs:
            assert needs[method, path.removesuffix(".json")] == roles
