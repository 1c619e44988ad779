"""Least-cost ways from one node: Dijkstra's search (1959), Numerische Mathematik 1:269, with a heap."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from clearway.corridors.graph import Array, Graph, check_node, real_costs


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Reach:
    """What it costs to get from `source` to each node (infinite: no way), and the edge that reaches each (or -1)."""

    graph: Graph
    source: int
    costs: Array
    edges: Array

    def path(self, target: int) -> Array | None:
        """The edges from the source to the target in order, `None` where no way leads there."""
        node = check_node(self.graph, target, what="target")
        if not np.isfinite(self.costs[node]):
            return None
        found = []
        while node != self.source:
            edge = int(self.edges[node])
            found.append(edge)
            node = int(self.graph.tails[edge])
        return np.array(found[::-1], dtype=np.int32)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Way:
    """One way: what it costs, and its edges in order."""

    cost: float
    edges: Array


def one_to_all(graph: Graph, costs: ArrayLike, source: int, *, avoid: Array | None = None) -> Reach:
    """Least costs to all nodes; raises `RoadError` for a cost that is negative or unknown, or a source that is none."""
    return _reach(graph, real_costs(graph, costs, avoid=avoid), source, -1)


def one_to_one(graph: Graph, costs: ArrayLike, source: int, target: int, *, avoid: Array | None = None) -> Way | None:
    """The way of least cost, `None` where there is none; raises `RoadError` as `one_to_all` does."""
    goal = check_node(graph, target, what="target")
    reach = _reach(graph, real_costs(graph, costs, avoid=avoid), source, goal)
    edges = reach.path(goal)
    return None if edges is None else Way(cost=float(reach.costs[goal]), edges=edges)


def _reach(graph: Graph, costs: Array, source: int, target: int) -> Reach:
    from clearway.corridors.shortest_code import from_one

    rows = graph.forward
    start = check_node(graph, source, what="source")
    reached, by = from_one(rows.starts, rows.ends, costs[rows.edges], start, target)
    edges = np.where(by >= 0, rows.edges[by], -1) if graph.edges else by
    return Reach(graph=graph, source=start, costs=reached, edges=edges)
