"""A customised hierarchy of two costs in machine code: its labels, a road that changes, and the graph of a query.

Nodes are numbered in the order in which they are taken out, the core last; an arc leads from a node to one that goes
later and stands for both directions. A label is both costs in one whole number, the first in the upper half, so that
labels are put together by adding, and sorted as they are.
"""

from typing import Any, NamedTuple

import numpy as np

from clearway.corridors.compiling import compiled
from clearway.corridors.graph import Array
from clearway.corridors.heap_code import EMPTY, pop, push
from clearway.corridors.shortest_code import LOW, SHIFT


class Arcs(NamedTuple):
    """The arcs up from each node, by `starts`, and `down` those that come up to it from nodes that are taken out.

    `own` are the labels of the roads that an arc itself is, by `own_starts`.
    """

    starts: Array
    tails: Array
    heads: Array
    down_starts: Array
    down: Array
    own_starts: Array
    own: Array
    taken: int


class Labels(NamedTuple):
    """The labels of each arc: `size` of them in `pool` from `at` on; `used` of it is taken."""

    pool: Array
    at: Array
    size: Array
    used: Array


class Ends(NamedTuple):
    """Legs from the source into the core, and from there to the target, by node; and ways that never reach the core."""

    out: Array
    out_labels: Array
    back: Array
    back_labels: Array
    below: Array


@compiled
def best(labels: Array) -> Array:
    """Those labels that no other beats on both costs, sorted."""
    labels.sort()
    least, kept = LOW + 1, 0
    for label in labels:
        if label & LOW < least:
            least = label & LOW
            labels[kept] = label
            kept += 1
    return labels[:kept]


@compiled
def put_together(known: Array, one: Array, two: Array) -> Array:
    """The best of what is known and of each label of the one with each of the other."""
    found = np.empty(known.size + one.size * two.size, np.int64)
    found[: known.size] = known
    at = known.size
    for first in one:
        for second in two:
            found[at] = first + second
            at += 1
    return best(found)


@compiled
def labels_of(labels: Labels, arc: int) -> Array:
    """The labels of an arc."""
    return labels.pool[labels.at[arc] : labels.at[arc] + labels.size[arc]]


@compiled
def anew(arcs: Arcs, labels: Labels, arc: int) -> tuple[Array, int]:
    """The labels of an arc by its road and by each node below both its ends, and how many pairs were put together."""
    found, pairs = best(arcs.own[arcs.own_starts[arc] : arcs.own_starts[arc + 1]].copy()), 0
    one, last = arcs.down_starts[arcs.tails[arc]], arcs.down_starts[arcs.tails[arc] + 1]
    two, end = arcs.down_starts[arcs.heads[arc]], arcs.down_starts[arcs.heads[arc] + 1]
    while one < last and two < end:
        first, second = arcs.down[one], arcs.down[two]
        below, other = arcs.tails[first], arcs.tails[second]
        if below == other:
            found = put_together(found, labels_of(labels, first), labels_of(labels, second))
            pairs += labels.size[first] * labels.size[second]
        one += below <= other
        two += other <= below
    return found, pairs


@compiled
def kept(labels: Labels, arc: int, made: Array) -> Labels:
    """The labels with others for an arc: where its old ones are, or behind all where they have no room there."""
    pool = labels.pool
    if made.size > labels.size[arc]:
        if labels.used[0] + made.size > pool.size:
            pool = np.empty(2 * pool.size + made.size, np.int64)
            pool[: labels.pool.size] = labels.pool
        labels.at[arc] = labels.used[0]
        labels.used[0] += made.size
    pool[labels.at[arc] : labels.at[arc] + made.size] = made
    labels.size[arc] = made.size
    return Labels(pool, labels.at, labels.size, labels.used)


@compiled
def customise(arcs: Arcs, labels: Labels) -> tuple[Labels, int]:
    """The labels of all arcs, those of the nodes taken out first; and how many pairs were put together."""
    pairs = 0
    for arc in range(arcs.tails.size):
        made, more = anew(arcs, labels, arc)
        labels = kept(labels, arc, made)
        pairs += more
    return labels, pairs


@compiled
def arc_between(arcs: Arcs, one: int, two: int) -> Any:
    """The arc between two nodes that have one."""
    low, high = min(one, two), max(one, two)
    first, last = arcs.starts[low], arcs.starts[low + 1]
    return first + np.searchsorted(arcs.heads[first:last], high)


@compiled
def customise_again(arcs: Arcs, labels: Labels, changed: int, stirred: Array) -> tuple[Labels, int]:
    """Labels made anew where they hang on an arc whose road changed; and how many pairs were put together for that.

    `stirred` is false before and after. Where the labels of an arc come out as they were, nothing hangs on it.
    """
    pairs, keys = 0, np.empty(stirred.size + 1, np.int64)
    size = push(keys, keys, EMPTY, changed, changed)
    while size > 0:
        arc = keys[0]
        size = pop(keys, keys, size)
        stirred[arc] = False
        made, more = anew(arcs, labels, arc)
        pairs += more
        if np.array_equal(made, labels_of(labels, arc)):
            continue
        labels = kept(labels, arc, made)
        tail = arcs.tails[arc]
        for other in range(arcs.starts[tail], arcs.starts[tail + 1] if tail < arcs.taken else 0):
            above = arc_between(arcs, arcs.heads[arc], arcs.heads[other]) if other != arc else changed
            if other != arc and not stirred[above]:
                stirred[above] = True
                size = push(keys, keys, size, above, above)
    return labels, pairs


@compiled
def climb(arcs: Arcs, labels: Labels, node: int) -> Any:
    """The labels from a node to each node above it, by node, up to the core.

    The lowest neighbour upward leads on to all others, since these were joined when the node was taken out.
    """
    at = np.int64(node)
    reached = {at: np.zeros(1, np.int64)}
    while at < arcs.taken and arcs.starts[at] < arcs.starts[at + 1]:
        for arc in range(arcs.starts[at], arcs.starts[at + 1]):
            head = arcs.heads[arc]
            known = reached[head] if head in reached else np.empty(0, np.int64)
            reached[head] = put_together(known, reached[at], labels_of(labels, arc))
        at = arcs.heads[arcs.starts[at]]
    return reached


@compiled
def ends_of(arcs: Arcs, labels: Labels, source: int, target: int) -> Ends:
    """What a way from the source to the target does outside the core."""
    out, back = climb(arcs, labels, source), climb(arcs, labels, target)
    below = np.empty(0, np.int64)
    for node in out:
        if node < arcs.taken and node in back:
            below = put_together(below, out[node], back[node])
    first, second = into_core(arcs, out), into_core(arcs, back)
    return Ends(first[0], first[1], second[0], second[1], below)


@compiled
def into_core(arcs: Arcs, reached: Any) -> tuple[Array, Array]:
    """Nodes of the core, counted from its first, with a label each."""
    size = 0
    for node in reached:
        size += reached[node].size if node >= arcs.taken else 0
    nodes, found, at = np.empty(size, np.int64), np.empty(size, np.int64), 0
    for node in reached:
        if node >= arcs.taken:
            for label in reached[node]:
                nodes[at], found[at] = node - arcs.taken, label
                at += 1
    return nodes, found


@compiled
def query_edges(arcs: Arcs, labels: Labels, ends: Ends) -> tuple[Array, Array, Array]:
    """Tail, head and label of each edge of the core, and of those from the source and to the target, its last nodes."""
    first, source = arcs.starts[arcs.taken], arcs.starts.size - 1 - arcs.taken
    size = 2 * labels.size[first:].sum() + ends.out.size + ends.back.size + ends.below.size
    tails, heads, found, at = np.empty(size, np.int32), np.empty(size, np.int32), np.empty(size, np.int64), 0
    for arc in range(first, arcs.tails.size):
        one, two = arcs.tails[arc] - arcs.taken, arcs.heads[arc] - arcs.taken
        for label in labels.pool[labels.at[arc] : labels.at[arc] + labels.size[arc]]:
            tails[at], heads[at], found[at] = one, two, label
            tails[at + 1], heads[at + 1], found[at + 1] = two, one, label
            at += 2
    for place in range(ends.out.size):
        tails[at], heads[at], found[at] = source, ends.out[place], ends.out_labels[place]
        at += 1
    for place in range(ends.back.size):
        tails[at], heads[at], found[at] = ends.back[place], source + 1, ends.back_labels[place]
        at += 1
    for label in ends.below:
        tails[at], heads[at], found[at] = source, source + 1, label
        at += 1
    return tails, heads, found


@compiled
def rows_of(nodes: int, tails: Array, heads: Array, labels: Array) -> tuple[Array, Array, Array]:
    """The edges of each node in a row: where it starts, other ends, labels."""
    starts = np.zeros(nodes + 1, np.uint32)
    for tail in tails:
        starts[tail + 1] += 1
    starts = np.cumsum(starts).astype(np.uint32)
    filled, ends, found = starts[:-1].copy(), np.empty(tails.size, np.uint32), np.empty(tails.size, np.int64)
    for edge in range(tails.size):
        place = filled[tails[edge]]
        ends[place], found[place] = heads[edge], labels[edge]
        filled[tails[edge]] += 1
    return starts, ends, found


@compiled
def legs_of(ends: Array, labels: Array) -> Array:
    """End, first and second cost of each edge, as the search wants them."""
    legs = np.empty((ends.size, 3), np.int32)
    for at in range(ends.size):
        legs[at, 0], legs[at, 1], legs[at, 2] = ends[at], labels[at] >> SHIFT, labels[at] & LOW
    return legs
