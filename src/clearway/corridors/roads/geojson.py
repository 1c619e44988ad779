"""Roads as GeoJSON lines (RFC 7946), their properties being OpenStreetMap's tags where they have any."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from clearway.corridors.roads.lines import Lines, NodeFacts, RoadFacts
from clearway.corridors.roads.network import KINDS, STATUSES, RoadSource
from clearway.corridors.roads.tagging import node_of, road_of
from clearway.errors import RefusedDocument

ENDINGS = (".geojson", ".json")
UNITS_A_DEGREE = 10_000_000
CLASS_KEYS = ("highway", "fclass", "class", "road_class", "type")
"""Where data made from OpenStreetMap puts the class (the second is Geofabrik's)."""
REMEDY = "give GeoJSON with LineString features in longitude and latitude"


def read_geojson(path: Path, *, sha256: str) -> Lines:
    """The lines of a GeoJSON file as roads; raises `RefusedDocument`, naming the feature, for what cannot be used."""
    tree = _tree(path)
    ways = _Ways(path=path)
    for number, feature in enumerate(tree["features"], start=1):
        ways.take(number, feature)
    if not ways.kinds:
        raise RefusedDocument(str(path), rule="it has no line", remedy=REMEDY)
    told = np.array(ways.points, np.int64).reshape(-1, 2)
    where, points = np.unique(told, axis=0, return_inverse=True)
    special = {place: facts for place, at in enumerate(map(tuple, where.tolist())) if (facts := ways.standing.get(at))}
    credit = str(tree.get("attribution") or f"{path.name} (it names no source)")
    source = RoadSource(
        name=path.name, sha256=sha256, format="GeoJSON", attribution=credit, licence=str(tree.get("licence") or ""),
        caution=str(tree.get("caution") or ""),
    )  # fmt: skip
    return Lines(
        lon=where[:, 0] / UNITS_A_DEGREE, lat=where[:, 1] / UNITS_A_DEGREE, points=points.reshape(-1),
        starts=np.array(ways.starts, np.int64), kinds=np.array(ways.kinds, np.int64), facts=tuple(ways.facts),
        special=special, source=source, ids=np.zeros(0, np.int64), notes=tuple(ways.notes(len(special))),
    )  # fmt: skip


@dataclass(slots=True, kw_only=True)
class _Ways:
    """The lines as they are read: each fact once, the points in ten-millionths of a degree."""

    path: Path
    facts: dict[RoadFacts, int] = field(default_factory=dict)
    kinds: list[int] = field(default_factory=list)
    points: list[tuple[int, int]] = field(default_factory=list)
    starts: list[int] = field(default_factory=lambda: [0])
    standing: dict[tuple[int, int], NodeFacts] = field(default_factory=dict)
    left_out: int = 0

    def take(self, number: int, feature: Any) -> None:
        """Keep a feature that is a road or stands on one."""
        shape = feature.get("geometry") if isinstance(feature, dict) else None
        if not isinstance(shape, dict):
            raise self._refused(number, "has no geometry")
        tags = _tags(feature.get("properties"))
        form, coordinates = shape.get("type"), shape.get("coordinates")
        if form == "Point":
            facts = _standing(tags) or node_of(tags)
            if facts:
                self.standing[self._point(number, coordinates)] = facts
        elif form in ("LineString", "MultiLineString"):
            lines = [coordinates] if form == "LineString" else coordinates
            road = road_of(tags)
            if road is None or not isinstance(lines, list):
                self.left_out += 1
                return
            for line in lines:
                self._line(number, line, road)
        else:
            self.left_out += 1

    def _line(self, number: int, line: Any, road: RoadFacts) -> None:
        if not isinstance(line, list) or len(line) < 2:
            raise self._refused(number, "is a line of fewer than two points")
        self.points.extend(self._point(number, at) for at in line)
        self.kinds.append(self.facts.setdefault(road, len(self.facts)))
        self.starts.append(len(self.points))

    def _point(self, number: int, at: Any) -> tuple[int, int]:
        try:
            lon, lat = float(at[0]), float(at[1])
        except (TypeError, ValueError, IndexError) as error:
            raise self._refused(number, "has a point that is no pair of numbers") from error
        if not (abs(lon) <= 180 and abs(lat) <= 90):
            raise self._refused(number, f"has a point at {lon:g}, {lat:g}, which is not in degrees")
        return round(lon * UNITS_A_DEGREE), round(lat * UNITS_A_DEGREE)

    def _refused(self, number: int, rule: str) -> RefusedDocument:
        return RefusedDocument(str(self.path), rule=f"feature {number} {rule}", remedy=REMEDY)

    def notes(self, used: int) -> Iterator[str]:
        """What was left out."""
        if apart := len(self.standing) - used:
            yield f"{self.path.name}: {apart:,} points lie on no road's point and were left out"
        if self.left_out:
            yield f"{self.path.name}: {self.left_out:,} features are no roads and were left out"


def _standing(tags: Mapping[str, str]) -> NodeFacts | None:
    """What a point says of itself in Clearway's own words, as in a table of towns."""
    kind, status = tags.get("kind", ""), tags.get("status", STATUSES[0])
    if kind not in KINDS or status not in STATUSES:
        return None
    hours = tags.get("hours") or tags.get("opening_hours", "")
    return NodeFacts(kind=kind, status=status, name=tags.get("name", ""), hours=hours)


def _tags(properties: Any) -> Mapping[str, str]:
    """A feature's properties as OpenStreetMap's tags; without a class, a line is a road of unknown class."""
    if not isinstance(properties, dict):
        properties = {}
    tags = {str(key): _text(value) for key, value in properties.items() if value is not None}
    named = next((tags[key] for key in CLASS_KEYS if tags.get(key)), "road")
    return {**tags, "highway": named}


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)


def _tree(path: Path) -> dict[str, Sequence[Any]]:
    try:
        tree = json.loads(path.read_bytes())
    except (ValueError, RecursionError) as error:
        raise RefusedDocument(str(path), rule="it is no JSON", remedy=REMEDY) from error
    if isinstance(tree, dict) and tree.get("type") == "Feature":
        tree = {"features": [tree]}
    if not isinstance(tree, dict) or not isinstance(tree.get("features"), list):
        raise RefusedDocument(str(path), rule="it is no GeoJSON FeatureCollection", remedy=REMEDY)
    return tree
