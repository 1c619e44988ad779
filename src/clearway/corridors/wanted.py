"""Which ways a search is to find beyond those that are known, and by what it sees early that a label leads to none."""

from dataclasses import dataclass

import numpy as np

from clearway.corridors.graph import Array
from clearway.corridors.weighed import Bounds, Weighed

MANY = 1_000_000
"""Expanding so many labels takes as long as making the weighed sums to go, which save three quarters of them."""
STRETCHES, WEIGHTS = 12, 3
LARGEST = 2**29
"""A weighed sum of both costs stays under this, so that it has room in the upper half of a whole number."""
NO_CEILING = np.empty(0, np.int32)
Cuts = tuple[Array, Array, Array, Array]
NO_CUTS: Cuts = (
    np.empty((0, 2), np.int64), np.empty((0, 2), np.int64), np.empty((0, 0), np.int64), np.empty((0, 0), np.int32)
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Wanted:
    """Ways no slower and no riskier than these; with a `ceiling` and `cuts` as the search wants them."""

    slowest: int
    riskiest: int
    ceiling: Array
    cuts: Cuts


def all_ways(to_go: Bounds) -> Wanted:
    """The whole front: none is slower than the safest way, and none riskier than the fastest."""
    from clearway.corridors.shortest_code import LOW

    riskiest = int(to_go.fastest[to_go.source] & LOW)
    return Wanted(slowest=to_go.slowest, riskiest=riskiest, ceiling=NO_CEILING, cuts=NO_CUTS)


def ways_under(weighed: Weighed, to_go: Bounds, corners: tuple[Array, Array], *, summing: bool = False) -> Wanted:
    """Ways that lie under one of some corners: no slower than its time and no riskier than its risk.

    Times rise from corner to corner, and risks fall. With `summing`, the least weighed sum of both costs still to
    go from each node is made for a few weights. A way beyond a label has at least the sum of what is behind and what is
    to go, which tells what the least of each cost by itself does not: these two are seldom of one way.
    """
    from clearway.corridors.shortest_code import SHIFT

    times, risks = corners
    quickest = int(to_go.fastest[to_go.source] >> SHIFT)
    slowest = int(times[-1])
    next_corner = np.searchsorted(times, np.arange(quickest, slowest + 1))
    return Wanted(
        slowest=slowest,
        riskiest=int(risks[0]),
        ceiling=(risks[next_corner] + 1).astype(np.int32),
        cuts=_cuts(weighed, to_go, times, risks) if summing else NO_CUTS,
    )


def _cuts(weighed: Weighed, to_go: Bounds, times: Array, risks: Array) -> Cuts:
    """The corners in stretches, weights of both costs, the greatest sum in each stretch by each, and sums to go."""
    from clearway.corridors.fronts_code import node_table
    from clearway.corridors.sums_code import passed, sums_to_go

    begins = np.unique(np.linspace(0, len(times), STRETCHES, endpoint=False).astype(np.int64))
    ends = np.append(begins[1:], len(times)) - 1
    weights = _weights(times, risks)
    sums = weights[:, :1] * times + weights[:, 1:] * risks
    most = np.maximum.reduceat(sums, begins, axis=1)
    table = node_table(to_go.fastest, to_go.safest)
    ahead, back = weighed.graph.forward, weighed.graph.back
    inside = np.ones(weighed.graph.nodes, np.bool_)
    for column, limit in ((2, int(risks[0])), (1, int(times[-1]))):
        inside = passed(ahead.starts, weighed.legs, table, column, inside, to_go.source, limit)
    further = sums_to_go(back.starts, back.ends, weighed.time_first, weights, most.max(axis=1), inside, to_go.target)
    return np.column_stack([times[ends], risks[begins]]), weights, np.ascontiguousarray(most.T), further


def _weights(times: Array, risks: Array) -> Array:
    """A few weights of time and risk, by which one after another part of the corners' lower hull is the least."""
    hull: list[int] = []
    for at in range(len(times)):
        while len(hull) > 1 and _turns_down(times, risks, hull[-2], hull[-1], at):
            hull.pop()
        hull.append(at)
    x, y = times[hull] / (1 + np.ptp(times)), risks[hull] / (1 + np.ptp(risks))
    way = np.concatenate([[0.0], np.cumsum(np.hypot(np.diff(x), np.diff(y)))])
    marks = np.linspace(0, way[-1], WEIGHTS + 1)
    across, down = (np.diff(np.interp(marks, way, values[hull])) for values in (times, risks))
    slopes = np.maximum(np.column_stack([-down, across]), 1e-9)
    scale = LARGEST / (slopes @ [float(times[-1]) + 1, float(risks[0]) + 1])
    found: Array = np.floor(slopes * scale[:, None]).astype(np.int64)
    return found


def _turns_down(times: Array, risks: Array, one: int, two: int, three: int) -> bool:
    first = (int(times[two] - times[one]), int(risks[two] - risks[one]))
    second = (int(times[three] - times[one]), int(risks[three] - risks[one]))
    return first[0] * second[1] - first[1] * second[0] <= 0
