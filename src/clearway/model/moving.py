"""The movement of many people over roads: who, where to, how long it takes, and what holds them up."""

from dataclasses import dataclass
from datetime import date

Range = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Crowd:
    """People who have to leave a place, fewest and most. `how` says by whose word, `claims` names the claims."""

    place: str
    low: int
    best: int | None
    high: int
    how: str
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Haven:
    """Where people go, and for how many there is room; `None` where nobody told."""

    place: str
    room: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrived:
    """How many people in all are there after so many hours."""

    hours: float
    people: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Clearing:
    """How long `people` take, if each lane passes what it does at best or at worst.

    `exact` where no plan takes fewer steps of `step_minutes`, each leg's time being rounded up to one; else it is at
    most `longer` (a part of 1) longer than the shortest that is possible. `quick` where the quick planner made it, as
    the network is large. `hours` is `None` where nobody can leave. `left` are those who cannot, by place.
    """

    people: int
    hours: float | None
    exact: bool
    quick: bool
    longer: float
    step_minutes: float
    curve: tuple[Arrived, ...]
    left: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stream:
    """People of one place who go one way to another; hours from when the first leave to when the last are there."""

    origin: str
    destination: str
    people: int
    legs: tuple[str, ...]
    leaves: float
    arrives: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A leg that holds people up: who pass it in an hour, how many more would, and the hours that this would gain."""

    leg: str
    hourly: int
    added: int
    gain: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Loss:
    """What it costs to lose a leg: hours more, and people who cannot get out at all then."""

    leg: str
    bridge: bool
    people: int
    hours: float
    stranded: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Turned:
    """Lanes turned round (contraflow): on which legs, the hours gained, and the most that any choice could gain."""

    legs: tuple[str, ...]
    gain: float
    at_most: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """The movement of many as of a day; always derived, never a promise.

    `best` is the fewest people on lanes that pass most, `worst` the most people on lanes that pass least; what follows
    it is of the worst. `because` says why nobody or not all can leave, or why it is not recommended, `unknown` what
    nobody told. `flow` is cars or walkers an hour on a lane. `avoided` says in words what was to be kept clear of.
    """

    crowds: tuple[Crowd, ...]
    havens: tuple[Haven, ...]
    as_of: date
    vehicle: str
    max_age: int
    unverified: bool
    flow: Range
    people_a_vehicle: Range
    because: tuple[str, ...]
    unknown: tuple[str, ...]
    best: Clearing
    worst: Clearing
    streams: tuple[Stream, ...]
    held: tuple[Held, ...]
    losses: tuple[Loss, ...]
    turned: Turned | None
    network: str
    attribution: tuple[str, ...]
    schematic: bool
    avoided: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Alone:
    """How long `people` (fewest and most) would take over one way alone, in hours; `None` where it passes nobody."""

    way: str
    people: tuple[int, int]
    hours: Range | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Many:
    """The people of a plan, fewest and most: over each way alone, and over all roads that may be used together."""

    people: tuple[int, int]
    alone: tuple[Alone, ...]
    together: Move
