"""Whether a ranking holds where every weight may be half or twice what the model says, and which leg decides."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from clearway.corridors.constants import Constants
from clearway.model import Danger, Route, Standing

Array = NDArray[np.float64]
UNKNOWN = "unknown"
"""Stands for the surcharge of legs on which nobody's word counts, which is moved like a weight."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Drawn:
    """By how much each piece of evidence was moved in each scenario (scenarios in rows)."""

    names: tuple[str, ...]
    factors: Array

    def of(self, name: str) -> Array:
        """The factors of one piece of evidence, scenario by scenario."""
        return self.factors[:, self.names.index(name)]


def standing(routes: Sequence[Route], model: Constants) -> Standing | None:
    """How the routes rank in seeded scenarios; the same for the same routes. `None` where there are none.

    Only the ranking of these routes is looked at, no new ones are searched.
    """
    if not routes:
        return None
    drawn = _drawn(routes, model)
    risks = np.array([sum(_leg_risk(route, at, drawn, model) for at in range(len(route.legs))) for route in routes])
    good = np.array([_recommended(route, drawn, model) for route in routes])
    order = np.where(good, risks, risks + risks.max() + 1).argmin(axis=0)
    firsts = tuple((route.name, int((order == place).sum())) for place, route in enumerate(routes))
    return Standing(
        scenarios=model.scenarios,
        seed=model.seed,
        moved=model.moved,
        first=firsts,
        recommended=tuple((route.name, int(good[place].sum())) for place, route in enumerate(routes)),
        none=int((~good.any(axis=0)).sum()),
        decides=_deciding(routes, drawn, model),
    )


def _drawn(routes: Sequence[Route], model: Constants) -> Drawn:
    names = {reason.evidence for route in routes for leg in route.legs for reason in leg.reasons}
    ordered = (UNKNOWN, *sorted(names))
    bound = np.log(model.moved)
    random = np.random.default_rng(model.seed)
    return Drawn(names=ordered, factors=np.exp(random.uniform(-bound, bound, (model.scenarios, len(ordered)))))


def _leg_risk(route: Route, at: int, drawn: Drawn, model: Constants) -> Array:
    """The risk of one leg, scenario by scenario."""
    leg = route.legs[at]
    risk = np.zeros(model.scenarios)
    for reason in leg.reasons:
        if reason.weight:
            risk += drawn.of(reason.evidence) * reason.weight * reason.km
    return risk if leg.verified else risk + drawn.of(UNKNOWN) * model.unknown_per_km * leg.km


def _recommended(route: Route, drawn: Drawn, model: Constants) -> NDArray[np.bool_]:
    """Whether a route could be recommended, scenario by scenario: never over a leg on which nobody's word counts."""
    found = np.full(model.scenarios, not route.unknown_km and bool(route.legs))
    severe = dict(model.classes)[Danger.SEVERE]
    for leg in route.legs:
        index = np.zeros(model.scenarios)
        for reason in leg.reasons:
            index += drawn.of(reason.evidence) * reason.weight
        found &= index < severe
    return found


def _deciding(routes: Sequence[Route], drawn: Drawn, model: Constants) -> str | None:
    """The leg whose risk goes most with the difference between the first two ways; of a single way, with its risk."""
    first, second = routes[0], routes[1] if len(routes) > 1 else None
    shared = {leg.id for leg in first.legs} & {leg.id for leg in second.legs} if second else set()
    parts = [
        (leg, _leg_risk(route, at, drawn, model))
        for route in (first, second)
        if route
        for at, leg in enumerate(route.legs)
        if leg.id not in shared
    ]
    mine = {leg.id for leg in first.legs}
    whole = sum((risk if leg.id in mine else -risk for leg, risk in parts), np.zeros(model.scenarios))
    spread = [(abs(float(np.cov(risk, whole)[0, 1])), leg) for leg, risk in parts]
    most = max(spread, key=lambda pair: pair[0], default=None)
    if most is None or most[0] == 0:
        return None
    return f"{most[1].start} to {most[1].end}"
