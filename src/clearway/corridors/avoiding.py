"""Areas to keep clear of: circles around places, corners, and areas in a GeoJSON file; and the legs that touch them."""

import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from clearway.corridors.roads.network import Network
from clearway.errors import UsageError
from clearway.model.corridor import Point

ENDINGS = (".geojson", ".json")
WITHIN = re.compile(r"(?P<place>.+?)\s+within\s+(?P<km>\d+(?:\.\d+)?)\s*(?:km)?", re.IGNORECASE)
BEGUN = re.compile(r"\swithin(?:\s|$)", re.IGNORECASE)
PAIR = r"-?\d+(?:\.\d+)?\s*,\s*-?\d+(?:\.\d+)?"
CORNERS = re.compile(rf"\s*{PAIR}(?:\s*;\s*{PAIR})+\s*;?\s*")
FEWEST = 3
"""Corners of an area."""
REMEDY = "give GeoJSON with Polygon or MultiPolygon areas, longitude before latitude"
MANY, COARSE = 500, 0.0005
"""From more points on an outline is drawn without what is finer than so many degrees."""
CLOSED = 4
"""The fewest points of a ring: a triangle whose last point is its first (RFC 7946)."""


def is_drawn(text: str) -> bool:
    """Whether what is to be avoided is a file with areas, by its ending."""
    return Path(text).suffix.casefold() in ENDINGS


def circle_of(text: str, usual_km: float) -> tuple[str, float]:
    """The place and the kilometres of "PLACE within N km"; raises `UsageError` where the number is missing.

    >>> circle_of("Saraqib within 12 km", 5.0), circle_of("36.28,36.85", 5.0)
    (('Saraqib', 12.0), ('36.28,36.85', 5.0))
    """
    found = WITHIN.fullmatch(text.strip())
    if found and float(found["km"]):
        return found["place"].strip(), float(found["km"])
    if found or BEGUN.search(text):
        raise UsageError(text, rule="a distance in km above 0 is missing", remedy='write "PLACE within 12 km"')
    return text.strip(), usual_km


def corners_of(text: str) -> tuple[Point, ...] | None:
    """The corners of an area as "latitude,longitude; latitude,longitude; ...", `None` where it is something else.

    >>> corners_of("36,37; 36.1,37; 36,37.2"), corners_of("36.28,36.85")
    (((36.0, 37.0), (36.1, 37.0), (36.0, 37.2)), None)
    """
    if not CORNERS.fullmatch(text):
        return None
    pairs = [pair.split(",") for pair in text.split(";") if pair.strip()]
    return tuple((float(latitude), float(longitude)) for latitude, longitude in pairs)


def legs_within(corners: Sequence[Point], network: Network) -> frozenset[int]:
    """The legs that touch the area with these corners; raises `UsageError` where it is none on these roads."""
    named = Path("the area to avoid")
    if len(set(corners)) < FEWEST:
        raise UsageError(str(named), rule=f"it has {len(set(corners))} corners", remedy="give three or more")
    ring = [[longitude, latitude] for latitude, longitude in (*corners, corners[0])]
    return _touching([_area([ring], named, 1)], network, str(named), "give each corner as latitude,longitude")


def legs_in(file: Path, network: Network) -> frozenset[int]:
    """The legs that touch an area of a GeoJSON file; raises `UsageError` for a file that holds none on these roads."""
    return _touching(list(_areas(file)), network, str(file), "GeoJSON has longitude before latitude")


def areas_in(file: Path) -> tuple[tuple[tuple[Point, ...], ...], ...]:
    """The areas of a GeoJSON file as a map draws them: each an outline and its holes, coarser where long."""
    drawn = (area if len(area.exterior.coords) <= MANY else area.simplify(COARSE) for area in _areas(file))
    return tuple(
        tuple(
            tuple((latitude, longitude) for longitude, latitude in ring.coords)
            for ring in (area.exterior, *area.interiors)
        )
        for area in drawn
    )


def _touching(areas: Sequence[Any], network: Network, named: str, order: str) -> frozenset[int]:
    import shapely

    area = shapely.union_all(list(areas))
    west, south, east, north = network.bounds()
    if not area.intersects(shapely.box(west, south, east, north)):
        raise UsageError(named, rule="it lies outside these roads", remedy=f"draw it on them; {order}")
    points, starts = network.lines()
    low, high = np.minimum.reduceat(points, starts[:-1]), np.maximum.reduceat(points, starts[:-1])
    west, south, east, north = area.bounds
    near = (low[:, 0] <= east) & (high[:, 0] >= west) & (low[:, 1] <= north) & (high[:, 1] >= south)
    legs, counts = np.flatnonzero(near), np.diff(starts)
    rows = np.repeat(near, counts)
    lines = shapely.linestrings(points[rows], indices=np.repeat(np.arange(len(legs)), counts[legs]))
    shapely.prepare(area)
    return frozenset(legs[shapely.intersects(area, lines)].tolist())


def _areas(file: Path) -> Iterator[Any]:
    """The areas of a file, one by one."""
    found = 0
    for number, shape in enumerate(_shapes(_tree(file), file), start=1):
        form = shape.get("type") if isinstance(shape, dict) else None
        if form not in ("Polygon", "MultiPolygon"):
            rule = f"feature {number} is {form or 'nothing'} and no area"
            raise UsageError(str(file), rule=rule, remedy="draw it as a Polygon, or leave it out")
        coordinates = shape.get("coordinates")
        for rings in [coordinates] if form == "Polygon" else _listed(coordinates, file, number):
            found += 1
            yield _area(rings, file, number)
    if not found:
        raise UsageError(str(file), rule="it holds no area", remedy=REMEDY)


def _shapes(tree: Any, file: Path) -> Iterator[Any]:
    """The geometries of a tree: of its features, of a collection, or the tree itself."""
    form = tree.get("type") if isinstance(tree, dict) else None
    if form == "FeatureCollection":
        for feature in _listed(tree.get("features"), file, 0):
            yield from _shapes(feature, file)
    elif form == "GeometryCollection":
        yield from _listed(tree.get("geometries"), file, 0)
    elif form == "Feature":
        yield tree.get("geometry")
    elif form is None:
        raise UsageError(str(file), rule="it is no GeoJSON", remedy=REMEDY)
    else:
        yield tree


def _area(rings: Any, file: Path, number: int) -> Any:
    """One area: its outline, and the holes in it."""
    import shapely

    lines = [_ring(ring, file, number) for ring in _listed(rings, file, number)]
    if not lines:
        raise UsageError(str(file), rule=f"area {number} has no outline", remedy=REMEDY)
    area = shapely.Polygon(lines[0], lines[1:])
    if not area.is_valid:
        rule = f"area {number} is none ({shapely.is_valid_reason(area)})"
        raise UsageError(str(file), rule=rule, remedy="draw its outline so that it does not cross itself")
    return area


def _ring(ring: Any, file: Path, number: int) -> list[tuple[float, float]]:
    points = [_point(point, file, number) for point in _listed(ring, file, number)]
    if len(points) < CLOSED or points[0] != points[-1]:
        rule = f"area {number} has an outline that is not closed"
        raise UsageError(str(file), rule=rule, remedy="end it with its first point, after two or more others")
    return points


def _point(point: Any, file: Path, number: int) -> tuple[float, float]:
    numbers = point[:2] if isinstance(point, list) else []
    if len(numbers) == 2 and all(isinstance(one, int | float) for one in numbers):
        longitude, latitude = map(float, numbers)
        if abs(longitude) <= 180 and abs(latitude) <= 90:
            return longitude, latitude
    rule = f"area {number} has a point that is no longitude and latitude ({str(point)[:40]})"
    raise UsageError(str(file), rule=rule, remedy=REMEDY)


def _listed(value: Any, file: Path, number: int) -> list[Any]:
    if isinstance(value, list):
        return value
    where = f"area {number}" if number else "it"
    raise UsageError(str(file), rule=f"{where} lacks a list where GeoJSON has one", remedy=REMEDY)


def _tree(file: Path) -> Any:
    try:
        return json.loads(file.read_bytes())
    except OSError as error:
        reason = error.strerror or "it failed"
        raise UsageError(str(file), rule=f"it cannot be read ({reason})", remedy="name a GeoJSON file") from error
    except (ValueError, RecursionError) as error:
        raise UsageError(str(file), rule="it is no JSON", remedy=REMEDY) from error
