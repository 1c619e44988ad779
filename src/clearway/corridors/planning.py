"""A plan: the ways between two places as of a day, what speaks against them, and which claim the ranking hangs on."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial

from clearway.corridors.constants import Constants
from clearway.corridors.danger import Asked, states, states_again
from clearway.corridors.fronts import Front
from clearway.corridors.lying import Lie
from clearway.corridors.roads.network import Network
from clearway.corridors.roads.travelling import arcs_of
from clearway.corridors.roads.vehicles import vehicle_named
from clearway.corridors.robustness import standing
from clearway.corridors.routes import TENTHS, Ground, Placed, against, costs_of, needed
from clearway.corridors.stepping import go_on
from clearway.display.stretches import stretches
from clearway.errors import UsageError
from clearway.model import Best, Evidence, KeptClear, Plan, Route, Status, Stop, Turning
from clearway.model.corridor import JUNCTION

Fewer = Callable[[str], Sequence[Evidence]]
"""From a claim's id to the evidence as it would be without it."""

MOST_ROUTES = 5
MOST_FRONT = 50
"""Ways that are looked at for crossings that are closed in the file of roads."""
MOST_CLAIMS = 60
"""Claims that are taken out one at a time to see whether the ranking hangs on them; those that weigh most first."""
MOST_WORK = 60_000_000
"""Edges weighed and partial ways followed for that, about half a minute's; what is not tried then is counted."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Wanted:
    """From which node to which, by what, as of when; `avoid` holds legs that the user wants to keep clear of.

    `clear` says what and where it is, `leaves` is the hour of leaving, local time.
    """

    origin: str
    destination: str
    source: int
    target: int
    vehicle: str
    asked: Asked
    show_unverified: bool = False
    avoid: frozenset[int] = frozenset()
    clear: tuple[KeptClear, ...] = ()
    leaves: datetime | None = None
    most: int = MOST_ROUTES


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Ways:
    """What a search came to: the ways ranked and named, and the fronts of those that are known and of any."""

    placed: tuple[Placed, ...]
    sure: Front
    any_way: Front
    because: tuple[str, ...]
    ground: Ground

    @property
    def routes(self) -> tuple[Route, ...]:
        """The ways alone."""
        return tuple(one.route for one in self.placed)

    @property
    def truncated(self) -> int | None:
        """At how many ways a front was cut."""
        return next((len(front) for front in (self.sure, self.any_way) if front.truncated), None)

    @property
    def work(self) -> int:
        """What both searches took, as in `MOST_WORK`."""
        return self.sure.labels + self.any_way.labels + 2 * self.ground.graph.edges

    def best(self) -> tuple[Best, ...]:
        """The costs of all best ways, from the fastest: of those of which all is known, and then of the others."""
        names = {one.cost: one.route.name for one in reversed(self.placed)}
        known = costs_of(self.sure)
        found = set(known)
        others = [cost for cost in costs_of(self.any_way) if cost not in found]
        return tuple(
            Best(minutes=round(cost[0] / 60, 1), risk=cost[1] / TENTHS, known=is_known, way=names.get(cost))
            for costs, is_known in ((known, True), (others, False))
            for cost in costs
        )

    def stops(self, shown: Sequence[Route]) -> tuple[Stop, ...]:
        """What stands on these ways, each once."""
        names = {one.name for one in shown}
        return tuple(dict.fromkeys(stop for one in self.placed if one.route.name in names for stop in one.stops))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Planner:
    """A network ready to be asked more than once."""

    network: Network
    lie: Lie
    model: Constants
    on_step: Callable[[], None] = go_on

    @classmethod
    def of(cls, network: Network, model: Constants, *, on_step: Callable[[], None] = go_on) -> "Planner":
        """The network with its legs cut up for looking what lies on them; `on_step` is called before each search."""
        return cls(network=network, lie=Lie.of(network), model=model, on_step=on_step)

    def plan(
        self,
        evidence: Sequence[Evidence],
        wanted: Wanted,
        fewer: Fewer | None = None,
        *,
        hanging: bool = True,
        ground: Ground | None = None,
    ) -> Plan:
        """The ways, the recommended ones first; none where there is none, and then why.

        `fewer` gives the evidence as it would be without one claim; else what it told is gone or has one source fewer,
        and no grade changes. What the ranking hangs on is only worked out with `hanging`. `ground` is what `ground`
        tells, where it is at hand. Raises `UsageError` where both places are one.
        """
        _check(wanted)
        ways = self._ways(ground or self.ground(evidence, wanted), wanted)
        routes = ways.routes
        best = routes[0] if routes else None
        lacking = () if best is None or best.recommended else needed(best)
        shown = tuple(one for one in routes if wanted.show_unverified or not one.unknown_km)
        fewer = fewer or partial(without, evidence)
        turning, untried = self._turning(evidence, wanted, ways, fewer) if hanging else ((), 0)
        return Plan(
            origin=wanted.origin,
            destination=wanted.destination,
            as_of=wanted.asked.as_of,
            vehicle=wanted.vehicle,
            max_age=wanted.asked.max_age,
            routes=shown,
            because=ways.because,
            needed=lacking,
            turning=turning,
            untried=untried,
            hidden=len(routes) - len(shown),
            truncated=ways.truncated,
            network=", ".join(source.name for source in self.network.sources),
            attribution=(self.network.attribution,),
            schematic=bool(self.network.cautions),
            standing=standing(shown, self.model),
            avoided=tuple(one.told for one in wanted.clear),
            clear=wanted.clear,
            crossings=_not_crossed(ways.ground, wanted),
            leaves=wanted.leaves,
            front=tuple(one for one in ways.best() if wanted.show_unverified or one.known),
            stops=ways.stops(shown),
        )

    def ground(self, evidence: Sequence[Evidence], wanted: Wanted) -> Ground:
        """The roads for this vehicle with what is reported of them."""
        return self.ground_now(evidence, wanted.asked, wanted.vehicle, wanted.avoid, wanted.leaves)

    def first(self, evidence: Sequence[Evidence], wanted: Wanted) -> Route | None:
        """The first of the ways alone, also where it is unknown in part; `None` where there is none.

        Raises `UsageError` where both places are one.
        """
        _check(wanted)
        return next(iter(self._ways(self.ground(evidence, wanted), wanted).routes), None)

    def ground_now(
        self,
        evidence: Iterable[Evidence],
        asked: Asked,
        vehicle: str,
        avoid: frozenset[int] = frozenset(),
        leaves: datetime | None = None,
    ) -> Ground:
        """The roads for a vehicle with what is known of their legs."""
        known = states(evidence, self.lie, asked, self.model)
        return Ground.of(self.network, arcs_of(self.network, vehicle_named(vehicle)), known, self.model, avoid, leaves)

    def _ways(self, ground: Ground, wanted: Wanted) -> Ways:
        """The ways of which somebody's word counts, and then all others, with why there is none or none is good."""
        self.on_step()
        sure = ground.front(wanted.source, wanted.target, verified=True)
        self.on_step()
        any_way = ground.front(wanted.source, wanted.target, verified=False)
        self.on_step()
        known = ground.routes(sure, most=wanted.most)
        others = [one for one in ground.routes(any_way, most=wanted.most) if one.route.unknown_km]
        found = (*known, *others)
        all_found = (*found, *_without_waiting(ground, wanted, found))
        placed = _named([replace(one, route=_between(one.route, wanted)) for one in all_found])
        because: tuple[str, ...] = ()
        if not len(any_way):
            because = self._no_way(ground, wanted)
        elif not any(one.route.recommended for one in placed):
            because = ("no corridor can be recommended", *placed[0].route.because)
        return Ways(placed=placed, sure=sure, any_way=any_way, because=because, ground=ground)

    def _no_way(self, ground: Ground, wanted: Wanted) -> tuple[str, ...]:
        """Why no way leads there: closed or avoided legs, or roads that do not join the two places."""
        open_again = replace(
            ground,
            states={leg: known for leg, known in ground.states.items() if known.status is not Status.CLOSED},
            avoid=frozenset(),
            gates={},
        )
        if len(open_again.front(wanted.source, wanted.target, verified=False)):
            what = "a leg or a crossing" if any(gate.shut for gate in ground.gates.values()) else "a leg"
            return ("no corridor can be recommended", f"every way has {what} that is said to be closed or is avoided")
        return ("no corridor can be recommended", f"no road for a {wanted.vehicle} joins the two places here")

    def _turning(
        self, evidence: Sequence[Evidence], wanted: Wanted, ways: Ways, fewer: Fewer
    ) -> tuple[tuple[Turning, ...], int]:
        """The single claims without which another way would come first, or none or one could be recommended.

        And how many claims were not tried, where each takes so long that only those that weigh most are.
        """
        routes = ways.routes
        weights: dict[str, float] = {}
        for leg in (leg for route in routes for leg in route.legs):
            for reason in leg.reasons:
                for claim in reason.claims:
                    weights[claim] = max(weights.get(claim, -1.0), reason.weight or (2.0 if leg.verified else 0.0))
        before, found = _order(routes), []
        statements = {claim: one.statement for one in evidence for claim in one.claims}
        heaviest = sorted(weights, key=lambda name: (-weights[name], name))[:MOST_CLAIMS]
        tried = heaviest[: max(1, MOST_WORK // max(1, ways.work))]
        for claim in tried:
            known = states_again(ways.ground.states, evidence, fewer(claim), self.lie, wanted.asked, self.model)
            then = self._ways(ways.ground.knowing(known), wanted).routes
            if _order(then) != before:
                found.append(Turning(claim=claim, statement=statements[claim], then=_difference(routes, then)))
        return tuple(found), len(heaviest) - len(tried)


def _not_crossed(ground: Ground, wanted: Wanted) -> tuple[str, ...]:
    """The crossings that the best ways would lead across, were they not closed in the file of roads."""
    shut = {node for node, gate in ground.gates.items() if gate.shut}
    if not shut:
        return ()
    opened = replace(ground, gates={})
    front = opened.front(wanted.source, wanted.target, verified=False)
    passed = dict.fromkeys(
        int(node)
        for at in range(min(len(front), MOST_FRONT))
        for node in ground.arcs.heads[front.path(at)]
        if int(node) in shut and int(node) != wanted.target
    )
    return tuple(f"{ground.gates[node].said[-1]}; no way here leads across it" for node in passed)


def _check(wanted: Wanted) -> None:
    if wanted.source == wanted.target:
        rule = f"{wanted.origin} and {wanted.destination} are at one place on these roads"
        raise UsageError("the way", rule=rule, remedy="name two places that a road joins")


def without(evidence: Iterable[Evidence], claim: str) -> tuple[Evidence, ...]:
    """The evidence as it is without one claim: gone where nothing else tells it, else by one source fewer."""
    kept = []
    for one in evidence:
        if claim not in one.claims:
            kept.append(one)
        elif len(one.claims) > 1:
            left = tuple(name for name in one.claims if name != claim)
            kept.append(replace(one, claims=left, origins=max(1, min(one.origins, len(left)))))
    return tuple(kept)


def _without_waiting(ground: Ground, wanted: Wanted, found: Sequence[Placed]) -> list[Placed]:
    """The fastest and the safest way on which nobody waits at the crossings where others wait, where there are some."""
    waited = {leg.points[-1] for one in found for leg in one.route.legs if leg.wait[1]}
    if not waited:
        return []
    nodes = ground.network.nodes
    slow = {
        node: replace(gate, shut=True)
        for node, gate in ground.gates.items()
        if (round(float(nodes.lat[node]), 6), round(float(nodes.lon[node]), 6)) in waited and node != wanted.target
    }
    around = replace(ground, gates={**ground.gates, **slow})
    seen = {tuple(leg.id for leg in one.route.legs) for one in found}
    more = around.routes(around.front(wanted.source, wanted.target, verified=False), most=2) if slow else ()
    return [one for one in more if tuple(leg.id for leg in one.route.legs) not in seen]


def _between(route: Route, wanted: Wanted) -> Route:
    """The way with its ends called as they were asked for, where these are junctions without a name."""
    legs = list(route.legs)
    if legs and legs[0].start.startswith(JUNCTION):
        legs[0] = replace(legs[0], start=wanted.origin)
    if legs and legs[-1].end.startswith(JUNCTION):
        legs[-1] = replace(legs[-1], end=wanted.destination)
    return replace(route, legs=tuple(legs), because=tuple(against(legs)))


def _named(placed: Sequence[Placed]) -> tuple[Placed, ...]:
    def rank(one: Placed) -> tuple[object, ...]:
        route = one.route
        return (not route.recommended, route.unknown_km > 0, route.risk, route.minutes)

    ranked = sorted(placed, key=rank)
    return tuple(replace(one, route=replace(one.route, name=chr(ord("A") + at))) for at, one in enumerate(ranked))


def _order(routes: Sequence[Route]) -> tuple[object, ...]:
    """What a ranking is: which ways, in which order, which of them recommended or unknown."""
    return tuple(((tuple(leg.id for leg in one.legs)), one.recommended, one.unknown_km > 0) for one in routes)


def _difference(before: Sequence[Route], after: Sequence[Route]) -> str:
    """What becomes of the first way, in words."""
    if not after:
        return "no way would be left"
    first, then = before[0], after[0]
    if [leg.id for leg in first.legs] != [leg.id for leg in then.legs]:
        return f"the first way would lead by {', '.join(_by(then))}"
    if first.recommended != then.recommended:
        return f"way {first.name} {'could' if then.recommended else 'could no longer'} be recommended"
    if bool(first.unknown_km) != bool(then.unknown_km):
        return f"way {first.name} would {'be unknown' if then.unknown_km else 'be known'} in part"
    return "the ways behind the first would be others, or in another order"


def _by(route: Route) -> list[str]:
    return [leg.end for leg in stretches(route.legs)[:-1]][:4] or ["the direct road"]
