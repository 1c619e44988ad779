"""All Pareto-best ways between two nodes by time and risk, one for each pair of costs."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from clearway.corridors.graph import Array
from clearway.corridors.wanted import Wanted, all_ways
from clearway.corridors.weighed import Bounds, Weighed, bounds
from clearway.errors import RoadError

MOST_PATHS = 10_000
MOST_LABELS = 2**24
"""Those that wait and those that were expanded; at 20 bytes each, and half as much again while they move: 500 MB."""
MOST_TIMES = 2**25
"""The queue has a place of 4 bytes for each whole time between the fastest and the safest way."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Front:
    """Ways from fastest to safest: `time` rises, `risk` falls; the edges of all of them lie in one array.

    Where `truncated`, the search was cut: all but the last are the fastest of the front in order, and the last is the
    safest; what lies between was not looked at. `labels` is how many partial ways the search for it expanded.
    """

    time: Array
    risk: Array
    starts: Array
    edges: Array
    truncated: bool = False
    labels: int = 0

    def __len__(self) -> int:
        return len(self.time)

    @property
    def told(self) -> str:
        """How many ways there are, and whether that is all."""
        return f"front truncated at {len(self)}" if self.truncated else f"{len(self)} Pareto-best"

    def path(self, at: int) -> Array:
        """The edges of one way in order."""
        edges: Array = self.edges[self.starts[at] : self.starts[at + 1]]
        return edges


def pareto(
    weighed: Weighed, source: int, target: int, *, most_paths: int = MOST_PATHS, most_labels: int = MOST_LABELS
) -> Front:
    """The exact front, empty where no way leads to the target; cut at `most_paths` or `most_labels`.

    Raises `RoadError` where the source or the target is no node, or costs are too large to count.
    """
    to_go = bounds(weighed, source, target)
    return none() if to_go is None else pareto_within(weighed, to_go, most_paths=most_paths, most_labels=most_labels)


def pareto_within(
    weighed: Weighed,
    to_go: Bounds,
    *,
    wanted: Wanted | None = None,
    most_paths: int = MOST_PATHS,
    most_labels: int = MOST_LABELS,
) -> Front:
    """The same with what is to go already known, and of the front only ways that are wanted."""
    from clearway.corridors.fronts_code import node_table, paths, search
    from clearway.corridors.shortest_code import LOW, SHIFT

    graph = weighed.graph
    if wanted is None:
        wanted = all_ways(to_go)
    span = wanted.slowest - int(to_go.fastest[to_go.source] >> SHIFT)
    if span >= MOST_TIMES:
        rule = f"the safest way takes {span:,} units of time longer than the fastest"
        raise RoadError(f"from node {to_go.source} to {to_go.target}", rule=rule, remedy="count time in larger units")
    table = node_table(to_go.fastest, to_go.safest)
    limits = (wanted.slowest, wanted.riskiest, max(2, most_labels), max(2, most_paths))
    rows, trail, cut = search(
        graph.forward.starts, weighed.legs, table, to_go.source, limits, wanted.ceiling, wanted.cuts
    )
    if cut:
        safest = to_go.safest[to_go.source]
        rows = np.vstack([rows[: limits[3] - 1], np.array([[safest & LOW, safest >> SHIFT, -1, to_go.source]])])
    starts, edges = paths(
        rows,
        trail,
        (graph.forward.edges, graph.back.edges, graph.heads),
        to_go.by_fastest,
        to_go.by_safest,
        to_go.target,
    )
    return Front(time=rows[:, 0], risk=rows[:, 1], starts=starts, edges=edges, truncated=bool(cut), labels=len(trail))


def joined(fronts: Sequence[Front]) -> Front:
    """The best of the ways of several fronts, one for each pair of costs."""
    time = np.concatenate([front.time for front in fronts])
    risk = np.concatenate([front.risk for front in fronts])
    order = np.lexsort((risk, time))
    least = np.minimum.accumulate(risk[order])
    kept = order[np.concatenate([[True], least[1:] < least[:-1]])] if len(order) else order
    ways = [front.path(at) for front in fronts for at in range(len(front))]
    chosen = [ways[at] for at in kept]
    return Front(
        time=time[kept],
        risk=risk[kept],
        starts=np.concatenate([[0], np.cumsum([len(way) for way in chosen])]).astype(np.int64),
        edges=np.concatenate([np.empty(0, np.int32), *chosen]),
        truncated=any(front.truncated for front in fronts),
        labels=max((front.labels for front in fronts), default=0),
    )


def part_of(front: Front, kept: Array) -> Front:
    """Some ways of a front, by their places in it."""
    ways = [front.path(at) for at in kept.tolist()]
    return Front(
        time=front.time[kept],
        risk=front.risk[kept],
        starts=np.concatenate([[0], np.cumsum([len(way) for way in ways])]).astype(np.int64),
        edges=np.concatenate([np.empty(0, np.int32), *ways]),
        labels=front.labels,
    )


def none() -> Front:
    """The front where no way leads to the target."""
    empty = np.empty(0, np.int64)
    return Front(time=empty, risk=empty, starts=np.zeros(1, np.int64), edges=np.empty(0, np.int32))
