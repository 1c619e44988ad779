"""The map of the desk in a browser: what is chosen in the list is chosen on the map, and the evidence stands beside."""

import os
from pathlib import Path
from typing import Any

import pytest
from tests.browser.serving import Served
from tests.browser.test_desk import AXE, FINDS, LAPTOP, PHONE, Opens, desk, opens

__all__ = ["desk", "opens"]
ROOT = Path(__file__).parents[2]
PATIENCE_MS = 60_000
TRIES = 30
LEFT_OF = """(label) => {
  const box = label.getBoundingClientRect();
  return [box.x - 12, box.y + box.height / 2];
}"""
MOVED = """(slide) => {
  slide.value = 3;
  slide.dispatchEvent(new Event("input"));
  slide.dispatchEvent(new Event("change"));
}"""


def drawn(page: Any) -> Any:
    """The page once its map is there."""
    page.locator("#map-view[data-drawn]").wait_for(timeout=PATIENCE_MS)
    return page


def chosen(page: Any) -> Any:
    """The heading of the evidence once it is there."""
    name = page.locator("#chosen .place-name")
    name.wait_for(timeout=PATIENCE_MS)
    return name


@pytest.mark.parametrize(("size", "scheme"), [(LAPTOP, "light"), (PHONE, "dark")])
def test_a_place_is_chosen_by_keys_and_left_again(opens: Opens, size: tuple[int, int], scheme: str) -> None:
    page = drawn(opens("/map", size, scheme))
    first = page.locator(".sites a").first
    name = first.inner_text()
    page.keyboard.press("o")
    assert chosen(page).inner_text() == name
    assert page.evaluate("document.activeElement.className") == "place-name"
    assert page.locator("#places").is_hidden()
    page.evaluate(AXE.read_text(encoding="utf-8"))
    assert page.evaluate(FINDS) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.keyboard.press("Escape")
    assert page.locator("#chosen").is_hidden()
    assert page.evaluate("document.activeElement.innerText") == name


def test_the_pointer_chooses_a_place_on_the_map(opens: Opens) -> None:
    page = drawn(opens("/map"))
    page.locator(".sites a", has_text="Saraqib").first.click()
    assert chosen(page).inner_text() == "Saraqib"
    page.keyboard.press("Escape")
    # the label begins to the right of its dot
    name = page.locator("#map-view .label.spot", has_text="Saraqib").first
    panel = page.locator("#chosen .place-name")
    for _ in range(TRIES):
        # a map that still moves is clicked beside the dot
        x, y = name.evaluate(LEFT_OF, timeout=PATIENCE_MS)
        page.mouse.click(x, y)
        page.wait_for_timeout(PATIENCE_MS / TRIES)
        if panel.is_visible():
            break
    assert chosen(page).inner_text() == "Saraqib"
    assert "#p-" in page.url


def test_an_address_leads_to_a_place_and_its_claim_to_its_words(opens: Opens, desk: Served) -> None:
    [site] = [one for one in desk.desk.crisis.growth().sites(None) if one.spot.name == "Saraqib"]
    page = drawn(opens(f"/map#p-{site.spot.id}"))
    assert chosen(page).inner_text() == "Saraqib"
    page.locator("#evidence .lines a", has=page.locator("q")).first.press("Enter")
    page.wait_for_url("**/claims/*", timeout=PATIENCE_MS)


def test_a_layer_is_switched_off_and_on(opens: Opens) -> None:
    page = drawn(opens("/map"))
    for box in page.locator(".layer input").all()[1:]:
        box.uncheck()
    page.locator("ol.sites [data-topic]:not([data-topic=harm])").first.wait_for(state="detached", timeout=PATIENCE_MS)
    assert "topic=harm" in page.url
    page.reload()
    drawn(page)
    assert page.locator(".layer input:checked").count() == 1


def test_the_day_moves_the_map(opens: Opens) -> None:
    page = drawn(opens("/map"))
    before = page.locator("ol.sites > li").count()
    page.locator(".slide input").evaluate(MOVED)
    page.wait_for_url("**as_of=**", timeout=PATIENCE_MS)
    drawn(page)
    assert 0 < page.locator("ol.sites > li").count() < before


def test_without_scripts_the_list_leads_to_the_places(opens: Opens) -> None:
    page = opens("/map?topic=harm", scripts=False)
    assert page.locator("#map-view").is_hidden()
    name = page.locator(".sites a").first.inner_text()
    page.locator(".sites a").first.click()
    assert page.locator(".place-name").inner_text() == name
    page.locator("main > p a", has_text="Map").click()
    assert page.locator(".layer input:checked").count() == 1


@pytest.mark.skipif("CLEARWAY_PICTURES" not in os.environ, reason="set CLEARWAY_PICTURES=1 to take the docs' pictures")
def test_the_docs_have_their_picture_of_the_map(opens: Opens) -> None:
    page = drawn(opens("/map"))
    page.locator(".sites a", has_text="Saraqib").first.click()
    chosen(page)
    page.evaluate("scrollTo(0, 90)")
    page.screenshot(path=ROOT / "docs/pictures/desk-map.png")
