"""From the picture of a day and the roads to the ways between two places."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING

from clearway.corridors.stepping import go_on
from clearway.crisis.regrading import Gathered, behind, gathered
from clearway.crisis.roads import roads_to_plan_on
from clearway.errors import UsageError
from clearway.model import (
    Corridor,
    Crowd,
    Details,
    Evidence,
    Haven,
    KeptClear,
    Leg,
    Many,
    Plan,
    Profile,
    Query,
    Release,
    Watched,
)

if TYPE_CHECKING:
    from clearway.corridors.lying import Lie
    from clearway.corridors.planning import Planner, Wanted
    from clearway.corridors.roads import Network, OnRoads
    from clearway.corridors.routes import Ground
    from clearway.crisis.api import Crisis
    from clearway.display.ways import PlanView

KINDS = ("corridor", "agreement")
"""Kinds of claims that tell of a party's agreement."""
GOODS = "truck"
"""The vehicle by which goods go: that aid crossed a border counts as a word for it, and for nobody else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """A plan, everything reported that can bear on roads, and the claims behind it.

    `joined` is false where the two places are on parts of the roads that nothing joins.
    """

    plan: Plan
    evidence: tuple[Evidence, ...]
    release: Release
    joined: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """What a plan is asked for: places by name or as "latitude,longitude", days, and how careful to be.

    `as_of` is the last day whose reports count, `depart` the day of the way (`as_of`, where none is given), `at` the
    hour of leaving in local time, against which the hours of crossings are held. A word on a road counts for `max_age`
    days. `avoid` names what to keep clear of: places, by `within_km` unless it says "PLACE within N km", the corners of
    an area as "latitude,longitude; ...", and, unless `files` is false, GeoJSON files of areas. `people` are the fewest
    and the most who have to pass.
    """

    origin: str
    destination: str
    vehicle: str = "car"
    as_of: date
    depart: date | None = None
    at: time | None = None
    max_age: int = 7
    show_unverified: bool = False
    avoid: Sequence[str] = ()
    within_km: float = 5.0
    people: tuple[int, int] | None = None
    files: bool = True


def planned(
    crisis: "Crisis",
    roads: Path,
    ask: Ask,
    *,
    on_needed: Callable[[int], None] | None = None,
    on_step: Callable[[], None] = go_on,
) -> Planned:
    """The ways between two places; raises `RoadError` where a place is on no road.

    `on_needed` is told how many megabytes of memory it takes, where these are many. `on_step` is called between the
    steps of the work, and ends it by what it raises. The plan is `restricted` always: a
    planned way is targeting data. Raises `UsageError` for what makes no sense.
    """
    planner, wanted, reported = _ready(crisis, roads, ask, on_needed, on_step)
    ground = planner.ground(reported.evidence, wanted)
    plan = planner.plan(reported.evidence, wanted, reported.without, ground=ground)
    if ask.people:
        plan = replace(plan, many=_many(ground, plan, wanted, ask.people, on_step))
    islands = planner.network.nodes.island
    return Planned(
        plan=plan,
        evidence=reported.evidence,
        release=behind(crisis, reported),
        joined=bool(islands[wanted.source] == islands[wanted.target]),
    )


def _many(ground: "Ground", plan: Plan, wanted: "Wanted", people: tuple[int, int], on_step: Callable[[], None]) -> Many:
    """How long so many take over each way alone, and by the quick planner over all roads together."""
    from clearway.corridors.alone import alone
    from clearway.corridors.capacities import pace
    from clearway.corridors.crowding import Leaving
    from clearway.corridors.moves import move

    leaving = Leaving(
        crowds=(given(wanted.origin, people),),
        sources=(wanted.source,),
        havens=(Haven(place=wanted.destination, room=None),),
        targets=(wanted.target,),
        pace=pace(wanted.vehicle),
        asked=wanted.asked,
        unverified=wanted.show_unverified,
    )
    together = move(ground, leaving, quick=True, on_step=on_step)
    return Many(
        people=people,
        alone=alone(plan, ground.network, people),
        together=replace(together, avoided=tuple(one.told for one in wanted.clear)),
    )


def given(place: str, people: tuple[int, int]) -> Crowd:
    """So many people at a place by the user's own word."""
    best = people[0] if people[0] == people[1] else None
    return Crowd(place=place, low=people[0], best=best, high=people[1], how="as given")


def _ready(
    crisis: "Crisis",
    roads: Path,
    ask: Ask,
    on_needed: Callable[[int], None] | None = None,
    on_step: Callable[[], None] = go_on,
) -> tuple["Planner", "Wanted", Gathered]:
    """The roads, what is asked of them, and what is reported of them."""
    from clearway.corridors.constants import constants
    from clearway.corridors.danger import Asked
    from clearway.corridors.passing import sites_of
    from clearway.corridors.planning import Planner, Wanted
    from clearway.corridors.roads import VEHICLES

    depart = _checked(ask, VEHICLES)
    network = roads_to_plan_on(roads, on_needed=on_needed)
    on_step()
    ends = [place_on(crisis, one, network, ask.within_km) for one in (ask.origin, ask.destination)]
    planner = Planner.of(network, constants(), on_step=on_step)
    avoid, clear = kept_clear(crisis, network, planner.lie, ask.avoid, ask.within_km, files=ask.files)
    wanted = Wanted(
        origin=ends[0].name,
        destination=ends[1].name,
        source=ends[0].node,
        target=ends[1].node,
        vehicle=ask.vehicle,
        asked=Asked(as_of=depart, max_age=ask.max_age, goods=ask.vehicle == GOODS),
        show_unverified=ask.show_unverified,
        avoid=avoid,
        clear=clear,
        leaves=datetime.combine(depart, ask.at) if ask.at else None,
    )
    on_step()
    return planner, wanted, gathered(crisis, ask.as_of, sites_of(network))


def written(found: Planned, ending: str) -> bytes:
    """A plan in the format of a file's ending, as in `exports.ways.WAYS`; raises `UsageError` for others."""
    from clearway.exports.ways import written as way

    return way(found.plan, found.release, ending)


def sheet(found: Planned) -> "PlanView":
    """A plan as a page shows it, in words."""
    from clearway.exports.ways.page import plan_sheet

    return plan_sheet(found.plan, found.release)


@dataclass(frozen=True, slots=True, kw_only=True)
class Keep:
    """What makes a record of a planned way: which one, what people know of it, who has to agree, and until when."""

    name: str
    way: str
    details: Details
    parties: Sequence[str]
    until: datetime
    reached_from: str | None = None


def recorded(
    crisis: "Crisis", roads: Path, ask: Ask, keep: Keep, *, on_needed: Callable[[int], None] | None = None
) -> tuple[Corridor, Release]:
    """The record of one way of a plan; raises `UsageError` where there is no such way or its hour has passed.

    `on_needed` is told how many megabytes of memory it takes, where these are many.
    """
    from clearway.corridors.agreements import agreement
    from clearway.corridors.recording import corridor

    planner, wanted, reported = _ready(crisis, roads, ask, on_needed)
    # a record tells of its one way, and not on which claim the ranking of ways hangs, which takes most of the time
    plan = planner.plan(reported.evidence, wanted, hanging=False)
    route = next((one for one in plan.routes if one.name == keep.way), None)
    if route is None:
        ways = ", ".join(one.name for one in plan.routes) or "none"
        remedy = f"choose one of: {ways} (--show-unverified shows those that are unknown in part)"
        raise UsageError(f"way {keep.way}", rule="the plan has no such way", remedy=remedy)
    made = crisis.now
    if keep.until <= made:
        remedy = "give an hour that is still to come"
        raise UsageError(f"{keep.until:%Y-%m-%dT%H:%M}", rule="a record is valid until a later hour", remedy=remedy)
    access = None
    if keep.reached_from:
        at = place_on(crisis, keep.reached_from, planner.network, ask.within_km)
        to_start = replace(wanted, origin=at.name, destination=wanted.origin, source=at.node, target=wanted.source)
        access = planner.first(reported.evidence, to_start)
    line = [point for leg in route.legs for point in leg.points]
    claims = [claim for kind in KINDS for claim in crisis.ledger.claims(Query(kind=kind, as_of=ask.as_of))]
    reports = tuple(crisis.ledger.reports_named({claim.report for claim in claims}))
    agreed = [agreement(party, claims, reports, line) for party in keep.parties]
    record = corridor(
        plan,
        route,
        keep.details,
        name=keep.name,
        made=made,
        valid_until=keep.until,
        agreements=agreed,
        access=access,
    )
    return record, crisis.release(reports, claims, profile=Profile.RESTRICTED)


def record_of(file: Path) -> Corridor:
    """The record in a file; raises `UsageError` where it holds none."""
    from msgspec import DecodeError, ValidationError

    from clearway.model import from_json

    try:
        return from_json(file.read_bytes(), Corridor)
    except OSError as error:
        reason = error.strerror or "it failed"
        raise UsageError(str(file), rule=f"it cannot be read ({reason})", remedy="name a record") from error
    except (DecodeError, ValidationError) as error:
        remedy = "name a file that `clearway corridor record` wrote"
        raise UsageError(str(file), rule=f"it is no corridor's record ({error})", remedy=remedy) from error


def withdrawn(record: Corridor, *, by: str, at: datetime, why: str = "") -> Corridor:
    """A record as withdrawn: it stays, with who withdrew it, when and why; raises `UsageError` where it is already."""
    from clearway.corridors.recording import withdrawal

    return withdrawal(record, by=by, at=at, why=why)


def watch(
    crisis: "Crisis",
    roads: Path,
    record: Corridor,
    *,
    as_of: date | None = None,
    on_needed: Callable[[int], None] | None = None,
) -> tuple[Watched, Release]:
    """A record held against what is known now, or was by the end of `as_of`, and against these roads as they are.

    `on_needed` is told how many megabytes of memory it takes, where these are many.
    """
    (found,), release = watch_all(crisis, roads, [record], as_of=as_of, on_needed=on_needed)
    return found, release


def watch_all(
    crisis: "Crisis",
    roads: Path,
    records: Sequence[Corridor],
    *,
    as_of: date | None = None,
    on_needed: Callable[[int], None] | None = None,
) -> tuple[tuple[Watched, ...], Release]:
    """Several records held against what is known now, or was by the end of `as_of`, each in its place."""
    from clearway.corridors.constants import constants
    from clearway.corridors.danger import Asked
    from clearway.corridors.passing import sites_of
    from clearway.corridors.planning import Planner
    from clearway.corridors.recording import watched
    from clearway.corridors.watching import legs_now, shut_now

    day = as_of or crisis.today
    planner = Planner.of(roads_to_plan_on(roads, on_needed=on_needed), constants())
    found = gathered(crisis, day, sites_of(planner.network))
    at = datetime.combine(as_of, time.max, tzinfo=UTC) if as_of else crisis.now

    def held(record: Corridor) -> Watched:
        access = record.access.legs if record.access else ()
        asked = Asked(as_of=day, max_age=record.max_age, goods=record.vehicle == GOODS)
        ground = planner.ground_now(found.evidence, asked, record.vehicle)
        now, shut = legs_now(ground, [*access, *record.route.legs]), shut_now(ground, access, record.route.legs)
        return watched(record, now, at=at, as_of=day, shut=shut)

    return tuple(held(one) for one in records), behind(crisis, found)


def legs_under(crisis: "Crisis", roads: Path, legs: Sequence[Leg], ask: Ask) -> dict[str, Leg]:
    """How legs of another plan stand under a question, by id: on its days, for its vehicle."""
    from clearway.corridors.watching import legs_now

    planner, wanted, reported = _ready(crisis, roads, ask)
    return legs_now(planner.ground_now(reported.evidence, wanted.asked, ask.vehicle), legs)


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


def place_on(crisis: "Crisis", name: str, network: "Network", within_km: float) -> "OnRoads":
    """Where a place is on the roads; raises `RoadError` where no road is near."""
    from clearway.corridors.roads import on_roads

    return on_roads(name, network, crisis.gazetteer, within_km=within_km)


def kept_clear(
    crisis: "Crisis", network: "Network", lie: "Lie", avoid: Sequence[str], within_km: float, *, files: bool = True
) -> tuple[frozenset[int], tuple[KeptClear, ...]]:
    """The legs to keep clear of, and what each thing to avoid comes to, and where it is.

    Raises `UsageError` for a file without areas on these roads, `RoadError` for a place that is on no road.
    """
    from clearway.corridors.avoiding import areas_in, circle_of, corners_of, is_drawn, legs_in, legs_within

    legs: set[int] = set()
    clear = []
    for text in avoid:
        corners = corners_of(text)
        if corners:
            name, found = f"an area of {len(corners)} corners", legs_within(corners, network)
            where = KeptClear(told="", areas=((corners,),))
        elif files and is_drawn(text):
            name, found = Path(text).name, legs_in(Path(text), network)
            where = KeptClear(told="", areas=areas_in(Path(text)))
        else:
            place, km = circle_of(text, within_km)
            at = place_on(crisis, place, network, max(km, within_km))
            name, found = f"{at.name} within {km:g} km", frozenset(lie.within((at.latitude, at.longitude), km))
            where = KeptClear(told="", point=(at.latitude, at.longitude), km=km)
        legs |= found
        clear.append(replace(where, told=f"{name} ({len(found):,} {'leg' if len(found) == 1 else 'legs'})"))
    return frozenset(legs), tuple(clear)
