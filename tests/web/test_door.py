"""What a request must be, and what every answer carries."""

import os
from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from tests.web.making import HERE, Visit

from clearway.web import neighbours
from clearway.web.door import POLICY
from clearway.web.rights import Role

Opens = Callable[..., Visit]


def rule(answer: object) -> str:
    return str(answer.json()["rule"])  # type: ignore[attr-defined]


@pytest.mark.parametrize("path", ["/", "/reports", "/reports.json", "/nope", "/static/page.css", "/sign-in", "/inbox"])
def test_every_answer_forbids_what_a_page_does_not_need(alone: Visit, path: str) -> None:
    headers = alone.client.get(path).headers
    assert headers["content-security-policy"] == POLICY
    assert "unsafe" not in POLICY
    assert "default-src 'none'" in POLICY
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert headers["x-frame-options"] == "DENY"
    assert headers["cross-origin-resource-policy"] == "same-origin"


@pytest.mark.parametrize("path", ["/", "/reports", "/reports.json", "/people", "/audit.json", "/inbox"])
def test_no_page_of_data_is_kept_by_a_browser(alone: Visit, path: str) -> None:
    assert alone.client.get(path).headers["cache-control"] == "no-store"


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1", "127.0.0.1:80", "localhost.evil.example:8765", ""])
def test_a_name_that_somebody_else_made_to_lead_here_is_refused(alone: Visit, host: str) -> None:
    answer = alone.client.get("/reports.json", headers={"Host": host})
    assert answer.status_code == 421
    assert "this desk is not reached as" in rule(answer)


@pytest.mark.parametrize("host", ["127.0.0.1:8765", "localhost:8765", "[::1]:8765"])
def test_this_machine_is_reached_by_its_names(alone: Visit, host: str) -> None:
    assert alone.client.get("/reports.json", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize("name", ["X-Forwarded-For", "Forwarded", "Via", "X-Real-IP", "X-Forwarded-Host"])
def test_a_proxy_does_not_open_a_desk_without_accounts_to_all(alone: Visit, name: str) -> None:
    answer = alone.client.get("/reports.json", headers={name: "203.0.113.9"})
    assert answer.status_code == 403
    assert rule(answer) == "a reverse proxy brings this request, and this desk asks nobody who they are"


def test_a_desk_without_accounts_is_for_this_machine_alone(alone: Visit) -> None:
    assert alone.another(peer=("192.0.2.7", 1)).get("/reports.json").status_code == 403


def test_another_person_of_this_machine_is_told_by_their_socket(alone: Visit, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(neighbours, "owner_of", lambda *_: os.getuid() + 1)
    answer = alone.client.get("/reports.json")
    assert answer.status_code == 403
    assert rule(answer) == "another person of this machine asks, and this desk asks nobody who they are"


def test_behind_a_proxy_people_sign_in(opened: Opens) -> None:
    visit = opened(address="https://desk.example.org")
    client = visit.another(address="https://desk.example.org")
    assert client.get("/reports.json", headers={"X-Forwarded-For": "203.0.113.9"}).status_code == 401


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:9999"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
def test_a_page_of_another_site_changes_nothing(team: Visit, headers: dict[str, str]) -> None:
    client = team.signed_in(Role.LEAD)
    answer = client.post("/people/invite.json", data={"name": "Ada", "roles": "reader"}, headers=headers)
    assert answer.status_code == 403
    assert rule(answer) == "a page of another site asks for it"


def test_the_desks_own_page_changes_something(team: Visit) -> None:
    client = team.signed_in(Role.LEAD)
    headers = {"Origin": "http://127.0.0.1:8765", "Sec-Fetch-Site": "same-origin"}
    answer = client.post("/people/invite.json", data={"name": "Ada", "roles": "reader"}, headers=headers)
    assert answer.status_code == 200


def test_two_gigabytes_are_refused_before_they_are_sent(alone: Visit) -> None:
    asked: list[int] = []

    def body() -> Iterator[bytes]:
        for part in range(2000):
            asked.append(part)
            yield b"0" * 1_000_000

    headers = {"Content-Length": "2000000000", "X-CSRF-Token": "x"}
    answer = alone.client.post("/inbox/files.json", content=body(), headers=headers)
    assert answer.status_code == 413
    assert rule(answer) == "it is larger than 200 MB"


@pytest.mark.parametrize(
    ("path", "command"),
    [("/inbox/files", "clearway read"), ("/roads/add", "clearway roads add"), ("/merge/add", "clearway ledger merge")],
)
def test_who_sends_too_much_is_told_how_it_is_done_on_the_server(alone: Visit, path: str, command: str) -> None:
    for end in ("", ".json"):
        answer = alone.client.post(f"{path}{end}", content=b"", headers={"Content-Length": "2000000000"})
        assert answer.status_code == 413
        assert f"`{command}`" in unescape(answer.text)


def test_a_body_that_does_not_tell_its_length_is_cut_off(opened: Opens, tmp_path: Path) -> None:
    visit = opened(most_upload=50_000)
    sent = b'--x\r\nContent-Disposition: form-data; name="files"; filename="a.txt"\r\n\r\n' + b"0" * 100_000

    def body() -> Iterator[bytes]:
        yield from (sent[start : start + 10_000] for start in range(0, len(sent), 10_000))

    headers = {"Content-Type": "multipart/form-data; boundary=x"}
    answer = visit.client.post("/inbox/files.json", content=body(), headers=headers)
    assert answer.status_code == 413
    assert not list((tmp_path / "desk-inbox").glob("*"))


@pytest.mark.parametrize("path", ["/inbox/text", "/sign-in", "/people/invite"])
def test_a_form_may_be_a_megabyte(alone: Visit, path: str) -> None:
    answer = alone.client.post(f"{path}.json", data={"text": "0" * 1_000_001})
    assert answer.status_code == 413


@pytest.mark.parametrize("length", ["-1", "x", "1e9"])
def test_a_length_that_is_none_is_refused(alone: Visit, length: str) -> None:
    assert alone.client.post("/sign-in.json", content=b"", headers={"Content-Length": length}).status_code == 413


def test_cookies_travel_over_tls_alone_where_others_listen(opened: Opens) -> None:
    visit = opened(address="https://desk.example.org")
    client: TestClient = visit.another(address="https://desk.example.org", peer=HERE)
    cookie = client.get("/sign-in").headers["set-cookie"]
    assert cookie.startswith("__Host-desk-visit=")
    assert {"HttpOnly", "Path=/", "SameSite=strict", "Secure"} <= set(cookie.split("; "))
    assert client.get("/sign-in").headers["strict-transport-security"] == "max-age=31536000"
