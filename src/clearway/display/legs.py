"""Legs of a way with everything that bears on them, in words: danger, status, and each claim with who says so."""

from collections.abc import Mapping
from dataclasses import dataclass

from clearway.display import words
from clearway.display.stretches import stretches
from clearway.model import Bearing, Claim, Danger, Leg, Point, Reason, Report, Route

ID_SHOWN = 8
WHAT = {
    Bearing.HAZARD: "danger",
    Bearing.STATUS: "word on the road",
    Bearing.CONTROL: "who holds it",
    Bearing.PASSAGE: "passage",
    Bearing.PROMISE: "promise",
}
"""What a reason is, as a person calls it."""
NOTHING = {
    Bearing.HAZARD: "Adds nothing to the index.",
    Bearing.STATUS: "It tells whether the leg can be passed, and adds nothing to the index.",
    Bearing.CONTROL: "It tells who is there, and adds nothing to the index.",
    Bearing.PASSAGE: "It tells whether people pass, and adds nothing to the index.",
    Bearing.PROMISE: "A party's promise is not evidence: it counts for nothing.",
}
"""What a reason without weight is not."""


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
    return f"{low:,} min" if low == high else f"{low:,} to {high:,} min"


def quoted(claim: Claim, reports: Mapping[str, Report]) -> WordsView:
    """A claim with its words."""
    report = reports.get(claim.report)
    day = words.day(report.published) if report and report.published else "no date"
    title = f"{report.title}, " if report and report.title else ""
    publisher = (report.publisher if report else None) or "unknown publisher"
    return WordsView(
        id=claim.id,
        report=claim.report,
        short=claim.id[:ID_SHOWN],
        kind=words.kind(claim.kind),
        quote=" ".join(claim.passage.words.split()),
        who=" ← ".join(words.source(speaker) for speaker in claim.attribution.chain) or "the report itself",
        where=f"{title}{publisher}, {day}",
        certainty=words.certainty(claim.certainty),
        doubts="; ".join(claim.doubts),
    )


def _leg(leg: Leg, key: str, claims: Mapping[str, Claim], reports: Mapping[str, Report]) -> LegView:
    kind = f"{leg.road_class.replace('_', ' ')} road"
    return LegView(
        key=key,
        name=f"{leg.start} to {leg.end}",
        start=leg.start,
        end=leg.end,
        road=f"{leg.road}, {kind}" if leg.road else kind,
        km=f"{leg.km:,.0f} km" if leg.km >= 1 else f"{leg.km:g} km",
        minutes=minutes(leg.minutes) + (f", of it waiting {minutes(leg.wait)}" if leg.wait[1] else ""),
        danger=leg.danger,
        index=leg.index,
        verified=leg.verified,
        status=f"said to be {leg.status}" if leg.status else "nobody's word counts",
        holders=", ".join(leg.holders),
        news=words.day(leg.latest) if leg.latest else "none",
        doubts=leg.doubts,
        reasons=tuple(_reason(reason, leg, claims, reports) for reason in leg.reasons),
        line=leg.points,
    )


def _reason(reason: Reason, leg: Leg, claims: Mapping[str, Claim], reports: Mapping[str, Report]) -> ReasonView:
    when = words.day(reason.day) if reason.day else "a day that nobody tells"
    if reason.age:
        when += f", {reason.age:,} day{'' if reason.age == 1 else 's'} before"
    return ReasonView(
        what=WHAT[reason.bearing],
        statement=reason.statement,
        who=", ".join(reason.sources),
        when=when,
        weight=f"{reason.weight:.2f}" if reason.weight else "0",
        part=round(min(100.0, 100 * reason.weight / leg.index), 1) if leg.index and reason.weight > 0 else 0.0,
        how=reason.how if reason.weight else NOTHING[reason.bearing],
        claims=tuple(quoted(claims[name], reports) for name in reason.claims if name in claims),
    )
