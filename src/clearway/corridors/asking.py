"""A question asked again when the danger of a leg has changed, and answered by looking only where that matters."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

import numpy as np

from clearway.corridors.fronts import Front, joined, pareto, pareto_within
from clearway.corridors.graph import BLOCKED, Array, Rows
from clearway.corridors.shortest import one_to_one
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

    A rise on edges that no way of the front uses changes nothing, since all other ways only get worse. Else ways
    without these edges stay, and new ones are sought in the gaps between them. A fall matters only where a way by the
    edge could beat the front. Raises `RoadError` for an edge or a risk that cannot be.
    """
    edges = np.array(list(risks), np.int64)
    new = np.array(list(risks.values()), np.int64)
    old = asked.weighed
    if len(edges) and not (edges.min() >= 0 and edges.max() < old.graph.edges):
        rule = f"the graph has edges 0 to {old.graph.edges - 1}"
        raise RoadError(f"edge {edges.max()}", rule=rule, remedy="name one of these")
    open_edges = old.risk[edges] != BLOCKED
    edges, new = edges[open_edges], new[open_edges]
    before = old.risk[edges]
    weighed = _changed(old, edges, new)
    front = asked.front
    if front.truncated or not len(front) or not (new != before).any():
        same = not len(front) or not (new != before).any()
        return replace(asked, weighed=weighed, front=front if same else pareto(weighed, asked.source, asked.target))
    touched = np.isin(front.edges, edges)
    used = np.diff(np.concatenate([[0], np.cumsum(touched)])[front.starts])
    kept = np.flatnonzero(used == 0)
    falls = bool((new < before).any())
    if len(kept) == len(front) and not falls:
        return replace(asked, weighed=weighed)
    to_go = bounds(weighed, asked.source, asked.target)
    if to_go is None:
        raise RoadError("the front", rule="it has ways where there are none now", remedy="ask anew")
    if not falls:
        return replace(asked, weighed=weighed, front=joined([_part(front, kept), *_gaps(weighed, to_go, front, kept)]))
    if len(kept) == len(front) and not (new > before).any() and not _could_beat(weighed, to_go, front, edges):
        return replace(asked, weighed=weighed)
    return replace(asked, weighed=weighed, front=pareto_within(weighed, to_go))


def _gaps(weighed: Weighed, to_go: Bounds, front: Front, kept: Array) -> Iterator[Front]:
    """What is best now between each two ways that stay, and beyond the first and the last."""
    ends = np.concatenate([[-1], kept, [len(front)]])
    for before, after in zip(ends[:-1].tolist(), ends[1:].tolist(), strict=True):
        if after - before > 1:
            slowest = int(front.time[after]) - 1 if after < len(front) else None
            riskiest = int(front.risk[before]) - 1 if before >= 0 else None
            yield pareto_within(weighed, to_go, slowest=slowest, riskiest=riskiest)


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


def _part(front: Front, kept: Array) -> Front:
    ways = [front.path(at) for at in kept.tolist()]
    return Front(
        time=front.time[kept],
        risk=front.risk[kept],
        starts=np.concatenate([[0], np.cumsum([len(way) for way in ways])]).astype(np.int64),
        edges=np.concatenate([np.empty(0, np.int32), *ways]),
    )
