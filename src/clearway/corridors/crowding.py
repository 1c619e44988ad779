"""Many people over the roads of a day: how long it takes, over which legs they are let."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from clearway.corridors.capacities import Pace, hourly
from clearway.corridors.clearing import Clearance, clear_quickly, exactly
from clearway.corridors.danger import Asked
from clearway.corridors.expanded import window
from clearway.corridors.graph import Array, graph_of
from clearway.corridors.movement import HOUR, Movement, movement
from clearway.corridors.routes import Ground
from clearway.corridors.stepping import go_on
from clearway.errors import UsageError
from clearway.model import Arrived, Clearing, Crowd, Haven

STEPS = (5, 15, 30, 60, 120, 300)
PART = 4
"""A step is no longer than this part of what a leg takes on the mean, as each leg's time is rounded up to one."""
MOST_ARCS = 100_000
"""Edges times steps up to which it is worked out exactly; what holds people up takes it some hundred times."""
FINEST = 60
"""Seconds of the shortest step of an exact answer."""
POINTS = 12
"""Points of the arrival curve that are kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaving:
    """Who leaves from which nodes and where to, by what, as of when."""

    crowds: tuple[Crowd, ...]
    sources: tuple[int, ...]
    havens: tuple[Haven, ...]
    targets: tuple[int, ...]
    pace: Pace
    asked: Asked
    unverified: bool = False


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Roadway:
    """The arcs of a network that people are let on, as a graph of their own; `arcs` are their numbers there."""

    ground: Ground
    leaving: Leaving
    arcs: Array
    low: Array
    high: Array

    def moving(self, *, worst: bool, step: int) -> Movement:
        """The most people over lanes that pass least, or the fewest over those that pass most."""
        ground, leaving = self.ground, self.leaving
        seconds = (ground.arcs.high_s if worst else ground.arcs.low_s)[self.arcs]
        people = [crowd.high if worst else crowd.low for crowd in leaving.crowds]
        return movement(
            graph_of(ground.arcs.tails[self.arcs], ground.arcs.heads[self.arcs], nodes=ground.graph.nodes),
            seconds=np.maximum(1, seconds),
            hourly=self.low if worst else self.high,
            origins=dict(zip(leaving.sources, people, strict=True)),
            destinations={node: haven.room for node, haven in zip(leaving.targets, leaving.havens, strict=True)},
            step=step,
        )

    def opposite(self) -> Array:
        """The other direction of each edge, -1 where people are not let on it."""
        legs, back = self.ground.arcs.leg[self.arcs], self.ground.arcs.backward[self.arcs]
        at = {(leg, turned): edge for edge, (leg, turned) in enumerate(zip(legs.tolist(), back.tolist(), strict=True))}
        return np.array([at.get((leg, not turned), -1) for leg, turned in at], np.int64)

    def leg(self, edge: int) -> int:
        """The leg of the network that an edge is."""
        return int(self.ground.arcs.leg[self.arcs[edge]])

    def called(self, edge: int) -> str:
        """An edge in words: from, to and road."""
        arc = int(self.arcs[edge])
        number = int(self.ground.arcs.leg[arc])
        road = self.ground.road(number)
        start, end = (self.ground.called(int(ends[arc])) for ends in (self.ground.arcs.tails, self.ground.arcs.heads))
        return f"{start} to {end}" + (f" ({road})" if road else "")


def roadway(ground: Ground, leaving: Leaving) -> Roadway:
    """The legs that are open, and with `unverified` also those that are severe or of which nobody's word counts.

    Raises `UsageError` where nobody has to move or nobody is taken in.
    """
    _check(leaving)
    low, high = hourly(ground.network.legs, ground.arcs, leaving.pace)
    shut = ground.closed() | ground.shut(*leaving.sources)
    if not leaving.unverified:
        shut = shut | ground.unverified() | ground.severe()
    arcs = np.flatnonzero(~shut & (high > 0))
    return Roadway(ground=ground, leaving=leaving, arcs=arcs, low=low[arcs], high=high[arcs])


def cleared(way: Roadway, *, worst: bool, quick: bool = False, on_step: Callable[[], None] = go_on) -> Clearance:
    """How long it takes: exactly where that is small enough to be worked out often, else by the quick planner.

    With `quick` always by the quick planner. `on_step` is called between the two.
    """
    from clearway.corridors.reserving_code import NEVER

    seconds = way.ground.arcs.high_s[way.arcs]
    mean = float(seconds.mean()) if len(seconds) else float(STEPS[-1])
    fitting = [step for step in STEPS if step * PART <= mean] or [STEPS[0]]
    rough = clear_quickly(way.moving(worst=worst, step=fitting[-1]))
    if quick:
        return rough
    on_step()
    within, graph = window(rough.moving), rough.moving.graph
    used = int(((within.early[graph.tails] < NEVER) & (within.late[graph.heads] < NEVER)).sum())
    for step in fitting:
        if step >= FINEST and used * rough.hours * HOUR <= MOST_ARCS * step:
            return exactly(way.moving(worst=worst, step=step)).clearance
    return rough


def told(way: Roadway, found: Clearance) -> Clearing:
    """What is kept of an answer."""
    moving, named = found.moving, dict(zip(way.leaving.sources, way.leaving.crowds, strict=True))
    moved = float(found.arrived[-1]) if len(found.arrived) else 0.0
    return Clearing(
        people=int(moving.people.sum()) // moving.parts,
        hours=round(found.hours, 2) if moved else None,
        exact=found.exact,
        quick=found.quick,
        longer=round(found.steps / max(found.least, 1) - 1, 4) if not found.exact else 0.0,
        step_minutes=moving.step / 60,
        curve=tuple(_curve(found)) if moved else (),
        left=tuple((named[node].place, round(people)) for node, people in found.left.items() if round(people)),
    )


def _curve(found: Clearance) -> list[Arrived]:
    """Points of the arrivals, from the step before the first are there to the last."""
    first = int(np.flatnonzero(found.arrived > 0)[0])
    at = np.unique(np.linspace(first, found.steps, POINTS).round().astype(np.int64))
    hours = found.moving.step / HOUR
    return [Arrived(hours=round(int(one) * hours, 2), people=int(found.arrived[one - 1]) if one else 0) for one in at]


def _check(leaving: Leaving) -> None:
    names: Mapping[int, str] = dict(zip(leaving.sources, (crowd.place for crowd in leaving.crowds), strict=True))
    _once(leaving.sources, [crowd.place for crowd in leaving.crowds])
    _once(leaving.targets, [haven.place for haven in leaving.havens])
    for node, haven in zip(leaving.targets, leaving.havens, strict=True):
        if node in names:
            rule = f"it is at one place with {names[node]}, from where people leave"
            raise UsageError(haven.place, rule=rule, remedy="leave out those who are there already")
        if haven.room is not None and haven.room <= 0:
            raise UsageError(haven.place, rule="it has no room", remedy="leave it out, or say how many it takes")
    for crowd in leaving.crowds:
        if not 0 < crowd.low <= crowd.high:
            rule = f"{crowd.low}..{crowd.high} people is no number of people to move"
            raise UsageError(crowd.place, rule=rule, remedy="give 1 or more, or LOW..HIGH")


def _once(nodes: Sequence[int], places: Sequence[str]) -> None:
    for at, node in enumerate(nodes):
        if node in nodes[:at]:
            rule = f"it is at one place with {places[nodes.index(node)]} on these roads"
            raise UsageError(places[at], rule=rule, remedy="name it once, with all its people or room")
