"""One place as a file of the gazetteer holds it, and how well known it is."""

from math import log10
from typing import NamedTuple

from clearway.model import Level
from clearway.places.schema import ALTERNATE, HEAD, MAIN

MATCH = {MAIN: 1.0, ALTERNATE: 0.7, HEAD: 0.6}
"""What a name that agrees exactly is worth, by how the place bears it."""
PROMINENCE = {"country": 1.0, "region": 0.8, "adm1": 0.75, "adm2": 0.45, "adm3": 0.35, "facility": 0.45}
UNCOUNTED = 0.4
"""The share of prominence for a settlement whose people nobody gives: some 1,500."""
COLUMNS = (
    "ref, name, level, country, adm1, adm2, code, geonames, pcode, latitude, longitude, radius_km, population, "
    "capital, merged"
)
"""The columns of `Row` but the last, which is of a name and not of a place."""
LEVELS = {level.value: level for level in Level}


class Row(NamedTuple):
    """One place as a file holds it; names are looked up so often that a dataclass would cost more than the look-up."""

    ref: str
    name: str
    level: str
    country: str | None
    adm1: str | None
    adm2: str | None
    code: str | None
    geonames: int | None
    pcode: str | None
    latitude: float | None
    longitude: float | None
    radius_km: float | None
    population: int | None
    capital: int
    merged: str | None
    how: int = MAIN
    """How it bears the name that it was found by."""


class Glance(NamedTuple):
    """What tells at a glance which place a name most likely means; a `Candidate` takes ten times as long to make."""

    name: str
    level: Level
    country: str | None
    population: int | None


def score(row: Row, how: int) -> float:
    """How well a place that bears the name agrees with it, plus how well known it is."""
    return round(MATCH[how] + _prominence(row), 4)


def _prominence(row: Row) -> float:
    """How well known a place is, from 0 to 1: its level, its people, whether it is a capital."""
    people = min(1.0, log10(row.population) / 8) if row.population else UNCOUNTED if row.level == "settlement" else 0.0
    if row.level == "settlement":
        return min(1.0, people * 0.8 + (0.25 if row.capital == 1 else 0.05 if row.capital else 0.0))
    return min(1.0, PROMINENCE.get(row.level, 0.3) * 0.7 + people * 0.3)
