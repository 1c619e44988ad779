"""What holds a movement up: edges of a least cut and what opening each gains, a closed edge, lanes turned round."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import ArrayLike

from clearway.corridors.clearing import Clearance, clear_exactly, clear_quickly, exactly
from clearway.corridors.graph import Array, whole_costs
from clearway.corridors.movement import HOUR, Movement
from clearway.errors import RoadError

MOST = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Bottleneck:
    """An edge of the least cut: the people an hour who pass it now, and the steps it saves to let `added` more pass."""

    edge: int
    hourly: float
    added: float
    gain: int


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Closing:
    """What it costs to close an edge: steps more until the last who can is out, and people who cannot get out then."""

    edge: int
    more_steps: int
    stranded: float
    clearance: Clearance


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Contraflow:
    """`clearance` with the lanes of some edges turned round; `turned` are the edges that carry nobody then.

    No choice of lanes takes fewer than `least` steps, so that it is exact where both are the same. Which lanes are best
    is NP-hard to say in general (Rebennack, Arulselvan, Elefteriadou and Pardalos 2010, Journal of Combinatorial
    Optimization 19:200).
    """

    clearance: Clearance
    turned: Sequence[int]
    least: int


def bottlenecks(moving: Movement, *, added: float | None = None, most: int = MOST) -> list[Bottleneck]:
    """The edges that a least cut runs through in one step fewer than it takes, the one whose opening gains most first.

    Opening lets `added` people an hour more pass, as much again if none are named. Of more than `most` edges those that
    pass most in the cut are tried. Empty where roads hold nobody up, but only the time it takes to drive.
    """
    found = exactly(moving, held_up=True)
    if found.short is None:
        return []
    network, cut = found.short.network, found.short.cut
    cut = cut[network.edges[cut] >= 0]
    passed = np.bincount(network.edges[cut], weights=network.takes[cut], minlength=moving.graph.edges)
    tried = np.argsort(-passed, kind="stable")[: min(most, int((passed > 0).sum()))]
    per_hour = moving.parts * moving.step / HOUR
    opened = []
    for edge in tried:
        rate = moving.rate.copy()
        rate[edge] += moving.rate[edge] if added is None else round(added * per_hour)
        faster = exactly(replace(moving, rate=rate), at_most=found.clearance.steps)
        opened.append(
            Bottleneck(
                edge=int(edge),
                hourly=float(moving.rate[edge] / per_hour),
                added=float((rate[edge] - moving.rate[edge]) / per_hour),
                gain=found.clearance.steps - faster.clearance.steps,
            )
        )
    return sorted(opened, key=lambda each: (-each.gain, each.edge))


def closing(moving: Movement, edge: int, *, known: Clearance | None = None) -> Closing:
    """What it costs if this edge is closed, a bridge for one; `known` is the exact answer with it open."""
    if not 0 <= edge < moving.graph.edges:
        rule = f"the graph has edges 0 to {moving.graph.edges - 1}"
        raise RoadError(f"edge {edge}", rule=rule, remedy="name one of these")
    before = known or clear_exactly(moving)
    after = clear_exactly(replace(moving, rate=np.where(np.arange(moving.graph.edges) == edge, 0, moving.rate)))
    return Closing(
        edge=edge,
        more_steps=after.steps - before.steps,
        stranded=sum(after.left.values()) - sum(before.left.values()),
        clearance=after,
    )


def contraflow(moving: Movement, opposite: ArrayLike) -> Contraflow:
    """All lanes of a road in one direction where that helps; `opposite` is each edge's other direction, or -1.

    Two plans with all lanes either way are asked where more go, that of maximum flows and that of the quick planner:
    each may send people round, the second seldom. Raises `RoadError` where `opposite` does not pair edges between the
    same two nodes.
    """
    pairs = _pairs(moving, opposite)
    both = np.where(pairs >= 0, moving.rate + moving.rate[pairs], moving.rate)
    freed = replace(moving, rate=both)
    free, before = exactly(freed).clearance, clear_exactly(moving)
    best, chosen = before, np.zeros(0, np.int64)
    for loads in (free.loads, clear_quickly(freed).loads):
        turned, after = _turned_by(moving, pairs, both, loads)
        if (sum(after.left.values()), after.steps) < (sum(best.left.values()), best.steps):
            best, chosen = after, turned
    return Contraflow(clearance=best, turned=tuple(chosen.tolist()), least=free.steps)


def _turned_by(moving: Movement, pairs: Array, both: Array, loads: Array) -> tuple[Array, Clearance]:
    """The edges that lose their lanes to where more go by a plan with all lanes either way, and what that leads to."""
    more = np.where(pairs >= 0, loads - loads[pairs], 0.0)
    turned = np.flatnonzero((more < 0) & (moving.rate > 0))
    rate = np.where(more > 0, both, moving.rate)
    rate[turned] = 0
    return turned, clear_exactly(replace(moving, rate=rate))


def _pairs(moving: Movement, opposite: ArrayLike) -> Array:
    graph = moving.graph
    pairs = whole_costs(graph, np.asarray(opposite) + 1, what="opposite edge") - 1
    has = np.flatnonzero(pairs >= 0)
    fits = (pairs[has] < graph.edges).all() and (
        (graph.tails[pairs[has]] == graph.heads[has]).all()
        and (graph.heads[pairs[has]] == graph.tails[has]).all()
        and (pairs[pairs[has]] == has).all()
    )
    if not fits:
        rule = "each has to lead back between the same two nodes, and its own opposite has to be the first"
        raise RoadError("the opposite edges", rule=rule, remedy="give -1 where there is none")
    return pairs
