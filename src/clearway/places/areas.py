"""Areas that words make of a place: "northwestern Syria", "north of Azaz", "Aleppo countryside"."""

import re
from dataclasses import replace

from clearway.model import Candidate, Level
from clearway.places.gazetteer import Gazetteer
from clearway.places.geometry import BEARINGS, centre, distance_km, shifted
from clearway.places.mentions import Mention

TOWN_KM = 10.0
"""How far "north of" a town reaches, and how far off its middle lies."""
COUNTRYSIDE_KM = 30.0
LEAST_POINTS = 3
LEAST_KM = 3.0
"""How far the place may lie from the point that a distance and a direction give, at least."""
MOST_APART_KM = {Level.AREA: 200.0, Level.ROAD: 1000.0}
"""How far apart two places may be that something lies between, or that a road joins."""

_INSIDE = re.compile(r"\b(?:parts?|areas?|side) of$")

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
    outside = is_outside(mention) and base.level not in (Level.COUNTRY, Level.REGION)
    name = f"{part} {'of ' if outside else ''}{base.name}" if mention.direction else f"{base.name} {mention.area}"
    latitude, longitude, radius = _extent(base, point, gazetteer)
    if mention.away_km is not None:
        name = f"{mention.away_km:g} km {f'{name}' if mention.direction else f'from {base.name}'}"
        part = f"{mention.away_km:g}km-{point or 'from'}"
        latitude, longitude, radius = _off(base, point, mention.away_km)
    return replace(
        base, id=f"{base.id}/{part}", name=name, level=Level.AREA, geonames=None, pcode=None, latitude=latitude,
        longitude=longitude, radius_km=radius, population=None,
    )  # fmt: skip


def is_outside(mention: Mention) -> bool:
    """Whether its words place a mention outside the place it names: "north of Azaz", and not "north Azaz"."""
    direction = (mention.direction or "").removesuffix(" the")
    return mention.away_km is not None or (direction.endswith(" of") and not _INSIDE.search(direction))


def between(first: Candidate, second: Candidate, *, level: Level, name: str) -> Candidate | None:
    """What lies between two places, or the road that joins them: its middle, and half the way; nothing if far apart."""
    if None in (first.latitude, first.longitude, second.latitude, second.longitude):
        return None
    ends = sorted((first, second), key=lambda end: end.id)
    points = [(end.latitude or 0.0, end.longitude or 0.0) for end in ends]
    apart = distance_km(*points[0], *points[1])
    if not 0 < apart <= MOST_APART_KM[level]:
        return None
    latitude, longitude = centre(points)
    shared = replace(first, adm1=None, adm1_code=None) if first.adm1_code != second.adm1_code else first
    same = shared.adm2_code == second.adm2_code and shared.adm1_code is not None
    return replace(
        shared, id=f"{ends[0].id}~{ends[1].id}", name=name, level=level, geonames=None, pcode=None, population=None,
        latitude=latitude, longitude=longitude, radius_km=round(apart / 2, 1),
        adm2=shared.adm2 if same else None, adm2_code=shared.adm2_code if same else None,
    )  # fmt: skip


def _off(base: Candidate, point: str | None, away_km: float) -> tuple[float | None, float | None, float]:
    """A place so far off in a direction, good to a quarter of the way; without one, all that is no farther off."""
    if base.latitude is None or base.longitude is None:
        return None, None, away_km
    if point is None:
        return base.latitude, base.longitude, away_km
    return *shifted(base.latitude, base.longitude, BEARINGS[point], away_km), max(LEAST_KM, round(away_km / 4, 1))


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
