"""Many people on their way, in words: how long they take, by which legs they go, and what holds them up."""

from collections.abc import Sequence
from dataclasses import dataclass

from clearway.display.arriving import Curve, curve
from clearway.model import Alone, Clearing, Crowd, Many, Move, Stream

WAYS = 12
"""So many ways of a movement are shown, those of most people."""
LEGS = 6
"""So many legs of a list are named."""
Pair = tuple[str, str]
"""What it is about, and what is said of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """How long it takes at best or at worst, and by which numbers."""

    case: str
    took: str
    how: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StreamView:
    """People who go one way together."""

    people: str
    when: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ManyView:
    """The people of a plan, as its page shows them; what follows `times` is of the worst case."""

    people: str
    alone: tuple[Pair, ...]
    times: tuple[Time, ...]
    because: tuple[str, ...]
    unknown: tuple[str, ...]
    curve: Curve | None
    streams: tuple[StreamView, ...]
    more: int
    held: tuple[Pair, ...]
    lost: tuple[Pair, ...]


def many_view(many: Many) -> ManyView:
    """What the page says of the people of a plan."""
    return move_view(many.together, alone=tuple((one.way, took(one)) for one in many.alone), people=many.people)


def move_view(move: Move, *, alone: tuple[Pair, ...] = (), people: tuple[int, int] | None = None) -> ManyView:
    """What a page says of a movement; of `people`, unless it is of all who have to leave its places."""
    moves = move.worst.hours is not None
    count = people or (sum(one.low for one in move.crowds), sum(one.high for one in move.crowds))
    return ManyView(
        people=f"{number(*count)} {'person' if count == (1, 1) else 'people'}",
        alone=alone,
        times=times(move) if moves else (),
        because=move.because,
        unknown=move.unknown,
        curve=curve(move) if moves else None,
        streams=tuple(map(_stream, move.streams[:WAYS])),
        more=max(0, len(move.streams) - WAYS),
        held=held(move),
        lost=lost(move),
    )


def took(one: Alone) -> str:
    """How long people take over one way alone.

    >>> took(Alone(way="A", people=(5, 5), hours=(2.0, 12.4)))
    '2.0 to 12 hours'
    """
    return f"{hours(one.hours[0])} to {hours(one.hours[1])} hours" if one.hours else "it passes nobody"


def times(move: Move) -> tuple[Time, ...]:
    """The time at best and at worst, and by which numbers."""
    found = []
    for case, one, at, crowd in (("at best", move.best, 1, "fewest"), ("at worst", move.worst, 0, "most")):
        per = f", {move.people_a_vehicle[at]:g} a vehicle" if move.vehicle != "walk" else ""
        who = "people on foot" if move.vehicle == "walk" else "cars"
        told = f"the {crowd} people ({one.people:,}), {move.flow[at]:,.0f} {who} an hour on a lane{per}; "
        out = f"{hours(one.hours)} hours" if one.hours is not None else "nobody can leave"
        found.append(Time(case=case, took=out, how=told + exactness(one)))
    return tuple(found)


def exactness(one: Clearing) -> str:
    """Which method made it, and how much longer it may be than need be."""
    step = f"in steps of {one.step_minutes:g} min"
    if not one.quick:
        return f"exact, {step}"
    if one.exact:
        return f"by the quick planner, and no plan is quicker {step}"
    return f"by the quick planner, at most {one.longer:.1%} longer than the shortest possible {step}"


def held(move: Move) -> tuple[Pair, ...]:
    """The legs that hold people up, that of most gain first."""

    def gain(value: float) -> str:
        return f"{hours(value)} hours" if value else "nothing by itself"

    return tuple(
        (one.leg, f"{one.hourly:,} people an hour pass; {one.added:,} more would gain {gain(one.gain)}")
        for one in move.held
    )


def lost(move: Move) -> tuple[Pair, ...]:
    """What it costs to lose each leg, the gravest first."""

    def cost(stranded: int, more: float) -> str:
        return f"{stranded:,} people cannot get out" if stranded else f"{hours(more)} hours more"

    return tuple(
        (
            f"{one.leg}, a bridge" if one.bridge else one.leg,
            f"{cost(one.stranded, one.hours)}; {one.people:,} pass it now",
        )
        for one in move.losses
    )


def legs(names: Sequence[str], most: int = LEGS) -> str:
    """The first legs of a list by name, and how many more there are.

    >>> legs(["Alba to Berg", "Berg to Dorn"], most=1)
    'Alba to Berg and 1 more'
    """
    more = f" and {len(names) - most} more" if len(names) > most else ""
    return ", ".join(names[:most]) + more


def number_of(crowd: Crowd) -> str:
    """How many people of a place, with the best figure where there is one."""
    best = f" (best {crowd.best:,})" if crowd.best is not None and crowd.low != crowd.high else ""
    return number(crowd.low, crowd.high) + best


def number(low: int, high: int) -> str:
    """How many, as a range.

    >>> number(5000, 5000), number(5000, 6000)
    ('5,000', '5,000 to 6,000')
    """
    return f"{low:,}" if low == high else f"{low:,} to {high:,}"


def hours(value: float | None) -> str:
    """Hours with one place, or none from ten on."""
    if value is None:
        return "?"
    return f"{value:,.1f}" if value < 10 else f"{value:,.0f}"


def _stream(one: Stream) -> StreamView:
    return StreamView(
        people=f"{one.people:,}",
        when=f"{hours(one.leaves)} to {hours(one.arrives)}",
        by=", ".join(one.legs),
    )
