"""In machine code, the least weighed sums of both costs still to go, from nodes that a wanted way can pass."""

import numpy as np

from clearway.corridors.compiling import compiled
from clearway.corridors.fronts_code import FAR
from clearway.corridors.graph import Array
from clearway.corridors.heap_code import EMPTY, ONE, pop, push
from clearway.corridors.shortest_code import LOW, SHIFT


@compiled
def passed(starts: Array, legs: Array, table: Array, column: int, inside: Array, source: int, limit: int) -> Array:
    """Nodes inside that a way from the source can pass without one of its costs going over a limit.

    The cost is that of `legs` in `column`, and `table` has the least of it to go in the same column less one, so that
    the search leaves out whatever lies beyond.
    """
    reached = np.full(starts.size - 1, FAR, np.int32)
    found = np.zeros(starts.size - 1, np.bool_)
    keys = np.empty(legs.shape[0] + 1, np.int64)
    items = np.empty(legs.shape[0] + 1, np.uint32)
    reached[source] = 0
    size = push(keys, items, EMPTY, 0, np.uint32(source))
    while size > 0:
        cost, node = keys[0], items[0]
        size = pop(keys, items, size)
        if cost > reached[node]:
            continue
        found[node] = True
        for at in range(starts[node], starts[np.uint64(node) + ONE]):
            end = np.uint64(legs[at, 0])
            new = cost + legs[at, column]
            if legs[at, column] < 0 or not inside[end] or new >= reached[end]:
                continue
            if new + table[end, 2 * column - 2] <= limit:
                reached[end] = new
                size = push(keys, items, size, new, np.uint32(end))
    return found


@compiled
def sums_to_go(
    starts: Array, ends: Array, pairs: Array, weights: Array, most: Array, inside: Array, target: int
) -> Array:
    """For each node inside and each pair of weights of time and risk, the least sum to go, where that is at `most`."""
    further = np.full((starts.size - 1, weights.shape[0]), FAR, np.int32)
    keys = np.empty(ends.size + 1, np.int64)
    items = np.empty(ends.size + 1, np.uint32)
    for row in range(weights.shape[0]):
        of_time, of_risk = weights[row]
        further[target, row] = 0
        size = push(keys, items, EMPTY, 0, np.uint32(target))
        while size > 0:
            cost, node = keys[0], items[0]
            size = pop(keys, items, size)
            if cost > further[node, row]:
                continue
            for at in range(starts[node], starts[np.uint64(node) + ONE]):
                end = ends[at]
                if pairs[at] < 0 or not inside[end]:
                    continue
                new = cost + of_time * (pairs[at] >> SHIFT) + of_risk * (pairs[at] & LOW)
                if new <= most[row] and new < further[end, row]:
                    further[end, row] = new
                    size = push(keys, items, size, new, end)
    return further
