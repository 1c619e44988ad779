"""Roads as a map shows them: the greatest first, thinned to what can be told apart at its scale."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from clearway.corridors.roads.network import CLASSES, KINDS, Network
from clearway.model import RoadLine, RoadPlace, Sketch
from clearway.model.sketch import Bounds

MOST_LINES = 2_000
MOST_PLACES = 300
SPARE = 4
"""So many times the lines that are wanted are looked at, as those that fall on one another are one."""
ACROSS = 1_000
"""Into so many grains the longer side of what is shown is cut; what lies within one grain is one point."""
LESSER = ("unknown", "ferry")
"""Classes that stand behind the named ones, by what is taken for them."""
MINOR = CLASSES.index("tertiary")


def sketch(network: Network, bounds: Bounds | None = None, *, most: int = MOST_LINES) -> Sketch:
    """The roads within bounds (all of them, where none are given): the greatest classes, and of one the longest."""
    shown = bounds or network.bounds()
    grain = max(shown[2] - shown[0], shown[3] - shown[1], 1e-4) / ACROSS
    inside, ranks = _inside(network, shown)
    ordered = _first(network, inside, ranks, most * SPARE)
    lines: list[RoadLine] = []
    drawn = 0
    for line in _lines(network, ordered, grain):
        if len(lines) == most:
            break
        drawn += 1
        if line:
            lines.append(line)
    places = tuple(_places(network, shown))
    return Sketch(
        bounds=shown,
        lines=tuple(lines),
        places=places,
        left=len(inside) - drawn,
        whole=network.bounds(),
        attribution=network.attribution,
        cautions=network.cautions,
    )


def _inside(network: Network, bounds: Bounds) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The legs whose ends' box meets the bounds, and the rank of each by its class."""
    nodes, legs = network.nodes, network.legs
    west, south, east, north = bounds
    tail_lon, head_lon = nodes.lon[legs.tail], nodes.lon[legs.head]
    tail_lat, head_lat = nodes.lat[legs.tail], nodes.lat[legs.head]
    meets = (np.minimum(tail_lon, head_lon) <= east) & (np.maximum(tail_lon, head_lon) >= west)
    meets &= (np.minimum(tail_lat, head_lat) <= north) & (np.maximum(tail_lat, head_lat) >= south)
    rank = np.array([MINOR if name in LESSER else at for at, name in enumerate(CLASSES)])
    inside = np.flatnonzero(meets)
    return inside, rank[legs.road[inside]]


def _first(network: Network, inside: NDArray[np.int64], ranks: NDArray[np.int64], most: int) -> NDArray[np.int64]:
    """The legs of the greatest classes, of one class the longest first; no more classes are sorted than need be."""
    counts = np.cumsum(np.bincount(ranks, minlength=len(CLASSES)))
    last = int(np.searchsorted(counts, most))
    kept = ranks <= last
    legs, ranked = inside[kept], ranks[kept]
    return legs[np.lexsort((-network.legs.length_m[legs], ranked))][:most]


def _lines(network: Network, legs: NDArray[np.int64], grain: float) -> Iterator[RoadLine | None]:
    """Each leg in grains, `None` for one that is within a grain or falls on one before it."""
    seen: set[bytes] = set()
    places = max(2, int(np.ceil(-np.log10(grain))) + 1)
    for leg in legs.tolist():
        points = network.shape_of(leg)
        cells = np.rint(points / grain).astype(np.int64)
        new = np.concatenate([[True], np.any(cells[1:] != cells[:-1], axis=1)])
        new[-1] = True
        cells = cells[new]
        key = min(cells.tobytes(), cells[::-1].tobytes())
        if len(np.unique(cells, axis=0)) < 2 or key in seen:
            yield None
            continue
        seen.add(key)
        line = tuple((round(lat, places), round(lon, places)) for lon, lat in points[new].tolist())
        yield RoadLine(road=CLASSES[network.legs.road[leg]], line=line)


def _places(network: Network, bounds: Bounds) -> Iterator[RoadPlace]:
    """What stands on the roads within bounds and has a name, towns first."""
    nodes = network.nodes
    west, south, east, north = bounds
    named = (nodes.name > 0) & (nodes.kind > 0)
    named &= (nodes.lon >= west) & (nodes.lon <= east) & (nodes.lat >= south) & (nodes.lat <= north)
    found = np.flatnonzero(named)
    for node in found[np.argsort(nodes.kind[found], kind="stable")][:MOST_PLACES].tolist():
        yield RoadPlace(
            name=network.text(nodes.name[node]),
            kind=KINDS[nodes.kind[node]],
            latitude=round(float(nodes.lat[node]), 6),
            longitude=round(float(nodes.lon[node]), 6),
        )
