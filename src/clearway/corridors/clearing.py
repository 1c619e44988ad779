"""How long it takes until all who can get out are out: exactly, or quickly by CCRP."""

from dataclasses import dataclass

import numpy as np

from clearway.corridors.expanded import ARRIVE, OUT, Flow, Window, expand, most, movable, standing, window
from clearway.corridors.graph import Array
from clearway.corridors.movement import HOUR, Movement

PATIENCE = 1000
"""So many ways are sought in the place of others before the quick planner aims at a later step."""
NEAR = 16
"""A plan within so many steps of the least that is possible is tried first: it may well be the best."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Trip:
    """People of one origin who go the same way: so many in each of `times` steps after one another.

    `enters` is the step in which the first of them enter each of the `edges`; they arrive in step `arrives`.
    """

    origin: int
    destination: int
    people: float
    times: int
    arrives: int
    edges: Array
    enters: Array


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Clearance:
    """`steps` until the last has arrived, how many `arrived` by the end of each, and who is `left`, by origin.

    No plan takes fewer than `least` steps of this length. `loads` is how many people pass each edge in all. `trips` are
    told by the quick planner alone.
    """

    moving: Movement
    steps: int
    least: int
    quick: bool
    arrived: Array
    left: dict[int, float]
    loads: Array
    trips: tuple[Trip, ...] = ()

    @property
    def hours(self) -> float:
        """How long it takes until the last has arrived."""
        return self.steps * self.moving.step / HOUR

    @property
    def exact(self) -> bool:
        """Whether no plan takes fewer steps of this length."""
        return self.steps == self.least


def clear_quickly(moving: Movement, *, patience: int = PATIENCE) -> Clearance:
    """A plan by CCRP that takes reservations back; its time is never too low, and mostly the least there is."""
    from clearway.corridors.planner_code import fill, to_go
    from clearway.corridors.reserving_code import NEVER, People, Roads
    from clearway.corridors.trips_code import trips_of

    graph, ahead, back = moving.graph, moving.graph.forward, moving.graph.back
    into = moving.destinations[moving.rooms != 0]
    least = to_go(back.starts, back.edges, graph.tails, moving.steps, moving.rate, into)
    roads = Roads(
        starts=ahead.starts.astype(np.int64),
        edges=ahead.edges.astype(np.int64),
        back_starts=back.starts.astype(np.int64),
        back_edges=back.edges.astype(np.int64),
        tails=graph.tails.astype(np.int64),
        heads=graph.heads.astype(np.int64),
        steps=moving.steps,
        rate=moving.rate,
        least=least,
    )
    room, owner = np.zeros(graph.nodes, np.int64), np.full(graph.nodes, -1)
    room[moving.destinations], owner[moving.origins] = moving.rooms, np.arange(len(moving.origins))
    waiting = np.where(least[moving.origins] < NEVER, moving.people, 0)
    wanted = int(movable(moving).amount if (moving.rooms > 0).any() else waiting.sum())
    if not wanted:
        return _nobody(moving, quick=True)
    people = People(moving.origins, waiting.copy(), owner, room.copy())
    book, proven = fill(roads, people, wanted, patience)
    found, passed = trips_of(roads, book, moving.origins, waiting - people.waiting, room)
    return _planned(moving, found, passed, proven + 1)


def _nobody(moving: Movement, *, quick: bool) -> Clearance:
    """The answer where nobody can leave."""
    nobody = np.zeros(len(moving.origins))
    return Clearance(
        moving=moving,
        steps=0,
        least=0,
        quick=quick,
        arrived=nobody[:0],
        left=_left(moving, nobody),
        loads=np.zeros(moving.graph.edges),
    )


def _planned(moving: Movement, found: Array, passed: Array, least: int) -> Clearance:
    """What the rows of a plan say of the people."""
    parts = moving.parts
    origin, goal, arrives, people, times, ends = found.T
    steps = int((arrives + times).max(initial=0))
    begins = np.concatenate([[0], ends]).astype(np.int64)
    edges = passed[:, 0]
    coming = np.zeros(steps + 1)
    np.add.at(coming, arrives, people)
    np.subtract.at(coming, arrives + times, people)
    trips = tuple(
        Trip(
            origin=int(moving.origins[origin[at]]),
            destination=int(goal[at]),
            people=float(people[at] / parts),
            times=int(times[at]),
            arrives=int(arrives[at]),
            edges=edges[begins[at] : ends[at]],
            enters=passed[begins[at] : ends[at], 1],
        )
        for at in range(len(found))
    )
    loads = np.bincount(edges, weights=np.repeat(people * times, np.diff(begins)), minlength=moving.graph.edges)
    return Clearance(
        moving=moving,
        steps=steps,
        least=min(least, steps),
        quick=True,
        arrived=np.cumsum(np.cumsum(coming)[:steps]) / parts,
        left=_left(moving, np.bincount(origin, weights=people * times, minlength=len(moving.origins))),
        loads=loads / parts,
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


def exactly(moving: Movement, *, at_most: int | None = None, held_up: bool = False) -> Exact:
    """The same, with what holds people up if that is asked; in `at_most` steps it is known to be possible."""
    within = window(moving)
    out = movable(moving)
    if out.amount == 0:
        return Exact(clearance=_nobody(moving, quick=False), short=None)
    if at_most is None:
        plan = clear_quickly(moving)
        moved = moving.people.sum() - sum(plan.left.values()) * moving.parts >= out.amount - 0.5
        at_most = plan.steps if moved else None
    enough, short = _fewest(moving, within, out.amount, at_most)
    if held_up and (short is None or short.network.horizon < enough.network.horizon - 1):
        short = most(expand(moving, within, enough.network.horizon - 1))
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
        least=network.horizon,
        quick=False,
        arrived=np.cumsum(arrived) / parts,
        left=_left(moving, flow.carried[network.edges == OUT]),
        loads=loads / parts,
    )


def _left(moving: Movement, out: Array) -> dict[int, float]:
    """Who stays behind, by origin."""
    rest = (moving.people - out) / moving.parts
    return {int(node): float(people) for node, people in zip(moving.origins, rest, strict=True) if people > 0}
