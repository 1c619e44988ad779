"""Claims on the map: one spot for each place, however many claims share it, drawn no finer than it is known."""

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from typing import Any

from clearway.display import words
from clearway.display.catalogue import say
from clearway.model import Claim, Level, spots_of
from clearway.model import Spot as Where

AREAS = frozenset({Level.ADM1, Level.ADM2, Level.ADM3})
"""Levels with a phrase of their own."""


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
    found: dict[Where, list[str]] = {}
    unplaced = 0
    for claim in claims:
        known = [where for where in spots_of(claim) if where.is_known]
        for where in known:
            found.setdefault(where, []).append(claim.id)
        unplaced += not known
    made = [_spot(where, claims) for where, claims in found.items()]
    return tuple(sorted(made, key=lambda spot: (-len(spot.claims), spot.name))), unplaced


def level(where: Where) -> str:
    """What a place is, in words."""
    if where.level is None:
        return ""
    return say(f"map.level_{where.level}") if where.level in AREAS else words.kind(str(where.level))


def _spot(where: Where, claims: list[str]) -> Spot:
    return Spot(
        name=where.name,
        level=level(where),
        around=words.listed(where.around),
        latitude=where.latitude or 0.0,
        longitude=where.longitude or 0.0,
        radius_km=where.radius_km if where.is_area else None,
        claims=tuple(claims),
    )
