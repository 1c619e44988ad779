"""Holds the places of the article, with OCHA's gazetteer of its country added, to what they stand for."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from benchmarks.annotated import Row, rows
from tests.desk import parser
from tests.quality.conftest import FLOORS, Read, changed

from clearway.claims import Reader
from clearway.model import Place
from clearway.places import Gazetteer, add, find, resolve

PLACES: Mapping[str, str] = tomllib.loads(FLOORS.read_text("utf-8"))["places"]
ABROAD = ("Geneva", "Moscow")
VIOLENCE = frozenset({"attack", "facility_attack", "destruction", "killed", "injured", "casualties"})


@pytest.fixture(scope="session")
def gazetteer(shared: Path, floors: Mapping[str, Any], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Gazetteer]:
    """The built-in places, with OCHA's of the article's country added."""
    own = tmp_path_factory.mktemp("gazetteer") / "places.db"
    for name in floors["gazetteer"]:
        add(shared / name, own)
    with Gazetteer.open(user=own) as opened:
        yield opened


@pytest.fixture(scope="session")
def named(gazetteer: Gazetteer, article: Read) -> Sequence[Place]:
    """Every place that the article names, resolved."""
    text = article.known.report.text
    return resolve(find(text, gazetteer), text=text, gazetteer=gazetteer)


@pytest.fixture(scope="session")
def said(gazetteer: Gazetteer, article: Read) -> Sequence[Row]:
    """The article's claims, read with that gazetteer."""
    report = article.known.report
    return rows(report, Reader(gazetteer, parser=parser()).read(report))


def stands_for(place: Place) -> str | None:
    """The P-code of a place, or of the place that it lies beside; its id where it has no P-code."""
    known = place.within if place.resolved and place.resolved.pcode is None and place.within else place.resolved
    return (known.pcode or known.id) if known else None


def test_the_gazetteer_files_are_as_pinned(shared: Path, floors: Mapping[str, Any]) -> None:
    assert changed(shared, floors["gazetteer"]) == [], f"the places of {FLOORS.name} were pinned on other files"


@pytest.mark.parametrize(("name", "expected"), PLACES.items())
def test_a_name_of_the_article_stands_for_its_place(named: Sequence[Place], name: str, expected: str) -> None:
    assert {stands_for(place) for place in named if place.name == name} == {expected}


def test_no_violence_is_placed_where_it_was_only_spoken_of(said: Sequence[Row]) -> None:
    capitals = {PLACES[name] for name in ABROAD}
    where = {place["id"] for row in said if row["kind"] in VIOLENCE for place in row["resolved"]}

    assert where
    assert where & capitals == set()


def test_the_places_of_claims_have_both_their_ids(said: Sequence[Row]) -> None:
    found = {place["name"]: (place["id"], place["pcode"]) for row in said for place in row["resolved"]}

    assert found["Darat Izza"] == ("geonames:170857", "C1139")
