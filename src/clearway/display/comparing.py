"""Two plans beside each other: what is answered, how each way ranks in both, and which legs stand otherwise."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from clearway.display import words
from clearway.display.catalogue import say
from clearway.display.legs import status
from clearway.display.numbers import rounded
from clearway.display.stretches import leg_name, stretches
from clearway.display.ways import answer, by_places, span
from clearway.model import Danger, Leg, Plan, Route, Status

MOST_LEGS = 60
RISING = tuple(reversed(Danger))


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranked:
    """A way in one of the plans."""

    name: str
    recommended: bool
    danger: Danger
    km: str
    minutes: str
    risk: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WayPair:
    """A way of either plan, by which places it leads, and how it stands in each; `None` where it is not shown."""

    by: str
    one: Ranked | None
    other: Ranked | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LegPair:
    """A leg that stands otherwise in the second plan, in words, and whether it got worse."""

    name: str
    was: str
    now: str
    worse: bool
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What two plans say. `same_first` tells whether one way comes first in both; `more` legs are not listed."""

    answers: tuple[str, str]
    same_first: bool
    ways: tuple[WayPair, ...]
    legs: tuple[LegPair, ...]
    more: int


def compare(one: Plan, other: Plan, under: Mapping[str, Leg]) -> Comparison:
    """What changed in ranking, verdict and legs from one plan to the other.

    `under` are the legs of the first as they stand under the second question.
    """
    ranked = (_ranked(one), _ranked(other))
    keys = dict.fromkeys((*ranked[0], *ranked[1]))
    ways = tuple(
        WayPair(by=_by(keys_of, one, other), one=ranked[0].get(keys_of), other=ranked[1].get(keys_of))
        for keys_of in keys
    )
    changed = tuple(_changed(_legs(one), {**under, **_legs(other)}))
    firsts = [tuple(leg.id for leg in plan.routes[0].legs) if plan.routes else None for plan in (one, other)]
    return Comparison(
        answers=(answer(one), answer(other)),
        same_first=firsts[0] == firsts[1],
        ways=ways,
        legs=changed[:MOST_LEGS],
        more=max(0, len(changed) - MOST_LEGS),
    )


def _ranked(plan: Plan) -> Mapping[tuple[str, ...], Ranked]:
    """The ways of a plan by their legs, in their order."""
    return {
        _key(route): Ranked(
            name=route.name,
            recommended=route.recommended,
            danger=route.danger,
            km=say("plan.km", km=rounded(route.km)),
            minutes=span(route.minutes),
            risk=rounded(route.risk, 1),
        )
        for route in plan.routes
    }


def _key(route: Route) -> tuple[str, ...]:
    return tuple(leg.id for leg in route.legs)


def _by(key: tuple[str, ...], *plans: Plan) -> str:
    """By which places a way leads."""
    route = next(route for plan in plans for route in plan.routes if _key(route) == key)
    return by_places(stretches(route.legs))


def _legs(plan: Plan) -> Mapping[str, Leg]:
    return {leg.id: leg for route in plan.routes for leg in route.legs}


def _changed(before: Mapping[str, Leg], after: Mapping[str, Leg]) -> Iterable[LegPair]:
    """The legs that stand otherwise under the second question, in the order of the first."""
    for name, was in before.items():
        now = after.get(name)
        if now is None or _state(was) == _state(now):
            continue
        known = {claim for reason in was.reasons for claim in reason.claims}
        claims = dict.fromkeys(claim for reason in now.reasons for claim in reason.claims if claim not in known)
        yield LegPair(
            name=leg_name(was),
            was=_state(was),
            now=_state(now),
            worse=_rank(now) > _rank(was),
            claims=tuple(claims),
        )


def _rank(leg: Leg) -> tuple[bool, bool, int]:
    return (leg.status is Status.CLOSED, not leg.verified, RISING.index(leg.danger))


def _state(leg: Leg) -> str:
    return words.listed((str(leg.danger), status(leg)))
