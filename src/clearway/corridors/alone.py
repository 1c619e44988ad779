"""How long so many people take over one way alone: its own time, and what its narrowest leg passes in an hour."""

import numpy as np

from clearway.corridors.capacities import hourly, pace
from clearway.corridors.roads.network import Network
from clearway.corridors.roads.travelling import arcs_of
from clearway.corridors.roads.vehicles import vehicle_named
from clearway.model import Alone, Leg, Plan

NEAR = 2e-6
"""Degrees by which the ends of a leg may differ from the roads' own, as legs keep six places."""


def alone(plan: Plan, network: Network, people: tuple[int, int]) -> tuple[Alone, ...]:
    """For each way shown, the hours of the fewest people at best and of the most at worst; `None` where none pass."""
    arcs = arcs_of(network, vehicle_named(plan.vehicle))
    low, high = hourly(network.legs, arcs, pace(plan.vehicle))
    tails, heads = (
        np.stack([network.nodes.lat[ends], network.nodes.lon[ends]], axis=1) for ends in (arcs.tails, arcs.heads)
    )
    metres = network.legs.length_m[arcs.leg]

    def arc_of(leg: Leg) -> int:
        apart = np.maximum(np.abs(tails - leg.points[0]).max(axis=1), np.abs(heads - leg.points[-1]).max(axis=1))
        same = np.flatnonzero(apart <= NEAR)
        return int(same[np.abs(metres[same] - leg.km * 1000).argmin()])

    found = []
    for route in plan.routes:
        edges = [arc_of(leg) for leg in route.legs]
        worst, best = int(low[edges].min()), int(high[edges].min())
        took = None
        if worst:
            took = (
                round(route.minutes[0] / 60 + people[0] / best, 1),
                round(route.minutes[1] / 60 + people[1] / worst, 1),
            )
        found.append(Alone(way=route.name, people=people, hours=took))
    return tuple(found)
