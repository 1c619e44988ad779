"""Pages, their twins, and how errors are told."""

import json
import logging
from pathlib import Path

import pytest
from fastapi import Depends
from tests.web.making import Visit

from clearway.errors import LedgerError, RefusedDocument
from clearway.web.rights import Needs, Role, declared

PARTS = {"document", "rule", "remedy"}


def test_every_page_has_a_twin_that_is_described(alone: Visit) -> None:
    paths = alone.client.get("/openapi.json").json()["paths"]
    left_out = ("/static/{name:path}", "/openapi.json", "/sign-in", "/join/{key}")
    for method, path, _ in declared(alone.app):
        if path.endswith((".json", "/file")) or (method == "GET" and path in left_out):
            continue
        twin = "/home.json" if path == "/" else f"{path}.json"
        assert method.lower() in paths[twin], path


def test_every_twin_is_that_of_a_page(alone: Visit) -> None:
    there = {(method, path) for method, path, _ in declared(alone.app)}
    for method, path in there:
        if path.endswith(".json") and path not in ("/openapi.json", "/corridors/roads.json"):
            page = "/" if path == "/home.json" else path.removesuffix(".json")
            assert (method, page) in there, path


def test_every_twin_tells_what_its_errors_look_like(alone: Visit) -> None:
    paths = alone.client.get("/openapi.json").json()["paths"]
    for path, methods in paths.items():
        for told in methods.values():
            schema = told["responses"]["422"]["content"]["application/json"]["schema"]
            assert set(schema["properties"]) == PARTS, path


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/nope", 404),
        ("GET", "/reports/none", 404),
        ("DELETE", "/reports", 405),
        ("POST", "/reports", 405),
        ("GET", "/reports?most=x", 422),
        ("GET", "/reports?most=0", 422),
        ("GET", "/reports?most=100000000000000000000000", 422),
        ("GET", "/audit?before=x", 422),
    ],
)
def test_an_error_is_a_plain_page_and_plain_json(alone: Visit, method: str, path: str, status: int) -> None:
    headers = {"X-CSRF-Token": alone.token("/inbox"), "Accept": "application/json"}
    told = alone.client.request(method, path, headers=headers)
    assert told.status_code == status
    assert set(told.json()) == PARTS
    page = alone.client.request(method, path, headers={**headers, "Accept": "text/html"})
    assert page.status_code == status
    assert "This was not done" in page.text
    assert told.json()["remedy"] in page.text


def test_a_fault_of_ours_shows_nothing_of_our_code(alone: Visit, caplog: pytest.LogCaptureFixture) -> None:
    def fails() -> None:
        raise RuntimeError("secret of ours")

    alone.app.add_api_route("/fails", fails, dependencies=[Depends(Needs(Role.READER))])
    with caplog.at_level(logging.ERROR, "clearway.web"):
        answer = alone.client.get("/fails")
    assert answer.status_code == 500
    assert "secret of ours" not in answer.text
    assert "Traceback" not in answer.text
    assert "a fault of Clearway" in answer.text
    assert "secret of ours" in caplog.text


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (LedgerError("x.db", rule="it is locked", remedy="wait"), 503),
        (RefusedDocument("x.pdf", rule="it is empty", remedy="send another"), 422),
    ],
)
def test_errors_of_clearway_say_the_document_the_rule_and_the_remedy(
    alone: Visit, error: LedgerError | RefusedDocument, status: int
) -> None:
    def fails() -> None:
        raise error

    alone.app.add_api_route("/fails.json", fails, dependencies=[Depends(Needs(Role.READER))])
    answer = alone.client.get("/fails.json")
    assert answer.status_code == status
    assert answer.json() == {"document": error.subject, "rule": error.rule, "remedy": error.remedy}


def test_an_address_says_nothing_on_a_page_but_what_the_desk_says(alone: Visit) -> None:
    assert 'role="status"' not in alone.client.get("/reports?said=You+were+hacked").text
    assert "You are signed in." in alone.client.get("/reports?said=joined").text


def test_no_path_leads_out_of_the_scripts_and_styles(alone: Visit) -> None:
    for path in ("../view.py", "..%2f..%2fview.py", "desk/frame.html", "/etc/passwd", "htmx/LICENSE", ""):
        assert alone.client.get(f"/static/{path}").status_code == 404, path


def test_the_script_of_pages_evaluates_nothing(alone: Visit) -> None:
    text = alone.client.get("/").text
    config = text.partition('name="htmx-config" content=\'')[2].partition("'")[0]
    told = json.loads(config)
    assert (told["allowEval"], told["includeIndicatorStyles"], told["selfRequestsOnly"]) == (False, False, True)


def test_no_template_of_the_desk_has_anything_inline(repository: Path) -> None:
    for path in (repository / "src/clearway/display/templates/desk").glob("*.html"):
        text = path.read_text(encoding="utf-8")
        for forbidden in (" style=", " onclick=", " onload=", "<style", "javascript:", "hx-on", "|safe"):
            assert forbidden not in text, (path.name, forbidden)
        for part in text.split("<script")[1:]:
            assert part.startswith((' src="{{ part(', ' type="application/json"')), path.name
