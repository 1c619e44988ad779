"""Areas that words make of a place: "northwestern Syria", "north of Azaz", "Aleppo countryside"."""

import re
from dataclasses import replace

from clearway.model import Candidate, Level
from clearway.places.gazetteer import Gazetteer
from clearway.places.geometry import BEARINGS, centre, shifted
from clearway.places.mentions import Mention

TOWN_KM = 10.0
"""How far "north of" a town reaches, and how far off its middle lies."""
COUNTRYSIDE_KM = 30.0
LEAST_POINTS = 3

_DIRECTION = re.compile("(north|south)?[- ]?(east|west)?", re.IGNORECASE)


def bearing(words: str | None) -> str | None:
    """The point of the compass in direction words: "northwest" of "north-western parts of"; nothing for "rural"."""
    for word in re.findall("[a-z-]+", (words or "").lower()):
        match = _DIRECTION.match(word)
        if match and match.group():
            return f"{match[1] or ''}{match[2] or ''}"
    return None


def shaped(base: Candidate, mention: Mention, gazetteer: Gazetteer) -> Candidate:
    """The area of `base` that the mention's direction and area words name, with a centre and a radius in km."""
    point = bearing(mention.direction)
    part = point or (mention.direction or mention.area or "area").split(" ")[0]
    name = f"{part} {base.name}" if mention.direction else f"{base.name} {mention.area}"
    latitude, longitude, radius = _extent(base, point, gazetteer)
    return replace(
        base, id=f"{base.id}/{part}", name=name, level=Level.AREA, geonames=None, pcode=None, latitude=latitude,
        longitude=longitude, radius_km=radius, population=None,
    )  # fmt: skip


def _extent(base: Candidate, point: str | None, gazetteer: Gazetteer) -> tuple[float | None, float | None, float]:
    """Where the part lies and how far it reaches: the mean of the places there, else a shift by the radius."""
    reach = base.radius_km or (TOWN_KM if point else COUNTRYSIDE_KM)
    if base.latitude is None or base.longitude is None:
        return None, None, reach
    if point is None:
        return base.latitude, base.longitude, max(reach, COUNTRYSIDE_KM)
    if base.level is Level.SETTLEMENT or not base.radius_km:
        return *shifted(base.latitude, base.longitude, BEARINGS[point], TOWN_KM), TOWN_KM
    points = gazetteer.points_towards(base, BEARINGS[point])
    if len(points) >= LEAST_POINTS:
        return *centre(points), round(reach / 2, 1)
    return *shifted(base.latitude, base.longitude, BEARINGS[point], reach / 2), round(reach / 2, 1)
