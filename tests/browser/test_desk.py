"""The desk in a browser: its keys, its inbox, and how a report is read; axe finds nothing on any page."""

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.browser.serving import LAPTOP, Opens, Served, opening, served

from clearway.model import Document, Hints, Verdict

AXE = Path(__file__).parent / "vendor/axe-core/axe.min.js"
ROOT = Path(__file__).parents[2]
PHONE = (390, 844)
SENTENCE = "Air strikes on southern Idlib killed 21 civilians on 22 December 2019."
PAGES = (
    "/",
    "/inbox",
    "/reports",
    "/claims?text=killed",
    "/picture",
    "/map",
    "/timeline",
    "/timeline/days?first=2020-02-17&last=2020-02-23",
    "/changes?first=2020-02-16&last=2020-02-20",
    "/incidents",
    f"/check?sentence={SENTENCE}",
    "/review",
    "/judgements",
    "/lists",
    "/exports?what=claims",
    "/people",
    "/audit?check=true",
    "/vocabulary",
)
FINDS = """axe.run().then((found) => found.violations.map((one) => `${one.id}: ${one.nodes[0].html}`))"""
MIXED = (
    "Shelling killed 4 people in إدلب (Idlib) on 18 February 2020, the civil defence الدفاع المدني said. Thousands of "
    "families fled the town of Binnish after the strikes, and the road to the north was closed for the whole day."
)
MINGLED = """(() => {
  const walk = document.createTreeWalker(document.getElementById("main"), NodeFilter.SHOW_TEXT);
  const found = [];
  while (walk.nextNode()) {
    const node = walk.currentNode;
    if (!/[\u0590-\u08ff]/.test(node.data) || node.parentElement.closest("script, option, textarea")) continue;
    let apart = false;
    for (let one = node.parentElement; one && one.id !== "main"; one = one.parentElement) {
      apart ||= one.dir === "auto" || one.matches("bdi") || getComputedStyle(one).unicodeBidi === "plaintext";
    }
    if (!apart) found.push(node.parentElement.outerHTML.slice(0, 200));
  }
  return found;
})()"""
"""What is written from the right and neither has its own direction nor is kept apart from what is beside it."""
TEXT = "Shelling killed 4 people in Idlib on Monday, the civil defence said. قتل 4 أشخاص."


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with served(tmp_path_factory.mktemp("desk")) as opened:
        yield opened


@pytest.fixture
def opens(browser: Any, desk: Served) -> Iterator[Opens]:
    """Opens a page of the desk; its console says nothing, and it asks nobody else for anything."""
    with opening(browser, desk) as opened:
        yield opened


def report_path(desk: Served) -> str:
    """The report with the most claims."""
    rows = desk.desk.crisis.reports()
    return f"/reports/{max(rows.claims, key=lambda name: rows.claims[name])}"


@pytest.mark.parametrize(("size", "scheme"), [(LAPTOP, "light"), (PHONE, "dark")])
def test_no_page_has_a_fault_of_access_or_is_wider_than_the_screen(
    opens: Opens, desk: Served, size: tuple[int, int], scheme: str
) -> None:
    for path in (*PAGES, report_path(desk)):
        page = opens(path, size, scheme)
        page.evaluate(AXE.read_text(encoding="utf-8"))
        assert page.evaluate(FINDS) == [], path
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path


@pytest.fixture(scope="module")
def from_the_right(desk: Served) -> tuple[str, str]:
    """A report whose title, publisher, speaker and place are written in Arabic, and one of its claims."""
    hints = Hints(title="غارات على إدلب", publisher="شبكة الشمال", published=date(2020, 2, 18))
    document = Document(name="غارات.txt", data=MIXED.encode(), hints=hints)
    (outcome,) = desk.desk.crisis.receive([document])
    assert outcome.report is not None
    desk.desk.crisis.judge(Verdict.ACCEPT, [outcome.claims[0].id], by="ليلى", why="راجعته مرتين")
    return outcome.report.id, outcome.claims[0].id


def test_what_is_written_from_the_right_is_set_apart_and_no_page_is_wider_than_a_phone(
    opens: Opens, from_the_right: tuple[str, str]
) -> None:
    report, claim = from_the_right
    of_it = (f"/reports/{report}", f"/reports/{report}/add", f"/claims/{claim}", f"/said/{claim}")
    for path in (*of_it, "/claims?source=شبكة", "/incidents?first=2020-02-18&last=2020-02-18", *PAGES):
        page = opens(path, PHONE, "dark")
        assert page.evaluate(MINGLED) == [], path
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path


def test_keys_lead_from_page_to_page_and_a_question_mark_tells_them(opens: Opens) -> None:
    page = opens("/")
    page.keyboard.press("g")
    page.keyboard.press("r")
    page.wait_for_url("**/reports")
    page.keyboard.press("o")
    page.wait_for_url("**/reports/*")
    page.keyboard.press("?")
    told = page.locator("dialog[open] dl").inner_text()
    assert "Next claim" in told
    assert "All reports" in told
    page.keyboard.press("Escape")
    assert page.locator("dialog[open]").count() == 0


def test_keys_are_left_to_whoever_types(opens: Opens) -> None:
    page = opens("/inbox")
    page.keyboard.press("t")
    page.locator("textarea").fill("")
    page.locator("textarea").press_sequentially("g r ? j")
    assert page.locator("textarea").input_value() == "g r ? j"
    assert page.url.endswith("/inbox")


def test_one_key_goes_from_a_claim_to_its_words_and_back(opens: Opens, desk: Served) -> None:
    page = opens(report_path(desk))
    page.keyboard.press("j")
    claim = page.locator(".card.on").get_attribute("id")[2:]
    words = f"document.activeElement.closest('#c-{claim}') !== null"
    assert page.evaluate(words)
    page.keyboard.press("w")
    assert page.evaluate(f"document.activeElement.id === 'd-{claim}'")
    page.keyboard.press("w")
    assert page.evaluate(words)
    page.keyboard.press("j")
    assert page.locator(".card.on").get_attribute("id") != f"d-{claim}"
    page.keyboard.press("k")
    assert page.locator(".card.on").get_attribute("id") == f"d-{claim}"


def test_an_address_leads_to_a_claim(opens: Opens, desk: Served) -> None:
    path = report_path(desk)
    claim = desk.desk.crisis.report(path.rpartition("/")[2]).claims[-1].id
    page = opens(f"{path}#c-{claim}")
    assert page.locator(".card.on").get_attribute("id") == f"d-{claim[:8]}"
    assert page.locator("mark.on").first.is_visible()


def test_a_topic_is_hidden_and_shown_again(opens: Opens, desk: Served) -> None:
    page = opens(report_path(desk))
    whole = page.locator(".card:visible").count()
    button = page.locator(".topic-switch").first
    button.click()
    assert page.locator(".card:visible").count() < whole
    button.click()
    assert page.locator(".card:visible").count() == whole


def test_a_pasted_text_is_read_while_one_looks_on(opens: Opens) -> None:
    page = opens("/inbox")
    page.keyboard.press("t")
    page.locator("textarea").fill(TEXT)
    page.locator("[name=title]").fill("Wire of Monday")
    page.locator("details button").first.click()
    page.locator(".at-read").first.wait_for()
    link = page.locator(".came a").first
    assert link.inner_text() == "Wire of Monday"
    link.click()
    assert "killed 4 people" in page.locator(".text").inner_text()


def test_without_scripts_a_file_is_sent_and_read(opens: Opens, tmp_path: Path) -> None:
    (tmp_path / "wire.txt").write_text(f"{TEXT} It was quiet elsewhere.", encoding="utf-8")
    page = opens("/inbox", scripts=False)
    page.locator("[type=file]").set_input_files(tmp_path / "wire.txt")
    page.locator("button.main").first.click()
    for _ in range(50):
        if page.locator(".came a", has_text="wire.txt").count():
            break
        page.wait_for_timeout(200)
        page.reload()
    page.locator(".came a", has_text="wire.txt").click()
    page.locator("sup a").first.click()
    assert "#d-" in page.url


def test_a_file_that_is_too_large_is_told_of_before_it_is_sent(opens: Opens) -> None:
    page = opens("/inbox")
    page.evaluate("document.querySelector('[data-most]').dataset.most = '3'")
    page.locator("[type=file]").set_input_files({"name": "a.txt", "mimeType": "text/plain", "buffer": b"four"})
    assert "200 MB" in page.locator("[type=file]").evaluate("field => field.validationMessage")


def test_a_page_that_reads_from_the_right_keeps_its_order(opens: Opens, desk: Served) -> None:
    page = opens(report_path(desk))
    page.evaluate("document.documentElement.dir = 'rtl'")
    text, cards = page.locator(".text").bounding_box(), page.locator(".cards").bounding_box()
    assert cards["x"] < text["x"]
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_report_prints_whole(opens: Opens, desk: Served) -> None:
    page = opens(report_path(desk))
    page.emulate_media(media="print")
    assert page.locator(".head").is_hidden()
    assert page.locator(".card").last.is_visible()


def test_a_figure_opens_to_its_words(opens: Opens) -> None:
    page = opens("/picture")
    figure = page.locator("article.figure", has_text="299 civilians killed").first
    figure.locator("summary").click()
    figure.locator("ul.words a", has_text="299").first.press("Enter")
    page.wait_for_url("**/claims/*")
    assert "299" in page.locator(".sentence mark").inner_text()


def test_one_key_accepts_a_claim_and_shows_the_next(opens: Opens) -> None:
    page = opens("/review")
    first = page.locator(".sentence").inner_text()
    page.keyboard.press("a")
    page.wait_for_url("**said=judged")
    assert page.locator(".told").inner_text() == "Your judgement is kept."
    assert page.locator(".sentence").inner_text() != first


def test_words_selected_in_the_sentence_become_the_claim_s_words(opens: Opens) -> None:
    page = opens("/review")
    page.evaluate("document.getSelection().selectAllChildren(document.querySelector('.sentence mark'))")
    chosen = page.locator("#correct [name=value]")
    page.wait_for_function("document.querySelector('#correct [name=value]').value !== ''")
    assert page.locator("#correct [name=slot]").input_value() == "words"
    assert chosen.input_value() == page.locator(".sentence mark").inner_text().strip()


@pytest.mark.skipif("CLEARWAY_PICTURES" not in os.environ, reason="set CLEARWAY_PICTURES=1 to take the docs' pictures")
@pytest.mark.parametrize("name", ["inbox", "report", "picture", "incidents", "review"])
def test_the_docs_have_their_pictures_of_the_desk(opens: Opens, desk: Served, name: str) -> None:
    page = opens(report_path(desk) if name == "report" else f"/{name}")
    if name == "report":
        page.keyboard.press("j")
        page.keyboard.press("j")
        page.keyboard.press("w")
    page.screenshot(path=ROOT / "docs/pictures" / f"desk-{name}.png")
