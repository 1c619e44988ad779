"""The timeline: what is told of which day by topic, and how a figure went from day to day."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Annotated

from fastapi import Path, Query

from clearway.crisis import kinds
from clearway.display import words
from clearway.display.catalogue import say
from clearway.display.chronicle import EVENTS, Chronicle, chronicle
from clearway.display.course import StepView, steps_view
from clearway.display.evidence import EvidenceView, evidence_view, incident_line
from clearway.display.figures import slug
from clearway.display.sites import kinds_of, topic_names
from clearway.errors import UsageError
from clearway.model import Finding
from clearway.web.desk import TheDesk
from clearway.web.fields import OptionalDay
from clearway.web.page_route import Aside
from clearway.web.pages import Pages, Stop
from clearway.web.refused import Refused, missing
from clearway.web.rights import Role, Who
from clearway.web.views import Day, PolicyName, TopicNames, View, checked

pages = Pages(stop=Stop(path="/timeline", name="timeline", key="g t", needs=Role.READER))

First = Annotated[OptionalDay, Query(description="The first day.")]
Last = Annotated[OptionalDay, Query(description="The last day.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Often:
    """A figure that was told of one day after another."""

    id: str
    statement: str
    topic: str
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelinePage:
    """Claims and events by day; `topics` are all there are, `chosen` those asked for, `begin` and `end` the span."""

    chronicle: Chronicle
    often: tuple[Often, ...]
    topics: dict[str, str]
    chosen: tuple[str, ...]
    begin: date | None
    end: date | None
    policy: str
    policies: dict[str, str]
    as_of: date | None
    first: date | None
    last: date | None
    bounded: bool
    banner: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DaysPage:
    """What is told of some days; `incidents` is how many incidents there are."""

    first: date
    last: date
    evidence: EvidenceView
    incidents: int
    chosen: tuple[str, ...]
    policy: str
    as_of: date | None
    banner: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CoursePage:
    """How a figure went, from the first step to the last; `is_number` where there is something to draw."""

    id: str
    statement: str
    place: str
    topic: str
    steps: tuple[StepView, ...]
    is_number: bool
    policy: str
    policies: dict[str, str]
    as_of: date | None
    first: date | None
    last: date | None
    banner: str


@pages.page("/timeline", needs=Role.READER, template="timeline", aside=Aside.ALL)
def timeline(
    desk: TheDesk,
    who: Who,
    as_of: Day = None,
    policy: PolicyName = None,
    topic: TopicNames = [],  # noqa: B006 - it is never changed
    begin: First = None,
    end: Last = None,
) -> TimelinePage:
    """How many claims of each topic, and how many events, there are of each day, week, month or year."""
    _check_order(begin, end)
    view = View(desk, who.profile, as_of, checked(policy))
    spoken = view.days(begin, end)
    wanted = frozenset(kinds_of(topic, {one.kind for one in spoken}))
    with_events = as_of is None and (not topic or EVENTS in topic)
    told = chronicle(
        ((one.kind, one.day, one.claims) for one in spoken if one.kind in wanted),
        view.incident_days() if with_events else (),
        published=desk.crisis.span,
        span=(begin, end),
    )
    return TimelinePage(
        chronicle=told,
        often=tuple(_often(one) for one in view.often()),
        topics=topic_names(),
        chosen=tuple(topic),
        begin=begin,
        end=end,
        **view.choices,
        bounded=view.is_bounded,
        banner=view.banner,
    )


@pages.page("/timeline/days", needs=Role.READER, template="days", aside=Aside.SHARED)
def told_of_days(
    desk: TheDesk,
    who: Who,
    first: date,
    last: date,
    as_of: Day = None,
    policy: PolicyName = None,
    topic: TopicNames = [],  # noqa: B006 - it is never changed
) -> DaysPage:
    """The claims that speak of some days, in their words, with the figures and incidents that they are part of."""
    _check_order(first, last)
    view = View(desk, who.profile, as_of, checked(policy))
    wanted = [] if list(topic) == [EVENTS] else kinds_of([name for name in topic if name != EVENTS], kinds())
    found = view.between(first, last, wanted)
    counted: dict[str, int] = {}
    for one in view.days(first, last):
        if one.kind in wanted and one.day is not None:
            counted[one.kind] = counted.get(one.kind, 0) + one.claims
    told = evidence_view(found.release, found.claims, counted, found.today)
    number = len(told.incidents)
    if not topic or EVENTS in topic:
        happened, number = view.incidents(first, last)
        told = replace(told, incidents=tuple(incident_line(one) for one in happened))
    return DaysPage(
        first=first,
        last=last,
        evidence=told,
        incidents=number,
        chosen=tuple(topic),
        policy=checked(policy),
        as_of=as_of,
        banner=found.release.banner,
    )


@pages.page("/timeline/figures/{figure}", needs=Role.READER, template="course", aside=Aside.SHARED)
def figure_course(
    figure: Annotated[str, Path(pattern="^[0-9a-z]{1,64}$")],
    desk: TheDesk,
    who: Who,
    as_of: Day = None,
    policy: PolicyName = None,
) -> CoursePage:
    """How a figure went from day to day: low, best and high at each step, each with the words behind it."""
    view = View(desk, who.profile, as_of, checked(policy))
    try:
        found = view.course(figure)
    except UsageError as error:
        raise missing(error) from error
    steps = steps_view(
        ((one.since, one.until, one.finding) for one in found.steps),
        found.release.claims,
        found.release.reports,
        found.today,
    )
    return CoursePage(
        id=figure,
        statement=_statement(found.finding.statement),
        place=(found.finding.place or "").replace("; ", " · "),
        topic=slug(found.finding.topic),
        steps=steps,
        is_number=any(value is not None for step in steps for value in (step.low, step.best, step.high)),
        **view.choices,
        banner=found.release.banner,
    )


def _often(finding: Finding) -> Often:
    return Often(
        id=finding.id,
        statement=_statement(finding.statement),
        topic=slug(finding.topic),
        place=(finding.place or "").replace("; ", " · "),
    )


def _statement(text: str) -> str:
    return text[:1].upper() + text[1:]


def _check_order(first: date | None, last: date | None) -> None:
    if first is not None and last is not None and last < first:
        rule = say("wrong.comes_before", last=words.day(last), first=words.day(first))
        raise Refused(422, rule, say("wrong.earlier_first"), document="days")
