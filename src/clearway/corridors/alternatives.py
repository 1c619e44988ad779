"""Ways that share little with the best one: what was found gets dearer, and the search is asked again.

The penalty method, after Bader, Dees, Geisberger and Sanders (2011), TAPAS, LNCS 6595:21.
"""

import numpy as np
from numpy.typing import ArrayLike

from clearway.corridors.graph import Array, Graph, real_costs
from clearway.corridors.shortest import Way, one_to_one

MOST = 3
MOST_ALIKE = 0.6
MOST_LONGER = 1.5
DEARER = 1.4
TRIES = 12


def alternatives(
    graph: Graph,
    costs: ArrayLike,
    source: int,
    target: int,
    *,
    most: int = MOST,
    most_alike: float = MOST_ALIKE,
    most_longer: float = MOST_LONGER,
    avoid: Array | None = None,
) -> tuple[Way, ...]:
    """The best way and others, each at most `most_longer` times its cost, of which at most `most_alike` is in another.

    Empty where no way leads to the target. Raises `RoadError` as `one_to_one` does.
    """
    plain = real_costs(graph, costs, avoid=avoid)
    passable = np.isfinite(plain)
    dear = np.where(passable, plain, 0.0)
    blocked = ~passable
    taken: list[Way] = []
    for _ in range(TRIES):
        found = one_to_one(graph, dear, source, target, avoid=blocked)
        if found is None or len(taken) == most:
            break
        way = Way(cost=float(plain[found.edges].sum()), edges=found.edges)
        if not taken or (
            way.cost <= most_longer * taken[0].cost and all(_alike(way, other, plain) <= most_alike for other in taken)
        ):
            taken.append(way)
        dear[found.edges] *= DEARER
    return tuple(taken)


def _alike(one: Way, other: Way, costs: Array) -> float:
    shorter = min(one.cost, other.cost)
    return float(costs[np.intersect1d(one.edges, other.edges)].sum() / shorter) if shorter else 1.0
