"""Roads as a graph: compressed sparse rows forward and back, with costs in the order of the caller's edges."""

from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from clearway.errors import RoadError

Array = NDArray[Any]
BLOCKED = -1
"""What stands for an edge that is not to be used, in whole-number costs."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Rows:
    """The edges of each node in one stretch: those of node `v` are `starts[v]` to `starts[v + 1]`.

    `ends` is the node at the other end, `edges` the caller's number of the edge. Starts and ends are unsigned, since
    machine code that need not ask whether an index is negative searches in two thirds of the time.
    """

    starts: Array
    ends: Array
    edges: Array


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Graph:
    """`nodes` numbered from 0, edges from `tails` to `heads`, and where each node lies, if that is known."""

    nodes: int
    tails: Array
    heads: Array
    forward: Rows
    back: Rows
    lon: Array | None = None
    lat: Array | None = None

    @property
    def edges(self) -> int:
        """How many edges there are."""
        return len(self.tails)

    @property
    def turned(self) -> "Graph":
        """The same with every edge the other way round, under the same number."""
        return replace(self, tails=self.heads, heads=self.tails, forward=self.back, back=self.forward)


def graph_of(
    tails: ArrayLike, heads: ArrayLike, *, nodes: int, lon: ArrayLike | None = None, lat: ArrayLike | None = None
) -> Graph:
    """The graph of edges given by their ends; raises `RoadError` where an end is no node or the arrays differ."""
    given = np.asarray(tails), np.asarray(heads)
    if given[0].ndim != 1 or given[0].shape != given[1].shape:
        raise RoadError(
            "the edges", rule="each edge needs a tail and a head", remedy="give two lists of the same length"
        )
    for each in given:
        if len(each) and not (np.issubdtype(each.dtype, np.integer) and each.min() >= 0 and each.max() < nodes):
            raise RoadError(
                f"edge {_first_outside(each, nodes)}",
                rule=f"its ends have to be nodes from 0 to {nodes - 1}",
                remedy="leave it out, or count the nodes again",
            )
    ends = [each.astype(np.int32) for each in given]
    places = [_places(each, nodes, name) for each, name in ((lon, "longitudes"), (lat, "latitudes"))]
    return Graph(
        nodes=nodes,
        tails=_fixed(ends[0]),
        heads=_fixed(ends[1]),
        forward=_rows(ends[0], ends[1], nodes),
        back=_rows(ends[1], ends[0], nodes),
        lon=places[0],
        lat=places[1],
    )


def real_costs(graph: Graph, costs: ArrayLike, *, what: str = "cost", avoid: Array | None = None) -> Array:
    """Costs by edge as floating-point numbers, infinite where `avoid` is set; raises `RoadError` for a bad one."""
    given = _checked(graph, costs, what).astype(np.float64)
    return given if avoid is None else np.where(_mask(graph, avoid), np.inf, given)


def whole_costs(graph: Graph, costs: ArrayLike, *, what: str = "cost", avoid: Array | None = None) -> Array:
    """Costs by edge as whole numbers, `BLOCKED` where `avoid` is set; raises `RoadError` for a bad one."""
    given = _checked(graph, costs, what)
    whole = given.astype(np.int64)
    if len(given) and bool((whole != given).any()):
        raise RoadError(
            f"edge {int(np.flatnonzero(whole != given)[0])}",
            rule=f"its {what} has to be a whole number here",
            remedy="multiply and round first, as seconds to tenths of a second",
        )
    return whole if avoid is None else np.where(_mask(graph, avoid), BLOCKED, whole)


def check_node(graph: Graph, node: int, *, what: str) -> int:
    """The node, if there is such a one; raises `RoadError` if not."""
    if not 0 <= node < graph.nodes:
        raise RoadError(
            f"{what} {node}", rule=f"the graph has nodes 0 to {graph.nodes - 1}", remedy="name one of these"
        )
    return int(node)


def _checked(graph: Graph, costs: ArrayLike, what: str) -> Array:
    given = np.asarray(costs)
    if given.shape != (graph.edges,):
        raise RoadError(
            f"{given.size} values for {graph.edges} edges", rule=f"each edge needs a {what}", remedy="give one for each"
        )
    bad = ~np.isfinite(given) | (given < 0)
    if bad.any():
        at = int(np.flatnonzero(bad)[0])
        rule = f"a {what} has to be known and not negative, and that of {int(bad.sum())} is not (here {given[at]})"
        raise RoadError(f"edge {at}", rule=rule, remedy="mend it at its source, or avoid the edge and give it 0")
    return given


def _mask(graph: Graph, avoid: Array) -> Array:
    mask = np.asarray(avoid)
    if mask.shape != (graph.edges,) or mask.dtype != np.bool_:
        raise RoadError("the edges to avoid", rule="true or false is needed for each edge", remedy="give one for each")
    return mask


def _rows(tails: Array, heads: Array, nodes: int) -> Rows:
    order = np.argsort(tails, kind="stable").astype(np.int32)
    starts = np.zeros(nodes + 1, np.uint32)
    starts[1:] = np.cumsum(np.bincount(tails, minlength=nodes))
    return Rows(starts=_fixed(starts), ends=_fixed(heads[order].astype(np.uint32)), edges=_fixed(order))


def _places(given: ArrayLike | None, nodes: int, name: str) -> Array | None:
    if given is None:
        return None
    array = np.asarray(given, dtype=np.float64)
    if array.shape != (nodes,) or not np.isfinite(array).all():
        raise RoadError(f"the {name}", rule="each node needs one that is known", remedy="give one for each, or none")
    return _fixed(array.copy())


def _first_outside(ends: Array, nodes: int) -> int:
    if not np.issubdtype(ends.dtype, np.integer):
        return 0
    return int(np.flatnonzero((ends < 0) | (ends >= nodes))[0])


def _fixed(array: Array) -> Array:
    array.flags.writeable = False
    return array
