"""The search for all Pareto-best paths in machine code.

BOA* of Hernández, Yeoh, Baier, Zhang, Suazo and Koenig (2020), ICAPS 30:143, and Hernández and others (2023),
Artificial Intelligence 314:103807: labels leave the queue by their first cost, so that one number a node, the least
second cost that was expanded there, tells whether a label is dominated. Two things are after Ahmadi, Tack, Harabor and
Kilby (2021), ESA, LIPIcs 204:3: a label is completed along the fastest way at once, and not expanded where that way is
also the safest; and the queue is one of buckets. Both leave the front as it is.
"""

from typing import Any

import numpy as np

from clearway.corridors.compiling import compiled
from clearway.corridors.graph import Array
from clearway.corridors.heap_code import ONE
from clearway.corridors.shortest_code import LOW, SHIFT

NODE, PARENT, EDGE, RISK, NEXT = 0, 1, 2, 3, 4
BEFORE, BY = 0, 1
LEAST_TIME, RISK_OF_FASTEST, LEAST_RISK, EXPANDED = 0, 1, 2, 3
FAR = 2**31 - 1


@compiled
def node_table(fastest: Array, safest: Array) -> Array:
    """For each node what the search asks of it, side by side: costs still to go, and the least risk expanded there."""
    table = np.empty((fastest.size, 4), np.int32)
    for node in range(fastest.size):
        first, second = fastest[node], safest[node]
        table[node, LEAST_TIME] = min(first >> SHIFT, FAR)
        table[node, RISK_OF_FASTEST] = min(first & LOW, FAR)
        table[node, LEAST_RISK] = min(second >> SHIFT, FAR)
        table[node, EXPANDED] = FAR
    return table


@compiled
def search(
    starts: Array,
    legs: Array,
    table: Array,
    source: int,
    limits: tuple[int, int, int, int],
    ceiling: Array,
    cuts: tuple[Array, Array, Array, Array],
) -> tuple[Array, Array, bool]:
    """The front's rows (time, risk, place in the trail, node), the trail of expanded labels, and whether it was cut.

    `legs` holds the end, time and risk of each edge. No way is looked for that takes longer than `limits` say first or
    has more risk than they say second; for the whole front these are the time of the safest and the risk of the
    fastest. Then come the most labels and the most ways. `ceiling` has for each time, from the fastest on, the risk
    that a way has to be under, and may be empty; `cuts` are as in `can_beat`.

    A label that waits is overwritten once it is done with. What is left of one that was expanded is its trail, by which
    a way is followed back: 8 bytes.
    """
    slowest, riskiest, most_labels, most_paths = limits
    quickest = np.int64(table[source, LEAST_TIME])
    best = np.int64(riskiest) + 1
    span = slowest - quickest if slowest > quickest else 0
    buckets = np.full(span + 1, -1, np.int32)
    labels = np.empty((1 << 12, 5), np.int32)
    trail = np.empty((1 << 12, 2), np.int32)
    front = np.empty((64, 4), np.int64)
    labels[0, NODE], labels[0, PARENT], labels[0, EDGE], labels[0, RISK], labels[0, NEXT] = source, -1, -1, 0, -1
    buckets[0] = 0 if quickest <= slowest else -1
    used, spare, expanded, found = 1, -1, 0, 0
    cut = False
    for bucket in range(buckets.size):
        time = bucket + quickest
        if ceiling.size:
            best = min(best, np.int64(ceiling[bucket]))
        while buckets[bucket] >= 0:
            label = buckets[bucket]
            buckets[bucket] = labels[label, NEXT]
            labels[label, NEXT] = spare
            spare = label
            node = np.uint64(labels[label, NODE])
            risk = np.int64(labels[label, RISK])
            if risk >= table[node, EXPANDED] or risk + table[node, LEAST_RISK] >= best:
                continue
            if expanded == trail.shape[0]:
                trail = longer(trail, 2 * expanded)
            trail[expanded, BEFORE], trail[expanded, BY] = labels[label, PARENT], labels[label, EDGE]
            expanded += 1
            table[node, EXPANDED] = risk
            completed = risk + table[node, RISK_OF_FASTEST]
            if completed < best:
                if found == 0 or front[found - 1, 0] < time:
                    if found == most_paths:
                        cut = True
                        break
                    if found == front.shape[0]:
                        front = longer(front, 2 * found)
                    found += 1
                front[found - 1, 0], front[found - 1, 1] = time, completed
                front[found - 1, 2], front[found - 1, 3] = expanded - 1, np.int64(node)
                best = completed
            if table[node, RISK_OF_FASTEST] == table[node, LEAST_RISK]:
                continue
            so_far = time - table[node, LEAST_TIME]
            for at in range(starts[node], starts[node + ONE]):
                end = np.uint64(legs[at, 0])
                new = risk + legs[at, 2]
                least = new + table[end, LEAST_RISK]
                if legs[at, 1] < 0 or new >= table[end, EXPANDED] or least >= best:
                    continue
                taken = so_far + legs[at, 1]
                whole = taken + table[end, LEAST_TIME]
                if whole > slowest:
                    continue
                if cuts[0].size and not can_beat(cuts, end, taken, new, whole, least):
                    continue
                if spare < 0 and used == labels.shape[0]:
                    labels = longer(labels, 2 * used)
                if spare >= 0:
                    fresh = spare
                    spare = labels[spare, NEXT]
                else:
                    fresh = used
                    used += 1
                labels[fresh, NODE], labels[fresh, PARENT], labels[fresh, EDGE] = np.int32(end), expanded - 1, at
                labels[fresh, RISK], labels[fresh, NEXT] = new, buckets[whole - quickest]
                buckets[whole - quickest] = fresh
            if used + expanded >= most_labels:
                cut = True
                break
        if cut:
            # A path of this very time may yet be beaten by a safer one; the fastest of all may not.
            if found > 1 and front[found - 1, 0] == time:
                found -= 1
            break
    return front[:found], trail[:expanded], cut


@compiled
def can_beat(cuts: tuple[Array, Array, Array, Array], node: Any, time: Any, risk: Any, whole: Any, least: Any) -> bool:
    """Whether a label can become a way that is wanted, by weighed sums of its costs and what is still to go.

    Wanted ways lie in stretches. The first of the `cuts` has the longest time and the highest risk in each, the second
    the weights of time and risk of each sum, the third the greatest sums in each stretch, the last the least sums to go
    from each node. `whole` and `least` are the least time and risk that a way by this label may have in all.
    """
    stretches, weights, most, further = cuts
    for at in range(stretches.shape[0]):
        if whole > stretches[at, 0]:
            continue
        if least > stretches[at, 1]:
            return False
        can = True
        for by in range(weights.shape[0]):
            if weights[by, 0] * time + weights[by, 1] * risk + further[node, by] > most[at, by]:
                can = False
                break
        if can:
            return True
    return False


@compiled
def longer(table: Array, rows: int) -> Array:
    """The table with room for so many rows."""
    grown = np.empty((rows, table.shape[1]), table.dtype)
    grown[: table.shape[0]] = table
    return grown


@compiled
def length(row: Array, trail: Array, edges: tuple[Array, Array, Array], by: Array, target: int) -> tuple[int, int]:
    """How many edges a way has up to the node where its trail ends, and from there on."""
    before, after = 0, 0
    place, node = row[2], row[3]
    while place >= 0 and trail[place, BEFORE] >= 0:
        before += 1
        place = trail[place, BEFORE]
    while node != target:
        after += 1
        node = edges[2][edges[1][by[node]]]
    return before, after


@compiled
def paths(
    rows: Array, trail: Array, edges: tuple[Array, Array, Array], by_fastest: Array, by_safest: Array, target: int
) -> tuple[Array, Array]:
    """Where the edges of each way begin, and the edges: those of its trail, then those of the fastest way on.

    `edges` holds the caller's edges in both orders, and their heads. A row without a trail is the safest way.
    """
    ahead, back, heads = edges
    starts = np.zeros(rows.shape[0] + 1, np.int64)
    for row in range(rows.shape[0]):
        by = by_fastest if rows[row, 2] >= 0 else by_safest
        before, after = length(rows[row], trail, edges, by, target)
        starts[row + 1] = starts[row] + before + after
    found = np.empty(starts[-1], np.int32)
    for row in range(rows.shape[0]):
        place, node = rows[row, 2], rows[row, 3]
        by = by_fastest if place >= 0 else by_safest
        before, after = length(rows[row], trail, edges, by, target)
        for step in range(before):
            found[starts[row] + before - 1 - step] = ahead[trail[place, BY]]
            place = trail[place, BEFORE]
        for step in range(after):
            found[starts[row] + before + step] = back[by[node]]
            node = heads[back[by[node]]]
    return starts, found
