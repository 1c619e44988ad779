"""Legs of a way with everything that bears on them, in words: danger, status, and each claim with who says so."""

from collections.abc import Mapping
from dataclasses import dataclass

from clearway.display import words
from clearway.display.catalogue import say
from clearway.display.numbers import number, rounded
from clearway.display.stretches import leg_name, stretches
from clearway.model import Claim, Danger, Leg, Point, Reason, Report, Route

ID_SHOWN = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class WordsView:
    """A claim: its words, the chain of speakers, its report and day; `short` is the beginning of its id."""

    id: str
    report: str
    short: str
    kind: str
    quote: str
    who: str
    where: str
    certainty: str
    doubts: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReasonView:
    """Something reported of a leg; `part` is its share of the leg's index from 0 to 100, `how` tells how it came."""

    what: str
    statement: str
    who: str
    when: str
    weight: str
    part: float
    how: str
    claims: tuple[WordsView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LegView:
    """A leg in the panel; `key` names it on the page."""

    key: str
    name: str
    start: str
    end: str
    road: str
    km: str
    minutes: str
    danger: Danger
    index: float
    verified: bool
    status: str
    holders: str
    news: str
    doubts: tuple[str, ...]
    reasons: tuple[ReasonView, ...]
    line: tuple[Point, ...]


def leg_views(route: Route, claims: Mapping[str, Claim], reports: Mapping[str, Report]) -> tuple[LegView, ...]:
    """The legs of a way as a person reads them, in the order of travel."""
    return tuple(
        _leg(leg, f"{route.name}-{place}", claims, reports) for place, leg in enumerate(stretches(route.legs), 1)
    )


def minutes(range_: tuple[float, float]) -> str:
    """A range of minutes in words.

    >>> minutes((21.9, 53.1))
    '22 to 53 min'
    """
    low, high = round(range_[0]), round(range_[1])
    if low == high:
        return say("plan.minutes", minutes=number(low))
    return say("plan.minutes_range", low=number(low), high=number(high))


def quoted(claim: Claim, reports: Mapping[str, Report]) -> WordsView:
    """A claim with its words."""
    report = reports.get(claim.report)
    where = words.published(report)
    if report and report.title:
        where = say("words.titled", title=report.title, published=where)
    return WordsView(
        id=claim.id,
        report=claim.report,
        short=claim.id[:ID_SHOWN],
        kind=words.kind(claim.kind),
        quote=" ".join(claim.passage.words.split()),
        who=" ← ".join(words.source(speaker) for speaker in claim.attribution.chain) or say("words.itself"),
        where=where,
        certainty=words.certainty(claim.certainty),
        doubts=words.parted(claim.doubts),
    )


def status(leg: Leg) -> str:
    """What is said of a leg, or that nobody's word counts."""
    return say("plan.said", status=leg.status) if leg.status else say("plan.unsaid")


def _leg(leg: Leg, key: str, claims: Mapping[str, Claim], reports: Mapping[str, Report]) -> LegView:
    kind = say("plan.road_class", kind=words.kind(leg.road_class))
    took = minutes(leg.minutes)
    return LegView(
        key=key,
        name=leg_name(leg),
        start=leg.start,
        end=leg.end,
        road=say("plan.road_of", road=leg.road, kind=kind) if leg.road else kind,
        km=say("plan.km", km=rounded(leg.km) if leg.km >= 1 else f"{leg.km:g}"),
        minutes=say("plan.waiting", minutes=took, wait=minutes(leg.wait)) if leg.wait[1] else took,
        danger=leg.danger,
        index=leg.index,
        verified=leg.verified,
        status=status(leg),
        holders=words.listed(leg.holders),
        news=words.day(leg.latest) if leg.latest else say("plan.no_news"),
        doubts=leg.doubts,
        reasons=tuple(_reason(reason, leg, claims, reports) for reason in leg.reasons),
        line=leg.points,
    )


def _reason(reason: Reason, leg: Leg, claims: Mapping[str, Claim], reports: Mapping[str, Report]) -> ReasonView:
    when = words.day(reason.day) if reason.day else say("plan.no_day")
    if reason.age:
        when = say("plan.before", n=reason.age, day=when)
    return ReasonView(
        what=say(f"plan.what_{reason.bearing}"),
        statement=reason.statement,
        who=words.listed(reason.sources),
        when=when,
        weight=f"{reason.weight:.2f}" if reason.weight else "0",
        part=round(min(100.0, 100 * reason.weight / leg.index), 1) if leg.index and reason.weight > 0 else 0.0,
        how=reason.how if reason.weight else say(f"plan.nothing_{reason.bearing}"),
        claims=tuple(quoted(claims[name], reports) for name in reason.claims if name in claims),
    )
