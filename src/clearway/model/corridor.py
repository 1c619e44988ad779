"""Ways through a crisis: what danger each leg is in, and which claims say so."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from clearway.model.claim import Status
from clearway.model.moving import Many

Point = tuple[float, float]
"""Latitude and longitude in degrees, WGS84."""

JUNCTION = "junction"
"""How the name of a node begins that has none of its own."""


class Danger(StrEnum):
    """How dangerous a leg is by what is reported of it; unknown is a state of its own, and never safe.

    There is nothing to calibrate these by, so they are classes for ranking and no probabilities.
    """

    SEVERE = "severe"
    HIGH = "high"
    MODERATE = "moderate"
    LOW = "low"
    UNKNOWN = "unknown"


class Bearing(StrEnum):
    """What reported things are to a leg."""

    HAZARD = "hazard"
    STATUS = "status"
    CONTROL = "control"
    PASSAGE = "passage"
    PROMISE = "promise"


class Says(StrEnum):
    """What a person says of a stretch of road that he or she has seen."""

    OPEN = "open"
    LIMITED = "limited"
    CHECKPOINT = "checkpoint"
    BLOCKED = "blocked"
    ATTACKED = "attacked"
    MINED = "mined"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A piece of road: the shortest way from `start` to `end`, or without an end all roads within `km` of `start`."""

    start: Point
    end: Point | None = None
    km: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Something reported that can bear on legs: an incident, or a finding on a road or on who holds a place.

    It lies around `points`, each with how far it reaches in km, or on the roads named, and on `stretches` that a person
    named. `origins` counts sources that are independent. `severity` is the model's (docs/corridors.md),
    before fading and before how surely it is placed here. `day` is the last one that it speaks of, `told` the last
    on which it was told. `rule` names the line of the model that gave the severity.
    """

    id: str
    bearing: Bearing
    rule: str
    statement: str
    severity: float
    place: str | None
    points: tuple[tuple[Point, float], ...]
    roads: tuple[str, ...]
    status: Status | None
    holder: str | None
    day: date | None
    told: date | None
    sources: tuple[str, ...]
    origins: int
    claims: tuple[str, ...]
    contested: bool = False
    stretches: tuple[Stretch, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """What one piece of evidence does to one leg: `weight` is added to the leg's index, `km` lie under it.

    `how` says in words how the weight came about.
    """

    evidence: str
    bearing: Bearing
    statement: str
    claims: tuple[str, ...]
    sources: tuple[str, ...]
    day: date | None
    age: int | None
    weight: float
    km: float
    how: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Leg:
    """A piece of road between two places or junctions, with everything that bears on it.

    `index` ranks legs of one plan by danger and has no unit; `risk` is weights times the kilometres under them.
    Minutes are a range, and `wait` is how many of them one waits at its end until a crossing opens. `status` is what
    the road is said to be, `None` where nobody's word on it counts. `verified` where somebody's word on the road itself
    counts and is young enough. `latest` is the day of the last news of any sort. `points` is the line that it is drawn
    by.
    """

    id: str
    start: str
    end: str
    road: str | None
    road_class: str
    km: float
    minutes: tuple[float, float]
    danger: Danger
    index: float
    risk: float
    status: Status | None
    verified: bool
    holders: tuple[str, ...]
    latest: date | None
    reasons: tuple[Reason, ...]
    doubts: tuple[str, ...]
    points: tuple[Point, ...]
    wait: tuple[float, float] = (0.0, 0.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """One way from a place to another. `recommended` is false wherever one leg is unknown, severe or closed.

    `because` says in words why it is not. `worst` is the id of its most dangerous leg, `shared` the part of its
    length that it has in common with the routes before it.
    """

    name: str
    legs: tuple[Leg, ...]
    km: float
    minutes: tuple[float, float]
    risk: float
    danger: Danger
    worst: str
    unknown_km: float
    recommended: bool
    because: tuple[str, ...]
    shared: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Best:
    """The costs of a way that no other beats in both time and risk, of all there are and not only of those shown.

    `minutes` is the middle of the range. `known` where somebody's word on each of its legs counts; a known way is
    measured against known ways alone. `way` names the route where it is one of those shown.
    """

    minutes: float
    risk: float
    known: bool
    way: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """What stands at a point of a way, other than a town: a crossing, a border point, a checkpoint and the like.

    `hours` and `status` are as old as the file of roads, and empty where it does not tell them.
    """

    name: str
    kind: str
    hours: str
    status: str
    point: Point


@dataclass(frozen=True, slots=True, kw_only=True)
class Turning:
    """A single claim without which the ranking would be another, and what it would be."""

    claim: str
    statement: str
    then: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How a ranking holds in scenarios in which every weight is moved to between 1/`moved` and `moved` of it.

    `first` and `recommended` count, by the name of each way, the scenarios in which it came first and could be
    recommended, `none` those in which no way could. `decides` is the leg that the difference of the first two hangs
    on most. These are counts of what-ifs, and no probability of anything.
    """

    scenarios: int
    seed: int
    moved: float
    first: tuple[tuple[str, int], ...]
    recommended: tuple[tuple[str, int], ...]
    none: int
    decides: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptClear:
    """What was to be kept clear of, in words, and where: `km` around `point`, or areas, each an outline and holes."""

    told: str
    point: Point | None = None
    km: float | None = None
    areas: tuple[tuple[tuple[Point, ...], ...], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The ways between two places as of a day, the least dangerous first; always derived, never a promise.

    `routes` is empty where there is none, and `because` then says why. `hidden` counts routes left out since they
    have unknown legs. `truncated` is the number of best routes at which the search was cut, `None` where it was not.
    `avoided` says in words what was asked to be kept clear of, `clear` also where, `crossings` which crossings on the
    way are not crossed since the file of roads calls them closed. `leaves` is the hour of leaving, local, if given.
    `front` holds the costs of all best ways, from the fastest, and `stops` what stands on those that are shown.
    `untried` claims were not taken out to see whether the ranking hangs on them, as the roads are too many.
    `many` tells how long people take, where it was asked how many have to pass.
    """

    origin: str
    destination: str
    as_of: date
    vehicle: str
    max_age: int
    routes: tuple[Route, ...]
    because: tuple[str, ...]
    needed: tuple[str, ...]
    turning: tuple[Turning, ...]
    hidden: int
    truncated: int | None
    network: str
    attribution: tuple[str, ...]
    schematic: bool
    standing: Standing | None = None
    avoided: tuple[str, ...] = ()
    crossings: tuple[str, ...] = ()
    leaves: datetime | None = None
    front: tuple[Best, ...] = ()
    stops: tuple[Stop, ...] = ()
    untried: int = 0
    many: Many | None = None
    clear: tuple[KeptClear, ...] = ()
