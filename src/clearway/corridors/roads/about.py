"""What a file of roads holds."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from clearway.corridors.roads.keeping import load
from clearway.corridors.roads.network import CLASSES, KINDS, STATUSES, Network, RoadSource

GUARDED = ("crossing", "border", "checkpoint")


@dataclass(frozen=True, slots=True, kw_only=True)
class Guarded:
    """A crossing, border point or checkpoint, as the file of roads has it."""

    name: str
    kind: str
    status: str
    hours: str
    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Roads:
    """What a file of roads holds: counts, kilometres by class, parts that no leg joins, and whom to name.

    `beyond` is how many nodes are on parts other than the largest; `bounds` are west, south, east, north in degrees.
    """

    file: str
    nodes: int
    legs: int
    kinds: Mapping[str, int]
    km: Mapping[str, float]
    islands: int
    beyond: int
    bounds: tuple[float, float, float, float]
    guarded: tuple[Guarded, ...]
    sources: tuple[RoadSource, ...]
    attribution: str
    cautions: tuple[str, ...]


def about(path: Path) -> Roads:
    """What the file of roads holds; raises `RoadError` where it is none."""
    network = load(path)
    nodes, legs = network.nodes, network.legs
    km = np.bincount(legs.road, weights=legs.length_m, minlength=len(CLASSES)) / 1000
    kinds = np.bincount(nodes.kind, minlength=len(KINDS))
    return Roads(
        file=str(path),
        nodes=len(nodes),
        legs=len(legs),
        kinds={name: int(count) for name, count in zip(KINDS, kinds, strict=True) if count},
        km={name: round(float(length), 1) for name, length in zip(CLASSES, km, strict=True) if length},
        islands=network.islands,
        beyond=int((nodes.island > 0).sum()),
        bounds=network.bounds(),
        guarded=tuple(_guarded(network)),
        sources=network.sources,
        attribution=network.attribution,
        cautions=network.cautions,
    )


def _guarded(network: Network) -> list[Guarded]:
    """Crossings, border points and checkpoints, by kind and name."""
    nodes = network.nodes
    wanted = np.flatnonzero(np.isin(nodes.kind, [KINDS.index(kind) for kind in GUARDED]))
    found = [
        Guarded(
            name=network.text(nodes.name[node]),
            kind=KINDS[nodes.kind[node]],
            status=STATUSES[nodes.status[node]],
            hours=network.text(nodes.hours[node]),
            latitude=round(float(nodes.lat[node]), 5),
            longitude=round(float(nodes.lon[node]), 5),
        )
        for node in wanted.tolist()
    ]
    return sorted(found, key=lambda one: (GUARDED.index(one.kind), one.name, one.latitude, one.longitude))
