"""Claims on the map: one spot for each point, however many claims share it."""

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from typing import Any

from clearway.display import words
from clearway.model import Candidate, Claim, Level

AREAS = frozenset({Level.REGION, Level.COUNTRY, Level.ADM1, Level.ADM2, Level.ADM3, Level.AREA})
"""What is drawn as a circle as wide as it reaches, never as a dot."""

RADIUS_KM = {
    Level.COUNTRY: 250.0,
    Level.REGION: 150.0,
    Level.ADM1: 50.0,
    Level.ADM2: 20.0,
    Level.ADM3: 10.0,
    Level.AREA: 15.0,
}
"""How far an area reaches where the gazetteer does not say."""

LEVELS = {
    Level.ADM1: "province (admin level 1)",
    Level.ADM2: "district (admin level 2)",
    Level.ADM3: "subdistrict (admin level 3)",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A point or an area with the claims that name it; degrees are WGS84, `radius_km` is `None` for a point."""

    name: str
    level: str
    around: str
    latitude: float
    longitude: float
    radius_km: float | None
    claims: tuple[str, ...]

    def of(self, counted: Set[str]) -> int:
        """How many of the claims that count name it."""
        return sum(claim in counted for claim in self.claims)

    def plain(self, numbers: Mapping[str, int]) -> dict[str, Any]:
        """The spot for the page's script; `numbers` are the places of the claims on the page."""
        return {
            "name": self.name,
            "level": self.level,
            "lat": self.latitude,
            "lon": self.longitude,
            "km": self.radius_km,
            "claims": [numbers[claim] for claim in self.claims],
        }


def spots(claims: Iterable[Claim]) -> tuple[tuple[Spot, ...], int]:
    """The spots, most claims first, and how many claims have no point."""
    found: dict[tuple[float, float, Level], tuple[Candidate, list[str], float | None]] = {}
    unplaced = 0
    for claim in claims:
        placed = False
        for place in claim.places:
            known = place.resolved
            if known is None or known.latitude is None or known.longitude is None:
                continue
            placed = True
            level = place.level if place.level is Level.AREA else known.level
            key = (round(known.latitude, 4), round(known.longitude, 4), level)
            reach = (known.radius_km or RADIUS_KM[level]) if level in AREAS else None
            listed = found.setdefault(key, (known, [], reach))[1]
            if claim.id not in listed:
                listed.append(claim.id)
        unplaced += not placed
    made = [_spot(known, level, listed, reach) for (_, _, level), (known, listed, reach) in found.items()]
    return tuple(sorted(made, key=lambda spot: (-len(spot.claims), spot.name))), unplaced


def _spot(known: Candidate, level: Level, claims: list[str], reach: float | None) -> Spot:
    around = (known.adm2, known.adm1) if level not in (Level.ADM1, Level.COUNTRY, Level.REGION) else ()
    return Spot(
        name=f"around {known.name}" if level is Level.AREA and known.level is not Level.AREA else known.name,
        level=LEVELS.get(level, words.kind(str(level))),
        around=", ".join(name for name in dict.fromkeys(around) if name and name != known.name),
        latitude=known.latitude or 0.0,
        longitude=known.longitude or 0.0,
        radius_km=reach,
        claims=tuple(claims),
    )
