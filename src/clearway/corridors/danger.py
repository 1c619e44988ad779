"""How dangerous each leg is, by what is reported: weights that fade, and what is said of the road itself."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from clearway.corridors.constants import Constants
from clearway.corridors.lying import Kilometres, Lie
from clearway.model import Bearing, Danger, Evidence, Reason, Status

UNDATED = 10**6
LEAST = 0.02
"""A weight under this is not listed."""
ON_ROAD = (Bearing.STATUS, Bearing.PROMISE, Bearing.PASSAGE)
"""What is said of the road itself comes before what lies around it."""
NO_WORD = "nobody says that it is open"
ONE_WORD = "only one source says that it is {}"
PROMISED = "only a party to the conflict says that it is open, which is no evidence"
OLD = "the last word on it is {} days old"
DISPUTED = "some say that it is open, others that it is closed"
AID_CROSSED = "aid crossed here on {}: it was open to that aid on that day, which says nothing of people who flee"
UNTOLD_ROAD = "a road here is said to be {}, and which one is not told"


@dataclass(kw_only=True)
class State:
    """What is known of one leg: everything that bears on it, and what follows for its class and its status."""

    reasons: list[Reason] = field(default_factory=list)
    word: Evidence | None = None
    holders: dict[str, None] = field(default_factory=dict)
    doubts: dict[str, None] = field(default_factory=dict)
    latest: date | None = None
    index: float = 0.0
    risk: float = 0.0

    @property
    def status(self) -> Status | None:
        """What the road is said to be by a word that counts."""
        return self.word.status if self.word else None

    @property
    def verified(self) -> bool:
        """Whether somebody's word that it can be passed counts."""
        return self.status in (Status.OPEN, Status.LIMITED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """As of which day legs are looked at, and after how many days a word on a road counts no more.

    `goods` where trucks with goods are to go: that aid crossed somewhere is then a word that it is open with limits.
    """

    as_of: date
    max_age: int
    goods: bool = False

    def age(self, day: date | None) -> int | None:
        """How many days ago that was."""
        return (self.as_of - day).days if day else None

    def fresh(self, day: date | None) -> bool:
        """Whether a word of that day still counts; one of a day that nobody knows never does."""
        age = self.age(day)
        return age is not None and age <= self.max_age


def states(
    evidence: Iterable[Evidence], lie: Lie, asked: Asked, model: Constants, *, only: Collection[int] | None = None
) -> dict[int, State]:
    """What is known of each leg on which something bears; a leg that is not there is one of which nothing is known.

    With `only`, no other legs are looked at.
    """
    found: dict[int, State] = {}
    words: dict[int, list[Evidence]] = {}
    for one in evidence:
        if one.told is None or one.told > asked.as_of:
            continue
        weighed = weight_of(one, asked, model)
        for leg, km in touched(one, lie, model).items():
            if only is not None and leg not in only:
                continue
            state = found.setdefault(leg, State())
            _bear(state, one, min(max(km, 1.0), float(lie.length[leg])), weighed, asked, model)
            if _is_word(one) and _tells_road(one, lie, leg):
                words.setdefault(leg, []).append(one)
    for leg, state in found.items():
        _settle(state, words.get(leg, []), asked)
    return found


def states_again(
    before: Mapping[int, State],
    was: Sequence[Evidence],
    now: Sequence[Evidence],
    lie: Lie,
    asked: Asked,
    model: Constants,
) -> dict[int, State]:
    """The states of `now`, where those of `was` are known: only legs on which what differs bears are looked at."""
    old, new = {one.id: one for one in was}, {one.id: one for one in now}
    differ = [one for one in was if new.get(one.id) != one] + [one for one in now if old.get(one.id) != one]
    legs = {leg for one in differ for leg in touched(one, lie, model)}
    kept = {leg: state for leg, state in before.items() if leg not in legs}
    return kept | states(now, lie, asked, model, only=legs)


def _is_word(one: Evidence) -> bool:
    """Whether it is somebody's word on how a road is, or tells that aid went over it."""
    return one.bearing is Bearing.STATUS or (one.bearing is Bearing.PASSAGE and one.status is not None)


def danger_of(state: State | None, model: Constants) -> Danger:
    """The class of a leg: by its index, else low where a word on the road counts, else unknown."""
    if state is None:
        return Danger.UNKNOWN
    return model.class_of(state.index) or (Danger.LOW if state.verified else Danger.UNKNOWN)


def risk_of(state: State | None, km: float, model: Constants) -> float:
    """What a leg adds to the risk of a route: weights times km, and the surcharge where nobody's word on it counts."""
    known = state.risk if state else 0.0
    return known if state and state.verified else known + model.unknown_per_km * km


def touched(one: Evidence, lie: Lie, model: Constants) -> Kilometres:
    """The legs on which a piece of evidence bears, and how many km of each."""
    return {**_around(one, lie, model), **lie.on(one.stretches)} if one.stretches else _around(one, lie, model)


def _around(one: Evidence, lie: Lie, model: Constants) -> Kilometres:
    """The legs around the places, or of the roads, that a piece of evidence names."""
    if not one.roads:
        return lie.under(one.points)
    whole = lie.along(one.roads)
    near = [pair for pair in one.points if pair[1] <= model.near_km]
    if len(near) > 1:
        return lie.between(near[0][0], near[1][0], whole) or whole
    if near:
        part = lie.under(near)
        return {leg: part[leg] for leg in whole if leg in part} or whole
    return whole


def weight_of(one: Evidence, asked: Asked, model: Constants) -> tuple[float, str]:
    """What a hazard weighs on a leg that it lies on, and how that came about, in words."""
    if one.rule not in model.hazards or not one.severity:
        return 0.0, ""
    hazard = model.hazards[one.rule]
    age = asked.age(one.day or one.told) or 0
    widest = max((km for _, km in one.points), default=0.0) if not one.roads else 0.0
    spread = min(1.0, model.near_km / widest) if widest else 1.0
    faded = model.faded(one.rule, age)
    several = model.several(one.origins)
    how = [f"{one.severity:.1f} for “{hazard.words}”", f"{faded:.2f} of it left after {max(age, 0)} days"]
    if several > 1:
        how.append(f"{several:.2f} times for {one.origins} sources")
    if spread < 1:
        how.append(f"{spread:.2f} since it is told of an area of {widest:.0f} km around")
    return one.severity * faded * several * spread, ", ".join(how)


def _bear(state: State, one: Evidence, km: float, weighed: tuple[float, str], asked: Asked, model: Constants) -> None:
    weight, how = weighed
    if one.bearing is Bearing.HAZARD and weight < LEAST:
        return
    day = one.day or one.told
    state.index += weight
    state.risk += weight * km
    if one.holder and (one.roads or all(km <= model.holder_km for _, km in one.points)):
        state.holders[one.holder] = None
    if one.told and (state.latest is None or one.told > state.latest):
        state.latest = one.told
    state.reasons.append(
        Reason(
            evidence=one.id,
            bearing=one.bearing,
            statement=one.statement,
            claims=one.claims,
            sources=one.sources,
            day=day,
            age=asked.age(day),
            weight=round(weight, 3),
            km=round(km, 1),
            how=how,
        )
    )


def _first_to_tell(reason: Reason) -> tuple[object, ...]:
    """The words on the road, newest first, then what weighs most."""
    on_road = reason.bearing in ON_ROAD
    age = reason.age if reason.age is not None else UNDATED
    return (not on_road, age if on_road else 0, -reason.weight, reason.evidence)


def _tells_road(one: Evidence, lie: Lie, leg: int) -> bool:
    """Whether a word on a road is on this one: it names its number, the crossing at its end, or a stretch with it."""
    return any(leg in lie.roads.get(name, ()) for name in one.roads) or (
        bool(one.stretches) and leg in lie.on(one.stretches)
    )


def _settle(state: State, words: list[Evidence], asked: Asked) -> None:
    """Take the newest word that counts, and say what stands against it."""
    state.reasons.sort(key=_first_to_tell)
    crossed = [one for one in words if one.bearing is Bearing.PASSAGE and one.day and asked.fresh(one.day)]
    words = [one for one in words if one.bearing is Bearing.STATUS] + (crossed if asked.goods else [])
    fresh = [one for one in words if asked.fresh(one.told)]
    newest = max((one.told for one in fresh if one.told), default=None)
    last = [one for one in fresh if one.told == newest]
    said = {one.status for one in last}
    if any(one.contested for one in last) or {Status.OPEN, Status.CLOSED} <= said:
        state.doubts[DISPUTED] = None
    elif last:
        state.word = max(last, key=lambda one: (one.status is Status.CLOSED, one.status is Status.LIMITED, one.id))
        names = {name for one in last for name in one.sources}
        if max(min(len(last), len(names)), *(one.origins for one in last)) < 2:
            state.doubts[ONE_WORD.format(state.word.status)] = None
    elif words:
        ages = [age for one in words if (age := asked.age(one.told)) is not None]
        state.doubts[OLD.format(min(ages)) if ages else NO_WORD] = None
    elif any(reason.bearing is Bearing.PROMISE for reason in state.reasons):
        state.doubts[PROMISED] = None
    else:
        state.doubts[NO_WORD] = None
    if crossed:
        last_day = max(one.day for one in crossed if one.day)
        state.doubts[AID_CROSSED.format(last_day.isoformat())] = None
