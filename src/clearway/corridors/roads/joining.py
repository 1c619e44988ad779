"""Two networks as one: nodes at one point become one node, and a leg that both have is kept once."""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from clearway.corridors.roads.islands import islands_of
from clearway.corridors.roads.network import Legs, Network, Nodes, arrays_of
from clearway.errors import RoadError

MOST_SOURCES = 255
UNITS_A_DEGREE = 10_000_000
SAME_LENGTH_M = 1.0


def joined(old: Network, new: Network) -> Network:
    """The old network with the new one's roads; what the old one says of a node holds unless it says nothing."""
    if len(old.sources) + len(new.sources) > MOST_SOURCES:
        rule, remedy = f"these would be more than {MOST_SOURCES} files", "join your files before you add them"
        raise RoadError("roads", rule=rule, remedy=remedy)
    texts, renamed = _texts(old.texts, new.texts)
    nodes, place = _nodes(old.nodes, new.nodes, renamed)
    legs = _legs(old, new, place, renamed)
    island = islands_of(len(nodes), legs.tail, legs.head)
    nodes = replace(nodes, island=island)
    return Network(nodes=nodes, legs=legs, texts=texts, sources=(*old.sources, *new.sources))


def _texts(old: tuple[str, ...], new: tuple[str, ...]) -> tuple[tuple[str, ...], NDArray[np.int32]]:
    """All texts, each once, and where each of the new ones is among them."""
    places = {text: place for place, text in enumerate(old)}
    renamed = [places.setdefault(text, len(places)) for text in new]
    return tuple(places), np.array(renamed, np.int32)


def _nodes(old: Nodes, new: Nodes, renamed: NDArray[np.int32]) -> tuple[Nodes, NDArray[np.int32]]:
    """All nodes, those at one point once, and the place among them of each old and then each new one."""
    new = replace(new, name=renamed[new.name], hours=renamed[new.hours])
    both = {name: np.concatenate([array, getattr(new, name)]) for name, array in arrays_of(old).items()}
    at = np.round(np.column_stack([both["lon"], both["lat"]]) * UNITS_A_DEGREE).astype(np.int64)
    _, first, place = np.unique(at, axis=0, return_index=True, return_inverse=True)
    place = place.reshape(-1)
    kept = np.sort(first)
    new_place = np.searchsorted(kept, first)[place].astype(np.int32)
    found = {name: array[kept] for name, array in both.items()}
    # what the first says of a point stands; where it says nothing, the second is asked
    second = np.flatnonzero(~np.isin(np.arange(len(new_place)), kept))
    for name in ("kind", "status", "barred", "name", "hours", "osm"):
        unsaid = found[name][new_place[second]] == 0
        found[name][new_place[second[unsaid]]] = both[name][second[unsaid]]
    return Nodes(**found), new_place


def _legs(old: Network, new: Network, place: NDArray[np.int32], renamed: NDArray[np.int32]) -> Legs:
    """All legs between the nodes as they now are."""
    count = len(old.nodes)
    one = replace(old.legs, tail=place[old.legs.tail], head=place[old.legs.head])
    other = replace(
        new.legs, tail=place[count + new.legs.tail], head=place[count + new.legs.head], name=renamed[new.legs.name],
        ref=renamed[new.legs.ref], source=(new.legs.source + len(old.sources)).astype(np.uint8),
    )  # fmt: skip
    kept = _unknown_to(one, other)
    counts = np.diff(other.starts)
    shape = other.shape[np.repeat(kept, counts)]
    arrays = {
        name: np.concatenate([array, getattr(other, name)[kept]])
        for name, array in arrays_of(one).items()
        if name not in ("starts", "shape")
    }
    starts = np.concatenate([one.starts, one.starts[-1] + np.cumsum(counts[kept])])
    return Legs(**arrays, starts=starts, shape=np.concatenate([one.shape, shape]))


def _unknown_to(one: Legs, other: Legs) -> NDArray[np.bool_]:
    """Which of the other's legs the first has not: none between the same nodes of the same class and length."""
    nodes = 1 + max(int(end.max(initial=0)) for legs in (one, other) for end in (legs.tail, legs.head))
    both = _touched(one, nodes) & _touched(other, nodes)
    # of a large network, only the few legs between nodes that both have are looked at
    old, new = (np.flatnonzero(both[legs.tail] & both[legs.head]) for legs in (one, other))
    known = set(_keys(one, old))
    kept = np.ones(len(other), bool)
    kept[new] = [key not in known for key in _keys(other, new)]
    return kept


def _touched(legs: Legs, nodes: int) -> NDArray[np.bool_]:
    """Which nodes some leg has as an end."""
    found = np.zeros(nodes, bool)
    found[legs.tail] = found[legs.head] = True
    return found


def _keys(legs: Legs, some: NDArray[np.int64]) -> list[tuple[int, int, int, int]]:
    """Ends, class and length of some legs, the same in both directions."""
    ends = np.sort(np.column_stack([legs.tail[some], legs.head[some]]), axis=1)
    length = np.round(legs.length_m[some] / SAME_LENGTH_M).astype(np.int64)
    return list(zip(ends[:, 0].tolist(), ends[:, 1].tolist(), legs.road[some].tolist(), length.tolist(), strict=True))
