"""A handful of a front's ways that differ: the two ends, the knee, and others that share little with these."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from clearway.corridors.fronts import Front
from clearway.corridors.graph import Array

MOST = 5
MOST_ALIKE = 0.8


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """A way of the front by its place in it, why it was taken, and what part of it another that was taken has too."""

    at: int
    why: str
    shared: float


def handful(
    front: Front, lengths: ArrayLike, *, most: int = MOST, most_alike: float = MOST_ALIKE
) -> tuple[Chosen, ...]:
    """At most so many ways, from fastest to safest.

    The fastest and the safest are always taken. Of the others the one furthest below the line between these two, each
    cost measured from the one end to the other, is the knee (Das 1999, Structural Optimization 18:107), and they are
    tried in that order; one is taken if it shares at most `most_alike` of its length, or of the other's if that is
    shorter, with each that is taken already.
    """
    if not len(front):
        return ()
    span = np.asarray(lengths, dtype=np.float64)
    last = len(front) - 1
    taken = [Chosen(at=0, why="fastest" if last else "the only one", shared=0.0)]
    if last and most > 1:
        taken.append(Chosen(at=last, why="safest", shared=_alike(front, last, 0, span)))
    between = np.arange(1, last)
    below = _below(front)[between]
    for nth, at in enumerate(between[np.argsort(-below, kind="stable")].tolist()):
        if len(taken) >= most:
            break
        shared = max(_alike(front, at, other.at, span) for other in taken)
        if shared <= most_alike:
            taken.append(Chosen(at=at, why="knee" if nth == 0 else "differs", shared=shared))
    return tuple(sorted(taken, key=lambda each: each.at))


def _below(front: Front) -> Array:
    """How far each way lies below the line from the fastest to the safest."""
    time = (front.time - front.time[0]) / max(1, int(front.time[-1] - front.time[0]))
    risk = (front.risk - front.risk[-1]) / max(1, int(front.risk[0] - front.risk[-1]))
    below: Array = 1 - time - risk
    return below


def _alike(front: Front, one: int, other: int, lengths: Array) -> float:
    """What part of the shorter of two ways is in both."""
    first, second = front.path(one), front.path(other)
    shorter = min(lengths[first].sum(), lengths[second].sum())
    return float(lengths[np.intersect1d(first, second)].sum() / shorter) if shorter else 0.0
