"""All decomposable graphs of dependence between lists, averaged.

Madigan and York (1997), Biometrika 84:19. Exact: no chain, no fit. The prior of the list patterns is hyper-Dirichlet
with equal weight for each cell, the prior of graphs uniform, the prior of the total 1/N, as in the paper and in the
package dga of Johndrow, Lum and Ball. Neither says how far the total is to be tried: here to so many times as many
unrecorded as recorded, and where much of the result lies at that limit, it is said. The graph in which all lists depend
on all is left out, other than in dga: it says nothing of the unrecorded.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import combinations

import numpy as np

from clearway.lists.counts import Counts
from clearway.lists.estimate import Estimate, NotRun
from clearway.lists.poisson import Array

METHOD = "decomposable graphs"
MOST_LISTS = 5
"""822 graphs on five lists; on six 18,154, each a sum over all totals."""
LIMIT = 12
STEPS = 20_000
NEAR = 3_000
NOTHING = 1e-9
AT_LIMIT = 0.01
"""So much of the result in the last tenth of the totals that were tried is worth a word."""

Clique = frozenset[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """What is known of the total beforehand: Poisson, its mean gamma with this shape and scale (Madigan and York)."""

    shape: float
    scale: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Graph:
    """A decomposable graph: its edges, and factors whose product is its likelihood, over that of its divisors."""

    edges: tuple[tuple[int, int], ...]
    factors: tuple[Clique, ...]
    divisors: tuple[Clique, ...]


def graphs(
    counts: Counts, *, weight: float | None = None, expected: Expected | None = None, limit: float = LIMIT
) -> Estimate | NotRun:
    """How many there are in all, over all decomposable graphs by what the counts say for each.

    `weight` is the prior's weight of each cell (one for all cells together where none is given, as Perks had it),
    `limit` how many times as many as were recorded may be unrecorded.
    """
    from scipy.special import gammaln

    size = len(counts.lists)
    if size < 3:
        return NotRun(method=METHOD, why="two lists cannot show whether one depends on the other")
    if size > MOST_LISTS:
        why = f"{size} lists are too many for all graphs, at most {MOST_LISTS} are not; join lists that are alike"
        return NotRun(method=METHOD, why=why)
    alpha = 2.0**-size if weight is None else weight

    def shares(unseen: Array, widths: Array) -> tuple[Array, Graph]:
        total = unseen + counts.recorded
        prior = gammaln(total + 1) - gammaln(unseen + 1) + np.log(widths)
        prior = prior - np.log(total) if expected is None else prior + _log_expected(total, expected)
        return _averaged(size, prior, _terms(counts, unseen, alpha))

    most = int(limit * counts.recorded)
    unseen, widths = _wide(most)
    unseen = _fine(unseen, shares(unseen, widths)[0])
    share, best_graph = shares(unseen, np.ones(len(unseen)))
    at = np.searchsorted(np.cumsum(share), [0.025, 0.5, 0.975])
    low, best, high = (counts.recorded + int(unseen[i]) for i in np.minimum(at, len(unseen) - 1))
    how = _how(counts, best_graph)
    if share[unseen > 0.9 * most].sum() > AT_LIMIT:
        how += f"; reaches the limit of {limit:g} times as many unrecorded as recorded"
    return Estimate(method=METHOD, low=low, best=best, high=high, how=how)


def _wide(most: int) -> tuple[Array, Array]:
    """Numbers of the unrecorded from 0 to the most, ever further apart, and for how many each stands."""
    near = np.arange(0, min(most, NEAR) + 1, dtype=np.float64)
    far = np.round(np.geomspace(max(1, min(most, NEAR)), max(1, most), NEAR))
    unseen = np.unique(np.concatenate([near, far]))
    return unseen, np.gradient(unseen) if len(unseen) > 1 else np.ones(1)


def _fine(unseen: Array, share: Array) -> Array:
    """Numbers of the unrecorded evenly spaced where there is any share, few enough to be summed over quickly."""
    summed = np.cumsum(share)
    first = max(0, int(np.searchsorted(summed, NOTHING)) - 1)
    last = min(len(unseen) - 1, int(np.searchsorted(summed, 1 - NOTHING)) + 1)
    low, high = float(unseen[first]), float(unseen[last])
    return np.arange(low, high + 1, max(1.0, np.ceil((high - low) / STEPS)))


def _log_expected(total: Array, expected: Expected) -> Array:
    from scipy.special import gammaln

    shape, scale = expected.shape, expected.scale
    spread = total * np.log(scale) - (total + shape) * np.log1p(scale)
    return np.asarray(gammaln(total + shape) - gammaln(total + 1) + spread)


def _terms(counts: Counts, unseen: Array, weight: float) -> dict[Clique, Array]:
    """For each set of lists the log marginal likelihood of its counts, for each number of unrecorded."""
    from scipy.special import gammaln

    size, total = len(counts.lists), unseen + counts.recorded
    terms: dict[Clique, Array] = {}
    for chosen in (some for length in range(size + 1) for some in combinations(range(size), length)):
        table: dict[tuple[int, ...], int] = {}
        for pattern, count in counts.cells:
            cell = tuple(pattern[i] for i in chosen)
            table[cell] = table.get(cell, 0) + count
        alpha = weight * 2 ** (size - len(chosen))
        none = table.pop((0,) * len(chosen), 0)
        whole = alpha * 2 ** len(chosen)
        term = gammaln(whole) - gammaln(whole + total) + gammaln(alpha + none + unseen) - gammaln(alpha)
        terms[frozenset(chosen)] = term + sum(float(gammaln(alpha + n) - gammaln(alpha)) for n in table.values())
    return terms


def _averaged(size: int, prior: Array, terms: dict[Clique, Array]) -> tuple[Array, Graph]:
    """The share of each total, over all graphs, and the likeliest graph."""
    largest, summed = -np.inf, np.zeros(len(prior))
    best: tuple[float, Graph] | None = None
    for graph in telling(size):
        logs = prior + sum(terms[part] for part in graph.factors) - sum(terms[part] for part in graph.divisors)
        top = float(logs.max())
        here = np.exp(logs - top)
        if top > largest:
            summed *= np.exp(largest - top)
            largest = top
        summed += here * np.exp(top - largest)
        evidence = top + float(np.log(here.sum()))
        if best is None or evidence > best[0]:
            best = evidence, graph
    if best is None:
        raise ValueError("there is no graph without lists")
    return summed / summed.sum(), best[1]


@cache
def decomposable(size: int) -> tuple[Graph, ...]:
    """All decomposable graphs on so many lists: those in which every cycle of four or more has a chord."""
    edges = list(combinations(range(size), 2))
    return tuple(
        graph
        for chosen in (tuple(e for i, e in enumerate(edges) if bits >> i & 1) for bits in range(1 << len(edges)))
        for graph in _graph(size, chosen)
    )


def telling(size: int) -> tuple[Graph, ...]:
    """The graphs that say something of those on no list: all but the one in which every list depends on every other.

    In that one the cell of the unrecorded is free, and the prior of that cell alone decides, for almost nobody.
    """
    return tuple(graph for graph in decomposable(size) if len(graph.edges) < size * (size - 1) // 2)


def _graph(size: int, edges: tuple[tuple[int, int], ...]) -> Iterator[Graph]:
    """The graph where it is decomposable: maximum cardinality search (Tarjan and Yannakakis 1984) finds out."""
    beside: dict[int, set[int]] = {i: {b if a == i else a for a, b in edges if i in (a, b)} for i in range(size)}
    numbered: list[int] = []
    factors, divisors = [], []
    while len(numbered) < size:
        left = [i for i in range(size) if i not in numbered]
        here = max(left, key=lambda i: (len(beside[i] & set(numbered)), -i))
        before = beside[here] & set(numbered)
        if any(b not in beside[a] for a, b in combinations(before, 2)):
            return
        factors.append(frozenset(before | {here}))
        divisors.append(frozenset(before))
        numbered.append(here)
    yield Graph(edges=edges, factors=tuple(factors), divisors=tuple(divisors))


def _how(counts: Counts, graph: Graph) -> str:
    named = ", ".join(f"{counts.lists[a]} with {counts.lists[b]}" for a, b in graph.edges)
    depends = f"in the likeliest these depend on one another: {named}" if named else "in the likeliest none depends"
    return f"{len(telling(len(counts.lists))):,} graphs; {depends}; prior 1/N"
