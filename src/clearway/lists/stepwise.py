"""A log-linear model whose pairs of lists are chosen step by step, for sparse overlaps."""

from collections.abc import Sequence
from itertools import combinations, product

import numpy as np

from clearway.lists.counts import Counts, Pattern
from clearway.lists.estimate import Estimate, NotRun
from clearway.lists.poisson import Array, Fit, design_of, exists, fit

METHOD = "stepwise log-linear"
THRESHOLD = 0.02
"""A pair is added while the chance of so large a fall of the deviance is under this; SparseMSE's own, beside the
paper by Chan, Silverman and Vincent (2021)."""

Pair = tuple[int, int]


def stepwise(counts: Counts) -> Estimate | NotRun:
    """How many there are in all, by the model that pairs of lists are added to while they explain enough.

    Silverman (2020), J. R. Stat. Soc. A 183:691; Chan, Silverman and Vincent (2021), J. Am. Stat. Assoc. 116:1297: a
    pair without overlap has its coefficient at minus infinity, and its cells are left out; a model whose estimate does
    not exist is not considered. The interval is conditional on the model that was chosen, and so a little too short.
    """
    from scipy.stats import chi2

    if len(counts.lists) < 3:
        return NotRun(method=METHOD, why="two lists cannot show whether one depends on the other")
    chosen: list[Pair] = []
    design, numbers, _ = _table(counts, chosen)
    if not exists(design, numbers):
        return NotRun(method=METHOD, why="the overlaps are too few for any model to be fitted")
    now = fit(design, numbers)
    while (step := _step(counts, chosen, now)) is not None:
        pair, new = step
        if chi2.sf(now.deviance - new.deviance, 1) > THRESHOLD:
            break
        chosen.append(pair)
        now = new
    low, best, high = (counts.recorded + round(value) for value in now.unseen)
    return Estimate(method=METHOD, low=low, best=best, high=high, how=_how(counts, chosen))


def _step(counts: Counts, chosen: Sequence[Pair], now: Fit) -> tuple[Pair, Fit] | None:
    """The pair whose adding makes the deviance fall most, of those whose estimate exists, and the fit with it."""
    _, _, kept = _table(counts, chosen)
    means = dict(zip(kept, now.means.tolist(), strict=True))
    fits: list[tuple[float, Pair, Fit]] = []
    for pair in combinations(range(len(counts.lists)), 2):
        if pair not in chosen:
            design, numbers, patterns = _table(counts, [*chosen, pair])
            new = fit(design, numbers, start=np.array([means[pattern] for pattern in patterns]))
            fits.append((new.deviance, pair, new))
    for _, pair, new in sorted(fits, key=lambda one: one[:2]):
        design, numbers, _ = _table(counts, [*chosen, pair])
        if exists(design, numbers):
            return pair, new
    return None


def _table(counts: Counts, chosen: Sequence[Pair]) -> tuple[Array, Array, list[Pattern]]:
    """The design, the counts and the patterns, without those that chosen pairs without overlap rule out."""
    empty = [pair for pair in chosen if not counts.on(*pair)]
    fitted = [pair for pair in chosen if pair not in empty]
    seen = dict(counts.cells)
    patterns: list[Pattern] = [
        pattern
        for pattern in product((0, 1), repeat=len(counts.lists))
        if any(pattern) and not any(pattern[i] and pattern[j] for i, j in empty)
    ]
    numbers = np.array([float(seen.get(pattern, 0)) for pattern in patterns])
    return design_of(patterns, fitted), numbers, patterns


def _how(counts: Counts, chosen: Sequence[Pair]) -> str:
    if not chosen:
        return "no pair of lists depends on one another"
    named = (f"{counts.lists[i]} with {counts.lists[j]}" for i, j in sorted(chosen))
    return "pairs that depend on one another: " + ", ".join(named)
