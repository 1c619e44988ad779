"""A graph weighed twice, by time and by risk, laid out for the search of fronts."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from clearway.corridors.graph import BLOCKED, Array, Graph, check_node, whole_costs
from clearway.errors import RoadError

HALF = 2**31
"""Two costs share one whole number of 64 bits, so that neither may reach this, along a path neither."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Weighed:
    """Time and risk of each edge in whole numbers, `BLOCKED` where it is not to be used.

    `legs` holds end, time and risk in the order of `graph.forward`; `time_first` and `risk_first` both costs in one
    number in the order of `graph.back`.
    """

    graph: Graph
    time: Array
    risk: Array
    legs: Array
    time_first: Array
    risk_first: Array


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Bounds:
    """What is still to go from each node to `target`: the fastest way's time and risk, the safest way's risk and time.

    Nodes that no way of the front can pass are left out. `slowest` is the time of the safest way from `source`.
    """

    source: int
    target: int
    fastest: Array
    safest: Array
    by_fastest: Array
    by_safest: Array
    slowest: int


def weigh(graph: Graph, time: ArrayLike, risk: ArrayLike, *, avoid: Array | None = None) -> Weighed:
    """The graph with both costs; raises `RoadError` where one is negative, unknown, no whole number or too large."""
    costs = [whole_costs(graph, time, what="time", avoid=avoid), whole_costs(graph, risk, what="risk", avoid=avoid)]
    for cost, what in zip(costs, ("time", "risk"), strict=True):
        if len(cost) and cost.max() >= HALF:
            raise _too_large(f"edge {int(cost.argmax())}", what)
    first, second = costs
    ahead, back = graph.forward, graph.back
    legs = np.empty((graph.edges, 3), np.int32)
    legs[:, 0], legs[:, 1], legs[:, 2] = ahead.ends, first[ahead.edges], second[ahead.edges]
    return Weighed(
        graph=graph,
        time=first,
        risk=second,
        legs=legs,
        time_first=_pairs(first, second)[back.edges],
        risk_first=_pairs(second, first)[back.edges],
    )


def bounds(weighed: Weighed, source: int, target: int) -> Bounds | None:
    """What is still to go from each node that a way of the front can pass, `None` where no way leads to the target."""
    from clearway.corridors.shortest_code import LOW, UNREACHED, open_pairs, settle_pairs

    graph = weighed.graph
    start, goal = check_node(graph, source, what="source"), check_node(graph, target, what="target")
    rows = graph.back
    fast, safe = open_pairs(rows.starts, goal), open_pairs(rows.starts, goal)
    size, large = settle_pairs(rows.starts, rows.ends, weighed.time_first, fast, 1, start, HALF)
    if fast[0][start] != UNREACHED:
        riskiest = int(fast[0][start] & LOW)
        _, larger = settle_pairs(rows.starts, rows.ends, weighed.risk_first, safe, 1, -1, riskiest)
        slowest = int(safe[0][start] & LOW)
        _, largest = settle_pairs(rows.starts, rows.ends, weighed.time_first, fast, size, -1, slowest)
        large = large or larger or largest
    if large:
        raise _too_large("a path", "time or risk")
    if fast[0][start] == UNREACHED:
        return None
    return Bounds(
        source=start,
        target=goal,
        fastest=fast[0],
        safest=safe[0],
        by_fastest=fast[1],
        by_safest=safe[1],
        slowest=slowest,
    )


def _pairs(first: Array, second: Array) -> Array:
    return np.where(first == BLOCKED, BLOCKED, first << 32 | second)


def _too_large(subject: str, what: str) -> RoadError:
    return RoadError(subject, rule=f"its {what} is {HALF:,} or more", remedy="count in larger units")
