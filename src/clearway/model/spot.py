"""Where on the map the places of claims are, each as precisely as the words say and no more."""

from dataclasses import dataclass

from clearway.model.claim import Claim
from clearway.model.identity import identify
from clearway.model.place import Candidate, Level, Place

REACH_KM = {
    Level.COUNTRY: 250.0,
    Level.REGION: 150.0,
    Level.ADM1: 50.0,
    Level.ADM2: 20.0,
    Level.ADM3: 10.0,
    Level.AREA: 15.0,
    Level.ROAD: 15.0,
    Level.BORDER: 15.0,
}
"""What is an area on the map and never a dot, and how far it reaches where the gazetteer does not say."""

ROUNDED = 4
"""Decimals of a degree that tell two spots apart: some ten metres."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A place on the map.

    Where `is_area`, it lies somewhere within `radius_km` of the point; else the point is the place, and the radius,
    where there is one, says how far off it may be. Without degrees the name stands for no known place, and `around`
    names what contains it. Degrees are WGS84.
    """

    name: str
    level: Level | None
    around: tuple[str, ...] = ()
    latitude: float | None = None
    longitude: float | None = None
    radius_km: float | None = None
    is_area: bool = False
    id: str = ""

    def __post_init__(self) -> None:
        if not self.id:
            said = (self.name, self.level, self.around, self.latitude, self.longitude, self.radius_km)
            object.__setattr__(self, "id", identify("spot", *said))

    def __hash__(self) -> int:
        return hash(self.id)

    @property
    def is_known(self) -> bool:
        """Whether it can be drawn."""
        return self.latitude is not None and self.longitude is not None


def spots_of(claim: Claim) -> tuple[Spot, ...]:
    """The spots of a claim's places, each once."""
    return tuple(dict.fromkeys(spot_of(place) for place in claim.places))


def spot_of(place: Place) -> Spot:
    """Where a place is; a name that stands for nothing known is a spot without degrees."""
    known = place.resolved
    if known is None or known.latitude is None or known.longitude is None or not _on_globe(known):
        within = place.within or known
        around = (within.name,) if within and within.name != place.name else ()
        return Spot(name=place.name, level=place.level, around=around)
    level = Level.AREA if place.level is Level.AREA else known.level
    is_area = level in REACH_KM
    return Spot(
        name=f"around {known.name}" if level is Level.AREA and known.level is not Level.AREA else known.name,
        level=level,
        around=_around(known, level),
        latitude=round(known.latitude, ROUNDED),
        longitude=round(known.longitude, ROUNDED),
        radius_km=(known.radius_km or REACH_KM[level]) if is_area else known.radius_km,
        is_area=is_area,
    )


def _on_globe(known: Candidate) -> bool:
    return abs(known.latitude or 0.0) <= 90 and abs(known.longitude or 0.0) <= 180


def _around(known: Candidate, level: Level) -> tuple[str, ...]:
    if level in (Level.ADM1, Level.COUNTRY, Level.REGION):
        return ()
    names = (known.adm2, known.adm1)
    return tuple(name for name in dict.fromkeys(names) if name and name != known.name)
