"""Between which legs a stretch of road runs that somebody names by its two ends."""

from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from clearway.corridors.graph import Graph, graph_of
from clearway.corridors.roads.network import Network
from clearway.corridors.shortest import one_to_one
from clearway.model import Point

WITHIN_DEGREES = 0.01
"""How far from an end its node may lie, some 1 km: the roads may have been drawn anew since the end was named."""


class ShortestWays:
    """The legs of the shortest way between two points at nodes, there and back, each found once."""

    def __init__(self, network: Network) -> None:
        self._network = network
        self._found: dict[tuple[Point, Point], tuple[int, ...]] = {}

    def between(self, one: Point, other: Point) -> tuple[int, ...]:
        """The legs of the shortest way there and of that back; none where an end is on no node or no road joins them.

        One-way legs are taken in their direction, so that both carriageways of a motorway are found.
        """
        if (one, other) not in self._found:
            ends = self._node(one), self._node(other)
            self._found[one, other] = self._legs(*ends) if None not in ends else ()  # type: ignore[arg-type]
        return self._found[one, other]

    def _node(self, point: Point) -> int | None:
        nodes = self._network.nodes
        across = np.cos(np.radians(point[0]))
        apart = np.hypot(nodes.lat - point[0], (nodes.lon - point[1]) * across)
        nearest = int(apart.argmin())
        return nearest if apart[nearest] <= WITHIN_DEGREES else None

    def _legs(self, start: int, end: int) -> tuple[int, ...]:
        ways = [one_to_one(self._graph, self._metres, *pair) for pair in ((start, end), (end, start))]
        return tuple(sorted({int(self._leg[edge]) for way in ways if way for edge in way.edges.tolist()}))

    @cached_property
    def _leg(self) -> NDArray[np.int64]:
        """The leg of each edge: first those that can be travelled from tail to head, then the others."""
        oneway = self._network.legs.oneway
        return np.concatenate([np.flatnonzero(oneway >= 0), np.flatnonzero(oneway <= 0)])

    @cached_property
    def _metres(self) -> NDArray[np.float64]:
        return self._network.legs.length_m[self._leg].astype(np.float64)

    @cached_property
    def _graph(self) -> Graph:
        legs = self._network.legs
        ahead = np.arange(len(self._leg)) < int((legs.oneway >= 0).sum())
        tails = np.where(ahead, legs.tail[self._leg], legs.head[self._leg])
        heads = np.where(ahead, legs.head[self._leg], legs.tail[self._leg])
        return graph_of(tails, heads, nodes=len(self._network.nodes))
