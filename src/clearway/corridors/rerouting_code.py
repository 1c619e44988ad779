"""The next way out in machine code: over what is free, or in the place of others who can go another way.

A reservation may be pushed back: who comes to the end of an edge by the step in which others leave it can let these
stay at its start, and go on in their place. As all may wait at any node, whoever can be at a node in a step can be
there in all later ones, so that a search keeps but one step for each node, as in a network without time. It is
Dijkstra's with steps that may go back.
"""

from typing import Any, NamedTuple

import numpy as np

from clearway.corridors.compiling import compiled, whole
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
    People,
    Roads,
    next_free,
    next_used,
    place_for,
    row_for,
)

NODE, STEP, FROM, EDGE, ENTERS, CAME = range(6)
"""Columns of a label: the node, from which step on somebody can be there, the label before, the edge between (`~edge`
where others are pushed back off it), when it is entered, and when they came, later than `STEP` if in others' place."""


MOST = 64
"""So many labels a node are made in a search: pushing others back may reach each a step sooner again and again."""
NOBODY, GAVE_UP = -1, -2
"""What a search comes to that finds nobody a way, and one that made `MOST` labels a node."""


class Found(NamedTuple):
    """Labels, the newest of each node and in which search it was made (`seen`); how many there are and which search."""

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
        np.zeros(nodes, np.int64),
        np.zeros(nodes, np.int64),
        np.empty((size, 6), np.int64),
        np.empty(size + 1, np.int64),
        np.empty(size + 1, np.int64),
        np.zeros(2, np.int64),
    )


@compiled
def larger(found: Found) -> Found:
    """The same with room for twice as many labels."""
    size = found.labels.shape[0]
    labels = np.empty((2 * size, 6), np.int64)
    keys, items = np.empty(2 * size + 1, np.int64), np.empty(2 * size + 1, np.int64)
    labels[:size], keys[: size + 1], items[: size + 1] = found.labels, found.keys, found.items
    return Found(found.seen, found.newest, labels, keys, items, found.counts)


@compiled
def reached(
    book: Book, found: Found, size: Any, least: Array, node: int, came: int, before: int, edge: int, enters: int
) -> Any:
    """Note that somebody can be at a node from a step on; the new size of the heap."""
    step, place = came, book.place_of[node]
    if place != NO_ROW:
        while step > 0 and book.waits[place, step - 1] > 0:
            step -= 1
    new = found.counts[0]
    found.counts[0] += 1
    label = found.labels[new]
    label[NODE], label[STEP], label[FROM], label[EDGE], label[ENTERS], label[CAME] = (
        node,
        step,
        before,
        edge,
        enters,
        came,
    )
    found.seen[node], found.newest[node] = found.counts[1], new
    return push(found.keys, found.items, size, step + least[node] << 24 | least[node], new)


@compiled
def sooner(found: Found, node: int, step: int) -> Any:
    """Whether nobody was known to be at the node by that step."""
    return found.seen[node] != found.counts[1] or step < found.labels[found.newest[node], STEP]


@compiled
def search(roads: Roads, book: Book, people: People, horizon: int, pushing: bool, found: Found) -> tuple[Any, Found]:
    """The label of a destination with room that somebody who waits can reach by the horizon, `NOBODY` or `GAVE_UP`.

    Others are pushed back if that is asked.
    """
    least, size, none = roads.least, EMPTY, whole(NOBODY)
    found.counts[0], found.counts[1] = 0, found.counts[1] + 1
    for origin in range(people.origins.size):
        node = people.origins[origin]
        if people.waiting[origin] > 0 and least[node] <= horizon:
            size = reached(book, found, size, least, node, none + 1, none, none, none)
    while size > 0:
        at = found.items[0]
        size = pop(found.keys, found.items, size)
        node, step = found.labels[at, NODE], found.labels[at, STEP]
        if found.newest[node] != at:
            continue
        if people.room[node] != 0:
            return at, found
        first, last = roads.starts[node], roads.starts[node + 1]
        first_back, last_back = roads.back_starts[node], roads.back_starts[node + 1]
        while found.counts[0] + last - first + last_back - first_back >= found.labels.shape[0]:
            if found.labels.shape[0] > MOST * least.size:
                return whole(GAVE_UP), found
            found = larger(found)
        for arc in range(first, last):
            edge = roads.edges[arc]
            head, row, enters = roads.heads[edge], book.row_of[edge], step
            if roads.rate[edge] == 0 or step + roads.steps[edge] + least[head] > horizon:
                continue
            if row != NO_ROW:
                enters = next_free(book.skips, row, step)
            came = enters + roads.steps[edge]
            if came + least[head] <= horizon and sooner(found, head, came):
                size = reached(book, found, size, least, head, came, at, edge, enters)
        for arc in range(first_back, last_back if pushing else first_back):
            edge = roads.back_edges[arc]
            tail, row = roads.tails[edge], book.row_of[edge]
            if row != NO_ROW:
                enters = next_used(book, row, step - roads.steps[edge])
                if enters < NEVER and sooner(found, tail, enters):
                    size = reached(book, found, size, least, tail, enters, at, ~edge, enters)
    return none, found


@compiled
def way_to(
    roads: Roads, book: Book, found: Found, goal: int, moves: Array, rates: Array, stays: bool
) -> tuple[Any, Any]:
    """Write what those do who go the way to a label, last things first: how many moves, and the node of their origin.

    There has to be room in the book. With `stays` they are kept in mind as waiting at the destination.
    """
    labels, count, at, leaves = found.labels, 0, goal, NEVER
    while True:
        node, before, edge, enters, came = labels[at, 0], labels[at, 2], labels[at, 3], labels[at, 4], labels[at, 5]
        move = moves[count]
        if before < 0:
            move[0], move[1], move[2], move[3] = START, place_for(book, node), 0, leaves
            return count + 1, node
        if came != leaves and (at != goal or stays):
            move[0], move[1] = WAIT if came < leaves else UNWAIT, place_for(book, node)
            move[2], move[3] = min(came, leaves), max(came, leaves)
            count += 1
            move = moves[count]
        kind = FORWARD if edge >= 0 else BACK
        edge = max(edge, ~edge)
        move[0], move[1], move[2], move[3] = kind, row_for(book, edge), enters, enters
        rates[count] = roads.rate[edge]
        leaves = enters if kind == FORWARD else enters + roads.steps[edge]
        count, at = count + 1, before


@compiled
def further(roads: Roads, people: People, found: Found, horizon: int, missing: int) -> Any:
    """How many steps more it takes at least after a search in vain, or `NEVER` where more steps help nobody.

    What was reached is one side of a cut. A longer horizon lets through it what enters edges that lead out of it, once
    those can still arrive.
    """
    size = roads.rate.size + people.origins.size
    slack, passing, count = np.empty(size, np.int64), np.empty(size, np.int64), whole(0)
    for origin in range(people.origins.size):
        node = people.origins[origin]
        if people.waiting[origin] > 0 and roads.least[node] < NEVER and found.seen[node] != found.counts[1]:
            slack[count], passing[count] = roads.least[node] - horizon - 1, people.waiting[origin]
            count += 1
    for at in range(found.counts[0]):
        node = found.labels[at, NODE]
        for arc in range(roads.starts[node], roads.starts[node + 1] if found.newest[node] == at else 0):
            edge = roads.edges[arc]
            head = roads.heads[edge]
            if roads.rate[edge] > 0 and roads.least[head] < NEVER and found.seen[head] != found.counts[1]:
                slack[count] = max(0, found.labels[at, STEP] + roads.steps[edge] + roads.least[head] - horizon - 1)
                passing[count] = roads.rate[edge]
                count += 1
    if count == 0:
        return NEVER
    low, high = whole(0), whole(1)
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
