from datetime import date

import pytest
from tests.sources.making import document, drafts

from clearway.errors import RefusedDocument
from clearway.model import MayRedistribute
from clearway.sources.format import Details
from clearway.sources.html import read, recognises
from clearway.sources.limits import LIMITS

PARAGRAPHS = (
    "The clinic in the valley was hit on Monday, its director said, and two of the nurses who worked there were hurt.",
    "The district office put the number of displaced families at 240, and said that more were on the road north.",
    "A convoy with tents and blankets waits at the crossing, the relief society said, for leave to go through.",
)
ARTICLE = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
HEAD = """
<title>Valley clinic hit | Hill Post</title>
<link rel="canonical" href="https://example.org/valley">
<meta property="og:site_name" content="Hill Post">
<meta property="og:title" content="Valley clinic hit">
<meta property="article:published_time" content="2020-02-18T19:10:00+00:00">
<meta name="license" content="CC BY 4.0">
<meta name="may-redistribute" content="quote">
"""
PAGE = (
    f'<!DOCTYPE html><html lang="en-GB"><head>{HEAD}</head><body><nav><a href="/">Home</a></nav>'
    f"<article><h1>Valley clinic hit</h1>{ARTICLE}</article><footer>All rights</footer><script>alert(1)</script>"
)


def test_a_page_gives_its_main_text_and_what_it_says_of_itself() -> None:
    draft = drafts(read, document(PAGE, name="a.html"))[0]
    assert draft.text == "\n\n".join(("Valley clinic hit", *PARAGRAPHS))
    assert draft.details[0] == Details(
        origin="HTML metadata",
        publisher="Hill Post",
        title="Valley clinic hit",
        url="https://example.org/valley",
        published=date(2020, 2, 18),
        language="en",
        licence="CC BY 4.0",
        may_redistribute=MayRedistribute.QUOTE,
    )


def test_structured_data_gives_the_day_where_no_meta_element_does() -> None:
    data = '{"@type": "NewsArticle", "datePublished": "2020-02-18", "headline": "Valley"}'
    page = f'<html><head><script type="application/ld+json">{data}</script></head><body>{ARTICLE}</body></html>'
    assert [details.published for details in drafts(read, document(page))[0].details] == [None, date(2020, 2, 18)]


def test_a_page_without_main_text_gives_all_its_text_without_menus_and_scripts() -> None:
    page = "<html><body><nav>Up</nav><div>Ten <b>people</b> fled<br>north</div><script>x()</script><p>today</p></body>"
    draft = drafts(read, document(page))[0]
    assert draft.text.split() == ["Ten", "people", "fled", "north", "today"]


def test_markup_shown_as_text_stays_text() -> None:
    page = f"<html><body><article>{ARTICLE}<p>They wrote &lt;script&gt;run()&lt;/script&gt; on the wall of it.</p>"
    assert "They wrote <script>run()</script> on the wall of it." in drafts(read, document(page))[0].text


@pytest.mark.parametrize("declared", ["windows-1256", "utf-8"])
def test_right_to_left_text_comes_out_in_its_encoding(declared: str) -> None:
    words = "قتل عشرة مدنيين في البلدة يوم الثلاثاء، وفق ما ذكره مسعفون"
    page = f'<html dir="rtl"><head><meta charset="{declared}"></head><body><p>{words}</p></body></html>'
    assert drafts(read, document(page.encode(declared)))[0].text == words


def test_rows_of_a_table_stay_on_lines_of_their_own() -> None:
    rows = "".join(f"<tr><td>{place}</td><td>{count} families</td></tr>" for place, count in (("A", 12), ("B", 30)))
    draft = drafts(read, document(f"<html><body><article>{ARTICLE}<table>{rows}</table></article></body></html>"))[0]
    assert "12 families" in draft.text
    assert "A | 12" in draft.text


@pytest.mark.parametrize(
    ("page", "rule"),
    [
        ("<html><body>" + "<div>" * 10_000 + "deep", "its tags are nested deeper than 256 levels"),
        ('<!DOCTYPE html [<!ENTITY a "b">]><html>&a;</html>', "it declares entities of its own"),
        ('<?xml version="1.0"?><!DOCTYPE html [\n<!ENTITY a "b">]><html>&a;</html>', "it declares entities of its own"),
        ("<html>" + "<p>word" * 3_000_000, "it is larger than the limit of 20 MB"),
        ("", "it is empty"),
    ],
)
def test_a_hostile_page_is_refused(page: str, rule: str) -> None:
    with pytest.raises(RefusedDocument) as refused:
        next(read(document(page, name="a.html"), LIMITS))
    assert refused.value.rule.startswith(rule)


@pytest.mark.parametrize(
    ("data", "is_page"),
    [
        (b"<!DOCTYPE html>\n<html>", True),
        (b"\xef\xbb\xbf  <HTML lang='en'>", True),
        (b'<?xml version="1.0"?>\n<!-- saved --><html xmlns="x">', True),
        (b"A report that writes <html> in its text", False),
        (b"<script>alert(1)</script> were the words", False),
    ],
)
def test_a_page_is_recognised_by_how_it_opens(data: bytes, *, is_page: bool) -> None:
    assert recognises(data) is is_page
