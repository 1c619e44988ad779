"""The picture: figures by topic under a policy, as of a day, each open to its claims; and what changed between days."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from fastapi import Query

from clearway.crisis import policies
from clearway.display.catalogue import say
from clearway.display.figures import FigureView, TopicView, figure, topics
from clearway.model import Finding, Profile, Turn
from clearway.web.desk import TheDesk
from clearway.web.fields import OptionalDay
from clearway.web.page_route import Aside
from clearway.web.pages import Pages, Stop
from clearway.web.rights import Role, Who

pages = Pages(stop=Stop(path="/picture", name="picture", key="g c", needs=Role.READER))

MOST, MOST_OF_ONE = 6, 60
"""Figures of a topic, where a crisis is too large to show whole: of each beside the others, and of one by itself."""
MOST_OUTSIDE = 3
"""Of each beside the others, for whoever sees what passed the gate: it looks at all reports behind these figures."""
MOST_WHOLE = 400
"""Findings of a crisis that is shown whole."""
MOST_CHANGES = 40
"""Changes on a page of them."""

Day = Annotated[OptionalDay, Query(description="What was known at the end of that day.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A line in words with the claims behind it."""

    words: str
    why: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PicturePage:
    """The figures of every topic; `first` and `last` are the days that are told of.

    `left` is how many more a topic has, `ends` where its next figures begin; `topic` is the only one asked for.
    """

    topics: tuple[TopicView, ...]
    failing: tuple[Told, ...]
    totals: tuple[Told, ...]
    left: dict[str, int]
    ends: dict[str, str]
    topic: str | None
    policy: str
    policies: dict[str, str]
    as_of: date | None
    first: date | None
    last: date | None
    reports: int
    claims: int
    banner: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """What became of a figure between two days."""

    turn: str
    was: FigureView | None
    now: FigureView | None
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What changed between two days, a page of it, how many figures were only confirmed, and where the next one begins.

    `number` is how many changes there are on all pages; `bounded` tells that more changed than was looked at.
    """

    first: date
    last: date
    changes: tuple[Changed, ...]
    number: int
    confirmed: int
    everything: bool
    after: int | None
    bounded: bool
    banner: str


@pages.page("/picture", needs=Role.READER, template="picture", kept=True, aside=Aside.SHARED)
def picture(
    desk: TheDesk,
    who: Who,
    as_of: Day = None,
    policy: Annotated[str | None, Query(max_length=40, description="How ends of a range are chosen.")] = None,
    topic: Annotated[str | None, Query(max_length=80, description="Figures of one topic alone.")] = None,
    after: Annotated[str | None, Query(max_length=400, description="Where the page of it before ended.")] = None,
) -> PicturePage:
    """What all claims come to, by topic: low, best and high, each open to its claims."""
    beside = MOST if who.profile is Profile.RESTRICTED else MOST_OUTSIDE
    drawn = desk.crisis.glance(
        MOST_OF_ONE if topic else beside,
        as_of=as_of,
        policy=policy,
        profile=who.profile,
        larger_than=MOST_WHOLE,
        topic=topic or None,
        after=after or None,
    )
    reports = {report.id: report for report in drawn.release.reports}
    claims = {claim.id: claim for claim in drawn.release.claims}
    days = [report.published for report in reports.values() if report.published]
    findings = drawn.picture.findings
    return PicturePage(
        topics=topics(findings, [figure(one, claims, reports, drawn.today) for one in findings]),
        failing=tuple(
            Told(words=one.words, why=say("picture.perhaps", rule=one.rule, reason=one.reason), claims=one.claims)
            for one in drawn.picture.equations
            if set(one.claims) <= set(claims)
        ),
        totals=tuple(Told(words=one.words, why=one.why, claims=()) for one in drawn.picture.totals),
        left=dict(drawn.left or {}),
        ends=dict(drawn.ends or {}) if who.profile is Profile.RESTRICTED else {},  # a line tells a place and a number
        topic=topic or None,
        policy=drawn.picture.policy,
        policies=policies(),
        as_of=as_of,
        first=min(days, default=None),
        last=max([*days, *([as_of] if as_of else [])], default=None),
        reports=drawn.picture.reports,
        claims=drawn.picture.claims,
        banner=drawn.release.banner,
    )


@pages.page("/changes", needs=Role.READER, template="changes", kept=True, aside=Aside.SHARED)
def changes(
    desk: TheDesk,
    who: Who,
    first: date,
    last: date,
    everything: Annotated[bool, Query(description="Also figures that were only confirmed.")] = False,
    after: Annotated[int, Query(ge=0, lt=10**9, description="How many changes the pages before this one hold.")] = 0,
) -> Changes:
    """What changed in the picture from the end of one day to the end of another."""
    page = desk.crisis.change_page(first, last, MOST_CHANGES, after=after, everything=everything, profile=who.profile)
    release = page.release
    claims = {claim.id: claim for claim in release.claims}
    reports = {report.id: report for report in release.reports}

    def shown(finding: Finding | None) -> FigureView | None:
        return figure(finding, claims, reports, last) if finding else None

    confirmed = page.numbers.get(Turn.CONFIRMED, 0)
    return Changes(
        first=first,
        last=last,
        changes=tuple(
            Changed(turn=str(one.turn), was=shown(one.before), now=shown(one.after), claims=one.claims)
            for one in release.changes
        ),
        number=sum(page.numbers.values()) - (0 if everything else confirmed),
        everything=everything,
        confirmed=confirmed,
        after=page.after,
        bounded=page.bounded,
        banner=release.banner,
    )
