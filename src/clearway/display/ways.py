"""What the page of a plan shows, made of the plan and the claims behind it: plain values, ready for its template."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from clearway.display import words
from clearway.display.catalogue import say
from clearway.display.crowds import ManyView, many_view
from clearway.display.legs import LegView, WordsView, leg_views, minutes, quoted
from clearway.display.numbers import number, rounded
from clearway.display.plotting import Plot, plot
from clearway.display.stretches import ends, leg_name, stretches
from clearway.model import Claim, Danger, Leg, Plan, Release, Report, Route, Turning

RISING = tuple(reversed(Danger))
LONG = 300
"""From so many minutes on a time is told in hours."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WayView:
    """A way beside the others; `hangs` counts the claims on its legs without which the ranking would change.

    `alone` says how long the people of the plan would take over it alone, nothing where none are asked for.
    """

    name: str
    recommended: bool
    because: tuple[str, ...]
    by: str
    km: str
    minutes: str
    risk: str
    danger: Danger
    worst: LegView | None
    unknown: str
    first: str
    could: str
    holders: str
    hangs: int
    alone: str
    legs: tuple[LegView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TurningView:
    """A claim without which the ranking would change, and how."""

    words: WordsView | None
    statement: str
    then: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportView:
    """A report of which a claim stands on the page."""

    title: str
    told: str
    url: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanView:
    """Everything on the page of a plan, in the order in which it is shown."""

    title: str
    release: Release
    plan: Plan
    as_of: str
    answer: str
    unknown: tuple[tuple[str, str], ...]
    notes: tuple[str, ...]
    caution: str
    ways: tuple[WayView, ...]
    plot: Plot | None
    many: ManyView | None
    turning: tuple[TurningView, ...]
    standing: str
    reports: tuple[ReportView, ...]
    drawing: str

    def plain(self) -> dict[str, Any]:
        """What the page's script draws: lines of the legs by their keys, the two ends, and what stands on the way."""
        legs = [leg for way in self.ways for leg in way.legs]
        stops = {stop.name for stop in self.plan.stops}
        places = {name: at for leg in legs for name, at in ((leg.start, leg.line[0]), (leg.end, leg.line[-1]))}
        first = self.ways[0].legs if self.ways else ()
        at_ends = [(self.plan.origin, first[0].line[0]), (self.plan.destination, first[-1].line[-1])] if first else []
        taken = [*(at for _, at in at_ends), *(stop.point for stop in self.plan.stops)]
        return {
            "ways": [
                {
                    "name": way.name,
                    "legs": [
                        {
                            "key": leg.key,
                            "name": leg.name,
                            "danger": str(leg.danger),
                            "sure": leg.verified,
                            "line": leg.line,
                        }
                        for leg in way.legs
                    ],
                }
                for way in self.ways
            ],
            "ends": [
                {"name": say(what, place=name), "at": at}
                for what, (name, at) in zip(("plan.end_from", "plan.end_to"), at_ends, strict=False)
            ],
            "clear": [{"told": one.told, "at": one.point, "km": one.km, "areas": one.areas} for one in self.plan.clear],
            "stops": [{"name": stop.name or stop.kind, "at": stop.point} for stop in self.plan.stops],
            "places": [
                {"name": name, "at": at} for name, at in places.items() if at not in taken and name not in stops
            ],
        }


def plan_view(plan: Plan, release: Release, *, caution: str, drawing: str) -> PlanView:
    """The page of a plan; `drawing` is an SVG of its ways for paper and where no script runs."""
    reports = {report.id: report for report in release.reports}
    claims = {claim.id: claim for claim in release.claims}
    many = many_view(plan.many) if plan.many else None
    alone = dict(many.alone) if many else {}
    ways = tuple(_way(route, plan, claims, reports, alone.get(route.name, "")) for route in plan.routes)
    first = stretches(plan.routes[0].legs) if plan.routes else ()
    return PlanView(
        title=ends(plan.origin, plan.destination),
        release=release,
        plan=plan,
        as_of=words.day(plan.as_of),
        answer=answer(plan),
        unknown=tuple((leg_name(leg), words.parted(leg.doubts)) for leg in first if leg.doubts),
        notes=tuple(_notes(plan)),
        caution=caution,
        ways=ways,
        plot=plot(plan),
        many=many,
        turning=tuple(_turning(one, claims, reports) for one in plan.turning),
        standing=_standing(plan),
        reports=_reports(plan, claims, reports),
        drawing=drawing,
    )


def answer(plan: Plan) -> str:
    """What is recommended, in a sentence."""
    good = [route.name for route in plan.routes if route.recommended]
    if not good:
        return say("plan.answer_none")
    if len(good) == 1:
        return say("plan.answer_one", way=good[0])
    return say("plan.answer_several", ways=words.listed(good[:-1]), last=good[-1])


def _notes(plan: Plan) -> Iterable[str]:
    """What a reader has to know of how the plan was made."""
    if plan.hidden:
        yield say("plan.hidden", n=plan.hidden)
    yield from plan.crossings
    if plan.leaves:
        yield say("plan.leaves", hour=f"{plan.leaves:%H:%M}")
    if plan.avoided:
        yield say("plan.avoided", places=words.listed(plan.avoided))
    if plan.truncated:
        yield say("plan.cut", front=number(plan.truncated))
    yield say("plan.max_age", n=plan.max_age)


def _way(route: Route, plan: Plan, claims: Mapping[str, Claim], reports: Mapping[str, Report], alone: str) -> WayView:
    legs = leg_views(route, claims, reports)
    worst = max(legs, key=lambda leg: (RISING.index(leg.danger), leg.index), default=None)
    named = {name for leg in route.legs for reason in leg.reasons for name in reason.claims}
    return WayView(
        name=route.name,
        recommended=route.recommended,
        because=route.because,
        by=by_places(legs),
        km=say("plan.km", km=rounded(route.km)),
        minutes=span(route.minutes),
        risk=rounded(route.risk, 1),
        danger=route.danger,
        worst=worst,
        unknown=_unknown(route),
        first=_of(plan, route, "first"),
        could=_of(plan, route, "recommended"),
        holders=words.listed(dict.fromkeys(holder for leg in route.legs for holder in leg.holders)),
        hangs=sum(one.claim in named for one in plan.turning),
        alone=alone,
        legs=legs,
    )


def by_places(legs: Sequence[Leg] | Sequence[LegView]) -> str:
    """By which places a way leads."""
    return words.listed(leg.end for leg in legs[:-1]) or say("plan.direct")


def span(range_: tuple[float, float]) -> str:
    """A range of minutes in words, in hours where it is long.

    >>> span((240, 480))
    '4 to 8 h'
    """
    if range_[1] < LONG:
        return minutes(range_)
    hours = [rounded(value / 60, 1).removesuffix(".0") for value in range_]
    if hours[0] == hours[1]:
        return say("plan.h", hours=hours[0])
    return say("plan.h_range", low=hours[0], high=hours[1])


def _unknown(route: Route) -> str:
    """How much of a way nobody's word tells of."""
    if not route.unknown_km:
        return say("plan.unknown_none")
    share = round(100 * route.unknown_km / route.km) if route.km else 100
    return say("plan.unknown_km", km=rounded(route.unknown_km), share=min(max(share, 1), 100))


def _of(plan: Plan, route: Route, what: str) -> str:
    """In how many scenarios a way came first or could be recommended."""
    if plan.standing is None:
        return ""
    counted = dict(getattr(plan.standing, what)).get(route.name, 0)
    return say("plan.times_of", times=number(counted), all=number(plan.standing.scenarios))


def _standing(plan: Plan) -> str:
    known = plan.standing
    if known is None:
        return ""
    told = say("plan.standing", scenarios=number(known.scenarios), moved=f"{known.moved:g}", none=number(known.none))
    return say("plan.decides", standing=told, what=known.decides) if known.decides else told


def _turning(one: Turning, claims: Mapping[str, Claim], reports: Mapping[str, Report]) -> TurningView:
    claim = claims.get(one.claim)
    return TurningView(words=quoted(claim, reports) if claim else None, statement=one.statement, then=one.then)


def _reports(plan: Plan, claims: Mapping[str, Claim], reports: Mapping[str, Report]) -> tuple[ReportView, ...]:
    """The reports behind the plan, newest first."""
    names = {name for route in plan.routes for leg in route.legs for reason in leg.reasons for name in reason.claims}
    names |= {one.claim for one in plan.turning}
    used = {claims[name].report for name in names if name in claims}
    found = [reports[one] for one in used if one in reports]
    found.sort(key=lambda one: (-one.published.toordinal() if one.published else 0, one.title or "", one.id))
    return tuple(
        ReportView(
            title=one.title or say("words.untitled"),
            told=words.published(one),
            url=one.url if one.url and one.url.startswith(("https://", "http://")) else None,
        )
        for one in found
    )
