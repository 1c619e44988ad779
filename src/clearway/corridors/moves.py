"""A movement of many, told whole: the times, the ways, what holds people up, and what nobody told."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

import numpy as np

from clearway.corridors.bottlenecks import bottlenecks, closing, contraflow
from clearway.corridors.clearing import Clearance, clear_quickly
from clearway.corridors.crowding import Leaving, Roadway, cleared, roadway, told
from clearway.corridors.danger import danger_of
from clearway.corridors.movement import HOUR
from clearway.corridors.roads.network import BRIDGE
from clearway.corridors.routes import Ground
from clearway.corridors.stepping import go_on
from clearway.corridors.streaming import Way, loads_of, ways_of
from clearway.model import Danger, Held, Loss, Move, Stream, Turned

MOST_LOSSES = 8
"""Legs of which it is worked out what losing them costs: so many that carry most people, and as many bridges."""
MOST_STEPS = 20_000
"""Steps of all answers of the quick planner to what one leg would change, some seconds' work; two legs are tried at
least."""
NAMED = 4
ASSUMED = (
    "who wants to go and who stays, and whether there are vehicles and fuel for all: all are taken to be ready at once"
)


def move(ground: Ground, leaving: Leaving, *, quick: bool = False, on_step: Callable[[], None] = go_on) -> Move:
    """How all get out over the legs that may be used; with `quick` by the quick planner alone, however few they are.

    `on_step` is called before each search. Raises `UsageError` for a question that makes no sense.
    """
    way = roadway(ground, leaving)
    on_step()
    best = cleared(way, worst=False, quick=quick, on_step=on_step)
    on_step()
    worst = cleared(way, worst=True, quick=quick, on_step=on_step)
    on_step()
    ways = ways_of(worst)
    worst = replace(worst, loads=loads_of(ways, worst))
    network = ground.network
    return Move(
        crowds=leaving.crowds,
        havens=leaving.havens,
        as_of=leaving.asked.as_of,
        vehicle=leaving.pace.vehicle,
        max_age=leaving.asked.max_age,
        unverified=leaving.unverified,
        flow=leaving.pace.flow,
        people_a_vehicle=leaving.pace.people,
        because=tuple(_because(way, worst)),
        unknown=tuple(_unknown(way, worst)),
        best=told(way, best),
        worst=told(way, worst),
        streams=tuple(_stream(way, worst, one) for one in ways),
        held=tuple(_held(way, worst, on_step)) if ways else (),
        losses=tuple(_losses(way, worst, on_step)) if ways else (),
        turned=_turned(way, worst) if ways and not worst.quick else None,
        network=", ".join(source.name for source in network.sources),
        attribution=(network.attribution,),
        schematic=bool(network.cautions),
    )


def _stream(way: Roadway, found: Clearance, one: Way) -> Stream:
    leaving, hours = way.leaving, found.moving.step / HOUR
    return Stream(
        origin=leaving.crowds[leaving.sources.index(one.origin)].place,
        destination=leaving.havens[leaving.targets.index(one.destination)].place,
        people=round(one.people),
        legs=tuple(way.called(edge) for edge in one.edges),
        leaves=round(one.leaves * hours, 2),
        arrives=round(one.arrives * hours, 2),
    )


def _held(way: Roadway, found: Clearance, on_step: Callable[[], None]) -> Iterator[Held]:
    """The legs whose opening gains time, that of most gain first: by a least cut, else the fullest are tried."""
    hours = found.moving.step / HOUR
    if not found.quick:
        for one in bottlenecks(found.moving):
            yield Held(
                leg=way.called(one.edge),
                hourly=round(one.hourly),
                added=round(one.added),
                gain=round(one.gain * hours, 2),
            )
        return
    tried = []
    for edge in _fullest(found)[: _tried(found)]:
        on_step()
        rate = found.moving.rate.copy()
        rate[edge] *= 2
        faster = clear_quickly(replace(found.moving, rate=rate))
        tried.append((found.steps - faster.steps, edge))
    gaining = [one for one in tried if one[0] > 0]
    for gain, edge in sorted(gaining or tried[:NAMED], reverse=True):
        people = round(float(way.low[edge]))
        yield Held(leg=way.called(edge), hourly=people, added=people, gain=round(max(0, gain) * hours, 2))


def _losses(way: Roadway, found: Clearance, on_step: Callable[[], None]) -> list[Loss]:
    """What each bridge and each leg that carries most would cost, were it lost; the gravest first."""
    bridges = way.ground.network.legs.features[way.ground.arcs.leg[way.arcs]] & BRIDGE != 0
    loaded = np.argsort(-found.loads, kind="stable")
    carrying = [int(edge) for edge in loaded if found.loads[edge] > 0]
    most = _tried(found)
    chosen = dict.fromkeys([*islice((edge for edge in carrying if bridges[edge]), most), *carrying[:most]])
    lost = []
    for edge in chosen:
        on_step()
        lost.append(_loss(way, found, edge, bool(bridges[edge])))
    return sorted(lost, key=lambda one: (-one.stranded, -one.hours, one.leg))


def _tried(found: Clearance) -> int:
    """Of how many legs it is worked out what a change would do."""
    return min(MOST_LOSSES, max(2, MOST_STEPS // max(1, found.steps))) if found.quick else MOST_LOSSES


def _loss(way: Roadway, found: Clearance, edge: int, bridge: bool) -> Loss:
    if not found.quick:
        shut = closing(found.moving, edge, known=found)
        steps, stranded = shut.more_steps, shut.stranded
    else:
        rate = np.where(np.arange(found.moving.graph.edges) == edge, 0, found.moving.rate)
        after = clear_quickly(replace(found.moving, rate=rate))
        steps, stranded = after.steps - found.steps, sum(after.left.values()) - sum(found.left.values())
    return Loss(
        leg=way.called(edge),
        bridge=bridge,
        people=round(float(found.loads[edge])),
        hours=round(max(0, steps) * found.moving.step / HOUR, 2),
        stranded=round(stranded),
    )


def _turned(way: Roadway, found: Clearance) -> Turned:
    """What lanes turned round would gain, and on which legs that people then use."""
    opposite = way.opposite()
    turned = contraflow(found.moving, opposite)
    hours = found.moving.step / HOUR
    carried = (int(edge) for edge in opposite[list(turned.turned)])
    carrying = [way.called(edge) for edge in carried if turned.clearance.loads[edge] > 0]
    return Turned(
        legs=tuple(carrying),
        gain=round((found.steps - turned.clearance.steps) * hours, 2),
        at_most=round((found.steps - turned.least) * hours, 2),
    )


def _fullest(found: Clearance) -> list[int]:
    """Edges by how long they need for those who pass them."""
    busy = found.loads / np.maximum(found.moving.rate, 1)
    return [int(edge) for edge in np.argsort(-busy, kind="stable") if found.loads[edge] > 0]


def _because(way: Roadway, found: Clearance) -> Iterator[str]:
    """Why nobody or not all can leave, and why it cannot be recommended."""
    leaving, left = way.leaving, {node: round(people) for node, people in found.left.items() if round(people)}
    rooms = [haven.room for haven in leaving.havens]
    room, people = sum(one or 0 for one in rooms), sum(crowd.high for crowd in leaving.crowds)
    if left and not found.steps:
        yield "no corridor can be recommended"
        yield _no_way(way)
        return
    if None not in rooms and room < people:
        yield f"not enough room: {room:,} places for up to {people:,} people"
    for crowd, node in zip(leaving.crowds, leaving.sources, strict=True):
        if left.get(node):
            yield f"{left[node]:,} of up to {crowd.high:,} people cannot leave {crowd.place}"
    grave = _grave(way, found)
    if grave:
        yield "not recommended"
        yield from grave


def _no_way(way: Roadway) -> str:
    """Why nobody can leave at all: what is let off the roads, or that they do not join."""
    leaving, ground = way.leaving, way.ground
    if not leaving.unverified:
        wider = roadway(ground, replace(leaving, unverified=True))
        if clear_quickly(wider.moving(worst=True, step=HOUR)).steps:
            return (
                "every way has a leg that is closed, in severe danger, or of which nobody's word counts "
                "(--show-unverified works it out with the last two)"
            )
    everything = roadway(replace(ground, states={}, avoid=frozenset(), gates={}), replace(leaving, unverified=True))
    if clear_quickly(everything.moving(worst=True, step=HOUR)).steps:
        return "every way has a leg or a crossing that is said to be closed or is avoided"
    return f"no road joins them by {leaving.pace.vehicle}"


def _grave(way: Roadway, found: Clearance) -> list[str]:
    """The legs that people pass in severe danger, or of which nobody's word counts."""
    used = _used(found)
    danger, doubt = way.ground.severe()[way.arcs], way.ground.unverified()[way.arcs]
    lines = []
    if some := [edge for edge in used if danger[edge]]:
        lines.append(f"severe danger on {_named(way, some)}")
    if some := [edge for edge in used if doubt[edge]]:
        lines.append(f"nobody's word counts that {_named(way, some)} can be passed")
    return lines


def _unknown(way: Roadway, found: Clearance) -> Iterator[str]:
    """What nobody told that the times hang on."""
    leaving, used = way.leaving, _used(found)
    for crowd in leaving.crowds:
        if crowd.claims:
            yield f"whether those who are told of at {crowd.place} are there or have left it, and who else is there"
    for haven in leaving.havens:
        if haven.room is None:
            yield f"how many {haven.place} can take in; all who come are taken in here"
    lanes = way.ground.network.legs.lanes
    bare = [edge for edge in used if not lanes[way.leg(edge)]]
    if bare and leaving.pace.vehicle != "walk":
        yield f"the number of lanes of {len(bare)} of {len(used)} legs in use; that of their class is taken"
    states, model = way.ground.states, way.ground.model
    bad = [edge for edge in used if danger_of(states.get(way.leg(edge)), model) in (Danger.HIGH, Danger.MODERATE)]
    if bad:
        yield f"when {_named(way, bad)}, in high or moderate danger, will be hit again"
    for node in dict.fromkeys(int(way.ground.arcs.heads[way.arcs[edge]]) for edge in used):
        if (gate := way.ground.gates.get(node)) and gate.open_in:
            yield f"who comes to {gate.name} when it is not open: its hours, {gate.open_in}, are not reckoned with"
    yield ASSUMED


def _used(found: Clearance) -> list[int]:
    return [int(edge) for edge in np.argsort(-found.loads, kind="stable") if found.loads[edge] > 0]


def _named(way: Roadway, edges: Sequence[int]) -> str:
    more = len(edges) - NAMED
    return ", ".join(way.called(edge) for edge in edges[:NAMED]) + (f" and {more} more" if more > 0 else "")
