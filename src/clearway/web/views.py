"""What the map and the timeline are made of: counted once for all who ask, as long as the ledger has not grown."""

from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta
from typing import Annotated, TypedDict, TypeVar

from fastapi import Query

from clearway.crisis import policies
from clearway.crisis.growing import Changed, Growth
from clearway.crisis.looking import Course, course_in, often_in
from clearway.crisis.siting import Evidence, Sited, Spoken, days_in, evidence_in, sites_in, spoken
from clearway.display.catalogue import say
from clearway.errors import UsageError
from clearway.model import Finding, Incident, IncidentQuery, Profile, Release, Report, spots_of
from clearway.web.desk import Desk
from clearway.web.fields import OptionalDay
from clearway.web.keeping import LATE, Late

Value = TypeVar("Value")

Day = Annotated[OptionalDay, Query(description="What was known at the end of that day.")]
PolicyName = Annotated[str | None, Query(max_length=40, description="How ends of a range are chosen.")]
TopicNames = Annotated[list[str], Query(max_length=20, description="Topics that count; all where none is given.")]
FEW = timedelta(days=24 * 7)
"""Days up to which a timeline has columns of weeks or days; a longer one is made of months."""
MOST_INCIDENTS = 20
MOST_OFTEN = 30
"""Figures whose course is offered."""
PASSING = Late(quick_s=0.25, share=30, longest_s=30)
"""What passes the gate is made of a thousand reports, for few who ask."""
BEGUN = Late(share=1)
"""What was counted from nothing, which takes long in a large crisis: what came since is soon counted."""


def checked(policy: str | None) -> str:
    """The policy that is asked for, the first one where none is; raises `UsageError` where there is no such."""
    known = policies()
    if policy is not None and policy not in known:
        remedy = say("wrong.use_one", ones=", ".join(known))
        raise UsageError(say("wrong.policy", policy=f"{policy!r}"), rule=say("wrong.no_policy"), remedy=remedy)
    return policy or next(iter(known))


class Choices(TypedDict):
    """The day and the policy that a page is seen by, and what there is to choose from: `first` to `last`."""

    policy: str
    policies: dict[str, str]
    as_of: date | None
    first: date | None
    last: date | None


class View:
    """What one person may look at, as of a day and under a policy."""

    def __init__(self, desk: Desk, profile: Profile, as_of: date | None, policy: str) -> None:
        self._desk = desk
        self._crisis = desk.crisis
        self._as_of = as_of
        self._policy = policy
        self.profile = profile

    @property
    def sees_all(self) -> bool:
        """Whether nothing is held back."""
        return self.profile is Profile.RESTRICTED

    @property
    def choices(self) -> Choices:
        """By which day and policy it is seen, and the days and policies that may be chosen."""
        first, last = self._crisis.span
        return Choices(
            policy=self._policy,
            policies=policies(),
            as_of=self._as_of,
            first=first,
            last=max(filter(None, (last, self._as_of)), default=None),
        )

    @property
    def is_bounded(self) -> bool:
        """Whether only some of the claims are looked at."""
        return not self.sees_all and self._kept(("bounded",), lambda: self._crisis.passes_some)

    @property
    def banner(self) -> str:
        """Under which profile it is seen."""
        return self._crisis.release((), (), profile=self.profile).banner

    @property
    def passed(self) -> Release:
        """What the gate lets out, for whoever does not see all."""
        return self._kept(
            ("passed", self._as_of, self._policy, self.profile),
            lambda: self._crisis.passed(as_of=self._as_of, policy=self._policy, profile=self.profile),
            late=PASSING,
        )

    def sites(self) -> tuple[Sited, ...]:
        """Every place, that of most claims first."""
        if not self.sees_all:
            return sites_in(self.passed.claims)
        return self._kept(("sites", self._as_of), lambda: self.growth.sites(self._as_of, self.changed))

    def days(self, first: date | None, last: date | None) -> tuple[Spoken, ...]:
        """How many claims of each kind speak of each day of a span, or of all; of each month where these are many."""
        begin, end = first or date.min, last or date.max
        if not self.sees_all:
            found = days_in(self.passed.claims, self._reports)
            return tuple(one for one in found if begin <= (one.day or date.max) <= end)
        if first is not None and last is not None and last - first <= FEW:
            return self._crisis.days(first, last, as_of=self._as_of, changed=self.changed)
        months = self._kept(("months", self._as_of), lambda: self.growth.months_on(self._as_of, self.changed))
        known = [one.day for one in months if one.day is not None and begin <= one.day <= end]
        if known and known[-1] - known[0] <= FEW:
            return self._crisis.days(begin, end, as_of=self._as_of, changed=self.changed)
        return tuple(one for one in months if begin <= (one.day or date.max) <= end)

    @property
    def changed(self) -> tuple[Changed, ...]:
        """What people judged to be false, or otherwise than it was read."""
        return self._kept_up(("changed",), self._crisis.changed).claims

    @property
    def growth(self) -> Growth:
        """All claims, counted."""
        return self._kept_up(("growth",), self._crisis.growth)

    def at(self, place: str, kinds: list[str]) -> Evidence:
        """What claims of these kinds tell of a place; raises `UsageError` where none does that may be shown."""
        if self.sees_all:
            return self._crisis.at(
                place,
                kinds=kinds,
                as_of=self._as_of,
                policy=self._policy,
                changed=self.changed,
                growth=self.growth,
            )
        release = self.passed
        spot = next((one.spot for one in sites_in(release.claims) if one.spot.id == place), None)
        if spot is None:
            raise UsageError(
                say("wrong.place", place=f"{place!r}"), rule=say("wrong.unnamed"), remedy=say("wrong.choose_place")
            )
        named = {claim.id for claim in release.claims if claim.kind in kinds and spot in spots_of(claim)}
        return evidence_in(release, named, spot, today=self._today)

    def between(self, first: date, last: date, kinds: list[str]) -> Evidence:
        """The claims of these kinds that speak of some days."""
        if self.sees_all:
            asked = (first, last, kinds)
            return self._crisis.between(*asked, as_of=self._as_of, policy=self._policy, changed=self.changed)
        release, reports = self.passed, self._reports
        named = {
            claim.id
            for claim in release.claims
            if claim.kind in kinds and (day := spoken(claim, reports)) is not None and first <= day <= last
        }
        return evidence_in(release, named, None, today=self._today)

    def incident_days(self) -> tuple[tuple[date, int], ...]:
        """How many incidents began on each day, as all claims tell them."""
        if self.sees_all:
            return self._kept(("incident days",), lambda: self._crisis.incident_days())
        begun = Counter(one.day for one in self.passed.incidents)
        return tuple((day, number) for day, number in begun.items() if day is not None)

    def incidents(self, first: date, last: date) -> tuple[tuple[Incident, ...], int]:
        """Incidents of some days, and how many there are."""
        if self.sees_all:
            return self._crisis.happened_between(first, last, MOST_INCIDENTS, as_of=self._as_of)
        asked = IncidentQuery(first=first, last=last)
        found = tuple(one for one in self.passed.incidents if asked.asks_for(one))
        return found[:MOST_INCIDENTS], len(found)

    def often(self) -> tuple[Finding, ...]:
        """The figures that were told on most days."""
        if self.sees_all:
            return self._kept(("often", self._as_of), lambda: self._crisis.told_often(MOST_OFTEN, as_of=self._as_of))
        return often_in(self.passed, MOST_OFTEN)

    def course(self, finding: str) -> Course:
        """How a figure went; raises `UsageError` where there is none that may be shown."""
        if self.sees_all:
            return self._crisis.course(finding, as_of=self._as_of, policy=self._policy)
        return course_in(self.passed, finding, today=self._today)

    @property
    def _reports(self) -> dict[str, Report]:
        return {report.id: report for report in self.passed.reports}

    @property
    def _today(self) -> date:
        return self._as_of or self._crisis.today

    def _kept(self, key: tuple[object, ...], make: Callable[[], Value], *, late: Late = LATE) -> Value:
        return self._desk.keeping.get(key, lambda: self._crisis.grown, make, late=late)

    def _kept_up(self, key: tuple[object, ...], make: Callable[[Value | None], Value]) -> Value:
        """The same of what is made of what it was before."""
        keeping = self._desk.keeping
        late = BEGUN if keeping.last(key) is None else LATE
        return self._kept(key, lambda: make(keeping.last(key)), late=late)
