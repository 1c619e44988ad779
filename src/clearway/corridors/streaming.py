"""Who goes which way: a flow over time, or the trips of the quick planner, as streams of people."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from clearway.corridors.clearing import Clearance
from clearway.corridors.expanded import ARRIVE, START, expand, most, window
from clearway.corridors.graph import Array
from clearway.corridors.movement import Movement

Passing = tuple[int, int, tuple[int, ...], float, int, int]
"""Origin, destination, edges, people, the step in which the first leave, and that by which the last are there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """People who go over the same edges from one node to another, whenever they do."""

    origin: int
    destination: int
    edges: tuple[int, ...]
    people: float
    leaves: int
    arrives: int


def ways_of(found: Clearance) -> list[Way]:
    """The ways of a plan, that of most people first; an exact plan's flow is taken apart path by path."""
    passing = _trips(found) if found.quick else _paths(found.moving, found.steps)
    joined: dict[tuple[int, int, tuple[int, ...]], list[tuple[float, int, int]]] = defaultdict(list)
    for origin, destination, edges, people, leaves, arrives in passing:
        joined[origin, destination, edges].append((people, leaves, arrives))
    ways = [
        Way(
            origin=origin,
            destination=destination,
            edges=edges,
            people=sum(people for people, _, _ in parts),
            leaves=min(leaves for _, leaves, _ in parts),
            arrives=max(arrives for _, _, arrives in parts),
        )
        for (origin, destination, edges), parts in joined.items()
    ]
    return sorted(ways, key=lambda way: (-way.people, way.edges))


def loads_of(ways: Sequence[Way], found: Clearance) -> Array:
    """How many people pass each edge by these ways."""
    loads = np.zeros(found.moving.graph.edges)
    for way in ways:
        loads[list(way.edges)] += way.people
    return loads


def _trips(found: Clearance) -> Iterator[Passing]:
    for trip in found.trips:
        edges, leaves = tuple(trip.edges.tolist()), int(trip.enters[0]) if len(trip.enters) else 0
        yield trip.origin, trip.destination, edges, trip.people * trip.times, leaves, trip.arrives + trip.times


def _paths(moving: Movement, steps: int) -> Iterator[Passing]:
    """The flow in so many steps, taken apart path by path until nobody is left to set out."""
    if not steps:
        return
    flow = most(expand(moving, window(moving), steps))
    network, left = flow.network, flow.carried.astype(np.int64)
    heads, edges, when = network.heads.tolist(), network.edges.tolist(), network.steps.tolist()
    out: dict[int, list[int]] = defaultdict(list)
    for arc in np.flatnonzero((left > 0) & ((network.edges >= 0) | (network.edges == ARRIVE))).tolist():
        out[int(network.tails[arc])].append(arc)
    for start in np.flatnonzero((left > 0) & (network.edges == START)).tolist():
        while left[start]:
            arcs = _followed(start, heads, edges, out, left)
            amount = int(left[arcs].min())
            left[arcs] -= amount
            yield (
                int(moving.origins[int(network.tails[start]) - 2]),
                int(moving.destinations[heads[arcs[-1]] - 2 - len(moving.origins)]),
                _straight([edges[arc] for arc in arcs[1:-1]], moving),
                amount / moving.parts,
                when[start],
                when[arcs[-1]] + 1,
            )


def _straight(edges: Sequence[int], moving: Movement) -> tuple[int, ...]:
    """The edges without those that only lead round to the same node: who would go them may wait there instead."""
    kept: list[int] = []
    for edge in edges:
        kept.append(edge)
        head = moving.graph.heads[edge]
        at = next((place for place, one in enumerate(kept) if moving.graph.tails[one] == head), None)
        if at is not None:
            del kept[at:]
    return tuple(kept)


def _followed(
    start: int, heads: Sequence[int], edges: Sequence[int], out: Mapping[int, list[int]], left: Array
) -> list[int]:
    """Arcs that still carry people from where these set out to where some arrive; steps only go on, so it ends."""
    arcs = [start]
    while edges[arcs[-1]] != ARRIVE:
        choices = out[heads[arcs[-1]]]
        while not left[choices[-1]]:
            choices.pop()
        arcs.append(choices[-1])
    return arcs
