"""Many people on their way, in words: how long they take, by which legs they go, and what holds them up."""

from collections.abc import Sequence
from dataclasses import dataclass

from clearway.display import words
from clearway.display.arriving import Curve, curve
from clearway.display.catalogue import say
from clearway.display.numbers import rounded
from clearway.model import Alone, Clearing, Crowd, Held, Loss, Many, Move, Stream

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
        people=_crowd(*count),
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
    if not one.hours:
        return say("plan.passes_nobody")
    return say("plan.hours_range", low=hours(one.hours[0]), high=hours(one.hours[1]))


def times(move: Move) -> tuple[Time, ...]:
    """The time at best and at worst, and by which numbers."""
    found = []
    for case, one, at in (("best", move.best, 1), ("worst", move.worst, 0)):
        flow = rounded(move.flow[at])
        if move.vehicle == "walk":
            lane = say("plan.lane_foot", flow=flow)
        else:
            lane = say("plan.lane_cars", flow=flow, people=f"{move.people_a_vehicle[at]:g}")
        how = say(f"plan.how_{case}", people=words.number(one.people), lane=lane, exactness=exactness(one))
        out = say("plan.in_hours", hours=hours(one.hours)) if one.hours is not None else say("plan.nobody_leaves")
        found.append(Time(case=say(f"plan.at_{case}"), took=out, how=how))
    return tuple(found)


def exactness(one: Clearing) -> str:
    """Which method made it, and how much longer it may be than need be."""
    step = f"{one.step_minutes:g}"
    if not one.quick:
        return say("plan.exact", step=step)
    if one.exact:
        return say("plan.quickest", step=step)
    return say("plan.longer", step=step, longer=f"{one.longer:.1%}")


def held(move: Move) -> tuple[Pair, ...]:
    """The legs that hold people up, that of most gain first."""

    def told(one: Held) -> str:
        hourly, added = words.number(one.hourly), words.number(one.added)
        if one.gain:
            return say("plan.gains", hourly=hourly, added=added, gain=hours(one.gain))
        return say("plan.gains_nothing", hourly=hourly, added=added)

    return tuple((one.leg, told(one)) for one in move.held)


def lost(move: Move) -> tuple[Pair, ...]:
    """What it costs to lose each leg, the gravest first."""

    def told(one: Loss) -> str:
        people = words.number(one.people)
        if one.stranded:
            return say("plan.strands", stranded=words.number(one.stranded), people=people)
        return say("plan.costs", hours=hours(one.hours), people=people)

    return tuple((say("plan.bridge", leg=one.leg) if one.bridge else one.leg, told(one)) for one in move.losses)


def legs(names: Sequence[str], most: int = LEGS) -> str:
    """The first legs of a list by name, and how many more there are.

    >>> legs(["Alba to Berg", "Berg to Dorn"], most=1)
    'Alba to Berg and 1 more'
    """
    return words.some(names, most)


def number_of(crowd: Crowd) -> str:
    """How many people of a place, with the best figure where there is one."""
    told = number(crowd.low, crowd.high)
    if crowd.best is None or crowd.low == crowd.high:
        return told
    return say("plan.with_best", people=told, best=words.number(crowd.best))


def number(low: int, high: int) -> str:
    """How many, as a range.

    >>> number(5000, 5000), number(5000, 6000)
    ('5,000', '5,000 to 6,000')
    """
    return words.number(low) if low == high else say("words.range", low=words.number(low), high=words.number(high))


def hours(value: float | None) -> str:
    """Hours with one place, or none from ten on."""
    if value is None:
        return "?"
    return rounded(value, 1) if value < 10 else rounded(value)


def _stream(one: Stream) -> StreamView:
    return StreamView(
        people=words.number(one.people),
        when=say("words.range", low=hours(one.leaves), high=hours(one.arrives)),
        by=words.listed(one.legs),
    )


def _crowd(low: int, high: int) -> str:
    """So many people; a range is spoken of as its larger number is, and never as one."""
    return say("plan.crowd", n=high if low == high else max(2, high), people=number(low, high))
