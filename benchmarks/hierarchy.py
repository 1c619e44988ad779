"""What a customised hierarchy of two costs has to keep on New York: the Pareto sets of its shortcuts.

Nodes are taken out by least degree (Dibbelt, Strasser and Wagner 2016 take them out by nested dissection, which changes
the order and not what a shortcut is). A customisable hierarchy may leave no shortcut out by looking for a better way
around, since any weight may change; so a shortcut keeps every way through the nodes taken out that no other beats on
time and length together.
"""

import heapq
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from statistics import median

import numpy as np

from benchmarks.fresh import UnmeasuredError
from benchmarks.new_york import FILES, NewYork, new_york
from benchmarks.options import Options
from benchmarks.table import Line, Section

Costs = tuple[int, int]
Labels = list[Costs]
SHARES = (0.9, 0.98, 0.99)
"""What is taken out; of the last hundredth, each node has a hundred neighbours, and contracting takes minutes."""
LAST = (0.995,)
"""What `--full` takes out too."""
LEGS = 10
"""Roads, drawn by seed 1, of which one at a time has another cost."""


NOTES = (
    "New York's roads with time and length as the two costs; nodes are taken out by least degree, without looking for "
    "better ways around, as a customisable hierarchy has to.",
    f"Roads that change: {LEGS}, drawn by seed 1, one at a time. The core that is left is not contracted.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Contracted:
    """How far contracting came: the share of nodes taken out, and the labels of the shortcuts that are left.

    `joined` are the pairs of labels put together so far, `anew` those of them that each of the drawn roads is in: what
    is to be put together again when that road changes.
    """

    share: float
    shortcuts: int
    labels: int
    most: int
    joined: int
    anew: tuple[int, ...]


def measure(options: Options, say: Callable[[str], None]) -> Section:
    """How many labels shortcuts hold, and how much of it is to be made anew when one road changes."""
    for name in FILES:
        if not (options.data / name).exists():
            raise UnmeasuredError(f"no {name} in {options.data.name}: name its folder with --data FOLDER")
    say("measuring a hierarchy of two costs")
    lines = [
        Line(
            what=f"{one.share:.1%} of the nodes taken out",
            value=f"{one.labels:,} labels on {one.shortcuts:,} shortcuts, at most {one.most:,} on one; "
            f"{one.joined:,} pairs put together, {median(one.anew):,.0f} of them again when one road changes "
            f"(most {max(one.anew):,})",
        )
        for one in contracted(new_york(options.data), (*SHARES, *(LAST if options.full else ())))
    ]
    return Section(name="hierarchy", title="A customised hierarchy, for comparison", lines=lines, notes=NOTES)


def contracted(city: NewYork, taking: Sequence[float]) -> Iterator[Contracted]:
    """How many labels there are when these shares of the nodes are taken out."""
    near, stirred = _near(city), _stirred(city)
    nodes, taken, joined, anew = len(near), 0, 0, [0] * LEGS
    heap = [(len(some), node) for node, some in enumerate(near)]
    heapq.heapify(heap)
    shares = list(taking)
    while heap:
        degree, node = heapq.heappop(heap)
        if near[node] is GONE:
            continue
        if degree != len(near[node]):
            heapq.heappush(heap, (len(near[node]), node))
            continue
        _again(near[node], stirred, node, anew)
        joined += _take_out(near, node)
        taken += 1
        if taken >= shares[0] * nodes:
            yield _state(near, shares.pop(0), joined, anew)
            if not shares:
                return


GONE: dict[int, Labels] = {-1: []}


def _near(city: NewYork) -> list[dict[int, Labels]]:
    """Each node's neighbours with the costs of the road to them; the challenge's roads go both ways."""
    graph = city.graph
    near: list[dict[int, Labels]] = [{} for _ in range(graph.nodes)]
    for tail, head, time, length in zip(graph.tails, graph.heads, city.time, city.distance, strict=True):
        known = near[int(tail)].get(int(head), [])
        near[int(tail)][int(head)] = best([*known, (int(time), int(length))])
    return near


def _take_out(near: list[dict[int, Labels]], node: int) -> int:
    """Take a node out and join its neighbours; how many pairs of labels that took."""
    around, joined = list(near[node].items()), 0
    near[node] = GONE
    for other, _ in around:
        del near[other][node]
    for at, (one, ahead) in enumerate(around):
        for two, behind in around[at + 1 :]:
            joined += len(ahead) * len(behind)
            through = [(a + c, b + d) for a, b in ahead for c, d in behind]
            near[one][two] = near[two][one] = best([*near[one].get(two, []), *through])
    return joined


def _stirred(city: NewYork) -> dict[int, dict[int, int]]:
    """The drawn roads by their ends, each as a bit."""
    drawn = np.random.default_rng(1).choice(city.graph.edges, LEGS, replace=False)
    found: dict[int, dict[int, int]] = defaultdict(dict)
    for bit, edge in enumerate(drawn):
        one, two = int(city.graph.tails[edge]), int(city.graph.heads[edge])
        found[one][two] = found[two][one] = found[one].get(two, 0) | 1 << bit
    return found


def _again(around: dict[int, Labels], stirred: dict[int, dict[int, int]], node: int, anew: list[int]) -> None:
    """Count what is put together at a node again when a drawn road changes, and which shortcuts that stirs."""
    mine = stirred.pop(node, {})
    names = list(around)
    for one, bits in mine.items():
        stirred[one].pop(node, None)
        for two in names:
            other = mine.get(two, 0)
            if two == one or (other and two < one):
                continue
            both = bits | other
            stirred[one][two] = stirred[two][one] = stirred[one].get(two, 0) | both
            for bit in range(LEGS):
                if both >> bit & 1:
                    anew[bit] += len(around[one]) * len(around[two])


def best(labels: Labels) -> Labels:
    """Those that no other beats on both costs."""
    kept: Labels = []
    for one in sorted(labels):
        if not kept or one[1] < kept[-1][1]:
            kept.append(one)
    return kept


def _state(near: list[dict[int, Labels]], share: float, joined: int, anew: list[int]) -> Contracted:
    sizes = [len(labels) for some in near if some is not GONE for labels in some.values()]
    return Contracted(
        share=share,
        shortcuts=len(sizes),
        labels=sum(sizes),
        most=max(sizes, default=0),
        joined=joined,
        anew=tuple(anew),
    )
