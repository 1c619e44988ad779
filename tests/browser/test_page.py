import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from tests.browser.made import MUTE, OFFICE, claims

from clearway.model import Profile

AXE = Path(__file__).parent / "vendor/axe-core/axe.min.js"
ROOT = Path(__file__).parents[2]
LAPTOP = (1366, 768)
PHONE = (390, 844)

Opens = Callable[..., Any]


def first_words(page: Any) -> Any:
    return page.locator("#figures .words a").first


@pytest.mark.parametrize("size", [LAPTOP, PHONE])
def test_a_figure_leads_to_its_words_and_back(opened: Opens, size: tuple[int, int]) -> None:
    page = opened(*size)
    link = first_words(page)
    link.click()
    mark = page.locator("mark.on").first
    assert mark.is_visible()
    assert page.evaluate("document.activeElement.closest('mark').textContent") in claims()["killed"].passage.words
    page.locator(".back a").click()
    assert link.evaluate("element => element === document.activeElement")
    assert page.locator(".back").is_hidden()


def test_the_words_lead_to_what_was_read_and_to_the_figure(opened: Opens) -> None:
    page = opened(*LAPTOP)
    claim = claims()["dead"].id
    page.locator(".fold-all").click()
    page.locator(f"sup a[href='#d-{claim[:8]}']").click()
    card = page.locator(f"#d-{claim[:8]}")
    assert card.evaluate("element => element === document.activeElement && element.classList.contains('on')")
    card.locator("a[href^='#f-']").click()
    assert page.locator(".figure.on h4").text_content() == "About 300 people killed"


def test_the_way_to_the_words_and_back_needs_only_a_keyboard(opened: Opens) -> None:
    page = opened(*LAPTOP)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the figures"
    page.keyboard.press("Enter")
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.words a')"):
            break
    at = page.evaluate("document.activeElement.href")
    page.keyboard.press("Enter")
    page.locator("mark:focus, mark :focus").wait_for(state="attached")  # the browser goes there behind the key
    page.keyboard.press("Escape")
    page.locator(".words a:focus").wait_for(state="attached")
    assert page.evaluate("document.activeElement.href") == at


@pytest.mark.parametrize("size", [LAPTOP, PHONE])
def test_reports_are_folded_until_asked_for(opened: Opens, size: tuple[int, int]) -> None:
    page = opened(*size)
    assert page.locator(".fold").count() == 4
    assert page.locator(".fold[open]").count() == 0
    first_words(page).click()
    assert page.locator(".fold[open]").count() == 1
    page.locator(".fold-all").click()
    assert page.locator(".fold:not([open])").count() == 0
    page.locator(".fold-all").click()
    assert page.locator(".fold[open]").count() == 0


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_a_report_is_opened_by_the_keyboard(opened: Opens, key: str) -> None:
    page = opened(*LAPTOP)
    summary = page.locator(".fold > summary").nth(1)
    summary.focus()
    page.keyboard.press(key)
    assert page.locator(".fold").nth(1).locator(".text").is_visible()


def test_an_address_that_names_a_report_opens_it(opened: Opens) -> None:
    page = opened(*LAPTOP)
    page.evaluate("id => { location.hash = id; }", f"r-{OFFICE.id}")
    page.locator(f"#r-{OFFICE.id} .fold[open] .text").wait_for(state="visible")
    assert page.locator(".fold[open]").count() == 1


def test_a_report_without_text_leaves_no_empty_sheet(opened: Opens) -> None:
    page = opened(*LAPTOP, "light", Profile.PUBLIC)
    report = page.locator(f"#r-{MUTE.id}")
    report.locator("summary").click()
    box = report.locator(".text").bounding_box()
    assert box["height"] < 80


def test_reports_without_a_claim_that_is_left_are_filtered_away(opened: Opens) -> None:
    page = opened(*LAPTOP)
    page.select_option("#filter-kind", "road_status")
    assert page.locator(".report:not([hidden])").count() == 1
    assert page.locator(".report:not([hidden]) .held").text_content() == "1 claim"
    page.locator("button[type=reset]").click()
    assert page.locator(".report[hidden]").count() == 0


def test_the_map_shows_its_claims(opened: Opens) -> None:
    page = opened(*LAPTOP)
    view = page.locator("#map-view")
    view.scroll_into_view_if_needed()
    assert view.get_attribute("data-spots") == "3"
    assert view.locator("canvas").count() == 1
    summary = page.locator(".places summary", has_text="Qorat").first
    summary.click()
    page.locator(".show-spot:visible").first.click()
    popup = page.locator(".leaflet-popup-content")
    assert popup.locator(".line").count() == 3
    popup.locator(".line a").first.click()
    assert page.locator("mark.on").first.is_visible()


def test_a_dot_on_the_map_opens_to_its_claims(opened: Opens) -> None:
    page = opened(*LAPTOP)
    page.locator("#map-view").scroll_into_view_if_needed()
    name = page.locator(".leaflet-tooltip", has_text="Binnin")
    box = name.bounding_box()
    page.mouse.click(box["x"] - 11, box["y"] + box["height"] / 2)
    assert "Binnin" in page.locator(".leaflet-popup-content").text_content()


def test_a_report_with_a_script_in_it_runs_nothing(opened: Opens) -> None:
    page = opened(*LAPTOP)
    assert page.title().startswith("A crisis </title><script>")
    assert "<script>document.title = 'ran'</script>" in page.locator(".text").first.text_content()
    assert page.locator(".text b").count() == 0


@pytest.mark.parametrize(
    ("act", "figures", "claims_left"),
    [
        (lambda page: page.locator(".chip", has_text="displacement").click(), 2, 2),
        (lambda page: page.select_option("#filter-kind", "killed"), 2, 3),
        (lambda page: page.fill("#filter-text", "road binnin"), 1, 1),
        (lambda page: page.fill("#filter-text", "no such words"), 0, 0),
    ],
)
def test_the_filter_leaves_what_was_asked_for(
    opened: Opens, act: Callable[[Any], None], figures: int, claims_left: int
) -> None:
    page = opened(*LAPTOP)
    act(page)
    assert page.locator(".figure:not([hidden])").count() == figures
    assert page.locator(".card:not([hidden])").count() == claims_left
    page.locator("button[type=reset]").click()
    assert page.locator(".card[hidden], .figure[hidden]").count() == 0


def test_what_a_filter_hides_shows_again_when_a_link_leads_there(opened: Opens) -> None:
    page = opened(*LAPTOP)
    page.select_option("#filter-kind", "road_status")
    page.locator(f"sup a[href='#d-{claims()['killed'].id[:8]}']").evaluate(
        "element => { element.hidden = false; element.click(); }"
    )
    assert page.locator(f"#d-{claims()['killed'].id[:8]}").is_visible()


@pytest.mark.parametrize(
    ("size", "scheme", "profile"),
    [
        (LAPTOP, "light", Profile.RESTRICTED),
        (LAPTOP, "dark", Profile.PUBLIC),
        (PHONE, "light", Profile.PUBLIC),
        (PHONE, "dark", Profile.RESTRICTED),
    ],
)
def test_axe_finds_nothing(opened: Opens, size: tuple[int, int], scheme: str, profile: Profile) -> None:
    page = opened(*size, scheme, profile)
    page.evaluate("document.querySelectorAll('details').forEach((element) => { element.open = true; })")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run(document, { resultTypes: ['violations'] })")
    assert [(one["id"], [node["html"] for node in one["nodes"]][:3]) for one in found["violations"]] == []


@pytest.mark.parametrize("size", [LAPTOP, PHONE, (320, 568)])
def test_nothing_is_wider_than_the_screen(opened: Opens, size: tuple[int, int]) -> None:
    page = opened(*size)
    assert page.evaluate("document.documentElement.scrollWidth") == size[0]


def test_right_to_left_words_run_right_to_left(opened: Opens) -> None:
    page = opened(*LAPTOP)
    title = page.locator(".report h3", has_text="قصف")
    assert title.evaluate("element => getComputedStyle(element).direction") == "rtl"


def test_paper_shows_every_claim(opened: Opens) -> None:
    page = opened(*LAPTOP)
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("#figures details:not([open]), #reports details:not([open])").count() == 0
    assert page.locator(".bar").is_hidden()


@pytest.mark.skipif("CLEARWAY_PICTURES" not in os.environ, reason="set CLEARWAY_PICTURES=1 to take the docs' pictures")
@pytest.mark.parametrize(
    ("name", "size"), [("page-laptop.png", LAPTOP), ("page-phone.png", PHONE), ("page-day.png", LAPTOP)]
)
def test_the_docs_have_their_pictures(browser: Any, tmp_path: Path, name: str, size: tuple[int, int]) -> None:
    from clearway import Crisis

    file = tmp_path / "page.html"
    with Crisis.open(tmp_path / "sample.db", now=lambda: datetime(2020, 3, 20, tzinfo=UTC)) as crisis:
        crisis.read([ROOT / "samples"])
        file.write_text(crisis.page(title="North-west Syria, winter 2019-20").html, encoding="utf-8")
    page = browser.new_page(viewport={"width": size[0], "height": size[1]})
    page.goto(file.as_uri())
    (ROOT / "docs/pictures").mkdir(parents=True, exist_ok=True)
    if name == "page-day.png":
        page.locator("#stop").focus()
        for _ in range(3):
            page.keyboard.press("ArrowLeft")
        page.locator(".meta.then", has_text="As of 20 Feb 2020").wait_for()
        page.evaluate("document.activeElement.blur()")
    page.screenshot(path=ROOT / "docs/pictures" / name)
    page.close()
