"""Legs of a way as a person reads them: those with only an unnamed junction between are one stretch."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from clearway.display import words
from clearway.display.catalogue import say
from clearway.model import Leg, Reason
from clearway.model.corridor import JUNCTION

ROADS = 3
"""Roads of one stretch that are named."""


def leg_name(leg: Leg) -> str:
    """A leg by its two ends."""
    return ends(leg.start, leg.end)


def ends(start: str, end: str) -> str:
    """From where to where."""
    return say("plan.leg", start=start, end=end)


def stretches(legs: Iterable[Leg]) -> tuple[Leg, ...]:
    """The legs joined wherever only an unnamed junction lies between and the same is known of both."""
    found: list[list[Leg]] = []
    for leg in legs:
        if found and found[-1][-1].end.startswith(JUNCTION) and _known(found[-1][-1]) == _known(leg):
            found[-1].append(leg)
        else:
            found.append([leg])
    return tuple(_joined(some) for some in found)


def _known(leg: Leg) -> tuple[object, ...]:
    """What is known of a leg; legs of which the same is known differ in nothing but where they lie."""
    told = frozenset(reason.evidence for reason in leg.reasons)
    return (leg.danger, leg.status, leg.verified, leg.holders, leg.doubts, leg.wait, told)


def _joined(legs: Sequence[Leg]) -> Leg:
    if len(legs) == 1:
        return legs[0]
    first = legs[0]
    roads = tuple(dict.fromkeys(leg.road for leg in legs if leg.road))
    by_class: dict[str, float] = {}
    for leg in legs:
        by_class[leg.road_class] = by_class.get(leg.road_class, 0.0) + leg.km
    return replace(
        first,
        end=legs[-1].end,
        road=words.some(roads, ROADS) or None,
        road_class=max(by_class, key=lambda name: by_class[name]),
        km=round(sum(leg.km for leg in legs), 1),
        minutes=(round(sum(leg.minutes[0] for leg in legs), 1), round(sum(leg.minutes[1] for leg in legs), 1)),
        wait=(sum(leg.wait[0] for leg in legs), sum(leg.wait[1] for leg in legs)),
        index=max(leg.index for leg in legs),
        risk=round(sum(leg.risk for leg in legs), 1),
        latest=max((leg.latest for leg in legs if leg.latest), default=None),
        reasons=_summed([reason for leg in legs for reason in leg.reasons]),
        points=(*first.points, *(point for leg in legs[1:] for point in leg.points[1:])),
    )


def _summed(reasons: Iterable[Reason]) -> tuple[Reason, ...]:
    """Each piece of evidence once, with all the km under it."""
    found: dict[str, Reason] = {}
    for reason in reasons:
        before = found.get(reason.evidence)
        found[reason.evidence] = replace(before, km=round(before.km + reason.km, 1)) if before else reason
    return tuple(found.values())
