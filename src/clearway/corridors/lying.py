"""Which legs lie where something is reported: under a circle, on a named road, or between two places."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from clearway.corridors.naming import road_names, site_names
from clearway.corridors.roads.network import KINDS, Network
from clearway.corridors.stretching import ShortestWays
from clearway.model import Point, Stretch

if TYPE_CHECKING:
    from scipy.spatial import cKDTree

EARTH_KM = 6371.0
SITES = ("crossing", "border", "checkpoint", "gate")
STEP_KM = 1.0
"""How far apart the points are by which a leg is held against a circle."""
BETWEEN = 1.3
"""A leg lies between two places where going by its middle is at most this much longer than straight on."""

Kilometres = dict[int, float]
"""How many km of each leg, by leg."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Lie:
    """A network's legs cut into points, each standing for the km around it.

    `spots` are the points on the unit sphere, `leg` whose they are, `km` how much of it each stands for. `roads` gives
    the legs of each road's number, as "M5", and those at each crossing, border point or checkpoint, by its key.
    """

    spots: NDArray[np.float64]
    leg: NDArray[np.int64]
    km: NDArray[np.float64]
    length: NDArray[np.float64]
    tree: "cKDTree"
    roads: dict[str, tuple[int, ...]]
    ways: ShortestWays

    @classmethod
    def of(cls, network: Network) -> "Lie":
        """The points of a network; takes about 100 bytes for each."""
        from scipy.spatial import cKDTree

        length = network.legs.length_m.astype(np.float64) / 1000
        middles, owner = _cut(*network.lines())
        spots = _sphere(middles)
        return cls(
            spots=spots,
            leg=owner,
            km=length[owner] / np.bincount(owner, minlength=len(length))[owner],
            length=length,
            tree=cKDTree(spots),
            roads=_roads(network),
            ways=ShortestWays(network),
        )

    def within(self, point: Point, km: float) -> Kilometres:
        """The legs that a circle touches, and how much of each lies in it."""
        chord = 2 * np.sin(min(km / EARTH_KM, np.pi) / 2)
        centre = _sphere(np.array([[point[1], point[0]]]))[0]
        return self._summed(self.tree.query_ball_point(centre, chord))

    def under(self, points: Iterable[tuple[Point, float]]) -> Kilometres:
        """The legs that any of several circles touches; what lies in two counts once."""
        found: Kilometres = {}
        for point, km in points:
            for leg, part in self.within(point, km).items():
                found[leg] = max(part, found.get(leg, 0.0))
        return found

    def on(self, stretches: Sequence[Stretch]) -> Kilometres:
        """The legs of stretches that a person named: whole, or what lies around a point."""
        found = self.under([(one.start, one.km) for one in stretches if one.end is None])
        legs = {leg for one in stretches if one.end for leg in self.ways.between(one.start, one.end)}
        return found | {leg: float(self.length[leg]) for leg in sorted(legs)}

    def along(self, names: Iterable[str]) -> Kilometres:
        """The whole legs of the roads named."""
        return {leg: float(self.length[leg]) for name in names for leg in self.roads.get(name, ())}

    def between(self, one: Point, other: Point, legs: Iterable[int]) -> Kilometres:
        """Those of some legs of which a half or more lies between two places, or the one with most of the way."""
        ends = _sphere(np.array([[one[1], one[0]], [other[1], other[0]]]))
        straight = kilometres(one, other)
        on_them = np.flatnonzero(np.isin(self.leg, list(legs)))
        detour = _km(self.spots[on_them], ends[0]) + _km(self.spots[on_them], ends[1])
        found = self._summed(on_them[detour <= max(straight * BETWEEN, 1.0)].tolist())
        mostly = {leg: km for leg, km in found.items() if km >= self.length[leg] / 2}
        return mostly or dict(sorted(found.items(), key=lambda pair: -pair[1])[:1])

    def _summed(self, places: Iterable[int]) -> Kilometres:
        found: Kilometres = {}
        for place in places:
            leg = int(self.leg[place])
            found[leg] = found.get(leg, 0.0) + float(self.km[place])
        return found


def kilometres(one: Point, other: Point) -> float:
    """How far two points lie apart, straight on."""
    ends = _sphere(np.array([[one[1], one[0]], [other[1], other[0]]]))
    return float(_km(ends[0], ends[1]))


def _cut(points: NDArray[np.float64], starts: NDArray[np.int64]) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
    """The middles of pieces of lines of at most `STEP_KM`, longitude and latitude, and the line of each."""
    if not len(points):
        return np.empty((0, 2)), np.empty(0, np.int64)
    spots = _sphere(points)
    # each line lies by itself on one long way, with a gap to the next
    steps = np.concatenate([[0.0], _km(spots[:-1], spots[1:])])
    steps[starts[1:-1]] = 1.0
    way = np.cumsum(steps)
    begin = way[starts[:-1]]
    far = way[starts[1:] - 1] - begin
    pieces = np.maximum(1, np.ceil(far / STEP_KM)).astype(np.int64)
    owner = np.repeat(np.arange(len(pieces)), pieces)
    nth = np.arange(len(owner)) - (np.cumsum(pieces) - pieces)[owner]
    middles = begin[owner] + (nth + 0.5) * (far / pieces)[owner]
    return np.column_stack([np.interp(middles, way, points[:, axis]) for axis in (0, 1)]), owner


def _roads(network: Network) -> dict[str, tuple[int, ...]]:
    found: dict[str, list[int]] = {}
    legs, nodes = network.legs, network.nodes
    names = [road_names(text) for text in network.texts]
    numbered = np.array([bool(one) for one in names])
    for leg in np.flatnonzero(numbered[legs.ref] | numbered[legs.name]).tolist():
        for road in dict.fromkeys((*names[legs.ref[leg]], *names[legs.name[leg]])):
            found.setdefault(road, []).append(leg)
    sites = {
        node: site_names(network.text(nodes.name[node]))
        for node in np.flatnonzero(
            np.isin(nodes.kind, [KINDS.index(kind) for kind in SITES]) & (nodes.name > 0)
        ).tolist()
    }
    for ends in (legs.tail, legs.head):
        for leg in np.flatnonzero(np.isin(ends, list(sites))).tolist():
            for site in sites[int(ends[leg])]:
                found.setdefault(site, []).append(leg)
    return {road: tuple(some) for road, some in found.items()}


def _sphere(degrees: NDArray[np.float64]) -> NDArray[np.float64]:
    lon, lat = np.radians(degrees[:, 0]), np.radians(degrees[:, 1])
    return np.column_stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)])


def _km(one: NDArray[np.float64], other: NDArray[np.float64]) -> NDArray[np.float64]:
    chord = np.linalg.norm(one - other, axis=-1)
    return np.asarray(2 * EARTH_KM * np.arcsin(np.clip(chord / 2, 0, 1)))
