"""A person's report of a stretch of road, kept in the ledger like any other, and the legs that it falls on."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from clearway.crisis.roads import roads_to_plan_on
from clearway.errors import UsageError
from clearway.model import Candidate, Claim, Report, Says, SourceKind

if TYPE_CHECKING:
    from clearway.corridors.roads import Network, OnRoads
    from clearway.crisis.api import Crisis

SAME_DEGREES = 0.2
"""How far the gazetteer's place of that name may lie from the one on the roads."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What somebody says of the road between two places, or within `around_km` of one."""

    places: Sequence[str]
    says: Says
    by: str
    kind: SourceKind = SourceKind.WITNESS
    day: date
    words: str
    around_km: float = 1.0
    within_km: float = 5.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Reported:
    """The report and claim that were kept, whether they are new, and the legs that the claim falls on, in words."""

    report: Report
    claim: Claim
    new: bool
    legs: tuple[str, ...]


def reported(crisis: "Crisis", roads: Path, seen: Seen, *, on_needed: Callable[[int], None] | None = None) -> Reported:
    """Keep what a person says of a road; `on_needed` is told how many megabytes that takes, where these are many.

    Raises `UsageError` for what makes no sense or falls on no leg, `RoadError` where a place is on no road. Nothing is
    kept then.
    """
    from clearway.corridors.evidence import stretch_of
    from clearway.corridors.lying import Lie
    from clearway.corridors.reporting import EXTRACTOR, VERSION, Witness, road_report
    from clearway.corridors.roads import on_roads
    from clearway.ledger import Outcome

    if seen.day > crisis.today:
        raise UsageError(
            f"{seen.day}", rule="nobody can tell yet what is so on that day", remedy="give a day until now"
        )
    if not 1 <= len(seen.places) <= 2:
        remedy = "name one place, or the two ends of a stretch"
        raise UsageError(f"{len(seen.places)} places", rule="a report is of one or two", remedy=remedy)
    network = roads_to_plan_on(roads, on_needed=on_needed)
    ends = [on_roads(name, network, crisis.gazetteer, within_km=seen.within_km) for name in seen.places]
    if len(ends) > 1:
        ends = [_at_node(end, network) for end in ends]
    witness = Witness(name=seen.by, kind=seen.kind, day=seen.day, words=seen.words)
    areas = [_area(crisis, end) for end in ends]
    report, claim = road_report(seen.says, witness, ends, areas, km=seen.around_km)
    stretch = stretch_of(claim)
    legs = Lie.of(network).on([stretch] if stretch else [])
    if not legs:
        rule = f"no road joins {ends[0].name} and {ends[-1].name}" if len(ends) > 1 else "no road is so near"
        raise UsageError("the stretch", rule=rule, remedy="name other ends, or one place with a larger --around-km")
    added = crisis.ledger.add(
        report, [claim], extractor=EXTRACTOR, version=VERSION, gazetteer=crisis.gazetteer.sha256, at=crisis.now
    )
    told = tuple(_called(network, leg) for leg in sorted(legs))
    return Reported(report=report, claim=claim, new=added.status is not Outcome.KNOWN, legs=told)


def _at_node(end: "OnRoads", network: "Network") -> "OnRoads":
    """A place moved to its node: a stretch runs from node to node."""
    nodes = network.nodes
    return replace(end, latitude=float(nodes.lat[end.node]), longitude=float(nodes.lon[end.node]))


def _called(network: "Network", leg: int) -> str:
    legs, nodes = network.legs, network.nodes
    ends = (network.text(nodes.name[ends[leg]]) or "a junction" for ends in (legs.tail, legs.head))
    road = network.text(legs.ref[leg]) or network.text(legs.name[leg])
    return " to ".join(ends) + (f" ({road})" if road else "")


def _area(crisis: "Crisis", end: "OnRoads") -> Candidate | None:
    """The gazetteer's place that stands nearest to one on the roads, of those that bear its name."""
    near = [
        (max(abs(one.latitude - end.latitude), abs(one.longitude - end.longitude)), one.id, one)
        for one in crisis.gazetteer.candidates(end.name)
        if one.latitude is not None and one.longitude is not None
    ]
    best = min(near, key=lambda found: found[:2], default=None)
    return best[2] if best and best[0] <= SAME_DEGREES else None
