"""What is reserved, in machine code: who is on each edge in use in each step, and who waits at each node.

Rows are made only for edges and nodes that somebody uses, so that it stays small where the network is large.
"""

from typing import Any, NamedTuple

import numpy as np

from clearway.corridors.compiling import compiled
from clearway.corridors.graph import Array

NEVER = 2**31 - 1
NO_ROW = -1
FORWARD, BACK, WAIT, UNWAIT, START = range(5)
"""What a way does: enter an edge, push others back off it, wait, take the place of others who wait, wait to set out."""


class Roads(NamedTuple):
    """The edges out of each node and into it (`back_`), and of each edge its ends, its steps, and who passes in one.

    `least` is how many steps it is from each node to the nearest destination.
    """

    starts: Array
    edges: Array
    back_starts: Array
    back_edges: Array
    tails: Array
    heads: Array
    steps: Array
    rate: Array
    least: Array


class People(NamedTuple):
    """Who still waits at each of the origins, which of these a node is (`owner`), and for how many there is room."""

    origins: Array
    waiting: Array
    owner: Array
    room: Array


class Book(NamedTuple):
    """By row and step: who enters an edge (`used`), the next step in which it is not full (`skips`), and who waits.

    `last` is the last step in which a row was ever used; `counts` is how many rows of edges and of nodes there are.
    """

    row_of: Array
    used: Array
    skips: Array
    last: Array
    place_of: Array
    waits: Array
    counts: Array


@compiled
def blank(nodes: int, edges: int, width: int) -> Book:
    """A book in which nothing is reserved, for so many steps."""
    return Book(
        np.full(edges, NO_ROW, np.int64),
        np.zeros((64, width), np.int64),
        np.zeros((64, width + 1), np.int32),
        np.full(64, -1, np.int64),
        np.full(nodes, NO_ROW, np.int64),
        np.zeros((16, width), np.int64),
        np.zeros(2, np.int64),
    )


@compiled
def wider(book: Book, width: int) -> Book:
    """The book for more steps, in which all is free; who waits at the end waits on."""
    rows, before = book.used.shape
    used, skips = np.zeros((rows, width), np.int64), np.zeros((rows, width + 1), np.int32)
    used[:, :before], skips[:, : before + 1] = book.used, book.skips
    for row in range(book.counts[0]):
        skips[row, before:] = np.arange(before, width + 1)
    waits = np.zeros((book.waits.shape[0], width), np.int64)
    waits[:, :before] = book.waits
    for place in range(book.counts[1]):
        waits[place, before:] = book.waits[place, before - 1]
    return Book(book.row_of, used, skips, book.last, book.place_of, waits, book.counts)


@compiled
def roomier(book: Book, rows: int, places: int) -> Book:
    """The book with room for so many more rows of edges and of nodes."""
    used, skips, last, waits = book.used, book.skips, book.last, book.waits
    width = used.shape[1]
    if book.counts[0] + rows > used.shape[0]:
        grown = max(2 * used.shape[0], book.counts[0] + rows)
        used, skips, last = (
            np.zeros((grown, width), np.int64),
            np.zeros((grown, width + 1), np.int32),
            np.full(grown, -1, np.int64),
        )
        used[: book.used.shape[0]], skips[: book.used.shape[0]] = book.used, book.skips
        last[: book.used.shape[0]] = book.last
    if book.counts[1] + places > waits.shape[0]:
        waits = np.zeros((max(2 * waits.shape[0], book.counts[1] + places), width), np.int64)
        waits[: book.waits.shape[0]] = book.waits
    return Book(book.row_of, used, skips, last, book.place_of, waits, book.counts)


@compiled
def row_for(book: Book, edge: int) -> Any:
    """The row of an edge, made if there is none; there has to be room."""
    if book.row_of[edge] == NO_ROW:
        row = book.counts[0]
        book.row_of[edge] = row
        book.skips[row] = np.arange(book.skips.shape[1])
        book.counts[0] += 1
    return book.row_of[edge]


@compiled
def place_for(book: Book, node: int) -> Any:
    """The row of a node, made if there is none; there has to be room."""
    if book.place_of[node] == NO_ROW:
        book.place_of[node] = book.counts[1]
        book.counts[1] += 1
    return book.place_of[node]


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
def next_used(book: Book, row: int, step: int) -> Any:
    """The first step from this one on in which somebody enters the edge, or `NEVER`."""
    for at in range(max(step, 0), book.last[row] + 1):
        if book.used[row, at] > 0:
            return at
    return NEVER


@compiled
def allowed(book: Book, rates: Array, moves: Array, count: int, later: int) -> Any:
    """How many can make these moves so many steps later than they say."""
    amount = NEVER * NEVER
    for at in range(count):
        kind, row, start = moves[at, 0], moves[at, 1], moves[at, 2] + later
        if kind == FORWARD:
            amount = min(amount, rates[at] - book.used[row, start])
        elif kind == BACK:
            amount = min(amount, book.used[row, start])
        elif kind == UNWAIT:
            for step in range(start, moves[at, 3] + later):
                amount = min(amount, book.waits[row, step])
    return amount


@compiled
def reserve(book: Book, rates: Array, moves: Array, count: int, later: int, amount: int) -> None:
    """Let so many make these moves so many steps later than they say."""
    for at in range(count):
        kind, row, start = moves[at, 0], moves[at, 1], moves[at, 2] + later
        end = min(moves[at, 3] + later, book.waits.shape[1])
        if kind == FORWARD:
            book.used[row, start] += amount
            book.last[row] = max(book.last[row], start)
            if book.used[row, start] == rates[at]:
                book.skips[row, start] = start + 1
        elif kind == BACK:
            if book.used[row, start] == rates[at]:
                for step in range(start + 1):
                    book.skips[row, step] = min(book.skips[row, step], start)
            book.used[row, start] -= amount
        elif kind == WAIT:
            book.waits[row, start:end] += amount
        elif kind == START:
            book.waits[row, :end] += amount
        else:
            book.waits[row, start:end] -= amount
