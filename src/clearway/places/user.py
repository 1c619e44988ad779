"""The user's own gazetteer: a second SQLite file, joined with the built-in places by name and distance."""

import contextlib
import hashlib
import json
import os
import shutil
import sqlite3
import zlib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from clearway.errors import GazetteerError, RefusedDocument
from clearway.model import Candidate, Level
from clearway.places import codab, geonames_dump
from clearway.places.folding import ARTICLES, fold, skeleton
from clearway.places.gazetteer import Gazetteer
from clearway.places.geometry import distance_km, holds
from clearway.places.naming import name_rows, skeleton_rows, without_type
from clearway.places.record import Above, Parsed, Record, read_bytes
from clearway.places.schema import HEAD, SHAPES, TABLES, VERSION, content_hash, make_sieve, record

SAME_KM = {"settlement": 6.0, "facility": 2.0, "adm1": 200.0, "adm2": 60.0, "adm3": 30.0}
"""How far apart two points of one name may lie and still be one place."""
ALIKE_KM = {"settlement": 2.5, "facility": 0.5, "adm1": 150.0, "adm2": 40.0, "adm3": 15.0}
"""The same for names that only sound alike."""
LEAST_ALIKE = 0.55
PATIENCE_S = 60.0
"""So long is waited for somebody else who adds to the same file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What adding a file did: places that are new, places joined with a known one, and what was wrong with the file."""

    added: int
    merged: int
    warnings: tuple[str, ...]
    already: bool = False


def add(path: Path, user_db: Path) -> Added:
    """Add a GeoNames country dump or an OCHA COD-AB file to the user's gazetteer; all of it or nothing.

    A file that is already in it changes nothing. Raises `RefusedDocument` when the file cannot be used, and
    `GazetteerError` when a gazetteer cannot.
    """
    data = read_bytes(path)
    digest = hashlib.sha256(data).hexdigest()
    user_db = Path(os.path.realpath(user_db))  # what a link leads to is renewed, not the link
    parsed = None if user_db.exists() else _parse(data, path)  # a file that is refused makes no gazetteer
    with Gazetteer.open() as built_in, contextlib.closing(_held(user_db)) as held:
        mark = f"file {digest} {built_in.sha256}"
        if held.execute("SELECT 1 FROM meta WHERE key = ?", (mark,)).fetchone():
            return Added(added=0, merged=0, warnings=(), already=True)
        parsed = parsed or _parse(data, path)
        with _renewed(user_db) as file:
            added, merged = _write(file, parsed.records, built_in)
            make_sieve(file)
            record(file, [(mark, path.name), ("sha256", content_hash(file))])
    return Added(added=added, merged=merged, warnings=parsed.warnings)


def _held(path: Path) -> sqlite3.Connection:
    """The user's file, which nobody else adds to until it is closed; whoever reads it goes on."""
    while True:
        before = _which(path)
        file = _open(path)
        try:
            file.execute("BEGIN IMMEDIATE")
        except sqlite3.Error as error:
            file.close()
            raise _unwritten(path, error) from error
        if before == _which(path):
            return file
        file.close()  # somebody else renewed it meanwhile


def _which(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


@contextlib.contextmanager
def _renewed(path: Path) -> Iterator[sqlite3.Connection]:
    """A copy to be written, which then takes the file's place; whoever has that open keeps it whole."""
    part = path.with_name(f"{path.name}.part")
    beside = (part, part.with_name(f"{part.name}-journal"))
    try:
        for left in beside:  # by one that was killed
            left.unlink(missing_ok=True)
        with contextlib.closing(sqlite3.connect(part)) as file:
            with contextlib.closing(sqlite3.connect(path)) as reads:  # who holds it for writing cannot be copied from
                reads.backup(file)
            with file:
                yield file
        shutil.copymode(path, part)
        part.replace(path)
    except (sqlite3.Error, OSError) as error:
        raise _unwritten(path, error) from error
    finally:
        for left in beside:
            left.unlink(missing_ok=True)


def _unwritten(path: Path, error: Exception) -> GazetteerError:
    return GazetteerError(
        str(path), rule=f"the gazetteer cannot be written ({error})", remedy="check rights and space, and try again"
    )


def _parse(data: bytes, path: Path) -> Parsed:
    """The file's records, by what it holds rather than by its name."""
    if data.startswith(b"PK\x03\x04"):
        return geonames_dump.parse(geonames_dump.unzipped(data, str(path)), path)
    if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return codab.parse_geojson(data, path)
    if b"\x00" in data[:4096]:
        raise RefusedDocument(str(path), rule="this is a binary file of an unknown kind", remedy=codab.REMEDY)
    if geonames_dump.looks_like(data):
        return geonames_dump.parse(data, path)
    return codab.parse_csv(data, path)


def _open(path: Path) -> sqlite3.Connection:
    """The user's file, made when it is not there."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        file = sqlite3.connect(path, timeout=PATIENCE_S)
        if not file.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone():
            file.executescript(f"BEGIN; {TABLES} {SHAPES} COMMIT;")
            with file:
                make_sieve(file)
                record(file, [("version", VERSION), ("sha256", content_hash(file))])
        version = file.execute("SELECT value FROM meta WHERE key = 'version'").fetchone()
    except (sqlite3.Error, OSError) as error:
        raise GazetteerError(
            str(path), rule=f"this is not a gazetteer of Clearway ({error})", remedy="name another file"
        ) from error
    if version != (VERSION,):
        file.close()
        remedy = "move it away and add your files again"
        raise GazetteerError(str(path), rule="this gazetteer is of another version of Clearway", remedy=remedy)
    return file


def _write(file: sqlite3.Connection, records: Sequence[Record], built_in: Gazetteer) -> tuple[int, int]:
    """Write records and the areas they name; returns how many places are new and how many joined a known one."""
    states: dict[str | None, str | None] = {None: None}
    known = {row[0] for row in file.execute("SELECT ref FROM places WHERE latitude IS NOT NULL")}
    taken = {row[0] for row in file.execute("SELECT merged FROM places WHERE merged IS NOT NULL")}
    heads = _heads(records)
    stubs: set[str] = set()
    added = merged = 0
    for entry in sorted(records, key=lambda entry: (entry.level.startswith("settle"), entry.level, entry.ref)):
        if entry.country not in states:
            states[entry.country] = built_in.country_code(entry.country or "")
        country = states[entry.country]
        same = _same(entry, country, built_in, taken - _merged_with(file, entry.ref))
        if same:
            taken.add(same)
        if entry.ref not in known:
            added, merged = added + (same is None), merged + (same is not None)
        for above in entry.above:
            if above.code.startswith("pcode:") and above.code not in stubs:
                stubs.add(above.code)
                _put_stub(file, above, country, built_in, taken)
        _put(file, entry, country, same, heads.get(entry.ref, ()))
    _fill_stubs(file)
    return added, merged


def _put_stub(
    file: sqlite3.Connection, above: Above, country: str | None, built_in: Gazetteer, taken: set[str]
) -> None:
    """Insert an area that is known only by the places in it, where there is none of its code yet."""
    if file.execute("SELECT 1 FROM places WHERE ref = ?", (above.code,)).fetchone():
        return
    pcode = above.code.removeprefix("pcode:")
    stub = Record(ref=above.code, names=(above.name or pcode,), level=above.level, pcode=pcode)
    _put(file, stub, country, _same(stub, country, built_in, taken), ())


def _put(file: sqlite3.Connection, entry: Record, country: str | None, same: str | None, heads: Sequence[str]) -> None:
    """Insert or renew one place with its names and outline."""
    above = {area.level: area.code for area in entry.above}
    values = (
        entry.ref, entry.names[0], entry.level, country, above.get("adm1"), above.get("adm2"), entry.code,
        entry.geonames, entry.pcode, entry.latitude, entry.longitude, entry.radius_km, entry.population, same,
    )  # fmt: skip
    columns = (
        "ref, name, level, country, adm1, adm2, code, geonames, pcode, latitude, longitude, radius_km, "
        "population, merged"
    )
    fresh = ", ".join(f"{column} = excluded.{column}" for column in columns.split(", ")[1:])
    marks = ", ".join("?" * len(values))
    file.execute(f"INSERT INTO places ({columns}) VALUES ({marks}) ON CONFLICT (ref) DO UPDATE SET {fresh}", values)  # noqa: S608
    number = file.execute("SELECT id FROM places WHERE ref = ?", (entry.ref,)).fetchone()[0]
    file.execute("DELETE FROM names WHERE place = ?", (number,))
    rows = list(name_rows(number, entry.names[0], [*entry.names[1:], *_joined(entry.names)], entry.level))
    rows += [(key, number, HEAD) for key in heads if key not in {row[0] for row in rows}]
    file.executemany("INSERT OR IGNORE INTO names VALUES (?, ?, ?)", rows)
    file.executemany("INSERT OR IGNORE INTO skeletons VALUES (?, ?)", skeleton_rows(row[0] for row in rows))
    if entry.rings:
        norths = [north for ring in entry.rings for _, north in ring]
        easts = [east for ring in entry.rings for east, _ in ring]
        outline = zlib.compress(json.dumps(entry.rings).encode(), 9)
        box = (min(norths), min(easts), max(norths), max(easts))
        file.execute("INSERT OR REPLACE INTO shapes VALUES (?, ?, ?, ?, ?, ?)", (entry.ref, *box, outline))


def _joined(names: Sequence[str]) -> list[str]:
    """Each of two names written as one: "Azaz" and "Izaz" of "Azaz - Izaz"."""
    return [
        part.strip()
        for name in names
        for separator in (" - ", "_", " / ")
        if separator in name
        for part in name.split(separator)
    ]


def _heads(records: Sequence[Record]) -> dict[str, tuple[str, ...]]:
    """The first words of names whose rest is their own area's, which a report need not say: "Qarya" of "Qaryat Manbij".

    In Arabic such a first word stands in the construct state, so the key without its -t is given too.
    """
    heads: dict[str, tuple[str, ...]] = {}
    for entry in records:
        found: set[str] = set()
        areas = {skeleton(area.name) for area in entry.above if area.name}
        for name in [entry.names[0], *_joined(entry.names[:1])] if entry.level == "settlement" else ():
            words = fold(name).split(" ")
            if (
                len(words) > 1
                and words[0] not in ARTICLES
                and len(words[0]) > 3
                and skeleton(" ".join(words[1:])) in areas
            ):
                found.add(words[0])
                if words[0].endswith(("et", "at", "it")):
                    found |= {words[0][:-2] + ending for ending in ("a", "ah", "eh")}
        if found:
            heads[entry.ref] = tuple(sorted(found))
    return heads


def _same(entry: Record, country: str | None, built_in: Gazetteer, taken: set[str]) -> str | None:
    """The built-in place that a record is: the same GeoNames id, else the nearest of its name, else of a name alike."""
    if entry.geonames and built_in.place(entry.ref):
        return entry.ref
    if country is None:
        return None
    level = Level(entry.level)
    exact = [
        place
        for name in entry.names
        for place in built_in.exact(name)
        if place.country == country and place.level is level
    ]
    if best := _nearest(entry, exact, SAME_KM.get(entry.level, 5.0), taken):
        return best
    alike = []
    for name in entry.names[:2]:
        for place in built_in.loose(name, country=country):
            plain = fold(without_type(place.name) or place.name)
            if place.level is level and SequenceMatcher(None, fold(name), plain).ratio() >= LEAST_ALIKE:
                alike.append(place)
    if best := _nearest(entry, alike, ALIKE_KM.get(entry.level, 2.0), taken):
        return best
    return _filled(entry, country, built_in, taken) if entry.rings and level is Level.ADM1 else None


def _nearest(entry: Record, places: Sequence[Candidate], reach_km: float, taken: set[str]) -> str | None:
    """The nearest free candidate within reach; where the record has no point, the only one there is."""
    free = {place.id: place for place in places if place.id not in taken}
    if entry.latitude is None or entry.longitude is None:
        return next(iter(free)) if len(free) == 1 else None
    away = {
        ref: distance_km(entry.latitude, entry.longitude, place.latitude, place.longitude)
        for ref, place in free.items()
        if place.latitude is not None and place.longitude is not None
    }
    best = min(away, key=lambda ref: (away[ref], ref), default=None)
    return best if best is not None and away[best] <= reach_km else None


def _filled(entry: Record, country: str, built_in: Gazetteer, taken: set[str]) -> str | None:
    """The first-level area to which most of the built-in places inside the record's outline belong."""
    counts: dict[str, int] = defaultdict(int)
    for adm1, latitude, longitude in built_in.settlements(country):
        if adm1 and holds(entry.rings, latitude, longitude):
            counts[adm1] += 1
    best = max(counts, key=lambda ref: (counts[ref], ref), default=None)
    return best if best and best not in taken and counts[best] * 3 >= 2 * sum(counts.values()) else None


def _merged_with(file: sqlite3.Connection, ref: str) -> set[str]:
    row = file.execute("SELECT merged FROM places WHERE ref = ?", (ref,)).fetchone()
    return {row[0]} if row and row[0] else set()


def _fill_stubs(file: sqlite3.Connection) -> None:
    """Give areas that are known only by their places the middle of these."""
    for level in ("adm1", "adm2"):
        file.execute(
            f"UPDATE places SET latitude = m.la, longitude = m.lo FROM (SELECT {level} AS ref, "  # noqa: S608
            "ROUND(AVG(latitude), 4) AS la, ROUND(AVG(longitude), 4) AS lo FROM places "
            f"WHERE level = 'settlement' GROUP BY {level}) AS m "
            "WHERE places.ref = m.ref AND places.latitude IS NULL"
        )
