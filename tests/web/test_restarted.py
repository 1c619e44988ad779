"""A team's desk whose PostgreSQL is started again: nothing confirmed is lost, and nobody is signed out."""

import re
import time
from collections.abc import Iterator
from pathlib import Path
from threading import Event, Thread

import httpx
import pytest
from tests.browser.serving import Served, served
from tests.ledger.making import AT, WAY, numbered
from tests.ledger.server import Server

from clearway.ledger import open_ledger
from clearway.web.accounts import sessions

PATHS = ("/reports.json", "/picture", "/review", "/incidents.json")
WAIT_S = 60.0
SOON_S = 15.0
"""Far below the half minute that one request waits for who may wait so long, on a busy machine, too."""


@pytest.fixture
def team_on_postgres(postgres: Server, tmp_path: Path) -> Iterator[Served]:
    """A desk with accounts on a server."""
    url = postgres.fresh()
    with open_ledger(url) as ledger:
        for number in range(6):
            ledger.add(*numbered(number), **WAY, at=AT)
    with served(tmp_path, ledger=url, accounts=True) as opened:
        yield opened


def signed_in(opened: Served, name: str) -> httpx.Client:
    """A browser in which an analyst is signed in."""
    desk = opened.desk
    desk.store.rows("INSERT INTO person VALUES (?, 'analyst', NULL, 1, '2020-01-01')", (name,))
    secret = sessions.begin(desk.store, name, desk.now())
    headers = {"X-CSRF-Token": sessions.token_of(secret)}
    return httpx.Client(base_url=opened.url, cookies={desk.cookie: secret}, headers=headers, timeout=WAIT_S)


def told_by(answer: httpx.Response) -> tuple[int, str]:
    """The status of an answer, and what a page of errors says."""
    return answer.status_code, answer.text.partition("alert")[2][:400] or answer.text[:400]


def is_plain(answer: httpx.Response) -> bool:
    """Whether somebody got what they asked for, or was told in plain words that they did not."""
    ours = re.search(r"Traceback|psycopg|sqlalchemy|SELECT|fault of Clearway", answer.text)
    return answer.status_code == 200 or (answer.status_code == 503 and ours is None)


def test_a_server_started_again_under_load_loses_nothing_and_signs_nobody_out(
    postgres: Server, team_on_postgres: Served
) -> None:
    visit = team_on_postgres
    names = [one.id for one in visit.desk.crisis.ledger.claims()]
    confirmed: list[tuple[str, str]] = []
    odd: list[tuple[int, str]] = []
    stopped, enough = Event(), Event()

    def work(client: httpx.Client, who: str) -> None:
        number = 0
        while not stopped.is_set():
            name, path = names[number % len(names)], PATHS[number % len(PATHS)]
            answers = [client.get(path)]
            answer = client.post(f"/claims/{name}/judge.json", data={"verdict": "accept", "why": f"{who} {number}"})
            if answer.status_code == 200:
                confirmed.append((name, f"{who} {number}"))
                enough.set()
            answers.append(answer)
            odd.extend(told_by(one) for one in answers if not is_plain(one))
            number += 1

    people = {name: signed_in(visit, name) for name in ("Ana", "Ben", "Eva")}
    threads = [Thread(target=work, args=(client, name)) for name, client in people.items()]
    for thread in threads:
        thread.start()
    try:
        for how in ("fast", "immediate"):
            assert enough.wait(WAIT_S)
            postgres.stop(how)
            postgres.start()
            enough.clear()
            assert enough.wait(WAIT_S)
    finally:
        stopped.set()
        for thread in threads:
            thread.join()
    assert odd == []
    kept = {(name, one.why) for one, _ in visit.desk.crisis.judgements() for name in one.claims}
    assert set(confirmed) <= kept
    assert {client.get("/home.json").status_code for client in people.values()} == {200}


def test_a_server_that_stays_away_is_told_in_plain_words(postgres: Server, team_on_postgres: Served) -> None:
    ana = signed_in(team_on_postgres, "Ana")
    name = next(iter(team_on_postgres.desk.crisis.ledger.claims())).id
    postgres.stop()
    try:
        began = time.monotonic()
        page, told = ana.get("/reports"), ana.get("/reports.json")
        act = ana.post(f"/claims/{name}/judge", data={"verdict": "accept"})
        took = time.monotonic() - began
        inbox = ana.get("/inbox")
        taken = ana.post("/inbox/files.json", files=[("files", ("a.txt", b"One."))])
    finally:
        postgres.start()
    assert [one.status_code for one in (page, told, act, inbox, taken)] == [503, 503, 503, 200, 200]
    assert took < SOON_S
    assert told.json()["rule"] == "the server cannot be reached"
    assert told.json()["remedy"].startswith("wait a little: this page asks again by itself. If it stays away, tell who")
    assert "the server cannot be reached" in page.text
    assert (page.headers["Refresh"], page.headers["Retry-After"]) == ("5", "5")
    assert "look in a little while whether it was kept after all, and send it again if not" in act.text
    assert "Refresh" not in act.headers
    assert ana.get("/reports").status_code == 200
