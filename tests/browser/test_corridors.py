"""Corridors at the desk in a browser: asked on the map and by the keyboard, opened to claims, compared and kept."""

import os
from collections.abc import Iterator
from typing import Any

import pytest
from tests.browser.serving import LAPTOP, Opens, Served, opening, served
from tests.browser.test_desk import AXE, FINDS, PHONE, ROOT

from clearway.corridors.preparing import prepare
from clearway.crisis.roads import add_roads, roads_beside
from clearway.web.works import Works

PATIENCE_MS = 60_000
REFUSED = "the server responded with a status of 422"
"""What the browser says of a question that makes no sense, of which the page tells."""
WAY = "/corridors?from=Saraqib&to=Ghazawiya+crossing&as_of=2020-02-21&unverified=1"
MOVE = "/corridors/move?from=Ariha%3D5000%0AIdlib%3D3000&to=Sarmada&as_of=2020-02-21&unverified=1"
COMPARED = (
    f"{WAY.replace('02-21', '03-01').replace('?', '/compare?')}&before=from%3DSaraqib%26to%3DGhazawiya%2Bcrossing"
)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with served(tmp_path_factory.mktemp("corridors")) as opened:
        add_roads(ROOT / "docs/corridors/idlib-aleppo", roads_beside(opened.desk.settings.ledger))
        prepare()  # the first search on a machine makes the machine code
        opened.desk.works = Works(patience_s=PATIENCE_MS / 1000)
        yield opened


@pytest.fixture
def opens(browser: Any, desk: Served) -> Iterator[Opens]:
    """Opens a page of the desk; its console says nothing, and it asks nobody else for anything."""
    with opening(browser, desk, patience_ms=PATIENCE_MS, refused=REFUSED) as opened:
        yield opened


def drawn(page: Any) -> Any:
    """The map of the form, once its roads are there."""
    page.locator("#ask-map[data-drawn]").wait_for()
    return page.locator("#ask-map")


def tap(page: Any, across: float, down: float) -> None:
    """Tap the map at a part of its width and height."""
    page.locator("#ask-map").scroll_into_view_if_needed()
    box = page.locator("#ask-map").bounding_box()
    page.mouse.click(box["x"] + across * box["width"], box["y"] + down * box["height"])


@pytest.mark.parametrize(("size", "scheme"), [(LAPTOP, "light"), (PHONE, "dark")])
def test_no_page_of_corridors_has_a_fault_of_access_or_is_wider_than_the_screen(
    opens: Opens, size: tuple[int, int], scheme: str
) -> None:
    for path in (
        "/corridors",
        WAY,
        WAY.replace("Saraqib", "Nowhere-at-all"),
        COMPARED,
        "/corridors/records",
        MOVE,
        "/roads?place=Saraqib",
        "/merge",
    ):
        page = opens(path, size, scheme)
        page.evaluate("document.querySelectorAll('details').forEach((part) => { part.open = true; })")
        page.evaluate(AXE.read_text(encoding="utf-8"))
        faults = page.evaluate(FINDS)
        assert faults == [], path
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path


def test_a_corridor_is_planned_by_the_keyboard_and_a_leg_opened_to_its_claims(opens: Opens) -> None:
    page = opens("/corridors")
    page.keyboard.press("f")
    page.keyboard.type("Saraqib")
    page.keyboard.press("Tab")
    page.keyboard.type("Aleppo")
    page.locator("[name=as_of]").fill("2020-02-21")
    page.locator("[name=to]").press("Enter")
    page.wait_for_url("**/corridors?from=Saraqib&to=Aleppo&*")
    assert page.locator("#answer-title").inner_text() == "No corridor can be recommended"
    leg = page.locator(".leg-why").first
    leg.locator("summary").focus()
    page.keyboard.press("Enter")
    leg.locator("q").first.wait_for()
    quote = leg.locator("q").first.inner_text()
    leg.locator(".words a", has_text="claim").first.press("Enter")
    page.wait_for_url("**/claims/*")
    assert quote.split()[0] in page.locator(".sentence").inner_text()


def test_from_and_to_are_tapped_on_the_map(opens: Opens) -> None:
    page = opens("/corridors")
    drawn(page)
    tap(page, 0.1, 0.1)
    tap(page, 0.6, 0.5)
    pair = page.locator("[name=from]").input_value().split(",")
    assert [part.replace(".", "").replace("-", "").isdigit() for part in pair] == [True, True]
    assert page.locator("[name=to]").input_value()
    assert page.locator("#ask-map .end-mark").count() == 2


def test_an_area_is_drawn_by_pointer_and_taken_out_again(opens: Opens) -> None:
    page = opens("/corridors")
    drawn(page)
    page.locator(".mode[value=area]").check()
    for across, down in ((0.3, 0.3), (0.5, 0.3), (0.5, 0.6), (0.45, 0.7)):
        tap(page, across, down)
    page.locator(".back-corner").click()
    page.locator(".close-area").click()
    area = page.locator("[name=avoid]").input_value()
    assert len(area.split(";")) == 3
    assert "Corners: 3" in page.locator(".told-of-map").inner_text()
    page.locator(".avoided button").click()
    assert page.locator("[name=avoid]").input_value() == ""


def test_an_area_is_drawn_by_the_keyboard_and_kept_clear_of(opens: Opens) -> None:
    page = opens(f"{WAY}")
    page.keyboard.press("e")
    page.keyboard.press("Enter")
    view = drawn(page)
    page.locator(".mode[value=area]").check()
    view.focus()
    for number, key in enumerate(("ArrowLeft", "ArrowDown", "ArrowRight"), 1):
        page.keyboard.press("Enter")
        page.locator(".told-of-map", has_text=f"Corners of the area: {number}").wait_for()
        before = view.get_attribute("data-at")
        page.keyboard.press(key)
        page.locator(f"#ask-map:not([data-at='{before}'])").wait_for()
    page.locator(".close-area").focus()
    page.keyboard.press("Enter")
    assert len(page.locator("[name=avoid]").input_value().split(";")) == 3
    page.locator("#ask button.main").press("Enter")
    page.wait_for_url("**avoid=**")
    assert "Kept clear of: an area of 3 corners" in page.locator("#answer").inner_text()


def test_two_questions_are_compared(opens: Opens) -> None:
    page = opens(WAY)
    page.locator(".ask > summary").click()
    page.locator("[name=as_of]").fill("2020-03-01")
    page.locator("button[formaction]").click()
    page.wait_for_url("**/corridors/compare?**")
    assert "2020-02-21" in page.locator("table").first.inner_text()
    assert "the road" in page.locator("main").inner_text() or page.locator(".worse").count()
    page.keyboard.press("1")
    page.wait_for_url("**as_of=2020-02-21**")


def test_without_scripts_a_question_is_asked_and_every_way_can_be_read(opens: Opens) -> None:
    page = opens("/corridors", scripts=False)
    page.locator("[name=from]").fill("Saraqib")
    page.locator("[name=to]").fill("Ghazawiya crossing")
    page.locator("[name=as_of]").fill("2020-02-21")
    page.locator("[name=unverified]").check()
    page.locator("button.main").first.click()
    page.wait_for_url("**/corridors?from=**")
    assert page.locator(".way:visible").count() == 3
    assert page.locator(".drawing svg").is_visible()


def test_what_somebody_saw_becomes_a_claim_and_a_way_is_kept_as_a_record(opens: Opens) -> None:
    page = opens(WAY)
    page.locator("summary", has_text="Tell what somebody saw").click()
    saw = page.locator("form[action='/corridors/reports']")
    for name, value in {"place": "Idlib", "other": "Maarrat Misrin", "by": "a driver"}.items():
        saw.locator(f"[name={name}]").fill(value)
    saw.locator("[name=when]").fill("2020-02-20")
    saw.locator("[name=words]").fill("I drove it this morning")
    saw.locator("button").click()
    page.wait_for_url("**/claims/**said=reported_road")
    page.goto(page.url.partition("/claims")[0] + WAY)
    page.locator("summary", has_text="Keep a way").click()
    keep = page.locator("form[action='/corridors/records']")
    keep.locator("[name=name]").fill("North by <b>Afrin</b>")
    keep.locator("[name=until]").fill("2030-01-01T12:00")
    keep.locator("[name=parties]").fill("army")
    keep.locator("button").click()
    page.wait_for_url("**/corridors/records?said=kept_corridor")
    record = page.locator("article.corridor")
    assert record.locator("h2").inner_text() == "North by <b>Afrin</b>"
    assert "whether army agrees" in record.inner_text()
    record.locator("summary", has_text="Withdraw it").click()
    record.locator("[name=why]").fill("the road is mined")
    record.locator("button").click()
    page.wait_for_url("**/corridors/records?said=withdrawn_corridor")
    page.locator("summary", has_text="1 record that was withdrawn").click()
    assert ": the road is mined" in page.locator("article.corridor").inner_text()


def test_what_was_kept_clear_of_is_drawn_on_the_map_and_listed_beside_it(opens: Opens) -> None:
    page = opens(f"{WAY}&avoid=Binnish+within+3+km%0A35.95,36.9;35.95,36.95;36.05,36.95;36.05,36.9")
    page.locator("#ways-map path.clear-of").nth(1).wait_for()
    assert page.locator(".clear-list li").all_inner_texts() == [
        "Binnish within 3 km (2 legs)",
        "an area of 4 corners (1 leg)",
    ]


def test_a_report_that_is_refused_is_there_again_and_its_wrong_field_has_the_focus(opens: Opens) -> None:
    page = opens(WAY)
    page.locator("summary", has_text="Tell what somebody saw").click()
    saw = page.locator("form[action='/corridors/reports']")
    for name, value in {"place": "Nowhere at all", "by": "a driver", "words": "I drove it"}.items():
        saw.locator(f"[name={name}]").fill(value)
    saw.locator("[name=when]").fill("2020-02-20")
    saw.locator("button").click()
    page.locator("#wrong").wait_for()
    page.wait_for_function("document.activeElement.name === 'place'")
    held = {name: saw.locator(f"[name={name}]").input_value() for name in ("place", "by", "words", "when")}
    assert held == {"place": "Nowhere at all", "by": "a driver", "words": "I drove it", "when": "2020-02-20"}
    page.evaluate(AXE.read_text(encoding="utf-8"))
    assert page.evaluate(FINDS) == []
    page.keyboard.press("Control+a")
    page.keyboard.type("Idlib")
    saw.locator("[name=place]").press("Enter")
    page.wait_for_url("**/claims/**said=reported_road")


def test_a_page_of_corridors_that_reads_from_the_right_is_no_wider_than_the_screen(opens: Opens) -> None:
    page = opens(WAY, PHONE)
    page.evaluate("document.documentElement.dir = 'rtl'")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.skipif("CLEARWAY_PICTURES" not in os.environ, reason="set CLEARWAY_PICTURES=1 to take the docs' pictures")
def test_the_docs_have_their_picture_of_corridors_at_the_desk(opens: Opens) -> None:
    page = opens(f"{WAY}&avoid=35.98,36.55;+35.98,36.75;+36.08,36.75;+36.08,36.55")
    page.locator(".ask > summary").click()
    drawn(page)
    page.locator("#ask-map .end-mark").first.wait_for()
    page.evaluate("document.activeElement.blur()")
    page.screenshot(path=ROOT / "docs/pictures/desk-corridors.png")
