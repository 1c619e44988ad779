"""New York's roads of the ninth DIMACS challenge: the graph, the queries of BOA*, and movements on parts of it."""

import gzip
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from clearway.corridors.graph import Array, Graph, graph_of
from clearway.corridors.movement import Movement, movement

GRAPHS = "roads/dimacs9-NY"
DISTANCE, TIME = f"{GRAPHS}/USA-road-d.NY.gr.gz", f"{GRAPHS}/USA-road-t.NY.gr.gz"
QUERIES, COUNTS = "roads/boa-queries/NY-queries", "roads/boa-queries/NY-reference-counts.txt"
FILES = (DISTANCE, TIME, QUERIES, COUNTS)
SEEDS = tuple(range(1000, 264_346, 26_434))
"""The nodes, counted from 0, that the ten parts are cut around."""
ORIGINS = 10
HOURLY = 600 * 4
"""People an hour on each road: 600 vehicles (TRB 11-4115), one lane, four people each."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class NewYork:
    """The graph with the length and time of each edge in the challenge's units (tenths of a second for time)."""

    graph: Graph
    distance: Array
    time: Array


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """A pair of nodes, and how many Pareto-best ways the authors' own program found."""

    source: int
    target: int
    count: int


def new_york(data: Path) -> NewYork:
    """All of it."""
    distance, time = (_arcs(data / name) for name in (DISTANCE, TIME))
    nodes = int(distance[:, :2].max())
    graph = graph_of(distance[:, 0] - 1, distance[:, 1] - 1, nodes=nodes)
    return NewYork(graph=graph, distance=distance[:, 2], time=time[:, 2])


def queries(data: Path) -> list[Query]:
    """The pairs of the paper with their counts, as they stand in the two files."""
    pairs = [[int(word) for word in line.split()] for line in (data / QUERIES).read_text("utf-8").splitlines() if line]
    counts = [line.split(";") for line in (data / COUNTS).read_text("utf-8").splitlines() if line]
    known = {(int(row[0]), int(row[1])): int(row[2]) for row in counts}
    return [Query(source=a - 1, target=b - 1, count=known[a, b]) for a, b in pairs]


def same_road(city: NewYork, edge: int) -> list[int]:
    """The edge and its other direction: those between the same two nodes with the same costs."""
    graph, pair = city.graph, {int(city.graph.tails[edge]), int(city.graph.heads[edge])}
    ends = np.isin(graph.tails, list(pair)) & np.isin(graph.heads, list(pair)) & (graph.tails != graph.heads)
    found: list[int] = np.flatnonzero(
        ends & (city.time == city.time[edge]) & (city.distance == city.distance[edge])
    ).tolist()
    return found


def part(city: NewYork, seed: int, nodes: int) -> tuple[Graph, Array, list[int]]:
    """So many nodes around one by breadth-first search: the graph, seconds by edge, and nodes with a road out."""
    rows, order, new = city.graph.forward, [seed], {seed: 0}
    for node in order:
        for end in rows.ends[rows.starts[node] : rows.starts[node + 1]].tolist():
            if end not in new and len(order) < nodes:
                new[end] = len(order)
                order.append(end)
    number = np.full(city.graph.nodes, -1)
    number[order] = np.arange(len(order))
    tails, heads = number[city.graph.tails], number[city.graph.heads]
    inside = (tails >= 0) & (heads >= 0)
    exits = np.unique(tails[(tails >= 0) & (heads < 0)]).tolist()
    return graph_of(tails[inside], heads[inside], nodes=len(order)), city.time[inside] / 10, exits


def leaving(city: NewYork, seed: int, nodes: int, *, people: int, step: int, one_exit: bool) -> Movement:
    """People of ten nodes, drawn by the seed, who leave a part by all its exits, or by the one found last."""
    graph, seconds, exits = part(city, seed, nodes)
    goals = exits[-1:] if one_exit else exits
    others = sorted(set(range(nodes)) - set(goals))
    drawn = np.random.default_rng(seed).choice(others, ORIGINS, replace=False).tolist()
    return movement(
        graph,
        seconds=seconds,
        hourly=np.full(graph.edges, HOURLY),
        origins=dict.fromkeys(drawn, people // ORIGINS),
        destinations=dict.fromkeys(goals),
        step=step,
    )


def _arcs(file: Path) -> Array:
    with gzip.open(file, "rt", encoding="ascii") as lines:
        return np.array([line.split()[1:] for line in lines if line.startswith("a ")], dtype=np.int64)
