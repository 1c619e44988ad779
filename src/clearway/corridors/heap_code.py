"""A heap with four children a node, in two arrays: fewer levels, so fewer misses of the cache, than with two."""

from typing import Any

import numpy as np

from clearway.corridors.compiling import compiled
from clearway.corridors.graph import Array

ONE = np.uint64(1)
TWO = np.uint64(2)
THREE = np.uint64(3)
EMPTY = np.uint64(0)
"""The size of a heap with nothing in it; sizes stay unsigned, see `Rows`."""


@compiled
def push(keys: Array, items: Array, size: Any, key: Any, item: Any) -> Any:
    """Put an item in by its key; the new size."""
    at = size
    while at > 0:
        above = (at - ONE) >> TWO
        if keys[above] <= key:
            break
        keys[at] = keys[above]
        items[at] = items[above]
        at = above
    keys[at] = key
    items[at] = item
    return size + ONE


@compiled
def pop(keys: Array, items: Array, size: Any) -> Any:
    """Take out the first item, which the caller has read at 0; the new size."""
    size = size - ONE
    key, item = keys[size], items[size]
    at = EMPTY
    while True:
        first = (at << TWO) + ONE
        if first >= size:
            break
        least, low = first, keys[first]
        last = min(first + THREE, size - ONE)
        child = first + ONE
        while child <= last:
            if keys[child] < low:
                least, low = child, keys[child]
            child = child + ONE
        if low >= key:
            break
        keys[at] = low
        items[at] = items[least]
        at = least
    keys[at] = key
    items[at] = item
    return size
