"""A lower bound of how many there are in all (Chao 1987), for lists that may differ in reach."""

from itertools import combinations

import numpy as np

from clearway.lists.counts import Counts, Pattern
from clearway.lists.estimate import Estimate, NotRun
from clearway.lists.poisson import design_of, exists, fit

METHOD = "Chao's lower bound"
HOW = "those on one or two lists, the lists differing in reach; holds where no list keeps people off another"


def chao(counts: Counts) -> Estimate | NotRun:
    """At least how many there are in all.

    Chao (1987), Biometrics 43:783, as Rivest and Baillargeon (2007), Biometrics 63:999, extend it to lists of
    different reach: lists are independent but for differences between people, and whoever is on three lists or more
    says nothing. Where all lists have the same reach it is recorded + (t-1)/t * f1^2 / (2 f2).
    """
    few = [(pattern, count) for pattern, count in counts.cells if sum(pattern) < 3]
    # A list that is only ever the third or later says nothing here, and would have no finite coefficient.
    used = [i for i in range(len(counts.lists)) if any(pattern[i] for pattern, _ in few)]
    seen = {tuple(pattern[i] for i in used): count for pattern, count in few}
    patterns = [_pattern(len(used), marks) for size in (1, 2) for marks in combinations(range(len(used)), size)]
    numbers = np.array([float(seen.get(pattern, 0)) for pattern in patterns])
    design = design_of(patterns)
    if not exists(design, numbers):
        return NotRun(method=METHOD, why="too few are on just two lists")
    low, best, high = (counts.recorded + round(value) for value in fit(design, numbers).unseen)
    return Estimate(method=METHOD, low=low, best=best, high=high, how=HOW, bound=True)


def _pattern(size: int, marks: tuple[int, ...]) -> Pattern:
    return tuple(int(position in marks) for position in range(size))
