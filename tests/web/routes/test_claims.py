"""Claims at the desk: found by conditions, a page at a time, and by nothing that the gate holds back."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient
from tests.web.making import Visit

from clearway.crisis import Crisis, seeking
from clearway.model import Profile, Query
from clearway.web.rights import Role

NAMED = "Safiya Qadri, a nurse whose brother was killed, told a reporter that nine people died in Binnish on Monday."


def found(client: TestClient, **asked: Any) -> list[dict[str, Any]]:
    """Every claim, page after page."""
    told: list[dict[str, Any]] = []
    while True:
        page = client.get("/claims.json", params=asked).json()
        told += page["claims"]
        if page["after"] is None:
            return told
        asked["after"] = page["after"]


def test_all_claims_come_once_page_by_page(alone: Visit) -> None:
    rows = found(alone.client, most=37)
    assert [row["id"] for row in rows] == [claim.id for claim in alone.desk.crisis.claims().claims]


@pytest.mark.parametrize(
    ("asked", "query"),
    [
        ({"text": '"air strikes"'}, Query(text='"air strikes"')),
        ({"kind": "killed", "place": "idlib"}, Query(kind="killed", place="idlib")),
        ({"source": "frontline"}, Query(source="frontline")),
    ],
)
def test_what_is_asked_for_is_what_the_ledger_finds(alone: Visit, asked: dict[str, str], query: Query) -> None:
    expected = [claim.id for claim in alone.desk.crisis.claims(query).claims]
    assert len(expected) > 1
    assert [row["id"] for row in found(alone.client, **asked)] == expected


def test_an_empty_field_asks_for_nothing(alone: Visit) -> None:
    empty = dict.fromkeys(("text", "kind", "place", "source", "first", "last", "box", "report"), "")
    assert len(found(alone.client, **empty)) == alone.desk.crisis.counts().claims


def test_the_page_shows_a_claim_with_its_report(alone: Visit) -> None:
    row = found(alone.client, text="bakery")[0]
    html = alone.client.get("/claims", params={"text": "bakery"}).text
    assert row["sentence"].replace("'", "&#39;") in html
    assert f'href="/reports/{row["report"]}#c-{row["id"]}"' in html
    assert 'value="bakery"' in html


@pytest.mark.parametrize(
    "asked",
    [
        {"box": "1,2,3"},
        {"first": "2020-02-02", "last": "2020-02-01"},
        {"kind": "nothing"},
        {"after": "x_y"},
        {"text": "…"},
    ],
)
def test_what_makes_no_sense_is_refused_in_plain_words(alone: Visit, asked: dict[str, str]) -> None:
    answer = alone.client.get("/claims.json", params=asked)
    assert answer.status_code == 422
    assert set(answer.json()) == {"document", "rule", "remedy"}


def test_a_reader_pages_through_what_partners_may_see(team: Visit) -> None:
    rows = found(team.signed_in(Role.READER), most=37)
    told = team.desk.crisis.claims(profile=Profile.PARTNERS).claims
    assert len({row["id"] for row in rows}) == len(rows) == len(told)
    assert {row["report"] for row in rows} == {claim.report for claim in told}


@pytest.fixture
def named(opened: Callable[..., Visit], tmp_path: Path) -> Visit:
    """A desk over one report that names a person."""
    from tests.desk import quick_reader

    (tmp_path / "note.txt").write_text(f"Publisher: Valley Post\nMay-redistribute: full\n\n{NAMED}\n", "utf-8")
    with Crisis.open(tmp_path / "one.db") as crisis:
        crisis.__dict__["reader"] = quick_reader(crisis.gazetteer)
        crisis.read([tmp_path / "note.txt"])
    return opened(accounts=True, ledger=tmp_path / "one.db")


def test_a_name_that_is_masked_is_not_found_by_whoever_may_not_see_it(named: Visit) -> None:
    asked = [{"text": "Qadri"}, {"source": "Safiya"}, {"place": "Binnish"}, {"box": "36,35,37,36.5"}]
    analyst = named.signed_in(Role.ANALYST)
    assert [bool(found(analyst, **one)) for one in asked] == [True, True, True, True]
    reader = named.signed_in(Role.READER)
    assert "Qadri" not in reader.get("/claims").text
    assert [found(reader, **one) for one in asked] == [[], [], [], []]
    assert found(reader, text='"nine people died"')
    assert found(reader, place="Idlib")


def test_a_search_that_may_hold_more_says_so(named: Visit, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(seeking, "AT_ONCE", 1)
    monkeypatch.setattr(seeking, "MOST_ROUNDS", 1)
    page = named.signed_in(Role.READER).get("/claims.json", params={"text": "Qadri"}).json()
    assert (page["claims"], page["cut"]) == ([], True)
