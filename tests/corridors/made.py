"""Small graphs for the tests of this room, and what is true of them by trying everything."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from hypothesis import strategies as st

from clearway.corridors.graph import Graph, graph_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A graph with two costs for each edge."""

    graph: Graph
    time: Sequence[int]
    risk: Sequence[int]


@st.composite
def made(draw: st.DrawFn, most_nodes: int = 7, most_edges: int = 20, most_cost: int = 6) -> Made:
    """Any graph, with parallel edges, loops, islands and costs of 0."""
    nodes = draw(st.integers(2, most_nodes))
    node, cost = st.integers(0, nodes - 1), st.integers(0, most_cost)
    edges = draw(st.lists(st.tuples(node, node, cost, cost), max_size=most_edges))
    tails, heads, time, risk = ([edge[i] for edge in edges] for i in range(4))
    graph = graph_of(np.array(tails, int), np.array(heads, int), nodes=nodes)
    return Made(graph=graph, time=time, risk=risk)


def best_pairs(case: Made, source: int, target: int) -> list[tuple[int, int]]:
    """The Pareto-best costs, by widening the sets of all nodes until nothing changes."""
    sets: list[set[tuple[int, int]]] = [set() for _ in range(case.graph.nodes)]
    sets[source] = {(0, 0)}
    changed = True
    while changed:
        changed = False
        for edge, (tail, head) in enumerate(zip(case.graph.tails, case.graph.heads, strict=True)):
            new = {(time + case.time[edge], risk + case.risk[edge]) for time, risk in sets[tail]}
            kept = undominated(sets[head] | new)
            changed = changed or kept != sets[head]
            sets[head] = kept
    return sorted(sets[target])


def undominated(pairs: set[tuple[int, int]]) -> set[tuple[int, int]]:
    """Those that no other is as good as in both."""
    return {p for p in pairs if not any(q != p and q[0] <= p[0] and q[1] <= p[1] for q in pairs)}


def grid(side: int) -> Graph:
    """A square of streets, both ways, nodes in rows."""
    tails, heads = [], []
    for row in range(side):
        for column in range(side):
            here = row * side + column
            for there in ([here + 1] if column + 1 < side else []) + ([here + side] if row + 1 < side else []):
                tails += [here, there]
                heads += [there, here]
    return graph_of(np.array(tails), np.array(heads), nodes=side * side)
