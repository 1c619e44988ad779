"""Small movements of people for tests, and how long each takes by a linear programme over all edges and steps."""

from collections.abc import Mapping

import numpy as np
from hypothesis import strategies as st
from scipy.optimize import linprog
from scipy.sparse import coo_matrix
from tests.corridors.made import made

from clearway.corridors.movement import HOUR, Movement, movement

MINUTE = 60


def per_minute(people: int) -> int:
    """As many an hour."""
    return people * MINUTE


@st.composite
def crowds(draw: st.DrawFn) -> Movement:
    """Any small network with one or two origins and destinations; people, room and edges may be 0."""
    case = draw(made(most_nodes=6, most_edges=12, most_cost=3))
    nodes = draw(st.permutations(range(case.graph.nodes)))
    split = draw(st.integers(1, min(2, len(nodes) - 1)))
    goals = nodes[split : split + draw(st.integers(1, 2))]
    return movement(
        case.graph,
        seconds=np.array(case.time, float) * HOUR,
        hourly=case.risk,
        origins={node: draw(st.integers(0, 9)) for node in nodes[:split]},
        destinations={node: draw(st.none() | st.integers(0, 9)) for node in goals},
        step=HOUR,
    )


def arrives_by(moving: Movement, horizon: int) -> float:
    """The most people who arrive within so many steps, waiting allowed everywhere."""
    graph, names, rows = moving.graph, {}, []

    def column(*name: object) -> int:
        return names.setdefault(name, len(names))

    upper: dict[int, float] = {}
    for step in range(horizon):
        for edge in range(graph.edges):
            if step + moving.steps[edge] < horizon:
                at = column("edge", edge, step)
                upper[at] = float(moving.rate[edge])
                rows += [(("node", int(graph.tails[edge]), step), at, -1.0)]
                rows += [(("node", int(graph.heads[edge]), step + int(moving.steps[edge])), at, 1.0)]
        for node in range(graph.nodes):
            if step + 1 < horizon:
                at = column("wait", node, step)
                rows += [(("node", node, step), at, -1.0), (("node", node, step + 1), at, 1.0)]
        for node in moving.origins.tolist():
            rows += [(("node", node, step), column("out", node, step), 1.0)]
        for node in moving.destinations.tolist():
            rows += [(("node", node, step), column("in", node, step), -1.0)]
    if not names:
        return 0.0
    return _solved(names, rows, upper, moving)


def fewest_steps(moving: Movement) -> tuple[int, float]:
    """How many steps until all who can are out, and how many these are, by trying one horizon after the other."""
    longest = int(moving.steps.sum()) + int(moving.people.sum()) + 2
    everybody = arrives_by(moving, longest)
    return next(h for h in range(longest + 1) if arrives_by(moving, h) >= everybody - 1e-6), everybody


def _solved(
    names: Mapping[tuple[object, ...], int],
    rows: list[tuple[tuple[object, ...], int, float]],
    upper: dict[int, float],
    moving: Movement,
) -> float:
    balance: dict[tuple[object, ...], int] = {}
    for name, _, _ in rows:
        balance.setdefault(name, len(balance))
    equal = coo_matrix(
        ([value for _, _, value in rows], ([balance[name] for name, _, _ in rows], [at for _, at, _ in rows])),
        shape=(len(balance), len(names)),
    )
    limits, bounds = [], []
    for kind, nodes, amounts in (
        ("out", moving.origins, moving.people),
        ("in", moving.destinations, moving.rooms),
    ):
        for node, amount in zip(nodes.tolist(), amounts.tolist(), strict=True):
            if amount >= 0:
                limits.append([1.0 if name[:2] == (kind, node) else 0.0 for name in names])
                bounds.append(float(amount))
    goal = [-1.0 if name[0] == "in" else 0.0 for name in names]
    found = linprog(
        goal,
        A_ub=limits or None,
        b_ub=bounds or None,
        A_eq=equal,
        b_eq=[0.0] * len(balance),
        bounds=[(0, upper.get(at)) for at in range(len(names))],
    )
    return float(-found.fun)
