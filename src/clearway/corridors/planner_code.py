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
UNUSED, FULL = -1, -2
MOST_TRIED = 4
"""When an arrival turns out later than was known, others may be sooner: so many are asked before one is taken."""
SHARES = 16
"""Of those who wait, so large a part sets out by one way before ways are compared again, in steps after one another."""


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
    origin: int,
    least: Array,
    room: Array,
    kept: tuple[Array, Array],
    work: tuple[Array, Array, Array, Array, Array, Array],
    turn: int,
) -> tuple[Any, Any]:
    """The goal where somebody from the origin can arrive first, and when, or -1.

    `work` then tells the way back. Of nodes with the same bound the one with the least to go is first.
    """
    starts, ends, steps = ahead
    row_of, skips = kept
    seen, reached, by, left_at, keys, items = work
    size = EMPTY
    if least[origin] < NEVER:
        seen[origin], reached[origin], by[origin] = turn, 0, -1
        size = push(keys, items, size, 0, np.uint32(origin))
    while size > 0:
        key, node = keys[0], np.int64(items[0])
        size = pop(keys, items, size)
        if by[node] >= 0 and key > (reached[node] + least[node]) << 24 | least[node]:
            continue
        if room[node] != 0:
            return node, reached[node]
        for at in range(starts[node], starts[node + 1]):
            end = np.int64(ends[at])
            leave = reached[node]
            row = row_of[at]
            if least[end] == NEVER or row == FULL or (seen[end] == turn and leave + steps[at] >= reached[end]):
                continue
            if row >= 0 and leave < skips.shape[1]:
                leave = next_free(skips, row, leave)
            arrive = leave + steps[at]
            if seen[end] != turn or arrive < reached[end]:
                seen[end], reached[end], by[end], left_at[end] = turn, arrive, at, leave
                key = (arrive + least[end]) << 24 | least[end]
                size = push(keys, items, size, key, np.uint32(end))
    return -1, 0


@compiled
def convoy(
    goal: int,
    kept: tuple[Array, Array],
    rate: Array,
    tails: Array,
    work: tuple[Array, Array, Array, Array, Array, Array],
    most: int,
    waiting: int,
) -> tuple[Any, Any, Any, Any]:
    """How many can go by the way found, in how many steps after one another, over how many edges, and the last step."""
    row_of, free = kept
    by, left_at = work[2], work[3]
    amount, count, node, last = most, 0, goal, 0
    while by[node] >= 0:
        at, leave = by[node], left_at[node]
        row = row_of[at]
        amount = min(amount, free[row, leave] if row >= 0 and leave < free.shape[1] else rate[at])
        last = max(last, leave)
        count += 1
        node = tails[at]
    times = max(1, min(most, waiting // SHARES) // amount)
    node = goal
    while by[node] >= 0 and times > 1:
        at, leave = by[node], left_at[node]
        row = row_of[at]
        if row >= 0:
            for further in range(1, times):
                if leave + further < free.shape[1] and free[row, leave + further] < amount:
                    times = further
                    break
        node = tails[at]
    return amount, times, count, last + times


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
    behind: Array,
) -> tuple[Array, Array]:
    """The trips (origin, goal, arrival, people, steps, where its edges end), and their edges with the step of each.

    `rates` is what passes an edge in a step, in the order of `ahead` and of `back`; `tails` goes with `ahead`.
    An origin chooses as if it arrived so many steps later as `behind` says, which is 0 for all in the paper.
    """
    nodes = ahead[0].size - 1
    waiting = people.copy()
    room = np.zeros(nodes, np.int64)
    room[goals] = rooms
    row_of = np.where(rates[0] > 0, UNUSED, FULL)
    free, skips, rows = np.zeros((64, 256), np.int64), np.zeros((64, 257), np.int32), 0
    work = (
        np.full(nodes, -1, np.int64),
        np.zeros(nodes, np.int64),
        np.zeros(nodes, np.int64),
        np.zeros(nodes, np.int64),
        np.empty(ahead[1].size + 1, np.int64),
        np.empty(ahead[1].size + 1, np.uint32),
    )
    by, left_at = work[2], work[3]
    trips, used = np.empty((256, 6), np.int64), 0
    passed, length = np.empty((4096, 2), np.int32), 0
    least = to_go(back[0], back[1], back[2], rates[1], goals[room[goals] != 0])
    keys, items, size = np.empty(origins.size + 1, np.int64), np.empty(origins.size + 1, np.uint32), EMPTY
    for origin in range(origins.size):
        if waiting[origin] > 0 and least[origins[origin]] < NEVER:
            size = push(keys, items, size, least[origins[origin]] + behind[origin], np.uint32(origin))
    turn, tried = 0, 0
    while size > 0:
        origin = int(items[0])
        size = pop(keys, items, size)
        goal, arrival = first_arrival(ahead, origins[origin], least, room, (row_of, skips), work, turn)
        turn, tried = turn + 1, tried + 1
        if goal < 0:
            continue
        if size > 0 and arrival + behind[origin] > keys[0] and tried < MOST_TRIED:
            size = push(keys, items, size, arrival + behind[origin], np.uint32(origin))
            continue
        tried = 0
        most = waiting[origin] if room[goal] < 0 else min(waiting[origin], room[goal])
        amount, times, count, last = convoy(goal, (row_of, free), rates[0], tails, work, most, waiting[origin])
        if used == trips.shape[0]:
            trips = wider(trips, 2 * used, 6)
        while length + count > passed.shape[0]:
            passed = wider(passed, 2 * passed.shape[0], 2)
        width = free.shape[1]
        if last >= width:
            width = max(2 * width, last + 1)
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
            for step in range(leave, leave + times):
                free[row, step] -= amount
                if free[row, step] == 0:
                    skips[row, step] = step + 1
            node = tails[at]
        length += count
        trips[used, 0], trips[used, 1], trips[used, 2] = origin, goal, arrival
        trips[used, 3], trips[used, 4], trips[used, 5] = amount, times, length
        used += 1
        waiting[origin] -= amount * times
        if waiting[origin] > 0:
            size = push(keys, items, size, arrival + behind[origin], np.uint32(origin))
        if room[goal] > 0:
            room[goal] -= amount * times
            if room[goal] == 0:
                least = to_go(back[0], back[1], back[2], rates[1], goals[room[goals] != 0])
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


@compiled
def plan_best(
    ahead: tuple[Array, Array, Array],
    back: tuple[Array, Array, Array],
    rates: tuple[Array, Array],
    tails: Array,
    origins: Array,
    people: Array,
    goals: Array,
    rooms: Array,
    rounds: int,
) -> tuple[Array, Array]:
    """The best of several plans: most people first, then fewest steps; a round that changes nothing is the last."""
    behind = np.zeros(origins.size, np.int64)
    trips, passed = plan(ahead, back, rates, tails, origins, people, goals, rooms, behind)
    moved, steps, done = outcome(trips, origins.size)
    for turn in range(rounds - 1):
        behind += (done.max() - done) // (2 + turn)
        others, edges = plan(ahead, back, rates, tails, origins, people, goals, rooms, behind)
        count, length, done = outcome(others, origins.size)
        if count == moved and length == steps:
            break
        if count > moved or (count == moved and length < steps):
            trips, passed, moved, steps = others, edges, count, length
    return trips, passed


@compiled
def outcome(trips: Array, origins: int) -> tuple[Any, Any, Array]:
    """How many arrive, in how many steps, and when each origin is done."""
    done = np.zeros(origins, np.int64)
    moved = 0
    for trip in range(trips.shape[0]):
        moved += trips[trip, 3] * trips[trip, 4]
        done[trips[trip, 0]] = max(done[trips[trip, 0]], trips[trip, 2] + trips[trip, 4])
    return moved, done.max(), done
