"""The annotated reports, read once, and the floors they are held to."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from benchmarks import annotated as corpus
from benchmarks.annotated import Annotated, Row, Tally
from tests.desk import parser

from clearway.claims import Reader
from clearway.places import Gazetteer

FLOORS = Path(__file__).with_name("floors.toml")


@dataclass(frozen=True, slots=True)
class Read:
    """An annotated report, the rows said of it, and how many of them are right."""

    known: Annotated
    said: Sequence[Row]
    tally: Tally


def digest(file: Path) -> str | None:
    """The sha256 of a file, or of the names and digests of a folder's files; `None` where there is neither."""
    if file.is_dir():
        inside = "".join(f"{each.name} {digest(each)}\n" for each in sorted(file.iterdir()))
        return sha256(inside.encode()).hexdigest()
    return sha256(file.read_bytes()).hexdigest() if file.is_file() else None


def changed(shared: Path, pinned: Mapping[str, str]) -> list[str]:
    """Which files are not there or not those that the floors were pinned on."""
    found = {name: shared / name for name in pinned}
    return sorted(name for name, file in found.items() if digest(file) != pinned[name])


@pytest.fixture(scope="session")
def floors() -> dict[str, Any]:
    """The floors, and the hash of each file they hold for."""
    return tomllib.loads(FLOORS.read_text("utf-8"))


@pytest.fixture(scope="session")
def scoring(shared: Path) -> ModuleType:
    """The scorer."""
    return corpus.scorer(shared)


@pytest.fixture(scope="session")
def readings(shared: Path, scoring: ModuleType) -> dict[str, Read]:
    """Each annotated report by its name, read; the article is the first."""
    found = {}
    with Gazetteer.open() as gazetteer:
        reader = Reader(gazetteer, parser=parser())
        for known in (corpus.article(shared), *corpus.annotated(shared)):
            said = corpus.rows(known.report, reader.read(known.report))
            found[known.name] = Read(known, said, corpus.tally(known.claims, said, scoring))
    return found


@pytest.fixture(scope="session")
def article(readings: Mapping[str, Read]) -> Read:
    """The article."""
    return next(iter(readings.values()))


@pytest.fixture(scope="session")
def others(readings: Mapping[str, Read]) -> list[Read]:
    """The annotated reports other than the article."""
    return list(readings.values())[1:]
