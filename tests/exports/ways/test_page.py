import re
from dataclasses import replace

from tests.browser.made_plan import page_of_a_plan, plan
from tests.display.test_rendering import Tags


def test_nothing_that_a_report_says_is_markup() -> None:
    text = page_of_a_plan().decode()
    assert "<img" not in text
    assert "<script>document" not in text
    assert "javascript:" not in re.sub(r"<script>.*?</script>", "", text, flags=re.DOTALL)


def test_every_script_and_style_that_may_run_is_named_by_its_hash() -> None:
    text = page_of_a_plan().decode()
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', text)
    assert policy is not None
    assert "unsafe" not in policy[1]
    assert policy[1].count("sha256-") == len(re.findall(r"<(?:script|style)>", text)) == 8


def test_the_page_asks_for_nothing_and_has_no_handler_in_its_elements() -> None:
    tags = Tags(page_of_a_plan().decode())
    assert not {tag for tag, _ in tags.found} & {"link", "img", "iframe", "object", "embed", "base", "audio", "video"}
    names = {name for _, attributes in tags.found for name in attributes}
    assert not {name for name in names if name.startswith("on")} | names & {"src", "srcset", "style"}
    assert "url(" not in tags.styles


def test_without_a_way_the_page_says_so_and_leaves_the_map_out() -> None:
    text = page_of_a_plan(replace(plan(), routes=(), front=(), stops=())).decode()
    assert "No corridor can be recommended" in text
    assert "There is no way to tell of." in text
    assert len(text) < 60_000


def test_roads_that_are_not_schematic_are_not_called_so() -> None:
    assert "Schematic roads" in page_of_a_plan().decode()
    assert "Schematic roads" not in page_of_a_plan(replace(plan(), schematic=False)).decode()
