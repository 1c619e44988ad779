"""Pages that are made in processes of their own."""

import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import psutil
import pytest
from tests.browser.serving import Served, served
from tests.desk import sample_ledger

from clearway.web.accounts import sessions
from clearway.web.app import make_pages
from clearway.web.kept import NAME, TOKEN
from clearway.web.makers import AGAIN_S, Maker, Makers
from clearway.web.page_route import Aside, PageRoute
from clearway.web.rights import Role, routes_of
from clearway.web.settings import MOST_MAKERS, Settings

PATIENCE_S = 60.0
MONTH = "first=2020-02-01&last=2020-02-29"
ASKED = {"/timeline/days": MONTH, "/changes": MONTH, "/claims": "text=hospital"}


@pytest.fixture
def aside(tmp_path: Path) -> Iterator[Served]:
    """A team's desk with a process that makes pages."""
    with served(tmp_path, accounts=True, page_makers=1) as opened:
        yield opened


def signed_in(visit: Served, *roles: Role) -> httpx.Client:
    """A browser in which somebody with these roles is signed in."""
    store = visit.desk.store
    store.rows("INSERT OR REPLACE INTO person VALUES (?, ?, NULL, 1, '2020-01-01')", ("-".join(roles), " ".join(roles)))
    secret = sessions.begin(store, "-".join(roles), visit.desk.now())
    headers = {"X-CSRF-Token": sessions.token_of(secret)}
    return httpx.Client(base_url=visit.url, cookies={visit.desk.cookie: secret}, headers=headers, timeout=PATIENCE_S)


def maker_of(visit: Served) -> Maker:
    """The one process that makes its pages."""
    return visit.desk.makers.all[0]


def process_of(visit: Served) -> "subprocess.Popen[bytes]":
    process = maker_of(visit).process
    assert process is not None
    return process


def addresses(client: httpx.Client, visit: Served) -> list[str]:
    """Every page that is made aside, of something that is there, and its twin."""
    report = client.get("/reports.json").json()["reports"][0]["id"]
    names = {
        "report": report,
        "claim": client.get(f"/reports/{report}.json").json()["claims"][0]["id"],
        "place": client.get("/map.json").json()["features"][0]["id"],
        "figure": client.get("/picture.json").json()["topics"][0]["figures"][0]["id"],
    }
    paths = [
        one.path.format_map(names)
        for one in routes_of(make_pages(visit.desk))
        if isinstance(one, PageRoute) and one.aside is not Aside.NONE
    ]
    return [f"{path}?{ASKED.get(path.removesuffix('.json'), '')}" for path in paths]


@pytest.mark.parametrize("role", [Role.LEAD, Role.OFFICER, Role.READER])
def test_a_page_made_aside_is_what_the_desk_makes(aside: Served, role: Role) -> None:
    client = signed_in(aside, role)
    paths = addresses(signed_in(aside, Role.LEAD), aside)
    assert len(paths) > 20
    made_aside = [client.get(path) for path in paths]
    assert maker_of(aside).made > len(paths) / 2
    aside.desk.makers = Makers(Settings(ledger="none", desk=Path("none"), page_makers=0))
    aside.desk.kept = None
    made_here = [client.get(path) for path in paths]
    assert [(one.status_code, one.text) for one in made_aside] == [(one.status_code, one.text) for one in made_here]
    assert not any(secret in one.text for one in made_aside for secret in (NAME, TOKEN))


def test_a_page_made_aside_shows_a_judgement_at_once(aside: Served) -> None:
    client = signed_in(aside, Role.ANALYST)
    report = client.get("/reports.json").json()["reports"][0]["id"]
    claim = client.get(f"/reports/{report}.json").json()["claims"][0]["id"]
    assert client.get(f"/claims/{claim}.json").json()["judgements"] == []
    client.post(f"/claims/{claim}/judge.json", data={"verdict": "reject"})
    assert [one["verdict"] for one in client.get(f"/claims/{claim}.json").json()["judgements"]] == ["reject"]


def test_what_fails_aside_is_told_as_always(aside: Served) -> None:
    client = signed_in(aside, Role.ANALYST)
    assert client.get("/claims/none.json").status_code == 404
    refused = client.get("/picture?as_of=never")
    assert (refused.status_code, "never" in refused.text) == (422, True)
    assert client.get("/picture").status_code == 200


def test_nobody_is_shown_aside_what_is_not_for_them(aside: Served) -> None:
    assert signed_in(aside, Role.READER).get("/review").status_code == 403
    assert httpx.get(aside.url + "/map.json").status_code == 401
    assert maker_of(aside).made == 0


def test_pages_are_made_here_while_what_makes_them_is_lost(aside: Served) -> None:
    client, maker = signed_in(aside, Role.LEAD), maker_of(aside)
    assert client.get("/picture").status_code == 200
    first, made = process_of(aside), maker.made
    maker.started = time.monotonic()
    first.kill()
    first.wait(PATIENCE_S)
    assert [client.get(path).status_code for path in ("/map", "/timeline")] == [200, 200]
    assert maker.made == made
    maker.started -= AGAIN_S
    assert client.get("/timeline").status_code == 200
    assert (maker.made, process_of(aside).pid != first.pid) == (made + 1, True)


def test_whoever_waits_for_a_page_gets_it_when_its_maker_dies(aside: Served) -> None:
    client = signed_in(aside, Role.LEAD)
    assert client.get("/picture").status_code == 200
    process_of(aside).send_signal(signal.SIGSTOP)
    killing = threading.Timer(1.0, process_of(aside).kill)
    killing.start()
    assert client.get("/map").status_code == 200
    killing.join()


def test_while_its_maker_is_busy_a_desk_makes_one_page_at_a_time_itself(
    aside: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    client, maker = signed_in(aside, Role.ANALYST), maker_of(aside)
    assert client.get("/picture").status_code == 200
    made = maker.made
    monkeypatch.setattr(Maker, "busy", 1)
    here = client.get("/picture?as_of=2020-02-20")
    assert (here.status_code, maker.made) == (200, made)
    assert client.get("/map").status_code == 200
    assert maker.made == made + 1
    with aside.desk.makers.here():
        assert client.get("/picture?as_of=2020-02-21").status_code == 200
    assert maker.made == made + 2


def test_a_maker_that_is_stuck_is_ended_and_the_page_is_made_here(
    aside: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = signed_in(aside, Role.LEAD)
    assert client.get("/picture").status_code == 200
    stuck = process_of(aside)
    stuck.send_signal(signal.SIGSTOP)
    monkeypatch.setattr("clearway.web.makers.LONGEST_S", 0.5)
    assert client.get("/map").status_code == 200
    assert stuck.wait(PATIENCE_S) == -signal.SIGKILL


def test_where_one_is_lost_the_other_makes_the_pages(tmp_path: Path) -> None:
    with served(tmp_path, accounts=True, page_makers=2) as desk:
        client = signed_in(desk, Role.LEAD)
        first, second = desk.desk.makers.all
        first.close()
        assert [client.get(path).status_code for path in ("/map", "/timeline")] == [200, 200]
        assert (first.made, second.made) == (0, 2)


def test_no_page_is_made_of_another_ledger_than_the_desk_has(aside: Served, tmp_path: Path) -> None:
    client, ledger = signed_in(aside, Role.LEAD), tmp_path / "samples.db"
    before = client.get("/reports.json").json()
    process_of(aside).kill()
    ledger.rename(tmp_path / "elsewhere.db")
    maker_of(aside).started -= AGAIN_S
    assert client.get("/timeline").status_code == 200
    assert maker_of(aside).made == 0
    assert client.get("/reports.json").json() == before
    assert not ledger.exists()


def test_a_desk_makes_its_pages_where_none_can_be_made_aside(aside: Served) -> None:
    aside.desk.makers.close()
    aside.desk.makers = Makers(aside.desk.settings, module="clearway.web.nothing_such")
    aside.desk.makers.start()
    client = signed_in(aside, Role.LEAD)
    assert [client.get(path).status_code for path in ("/picture", "/map", "/timeline")] == [200, 200, 200]
    assert maker_of(aside).made == 0


def test_what_makes_pages_ends_with_its_desk(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = str(free.getsockname()[1])
    where = ["--ledger", str(sample_ledger(tmp_path)), "--port", port, "--no-open", "--makers", "2"]
    with subprocess.Popen([sys.executable, "-m", "clearway", "serve", *where]) as desk:  # our own command
        until = time.monotonic() + PATIENCE_S
        while len(makers := psutil.Process(desk.pid).children()) < 2 and time.monotonic() < until:
            time.sleep(0.1)
        assert len(makers) == 2
        desk.kill()
    assert psutil.wait_procs(makers, timeout=PATIENCE_S)[1] == []


@pytest.mark.parametrize(
    ("cores", "settings", "number"),
    [
        (1, {"accounts": True}, 1),
        (4, {"accounts": True}, 3),
        (64, {"accounts": True}, MOST_MAKERS),
        (64, {}, 0),
        (64, {"accounts": True, "page_makers": 0}, 0),
        (2, {"page_makers": 7}, 7),
    ],
)
def test_a_team_has_as_many_as_the_machine_can_bear(
    monkeypatch: pytest.MonkeyPatch, cores: int, settings: dict[str, int], number: int
) -> None:
    monkeypatch.setattr("os.cpu_count", lambda: cores)
    found = Settings(ledger="one.db", desk=Path("desk.db"), **({"page_makers": None} | settings))  # type: ignore[arg-type]
    assert found.number_of_makers == number
