"""OpenStreetMap's files: the roads in them, where they run, and what stands on them."""

from array import array
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from clearway.corridors.roads.lines import Lines, NodeFacts, RoadFacts
from clearway.corridors.roads.network import RoadSource
from clearway.corridors.roads.tagging import node_of, road_of
from clearway.errors import RefusedDocument

ENDINGS = (".pbf", ".osm", ".osm.gz", ".osm.bz2", ".o5m")
ATTRIBUTION = "© OpenStreetMap contributors, https://www.openstreetmap.org/copyright"
LICENCE = "ODbL 1.0"
WAY_KEYS = ("highway", "route")
NODE_KEYS = ("barrier", "amenity", "military", "access", "motor_vehicle", "vehicle")
TOLD_EVERY = 2_048
UNITS_A_DEGREE = 10_000_000
NOWHERE = 2**31 - 1
"""What OpenStreetMap's programs have for the coordinate of a point that is not in the file."""

MOST_LOST = 0.1
"""The share of points that an extract may lack at its edge; where more are missing, they were not looked for well."""

OnProgress = Callable[[str, float], None]
"""Told what is being done and how much of it is done, 0 to 1."""


def tell_nobody(_what: str, _share: float) -> None:
    """Where nobody wants to know how far it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """How large a file of roads is: bytes, what may be roads, and their points."""

    bytes: int
    roads: int
    points: int


def size_of(path: Path) -> Size:
    """How many roads the file has, and over how many points they run; a quick look that keeps nothing."""
    roads = points = 0
    for way in _objects(path, "WAY", WAY_KEYS):
        roads += 1
        points += len(way.nodes)
    return Size(bytes=path.stat().st_size, roads=roads, points=points)


def read_osm(path: Path, *, sha256: str, size: Size, on_progress: OnProgress) -> Lines:
    """The roads in a file of OpenStreetMap's; raises `RefusedDocument` where it is damaged or holds none."""
    ways = _Ways()
    for done, way in enumerate(_objects(path, "WAY", WAY_KEYS, located=True)):
        ways.take(way)
        if done % TOLD_EVERY == 0:
            on_progress("reading roads", done / max(1, size.roads))
    on_progress("joining roads", 1.0)
    told = np.frombuffer(ways.points, np.int64).reshape(-1, 3)
    ids, first, points = np.unique(told[:, 0], return_index=True, return_inverse=True)
    where = told[first, 1:]
    is_lost = where[:, 0] == NOWHERE
    if is_lost.sum() > MOST_LOST * len(ids):
        where = _looked_up(path, ids, where)
        is_lost = where[:, 0] == NOWHERE
    starts, kinds = np.array(ways.starts, np.int64), np.array(ways.kinds, np.int64)
    points, starts, kinds, lost = _without(is_lost, points, starts, kinds)
    source = RoadSource(
        name=path.name, sha256=sha256, format="OpenStreetMap", attribution=ATTRIBUTION, licence=LICENCE,
        as_of=_as_of(path),
    )  # fmt: skip
    turns = sum(1 for _ in _objects(path, "RELATION", ("restriction",)))
    notes = (
        *(
            [f"{lost:,} points of roads are not in the file, as at the edge of an extract; roads end there"]
            * bool(lost)
        ),
        *([f"{turns:,} turn restrictions are not honoured; ways may turn where signs forbid it"] * bool(turns)),
    )
    return Lines(
        lon=where[:, 0] / UNITS_A_DEGREE, lat=where[:, 1] / UNITS_A_DEGREE, points=points, starts=starts, kinds=kinds,
        facts=tuple(ways.facts), special=_standing(path, ids), source=source, ids=ids, notes=notes,
    )  # fmt: skip


@dataclass(slots=True)
class _Ways:
    """The roads as they are read: each fact once; id, longitude and latitude of their points in a row."""

    facts: dict[RoadFacts, int] = field(default_factory=dict)
    kinds: "array[int]" = field(default_factory=lambda: array("q"))
    points: "array[int]" = field(default_factory=lambda: array("q"))
    starts: "array[int]" = field(default_factory=lambda: array("q", [0]))

    def take(self, way: Any) -> None:
        """Keep a way that is a road."""
        road = road_of(dict(way.tags))
        if road is None:
            return
        self.kinds.append(self.facts.setdefault(road, len(self.facts)))
        self.points.extend([told for node in way.nodes for told in (node.ref, node.x, node.y)])
        self.starts.append(len(self.points) // 3)


def _looked_up(path: Path, ids: NDArray[np.int64], where: NDArray[np.int64]) -> NDArray[np.int64]:
    """Where the points are in a file with its roads first or ids below zero, as Overpass and editors write them."""
    found = where.copy()
    for node in _objects(path, "NODE", ()):
        place = int(np.searchsorted(ids, node.id))
        if place < len(ids) and ids[place] == node.id and node.location.valid():
            found[place] = node.location.x, node.location.y
    return found


def _standing(path: Path, ids: NDArray[np.int64]) -> dict[int, NodeFacts]:
    """What stands at some of the points of roads."""
    found = {}
    for node in _objects(path, "NODE", NODE_KEYS):
        place = int(np.searchsorted(ids, node.id))
        if place < len(ids) and ids[place] == node.id:
            facts = node_of(dict(node.tags))
            if facts:
                found[place] = facts
    return found


def _objects(path: Path, kind: str, keys: tuple[str, ...], *, located: bool = False) -> Iterator[Any]:
    """The objects of a kind with one of these keys, or all; raises `RefusedDocument` where the file is damaged."""
    import osmium

    one = getattr(osmium.osm, kind)
    try:
        objects = osmium.FileProcessor(str(path), osmium.osm.NODE | one if located else one)
        if located:
            # grows with the points in the file; the default kind jumps to 8 bytes for every id there could be
            objects = objects.with_locations("sparse_mem_array").with_filter(osmium.filter.EntityFilter(one))
        yield from objects.with_filter(osmium.filter.KeyFilter(*keys)) if keys else objects
    except (RuntimeError, ValueError) as error:
        rule = f"it is damaged or no file of OpenStreetMap's ({' '.join(str(error).split())[:120]})"
        raise RefusedDocument(str(path), rule=rule, remedy="fetch it again, whole") from error


def _as_of(path: Path) -> str:
    """The day of the data, where the file's head tells it."""
    import osmium

    with osmium.io.Reader(str(path), osmium.osm.NOTHING) as reader:
        head = reader.header()
    return str(head.get("osmosis_replication_timestamp", "") or head.get("timestamp", ""))[:10]


def _without(
    is_lost: NDArray[np.bool_], points: NDArray[np.int64], starts: NDArray[np.int64], kinds: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64], int]:
    """The lines cut where points are lost: points, starts and kinds, and how many were lost."""
    if not is_lost.any():
        return points, starts, kinds, 0
    line = np.repeat(np.arange(len(kinds)), np.diff(starts))
    gone = is_lost[points]
    # a number for each run of points of one line between two lost ones
    run = np.cumsum(gone) + line
    kept, run, line = points[~gone], run[~gone], line[~gone]
    begins = np.flatnonzero(np.diff(run, prepend=-1))
    return kept, np.concatenate([begins, [len(kept)]]), kinds[line[begins]], int(is_lost.sum())
