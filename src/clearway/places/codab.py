"""Reads an OCHA COD-AB file (GeoJSON or CSV) in its old and new columns."""

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from clearway.errors import RefusedDocument
from clearway.places.geometry import distance_km
from clearway.places.record import Above, Parsed, Record, Rings, damaged_lines, is_damaged, kept_names, point

PCODE = re.compile(r"[A-Za-z]{1,3}[A-Za-z0-9_-]{0,24}$")
_OLD_CODE = re.compile(r"ADMIN?(\d)_COD", re.IGNORECASE)
_NEW_CODE = re.compile(r"adm(\d)_pcode$", re.IGNORECASE)
_NAME_OF = "^(?:adm{level}|admin{level})_(?:name\\d?|[a-z]{{2,3}}|ref(?:_name)?|ref\\w*|altname\\d?\\w*|alt\\w*)$"
_OWN_NAME = re.compile(r"^(?:NAME_\w+|NAM_\w+|featurename\w*|featureref\w*)$", re.IGNORECASE)
_NOT_A_NAME = re.compile(r"(?:_type|_cod|_code|_pcode|_lvl|_ara_?sqkm)$", re.IGNORECASE)
_LATITUDE = ("latitude", "lat", "center_lat", "point_y", "y_coord", "y")
_LONGITUDE = ("longitude", "lon", "long", "center_lon", "point_x", "x_coord", "x")
REMEDY = "give an OCHA COD-AB file (GeoJSON or CSV with P-codes) or a GeoNames country dump"
POLYGON_LEVELS = {1: "adm1", 2: "adm2", 3: "adm3", 4: "adm3"}
POINT_LEVELS = {1: "adm1", 2: "adm2", 3: "adm3", 4: "settlement"}

Row = Mapping[str, Any]


def parse_geojson(data: bytes, path: Path) -> Parsed:
    """The places of a GeoJSON FeatureCollection; raises `RefusedDocument` when it is none."""
    try:
        tree = json.loads(data.decode(errors="surrogateescape"))
    except (ValueError, RecursionError) as error:
        raise RefusedDocument(str(path), rule="this is not JSON", remedy=REMEDY) from error
    features = tree.get("features") if isinstance(tree, dict) else None
    if not isinstance(features, list):
        raise RefusedDocument(str(path), rule="this JSON is not a GeoJSON FeatureCollection", remedy=REMEDY)
    rows = []
    for number, feature in enumerate(features, start=1):
        properties = feature.get("properties") if isinstance(feature, dict) else None
        geometry = feature.get("geometry") if isinstance(feature, dict) else None
        rows.append((f"feature {number}", properties if isinstance(properties, dict) else {}, geometry))
    return _parse(rows, data, path)


def parse_csv(data: bytes, path: Path) -> Parsed:
    """The places of a CSV table with P-code columns; raises `RefusedDocument` when it has none."""
    text = data.decode("utf-8-sig", errors="surrogateescape")
    try:
        sample = text[:4096].split("\n", 1)[0]
        separator = max(",;\t", key=sample.count)
        table = csv.DictReader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
        rows = [
            (f"line {table.line_num}", {key: value for key, value in row.items() if isinstance(key, str)}, None)
            for row in table
        ]
    except csv.Error as error:
        raise RefusedDocument(str(path), rule=f"this is not a CSV table ({error})", remedy=REMEDY) from error
    return _parse(rows, data, path)


def _parse(rows: Sequence[tuple[str, Row, Any]], data: bytes, path: Path) -> Parsed:
    damaged = damaged_lines(data)
    records: dict[str, Record] = {}
    warnings: list[str] = []
    for where, row, geometry in rows:
        record = _record(row, geometry)
        if isinstance(record, str):
            warnings.append(f"{path.name}, {where}: {record}; it is left out")
            continue
        for name in (value for value in row.values() if isinstance(value, str) and is_damaged(value)):
            line = _line_of(name, damaged)
            said = (
                f"a name of {record.pcode} ({record.names[0]}) is not UTF-8; that name is left out, the place is kept"
            )
            warnings.append(f"{path.name}, line {line}: {said}")
        if record.ref in records and records[record.ref] != record:
            warnings.append(f"{path.name}, {where}: {record.pcode} stands there twice; the first one is kept")
        records.setdefault(record.ref, record)
    if not records:
        raise RefusedDocument(str(path), rule="no record has a P-code and a name", remedy=REMEDY)
    return Parsed(records=tuple(records.values()), warnings=tuple(warnings))


def _record(row: Row, geometry: Any) -> Record | str:
    """A row as a record, or what is wrong with it."""
    codes = _codes(row)
    own = str(row.get("PCODE") or row.get("pcode") or "").strip()
    depth = max(codes, default=0)
    if own and own not in codes.values():
        depth = depth + 1
        codes[depth] = own
    depth = min(depth, 4)
    pcode = codes.get(depth, "")
    if not depth or not PCODE.fullmatch(pcode):
        return "there is no P-code that can be read"
    names = kept_names(list(_names(row, depth, own=bool(own))))
    if not names:
        return f"{pcode} has no name that can be read"
    rings = _rings(geometry)
    place, radius = _place(row, geometry, rings)
    above = tuple(
        Above(level=f"adm{level}", code=f"pcode:{code}", name=next(iter(kept_names(list(_names(row, level)))), None))
        for level, code in sorted(codes.items())
        if 0 < level < min(depth, 3) and PCODE.fullmatch(code)
    )
    levels = POLYGON_LEVELS if rings else POINT_LEVELS
    return Record(
        ref=f"pcode:{pcode}", names=names, level=levels[depth], country=_country(codes, pcode), above=above,
        pcode=pcode, latitude=place[0] if place else None, longitude=place[1] if place else None,
        radius_km=radius, rings=rings,
    )  # fmt: skip


def _codes(row: Row) -> dict[int, str]:
    """The P-codes of a row by level, 1 to 4."""
    codes = {}
    for column, value in row.items():
        match = _OLD_CODE.match(column) or _NEW_CODE.match(column)
        if match and isinstance(value, str) and value.strip() and 0 < int(match[1]) <= 4:
            codes[int(match[1])] = value.strip()
    return codes


def _names(row: Row, level: int, *, own: bool = False) -> Iterator[object]:
    """The names of a row's own place, or of the area of a level above it; English ones first."""
    pattern = _OWN_NAME if own else re.compile(_NAME_OF.format(level=level), re.IGNORECASE)
    columns = [column for column in row if pattern.match(column) and not _NOT_A_NAME.search(column)]
    for column in sorted(
        columns, key=lambda column: (not column.lower().endswith(("_en", "_name")), columns.index(column))
    ):
        yield row[column]


def _country(codes: Mapping[int, str], pcode: str) -> str | None:
    """The ISO 3166-1 alpha-2 prefix of the codes, which the lowest level may lack ("C1139")."""
    first = codes.get(1, pcode)
    return first[:2].upper() if len(first) > 2 and first[:2].isalpha() else None


def _rings(geometry: Any) -> Rings:
    """The rings of a polygon or of several; nothing for points and for shapes that make no sense."""
    if not isinstance(geometry, dict) or geometry.get("type") not in ("Polygon", "MultiPolygon"):
        return ()
    parts: Any = geometry.get("coordinates")
    parts = [parts] if geometry["type"] == "Polygon" else parts
    try:
        rings = tuple(tuple((float(corner[0]), float(corner[1])) for corner in ring) for part in parts for ring in part)
    except (TypeError, ValueError, IndexError):
        return ()
    sound = all(len(ring) > 3 and all(point(north, east) for east, north in ring) for ring in rings)
    return rings if sound else ()


def _place(row: Row, geometry: Any, rings: Rings) -> tuple[tuple[float, float] | None, float | None]:
    """A record's point, and the radius in km of its outline."""
    if rings:
        middle = _middle(rings[0])
        return middle, round(max(distance_km(*middle, north, east) for ring in rings for east, north in ring), 1)
    corner = geometry.get("coordinates") if isinstance(geometry, dict) else None
    while isinstance(corner, list) and corner and isinstance(corner[0], list):
        corner = corner[0]
    if isinstance(corner, list) and len(corner) >= 2 and (place := point(corner[1], corner[0])):
        return place, None
    lower = {column.lower(): value for column, value in row.items()}
    latitude = next((lower[column] for column in _LATITUDE if lower.get(column) not in (None, "")), None)
    longitude = next((lower[column] for column in _LONGITUDE if lower.get(column) not in (None, "")), None)
    return point(latitude, longitude), None


def _middle(ring: tuple[tuple[float, float], ...]) -> tuple[float, float]:
    """The centre of gravity of a ring, as (latitude, longitude)."""
    area = north = east = 0.0
    for (x, y), (next_x, next_y) in zip(ring, (*ring[1:], ring[0]), strict=True):
        cross = x * next_y - next_x * y
        area += cross
        east += (x + next_x) * cross
        north += (y + next_y) * cross
    if not area:
        return ring[0][1], ring[0][0]
    return round(north / (3 * area), 6), round(east / (3 * area), 6)


def _line_of(name: str, damaged: Mapping[int, bytes]) -> int:
    """The number of the damaged line that holds a name."""
    raw = name.encode(errors="surrogateescape")
    return next((number for number, line in damaged.items() if raw in line), 0)
