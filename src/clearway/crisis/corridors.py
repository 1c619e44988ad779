"""From the picture of a day and the roads to the ways between two places."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from clearway.errors import UsageError
from clearway.model import Evidence, Plan, Profile, Release

if TYPE_CHECKING:
    from clearway.corridors.planning import Planner
    from clearway.corridors.roads import Network, OnRoads
    from clearway.crisis.api import Crisis


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """A plan, everything reported that can bear on roads, and the claims behind it."""

    plan: Plan
    evidence: tuple[Evidence, ...]
    release: Release


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """What a plan is asked for: places by name or as "latitude,longitude", days, and how careful to be.

    `as_of` is the last day whose reports count, `depart` the day of the way (`as_of`, where none is given); a word on a
    road counts for `max_age` days. `avoid` names places to keep clear of.
    """

    origin: str
    destination: str
    vehicle: str = "car"
    as_of: date
    depart: date | None = None
    max_age: int = 7
    show_unverified: bool = False
    avoid: Sequence[str] = ()
    within_km: float = 5.0


def planned(crisis: "Crisis", roads: Path, ask: Ask) -> Planned:
    """The ways between two places; raises `RoadError` where a place is on no road.

    Raises `UsageError` for what makes no sense. It is `restricted` always: a planned way is targeting data.
    """
    from clearway.corridors.constants import constants
    from clearway.corridors.danger import Asked
    from clearway.corridors.planning import Planner, Wanted
    from clearway.corridors.roads import VEHICLES, load

    depart = _checked(ask, VEHICLES)
    network = load(roads)
    ends = [_place(crisis, one, network, ask) for one in (ask.origin, ask.destination)]
    reported, release = reported_of(crisis, ask.as_of)
    planner = Planner.of(network, constants())
    wanted = Wanted(
        origin=ends[0].name,
        destination=ends[1].name,
        source=ends[0].node,
        target=ends[1].node,
        vehicle=ask.vehicle,
        asked=Asked(as_of=depart, max_age=ask.max_age),
        show_unverified=ask.show_unverified,
        avoid=_avoided(crisis, network, planner, ask),
    )
    return Planned(plan=planner.plan(reported, wanted), evidence=reported, release=release)


def written(found: Planned, ending: str) -> bytes:
    """A plan in the format of a file's ending (.geojson, .gpx, .kml, .csv, .pdf); raises `UsageError` for others."""
    from clearway.exports.ways import written as way

    return way(found.plan, found.release, ending)


def reported_of(crisis: "Crisis", as_of: date) -> tuple[tuple[Evidence, ...], Release]:
    """Everything published up to a day that can bear on roads, and its claims."""
    from clearway.corridors.constants import constants
    from clearway.corridors.evidence import evidence

    drawn = crisis.picture(as_of=as_of)
    happened = crisis.incidents(as_of=as_of)
    claims = {claim.id: claim for claim in (*drawn.release.claims, *happened.claims)}
    found = evidence(happened.incidents, drawn.picture.findings, claims, constants())
    named = {name for one in found for name in one.claims}
    kept = [claim for claim in claims.values() if claim.id in named]
    reports = {claim.report for claim in kept}
    release = crisis.release(
        (report for report in drawn.release.reports if report.id in reports), kept, profile=Profile.RESTRICTED
    )
    return found, release


def _checked(ask: Ask, vehicles: Sequence[str]) -> date:
    """The day of the way; raises `UsageError` where the question makes no sense."""
    depart = ask.depart or ask.as_of
    if depart < ask.as_of:
        rule = f"{depart} lies before {ask.as_of}, the last day whose reports count"
        raise UsageError("the day of the way", rule=rule, remedy="give a later --depart, or an earlier --as-of")
    if ask.vehicle not in vehicles:
        raise UsageError(ask.vehicle, rule="no such vehicle", remedy=f"use one of: {', '.join(vehicles)}")
    if ask.max_age < 0:
        raise UsageError(f"{ask.max_age} days", rule="an age is not negative", remedy="give 0 or more days")
    return depart


def _place(crisis: "Crisis", name: str, network: "Network", ask: Ask) -> "OnRoads":
    from clearway.corridors.roads import on_roads

    return on_roads(name, network, crisis.gazetteer, within_km=ask.within_km)


def _avoided(crisis: "Crisis", network: "Network", planner: "Planner", ask: Ask) -> frozenset[int]:
    """The legs within `within_km` of the places to keep clear of."""
    legs: set[int] = set()
    for name in ask.avoid:
        at = _place(crisis, name, network, ask)
        legs |= set(planner.lie.within((at.latitude, at.longitude), ask.within_km))
    return frozenset(legs)
