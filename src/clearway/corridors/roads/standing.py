"""Crossings, checkpoints and other points of a table, put on roads that are there: a leg is cut where one stands."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from clearway.corridors.roads.lines import NodeFacts
from clearway.corridors.roads.network import KINDS, STATUSES, Legs, Network, Nodes, RoadSource, arrays_of
from clearway.corridors.roads.snapping import Snapper
from clearway.errors import RefusedDocument, RoadError

WITHIN_KM = 1.0
"""How far from a road a point may lie: a map's point of a crossing is often beside the road."""
AT_NODE_M = 30.0
"""A point so near to a node stands at it, and cuts no leg."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A point of a table: the line it is on, where it is, in degrees, and what is said of it."""

    line: int
    latitude: float
    longitude: float
    facts: NodeFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """Where a leg is cut: the share of it before the cut, and what stands there."""

    share: float
    facts: NodeFacts


def placed(network: Network, points: Sequence[Standing], source: RoadSource) -> tuple[Network, tuple[str, ...]]:
    """The network with the points on it, and notes; raises `RefusedDocument` for one that no road is near to."""
    snapper = Snapper(network)
    at_node: dict[int, NodeFacts] = {}
    cuts: dict[int, list[Cut]] = defaultdict(list)
    notes = []
    for point in points:
        try:
            snap = snapper.near(point.latitude, point.longitude, within_km=WITHIN_KM)
        except RoadError as error:
            rule = f"line {point.line} ({point.facts.name}) has no road within {WITHIN_KM:g} km of it"
            raise RefusedDocument(source.name, rule=rule, remedy="mend its point, or add the road to it") from error
        if snap.node_m > AT_NODE_M:
            share = snap.along_m / float(network.legs.length_m[snap.leg])
            cuts[snap.leg].append(Cut(share=share, facts=point.facts))
        elif snap.node in at_node:
            notes.append(f"line {point.line}: {point.facts.name} stands where {at_node[snap.node].name} does; left out")
        else:
            at_node[snap.node] = point.facts
    texts = {text: place for place, text in enumerate(network.texts)}
    nodes = _told(network.nodes, at_node, texts)
    nodes, legs = _cut(replace(network, nodes=nodes), cuts, texts)
    made = Network(nodes=nodes, legs=legs, texts=tuple(texts), sources=(*network.sources, source))
    return made, tuple(notes)


def _told(nodes: Nodes, facts: Mapping[int, NodeFacts], texts: dict[str, int]) -> Nodes:
    """The nodes with what is said of some; whom a barrier bars stays as it was."""
    found = {name: getattr(nodes, name).copy() for name in ("kind", "status", "name", "hours")}
    for node, one in facts.items():
        for name, value in _values(one, texts).items():
            found[name][node] = value
    return replace(nodes, **found)


def _values(facts: NodeFacts, texts: dict[str, int]) -> dict[str, int]:
    return {
        "kind": KINDS.index(facts.kind),
        "status": STATUSES.index(facts.status),
        "name": texts.setdefault(facts.name, len(texts)),
        "hours": texts.setdefault(facts.hours, len(texts)),
    }


def _cut(network: Network, cuts: Mapping[int, list[Cut]], texts: dict[str, int]) -> tuple[Nodes, Legs]:
    """Nodes and legs with each leg cut where something stands; a leg that is cut is replaced by its pieces."""
    if not cuts:
        return network.nodes, network.legs
    nodes, legs = network.nodes, network.legs
    new_nodes: dict[str, list[Any]] = defaultdict(list)
    pieces: list[_Piece] = []
    for leg in sorted(cuts):
        ordered = sorted(cuts[leg], key=lambda cut: cut.share)
        shapes = _shapes(network.shape_of(leg), [cut.share for cut in ordered])
        through = [int(legs.tail[leg])]
        for cut, shape in zip(ordered, shapes, strict=False):
            through.append(len(nodes) + len(new_nodes["lon"]))
            fresh = {"lon": shape[-1, 0], "lat": shape[-1, 1], "island": nodes.island[legs.tail[leg]], "osm": 0}
            for name, value in (fresh | {"barred": 0} | _values(cut.facts, texts)).items():
                new_nodes[name].append(value)
        through.append(int(legs.head[leg]))
        shares = np.diff([0.0, *(cut.share for cut in ordered), 1.0])
        for place, (share, shape) in enumerate(zip(shares, shapes, strict=True)):
            ends = (through[place], through[place + 1])
            pieces.append(_Piece(leg=leg, ends=ends, metres=float(share * legs.length_m[leg]), inner=shape[1:-1]))
    grown = {name: np.append(array, new_nodes[name]).astype(array.dtype) for name, array in arrays_of(nodes).items()}
    return Nodes(**grown), _with_pieces(legs, pieces)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Piece:
    leg: int
    ends: tuple[int, int]
    metres: float
    inner: NDArray[np.float64]


def _shapes(shape: NDArray[np.float64], shares: Sequence[float]) -> list[NDArray[np.float64]]:
    """A leg's points cut at shares of its drawn length; each piece ends where the next begins."""
    across = np.cos(np.radians(shape[:, 1].mean()))
    steps = np.hypot(np.diff(shape[:, 0]) * across, np.diff(shape[:, 1]))
    far = np.concatenate([[0.0], np.cumsum(steps)]) / max(float(steps.sum()), 1e-12)
    ends = [0.0, *shares, 1.0]
    found = []
    for begin, end in pairwise(ends):
        inner = shape[(far > begin) & (far < end)]
        corners = [[np.interp(share, far, shape[:, 0]), np.interp(share, far, shape[:, 1])] for share in (begin, end)]
        found.append(np.concatenate([corners[:1], inner, corners[1:]]))
    return found


def _with_pieces(legs: Legs, pieces: Sequence[_Piece]) -> Legs:
    """The legs without those that were cut, and then the pieces, each with all that was said of its leg."""
    of = np.array([piece.leg for piece in pieces])
    kept = np.ones(len(legs), bool)
    kept[of] = False
    arrays: dict[str, Any] = {
        name: np.concatenate([array[kept], array[of]])
        for name, array in arrays_of(legs).items()
        if name not in ("starts", "shape")
    }
    old = int(kept.sum())
    for place, piece in enumerate(pieces, start=old):
        arrays["tail"][place], arrays["head"][place] = piece.ends
        arrays["length_m"][place] = piece.metres
    counts = np.diff(legs.starts)
    inner = [piece.inner for piece in pieces]
    all_counts = np.concatenate([counts[kept], [len(shape) for shape in inner]])
    shape = np.concatenate([legs.shape[np.repeat(kept, counts)], *inner]).astype(np.float32)
    starts = np.concatenate([[0], np.cumsum(all_counts)]).astype(np.int64)
    return Legs(**arrays, starts=starts, shape=shape)
