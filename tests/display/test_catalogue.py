"""The words of the desk's own."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

from clearway.display.catalogue import catalogue, said, say

NAME = re.compile(r'"(\w+\.\w+)"')
SAY = re.compile(r'say\(\s*"([\w.]+)"(?! ~)')
BUILT = re.compile(r'say\("([\w.]+)" ~|\bf"([a-z]+\.\w*)\{')
ASKED = re.compile(r"{#.*?#}|{%.*?%}|{{.*?}}", re.DOTALL)
CREDITS = {
    "plan.html": set(
        "Basemap Natural Earth public domain by world atlas ISC Map Leaflet BSD Clause Volodymyr Agafonkin CloudMade "
        "topojson client Mike Bostock answer".split()
    )
}
"""Whom a page credits, and an address within it, which no language changes."""
LABEL = re.compile(r'(?:aria-label|title|placeholder|alt)="([^"]*)"')
TAG = re.compile(r"<[^>]*>")


@pytest.fixture
def templates(repository: Path) -> dict[str, str]:
    folder = repository / "src/clearway/display/templates"
    shared = (folder / f"{name}.html" for name in ("parts", "plan", "plan-body", "ways"))
    return {path.name: path.read_text(encoding="utf-8") for path in (*folder.glob("desk/*.html"), *shared)}


def test_a_number_takes_the_form_that_goes_with_it() -> None:
    assert [say("reports.claims", n=number) for number in (0, 1, 2000)] == ["0 claims", "1 claim", "2,000 claims"]


def test_only_what_is_told_after_an_act_is_told_by_an_address() -> None:
    assert said("joined") == "You are signed in."
    assert (said("nothing"), said("../frame.keys"), said("")) == ("", "", "")


def test_every_phrase_that_a_template_asks_for_is_there(templates: dict[str, str]) -> None:
    asked = {name for text in templates.values() for name in SAY.findall(text)}
    assert asked - set(catalogue("en")) == set()


@pytest.fixture
def code(repository: Path) -> dict[str, str]:
    folder = repository / "src/clearway"
    paths = (path for room in ("display", "web") for path in sorted((folder / room).rglob("*.py")))
    return {str(path.relative_to(folder)): path.read_text(encoding="utf-8") for path in paths}


def test_every_phrase_is_asked_for(templates: dict[str, str], code: dict[str, str]) -> None:
    texts = (*templates.values(), *code.values())
    asked = {name for text in texts for name in NAME.findall(text)}
    begun = tuple(filter(None, (name for text in texts for found in BUILT.findall(text) for name in found)))
    left = {name for name in catalogue("en") if not name.startswith((*begun, "said."))} - asked
    assert left == set()


def test_what_the_code_says_is_a_phrase_with_just_these_values(code: dict[str, str]) -> None:
    wrong = [(where, name) for where, name, given in _said(code) if _values(name) != given]
    assert wrong == []


def _said(code: dict[str, str]) -> Iterator[tuple[str, str, set[str]]]:
    """Every phrase that code asks for by its whole name: where, and with which values."""
    for path, text in code.items():
        for call in ast.walk(ast.parse(text)):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "say":
                given = {one.arg or "" for one in call.keywords} - {"n"}
                first = call.args[0]
                for part in (first.body, first.orelse) if isinstance(first, ast.IfExp) else (first,):
                    if isinstance(part, ast.Constant):
                        yield f"{path}:{call.lineno}", str(part.value), given


def _values(name: str) -> set[str] | None:
    """The names in a phrase but that of its number; nothing where there is no such phrase."""
    phrase = catalogue("en").get(name)
    texts = () if phrase is None else (phrase,) if isinstance(phrase, str) else phrase.values()
    found = {named for text in texts for _, named, _, _ in Formatter().parse(text) if named} - {"n"}
    return None if phrase is None else found


def test_a_template_of_the_desk_or_of_a_plan_has_no_words_of_its_own(templates: dict[str, str]) -> None:
    for name, text in templates.items():
        if name != "parts.html":
            words = re.findall(r"(?<![/\w])[A-Za-z]{2,}", TAG.sub(" ", ASKED.sub("", text)))
            assert set(words) <= {"UTC"} | CREDITS.get(name, set()), name


def test_no_label_of_a_template_has_words_of_its_own(templates: dict[str, str]) -> None:
    for name, text in templates.items():
        if name != "parts.html":
            told = LABEL.findall(ASKED.sub("", text))
            assert [words for words in told if re.search(r"[A-Za-z]{2,}", words)] == [], name
