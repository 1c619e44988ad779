"""Every command is told of in the docs: where the desk does the same, or why it stays on the command line."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.web.making import Visit
from typer.main import get_command

from clearway.cli.commands import app
from clearway.web.rights import declared

ROW = re.compile(r"^\| (?P<commands>`.*?`) \| (?P<where>.*) \|$", re.MULTILINE)
CODE = re.compile(r"`([^`]+)`")


def commands(group: Any, before: tuple[str, ...] = ()) -> Iterator[str]:
    """Every command by the words that are typed."""
    for name, one in group.commands.items():
        if hasattr(one, "commands"):
            yield from commands(one, (*before, name))
        else:
            yield " ".join((*before, name))


@pytest.fixture
def rows(repository: Path) -> dict[str, str]:
    """What the docs say of each command."""
    told = (repository / "docs/desk.md").read_text(encoding="utf-8")
    part = told.partition("## Commands and pages")[2].partition("## Who may do what")[0]
    return {name: found["where"] for found in ROW.finditer(part) for name in CODE.findall(found["commands"])}


def test_every_command_is_told_of(rows: dict[str, str]) -> None:
    assert set(rows) == set(commands(get_command(app)))


def test_every_page_that_is_named_is_there(rows: dict[str, str], alone: Visit) -> None:
    there = {path for method, path, _ in declared(alone.app) if method == "GET"}
    named = {name for where in rows.values() for name in CODE.findall(where) if name.startswith("/")}
    assert named - there == set()
    assert len(named) > 12
