"""The quick planner in machine code: the capacity constrained route planner, which here takes reservations back.

CCRP of Lu, George and Shekhar (2005), SSTD, LNCS 3633:291: again and again find a way out, given what is still free,
and keep it for as many as it takes. Two things are added. Where no free way is left by the step that is aimed at,
reservations are pushed back (`rerouting_code`): ways that make others go another way are what augments a flow over time
(Ford and Fulkerson 1958). And the step that is aimed at is one before which not all can be out (`standing_code`), so
that a plan that keeps to it is the quickest there is.
"""

from typing import Any, NamedTuple

import numpy as np

from clearway.corridors.compiling import compiled
from clearway.corridors.graph import Array
from clearway.corridors.heap_code import EMPTY, pop, push
from clearway.corridors.rerouting_code import CAME, FROM, NODE, Found, further, nothing, search, way_to
from clearway.corridors.reserving_code import NEVER, Book, Roads, allowed, blank, reserve, roomier, wider
from clearway.corridors.standing_code import horizon_of
from clearway.corridors.trips_code import trips_of

PATIENCE = 1000
"""So many ways are sought by a step with others pushed back, before it is let go by for one that is later by a part."""
LATER = 200
"""The part: a step in so many."""


class People(NamedTuple):
    """Who still waits at each of the origins, which of these a node is (`owner`), and for how many there is room."""

    origins: Array
    waiting: Array
    owner: Array
    room: Array


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
def plan(
    ahead: tuple[Array, Array],
    back: tuple[Array, Array],
    ends: tuple[Array, Array],
    steps: Array,
    rate: Array,
    leaving: tuple[Array, Array],
    into: tuple[Array, Array],
    wanted: int,
) -> tuple[Array, Array, Any]:
    """The trips, their edges with the step of each (see `trips_of`), and in how few steps `wanted` can be out at all.

    `ahead` and `back` are rows of edges, `ends` their tails and heads, `leaving` nodes and people, `into` nodes and
    rooms. `wanted` is how many can get out, however long it takes, -1 for all whom a road leads out.
    """
    nodes = ahead[0].size - 1
    room, owner = np.zeros(nodes, np.int64), np.full(nodes, -1, np.int64)
    room[into[0]], owner[leaving[0]] = into[1], np.arange(leaving[0].size)
    least = to_go(back[0], back[1], ends[0], steps, rate, into[0][into[1] != 0])
    starts = ahead[0].astype(np.int64), back[0].astype(np.int64)
    roads = Roads(starts[0], ahead[1], starts[1], back[1], ends[0], ends[1], steps, rate, least)
    waiting = np.where(least[leaving[0]] < NEVER, leaving[1], 0)
    people = People(leaving[0], waiting.copy(), owner, room.copy())
    if wanted < 0:
        wanted = waiting.sum()
    if wanted == 0:
        return np.empty((0, 6), np.int64), np.empty((0, 2), np.int64), 0
    book, proven = fill(roads, people, wanted)
    trips, passed = trips_of(roads, book, leaving[0], waiting - people.waiting, room)
    return trips, passed, proven + 1


@compiled
def fill(roads: Roads, people: People, wanted: int) -> tuple[Book, Any]:
    """What is reserved for so many, and the first step by which they can all be there at all."""
    proven = horizon_of(roads, people.origins, people.waiting, people.room, wanted)
    horizon, pushing, turn, tried = proven, False, 0, 0
    book, found = blank(roads.least.size, roads.rate.size, horizon + 2), nothing(roads.least.size)
    while wanted > 0 and horizon < NEVER:
        if horizon + 2 > book.used.shape[1]:
            book = wider(book, horizon + horizon // 8 + 2)
        goal, found = search(roads, book, people.origins, people.waiting, people.room, horizon, found, turn, pushing)
        turn, tried = turn + 1, tried + pushing
        if goal >= 0:
            moved, book = convoy(roads, book, people, found, goal, horizon)
            wanted -= moved
        elif pushing:
            more = further(roads, found, people.origins, people.waiting, horizon, wanted, turn - 1)
            horizon, pushing, tried = min(NEVER, horizon + more), False, 0
            proven = horizon
        else:
            pushing = True
        if tried > PATIENCE:
            horizon, pushing, tried = horizon + 1 + horizon // LATER, False, 0
    return book, proven


@compiled
def convoy(roads: Roads, book: Book, people: People, found: Found, goal: int, horizon: int) -> tuple[Any, Book]:
    """Reserve the way to a label for as many as it takes, in steps after one another: how many, and the book."""
    end, spare, length, at = found.labels[goal, NODE], NEVER, 0, goal
    while at >= 0:
        spare = min(spare, horizon - found.labels[at, CAME] - roads.least[found.labels[at, NODE]])
        at, length = found.labels[at, FROM], length + 1
    moves, rates = np.empty((2 * length + 2, 4), np.int64), np.empty(2 * length + 2, np.int64)
    book = roomier(book, length, length)
    limited = people.room[end] > 0
    count, start = way_to(roads, book, found, goal, moves, rates, limited)
    origin = people.owner[start]
    amount = min(people.waiting[origin], allowed(book, rates, moves, count, 0))
    if limited:
        amount = min(amount, people.room[end])
    moved, later = 0, 0
    while True:
        reserve(book, rates, moves, count, later, amount)
        moved, later = moved + amount, later + 1
        people.waiting[origin] -= amount
        if limited:
            people.room[end] -= amount
            if people.room[end] < amount:
                break
        if later > spare or people.waiting[origin] < amount:
            break
        if allowed(book, rates, moves, count, later) < amount:
            break
    return moved, book
