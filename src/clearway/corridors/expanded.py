"""Movement over time as a flow in a network that has each node once for every step; exact for whole steps.

Ford and Fulkerson (1958), Operations Research 6:419. People may wait where they set out, and nowhere else: waiting on
the way gains nothing (Hoppe and Tardos 2000, Mathematics of Operations Research 25:36). Who sets out within a step is
spread over it, so the last to arrive in step `k`, counted from 0, is there when `k + 1` steps are over.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np

from clearway.corridors.graph import Array
from clearway.corridors.movement import Movement
from clearway.errors import RoadError

OUT, START, ROOM, ARRIVE = -1, -2, -3, -4
MOST_ARCS = 20_000_000
"""About 2 GB while it is worked out."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Window:
    """From which step on each node can be reached, and how many steps it is from there to a destination."""

    early: Array
    late: Array


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Expanded:
    """A movement over so many steps: arcs with what they take, the step of each, and the caller's edge.

    Arcs that are no edge have a number below 0 instead: `OUT` of the people of each origin, `START` of those who set
    out in a step, `ARRIVE` of those who come in a step, `ROOM` of each destination. Node 0 is the source, 1 the sink.
    """

    horizon: int
    nodes: int
    tails: Array
    heads: Array
    takes: Array
    edges: Array
    steps: Array


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Flow:
    """The most that arrives, what each arc carries, and the arcs of a least cut."""

    network: Expanded
    amount: int
    carried: Array
    cut: Array


def window(moving: Movement) -> Window:
    """When each node can matter at all."""
    from clearway.corridors.planner_code import to_go

    graph, ahead, back = moving.graph, moving.graph.forward, moving.graph.back
    out = moving.origins[moving.people > 0]
    into = moving.destinations[moving.rooms != 0]
    return Window(
        early=to_go(ahead.starts, ahead.edges, graph.heads, moving.steps, moving.rate, out),
        late=to_go(back.starts, back.edges, graph.tails, moving.steps, moving.rate, into),
    )


def expand(moving: Movement, within: Window, horizon: int) -> Expanded:
    """The network of so many steps; raises `RoadError` where it is too large to work out."""
    early, late, steps = within.early, within.late, moving.steps
    tail, head = moving.graph.tails, moving.graph.heads
    copies = np.maximum(0, horizon - early - late)
    spans = np.where(moving.rate > 0, np.maximum(0, horizon - late[head] - steps - early[tail]), 0)
    if spans.sum() > MOST_ARCS:
        raise RoadError(
            f"{moving.graph.edges:,} edges over {horizon:,} steps",
            rule=f"{spans.sum():,} arcs are too many for an exact answer",
            remedy="take longer steps, or the quick planner",
        )
    first = 2 + len(moving.origins) + len(moving.destinations) + np.cumsum(copies) - copies
    edges, after = np.repeat(np.arange(len(spans)), spans), _counted(spans)
    leaves = after + early[tail[edges]]
    arrives = leaves + steps[edges] - early[head[edges]]
    roads = first[tail[edges]] + after, first[head[edges]] + arrives, moving.rate[edges], edges, leaves
    parts: list[tuple[Array, ...]] = [roads]
    everybody = int(moving.people.sum())
    ends = (moving.origins, moving.people, OUT, START), (moving.destinations, moving.rooms, ROOM, ARRIVE)
    for side, (nodes, amounts, whole, single) in enumerate(ends):
        own = 2 + np.arange(len(nodes)) + side * len(moving.origins)
        parts.append(_arcs(np.full(len(nodes), side), own, np.where(amounts < 0, everybody, amounts), whole))
        owners, nth = np.repeat(np.arange(len(nodes)), copies[nodes]), _counted(copies[nodes])
        inside = first[nodes[owners]] + nth
        single_steps = nth + early[nodes[owners]]
        parts.append(_arcs(own[owners], inside, np.full(len(owners), everybody), single, single_steps))
    columns = [np.concatenate([part[i] for part in parts]) for i in range(5)]
    turned = columns[3] <= ROOM
    return Expanded(
        horizon=horizon,
        nodes=2 + len(moving.origins) + len(moving.destinations) + int(copies.sum()),
        tails=np.where(turned, columns[1], columns[0]),
        heads=np.where(turned, columns[0], columns[1]),
        takes=columns[2],
        edges=columns[3],
        steps=columns[4],
    )


def standing(moving: Movement, takes: Array) -> Flow:
    """The most that flows at once, or in the end, with what each edge `takes`: a network of no steps.

    Origins give and destinations take what they have, unless `takes` is what passes in a step (`moving.rate`).
    """
    everybody = int(moving.people.sum())
    limited = takes is not moving.rate
    people = moving.people if limited else np.where(moving.people > 0, everybody, 0)
    rooms = np.where((moving.rooms < 0) | ((moving.rooms > 0) & (not limited)), everybody, moving.rooms)
    graph = moving.graph
    parts = [
        (graph.tails + 2, graph.heads + 2, takes, np.arange(graph.edges), np.zeros(graph.edges, np.int64)),
        _arcs(np.zeros(len(people), np.int64), moving.origins + 2, people, OUT),
        _arcs(moving.destinations + 2, np.ones(len(rooms), np.int64), rooms, ROOM),
    ]
    tails, heads, room, edges, steps = (np.concatenate([part[i] for part in parts]) for i in range(5))
    return most(
        Expanded(horizon=0, nodes=graph.nodes + 2, tails=tails, heads=heads, takes=room, edges=edges, steps=steps)
    )


def movable(moving: Movement) -> Flow:
    """How many can get out at all, however long it takes."""
    return standing(moving, np.where(moving.rate > 0, int(moving.people.sum()), 0))


def most(network: Expanded) -> Flow:
    """A maximum flow and a minimum cut of the network, by OR-Tools (push-relabel)."""
    from ortools.graph.python.max_flow import SimpleMaxFlow

    solver: Any = SimpleMaxFlow()
    arcs = solver.add_arcs_with_capacity(
        network.tails.astype(np.int32), network.heads.astype(np.int32), network.takes.astype(np.int64)
    )
    status = solver.solve(0, 1)
    if status != solver.OPTIMAL:
        raise RoadError("the movement", rule=f"no maximum flow was found ({status})", remedy="take longer steps")
    near = np.zeros(network.nodes, np.bool_)
    near[np.array(solver.get_source_side_min_cut(), np.int64)] = True
    return Flow(
        network=network,
        amount=int(solver.optimal_flow()),
        carried=solver.flows(arcs),
        cut=np.flatnonzero(near[network.tails] & ~near[network.heads]),
    )


def _arcs(outer: Array, inner: Array, takes: Array, kind: int, steps: Array | None = None) -> tuple[Array, ...]:
    """Columns of arcs between the source or sink side and the roads, written outward first."""
    count = len(outer)
    return outer, inner, takes, np.full(count, kind), np.full(count, -1) if steps is None else steps


def _counted(counts: Array) -> Array:
    """0, 1, 2 ... for each of the counts, in one row."""
    total: Array = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
    return total
