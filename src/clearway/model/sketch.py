"""Roads as a map shows them."""

from dataclasses import dataclass

from clearway.model.corridor import Point

Bounds = tuple[float, float, float, float]
"""West, south, east and north, in degrees."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RoadLine:
    """A road by its class, and its points, latitude before longitude."""

    road: str
    line: tuple[Point, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RoadPlace:
    """A town, crossing or the like on the roads; degrees are WGS84."""

    name: str
    kind: str
    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Sketch:
    """The roads within bounds as far as they are shown; `left` counts those that are not, as there are too many.

    `whole` are the bounds of all these roads, `attribution` and `cautions` what goes wherever they go.
    """

    bounds: Bounds
    lines: tuple[RoadLine, ...]
    places: tuple[RoadPlace, ...]
    left: int
    whole: Bounds
    attribution: str
    cautions: tuple[str, ...]
