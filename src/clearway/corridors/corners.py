"""What is known of a front after a change, and the corners under which better ways could still lie."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from clearway.corridors.fronts import Front, pareto, part_of
from clearway.corridors.graph import Array
from clearway.corridors.weighed import Bounds, Weighed

REACHES = (10, 40)
"""How many edges before and after one that got worse a way may be left, when ways round it are tried."""
MOST_PARTS = 3
"""Of the parts of ways around the edge, so many that most ways have are tried."""

Costs = tuple[Array, Array]
"""Times and risks."""


def standing(front: Front, more: Array) -> tuple[Front, Array]:
    """The ways of a front that are still best among themselves with so `more` risk, and where no other can follow.

    Between two ways that followed each other and stay as they were, there is none that only got worse.
    """
    known = replace(front, risk=front.risk + more)
    kept = np.flatnonzero(np.concatenate([[True], np.diff(np.minimum.accumulate(known.risk)) < 0]))
    same = more[kept] == 0
    shut = np.append(same[:-1] & same[1:] & (np.diff(kept) == 1), False)
    return part_of(known, kept), shut


def round_edge(front: Front, weighed: Weighed, sought: Weighed, edge: int) -> Costs:
    """Times and risks of ways that leave ways of a front before an edge and come back behind it.

    `weighed` is what the front is of, `sought` the same without the edge.
    """
    graph = sought.graph
    at = np.flatnonzero(front.edges == edge)
    way = np.searchsorted(front.starts, at, side="right") - 1
    totals = [(whole, np.concatenate([[0], np.cumsum(costs[front.edges])])) for whole, costs in _pairs(front, weighed)]
    times, risks = [np.empty(0, np.int64)], [np.empty(0, np.int64)]
    for reach in REACHES:
        first = np.maximum(at - reach, front.starts[way])
        after = np.minimum(at + reach + 1, front.starts[way + 1])
        ends = np.column_stack([graph.tails[front.edges[first]], graph.heads[front.edges[after - 1]]])
        for (tail, head), some in _commonest(ends):
            instead = pareto(sought, tail, head)
            for found, (whole, total), costs in zip((times, risks), totals, (instead.time, instead.risk), strict=True):
                left = whole[way[some]] - total[after[some]] + total[first[some]]
                found.append((left[:, None] + costs).ravel())
    return np.concatenate(times), np.concatenate(risks)


def open_corners(known: Front, shut: Array, reachable: Costs, to_go: Bounds) -> Costs:
    """The longest time and the highest risk of what could still be better than each way and the next, where any.

    Beside the ways that are known, `reachable` has the costs of others, which are themselves still to be found.
    """
    from clearway.corridors.shortest_code import SHIFT

    times = np.concatenate([known.time, reachable[0]])
    risks = np.concatenate([known.risk - 1, reachable[1]])
    order = np.lexsort((risks, times))
    least = np.minimum.accumulate(risks[order])
    kept = order[np.concatenate([[True], least[1:] < least[:-1]])]
    ends = np.append(times[kept][1:] - 1, max(to_go.slowest, int(known.time[-1])))
    shut = np.concatenate([shut, np.zeros(len(reachable[0]), bool)])[kept]
    is_open = ~shut & (risks[kept] >= int(to_go.safest[to_go.source] >> SHIFT))
    return ends[is_open], risks[kept][is_open]


def _pairs(front: Front, weighed: Weighed) -> tuple[Costs, Costs]:
    return (front.time, weighed.time), (front.risk, weighed.risk)


def _commonest(ends: Array) -> Iterator[tuple[list[int], Array]]:
    """The pairs of ends that are there most often, each with its rows."""
    pairs, of, counts = np.unique(ends, axis=0, return_inverse=True, return_counts=True)
    for place in np.argsort(-counts, kind="stable")[:MOST_PARTS].tolist():
        yield pairs[place].tolist(), np.flatnonzero(of.reshape(-1) == place)
