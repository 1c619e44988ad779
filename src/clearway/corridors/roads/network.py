"""The road network: nodes and the legs between them, as arrays that a search can walk."""

from collections.abc import Sequence
from dataclasses import dataclass, field, fields
from typing import Any

import numpy as np
from numpy.typing import NDArray

CLASSES = (
    "unknown", "motorway", "trunk", "primary", "secondary", "tertiary", "unclassified", "residential", "living_street",
    "service", "track", "path", "ferry",
)  # fmt: skip
"""Classes of roads, by OpenStreetMap's names (https://wiki.openstreetmap.org/wiki/Key:highway); the value is the place
in this list. A footway, steps, bridleway and cycleway is a path; "unknown" is a road whose class nobody told."""

KINDS = ("junction", "town", "camp", "crossing", "border", "checkpoint", "gate", "barrier", "ferry")
"""What stands at a node. A crossing leads from one party's area to another's, a border point into another country."""

STATUSES = ("unknown", "open", "closed", "limited")
"""What the file of roads says of a node's status. It is as old as that file: news comes from claims."""

SURFACES = ("unknown", "paved", "cobbles", "compacted", "gravel", "ground", "soft")
VEHICLES = ("walk", "car", "bus", "truck", "ambulance")
"""Who moves. A set of them is a byte: bit 0 is the first."""

FEATURES = ("bridge", "tunnel", "ford", "link", "roundabout", "toll")
"""What a leg is beside its class. A set of them is a byte: bit 0 is the first."""

BRIDGE, TUNNEL, FORD, LINK, ROUNDABOUT, TOLL = (1 << place for place in range(len(FEATURES)))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Nodes:
    """Where legs meet or something stands: `n` of each array, by node.

    `lon` and `lat` are degrees in WGS84 (float64). `kind` and `status` are places in `KINDS` and `STATUSES`, `barred`
    the set of `VEHICLES` that may not pass it (uint8). `name` and `hours` are places in the network's texts (int32).
    `osm` is OpenStreetMap's id, 0 where there is none (int64). `island` counts the parts of the network that no leg
    joins, the one with the most nodes being 0 (int32).
    """

    lon: NDArray[np.float64]
    lat: NDArray[np.float64]
    kind: NDArray[np.uint8]
    status: NDArray[np.uint8]
    barred: NDArray[np.uint8]
    name: NDArray[np.int32]
    hours: NDArray[np.int32]
    osm: NDArray[np.int64]
    island: NDArray[np.int32]

    def __len__(self) -> int:
        return len(self.lon)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Legs:
    """Roads between two nodes, each once whatever its directions: `m` of each array, by leg.

    `tail` and `head` are nodes (int32), `length_m` metres along the road on WGS84 (float32), `road` a place in
    `CLASSES`, `oneway` 1 from tail to head only, -1 the other way only, 0 both (int8). `lanes` in all, `speed_kmh` the
    posted limit, `width_m`, `height_m` and `weight_t` limits in metres and tonnes: 0 where nobody told. `barred` and
    `granted` are the sets of `VEHICLES` that signs forbid or allow, whatever the class. `name` and `ref` ("M5") are
    places in the network's texts, `source` one in its sources.
    The points between tail and head are `shape[starts[i]:starts[i + 1]]`, longitude and latitude (float32, to some
    40 cm), `starts` having `m + 1` values.
    """

    tail: NDArray[np.int32]
    head: NDArray[np.int32]
    length_m: NDArray[np.float32]
    road: NDArray[np.uint8]
    oneway: NDArray[np.int8]
    lanes: NDArray[np.uint8]
    speed_kmh: NDArray[np.uint8]
    surface: NDArray[np.uint8]
    features: NDArray[np.uint8]
    barred: NDArray[np.uint8]
    granted: NDArray[np.uint8]
    width_m: NDArray[np.float32]
    height_m: NDArray[np.float32]
    weight_t: NDArray[np.float32]
    name: NDArray[np.int32]
    ref: NDArray[np.int32]
    source: NDArray[np.uint8]
    starts: NDArray[np.int64]
    shape: NDArray[np.float32]

    def __len__(self) -> int:
        return len(self.tail)


@dataclass(frozen=True, slots=True, kw_only=True)
class RoadSource:
    """A file that roads came from, and what has to be said wherever they go.

    `as_of` is the day of its data where the file tells it; `caution` what it is not to be used for.
    """

    name: str
    sha256: str
    format: str
    attribution: str
    licence: str = ""
    as_of: str = ""
    caution: str = ""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Network:
    """Roads as a graph. `texts` holds each name once, the empty one first."""

    nodes: Nodes
    legs: Legs
    texts: tuple[str, ...] = field(repr=False)
    sources: tuple[RoadSource, ...]

    @property
    def islands(self) -> int:
        """How many parts there are that no leg joins."""
        return int(self.nodes.island.max(initial=-1)) + 1

    @property
    def attribution(self) -> str:
        """What has to stand on everything that is made from these roads."""
        return "; ".join(dict.fromkeys(_credit(source) for source in self.sources))

    @property
    def cautions(self) -> tuple[str, ...]:
        """What these roads are not to be used for, each once."""
        return tuple(dict.fromkeys(source.caution for source in self.sources if source.caution))

    def text(self, place: int) -> str:
        """The text at a place in `texts`."""
        return self.texts[place]

    def road_of(self, leg: int) -> str:
        """What a leg is called: number, name and class, as far as they are known."""
        legs = self.legs
        called = (self.texts[legs.ref[leg]], self.texts[legs.name[leg]], f"({CLASSES[legs.road[leg]]})")
        return " ".join(part for part in called if part)

    def shape_of(self, leg: int) -> NDArray[np.float64]:
        """The points of a leg from its tail to its head, longitude and latitude."""
        nodes, legs = self.nodes, self.legs
        ends = [[nodes.lon[node], nodes.lat[node]] for node in (legs.tail[leg], legs.head[leg])]
        between = legs.shape[legs.starts[leg] : legs.starts[leg + 1]].astype(np.float64)
        return np.concatenate([ends[:1], between, ends[1:]])

    def lines(self) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
        """The points of all legs in a row, longitude and latitude, and where each leg's begin, with where all end."""
        nodes, legs = self.nodes, self.legs
        starts = np.concatenate([[0], np.cumsum(np.diff(legs.starts) + 2)]).astype(np.int64)
        points = np.empty((int(starts[-1]), 2))
        inner = np.ones(len(points), bool)
        for at, ends in ((starts[:-1], legs.tail), (starts[1:] - 1, legs.head)):
            points[at, 0], points[at, 1] = nodes.lon[ends], nodes.lat[ends]
            inner[at] = False
        points[inner] = legs.shape
        return points, starts

    def bounds(self) -> tuple[float, float, float, float]:
        """West, south, east and north, in degrees."""
        lon, lat = self.nodes.lon, self.nodes.lat
        return float(lon.min()), float(lat.min()), float(lon.max()), float(lat.max())


def _credit(source: RoadSource) -> str:
    return f"{source.attribution} ({source.licence})" if source.licence else source.attribution


def arrays_of(part: Nodes | Legs) -> dict[str, Any]:
    """The arrays of nodes or legs, by name."""
    return {one.name: getattr(part, one.name) for one in fields(part)}


def members(bits: int, names: Sequence[str]) -> tuple[str, ...]:
    """The names in a set that is kept as a byte.

    >>> members(0b101, VEHICLES)
    ('walk', 'bus')
    """
    return tuple(name for place, name in enumerate(names) if bits >> place & 1)


def bits_of(chosen: Sequence[str], names: Sequence[str]) -> int:
    """A set of names as a byte.

    >>> bits_of(("walk", "bus"), VEHICLES)
    5
    """
    return sum(1 << names.index(name) for name in chosen)
