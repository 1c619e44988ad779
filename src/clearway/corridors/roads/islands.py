"""The parts of a network that no leg joins."""

import numpy as np
from numpy.typing import NDArray


def islands_of(nodes: int, tail: NDArray[np.int32], head: NDArray[np.int32]) -> NDArray[np.int32]:
    """The part of the network that each node is on, whatever the directions of legs; the largest is 0."""
    from scipy.sparse import coo_array
    from scipy.sparse.csgraph import connected_components

    links = coo_array((np.ones(len(tail), bool), (tail, head)), shape=(nodes, nodes))
    count, labels = connected_components(links, directed=False)
    size = np.bincount(labels, minlength=count)
    rank = np.empty(count, np.int32)
    rank[np.argsort(-size, kind="stable")] = np.arange(count, dtype=np.int32)
    found: NDArray[np.int32] = rank[labels]
    return found
