"""Reports: the list, and one."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from tests.exports.making import claim, report
from tests.web.making import Visit

from clearway.crisis import Crisis
from clearway.model import MayRedistribute, Report
from clearway.web.rights import Role

SCRIPT = "<script>alert(1)</script>"
WAY = {"extractor": "rules", "version": "1", "gazetteer": "g"}


def ledger_of(folder: Path, *reports: Report) -> Path:
    """A ledger with these reports, each with one claim of its first four words."""
    path = folder / "made.db"
    with Crisis.open(path) as crisis:
        for one in reports:
            words = " ".join(one.text.split(" ")[:4])
            crisis.ledger.add(one, [claim(one, "killed", words)], **WAY, at=crisis.now)
    return path


def test_reports_are_listed_newest_first_a_page_at_a_time(alone: Visit) -> None:
    whole = alone.client.get("/reports.json").json()
    assert whole["after"] is None
    days = [row["published"] or "9999" for row in whole["reports"]]
    assert days == sorted(days, reverse=True)
    found, after = [], ""
    while after is not None:
        page = alone.client.get("/reports.json", params={"most": 2, **({"before": after} if after else {})}).json()
        found += page["reports"]
        after = page["after"]
    assert found == whole["reports"]


@pytest.mark.parametrize("before", ["x", "2020-13-01_a", "' OR 1=1 --", "\x00"])
def test_a_place_that_is_in_no_list_is_refused(alone: Visit, before: str) -> None:
    assert alone.client.get("/reports.json", params={"before": before}).status_code == 422


def test_a_report_comes_with_its_claims(alone: Visit) -> None:
    row = alone.client.get("/reports.json").json()["reports"][0]
    page = alone.client.get(f"/reports/{row['id']}.json").json()
    assert page["report"]["title"] == row["title"]
    assert len(page["claims"]) == row["claims"]
    text = page["report"]["text"]
    assert all(
        one["passage"]["words"] == text[one["passage"]["start"] : one["passage"]["end"]] for one in page["claims"]
    )


@pytest.mark.parametrize("path", ["/reports/none", "/reports/none.json", "/reports/..%2f..%2fetc%2fpasswd"])
def test_a_report_that_there_is_not_is_not_found(alone: Visit, path: str) -> None:
    assert alone.client.get(path).status_code == 404


def test_nothing_that_was_published_is_run(opened: Callable[..., Visit], tmp_path: Path) -> None:
    said = report(
        f'Four people were killed {SCRIPT} <img src=x onerror="alert(1)"> by shells.',
        title=f"Title {SCRIPT}",
        publisher=f'"><b onclick=alert(1)>{SCRIPT}',
        url="javascript:alert(1)",
    )
    visit = opened(ledger=ledger_of(tmp_path, said))
    for path in ("/reports", f"/reports/{said.id}"):
        text = visit.client.get(path).text
        assert SCRIPT not in text
        assert "<img" not in text
        assert "<b onclick" not in text
        assert "javascript:" not in text
        assert text.count("<script") == text.count('<script src="/static/')
        assert " style=" not in text
    assert visit.client.get(f"/reports/{said.id}.json").headers["content-type"] == "application/json"


def test_who_only_reads_gets_no_text_that_must_not_be_passed_on(opened: Callable[..., Visit], tmp_path: Path) -> None:
    open_, closed = (
        report(f"Four people were killed {name}.", title=name, may=may)
        for name, may in (("there", MayRedistribute.FULL), ("nowhere", MayRedistribute.NONE))
    )
    visit = opened(ledger=ledger_of(tmp_path, open_, closed), accounts=True)
    reader, analyst = visit.signed_in(Role.READER), visit.signed_in(Role.ANALYST)
    assert "nowhere" in analyst.get(f"/reports/{closed.id}").text
    answer = reader.get(f"/reports/{closed.id}.json")
    assert "Four people were killed nowhere" not in answer.text
    assert "killed nowhere" not in reader.get("/reports").text
    assert reader.get(f"/reports/{open_.id}.json").json()["banner"].startswith("PARTNERS")


def test_the_list_says_day_and_publisher(opened: Callable[..., Visit], tmp_path: Path) -> None:
    said = report("Four people were killed there.", title="Wire", publisher="The Daily", published=date(2020, 2, 18))
    text = opened(ledger=ledger_of(tmp_path, said)).client.get("/reports").text
    assert "18 Feb 2020" in text
    assert "1 claim<" in text
