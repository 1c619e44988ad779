"""Dijkstra's search in machine code: to one node or all, and in two costs at once, the first before the second."""

from typing import Any

import numpy as np

from clearway.corridors.compiling import compiled
from clearway.corridors.graph import Array
from clearway.corridors.heap_code import EMPTY, ONE, pop, push

UNREACHED = np.int64(2**63 - 1)
SHIFT = np.int64(32)
LOW = np.int64(2**32 - 1)
SIGN = np.int64(2**31)
"""The first cost stands in the upper half of a whole number, the second in the lower; neither may reach this."""


@compiled
def from_one(starts: Array, ends: Array, costs: Array, source: int, target: int) -> tuple[Array, Array]:
    """Least cost to each node and the position of the edge it was reached by (-1: none), until `target` is settled.

    Infinite costs are never taken; `target` -1 settles all.
    """
    nodes = starts.size - 1
    reached = np.full(nodes, np.inf, np.float64)
    by = np.full(nodes, -1, np.int32)
    keys = np.empty(ends.size + 1, np.float64)
    items = np.empty(ends.size + 1, np.uint32)
    reached[source] = 0.0
    size = push(keys, items, EMPTY, 0.0, np.uint32(source))
    while size > 0:
        cost, node = keys[0], items[0]
        size = pop(keys, items, size)
        if cost > reached[node]:
            continue
        if node == target:
            break
        for at in range(starts[node], starts[np.uint64(node) + ONE]):
            end = ends[at]
            new = cost + costs[at]
            if new < reached[end]:
                reached[end] = new
                by[end] = at
                size = push(keys, items, size, new, end)
    return reached, by


@compiled
def open_pairs(starts: Array, source: int) -> tuple[Array, Array, Array, Array]:
    """What `settle_pairs` works on, with the source alone in the heap: costs, edges, and the heap's two arrays."""
    nodes = starts.size - 1
    reached = np.full(nodes, UNREACHED, np.int64)
    by = np.full(nodes, -1, np.int32)
    keys = np.empty(np.int64(starts[nodes]) + 1, np.int64)
    items = np.empty(np.int64(starts[nodes]) + 1, np.uint32)
    reached[source] = 0
    keys[0], items[0] = 0, source
    return reached, by, keys, items


@compiled
def settle_pairs(
    starts: Array, ends: Array, pairs: Array, work: tuple[Array, Array, Array, Array], size: int, stop: int, bound: int
) -> tuple[Any, bool]:
    """Settle nodes until `stop` is, or a first cost is over `bound`; the heap's size, and whether a cost was too large.

    The heap is left so that a further call goes on where this one stopped.
    """
    reached, by, keys, items = work
    filled = np.uint64(size)
    large = False
    while filled > 0:
        cost, node = keys[0], items[0]
        if (cost >> SHIFT) > bound or node == stop:
            break
        filled = pop(keys, items, filled)
        if cost > reached[node]:
            continue
        for at in range(starts[node], starts[np.uint64(node) + ONE]):
            if pairs[at] < 0:
                continue
            end = ends[at]
            new = cost + pairs[at]
            if new < 0 or new & SIGN:
                large = True
            elif new < reached[end]:
                reached[end] = new
                by[end] = at
                filled = push(keys, items, filled, new, end)
    return filled, large
