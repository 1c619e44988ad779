"""Roads as a file has them, before they are a network: lines over points, with what is said of each."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from clearway.corridors.roads.network import CLASSES, KINDS, STATUSES, RoadSource


@dataclass(frozen=True, slots=True, kw_only=True)
class RoadFacts:
    """What is said of one road; the words are those of `Legs`, with names in place of their numbers."""

    road: str = CLASSES[0]
    oneway: int = 0
    lanes: int = 0
    speed_kmh: int = 0
    surface: int = 0
    features: int = 0
    barred: int = 0
    granted: int = 0
    width_m: float = 0.0
    height_m: float = 0.0
    weight_t: float = 0.0
    name: str = ""
    ref: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NodeFacts:
    """What is said of one point; the words are those of `Nodes`, with names in place of their numbers."""

    kind: str = KINDS[0]
    status: str = STATUSES[0]
    barred: int = 0
    name: str = ""
    hours: str = ""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Lines:
    """Roads over points.

    Line `i` runs over the points `points[starts[i]:starts[i + 1]]`, which are places in `lon` and `lat` (degrees,
    WGS84), and is of the facts `facts[kinds[i]]`. `lengths_m` is the length of each line where the file gives it, else
    empty, and then measured. `special` are points that stay nodes, with what is said of them. `ids` are OpenStreetMap's
    ids of the points, or empty.
    """

    lon: NDArray[np.float64]
    lat: NDArray[np.float64]
    points: NDArray[np.int64]
    starts: NDArray[np.int64]
    kinds: NDArray[np.int64]
    facts: tuple[RoadFacts, ...] = field(repr=False)
    special: dict[int, NodeFacts] = field(repr=False)
    source: RoadSource
    ids: NDArray[np.int64]
    lengths_m: NDArray[np.float64] = field(default_factory=lambda: np.zeros(0))
    notes: tuple[str, ...] = ()
