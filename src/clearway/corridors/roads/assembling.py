"""The last step to a network: the nodes and legs of places on lines, with all that is said of them."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from clearway.corridors.roads.islands import islands_of
from clearway.corridors.roads.lengths import lengths_m
from clearway.corridors.roads.lines import Lines
from clearway.corridors.roads.network import CLASSES, KINDS, STATUSES, Legs, Network, Nodes

TOLERANCE_DEGREES = 5e-5
"""How far a leg's drawn shape may be off, some 5 m. Its length is that of the shape as the file has it."""

AT_ONCE = 50_000
"""Legs that are drawn at once: each takes some 500 bytes meanwhile."""

Ints = NDArray[np.int64]


def assembled(lines: Lines, at: Ints, starts: Ints, line: Ints) -> Network:
    """The network of legs that run over these places, each of the facts of a line."""
    points = lines.points[at]
    lon, lat = lines.lon[points], lines.lat[points]
    length = _lengths(lines, lon, lat, starts, line)
    tail, head = points[starts[:-1]], points[starts[1:] - 1]
    kept, renamed = np.unique(np.concatenate([tail, head]), return_inverse=True)
    shape_starts, shape = _shapes(lon, lat, starts)
    texts = _Texts()
    legs = _legs(lines, lines.kinds[line], texts)
    arrays: dict[str, Any] = {
        "tail": renamed[: len(tail)].astype(np.int32),
        "head": renamed[len(tail) :].astype(np.int32),
        "length_m": length.astype(np.float32),
        "starts": shape_starts,
        "shape": shape,
    }
    made = Legs(**arrays, **legs)
    nodes = _nodes(lines, kept, texts, islands_of(len(kept), made.tail, made.head))
    return Network(nodes=nodes, legs=made, texts=tuple(texts.places), sources=(lines.source,))


def _lengths(
    lines: Lines, lon: NDArray[np.float64], lat: NDArray[np.float64], starts: Ints, line: Ints
) -> NDArray[np.float64]:
    """Metres of each leg: as the file gives them, or along its points."""
    if len(lines.lengths_m):
        return lines.lengths_m[line]
    steps = np.zeros(len(lon))
    steps[1:] = lengths_m(lon[:-1], lat[:-1], lon[1:], lat[1:])
    steps[starts[:-1]] = 0
    return np.add.reduceat(steps, starts[:-1])


def _shapes(lon: NDArray[np.float64], lat: NDArray[np.float64], starts: Ints) -> tuple[Ints, NDArray[np.float32]]:
    """The points between the ends of each leg that its shape needs, and where each leg's begin."""
    import shapely

    legs = len(starts) - 1
    counts = np.diff(starts)
    if (counts == 2).all():
        return np.zeros(legs + 1, np.int64), np.zeros((0, 2), np.float32)
    held, shapes = np.zeros(legs, np.int64), [np.zeros((0, 2), np.float32)]
    all_bent = np.flatnonzero(counts > 2)
    for bent in np.array_split(all_bent, max(1, len(all_bent) // AT_ONCE)):
        first = starts[bent]
        taken = np.repeat(first - np.cumsum(counts[bent]) + counts[bent], counts[bent])
        at = taken + np.arange(len(taken))
        drawn = shapely.linestrings(
            np.column_stack([lon[at], lat[at]]), indices=np.repeat(np.arange(len(bent)), counts[bent])
        )
        simple = shapely.simplify(drawn, TOLERANCE_DEGREES, preserve_topology=False)
        coordinates, owner = shapely.get_coordinates(simple, return_index=True)
        inner = np.ones(len(owner), bool)
        inner[np.flatnonzero(np.diff(owner, prepend=-1))] = False
        inner[np.flatnonzero(np.diff(owner, append=len(bent)))] = False
        held[bent] = np.bincount(owner[inner], minlength=len(bent))
        shapes.append(coordinates[inner].astype(np.float32))
    return np.concatenate([[0], np.cumsum(held)]), np.concatenate(shapes)


def _legs(lines: Lines, kinds: Ints, texts: "_Texts") -> dict[str, Any]:
    """What is said of each leg."""
    facts = lines.facts

    def spread(values: Sequence[float], kind: type[np.generic]) -> Any:
        return np.array(values, kind)[kinds]

    return {
        "road": spread([CLASSES.index(one.road) for one in facts], np.uint8),
        "oneway": spread([one.oneway for one in facts], np.int8),
        "lanes": spread([one.lanes for one in facts], np.uint8),
        "speed_kmh": spread([one.speed_kmh for one in facts], np.uint8),
        "surface": spread([one.surface for one in facts], np.uint8),
        "features": spread([one.features for one in facts], np.uint8),
        "barred": spread([one.barred for one in facts], np.uint8),
        "granted": spread([one.granted for one in facts], np.uint8),
        "width_m": spread([one.width_m for one in facts], np.float32),
        "height_m": spread([one.height_m for one in facts], np.float32),
        "weight_t": spread([one.weight_t for one in facts], np.float32),
        "name": spread([texts.place(one.name) for one in facts], np.int32),
        "ref": spread([texts.place(one.ref) for one in facts], np.int32),
        "source": np.zeros(len(kinds), np.uint8),
    }


def _nodes(lines: Lines, kept: Ints, texts: "_Texts", island: NDArray[np.int32]) -> Nodes:
    """What is said of each node."""
    count = len(kept)
    kind, status, barred = (np.zeros(count, np.uint8) for _ in range(3))
    name, hours = np.zeros(count, np.int32), np.zeros(count, np.int32)
    special = np.array(sorted(lines.special), np.int64)
    at = np.searchsorted(kept, special)
    for place, point in zip(at.tolist(), special.tolist(), strict=True):
        if place < count and kept[place] == point:
            facts = lines.special[point]
            kind[place], status[place] = KINDS.index(facts.kind), STATUSES.index(facts.status)
            barred[place] = facts.barred
            name[place], hours[place] = texts.place(facts.name), texts.place(facts.hours)
    return Nodes(
        lon=lines.lon[kept], lat=lines.lat[kept], kind=kind, status=status, barred=barred, name=name, hours=hours,
        osm=lines.ids[kept] if len(lines.ids) else np.zeros(count, np.int64), island=island,
    )  # fmt: skip


class _Texts:
    """Names, each kept once; the empty one first."""

    def __init__(self) -> None:
        self.places: dict[str, int] = {"": 0}

    def place(self, text: str) -> int:
        """Where the text is."""
        return self.places.setdefault(text, len(self.places))
