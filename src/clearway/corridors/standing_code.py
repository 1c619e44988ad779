"""The least time that any plan can take, in machine code, by a flow that stands: without a network for each step.

Ford and Fulkerson (1958): so many as flow along each of the shortest ways at once can do so again in every step, until
the last would arrive too late; no plan lets more arrive from the same nodes.
"""

from typing import Any

import numpy as np

from clearway.corridors.compiling import compiled, whole
from clearway.corridors.graph import Array
from clearway.corridors.heap_code import EMPTY, pop, push
from clearway.corridors.reserving_code import NEVER, People, Roads


@compiled
def soonest(roads: Roads, origins: Array, room: Array, people: int, known: int) -> Any:
    """A step before which so many cannot arrive from these nodes, the first if it is later than the `known` one."""
    nodes = roads.least.size
    flow, heights = np.zeros(roads.rate.size, np.int64), np.zeros(nodes, np.int64)
    far, by = np.empty(nodes, np.int64), np.empty(nodes, np.int64)
    size = 2 * roads.rate.size + origins.size + 1
    keys, items = np.empty(size, np.int64), np.empty(size, np.int64)
    for node in range(nodes):
        heights[node] = -roads.least[node]
    passing, weighed, last = 0, 0, NEVER
    while True:
        goal = shortest(roads, origins, room, flow, heights, far, by, keys, items)
        if goal < 0:
            return last
        length = heights[goal]
        if length >= last or last <= known:
            return last
        amount, node = NEVER * NEVER, goal
        while by[node] >= 0:
            edge = by[node] >> 1
            amount = min(amount, flow[edge] if by[node] & 1 else roads.rate[edge] - flow[edge])
            node = roads.heads[edge] if by[node] & 1 else roads.tails[edge]
        node = goal
        while by[node] >= 0:
            edge = by[node] >> 1
            flow[edge] += -amount if by[node] & 1 else amount
            node = roads.heads[edge] if by[node] & 1 else roads.tails[edge]
        passing += amount
        weighed += amount * length
        last = -(-(people + weighed) // passing) - 1


@compiled
def shortest(
    roads: Roads,
    origins: Array,
    room: Array,
    flow: Array,
    heights: Array,
    far: Array,
    by: Array,
    keys: Array,
    items: Array,
) -> Any:
    """The goal with the shortest way that is still free, or -1; `heights` become the least costs, `by` tells the way.

    Dijkstra's search by costs that heights make positive, after Edmonds and Karp (1972).
    """
    far[:] = NEVER
    size, reached = EMPTY, -1
    base = NEVER
    for origin in origins:
        if roads.least[origin] < NEVER:
            base = min(base, -heights[origin])
    for origin in origins:
        if roads.least[origin] < NEVER:
            far[origin], by[origin] = -heights[origin] - base, -1
            size = push(keys, items, size, far[origin], origin)
    while size > 0:
        so_far, node = keys[0], items[0]
        size = pop(keys, items, size)
        if so_far > far[node]:
            continue
        if room[node] != 0:
            reached = node
            break
        for arc in range(roads.starts[node], roads.starts[node + 1]):
            edge = roads.edges[arc]
            head = roads.heads[edge]
            if flow[edge] < roads.rate[edge] and roads.least[head] < NEVER:
                new = so_far + roads.steps[edge] + heights[node] - heights[head]
                if new < far[head]:
                    far[head], by[head] = new, 2 * edge
                    size = push(keys, items, size, new, head)
        for arc in range(roads.back_starts[node], roads.back_starts[node + 1]):
            edge = roads.back_edges[arc]
            if flow[edge] > 0:
                tail = roads.tails[edge]
                new = so_far - roads.steps[edge] + heights[node] - heights[tail]
                if new < far[tail]:
                    far[tail], by[tail] = new, 2 * edge + 1
                    size = push(keys, items, size, new, tail)
    if reached >= 0:
        end = far[reached]
        for node in range(heights.size):
            heights[node] += min(far[node], end) + base
    return reached


@compiled
def horizon_of(roads: Roads, people: People, wanted: int) -> Any:
    """A step before which so many cannot all have arrived: that of the group of origins for which it is latest.

    There are too many groups to ask for each: one grows from the slowest origin and one shrinks from all, an origin at
    a time, as long as its step gets later. Where not all can get out, it is only asked for all.
    """
    out, none = np.flatnonzero(people.waiting > 0), whole(-1)
    nodes, waiting = people.origins[out], people.waiting[out]
    best = soonest(roads, nodes, people.room, wanted, none)
    if wanted < waiting.sum():
        return best
    for grown in (False, True):
        last, group = none if grown else best, np.full(nodes.size, not grown)
        while True:
            gain, at = last, -1
            for origin in range(nodes.size):
                group[origin] = not group[origin]
                if group.any():
                    step = soonest(roads, nodes[group], people.room, waiting[group].sum(), gain)
                    if step > gain:
                        gain, at = step, origin
                group[origin] = not group[origin]
            if at < 0:
                break
            group[at], last = not group[at], gain
        best = max(best, last)
    return best
