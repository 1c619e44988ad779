"""From the picture of a day and the roads to the movement of many people."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from clearway.corridors.stepping import go_on
from clearway.crisis.corridors import given, kept_clear, place_on
from clearway.crisis.regrading import behind, gathered
from clearway.crisis.roads import roads_to_plan_on
from clearway.errors import UsageError
from clearway.model import Bound, Certainty, Crowd, Finding, Haven, Move, Profile, Release, State

if TYPE_CHECKING:
    from clearway.corridors.crowding import Leaving
    from clearway.corridors.roads import OnRoads
    from clearway.crisis.api import Crisis

Range = tuple[float, float]
COUNTS = ("population", "displaced", "need")
"""Kinds of findings that count people at a place, the fittest first."""
MOST_PEOPLE = 10_000_000
"""People of all places together, and room of one: more than any movement, and as many as are worked out in minutes."""
MOST_OF_A_RANGE = 100_000
"""Vehicles or walkers that a lane passes in an hour, and people in a vehicle."""
SPAN = re.compile(r"(\d[\d,]*(?:\.\d+)?)(?:\s*\.\.\s*(\d[\d,]*(?:\.\d+)?))?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Moving:
    """What a movement is asked for; people and room are by the name of each place, `None` where they are not given.

    Files of areas to avoid are read unless `files` is false.
    """

    origins: Sequence[tuple[str, tuple[int, int] | None]]
    destinations: Sequence[tuple[str, int | None]]
    as_of: date
    vehicle: str = "car"
    max_age: int = 7
    unverified: bool = False
    flow: Range | None = None
    people_a_vehicle: Range | None = None
    within_km: float = 5.0
    avoid: Sequence[str] = ()
    files: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """A movement and the claims behind it, always `restricted`."""

    move: Move
    release: Release


def moved(
    crisis: "Crisis",
    roads: Path,
    ask: Moving,
    *,
    on_needed: Callable[[int], None] | None = None,
    on_step: Callable[[], None] = go_on,
) -> Moved:
    """How long all take, by which ways, and what holds them up; raises `UsageError` for what makes no sense.

    `on_needed` is told how many megabytes of memory it takes, where these are many. `on_step` is called
    between the steps of the work, and ends it by what it raises. Raises `RoadError` where a place is on no road.
    """
    from clearway.corridors.constants import constants
    from clearway.corridors.danger import states
    from clearway.corridors.lying import Lie
    from clearway.corridors.moves import move
    from clearway.corridors.passing import sites_of
    from clearway.corridors.roads import VEHICLES, arcs_of, vehicle_named
    from clearway.corridors.routes import Ground

    if ask.vehicle not in VEHICLES:
        raise UsageError(ask.vehicle, rule="no such vehicle", remedy=f"use one of: {', '.join(VEHICLES)}")
    network = roads_to_plan_on(roads, on_needed=on_needed)
    origins = [place_on(crisis, name, network, ask.within_km) for name, _ in ask.origins]
    targets = [place_on(crisis, name, network, ask.within_km) for name, _ in ask.destinations]
    on_step()
    reported = gathered(crisis, ask.as_of, sites_of(network))
    crowds = tuple(
        given(on.name, people) if people else _told(crisis, name, on, reported.findings)
        for on, (name, people) in zip(origins, ask.origins, strict=True)
    )
    _check_all(crowds)
    leaving = _leaving(ask, crowds, origins, targets)
    lie = Lie.of(network)
    known = states(reported.evidence, lie, leaving.asked, constants())
    avoid, clear = kept_clear(crisis, network, lie, ask.avoid, ask.within_km, files=ask.files)
    ground = Ground.of(network, arcs_of(network, vehicle_named(ask.vehicle)), known, constants(), avoid)
    return Moved(
        move=replace(move(ground, leaving, on_step=on_step), avoided=tuple(one.told for one in clear)),
        release=_with(crisis, behind(crisis, reported), crowds),
    )


def _check_all(crowds: Sequence[Crowd]) -> None:
    people = sum(crowd.high for crowd in crowds)
    if people > MOST_PEOPLE:
        raise _too_many(f"{people:,} people")


def _too_many(subject: str, most: int = MOST_PEOPLE) -> UsageError:
    return UsageError(subject[:60], rule=f"it is more than {most:,}", remedy=f"give {most:,} at most")


def _leaving(
    ask: Moving, crowds: tuple[Crowd, ...], origins: Sequence["OnRoads"], targets: Sequence["OnRoads"]
) -> "Leaving":
    """Who leaves from which nodes to which, and how fast."""
    from clearway.corridors.capacities import pace
    from clearway.corridors.crowding import Leaving
    from clearway.corridors.danger import Asked

    return Leaving(
        crowds=crowds,
        sources=tuple(on.node for on in origins),
        havens=tuple(Haven(place=on.name, room=room) for on, (_, room) in zip(targets, ask.destinations, strict=True)),
        targets=tuple(on.node for on in targets),
        pace=pace(ask.vehicle, ask.flow, ask.people_a_vehicle),
        asked=Asked(as_of=ask.as_of, max_age=ask.max_age),
        unverified=ask.unverified,
    )


def people_of(text: str) -> tuple[int, int]:
    """The fewest and the most people of N or LOW..HIGH.

    >>> people_of("18,000..22,000"), people_of("500")
    ((18000, 22000), (500, 500))
    """
    low, high = range_of(text, most=MOST_PEOPLE)
    if low != int(low) or high != int(high) or not 0 < low <= high:
        raise UsageError(text, rule="this is no number of people to move", remedy="write N or LOW..HIGH, 1 or more")
    return int(low), int(high)


def parted(text: str) -> tuple[str, str]:
    """A place and the number behind the last "=", empty where there is none.

    >>> parted("Saraqib=18,000..22,000"), parted("36.28,36.85")
    (('Saraqib', '18,000..22,000'), ('36.28,36.85', ''))
    """
    place, equals, number = text.rpartition("=")
    if not equals:
        return text.strip(), ""
    if not number.strip() or not place.strip():
        raise UsageError(text, rule="a place or its number is missing", remedy="write PLACE=NUMBER, or the place alone")
    return place.strip(), number.strip()


def room_of(text: str) -> int:
    """For how many there is room; raises `UsageError` for anything but a whole number, 0 included."""
    number = text.replace(",", "").lstrip("0")
    if not number.isdecimal():
        raise UsageError(text, rule="this is no room for anybody", remedy="leave the place out, or give 1 or more")
    if len(number) > len(str(MOST_PEOPLE)) or int(number) > MOST_PEOPLE:
        raise _too_many(text)
    return int(number)


def range_of(text: str, *, most: int = MOST_OF_A_RANGE) -> Range:
    """A number or LOW..HIGH; raises `UsageError` for anything else, and for more than `most`."""
    found = SPAN.fullmatch(text.strip())
    if not found:
        raise UsageError(text, rule="this is no number and no range", remedy="write N or LOW..HIGH")
    low = float(found[1].replace(",", ""))
    high = float(found[2].replace(",", "")) if found[2] else low
    if max(low, high) > most:
        raise _too_many(text, most)
    return low, high


def _told(crisis: "Crisis", name: str, on: "OnRoads", findings: Sequence[Finding]) -> Crowd:
    """The people that the picture counts at a place, by the newest finding of the fittest kind that has any."""
    ids = {one.id for one in crisis.gazetteer.exact(name)} | {one.id for one in crisis.gazetteer.exact(on.name)}
    here = [one for one in findings if _counts(one) and (one.place in (name, on.name) or one.place_id in ids)]
    if not here:
        rule = "nobody told how many people are there, displaced or in need"
        raise UsageError(name, rule=rule, remedy=f'give them: --from "{name}=PEOPLE"')
    newest = max(here, key=lambda one: (-COUNTS.index(one.kind), one.latest or date.min, one.id))
    values = [None if one is None or one.value is None else int(one.value) for one in _bounds(newest)]
    numbers = [value for value in values if value is not None]
    low, high = values[0] or min(numbers), values[2] or max(numbers)
    when = f", {newest.latest.isoformat()}" if newest.latest else ""
    how = f"{newest.statement} ({', '.join(newest.sources)}{when})"
    if values[2] is None:
        how += "; how many at most is not told"
    return Crowd(place=on.name, low=low, best=values[1], high=high, how=how, claims=newest.claims)


def _bounds(one: Finding) -> tuple[Bound | None, ...]:
    return one.low, one.best, one.high


def _counts(one: Finding) -> bool:
    """Whether a finding counts people, at one place, and stands."""
    stands = one.certainty is Certainty.ASSERTED and one.state is not State.SUPERSEDED and not one.derived_from
    some = any(bound and bound.value for bound in (one.low, one.best, one.high))
    return one.kind in COUNTS and one.unit == "person" and stands and some and not one.statement.startswith("not so")


def _with(crisis: "Crisis", release: Release, crowds: Sequence[Crowd]) -> Release:
    """The release with the claims that count the people, too."""
    names = {name for crowd in crowds for name in crowd.claims} - {claim.id for claim in release.claims}
    if not names:
        return release
    extra = tuple(crisis.ledger.claims_named(names))
    reports = {report.id: report for report in release.reports}
    lacking = {claim.report for claim in extra} - reports.keys()
    reports |= {report.id: report for report in crisis.ledger.reports_named(lacking)}
    return crisis.release(reports.values(), (*release.claims, *extra), profile=Profile.RESTRICTED)


def movement_file(found: Moved, ending: str) -> bytes:
    """Who goes which way as a table (.csv); raises `UsageError` for other endings."""
    from clearway.exports.ways.moves import movement_written

    return movement_written(found.move, found.release, ending)
