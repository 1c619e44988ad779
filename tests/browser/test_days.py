"""The slider of days, in a browser: each day of the samples beside a page that was made as of that day."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.desk import NOW, sample_ledger

from clearway.crisis import Crisis
from clearway.display import words
from clearway.model import Finding, Profile

AXE = Path(__file__).parent / "vendor/axe-core/axe.min.js"
LAPTOP, PHONE = (1280, 800), (390, 844)
Opens = Callable[..., Any]

OPEN_ALL = (
    "document.querySelectorAll('#figures details, .places details').forEach((element) => { element.open = true; })"
)
SEEN = """() => {
  const plain = (element) => element.textContent.replace(/\\s+/g, "");
  const all = (selector) => [...document.querySelectorAll(selector)].filter((element) => !element.closest("[hidden]"));
  return {
    figures: all("#figures .figure").map((one) => [
      one.closest(".topic").dataset.topic, Boolean(one.closest(".earlier")), plain(one),
      one.querySelectorAll(".range").length,
      [...one.querySelectorAll(".words a")].map((link) => link.getAttribute("href")),
    ]),
    counts: all("#figures h3, #figures .more > summary, #figures .earlier > summary").map(plain),
    headline: all(".headline li").map(plain),
    reports: all(".report").map((one) => one.id),
    places: Object.fromEntries(all(".places > ul > li").map((one) => [
      plain(one.querySelector("summary")), [...one.querySelectorAll(".line")].map(plain),
    ])),
  };
}"""


@pytest.fixture(scope="module")
def crisis(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Crisis]:
    with Crisis.open(sample_ledger(tmp_path_factory.mktemp("days")), now=lambda: NOW) as opened:
        yield opened


@pytest.fixture(scope="module")
def written(crisis: Crisis, tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    folder = tmp_path_factory.mktemp("pages")

    def write(profile: Profile = Profile.RESTRICTED, as_of: date | None = None) -> Path:
        file = folder / f"{profile}-{as_of}.html"
        if not file.exists():
            file.write_text(crisis.page(profile=profile, as_of=as_of).html, encoding="utf-8")
        return file

    return write


@pytest.fixture
def opened(browser: Any, written: Callable[..., Path]) -> Iterator[Opens]:
    contexts, said = [], []

    def opens(size: tuple[int, int] = LAPTOP, scheme: str = "light", *, scripts: bool = True, **which: Any) -> Any:
        view = {"width": size[0], "height": size[1]}
        context = browser.new_context(viewport=view, color_scheme=scheme, java_script_enabled=scripts)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.goto(written(**which).as_uri())
        return page

    yield opens
    for context in contexts:
        context.close()
    assert said == []


def days(crisis: Crisis) -> list[date]:
    return sorted({report.published for report in crisis.ledger.reports() if report.published})


def go(page: Any, stop: int) -> None:
    page.locator("#stop").fill(str(stop))
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")


def seen(page: Any) -> Any:
    page.evaluate(OPEN_ALL)
    page.evaluate("() => new Promise((done) => setTimeout(done, 50))")
    return page.evaluate(SEEN)


def test_each_day_shows_what_a_page_made_as_of_that_day_shows(opened: Opens, crisis: Crisis) -> None:
    page = opened()
    known = days(crisis)
    assert page.locator("#stop").get_attribute("max") == str(len(known) - 1) == "13"
    for stop, day in enumerate(known[:-1]):
        go(page, stop)
        assert page.locator(".stops output").text_content() == words.day(day)
        assert seen(page) == seen(opened(as_of=day)), day


def test_each_day_s_figures_are_those_of_the_picture_of_that_day(opened: Opens, crisis: Crisis) -> None:
    page = opened()
    for stop, day in enumerate(days(crisis)):
        go(page, stop)
        page.evaluate(OPEN_ALL)
        page.evaluate("() => new Promise((done) => setTimeout(done, 50))")
        shown = page.evaluate(
            """() => [...document.querySelectorAll("#figures .figure")].filter((one) => !one.closest("[hidden]"))
               .map((one) => [one.querySelector("h4").textContent, one.querySelector(".state").textContent])"""
        )
        assert sorted(map(tuple, shown)) == sorted(map(said, crisis.picture(as_of=day).release.findings))


def said(finding: Finding) -> tuple[str, str]:
    return finding.statement[:1].upper() + finding.statement[1:], str(finding.state)


def test_the_last_day_is_as_it_was_before_anybody_moved(opened: Opens) -> None:
    page = opened()
    before = seen(page)
    go(page, 3)
    go(page, 13)
    assert seen(page) == before
    assert page.locator(".meta.then").is_hidden()


def test_what_a_day_brought_is_told_in_the_words_of_diff(opened: Opens, crisis: Crisis) -> None:
    page = opened()
    known = days(crisis)
    for stop in range(1, len(known)):
        go(page, stop)
        changes = crisis.diff(known[stop - 1], known[stop]).changes
        turns = [str(one.turn) for one in changes]
        names = [name for name in ("new", "revised", "contradicted", "withdrawn") if name in turns]
        found = page.locator(".turn > summary").all_text_contents()
        assert found == [f"{turns.count(name)} {name}" for name in names]


def test_a_change_leads_to_its_words_and_back(opened: Opens) -> None:
    page = opened()
    go(page, 9)
    page.locator(".turn summary").first.click()
    link = page.locator(".turn .words a").first
    quote = link.text_content()
    link.click()
    assert page.evaluate("document.activeElement.closest('mark').textContent") in quote
    page.keyboard.press("Escape")
    assert link.evaluate("element => element === document.activeElement")


def test_the_slider_needs_only_a_keyboard(opened: Opens) -> None:
    page = opened()
    page.locator("#stop").focus()
    page.keyboard.press("Home")
    page.locator(".meta.then", has_text="As of 23 Dec 2019").wait_for()
    assert page.locator("#stop").get_attribute("aria-valuetext") == "23 Dec 2019"
    assert page.locator(".step").first.is_disabled()
    page.keyboard.press("ArrowRight")
    page.locator(".meta.then", has_text="As of 24 Dec 2019").wait_for()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.locator(".meta.then", has_text="As of 6 Jan 2020").wait_for()


def test_reports_timeline_and_map_hold_what_was_published_by_the_day(opened: Opens, crisis: Crisis) -> None:
    page = opened()
    go(page, 2)
    day = days(crisis)[2]
    known = list(crisis.ledger.reports(as_of=day))
    claims = len(crisis.picture(as_of=day).release.claims)
    assert page.locator(".report:visible").count() == len(known)
    told = page.locator(".heat td").all_text_contents()
    assert sum(int(count) for count in told if count) == claims
    assert page.locator(".heat td:empty:not(.q0)").count() == 0
    page.locator(".days > summary").click()
    assert page.locator(".day .line").count() == claims


def test_the_filter_works_on_an_earlier_day(opened: Opens) -> None:
    page = opened()
    go(page, 5)
    page.select_option("#filter-kind", "killed")
    shown = page.locator(".on-day .figure").evaluate_all("found => found.map((one) => one.dataset.kind)")
    assert shown
    assert set(shown) == {"killed"}
    page.locator("button[type=reset]").click()
    assert page.locator(".on-day .figure").count() > len(shown)
    assert page.locator("#filter-count").text_content() == ""


def test_a_card_leads_to_its_figure_of_the_day(opened: Opens) -> None:
    page = opened()
    go(page, 0)
    page.locator(".fold-all").click()
    link = page.locator(".report:visible .card a[href^='#f-']").first
    words_ = link.evaluate("element => '#c-' + element.closest('.card').id.slice(2)")
    link.click()
    assert page.locator(f".on-day .figure.on .words a[href='{words_}']").count() == 1


def test_a_link_to_a_later_report_goes_to_a_day_that_knows_it(opened: Opens) -> None:
    page = opened()
    go(page, 0)
    last = page.locator(".report").last.get_attribute("id")
    page.evaluate("id => { location.hash = id; }", last)
    page.locator(f"#{last} .text").wait_for(state="visible")
    assert page.locator("#stop").input_value() == "13"


def test_without_scripts_the_last_day_is_there_to_read(opened: Opens) -> None:
    page = opened(scripts=False)
    assert page.locator(".stops").is_hidden()
    assert page.locator(".topics .figure:visible").count() > 40
    page.locator(".fold > summary").first.click()
    assert page.locator("mark:visible").count() > 10


@pytest.mark.parametrize(
    ("size", "scheme", "profile"), [(LAPTOP, "light", Profile.RESTRICTED), (PHONE, "dark", Profile.PUBLIC)]
)
def test_axe_finds_nothing_on_an_earlier_day(
    opened: Opens, size: tuple[int, int], scheme: str, profile: Profile
) -> None:
    page = opened(size, scheme, profile=profile)
    go(page, 7)
    page.evaluate("document.querySelectorAll('details').forEach((element) => { element.open = true; })")
    page.evaluate("() => new Promise((done) => setTimeout(done, 200))")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run(document, { resultTypes: ['violations'] })")
    assert [(one["id"], [node["html"] for node in one["nodes"]][:3]) for one in found["violations"]] == []
    assert page.evaluate("document.documentElement.scrollWidth") == size[0]


def test_paper_tells_the_day_and_hides_the_slider(opened: Opens) -> None:
    page = opened()
    go(page, 12)
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator(".stops").is_hidden()
    assert page.locator(".meta.then").is_visible()
    assert page.locator("#figures details:visible:not([open])").count() == 0
    assert page.locator(".on-day .earlier .figure").count() > 0
