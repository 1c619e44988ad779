"""A question asked again when the danger of a leg has changed, and answered by looking only where that matters."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from clearway.corridors.corners import open_corners, round_edge, standing
from clearway.corridors.fronts import Front, joined, pareto, pareto_within
from clearway.corridors.graph import BLOCKED, Array, Rows
from clearway.corridors.shortest import one_to_one
from clearway.corridors.wanted import MANY, ways_under
from clearway.corridors.weighed import HALF, Bounds, Weighed, bounds
from clearway.errors import RoadError


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Asked:
    """The front between two nodes, with the weighing that it is true for."""

    weighed: Weighed
    source: int
    target: int
    front: Front


def ask(weighed: Weighed, source: int, target: int) -> Asked:
    """The front; raises `RoadError` as `pareto` does."""
    return Asked(weighed=weighed, source=source, target=target, front=pareto(weighed, source, target))


def ask_again(asked: Asked, risks: Mapping[int, int]) -> Asked:
    """The same question with the risk of some edges changed; the front is exact, as if asked anew.

    A rise on edges that no way of the front uses changes nothing, since all other ways only get worse; a fall matters
    only where a way by the edge could beat the front. Else the ways of the front stand with their new risks, and what
    could be better than they are is sought where there may be such a way. Raises `RoadError` for an edge or a risk that
    cannot be.
    """
    edges = np.array(list(risks), np.int64)
    new = np.array(list(risks.values()), np.int64)
    old = asked.weighed
    if len(edges) and not (edges.min() >= 0 and edges.max() < old.graph.edges):
        rule = f"the graph has edges 0 to {old.graph.edges - 1}"
        raise RoadError(f"edge {edges.max()}", rule=rule, remedy="name one of these")
    open_edges = old.risk[edges] != BLOCKED
    edges, new = edges[open_edges], new[open_edges]
    weighed, front = _changed(old, edges, new), asked.front
    moved = new != old.risk[edges]
    edges, new = edges[moved], new[moved]
    if front.truncated or not len(front) or not len(edges):
        same = not len(front) or not len(edges)
        return replace(asked, weighed=weighed, front=front if same else pareto(weighed, asked.source, asked.target))
    more = _more(front, edges, new - old.risk[edges])
    falls = bool((new < old.risk[edges]).any())
    if not falls and not more.any():
        return replace(asked, weighed=weighed)
    # ways by a single road that got worse are all worse by as much: the best of them are known, and others are sought
    alone = not falls and _are_one_road(old, edges, new)
    sought = _without(weighed, edges) if alone else weighed
    to_go = bounds(sought, asked.source, asked.target)
    if falls and to_go and not more.any() and len(edges) == 1 and not _could_beat(weighed, to_go, front, edges):
        return replace(asked, weighed=weighed)
    known, shut = standing(front, more)
    if to_go is None:
        return replace(asked, weighed=weighed, front=known)
    gone = max(edges.tolist(), key=lambda edge: int((front.edges == edge).sum())) if alone else None
    return replace(asked, weighed=weighed, front=_bettered(asked, sought, to_go, known, shut & (not falls), gone))


def _bettered(asked: Asked, sought: Weighed, to_go: Bounds, known: Front, shut: Array, gone: int | None) -> Front:
    """What is known of the front, and the ways that are better than it; `gone` is an edge that is not in `sought`."""
    corners = open_corners(known, shut, (known.time[:0], known.risk[:0]), to_go)
    if not len(corners[0]):
        return known
    front = asked.front
    is_long = front.labels >= MANY
    if is_long and gone is not None:
        corners = open_corners(known, shut, round_edge(front, asked.weighed, sought, gone), to_go)
    return joined([known, pareto_within(sought, to_go, wanted=ways_under(sought, to_go, corners, summing=is_long))])


def _are_one_road(weighed: Weighed, edges: Array, new: Array) -> bool:
    """Whether these are one edge, or the two directions of a road by which nobody goes both, worse by as much."""
    if len(edges) != 2:
        return len(edges) == 1
    tails, heads = weighed.graph.tails[edges], weighed.graph.heads[edges]
    return bool((tails == heads[::-1]).all() and np.ptp(new - weighed.risk[edges]) == 0)


def _more(front: Front, edges: Array, rise: Array) -> Array:
    """By how much the risk of each way of a front rises where that of some edges does."""
    more = np.zeros(len(front.edges), np.int64)
    for edge, by in zip(edges.tolist(), rise.tolist(), strict=True):
        more[front.edges == edge] = by
    found: Array = np.diff(np.concatenate([[0], np.cumsum(more)])[front.starts])
    return found


def _without(weighed: Weighed, edges: Array) -> Weighed:
    """The weighing without some edges, laid out anew only where these are."""
    blocked = _changed(weighed, edges, np.full(len(edges), HALF - 1))
    graph = weighed.graph
    for edge in edges.tolist():
        blocked.legs[_place(graph.forward, int(graph.tails[edge]), edge), 1:] = BLOCKED
        at = _place(graph.back, int(graph.heads[edge]), edge)
        blocked.time_first[at] = blocked.risk_first[at] = BLOCKED
    return blocked


def _could_beat(weighed: Weighed, to_go: Bounds, front: Front, edges: Array) -> bool:
    """Whether a way by one of the edges could be better than the front, by the least of each cost that it needs."""
    from clearway.corridors.shortest_code import SHIFT, UNREACHED

    graph = weighed.graph
    avoid = weighed.time == BLOCKED
    for edge in edges.tolist():
        tail, head = int(graph.tails[edge]), int(graph.heads[edge])
        least = []
        for costs, further in ((weighed.time, to_go.fastest), (weighed.risk, to_go.safest)):
            if further[head] == UNREACHED:
                break
            way = one_to_one(graph, np.where(avoid, 0, costs), to_go.source, tail, avoid=avoid)
            if way is None:
                break
            least.append(way.cost + int(costs[edge]) + int(further[head] >> SHIFT))
        else:
            at = int(np.searchsorted(front.time, least[0], side="right")) - 1
            if at < 0 or least[1] < front.risk[at]:
                return True
    return False


def _changed(weighed: Weighed, edges: Array, new: Array) -> Weighed:
    """The weighing with other risks, laid out anew only where these are."""
    graph = weighed.graph
    if len(new) and (new.min() < 0 or new.max() >= HALF):
        at = int(edges[(new < 0) | (new >= HALF)][0])
        raise RoadError(f"edge {at}", rule=f"its risk has to be 0 to {HALF - 1:,}", remedy="mend it at its source")
    risk = weighed.risk.copy()
    risk[edges] = new
    legs, time_first, risk_first = weighed.legs.copy(), weighed.time_first.copy(), weighed.risk_first.copy()
    for edge, value in zip(edges.tolist(), new.tolist(), strict=True):
        time = int(weighed.time[edge])
        legs[_place(graph.forward, int(graph.tails[edge]), edge), 2] = value
        at = _place(graph.back, int(graph.heads[edge]), edge)
        time_first[at], risk_first[at] = time << 32 | value, value << 32 | time
    return replace(weighed, risk=risk, legs=legs, time_first=time_first, risk_first=risk_first)


def _place(rows: Rows, node: int, edge: int) -> int:
    """Where an edge stands among those of its node."""
    start, end = int(rows.starts[node]), int(rows.starts[node + 1])
    return start + int(np.flatnonzero(rows.edges[start:end] == edge)[0])
