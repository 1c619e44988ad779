"""The capacity constrained route planner in machine code.

CCRP of Lu, George and Shekhar (2005), SSTD, LNCS 3633:291: again and again find the way on which somebody arrives
first, given what is still free, and keep it for as many as it takes. That a search goes by what is at least still to go
is as in A*. What is free is kept for edges that somebody uses, and for each of their steps the next that is not full.
"""

from typing import Any

import numpy as np

from clearway.corridors.compiling import compiled
from clearway.corridors.graph import Array
from clearway.corridors.heap_code import EMPTY, pop, push

NEVER = 2**31 - 1


@compiled
def to_go(starts: Array, ends: Array, steps: Array, rate: Array, goals: Array) -> Array:
    """The least steps from each node to one of the goals, along edges that pass somebody; rows are those back."""
    nodes = starts.size - 1
    found = np.full(nodes, NEVER, np.int64)
    keys = np.empty(ends.size + goals.size, np.int64)
    items = np.empty(ends.size + goals.size, np.uint32)
    size = EMPTY
    for goal in goals:
        if found[goal] != 0:
            found[goal] = 0
            size = push(keys, items, size, 0, np.uint32(goal))
    while size > 0:
        so_far, node = keys[0], items[0]
        size = pop(keys, items, size)
        if so_far > found[node]:
            continue
        for at in range(starts[node], starts[np.int64(node) + 1]):
            new = so_far + steps[at]
            if rate[at] > 0 and new < found[ends[at]]:
                found[ends[at]] = new
                size = push(keys, items, size, new, ends[at])
    return found


@compiled
def next_free(skips: Array, row: int, step: int) -> Any:
    """The first step from this one on that is not full; the row's pointers are shortened on the way."""
    last = step
    while skips[row, last] != last:
        last = skips[row, last]
    while skips[row, step] != last:
        following = skips[row, step]
        skips[row, step] = last
        step = following
    return last


@compiled
def wider(table: Array, rows: int, width: int) -> Array:
    """The table with more rows and columns."""
    grown = np.zeros((rows, width), table.dtype)
    grown[: table.shape[0], : table.shape[1]] = table
    return grown


@compiled
def first_arrival(
    ahead: tuple[Array, Array, Array],
    origins: Array,
    waiting: Array,
    least: Array,
    kept: tuple[Array, Array],
    work: tuple[Array, Array, Array, Array, Array, Array],
    turn: int,
) -> tuple[Any, Any]:
    """The goal where somebody can arrive first and when, or -1; `work` then tells the way back to the origin."""
    starts, ends, steps = ahead
    row_of, skips = kept
    seen, reached, by, left_at, keys, items = work
    size = EMPTY
    for origin in range(origins.size):
        node = origins[origin]
        if waiting[origin] > 0 and least[node] < NEVER:
            seen[node], reached[node], by[node] = turn, 0, -1
            size = push(keys, items, size, least[node], np.uint32(node))
    while size > 0:
        key, node = keys[0], np.int64(items[0])
        size = pop(keys, items, size)
        if key > reached[node] + least[node]:
            continue
        if least[node] == 0:
            return node, reached[node]
        for at in range(starts[node], starts[node + 1]):
            end = np.int64(ends[at])
            if least[end] == NEVER or row_of[at] == -2:
                continue
            leave = reached[node]
            if seen[end] == turn and leave + steps[at] >= reached[end]:
                continue
            row = row_of[at]
            if row >= 0 and leave < skips.shape[1]:
                leave = next_free(skips, row, leave)
            arrive = leave + steps[at]
            if seen[end] != turn or arrive < reached[end]:
                seen[end], reached[end], by[end], left_at[end] = turn, arrive, at, leave
                size = push(keys, items, size, arrive + least[end], np.uint32(end))
    return -1, 0


@compiled
def plan(
    ahead: tuple[Array, Array, Array],
    back: tuple[Array, Array, Array],
    rates: tuple[Array, Array],
    tails: Array,
    origins: Array,
    people: Array,
    goals: Array,
    rooms: Array,
) -> tuple[Array, Array]:
    """The trips (origin, goal, arrival, amount, where its edges end) and their edges, each with the step it is entered.

    `rates` is what passes an edge in a step, in the order of `ahead` and of `back`; `tails` goes with `ahead`.
    """
    starts, ends, _ = ahead
    nodes = starts.size - 1
    waiting, left = people.copy(), rooms.copy()
    room_of = np.full(nodes, -1, np.int64)
    for goal in range(goals.size):
        room_of[goals[goal]] = goal
    row_of = np.where(rates[0] > 0, -1, -2)
    free, skips, rows = np.zeros((64, 512), np.int64), np.zeros((64, 513), np.int32), 0
    work = (
        np.full(nodes, -1, np.int64),
        np.zeros(nodes, np.int64),
        np.zeros(nodes, np.int64),
        np.zeros(nodes, np.int64),
        np.empty(ends.size + origins.size + 1, np.int64),
        np.empty(ends.size + origins.size + 1, np.uint32),
    )
    _, _, by, left_at, _, _ = work
    trips, used = np.empty((256, 5), np.int64), 0
    passed, length = np.empty((4096, 2), np.int32), 0
    least = to_go(back[0], back[1], back[2], rates[1], goals[left != 0])
    turn = 0
    while True:
        goal, arrival = first_arrival(ahead, origins, waiting, least, (row_of, skips), work, turn)
        turn += 1
        if goal < 0:
            break
        amount, node, count = NEVER * NEVER, goal, 0
        while by[node] >= 0:
            at, leave = by[node], left_at[node]
            row = row_of[at]
            fits = free[row, leave] if row >= 0 and leave < free.shape[1] else rates[0][at]
            amount = min(amount, fits)
            node = tails[at]
            count += 1
        origin = 0
        while origins[origin] != node:
            origin += 1
        amount = min(amount, waiting[origin])
        if left[room_of[goal]] >= 0:
            amount = min(amount, left[room_of[goal]])
        if used == trips.shape[0]:
            trips = wider(trips, 2 * used, 5)
        while length + count > passed.shape[0]:
            passed = wider(passed, 2 * passed.shape[0], 2)
        width = free.shape[1]
        if arrival >= width:
            width = max(2 * width, arrival + 1)
            free, skips = widened(free, skips, rates[0], row_of, width)
        node, place = goal, length + count
        while by[node] >= 0:
            at, leave = by[node], left_at[node]
            place -= 1
            passed[place, 0], passed[place, 1] = at, leave
            if row_of[at] < 0:
                if rows == free.shape[0]:
                    free, skips = wider(free, 2 * rows, width), wider(skips, 2 * rows, width + 1)
                row_of[at] = rows
                free[rows] = rates[0][at]
                skips[rows] = np.arange(width + 1)
                rows += 1
            row = row_of[at]
            free[row, leave] -= amount
            if free[row, leave] == 0:
                skips[row, leave] = leave + 1
            node = tails[at]
        length += count
        trips[used, 0], trips[used, 1], trips[used, 2], trips[used, 3], trips[used, 4] = (
            origin,
            goal,
            arrival,
            amount,
            length,
        )
        used += 1
        waiting[origin] -= amount
        if left[room_of[goal]] >= 0:
            left[room_of[goal]] -= amount
            if left[room_of[goal]] == 0:
                least = to_go(back[0], back[1], back[2], rates[1], goals[left != 0])
    return trips[:used], passed[:length]


@compiled
def widened(free: Array, skips: Array, rate: Array, row_of: Array, width: int) -> tuple[Array, Array]:
    """Both tables with room for more steps, in which all is free."""
    before = free.shape[1]
    free, skips = wider(free, free.shape[0], width), wider(skips, skips.shape[0], width + 1)
    for at in range(row_of.size):
        row = row_of[at]
        if row >= 0:
            for step in range(before, width):
                free[row, step] = rate[at]
            for step in range(before, width + 1):
                skips[row, step] = step
    return free, skips
