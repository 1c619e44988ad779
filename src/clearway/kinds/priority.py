"""How much a claim wants a person's eye: how unsure its reading is, times how much hangs on it.

There is nothing to calibrate it by: it orders a queue, and is no probability.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass

from clearway.kinds import kinds
from clearway.model import Basis, Certainty, Claim, Figure, Quantifier

WEIGHTS = {
    "harm": 3,
    "facilities": 3,
    "roads and access": 3,
    "displacement": 2,
    "hostilities and control": 2,
    "aid": 2,
    "disease": 2,
}
"""How much hangs on a topic, 1 where none is given: what people act on when lives are at stake comes first."""

SURE = frozenset({Quantifier.EXACT, Quantifier.APPROXIMATELY, Quantifier.ALMOST, Quantifier.MORE_THAN})
NEAR = 0.9
"""The share of the chosen place's score from which on another candidate is as likely."""

MOST = 1_000_000
"""No claim counts more people than this for its place in the queue."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Priority:
    """A claim's place in the queue, higher first, and why in words."""

    score: int
    reasons: tuple[str, ...]


def priority_of(claim: Claim) -> Priority:
    """Where a claim stands in the queue of claims to be reviewed."""
    doubts = [*_doubts(claim)]
    unsure = 1 + sum(points for points, _ in doubts)
    return Priority(score=round(unsure * _weight(claim) * 10), reasons=tuple(reason for _, reason in doubts))


def _weight(claim: Claim) -> float:
    topic = kinds().named(claim.kind).topic if claim.kind in kinds() else ""
    return WEIGHTS.get(topic, 1) * (1 + math.log10(1 + min(max(_size(claim.figure), 0), MOST)) / 2)


def _size(figure: Figure | None) -> float:
    """The largest number that a figure names; shares and vague words count as nothing."""
    if figure is None or figure.measure != "count":
        return 0
    return max((number for number in (figure.value, figure.low, figure.high) if number is not None), default=0)


def _doubts(claim: Claim) -> Iterator[tuple[int, str]]:
    """Points and words for all that is unsure about a claim."""
    for doubt in claim.doubts:
        yield 4, doubt
    for place in claim.places:
        if place.resolved is None:
            yield 3, f"{place.name} is in no gazetteer"
        elif any(other.score >= NEAR * place.resolved.score > 0 for other in place.others):
            yield 2, f"{place.name} could be another place"
    kind = kinds().named(claim.kind) if claim.kind in kinds() else None
    if not claim.places and kind is not None and kind.basis is Basis.EVENT:
        yield 1, "it names no place"
    if claim.period is None and kind is not None and kind.basis is Basis.EVENT:
        yield 1, "it names no day"
    if not claim.attribution.chain:
        yield 1, "nobody but the report says it"
    if claim.certainty is not Certainty.ASSERTED:
        yield 1, f"it is {claim.certainty}"
    if claim.negated:
        yield 1, "it says that something is not so"
    if claim.figure is not None and claim.figure.quantifier not in SURE:
        yield 1, f"its number is “{claim.figure.quantifier}”"
