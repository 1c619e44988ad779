"""How long it takes until all who can get out are out: exactly, or quickly by CCRP."""

from dataclasses import dataclass

import numpy as np

from clearway.corridors.expanded import ARRIVE, OUT, Flow, Window, expand, most, movable, standing, window
from clearway.corridors.graph import Array
from clearway.corridors.movement import HOUR, Movement

NEAR = 16
"""A plan within so many steps of the least that is possible is tried first: it may well be the best."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Trip:
    """So many people of an origin who go together: by which edges, and in which step they enter each."""

    origin: int
    destination: int
    people: float
    arrives: int
    edges: Array
    enters: Array


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Clearance:
    """`steps` until the last has arrived, how many `arrived` by the end of each, and who is `left`, by origin.

    `loads` is how many people pass each edge in all; `exact` whether no plan takes fewer steps of this length. `trips`
    are told by the quick planner alone.
    """

    moving: Movement
    steps: int
    exact: bool
    arrived: Array
    left: dict[int, float]
    loads: Array
    trips: tuple[Trip, ...] = ()

    @property
    def hours(self) -> float:
        """How long it takes until the last has arrived."""
        return self.steps * self.moving.step / HOUR


def clear_quickly(moving: Movement) -> Clearance:
    """A plan by CCRP, which is not always the quickest; its time is never too low."""
    from clearway.corridors.planner_code import plan

    graph, ahead, back = moving.graph, moving.graph.forward, moving.graph.back
    found, passed = plan(
        (ahead.starts, ahead.ends, moving.steps[ahead.edges]),
        (back.starts, back.ends, moving.steps[back.edges]),
        (moving.rate[ahead.edges], moving.rate[back.edges]),
        graph.tails[ahead.edges].astype(np.int64),
        moving.origins,
        moving.people,
        moving.destinations,
        moving.rooms,
    )
    steps = int(found[:, 2].max()) + 1 if len(found) else 0
    begins = np.concatenate([[0], found[:, 4]])
    edges = ahead.edges[passed[:, 0]]
    amounts = np.repeat(found[:, 3], np.diff(begins))
    trips = tuple(
        Trip(
            origin=int(moving.origins[row[0]]),
            destination=int(row[1]),
            people=row[3] / moving.parts,
            arrives=int(row[2]),
            edges=edges[begin : row[4]],
            enters=passed[begin : row[4], 1],
        )
        for row, begin in zip(found, begins, strict=False)
    )
    out = np.bincount(found[:, 0], weights=found[:, 3], minlength=len(moving.origins))
    return Clearance(
        moving=moving,
        steps=steps,
        exact=False,
        arrived=np.cumsum(np.bincount(found[:, 2], weights=found[:, 3], minlength=steps)) / moving.parts,
        left=_left(moving, out),
        loads=np.bincount(edges, weights=amounts, minlength=graph.edges) / moving.parts,
        trips=trips,
    )


def clear_exactly(moving: Movement) -> Clearance:
    """The fewest steps in which all who can get out get out, by maximum flows over time.

    Raises `RoadError` where the network is too large for it.
    """
    return exactly(moving).clearance


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Exact:
    """The exact answer, and the flow in one step fewer, which falls short: its least cut is what holds people up."""

    clearance: Clearance
    short: Flow | None


def exactly(moving: Movement, *, quick: Clearance | None = None) -> Exact:
    """The same with what holds people up; `quick` is a plan that is known already."""
    within = window(moving)
    out = movable(moving)
    if out.amount == 0:
        nobody = np.zeros(len(moving.origins))
        found = Clearance(
            moving=moving,
            steps=0,
            exact=True,
            arrived=nobody[:0],
            left=_left(moving, nobody),
            loads=np.zeros(moving.graph.edges),
        )
        return Exact(clearance=found, short=None)
    plan = quick or clear_quickly(moving)
    moved = moving.people.sum() - sum(plan.left.values()) * moving.parts >= out.amount - 0.5
    enough, short = _fewest(moving, within, out.amount, plan.steps if moved else None)
    return Exact(clearance=_told(moving, enough), short=short)


def most_by(moving: Movement, steps: int) -> float:
    """How many people can have arrived when so many steps are over, were nothing else wanted."""
    return most(expand(moving, window(moving), steps)).amount / moving.parts


def _fewest(moving: Movement, within: Window, wanted: int, known: int | None) -> tuple[Flow, Flow | None]:
    """The flow of all who can move in the fewest steps, and that in one fewer.

    A further step lets no more through than passes at once (`pace`), so a flow that falls short tells how many steps
    are missing at least; else the range is halved, beginning next to the plan that is known.
    """
    pace = standing(moving, moving.rate).amount
    soonest = int(within.late[moving.origins[moving.people > 0]].min())
    low = soonest + -(-wanted // pace)
    high, enough, short = known, None, None
    probe = low if high is None or high - low > NEAR else high - 1
    while enough is None or enough.network.horizon > low:
        flow = most(expand(moving, within, max(probe, low)))
        reached = flow.network.horizon
        if flow.amount >= wanted:
            high, enough = reached, flow
            probe = (low + reached) // 2
        else:
            short = flow
            low = reached + -(-(wanted - flow.amount) // pace)
            probe = low if high is None else (low + high) // 2
    if enough.network.horizon > 0 and (short is None or short.network.horizon < enough.network.horizon - 1):
        short = most(expand(moving, within, enough.network.horizon - 1))
    return enough, short


def _told(moving: Movement, flow: Flow) -> Clearance:
    """What a flow says of the people."""
    network, parts = flow.network, moving.parts
    roads, arrive = network.edges >= 0, network.edges == ARRIVE
    arrived = np.bincount(network.steps[arrive], weights=flow.carried[arrive], minlength=network.horizon)
    loads = np.bincount(network.edges[roads], weights=flow.carried[roads], minlength=moving.graph.edges)
    return Clearance(
        moving=moving,
        steps=network.horizon,
        exact=True,
        arrived=np.cumsum(arrived) / parts,
        left=_left(moving, flow.carried[network.edges == OUT]),
        loads=loads / parts,
    )


def _left(moving: Movement, out: Array) -> dict[int, float]:
    """Who stays behind, by origin."""
    rest = (moving.people - out) / moving.parts
    return {int(node): float(people) for node, people in zip(moving.origins, rest, strict=True) if people > 0}
