"""Who has to move, over what: people at their origins, room at destinations, and roads that pass so many an hour."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import gcd

import numpy as np
from numpy.typing import ArrayLike

from clearway.corridors.graph import Array, Graph, check_node, real_costs, whole_costs
from clearway.errors import RoadError

HOUR = 3600
LONGEST_STEPS = 10_000


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Movement:
    """People who have to move, in whole steps of `step` seconds.

    `steps` is how many steps each edge takes, rounded up. Amounts are counted in parts of a person, `parts` to each, so
    that `rate`, what an edge takes in one step, is a whole number and nothing is lost by rounding. `rooms` is -1 for a
    destination that takes all who come.
    """

    graph: Graph
    step: int
    parts: int
    steps: Array
    rate: Array
    origins: Array
    people: Array
    destinations: Array
    rooms: Array


def movement(
    graph: Graph,
    *,
    seconds: ArrayLike,
    hourly: ArrayLike,
    origins: Mapping[int, int],
    destinations: Mapping[int, int | None],
    step: int = 60,
) -> Movement:
    """The movement of people over edges that take so many `seconds` and pass so many people an hour (`hourly`).

    A destination has room for so many, `None` for all. Raises `RoadError` where a number is negative or unknown, a node
    is not there, there is no origin or destination, or a node is both.
    """
    if not 1 <= step <= HOUR:
        raise RoadError(f"steps of {step} s", rule="a step takes 1 to 3,600 s", remedy="choose 30 or 60")
    for given, what in ((origins, "origin"), (destinations, "destination")):
        if not given:
            raise RoadError("the movement", rule=f"it has no {what}", remedy="name one or more")
        for node, number in given.items():
            check_node(graph, node, what=what)
            if number is not None and number < 0:
                raise RoadError(f"{what} {node}", rule=f"its number is {number}", remedy="give 0 or more people")
    if both := sorted(origins.keys() & destinations.keys()):
        raise RoadError(
            f"node {both[0]}", rule="it is an origin and a destination", remedy="leave out those who are there already"
        )
    steps = np.ceil(real_costs(graph, seconds, what="travel time") / step).astype(np.int64)
    if len(steps) and steps.max() > LONGEST_STEPS:
        at = int(steps.argmax())
        raise RoadError(f"edge {at}", rule=f"it takes {steps[at]:,} steps of {step} s", remedy="take longer steps")
    shared = gcd(step, HOUR)
    return Movement(
        graph=graph,
        step=step,
        parts=HOUR // shared,
        steps=steps,
        rate=whole_costs(graph, hourly, what="capacity") * (step // shared),
        origins=np.array(list(origins), np.int64),
        people=np.array(list(origins.values()), np.int64) * (HOUR // shared),
        destinations=np.array(list(destinations), np.int64),
        rooms=np.array([-1 if room is None else room * (HOUR // shared) for room in destinations.values()], np.int64),
    )
