"""The legs of a kept way as they are now, and the crossings on it that are shut since."""

from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from clearway.corridors.routes import Ground
from clearway.model import Leg

SAME_DEGREES = 1e-6


def legs_now(ground: Ground, legs: Iterable[Leg]) -> dict[str, Leg]:
    """The same legs as they are now, by id; those that the roads no longer have are left out."""
    return {leg.id: leg for _, leg in _found(ground, legs)}


def shut_now(ground: Ground, *ways: Sequence[Leg]) -> dict[str, str]:
    """The legs that lead on from a crossing that is shut now, by id, with what is said of it.

    A way may begin at such a crossing, as a plan's may.
    """
    inner = [leg for way in ways for leg in way[1:]]
    told = ((leg, ground.gates.get(int(ground.arcs.tails[edge]))) for edge, leg in _found(ground, inner))
    return {leg.id: "; ".join(gate.said) for leg, gate in told if gate and gate.shut}


def _found(ground: Ground, legs: Iterable[Leg]) -> Iterator[tuple[int, Leg]]:
    """The edge of each leg, with the leg as it is now."""
    nodes, rows = ground.network.nodes, ground.graph.forward
    for leg in legs:
        latitude, longitude = leg.points[0]
        near = np.flatnonzero((abs(nodes.lat - latitude) < SAME_DEGREES) & (abs(nodes.lon - longitude) < SAME_DEGREES))
        for node in near:
            for at in range(int(rows.starts[node]), int(rows.starts[node + 1])):
                edge = int(rows.edges[at])
                now = ground.leg(edge)
                if now.id == leg.id:
                    yield edge, now
