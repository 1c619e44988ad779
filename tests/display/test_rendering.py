import hashlib
import json
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from tests.exports.making import DAY, claim, finding, picture, place, report

from clearway.display.rendering import VENDOR, json_block
from clearway.exports import page, release
from clearway.model import Equation, Figure, Profile, Rule, Total

RED = "</script><script>document.title='ran'</script><img src=x onerror=\"document.title='ran'\">"


def made(profile: Profile = Profile.RESTRICTED) -> str:
    of = report(f"Shells killed 12 people in Qorat. {RED}", title=RED, publisher=RED, url="javascript:alert(1)")
    one = claim(
        of, "killed", "12 people", group=RED, figure=Figure(value=12), places=(place(of, RED), place(of, "Qorat"))
    )
    found = finding(one, statement=RED, notes=(RED,))
    return page(release([of], [one], [found], profile=profile), picture(found), title=RED, judged_at=DAY)


def test_nothing_that_a_report_says_is_markup() -> None:
    text = made()
    assert "<img" not in text
    assert "<script>document" not in text
    assert "javascript:" not in re.sub(r"<script>.*?</script>", "", text, flags=re.DOTALL)


def test_every_script_and_style_that_may_run_is_named_by_its_hash() -> None:
    text = made()
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', text)
    assert policy is not None
    assert "unsafe" not in policy[1]
    assert policy[1].startswith("default-src &#39;none&#39;")
    assert len(re.findall(r"<script>", text)) == 5
    assert policy[1].count("sha256-") == 5 + len(re.findall(r"<style>", text))


class Tags(HTMLParser):
    """The elements of a page, each with its attributes, and what its styles say."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.styles = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.styles += data if self.found and self.found[-1][0] == "style" else ""


def test_the_page_asks_for_nothing() -> None:
    tags = Tags(made())
    assert not {tag for tag, _ in tags.found} & {"link", "img", "iframe", "object", "embed", "base", "audio", "video"}
    assert not [attributes for _, attributes in tags.found if {"src", "srcset", "style", "onload"} & set(attributes)]
    assert "url(" not in tags.styles
    assert "@import" not in tags.styles
    assert "sourceMappingURL" not in made()


def test_a_page_without_a_point_leaves_the_map_s_scripts_out() -> None:
    of = report("In all 12 died.")
    out = release([of], [claim(of, "killed", "12 died")], profile=Profile.PUBLIC)
    assert len(page(out, picture(), title="T", judged_at=None)) < 60_000


def test_the_page_says_its_profile_and_what_was_held_back() -> None:
    text = made(Profile.PUBLIC)
    assert '<body class="public">' in text
    assert "<strong>public</strong>" in text


def test_sums_that_fail_are_shown_with_their_words_and_as_text() -> None:
    of = report("Shells killed 12 people in Qorat.")
    one = claim(of, "killed", "12 people", figure=Figure(value=12))
    sums = Equation(rule=Rule.FALL, words=RED, reason="correction", claims=(one.id,))
    unknown = Equation(rule=Rule.FALL, words="not of this page", reason="correction", claims=("elsewhere",))
    drawn = replace(picture(finding(one)), equations=(sums, unknown))
    text = page(release([of], [one], [finding(one)], profile=Profile.RESTRICTED), drawn, title="T", judged_at=DAY)
    assert 'Sums that fail <span class="count">1</span>' in text
    assert "a running total does not fall; perhaps correction" in text
    assert "<img" not in text
    assert "not of this page" not in text


def test_totals_are_shown_as_derived_and_only_of_figures_on_the_page() -> None:
    of = report("Shells killed 12 people in Qorat.")
    one = claim(of, "killed", "12 people", figure=Figure(value=12))
    held = finding(one)
    known = Total(words=RED, low=12, high=12, why="days apart", covers="two days", parts=(held.id,))
    unknown = Total(words="not of this page", low=12, high=12, why="", covers="", parts=("elsewhere",))
    drawn = replace(picture(held), totals=(known, unknown))
    text = page(release([of], [one], [held], profile=Profile.RESTRICTED), drawn, title="T", judged_at=DAY)
    assert 'What may be added <span class="count">1</span>' in text
    assert "Derived, reported by nobody: days apart. It covers two days." in text
    assert "<img" not in text
    assert "not of this page" not in text


def test_json_cannot_end_its_element() -> None:
    block = str(json_block({"name": "</script>&\u2028"}))
    assert not set("<>&\u2028") & set(block)
    assert json.loads(block) == {"name": "</script>&\u2028"}


def listed() -> list[tuple[str, str]]:
    return re.findall(r"\| (\S+/\S+) \| ([0-9a-f]{64}) \|", (VENDOR / "VENDORED.md").read_text())


@pytest.mark.parametrize(("name", "digest"), listed())
def test_a_vendored_file_is_the_one_that_is_listed(name: str, digest: str) -> None:
    assert hashlib.sha256((VENDOR / name).read_bytes()).hexdigest() == digest


def test_every_vendored_file_is_listed_beside_its_licence() -> None:
    files = {str(path.relative_to(VENDOR)) for path in VENDOR.glob("*/*") if path.name != "LICENSE"}
    assert files == {name for name, _ in listed()}
    assert all((VENDOR / name).with_name("LICENSE").is_file() for name in files)
