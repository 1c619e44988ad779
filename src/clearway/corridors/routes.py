"""Ways between two places by time and risk, each leg with what bears on it, and whether any can be recommended."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

import numpy as np
from numpy.typing import NDArray

from clearway.corridors.constants import Constants
from clearway.corridors.danger import State, danger_of, risk_of
from clearway.corridors.fronts import Front, pareto
from clearway.corridors.gates import Gate, gates_of, through
from clearway.corridors.graph import Graph, graph_of
from clearway.corridors.roads.network import CLASSES, KINDS, STATUSES, Network
from clearway.corridors.roads.travelling import Arcs
from clearway.corridors.thinning import handful
from clearway.corridors.weighed import weigh
from clearway.display.stretches import stretches
from clearway.model import Danger, Leg, Route, Status, Stop, identify
from clearway.model.corridor import JUNCTION

RISING = tuple(reversed(Danger))
TENTHS = 10
"""Risk is searched in tenths."""


PLAIN = ("junction", "town")
"""Nodes at which nothing stands that could hold a way up."""

Cost = tuple[int, int]
"""Seconds and tenths of risk, as the search has them; what tells one way of a front from all others."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Placed:
    """A way, what it costs on its front, and what stands on it."""

    route: Route
    cost: Cost
    stops: tuple[Stop, ...]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Ground:
    """A network for one vehicle, and what is known of its legs; what every search between two places needs."""

    network: Network
    arcs: Arcs
    graph: Graph
    states: Mapping[int, State]
    model: Constants
    avoid: frozenset[int] = frozenset()
    gates: Mapping[int, Gate] = field(default_factory=dict)
    leaves: datetime | None = None

    @classmethod
    def of(
        cls,
        network: Network,
        arcs: Arcs,
        states: Mapping[int, State],
        model: Constants,
        avoid: frozenset[int] = frozenset(),
        leaves: datetime | None = None,
    ) -> "Ground":
        """The network as a graph; `avoid` holds legs that the user wants to keep clear of.

        `leaves` is when one sets out, local time; hours of crossings are held against it.
        """
        nodes = network.nodes
        graph = graph_of(arcs.tails, arcs.heads, nodes=len(nodes), lon=nodes.lon, lat=nodes.lat)
        return cls(
            network=network,
            arcs=arcs,
            graph=graph,
            states=states,
            model=model,
            avoid=avoid,
            gates=gates_of(network, states),
            leaves=leaves,
        )

    def knowing(self, states: Mapping[int, State]) -> "Ground":
        """The same roads with what is known of their legs."""
        return replace(self, states=states, gates=gates_of(self.network, states))

    def closed(self) -> NDArray[np.bool_]:
        """By edge, whether its leg is said to be closed or is to be avoided."""
        shut = {leg for leg, state in self.states.items() if state.status is Status.CLOSED} | self.avoid
        return self._of_legs(shut)

    def shut(self, *starts: int) -> NDArray[np.bool_]:
        """By edge, whether it leads on from a crossing that is shut, unless one starts there.

        One may come up to it, and no way leads across it.
        """
        nodes = [node for node, gate in self.gates.items() if gate.shut and node not in starts]
        return np.isin(self.arcs.tails, nodes)

    def severe(self) -> NDArray[np.bool_]:
        """By edge, whether its leg is in severe danger."""
        return self._of_legs(
            {leg for leg, known in self.states.items() if danger_of(known, self.model) is Danger.SEVERE}
        )

    def unverified(self) -> NDArray[np.bool_]:
        """By edge, whether nobody's word that its leg can be passed counts."""
        known = {leg for leg, state in self.states.items() if state.verified}
        return ~self._of_legs(known)

    def front(self, source: int, target: int, *, verified: bool) -> Front:
        """The best ways by time and risk; with `verified`, over legs alone of which somebody's word counts."""
        avoid = self.closed() | self.shut(source)
        if verified:
            avoid = avoid | self.unverified()
        km = self.network.legs.length_m.astype(np.float64) / 1000
        risks = self.model.unknown_per_km * km
        for leg, state in self.states.items():
            risks[leg] = risk_of(state, float(km[leg]), self.model)
        seconds = np.maximum(1, np.rint((self.arcs.low_s + self.arcs.high_s) / 2)).astype(np.int64)
        risk = np.rint(risks[self.arcs.leg] * TENTHS).astype(np.int64)
        return pareto(weigh(self.graph, seconds, risk, avoid=avoid), source, target)

    def routes(self, front: Front, *, most: int) -> tuple[Placed, ...]:
        """A handful of the front that differ, from the fastest to the one with the least risk."""
        lengths = self.network.legs.length_m[self.arcs.leg]
        chosen = handful(front, lengths, most=most)
        paths, costs = [front.path(one.at).tolist() for one in chosen], costs_of(front)
        return tuple(
            Placed(route=self.route(path, one.shared), cost=costs[one.at], stops=self.stops(path))
            for one, path in zip(chosen, paths, strict=True)
        )

    def stops(self, edges: Sequence[int]) -> tuple[Stop, ...]:
        """What stands at the nodes of these edges, other than towns."""
        nodes, found = self.network.nodes, []
        for node in dict.fromkeys(int(end) for edge in edges for end in (self.arcs.tails[edge], self.arcs.heads[edge])):
            kind, status = KINDS[nodes.kind[node]], STATUSES[nodes.status[node]]
            if kind not in PLAIN:
                found.append(
                    Stop(
                        name=self.network.text(nodes.name[node]),
                        kind=kind,
                        hours=self.network.text(nodes.hours[node]),
                        status="" if status == STATUSES[0] else status,
                        point=(round(float(nodes.lat[node]), 6), round(float(nodes.lon[node]), 6)),
                    )
                )
        return tuple(found)

    def route(self, edges: Sequence[int], shared: float) -> Route:
        """The way over these edges."""
        heads = [int(self.arcs.heads[edge]) for edge in edges]
        legs, minutes = through([self.leg(edge) for edge in edges], heads, self.gates, self.leaves)
        worst = max(legs, key=lambda leg: (RISING.index(leg.danger), leg.index), default=None)
        because = tuple(against(legs))
        return Route(
            name="",
            legs=legs,
            km=round(sum(leg.km for leg in legs), 1),
            minutes=(round(minutes[0]), round(minutes[1])),
            risk=round(sum(leg.risk for leg in legs), 1),
            danger=worst.danger if worst else Danger.UNKNOWN,
            worst=worst.id if worst else "",
            unknown_km=round(sum(leg.km for leg in legs if not leg.verified), 1),
            recommended=not because,
            because=because,
            shared=round(shared, 2),
        )

    def leg(self, edge: int) -> Leg:
        """One leg in the direction of travel."""
        network, number = self.network, int(self.arcs.leg[edge])
        legs, state = network.legs, self.states.get(number)
        shape = network.shape_of(number)[:: -1 if self.arcs.backward[edge] else 1]
        km = float(legs.length_m[number]) / 1000
        points = tuple((round(float(lat), 6), round(float(lon), 6)) for lon, lat in shape)
        low, high = float(self.arcs.low_s[edge]) / 60, float(self.arcs.high_s[edge]) / 60
        known = state or State()
        return Leg(
            id=identify("leg", points[0], points[-1], network.road_of(number)),
            start=self.called(int(self.arcs.tails[edge])),
            end=self.called(int(self.arcs.heads[edge])),
            road=self.road(number) or None,
            road_class=CLASSES[legs.road[number]],
            km=round(km, 1),
            minutes=(round(low, 1), round(high, 1)),
            danger=danger_of(state, self.model),
            index=round(known.index, 2),
            risk=round(risk_of(state, km, self.model), 1),
            status=known.status,
            verified=known.verified,
            holders=tuple(known.holders),
            latest=known.latest,
            reasons=tuple(known.reasons),
            doubts=tuple(known.doubts) if state else ("nothing is reported of it",),
            points=points,
        )

    def called(self, node: int) -> str:
        """What a node is called: its own name, or the roads that meet there."""
        network, rows = self.network, self.graph.forward
        if own := network.text(network.nodes.name[node]):
            return own
        edges = rows.edges[int(rows.starts[node]) : int(rows.starts[node + 1])]
        roads = sorted({road for edge in edges if (road := self.road(int(self.arcs.leg[edge])))})
        return f"{JUNCTION} of {' and '.join(roads[:2])}" if len(roads) > 1 else " on ".join([JUNCTION, *roads])

    def road(self, leg: int) -> str:
        """The number of a leg's road, else its name; empty where it has neither."""
        return self.network.text(self.network.legs.ref[leg]) or self.network.text(self.network.legs.name[leg])

    def _of_legs(self, legs: set[int] | frozenset[int]) -> NDArray[np.bool_]:
        marked = np.zeros(len(self.network.legs), bool)
        marked[list(legs)] = True
        return np.asarray(marked[self.arcs.leg])


def costs_of(front: Front) -> list[Cost]:
    """What each way of a front costs."""
    return list(zip(front.time.tolist(), front.risk.tolist(), strict=True))


def needed(route: Route) -> tuple[str, ...]:
    """What would have to change before a way could be recommended, leg by leg."""
    found = []
    for leg in stretches(route.legs):
        name = f"{leg.start} to {leg.end}" + (f" ({leg.road})" if leg.road else "")
        if leg.danger is Danger.SEVERE:
            found.append(f"{name}: the danger would have to fall, now severe ({leg.index:g})")
        if not leg.verified:
            found.append(f"{name}: a fresh word of somebody who is no party that it can be passed; {leg.doubts[0]}")
    return tuple(found)


def against(legs: Sequence[Leg]) -> list[str]:
    """Why a way over these legs is not recommended; nothing where it is."""
    legs, found = stretches(legs), []
    severe = [leg for leg in legs if leg.danger is Danger.SEVERE]
    if severe:
        found.append(f"severe danger on {_names(severe)}")
    unverified = [leg for leg in legs if not leg.verified]
    if unverified:
        found.append(f"nobody's word counts that {_names(unverified)} can be passed")
    if not legs:
        found.append("it has no leg")
    return found


def _names(legs: Sequence[Leg]) -> str:
    shown = [f"{leg.start} to {leg.end}" for leg in legs[:3]]
    more = len(legs) - len(shown)
    return ", ".join(shown) + (f" and {more} more" if more else "")
