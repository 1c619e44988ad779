"""What a Markdown file shows: its commands, the output below them, its Python, its links."""

import re
import shlex
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.conftest import REPOSITORY

PAGES = sorted(
    page
    for page in [*REPOSITORY.glob("*.md"), *REPOSITORY.glob("docs/**/*.md"), *REPOSITORY.glob("samples/*.md")]
    if page.name != "THIRD_PARTY.md"
)
NAMES = [str(page.relative_to(REPOSITORY)) for page in PAGES]

BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(([^)\s]+)\)")
INLINE = re.compile(r"`([^`\n]+)`")
COMMAND = re.compile(r"^(?:\.venv/bin/)?(clearway .*)$")
LEFT_OUT = re.compile(r"^\s*\.\.\.$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Shown:
    """Commands, and the parts of their output that are shown below them, "..." between two, each as one line."""

    commands: Sequence[Sequence[str]]
    parts: Sequence[str]


def blocks(text: str) -> Iterator[tuple[str, str]]:
    """Each fenced block: its language, empty for output, and what is in it."""
    for found in BLOCK.finditer(text):
        yield found[1], found[2]


def commands(block: str) -> list[list[str]]:
    """The words of each command of Clearway in a block for the shell, without "clearway" and comments."""
    found = (COMMAND.match(line.strip()) for line in block.splitlines())
    return [shlex.split(line[1], comments=True)[1:] for line in found if line]


def shown(text: str) -> Iterator[Shown]:
    """The commands of a page in order, each group with the output that the page shows before the next group."""
    asked: list[list[str]] = []
    parts: list[str] = []
    for language, block in blocks(text):
        if language == "sh":
            if parts:
                yield Shown(asked, parts)
                asked, parts = [], []
            asked += commands(block)
        elif not language:
            parts += [in_one_line(part) for part in LEFT_OUT.split(block)]
    if asked or parts:
        yield Shown(asked, parts)


def in_one_line(text: str) -> str:
    """The words of a text with one space between them: a terminal pads its lines."""
    return " ".join(text.split())


def targets(makefile: str) -> set[str]:
    """What can be made."""
    return set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))


def inline_commands(text: str) -> list[list[str]]:
    """The words of each command of Clearway that is named within a sentence."""
    prose = BLOCK.sub("", text)
    return [code.split()[1:] for code in INLINE.findall(prose) if code.startswith("clearway ")]


def made(text: str) -> set[str]:
    """Each target that a page tells to make, in a block or a sentence."""
    found: set[str] = set()
    for code in [
        *(block for language, block in blocks(text) if language == "sh"),
        *INLINE.findall(BLOCK.sub("", text)),
    ]:
        found |= set(re.findall(r"^(?:\w+=\S+ )?make ([a-z]+)", code, re.MULTILINE))
    return found


def links(page: Path) -> list[Path]:
    """The files that a page leads to."""
    named = (link.split("#")[0] for link in LINK.findall(page.read_text("utf-8")))
    return [page.parent / name for name in named if name and "://" not in name and not name.startswith("mailto:")]
