import asyncio
import re
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

from starlette.responses import HTMLResponse, Response
from starlette.testclient import TestClient
from tests.web.making import Visit

from clearway.web.kept import NAME, TOKEN, Kept
from clearway.web.rights import Person, Role

ANA = Person(name="Ana <A>", roles=frozenset({Role.ANALYST}), token="a1")  # noqa: S106
BEN = Person(name="Ben", roles=frozenset({Role.ANALYST}), token="b2")  # noqa: S106


Answer = TypeVar("Answer")


def run(work: Coroutine[Any, Any, Answer]) -> Answer:
    """What the work comes to, in a thread of its own: a browser of other tests may have left a loop in this one."""
    with ThreadPoolExecutor(1) as own:
        return own.submit(asyncio.run, work).result()


def a_claim(client: TestClient) -> str:
    report = client.get("/reports.json").json()["reports"][0]["id"]
    name: str = client.get(f"/reports/{report}.json").json()["claims"][0]["id"]
    return name


def test_a_kept_page_carries_the_name_and_token_of_whoever_looks(team: Visit) -> None:
    one, other = team.signed_in(Role.ANALYST, name="Ana"), team.signed_in(Role.ANALYST, name="Ben")
    for client, name in ((one, "Ana"), (other, "Ben"), (one, "Ana")):
        page = client.get("/reports").text
        assert f"<bdi>{name}</bdi>" in page
        assert set(re.findall(r'name="token" value="(\w+)"', page)) == {client.headers["X-CSRF-Token"]}
        assert NAME not in page
        assert TOKEN not in page


def test_a_reader_is_never_shown_what_was_kept_for_an_analyst(team: Visit) -> None:
    analyst, reader = team.signed_in(Role.ANALYST), team.signed_in(Role.READER)
    first = analyst.get("/reports.json").json()
    assert reader.get("/reports.json").json()["banner"] != first["banner"]
    assert team.another().get("/reports.json").status_code == 401


def test_whoever_is_shut_out_is_refused_a_kept_page(team: Visit) -> None:
    client = team.signed_in(Role.ANALYST, name="Ana")
    assert client.get("/reports").status_code == 200
    team.desk.store.rows("UPDATE person SET active = 0 WHERE name = 'Ana'")
    assert client.get("/reports.json").status_code == 401


def test_no_page_is_stale_after_a_judgement(here: TestClient) -> None:
    name = a_claim(here)
    pages = [f"/claims/{name}.json", "/picture.json", "/incidents.json"]
    before = [here.get(page).json() for page in pages]
    assert [here.get(page).json() for page in pages] == before
    here.post(f"/claims/{name}/judge.json", data={"verdict": "reject"})
    after = [here.get(page).json() for page in pages]
    assert [one["verdict"] for one in after[0]["judgements"]] == ["reject"]
    assert name in str(before[1:])
    assert name not in str(after[1:])


def test_a_page_of_another_day_is_made_anew(alone: Visit) -> None:
    ages = []
    for _ in range(2):
        ages.append(alone.client.get("/picture.json").json()["topics"][0]["figures"][0]["age"])
        alone.desk.now.move(days=1)  # type: ignore[attr-defined]  # a clock of tests
    assert ages[0] != ages[1]


def answers(
    kept: Kept, times: int, make: Callable[[], str], keys: Callable[[], str], *, known: str = "1"
) -> list[Response]:
    """What so many at once are answered."""

    async def key() -> tuple[str, str]:
        return (known, keys())

    async def made() -> Response:
        await asyncio.sleep(0)
        return HTMLResponse(make())

    async def all_of() -> list[Response]:
        return await asyncio.gather(*(kept.answer(BEN, key, made) for _ in range(times)))

    return run(all_of())


def test_a_page_that_many_ask_for_at_once_is_made_once() -> None:
    kept, made = Kept(), iter(range(10))
    found = answers(kept, 5, lambda: f"page {next(made)}", lambda: "a")
    assert [bytes(one.body) for one in found] == [b"page 0"] * 5


def test_whoever_waits_for_a_page_gets_it_though_it_is_not_kept() -> None:
    kept, made, known = Kept(), iter(range(10)), iter(["a"] * 5 + ["b"] * 10)
    found = answers(kept, 5, lambda: f"page {next(made)}", lambda: next(known))
    assert [bytes(one.body) for one in found] == [b"page 0"] * 5
    assert bytes(answers(kept, 1, lambda: f"page {next(made)}", lambda: "b")[0].body) == b"page 1"


def test_where_a_page_fails_those_who_wait_have_it_made_for_them() -> None:
    async def key() -> tuple[str]:
        return ("a",)

    async def made() -> Response:
        await asyncio.sleep(0)
        return HTMLResponse("no", status_code=503) if next(times) == 0 else HTMLResponse("yes")

    async def all_of() -> list[Response]:
        return await asyncio.gather(*(kept.answer(BEN, key, made) for _ in range(3)))

    kept, times = Kept(), iter(range(10))
    assert [bytes(one.body) for one in run(all_of())] == [b"no", b"yes", b"yes"]
    assert kept._bytes == len(b"yes")


def test_what_changed_while_a_page_was_made_is_not_kept() -> None:
    kept, made, known = Kept(), iter(range(10)), iter("abbb")
    for expected in (b"page 0", b"page 1"):
        assert [bytes(one.body) for one in answers(kept, 1, lambda: f"page {next(made)}", lambda: next(known))] == [
            expected
        ]


def test_pages_nobody_asked_for_the_longest_go_first() -> None:
    kept, made = Kept(most=11), iter(range(10))
    for key, expected in (("a", b"page 0"), ("b", b"page 1"), ("a", b"page 2"), ("a", b"page 2")):
        assert bytes(answers(kept, 1, lambda: f"page {next(made)}", lambda key=key: key)[0].body) == expected  # type: ignore[misc]


def test_pages_of_what_was_known_before_are_let_go() -> None:
    kept = Kept()
    for known, text in (("1", "page 0"), ("1", "page 01"), ("2", "page 012")):
        answers(kept, 1, lambda text=text: text, lambda text=text: text, known=known)  # type: ignore[misc]
    assert (kept._bytes, list(kept._bodies)) == (len("page 012"), [("2", "page 012")])


def test_a_name_stands_in_a_kept_page_as_text() -> None:
    async def key() -> tuple[str]:
        return ("a",)

    async def made() -> Response:
        return HTMLResponse(f"<bdi>{NAME}</bdi> {TOKEN}")

    kept = Kept()
    assert bytes(run(kept.answer(ANA, key, made)).body) == b"<bdi>Ana &lt;A&gt;</bdi> a1"
