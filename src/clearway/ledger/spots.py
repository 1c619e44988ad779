"""How far the places of a claim reach, as boxes that every database keeps exactly."""

import math
from collections.abc import Iterator

from clearway.model import Box, Claim
from clearway.places.geometry import KM_PER_DEGREE

MOST = 8
"""Boxes that are kept of one claim; the last one holds all further ones."""
_FARTHEST = 20_000.0
"""Kilometres from any point to any other."""
_GRID = 1024
"""Parts of a degree, some hundred metres: numbers that SQLite's R*Tree, of 32-bit floats, holds exactly."""


def boxes_of(claim: Claim) -> list[Box]:
    """Where a claim's places may be: points with their radius, or the areas that contain them; rounded outwards."""
    found = [part for place in _reaches(claim) for part in place.parts]
    once = [*dict.fromkeys(found)]
    return once if len(once) <= MOST else [*once[: MOST - 1], _around(once[MOST - 1 :])]


def _reaches(claim: Claim) -> Iterator[Box]:
    for place in claim.places:
        spot = place.resolved or place.within
        if spot is None or spot.latitude is None or spot.longitude is None:
            continue
        if abs(spot.latitude) <= 90 and abs(spot.longitude) <= 180:  # else it is nowhere on the globe
            yield _box(spot.latitude, spot.longitude, min(max(spot.radius_km or 0.0, 0.0), _FARTHEST))


def _box(latitude: float, longitude: float, kilometres: float) -> Box:
    """The box around a point that holds all within so many kilometres."""
    height = kilometres / KM_PER_DEGREE
    south, north = max(-90.0, _down(latitude - height)), min(90.0, _up(latitude + height))
    narrowest = math.cos(math.radians(min(89.9, max(abs(south), abs(north)))))
    width = height / narrowest
    if width >= 180.0 or max(abs(south), abs(north)) >= 90.0:
        return Box(west=-180.0, south=south, east=180.0, north=north)
    west, east = _down(longitude - width), _up(longitude + width)
    return Box(
        west=west + 360.0 if west < -180.0 else west,
        south=south,
        east=east - 360.0 if east > 180.0 else east,
        north=north,
    )


def _around(boxes: list[Box]) -> Box:
    return Box(
        west=min(box.west for box in boxes),
        south=min(box.south for box in boxes),
        east=max(box.east for box in boxes),
        north=max(box.north for box in boxes),
    )


def _down(degrees: float) -> float:
    return math.floor(degrees * _GRID) / _GRID


def _up(degrees: float) -> float:
    return math.ceil(degrees * _GRID) / _GRID
