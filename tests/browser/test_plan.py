import os
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from tests.browser.made import claims, page_of_a_crisis
from tests.browser.made_plan import ARABIC, RED, SHELLS
from tests.browser.test_page import AXE, LAPTOP, PHONE, ROOT
from tests.display.test_corridors import RECORD, STALE

from clearway.errors import UsageError
from clearway.model import Cause, Profile

Visit = Callable[..., Any]


def chosen(page: Any) -> tuple[str, str]:
    """Which way and which leg the map shows as chosen."""
    view = page.locator("#ways-map")
    return view.get_attribute("data-way"), view.get_attribute("data-leg")


def test_the_answer_comes_first_in_words_with_what_is_not_to_be_done_with_it(visit: Visit, plan_file: Path) -> None:
    page = visit(plan_file)
    assert page.locator("main h2").first.text_content() == "No corridor can be recommended"
    assert page.locator(".banner strong").text_content() == "restricted"
    assert page.locator(".schematic").text_content() == "Schematic roads: not for navigation."
    assert "© Somebody (ODbL 1.0)" in page.locator("footer").text_content()


def test_a_way_is_chosen_alike_in_list_table_plot_and_map(visit: Visit, plan_file: Path) -> None:
    page = visit(plan_file)
    assert chosen(page) == ("A", "")
    for within in (".choice a", ".beside thead a", ".mark-of", "#ways-map .letter"):
        page.locator(within).nth(1).click()
        assert (chosen(page), page.url.rpartition("#")[2]) == (("B", ""), "w-B"), within
        page.locator(within).nth(0).focus()
        page.keyboard.press("Enter")
        assert chosen(page) == ("A", ""), within
    page.locator(".mark-of").nth(1).click()
    assert page.locator(".way:visible h3").text_content() == "Way B: not recommended"
    current = page.locator(".way-link[aria-current], .mark-of[aria-current]")
    assert current.evaluate_all("links => links.map((link) => link.dataset.way)") == ["B", "B", "B"]


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_a_leg_opens_to_why_by_the_keyboard(visit: Visit, plan_file: Path, key: str) -> None:
    page = visit(plan_file)
    page.locator("#l-A-1 summary").focus()
    page.keyboard.press(key)
    assert chosen(page) == ("A", "A-1")
    leg = page.locator("#l-A-1")
    assert leg.locator("q").first.text_content() == SHELLS.passage.words
    assert leg.locator(".words small").first.text_content().startswith("the monitor (monitor) ← a driver (monitor) — ")
    assert leg.locator(".weight").all_text_contents()[0].strip() == "2.40 of the index: 2.8 for it"
    promise = leg.locator(".reason", has_text="M9 open")
    assert "A party's promise is not evidence: it counts for nothing." in promise.text_content()
    page.keyboard.press(key)
    assert chosen(page) == ("A", "")


def test_a_leg_is_opened_on_the_map_and_others_are_closed(visit: Visit, plan_file: Path) -> None:
    page = visit(plan_file)
    page.locator("#l-A-1 summary").click()
    page.locator("#ways-map").scroll_into_view_if_needed()
    line = page.locator("#ways-map path.hit").last.evaluate(
        "path => { const at = path.getPointAtLength(path.getTotalLength() * 0.7).matrixTransform(path.getScreenCTM());"
        " return [at.x, at.y]; }"
    )
    page.mouse.click(*line)
    assert chosen(page) == ("A", "A-2")
    assert page.locator(".leg-why[open]").evaluate_all("some => some.map((one) => one.id)") == ["l-A-2"]
    assert page.url.endswith("#l-A-2")


def test_an_address_that_names_a_leg_opens_it(visit: Visit, plan_file: Path) -> None:
    page = visit(plan_file)
    page.evaluate("location.hash = 'l-B-2'")
    page.locator("#l-B-2[open]").wait_for()
    assert chosen(page) == ("B", "B-2")
    assert page.evaluate("document.activeElement.closest('details').id") == "l-B-2"


def test_danger_is_told_by_width_and_what_nobody_knows_by_hatching(visit: Visit, plan_file: Path) -> None:
    page = visit(plan_file)
    page.locator(".choice a").nth(1).click()
    found = page.locator("#ways-map path.leg:not(.other)").evaluate_all(
        "paths => paths.map((path) => [getComputedStyle(path).strokeWidth, getComputedStyle(path).strokeDasharray])"
    )
    assert found == [["5px", "none"], ["7px", "3px, 5px"]]
    thin = page.locator("#ways-map path.leg.other.d-severe").evaluate("path => getComputedStyle(path).strokeWidth")
    assert float(thin.removesuffix("px")) < 5


def test_hostile_words_run_nothing_and_stand_as_text(visit: Visit, plan_file: Path) -> None:
    page = visit(plan_file)
    for summary in page.locator(".way:visible summary").all():
        summary.click()
    assert page.title() == "Alba to Dorn"
    assert page.locator("img").count() == 0
    assert page.locator("q", has_text="<img src=x").count() == 1
    assert page.locator("#reports a[href^='javascript']").count() == 0
    page.locator(".choice a").nth(1).click()
    assert page.locator("#w-B .leg-name b").first.text_content() == f"Alba to {RED}"


def test_how_long_many_take_stands_by_each_way_and_by_all_with_its_curve(visit: Visit, plan_file: Path) -> None:
    page = visit(plan_file)
    row = page.locator(".beside tr", has_text="people by it alone")
    assert row.locator("td").all_text_contents() == ["9.4 to 50 hours", "it passes nobody"]
    page.locator("nav a[href='#many']").click()
    assert page.locator("#many .took").all_text_contents() == [
        "9.4 to 50 hours",
        "it passes nobody",
        "5.8 hours",
        "27 hours",
    ]
    assert page.locator("#many .streams li", has_text="from hour").count() == 12
    curve = page.locator("#many figure > svg path.arriving")
    assert curve.evaluate_all("paths => paths.map((path) => getComputedStyle(path).strokeDasharray)") == [
        "none",
        "7px, 5px",
    ]
    page.locator("#many figure summary").click()
    assert page.locator("#many .arrived").nth(1).locator("tbody tr").all_text_contents() == ["3.50", "27.122,000"]


def test_right_to_left_quotes_run_right_to_left(visit: Visit, plan_file: Path) -> None:
    page = visit(plan_file)
    quote = page.locator("q", has_text=ARABIC.text[:4]).first
    assert quote.evaluate("element => getComputedStyle(element).direction") == "rtl"


@pytest.mark.parametrize(("size", "scheme"), [(LAPTOP, "light"), (PHONE, "dark")])
def test_axe_finds_nothing_on_a_plan(visit: Visit, plan_file: Path, size: tuple[int, int], scheme: str) -> None:
    page = visit(plan_file, *size, scheme)
    page.evaluate("document.querySelectorAll('details').forEach((element) => { element.open = true; })")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run(document, { resultTypes: ['violations'] })")
    assert [(one["id"], [node["html"] for node in one["nodes"]][:3]) for one in found["violations"]] == []


@pytest.mark.parametrize("size", [LAPTOP, (320, 568)])
def test_a_plan_is_no_wider_than_the_screen(visit: Visit, plan_file: Path, size: tuple[int, int]) -> None:
    page = visit(plan_file, *size)
    page.locator("#l-A-1 summary").click()
    assert page.evaluate("document.documentElement.scrollWidth") == size[0]


def test_paper_shows_the_chosen_way_with_all_its_claims_and_a_drawing(visit: Visit, plan_file: Path) -> None:
    page = visit(plan_file)
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("#w-A details:not([open])").count() == 0
    assert (page.locator(".drawing svg").is_visible(), page.locator("#ways-map").is_visible()) == (True, False)


def test_without_scripts_every_way_and_its_drawing_can_be_read(browser: Any, plan_file: Path) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(plan_file.as_uri())
    assert page.locator(".way:visible").count() == 2
    assert page.locator(".drawing svg").is_visible()
    page.locator("#l-B-2 summary").click()
    assert page.locator("#l-B-2 .doubt").text_content() == "nothing is reported of it"
    page.context.close()


def test_a_record_stands_on_the_crisis_page_with_its_line_and_why_it_does_not_hold(
    visit: Visit, tmp_path: Path
) -> None:
    cause = Cause(where="Alba to Berg", what=RED, claims=(claims()["road"].id,))
    record = replace(RECORD, name=RED, unknown=(RED,))
    file = tmp_path / "page.html"
    file.write_text(page_of_a_crisis(corridors=[(record, replace(STALE, causes=(cause,)))]), "utf-8")
    page = visit(file)
    kept = page.locator("#k-1")
    assert (kept.locator("h3").text_content(), kept.locator(".validity").text_content()) == (RED, "stale")
    assert kept.locator(".causes .line a").text_content() == "“The road to Binnin is closed”"
    assert page.locator("#map-view path.leg").count() == 4
    assert (page.locator("img").count(), page.title().startswith("A crisis")) == (0, True)
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run(document, { resultTypes: ['violations'] })")
    assert [(one["id"], [node["html"] for node in one["nodes"]][:3]) for one in found["violations"]] == []
    kept.locator(".causes .line a").click()
    assert page.locator("mark.on").first.is_visible()


@pytest.mark.parametrize("profile", [Profile.PUBLIC, Profile.PARTNERS])
def test_no_other_profile_of_the_crisis_page_ever_holds_a_corridor(profile: Profile) -> None:
    with pytest.raises(UsageError, match="a corridor's line is targeting data"):
        page_of_a_crisis(profile, corridors=[(RECORD, STALE)])


@pytest.mark.skipif("CLEARWAY_PICTURES" not in os.environ, reason="set CLEARWAY_PICTURES=1 to take the docs' pictures")
@pytest.mark.parametrize(("name", "size"), [("plan-laptop.png", LAPTOP), ("plan-phone.png", PHONE)])
def test_the_docs_have_their_pictures_of_a_plan(visit: Visit, tmp_path: Path, name: str, size: tuple[int, int]) -> None:
    from clearway import Crisis
    from clearway.crisis.corridors import Ask, planned, written
    from clearway.crisis.roads import add_roads

    file, roads = tmp_path / "plan.html", tmp_path / "roads.npz"
    with Crisis.open(tmp_path / "sample.db", now=lambda: datetime(2020, 3, 20, tzinfo=UTC)) as crisis:
        crisis.read([ROOT / "samples"])
        add_roads(ROOT / "docs/corridors/idlib-aleppo", roads)
        ask = Ask(
            origin="Saraqib",
            destination="Ghazawiya crossing",
            as_of=datetime(2020, 2, 21, tzinfo=UTC).date(),
            show_unverified=True,
        )
        file.write_bytes(written(planned(crisis, roads, ask), ".html"))
    page = visit(file, *size)
    page.locator(".choice a").nth(1).click()
    page.locator("#l-B-4 summary").click()
    page.evaluate("document.getElementById('why').scrollIntoView()")
    page.wait_for_timeout(300)
    page.screenshot(path=ROOT / "docs/pictures" / name)
