"""The next way out in machine code: over what is free, or in the place of others who can go another way.

A reservation may be pushed back: who comes to the end of an edge by the step in which others leave it can let these
stay at its start, and go on in their place. As all may wait at any node, whoever can be at a node in a step can be
there in all later ones, so that a search keeps but one step for each node, as in a network without time. It is
Dijkstra's with steps that may go back.
"""

from typing import Any, NamedTuple

import numpy as np

from clearway.corridors.compiling import compiled
from clearway.corridors.graph import Array
from clearway.corridors.heap_code import EMPTY, pop, push
from clearway.corridors.reserving_code import (
    BACK,
    FORWARD,
    NEVER,
    NO_ROW,
    START,
    UNWAIT,
    WAIT,
    Book,
    Roads,
    next_free,
    next_used,
    place_for,
    row_for,
)

NODE, STEP, FROM, EDGE, ENTERS, CAME, TURNED = range(7)
"""Columns of a label: the node, from which step on somebody can be there, the label before, the edge between, when it
is entered, when they came (later than `STEP` where they take the place of others), and whether it is pushed back."""


class Found(NamedTuple):
    """Labels, and for each node its own newest one and in which search that was (`seen`)."""

    seen: Array
    newest: Array
    labels: Array
    keys: Array
    items: Array
    counts: Array


@compiled
def nothing(nodes: int) -> Found:
    """Before the first search."""
    size = 4 * nodes + 64
    return Found(
        np.full(nodes, -1, np.int64),
        np.zeros(nodes, np.int64),
        np.empty((size, 7), np.int32),
        np.empty(size + 1, np.int64),
        np.empty(size + 1, np.int64),
        np.zeros(1, np.int64),
    )


@compiled
def larger(found: Found) -> Found:
    """The same with room for twice as many labels."""
    size = found.labels.shape[0]
    labels, keys, items = (
        np.empty((2 * size, 7), np.int32),
        np.empty(2 * size + 1, np.int64),
        np.empty(2 * size + 1, np.int64),
    )
    labels[:size], keys[: size + 1], items[: size + 1] = found.labels, found.keys, found.items
    return Found(found.seen, found.newest, labels, keys, items, found.counts)


@compiled
def label(
    book: Book,
    found: Found,
    size: Any,
    least: Array,
    turn: int,
    before: int,
    edge: int,
    node: int,
    enters: int,
    came: int,
    turned: int,
) -> Any:
    """Note that somebody can be at a node from a step on; the new size of the heap."""
    step, place = came, book.place_of[node]
    if place != NO_ROW:
        while step > 0 and book.waits[place, step - 1] > 0:
            step -= 1
    new = found.counts[0]
    found.counts[0] += 1
    labels = found.labels
    labels[new, NODE], labels[new, STEP], labels[new, FROM], labels[new, EDGE] = node, step, before, edge
    labels[new, ENTERS], labels[new, CAME], labels[new, TURNED] = enters, came, turned
    found.seen[node], found.newest[node] = turn, new
    return push(found.keys, found.items, size, step + least[node] << 24 | least[node], new)


@compiled
def sooner(found: Found, node: int, step: int, turn: int) -> Any:
    """Whether nobody was known to be at the node by that step."""
    return found.seen[node] != turn or step < found.labels[found.newest[node], STEP]


@compiled
def search(
    roads: Roads,
    book: Book,
    origins: Array,
    waiting: Array,
    room: Array,
    horizon: int,
    found: Found,
    turn: int,
    pushing: bool,
) -> tuple[Any, Found]:
    """The label of a destination with room that somebody who waits can reach by the horizon, or -1."""
    least, rate, heads, tails = roads.least, roads.rate, roads.heads, roads.tails
    size = EMPTY
    found.counts[0] = 0
    for origin in range(origins.size):
        node = origins[origin]
        if waiting[origin] > 0 and least[node] <= horizon and sooner(found, node, 0, turn):
            size = label(book, found, size, least, turn, -1, -1, node, 0, 0, 0)
    while size > 0:
        at = found.items[0]
        size = pop(found.keys, found.items, size)
        node, step = found.labels[at, NODE], found.labels[at, STEP]
        if found.newest[node] != at:
            continue
        if room[node] != 0:
            return at, found
        degree = roads.starts[node + 1] - roads.starts[node] + roads.back_starts[node + 1] - roads.back_starts[node]
        while found.counts[0] + degree >= found.labels.shape[0]:
            found = larger(found)
        for arc in range(roads.starts[node], roads.starts[node + 1]):
            edge = roads.edges[arc]
            head = heads[edge]
            if rate[edge] == 0 or step + roads.steps[edge] + least[head] > horizon:
                continue
            row, enters = book.row_of[edge], step
            if row != NO_ROW:
                enters = next_free(book.skips, row, step)
            came = enters + roads.steps[edge]
            if came + least[head] <= horizon and sooner(found, head, came, turn):
                size = label(book, found, size, least, turn, at, edge, head, enters, came, 0)
        if not pushing:
            continue
        for arc in range(roads.back_starts[node], roads.back_starts[node + 1]):
            edge = roads.back_edges[arc]
            row = book.row_of[edge]
            if row == NO_ROW:
                continue
            enters = next_used(book, row, step - roads.steps[edge])
            if enters < NEVER and sooner(found, tails[edge], enters, turn):
                size = label(book, found, size, least, turn, at, edge, tails[edge], enters, enters, 1)
    return -1, found


@compiled
def way_to(
    roads: Roads, book: Book, found: Found, goal: int, moves: Array, rates: Array, stays: bool
) -> tuple[Any, Any]:
    """Write what those do who go the way to a label, last things first: how many moves, and by whose origin's node.

    There has to be room in the book. With `stays` they are kept in mind as waiting at the destination.
    """
    labels, count, at, leaves = found.labels, 0, goal, NEVER
    while True:
        node, came = labels[at, NODE], labels[at, CAME]
        if came != leaves and (at != goal or stays) and labels[at, FROM] >= 0:
            kind = WAIT if came < leaves else UNWAIT
            moves[count, 0], moves[count, 1], moves[count, 2], moves[count, 3] = (
                kind,
                place_for(book, node),
                min(came, leaves),
                max(came, leaves),
            )
            count += 1
        if labels[at, FROM] < 0:
            moves[count, 0], moves[count, 1], moves[count, 2], moves[count, 3] = START, place_for(book, node), 0, leaves
            return count + 1, node
        edge, enters = labels[at, EDGE], labels[at, ENTERS]
        turned = labels[at, TURNED] == 1
        moves[count, 0], moves[count, 1], moves[count, 2], moves[count, 3] = (
            BACK if turned else FORWARD,
            row_for(book, edge),
            enters,
            enters + 1,
        )
        rates[count] = roads.rate[edge]
        count += 1
        leaves = enters + roads.steps[edge] if turned else enters
        at = labels[at, FROM]


@compiled
def further(roads: Roads, found: Found, origins: Array, waiting: Array, horizon: int, missing: int, turn: int) -> Any:
    """How many steps more it takes at least after a search in vain, or `NEVER` where more steps help nobody.

    What was reached is one side of a cut. A longer horizon lets through it what enters edges that lead out of it, once
    those can still arrive.
    """
    size = roads.rate.size + origins.size
    slack, passing, count = np.empty(size, np.int64), np.empty(size, np.int64), 0
    for origin in range(origins.size):
        least = roads.least[origins[origin]]
        if waiting[origin] > 0 and least < NEVER and found.seen[origins[origin]] != turn:
            slack[count], passing[count] = least - horizon - 1, waiting[origin]
            count += 1
    for at in range(found.counts[0]):
        node = found.labels[at, NODE]
        if found.newest[node] != at:
            continue
        for arc in range(roads.starts[node], roads.starts[node + 1]):
            edge = roads.edges[arc]
            head = roads.heads[edge]
            if roads.rate[edge] > 0 and roads.least[head] < NEVER and found.seen[head] != turn:
                slack[count] = max(0, found.labels[at, STEP] + roads.steps[edge] + roads.least[head] - horizon - 1)
                passing[count] = roads.rate[edge]
                count += 1
    if count == 0:
        return NEVER
    low, high = 0, 1
    while let_through(slack, passing, count, high) < missing:
        low, high = high, 2 * high
    while high > low + 1:
        middle = (low + high) // 2
        if let_through(slack, passing, count, middle) < missing:
            low = middle
        else:
            high = middle
    return high


@compiled
def let_through(slack: Array, passing: Array, count: int, more: int) -> Any:
    """How many more pass a cut in so many steps more, at most."""
    through = 0
    for at in range(count):
        through += passing[at] * max(0, more - slack[at])
    return through
