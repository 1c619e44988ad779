"""Who goes which way, in machine code: what is reserved taken apart into trips.

At each node those who came go on with the first who leave, so that nobody is left waiting for a way that is not there.
"""

from typing import Any

import numpy as np

from clearway.corridors.compiling import compiled, whole
from clearway.corridors.graph import Array
from clearway.corridors.reserving_code import (
    FORWARD,
    NEVER,
    NO_ROW,
    START,
    WAIT,
    Book,
    Roads,
    next_used,
    place_for,
    reserve,
    roomier,
)


@compiled
def trips_of(roads: Roads, book: Book, origins: Array, out: Array, rooms: Array) -> tuple[Array, Array]:
    """The trips (origin, goal, arrival, people, steps, where its edges end), and their edges with the step of each.

    `out` is how many of each origin are on the way; `rooms` says of each node for how many there is room in the end.
    The book is empty then.
    """
    trips, used = np.empty((64, 6), np.int64), 0
    passed, length = np.empty((1024, 2), np.int64), 0
    moves, path = np.empty((2 * roads.least.size + 4, 4), np.int64), np.empty((roads.least.size + 1, 2), np.int64)
    met, rates, turn = (
        np.full((roads.least.size, 3), -1, np.int64),
        np.full(2 * roads.least.size + 4, NEVER * NEVER),
        whole(0),
    )
    for origin in range(origins.size):
        left = out[origin]
        while left > 0:
            count, hops, goal, came, turn, book = walk(
                roads, book, origins[origin], rooms, moves, path, met, rates, turn
            )
            times = whole(0)
            amount = min(left, reserved(book, moves, count, times))
            while left >= amount and reserved(book, moves, count, times) >= amount:
                reserve(book, rates, moves, count, times, -amount)
                left, times = left - amount, times + 1
            if used == trips.shape[0]:
                trips = longer(trips)
            while length + hops > passed.shape[0]:
                passed = longer(passed)
            passed[length : length + hops] = path[:hops]
            length += hops
            trips[used, 0], trips[used, 1], trips[used, 2] = origin, goal, came
            trips[used, 3], trips[used, 4], trips[used, 5] = amount, times, length
            used += 1
    return trips[:used], passed[:length]


@compiled
def longer(table: Array) -> Array:
    """The table with twice as many rows."""
    grown = np.zeros((2 * table.shape[0], table.shape[1]), table.dtype)
    grown[: table.shape[0]] = table
    return grown


@compiled
def walk(
    roads: Roads, book: Book, origin: int, rooms: Array, moves: Array, path: Array, met: Array, rates: Array, turn: int
) -> tuple[Any, Any, Any, Any, Any, Book]:
    """Follow those who leave first from an origin: how many moves and edges, where they end and when, and the book.

    Who comes to a node again could have waited there: such a round is taken out, and the walk begins anew.
    """
    node, came, count, hops, turn = origin, whole(0), 0, 0, turn + 1
    while True:
        if met[node, 0] == turn:
            book = unwound(book, moves, rates, met[node, 1], count, node, met[node, 2], came)
            node, came, count, hops, turn = origin, 0, 0, 0, turn + 1
        met[node, 0], met[node, 1], met[node, 2] = turn, count, came
        edge, enters = first_out(roads, book, node, came)
        first = count == 0
        if first or (enters > came and (edge >= 0 or rooms[node] > 0)):
            book = roomier(book, whole(0), whole(1))
            moves[count, 0], moves[count, 1] = START if first else WAIT, place_for(book, node)
            moves[count, 2], moves[count, 3] = came, enters
            count += 1
        if edge < 0:
            return count, hops, node, came, turn, book
        moves[count, 0], moves[count, 1], moves[count, 2], moves[count, 3] = FORWARD, book.row_of[edge], enters, enters
        path[hops, 0], path[hops, 1] = edge, enters
        count, hops = count + 1, hops + 1
        node, came = roads.heads[edge], enters + roads.steps[edge]


@compiled
def first_out(roads: Roads, book: Book, node: int, step: int) -> tuple[Any, Any]:
    """The edge that is entered first from a node by a step or after, and when; -1 where there is none."""
    first, by = NEVER, -1
    for arc in range(roads.starts[node], roads.starts[node + 1]):
        edge = roads.edges[arc]
        row = book.row_of[edge]
        if row != NO_ROW:
            enters = next_used(book, row, step)
            if enters < first:
                first, by = enters, edge
    return by, first


@compiled
def unwound(book: Book, moves: Array, rates: Array, begin: int, end: int, node: int, left: int, back: int) -> Book:
    """The book in which those who would make these moves round to a node wait at it until they would be back."""
    now = whole(0)
    amount = reserved(book, moves[begin:], end - begin, now)
    reserve(book, rates, moves[begin:], end - begin, now, -amount)
    book = roomier(book, whole(0), whole(1))
    book.waits[place_for(book, node), left:back] += amount
    return book


@compiled
def reserved(book: Book, moves: Array, count: int, later: int) -> Any:
    """How many make these moves so many steps later than they say."""
    amount = NEVER * NEVER
    for at in range(count):
        kind, row, start = moves[at, 0], moves[at, 1], moves[at, 2] + later
        if kind == FORWARD:
            amount = min(amount, book.used[row, start] if start < book.used.shape[1] else 0)
        else:
            for step in range(0 if kind == START else start, min(moves[at, 3] + later, book.waits.shape[1])):
                amount = min(amount, book.waits[row, step])
    return amount
