"""The quick planner in machine code: the capacity constrained route planner, which here takes reservations back.

CCRP of Lu, George and Shekhar (2005), SSTD, LNCS 3633:291: again and again find a way out, given what is still free,
and keep it for as many as it takes. Two things are added. Where no free way is left by the step that is aimed at,
reservations are pushed back (`rerouting_code`): ways that make others go another way are what augments a flow over time
(Ford and Fulkerson 1958). And the step that is aimed at is one before which not all can be out (`standing_code`), so
that a plan that keeps to it is the quickest there is.
"""

from typing import Any

import numpy as np

from clearway.corridors.compiling import compiled, whole
from clearway.corridors.graph import Array
from clearway.corridors.heap_code import EMPTY, pop, push
from clearway.corridors.rerouting_code import CAME, FROM, GAVE_UP, NODE, Found, further, nothing, search, way_to
from clearway.corridors.reserving_code import NEVER, Book, People, Roads, allowed, blank, reserve, roomier, wider
from clearway.corridors.standing_code import horizon_of

LATER = 200
"""A step that is let go by is let go by for one that is later by a part: a step in so many, and one more."""


@compiled
def to_go(starts: Array, edges: Array, ends: Array, steps: Array, rate: Array, goals: Array) -> Array:
    """The least steps from each node to one of the goals, along edges that pass somebody; rows are those back."""
    nodes = starts.size - 1
    found = np.full(nodes, NEVER, np.int64)
    keys = np.empty(edges.size + goals.size, np.int64)
    items = np.empty(edges.size + goals.size, np.int64)
    size = EMPTY
    for goal in goals:
        if found[goal] != 0:
            found[goal] = 0
            size = push(keys, items, size, 0, goal)
    while size > 0:
        so_far, node = keys[0], items[0]
        size = pop(keys, items, size)
        if so_far > found[node]:
            continue
        for at in range(starts[node], starts[node + 1]):
            edge = edges[at]
            end, new = ends[edge], so_far + steps[edge]
            if rate[edge] > 0 and new < found[end]:
                found[end] = new
                size = push(keys, items, size, new, end)
    return found


@compiled
def fill(roads: Roads, people: People, wanted: int, patience: int) -> tuple[Book, Any]:
    """What is reserved for so many, and the first step by which they can all be there at all.

    `wanted` is how many can get out, however long it takes; they are taken out of those who wait. After so many
    searches (`patience`) with others pushed back, a step is let go by for a later one, though all might be out by it.
    """
    proven = horizon_of(roads, people, wanted)
    horizon, free, tried = proven, wanted > 0, 0
    book, found = blank(roads.least.size, roads.rate.size, horizon + 2), nothing(roads.least.size)
    while wanted > 0 and horizon < NEVER:
        if horizon + 2 > book.used.shape[1]:
            book = wider(book, horizon + horizon // 8 + 2)
        goal, found = search(roads, book, people, horizon, not free, found)
        tried += 0 if free else 1
        if goal >= 0:
            moved, book = convoy(roads, book, people, found, goal, horizon)
            wanted -= moved
        elif free:
            free = False
        elif goal == GAVE_UP:
            tried = patience + 1
        else:
            proven = horizon = min(NEVER, horizon + further(roads, people, found, horizon, wanted))
            free, tried = wanted > 0, 0
        if tried > patience:
            horizon, free, tried = horizon + 1 + horizon // LATER, wanted > 0, 0
    return book, proven


@compiled
def convoy(roads: Roads, book: Book, people: People, found: Found, goal: int, horizon: int) -> tuple[Any, Book]:
    """Reserve the way to a label for as many as it takes, in steps after one another: how many, and the book."""
    end, spare, length, at = found.labels[goal, NODE], NEVER, 0, goal
    while at >= 0:
        spare = min(spare, horizon - found.labels[at, CAME] - roads.least[found.labels[at, NODE]])
        at, length = found.labels[at, FROM], length + 1
    moves, rates = np.empty((2 * length, 4), np.int64), np.empty(2 * length, np.int64)
    book = roomier(book, length, length)
    limited = people.room[end] > 0
    count, start = way_to(roads, book, found, goal, moves, rates, limited)
    origin, later, moved = people.owner[start], whole(0), 0
    amount = min(people.waiting[origin], allowed(book, rates, moves, count, later))
    if limited:
        amount = min(amount, people.room[end])
    while later <= spare and people.waiting[origin] >= amount and allowed(book, rates, moves, count, later) >= amount:
        if limited:
            if people.room[end] < amount:
                break
            people.room[end] -= amount
        reserve(book, rates, moves, count, later, amount)
        people.waiting[origin] -= amount
        moved, later = moved + amount, later + 1
    return moved, book
