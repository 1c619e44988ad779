"""A customised hierarchy of two costs on New York beside the bounded search: one road worse, the whole front again.

Nodes are taken out by least degree (Dibbelt, Strasser and Wagner 2016 take them out by nested dissection, which changes
the order and not what a shortcut is). A customisable hierarchy may leave no shortcut out by looking for a better way
around, since any weight may change; so a shortcut keeps every way through the nodes taken out that no other beats on
time and length together. The core that is left is searched as any graph is.
"""

import heapq
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain
from statistics import median

import numpy as np

from benchmarks.corridors import AGAIN, WORSE, timed
from benchmarks.fresh import UnmeasuredError
from benchmarks.hierarchy_code import (
    Arcs,
    Labels,
    arc_between,
    customise,
    customise_again,
    ends_of,
    legs_of,
    query_edges,
    rows_of,
)
from benchmarks.new_york import FILES, NewYork, Query, new_york, queries, same_road
from benchmarks.options import Options
from benchmarks.table import Line, Section
from clearway.corridors.asking import Asked, ask, ask_again
from clearway.corridors.fronts import MOST_LABELS, MOST_PATHS
from clearway.corridors.fronts_code import node_table, search
from clearway.corridors.graph import Array, Graph, Rows
from clearway.corridors.shortest_code import LOW, SHIFT
from clearway.corridors.wanted import all_ways
from clearway.corridors.weighed import Weighed, bounds, weigh

SHARES = (0.9, 0.98, 0.99)
"""What is taken out."""
LAST = (0.995,)
"""What `--full` takes out too."""
NO_EDGES = np.empty(0, np.int32)

NOTES = (
    "New York's roads with time and length as the two costs, the 50 pairs of BOA*; nodes are taken out by least "
    "degree, without looking for better ways around, as a customisable hierarchy has to. Medians of the processor's "
    "seconds.",
    f"A road worse: {WORSE} times the length, both ways, drawn by seed 1 for each pair from the front's ways or from "
    "all roads. The hierarchy makes anew the labels that hang on the road, climbs from both ends and searches the "
    "core; its ways are not unpacked to roads. The bounded search (`ask_again`) knows the front from before, and gives "
    "ways.",
)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Hierarchy:
    """What is left when a share of the nodes is taken out: each node's rank, the arcs and their labels."""

    city: NewYork
    rank: Array
    arcs: Arcs
    labels: Labels

    def front(self, source: int, target: int) -> Array:
        """Time and risk of all Pareto-best ways."""
        arcs, labels = self.arcs, self.labels
        ends = ends_of(arcs, labels, self.rank[source], self.rank[target])
        tails, heads, found = query_edges(arcs, labels, ends)
        nodes = len(arcs.starts) + 1 - arcs.taken
        ahead, back = rows_of(nodes, tails, heads, found), rows_of(nodes, heads, tails, found)
        weighed = Weighed(
            graph=Graph(nodes=nodes, tails=NO_EDGES, heads=NO_EDGES, forward=_rows(ahead), back=_rows(back)),
            time=NO_EDGES,
            risk=NO_EDGES,
            legs=legs_of(*ahead[1:]),
            time_first=back[2],
            risk_first=(back[2] & LOW) << SHIFT | back[2] >> SHIFT,
        )
        to_go = bounds(weighed, nodes - 2, nodes - 1)
        if to_go is None:
            return np.empty((0, 2), np.int64)
        wanted = all_ways(to_go)
        limits = (wanted.slowest, wanted.riskiest, MOST_LABELS, MOST_PATHS)
        table = node_table(to_go.fastest, to_go.safest)
        rows: Array = search(ahead[0], weighed.legs, table, nodes - 2, limits, wanted.ceiling, wanted.cuts)[0]
        return rows[:, :2]

    def changed(self, edge: int, risk: int) -> tuple["Hierarchy", int]:
        """The same with another risk on a road, both ways, and how many pairs of labels were put together for it."""
        arc, at, time = self._own(edge)
        self.arcs.own[at] = time << SHIFT | risk
        labels, pairs = customise_again(self.arcs, self.labels, arc, np.zeros(len(self.arcs.tails), np.bool_))
        return replace(self, labels=labels), pairs

    def _own(self, edge: int) -> tuple[int, int, int]:
        """The arc that a road is, where its label is, and its time."""
        graph, arcs, time = self.city.graph, self.arcs, int(self.city.time[edge])
        arc = int(arc_between(arcs, self.rank[graph.tails[edge]], self.rank[graph.heads[edge]]))
        first, last = int(arcs.own_starts[arc]), int(arcs.own_starts[arc + 1])
        return arc, first + int(np.flatnonzero(arcs.own[first:last] >> SHIFT == time)[0]), time


def measure(options: Options, say: Callable[[str], None]) -> Section:
    """What a hierarchy holds, and how long it takes beside the bounded search."""
    for name in FILES:
        if not (options.data / name).exists():
            raise UnmeasuredError(f"no {name} in {options.data.name}: name its folder with --data FOLDER")
    say("measuring a hierarchy of two costs")
    city, pairs = new_york(options.data), queries(options.data)
    weighed = weigh(city.graph, city.time, city.distance)
    asked = [ask(weighed, one.source, one.target) for one in pairs]
    lines = []
    for order, near in taken_out(city.graph, (*SHARES, *(LAST if options.full else ()))):
        name = f"{len(order) / city.graph.nodes:.1%} taken out"
        say(f"measuring a hierarchy of two costs: {name}")
        made, told = made_of(city, order, near)
        lines += [Line(what=name, value=told), _whole(name, made, pairs, asked)]
        lines += [_again(name, made, asked, used=used) for used in (True, False)]
    return Section(name="hierarchy", title="A customised hierarchy, for comparison", lines=lines, notes=NOTES)


def taken_out(graph: Graph, shares: Sequence[float]) -> Iterator[tuple[list[int], list[set[int]]]]:
    """The nodes in the order in which they go, for each share, and each node's neighbours: when it went, or now."""
    near: list[set[int]] = [set() for _ in range(graph.nodes)]
    for tail, head in zip(graph.tails.tolist(), graph.heads.tolist(), strict=True):
        if tail != head:
            near[tail].add(head)
            near[head].add(tail)
    order: list[int] = []
    gone, left = np.zeros(graph.nodes, bool), list(shares)
    heap = [(len(some), node) for node, some in enumerate(near)]
    heapq.heapify(heap)
    while left:
        degree, node = heapq.heappop(heap)
        if gone[node] or degree != len(near[node]):
            continue
        gone[node] = True
        order.append(node)
        for other in near[node]:
            near[other] |= near[node]
            near[other] -= {node, other}
            heapq.heappush(heap, (len(near[other]), other))
        if len(order) >= left[0] * graph.nodes:
            left.pop(0)
            yield order, near


def made_of(city: NewYork, order: list[int], near: list[set[int]]) -> tuple[Hierarchy, str]:
    """The hierarchy with its labels, and what it holds in words."""
    rank = np.full(len(near), -1)
    rank[order] = np.arange(len(order))
    rank[rank < 0] = np.arange(len(order), len(near))
    arcs = _arcs(city, rank, near, len(order))
    count = len(arcs.tails)
    for _ in range(2):  # the first also makes the machine code
        empty = Labels(np.empty(4 * count, np.int64), *(np.zeros(size, np.int64) for size in (count, count, 1)))
        seconds, (labels, pairs) = timed(partial(customise, arcs, empty))
    core = labels.size[int(arcs.starts[arcs.taken]) :]
    told = (
        f"{len(core):,} shortcuts in a core of {len(near) - len(order):,} nodes, {core.sum():,} labels, at most "
        f"{labels.size.max():,} on one; made in {seconds:.1f} s from {pairs:,} pairs"
    )
    return Hierarchy(city=city, rank=rank, arcs=arcs, labels=labels), told


def _arcs(city: NewYork, rank: Array, near: list[set[int]], taken: int) -> Arcs:
    """The arcs upward and downward with their roads."""
    graph, nodes, sizes = city.graph, len(near), [len(some) for some in near]
    tails, heads = np.repeat(rank, sizes), rank[np.fromiter(chain.from_iterable(near), np.int64, sum(sizes))]
    key = np.sort((tails * nodes + heads)[tails < heads])
    tails, heads = np.divmod(key, nodes)
    low = np.flatnonzero(tails < taken)
    down = low[np.argsort(heads[low], kind="stable")]
    ends = np.sort(np.column_stack([rank[graph.tails], rank[graph.heads]]), axis=1)
    roads = np.flatnonzero(ends[:, 0] < ends[:, 1])
    arc = np.searchsorted(key, ends[roads, 0] * nodes + ends[roads, 1])
    own = np.unique(np.column_stack([arc, (city.time << SHIFT | city.distance)[roads]]), axis=0)
    return Arcs(
        starts=np.searchsorted(tails, np.arange(nodes + 1)),
        tails=tails,
        heads=heads,
        down_starts=np.searchsorted(heads[down], np.arange(nodes + 1)),
        down=down,
        own_starts=np.searchsorted(own[:, 0], np.arange(len(tails) + 1)),
        own=own[:, 1].copy(),
        taken=taken,
    )


def _whole(name: str, made: Hierarchy, pairs: Sequence[Query], asked: Sequence[Asked]) -> Line:
    """Whole fronts by the hierarchy, beside the search of the whole graph."""
    made.front(pairs[0].source, pairs[0].target)
    ours = [timed(lambda one=one: made.front(one.source, one.target)) for one in pairs]
    plain = [timed(lambda one=one: ask(one.weighed, one.source, one.target))[0] for one in asked]
    equal = sum(len(found) == one.count for one, (_, found) in zip(pairs, ours, strict=True))
    said = f"{_told([seconds for seconds, _ in ours])}; the whole graph {_told(plain)}"
    return _checked(f"{name}: whole front", f"{said}; counts of the reference", equal, len(pairs))


def _again(name: str, made: Hierarchy, asked: Sequence[Asked], *, used: bool) -> Line:
    """A road worse, by the hierarchy and by the bounded search."""
    city, numbers = made.city, np.random.default_rng(1)
    made = made.changed(0, int(city.distance[0]))[0]
    labels, ours, bounded, anew, equal = [], [], [], [], 0
    for one in asked:
        edge = int(numbers.choice(one.front.edges) if used else numbers.integers(city.graph.edges))
        risk = int(city.distance[edge])
        taken, (changed, pairs) = timed(partial(made.changed, edge, risk * WORSE))
        seconds, found = timed(partial(changed.front, one.source, one.target))
        other, again = timed(partial(ask_again, one, dict.fromkeys(same_road(city, edge), risk * WORSE)))
        labels.append(taken)
        ours.append(taken + seconds)
        bounded.append(other)
        anew.append(pairs)
        equal += np.array_equal(found, np.column_stack([again.front.time, again.front.risk]))
        made = changed.changed(edge, risk)[0]
    of_it = (
        f"of it labels {median(labels) * 1000:.1f} ms, most {max(labels) * 1000:.0f}, from {median(anew):,.0f} pairs"
    )
    said = f"{_told(ours)}, {of_it}; the bounded search {_told(bounded)}; the same fronts"
    return _checked(f"{name}: {'a leg of the front' if used else 'any leg'} worse", said, equal, len(asked))


def _told(seconds: Sequence[float]) -> str:
    quick = sum(each < AGAIN for each in seconds)
    return f"{median(seconds):.3f} s (most {max(seconds):.2f}; under {AGAIN} s in {quick})"


def _checked(what: str, said: str, equal: int, asked: int) -> Line:
    return Line(what=what, value=f"{said} in {equal}", floor=f"{asked} of {asked} fronts", passed=equal == asked)


def _rows(rows: tuple[Array, Array, Array]) -> Rows:
    return Rows(starts=rows[0], ends=rows[1], edges=NO_EDGES)
