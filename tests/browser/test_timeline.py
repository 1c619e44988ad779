"""The timeline of the desk in a browser: a number opens its claims, and a figure's course is drawn and told."""

import os
from pathlib import Path
from typing import Any

import pytest
from tests.browser.serving import Served
from tests.browser.test_desk import AXE, FINDS, LAPTOP, PHONE, Opens, desk, opens

__all__ = ["desk", "opens"]
ROOT = Path(__file__).parents[2]
PATIENCE_MS = 60_000
AT_LAST_POINT = """(chart) => {
  const rows = [...document.querySelectorAll(".course tbody tr")];
  const days = rows.map((row) => Date.parse(row.dataset.day));
  const over = chart.querySelector(".u-over").getBoundingClientRect();
  const long = (days[days.length - 1] - days[0]);
  return [over.left + over.width * (long * 1.06) / (long * 1.12), over.top + over.height / 2];
}"""


def course_path(desk: Served) -> str:
    """The course of all who were displaced, told of four days."""
    often = desk.desk.crisis.told_often(20)
    return next(f"/timeline/figures/{one.id}" for one in often if one.statement.startswith("961,000"))


def drawn(page: Any) -> Any:
    """The page once its chart is there."""
    page.locator("#chart[data-drawn]").wait_for(timeout=PATIENCE_MS)
    return page


@pytest.mark.parametrize(("size", "scheme"), [(LAPTOP, "light"), (PHONE, "dark")])
def test_a_course_has_no_fault_of_access(opens: Opens, desk: Served, size: tuple[int, int], scheme: str) -> None:
    page = drawn(opens(course_path(desk), size, scheme))
    page.evaluate(AXE.read_text(encoding="utf-8"))
    assert page.evaluate(FINDS) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_point_of_the_chart_opens_its_claims(opens: Opens, desk: Served) -> None:
    page = drawn(opens(course_path(desk)))
    page.mouse.click(*page.locator("#chart").evaluate(AT_LAST_POINT))
    row = page.locator(".course tr.on")
    row.wait_for(timeout=PATIENCE_MS)
    assert "961,000" in row.inner_text()
    row.locator("ul.words a").first.press("Enter")
    page.wait_for_url("**/claims/*", timeout=PATIENCE_MS)


def test_without_scripts_the_table_tells_the_course(opens: Opens, desk: Served) -> None:
    page = opens(course_path(desk), scripts=False)
    assert page.locator("#chart").is_hidden()
    assert page.locator(".course tbody tr").count() == 4
    page.locator(".course summary").first.click()
    assert page.locator(".course ul.words a").first.is_visible()


def test_a_number_of_the_timeline_opens_its_claims_by_keys(opens: Opens) -> None:
    page = opens("/timeline")
    cell = page.locator("#days td a").nth(5)
    count = int(cell.inner_text())
    cell.focus()
    page.keyboard.press("Enter")
    name = page.locator("#evidence .place-name")
    name.wait_for(timeout=PATIENCE_MS)
    assert page.evaluate("document.activeElement.className") == "place-name"
    assert int(page.locator("#evidence .topic-lines .count").first.inner_text()) == count
    page.evaluate(AXE.read_text(encoding="utf-8"))
    assert page.evaluate(FINDS) == []


def test_a_figure_of_the_picture_leads_to_its_course(opens: Opens) -> None:
    page = opens("/picture")
    figure = page.locator("article.figure", has_text="299 civilians killed").first
    figure.locator("summary").click()
    figure.locator("a", has_text="How it went").click()
    page.wait_for_url("**/timeline/figures/*", timeout=PATIENCE_MS)
    drawn(page)


@pytest.mark.skipif("CLEARWAY_PICTURES" not in os.environ, reason="set CLEARWAY_PICTURES=1 to take the docs' pictures")
def test_the_docs_have_their_picture_of_a_course(opens: Opens, desk: Served) -> None:
    page = drawn(opens(course_path(desk)))
    page.locator(".course summary").first.click()
    page.screenshot(path=ROOT / "docs/pictures/desk-timeline.png")
