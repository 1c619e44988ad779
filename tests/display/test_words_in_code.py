"""No English in the code of the pages: what a person reads there is in the catalogue."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

TWO_WORDS = re.compile(r"[A-Za-z’']{2,}[,;:.]? (?:[A-Za-z({]|$)|(?:^|\}) [a-z]{2,}|[a-z]{2,} \{")
"""Words beside words or beside a value. Names of phrases, keys, classes and addresses have no blanks."""
SQL = re.compile(r"\s*(?:SELECT|INSERT|DELETE|UPDATE|PRAGMA|CREATE|BEGIN)\b")
HEADER = re.compile(
    r"img-src data:|[a-z-]+ '(?:none|self|sha256-.*)'|[a-z]+/[a-z]+; charset=|attachment; filename=|public, max-age="
)
"""What a browser reads."""

LOGGED = ("LOG", "note", "_note")
"""Whose words go into a log: that of the program, or that of the desk, whose entries are hashed as they stand."""
DESCRIBED = ("Query", "Path", "Part", "Form", "FastAPI", "Literal")
"""Whose words describe the desk to a program, in `/openapi.json`."""
SCHEMAS = ("FAULTS",)
"""Tables of such words."""
FILES = {
    "web/serving.py": "whoever starts the desk reads this in a terminal",
}
"""Files that are no page's."""
TEXTS = {
    # a log's
    "with {} record{} of corridors": "the desk's log tells what an export held",
    "{} refused: {}": "the desk's log",
    "no answer": "the desk's log",
    "{} sha256 {} {} bytes, held back {}": "the desk's log",
    # a program's
    "clearway exports": "the name of a thread",
    "clearway imports": "the name of a thread",
    "clearway reads": "the name of a thread",
    "an export failed": "the program's log, told by `Behind`",
    "an import failed": "the program's log, told by `Behind`",
    "reading failed": "the program's log, told by `Behind`",
    "incident days": "a key of what is kept",
    "account {}": "a key of tries that failed",
    "address {}": "a key of tries that failed",
    "the machine": "the desk's log: who made a link",
    "from clearway.display.escaping import escaped": "code that a template is made into",
    "page {}": "what is hashed into a page's token",
    "form at {}": "a key of a form without an id",
    'tabindex="-1" autofocus': "HTML",
    "{} does not say whom it is for: declare what it needs": "whoever writes a route reads it, before the desk starts",
}
"""Texts that no person reads on a page, and where they go instead."""


@pytest.fixture
def folder(repository: Path) -> Path:
    return repository / "src/clearway"


def test_no_code_of_a_page_has_words_of_its_own(folder: Path) -> None:
    found = [f"{path}:{line}: {text}" for path, line, text in _texts(folder) if _is_english(text)]
    assert found == [], "put it into display/phrases/en, and say(...) it"


def test_each_exception_is_one(folder: Path) -> None:
    assert set(TEXTS) - {text.strip() for _, _, text in _texts(folder)} == set()
    assert [path for path in FILES if not (folder / path).is_file()] == []


@pytest.mark.parametrize(
    "code",
    [
        'rule = "there is no such place"',
        'rule = f"{count} more"',
        'raise Refused(404, rule, remedy=f"wait {seconds} seconds")',
        'told = ("a" if one else " and the like")',
    ],
)
def test_english_is_found_wherever_it_stands(code: str) -> None:
    assert any(_is_english(text) for _, text in _texts_in(code))


@pytest.mark.parametrize(
    "code",
    [
        'rule = say("wrong.no_place", place=place)',
        'LOG.warning("exports wait: %s", error)',
        'store.rows("SELECT * FROM person ORDER BY name")',
        'address = f"/places/{place}?kind={kind}"',
        '"""A docstring of two words."""',
        'desk.note(who.name, "let out", f"{name} with all of it")',
    ],
)
def test_what_is_no_sentence_of_a_page_is_left_alone(code: str) -> None:
    assert [text for _, text in _texts_in(code) if _is_english(text)] == []


def _texts(folder: Path) -> Iterator[tuple[str, int, str]]:
    for room in ("display", "web"):
        for path in sorted((folder / room).rglob("*.py")):
            name = str(path.relative_to(folder))
            if name not in FILES:
                for line, text in _texts_in(path.read_text(encoding="utf-8")):
                    yield name, line, text


def _is_english(text: str) -> bool:
    known = SQL.match(text) or HEADER.search(text) or text.strip() in TEXTS
    return bool(TWO_WORDS.search(text)) and not known


def _texts_in(code: str) -> Iterator[tuple[int, str]]:
    """Every text of a file with `{}` for values, but docstrings and what only a log or a program is told."""
    return _below(ast.parse(code))


def _below(node: ast.AST) -> Iterator[tuple[int, str]]:
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return  # a docstring
    if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.target.id in SCHEMAS:
        return
    if isinstance(node, ast.Call) and _names(node) & {*LOGGED, *DESCRIBED}:
        return
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.lineno, node.value
    elif isinstance(node, ast.JoinedStr):
        yield node.lineno, "".join(str(one.value) if isinstance(one, ast.Constant) else "{}" for one in node.values)
        for one in node.values:
            if isinstance(one, ast.FormattedValue):
                yield from _below(one.value)
    else:
        types = {getattr(node, "returns", None), getattr(node, "annotation", None)}
        for child in ast.iter_child_nodes(node):
            if child not in types:
                yield from _below(child)


def _names(call: ast.Call) -> set[str]:
    """What is called, and what it is called on; what is run in another thread counts as called."""
    called = call.args[0] if isinstance(call.func, ast.Name) and call.func.id == "run_in_threadpool" else call.func
    return {one.id if isinstance(one, ast.Name) else getattr(one, "attr", "") for one in ast.walk(called)}
