"""The desk's load: what is asked for, how it is told, and that it runs on both stores."""

import json
from pathlib import Path
from random import Random

import pytest
from benchmarks import desk_visits
from benchmarks.desk import Load, lines
from benchmarks.desk_ledgers import copy, judge
from benchmarks.desk_pages import PAGES, PLAIN, Stock
from benchmarks.desk_server import served
from benchmarks.desk_visits import FOR_READERS, JUDGES, TEAM
from benchmarks.filling import fill
from benchmarks.making import made_reports
from tests.ledger.server import Server

from clearway.crisis import Crisis
from clearway.web.rights import Role

RANDOM = Random(1)  # noqa: S311  # made up, not secret
STOCK = Stock(reports=["r1"], claims=["c1"], places=["Bel dan"], spots=["s1"])


def load(claims: int, late: float, *, memory: int = 100_000_000, faults: int = 0) -> Load:
    names = [name for page in PAGES for name in (page.name, f"{page.name}.json")]
    times = {name: [10.0] * 9 + [late] for name in (*names, JUDGES, *FOR_READERS.values())}
    gone = {"times": times, "faults": ["a fault"] * faults, "seconds": 10.0}
    return Load(store="a file", claims=claims, rested=gone, unrested=gone, memory=memory)


def test_a_twin_has_the_address_of_its_page_with_json_behind_the_path() -> None:
    by_name = {page.name: page for page in PAGES}
    first, claim, further = (by_name[name] for name in ("first page", "a claim", "review, further on"))
    assert [first.address(STOCK, RANDOM, twin=twin) for twin in (False, True)] == ["/", "/home.json"]
    assert claim.address(STOCK, RANDOM, twin=True) == "/claims/c1.json"
    assert further.address(STOCK, RANDOM, twin=True) == "/review.json?after=c1"


def test_a_reader_is_sent_to_no_page_of_an_analysts() -> None:
    mine = [page.name for page in PAGES if page.is_for([Role.READER])]
    assert "picture" in mine
    assert "review" not in mine


def test_each_page_has_a_line_with_the_middle_and_the_late_of_each_size() -> None:
    found = {line.what: line for line in lines([load(10_000, 40.0), load(100_000, 400.0)])}
    home = found["a file: first page `/`"]
    assert home.value == "10/26, 10/224; its twin 10/26, 10/224 ms"
    assert (home.floor, home.passed) == ("at most 300 ms", True)
    assert found["a file: memory of the desk"].value == "100 MB (100, 100)"
    readers = [found[f"a file: {name}"].floor for name in FOR_READERS.values()]
    assert readers == ["at most 300 ms", "at most 1000 ms"]
    assert not any("server" in what or PLAIN in what for what in found)


def test_what_is_late_too_large_or_fails_is_told() -> None:
    found = {line.what: line for line in lines([load(10_000, 4_000.0, memory=800_000_000, faults=1)])}
    failed = {what for what, line in found.items() if line.passed is False}
    assert {"a file: first page `/`", "a file: memory of the desk", "a file: requests that failed"} <= failed


def test_a_copied_ledger_is_the_same_ledger(tmp_path: Path, postgres: Server) -> None:
    file, url = tmp_path / "made.db", postgres.url(postgres.database())
    fill(file, made_reports(600))
    with Crisis.open(file) as crisis:
        crisis.fold_in(events=True)
        judge(crisis)
        crisis.fold_in(events=True)
        copy(file, url)
        with Crisis.open(url) as other:
            assert list(other.export()) == list(crisis.export())
            assert other.counts() == crisis.counts()
            assert other.picture().picture == crisis.picture().picture
            assert other.incidents() == crisis.incidents()


def test_people_go_through_a_desk_that_is_served(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fill(tmp_path / "made.db", made_reports(300))
    with served(str(tmp_path / "made.db"), tmp_path, TEAM[:2]) as desk:
        links = [part for link in desk.links for part in ("--link", link)]
        desk_visits.main(["--url", desk.url, *links, "--rounds", "1", "--rest", "0"])
    told = json.loads(capsys.readouterr().out)
    assert told["rested"]["faults"] == []
    assert {page.name for page in PAGES if page.is_for([Role.ANALYST])} <= set(told["rested"]["times"])
    assert desk.peak > 0
