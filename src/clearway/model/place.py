"""A place as a report names it, and what it may be in the world."""

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """How large a thing is meant (COD-AB's levels; IDMC's location accuracy)."""

    REGION = "region"
    COUNTRY = "country"
    ADM1 = "adm1"
    ADM2 = "adm2"
    ADM3 = "adm3"
    SETTLEMENT = "settlement"
    FACILITY = "facility"
    ROAD = "road"
    BORDER = "border"
    AREA = "area"


ON_ROADS = "roads:"
"""How the ids of places begin that a person put on the roads; no gazetteer gave them, and none changes them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One entry of a gazetteer that a name could stand for.

    `id` is the gazetteer's own ("geonames:170063" or "pcode:C1139"), or begins with `ON_ROADS`. Degrees are WGS84;
    `radius_km` says how far from the point the place may reach. `score` ranks candidates of one name, higher is
    likelier.
    """

    id: str
    name: str
    level: Level
    country: str | None = None
    adm1: str | None = None
    adm1_code: str | None = None
    adm2: str | None = None
    adm2_code: str | None = None
    geonames: int | None = None
    pcode: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    radius_km: float | None = None
    population: int | None = None
    score: float = 0.0

    @property
    def on_roads(self) -> bool:
        """Whether a person put it on the roads."""
        return self.id.startswith(ON_ROADS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A name as written at `start` to `end`, and how it was resolved.

    `resolved` is the candidate chosen, `None` when the name is in no gazetteer; `within` is then the area known
    to contain it. `reason` says in words why this candidate; `others` what else it could have been, likeliest
    first. For "north of X" and "X countryside" `level` is `area` and the radius says how far.
    """

    name: str
    start: int
    end: int
    level: Level | None = None
    resolved: Candidate | None = None
    within: Candidate | None = None
    others: tuple[Candidate, ...] = ()
    reason: str = ""
