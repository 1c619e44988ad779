"""What a crisis tells of places and days: where claims are and when, what hangs on them, and how a figure went."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from clearway.crisis.part import Part
from clearway.errors import UsageError
from clearway.model import (
    Change,
    Claim,
    Finding,
    Incident,
    IncidentQuery,
    Profile,
    Query,
    Release,
    Report,
    Spot,
    spots_of,
)

if TYPE_CHECKING:
    from clearway.crisis.growing import Changed, Growth, Judged, Side
    from clearway.crisis.paging import ChangePage, IncidentPage
    from clearway.crisis.siting import Evidence, Spoken
    from clearway.picture import Rulings

MOST_PASSED = 1_000
"""Claims that are looked at for whoever may not see all: the gate holds each against all others."""
AT_ONCE = 200
"""Claims of which findings are asked for at once."""
HAPPENED_AT_ONCE = 1_000
"""Claims of which incidents are asked for at once."""
FIGURES, INCIDENTS = 40, 20
"""Figures and incidents that stand behind one count."""
STEPS = 400
"""Days of a figure's course, the last ones."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A finding as it stood from one day until another."""

    since: date
    until: date | None
    finding: Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """How a figure went: the finding asked for, every step of its series, and the claims behind them."""

    finding: Finding
    steps: tuple[Step, ...]
    release: Release
    today: date


class Looking(Part):
    """The part of a crisis that is looked at by place and day.

    `profile` other than `restricted` shows what the gate lets out of at most `MOST_PASSED` claims (`passed`), all of
    which pass as one release: what is asked for is chosen among what came out of it.
    """

    def incidents(self, query: IncidentQuery, *, as_of: date | None, profile: Profile) -> Release:
        """The incidents asked for."""
        raise NotImplementedError

    @property
    def grown(self) -> str:
        """A word that is another one whenever something was read or judged since."""
        return self.ledger.grown()

    @property
    def span(self) -> tuple[date | None, date | None]:
        """The first and the last day on which a report was published."""
        return self.ledger.span()

    def growth(self, before: "Growth | None" = None) -> "Growth":
        """All claims counted by place and by month, as they became more from day to day; it is `restricted`.

        What was told `before` is not counted again.
        """
        from clearway.crisis.growing import growth

        with self.ledger.moment():
            return growth(self.ledger, before)

    def changed(self, before: "Judged | None" = None) -> "Judged":
        """The claims that people judged to be false, or otherwise than they were read; it is `restricted`.

        What was told `before` is not looked up again.
        """
        from clearway.crisis.growing import changed

        with self.ledger.moment():
            return changed(self.ledger, self._rulings(), before)

    def days(
        self, first: date, last: date, *, as_of: date | None = None, changed: "Sequence[Changed] | None" = None
    ) -> "tuple[Spoken, ...]":
        """How many claims of each kind speak of each of some days, both inclusive; it is `restricted`.

        `changed` is what `changed` told, where it is at hand.
        """
        from clearway.crisis.siting import spoken_of

        with self.ledger.moment():
            counted = Counter({(kind, day): n for kind, day, n in self.ledger.count_by_day(as_of, first, last)})
            for one in self._changed(changed):
                for claim, day, _ in one.sides if one.on(as_of) else ():
                    if first <= (day or date.max) <= last:
                        counted[claim.kind, day] += -1 if claim is one.before else 1
        return spoken_of(counted)

    def incident_days(self) -> tuple[tuple[date, int], ...]:
        """How many incidents began on each day that is known, as all claims tell them."""
        with self._seeing(events=True):
            return tuple((day, number) for day, number in self.ledger.incidents_by_day() if day < date.max)

    def at(
        self,
        place: str,
        *,
        kinds: Iterable[str] | None = None,
        as_of: date | None = None,
        policy: str | None = None,
        most: int = 8,
        changed: "Sequence[Changed] | None" = None,
        growth: "Growth | None" = None,
    ) -> "Evidence":
        """What claims tell of a place, by its spot's id: at most so many of each kind, with what hangs on them.

        It is `restricted`; `changed` is as in `days`, and `growth` what `growth` told, where it is at hand: it is asked
        where nothing came since. Raises `UsageError` for a place that no claim names, or a policy that is not there.
        """
        from clearway.crisis.growing import as_judged, seen
        from clearway.crisis.siting import Evidence, newest_first

        with self._seeing(events=True) as folded:
            judged = [one for one in self._changed(changed) if one.on(as_of)]
            spot = self._spot(place, judged)
            known = growth if growth and growth.seen == seen(self.ledger) else None
            counted = Counter(known.at(spot, as_of) if known else self.ledger.count_at(place, as_of))
            for one in judged:
                for claim, _, spots in one.sides:
                    if spot in spots:
                        counted[claim.kind] += -1 if claim is one.before else 1
            wanted = {kind: n for kind, n in counted.items() if n > 0 and (kinds is None or kind in kinds)}
            read = self.ledger.claims_at(place, wanted, most=most, as_of=as_of)
            claims = as_judged(read, judged, as_of, lambda side: side[0].kind in wanted and spot in side[2])
            release = self._behind(claims, as_of, policy, folded=folded, profile=Profile.RESTRICTED)
        ordered = newest_first(claims, {report.id: report for report in release.reports})
        return Evidence(spot=spot, counted=wanted, claims=ordered, release=release, today=as_of or self.today)

    def between(
        self,
        first: date,
        last: date,
        kinds: Iterable[str],
        *,
        as_of: date | None = None,
        policy: str | None = None,
        most: int = 8,
        changed: "Sequence[Changed] | None" = None,
    ) -> "Evidence":
        """The claims of these kinds that speak of some days, at most so many of each; it is `restricted`.

        What is counted are these alone: how many there are in all, `days` tells.
        """
        from clearway.crisis.growing import as_judged
        from clearway.crisis.siting import Evidence, newest_first

        wanted = frozenset(kinds)
        with self._seeing(events=True) as folded:
            judged = [one for one in self._changed(changed) if one.on(as_of)]
            read = self.ledger.claims_at(None, sorted(wanted), most=most, as_of=as_of, first=first, last=last)

            def belongs(side: "Side") -> bool:
                return side[0].kind in wanted and first <= (side[1] or date.max) <= last

            claims = as_judged(read, judged, as_of, belongs)
            release = self._behind(claims, as_of, policy, folded=folded, profile=Profile.RESTRICTED)
        ordered = newest_first(claims, {report.id: report for report in release.reports})
        counted = Counter(claim.kind for claim in ordered)
        return Evidence(spot=None, counted=counted, claims=ordered, release=release, today=as_of or self.today)

    @property
    def passes_some(self) -> bool:
        """Whether `passed` looks at some of the claims only."""
        return self.ledger.counts(None).claims > MOST_PASSED

    def passed(self, *, as_of: date | None = None, policy: str | None = None, profile: Profile) -> Release:
        """The claims of a day with the findings and incidents that name them, as the gate lets them out together.

        Where there are more than `MOST_PASSED` claims, only of each kind those that speak of the last days.
        """
        from clearway.crisis.growing import as_judged

        with self._seeing(events=True) as folded:
            if not self.passes_some:
                claims: Iterator[Claim] = self.ledger.claims(Query(as_of=as_of))
            else:
                kinds = self.ledger.kinds()
                claims = self.ledger.claims_at(None, kinds, most=MOST_PASSED // len(kinds), as_of=as_of)
            told = as_judged(claims, self._changed(), as_of, lambda _: True)
            return self._behind(told, as_of, policy, folded=folded, profile=profile)

    def course(self, finding: str, *, as_of: date | None = None, policy: str | None = None) -> Course:
        """How a figure stood from day to day: the finding of this id, and all of its series; it is `restricted`.

        Raises `UsageError` where no finding had the id by that day.
        """
        with self._seeing() as folded:
            known = list(self.ledger.course(finding, most=STEPS)) if folded else []
            rows = [one for one in known if as_of is None or one.since <= as_of]
            claims = tuple(self.ledger.claims_named(name for one in rows for name in one.finding.claims))
            reports = self._reports_of(claims)
            held = {claim.id: claim for claim in claims}
            chosen: list[Finding] = []
            for one in rows:  # one by one: a finding that changed stands here several times under its id
                its = [held[name] for name in one.finding.claims if name in held]
                chosen += self._under(policy, [one.finding], its, reports)
            release = self.release(reports, claims, chosen, profile=Profile.RESTRICTED)
        steps = tuple(
            Step(since=one.since, until=one.until, finding=finding) for one, finding in zip(rows, chosen, strict=True)
        )
        last = next((one.finding for one in reversed(steps) if one.finding.id == finding), None)
        if last is None:
            raise UsageError(f"figure {finding!r}", rule="there is none", remedy="choose one of the picture")
        return Course(finding=last, steps=steps, release=release, today=as_of or self.today)

    def told_often(self, most: int, *, as_of: date | None = None) -> tuple[Finding, ...]:
        """The last finding of each of the series that were told most often; it is `restricted`."""
        with self._seeing() as folded:
            return tuple(self.ledger.told_often(as_of or date.max, most=most)) if folded else ()

    def happened_between(
        self, first: date, last: date, most: int, *, as_of: date | None = None
    ) -> tuple[tuple[Incident, ...], int]:
        """Incidents of some days, as what was published by a day tells them, and how many there are; `restricted`."""
        from clearway.crisis.siting import as_known

        query = IncidentQuery(first=first, last=last, limit=most)
        with self._seeing(events=True):
            found = tuple(self.ledger.incidents(query))
            number = self.ledger.count_incidents(query)
            if as_of is None:
                return found, number
            return as_known(self.ledger, found, as_of, self._rulings(), self._reports_of), number

    def incident_page(
        self, query: IncidentQuery, *, as_of: date | None = None, profile: Profile = Profile.RESTRICTED
    ) -> "IncidentPage":
        """A page of at most `query.limit` of the incidents asked for, in the order of their days.

        Of a large crisis those are told as of a day that the ledger has now, as far as they were known then; and for
        whoever may not see all, the first of some days pass the gate together. `query.after` is that of the page
        before. Raises `UsageError` for one that no page gave.
        """
        from clearway.crisis.paging import ON_A_PAGE, IncidentPage, page_on, passed_incidents
        from clearway.crisis.siting import as_known

        if (profile is Profile.RESTRICTED and as_of is None) or not self.passes_some:
            most = query.limit or ON_A_PAGE
            release = self.incidents(replace(query, limit=most + 1), as_of=as_of, profile=profile)
            shown = release.incidents[:most]
            after = shown[-1].line if len(release.incidents) > most else None
            return IncidentPage(release=replace(release, incidents=shown), query=query, after=after)

        def known(found: Sequence[Incident]) -> tuple[Incident, ...]:
            if as_of is None:
                return tuple(found)
            return as_known(self.ledger, found, as_of, self._rulings(), self._reports_of)[::-1]

        def let_out(found: Iterable[Incident]) -> Release:
            some = tuple(found)
            claims = tuple(self.ledger.claims_named(name for one in some for name in one.claims))
            return self.release(self._reports_of(claims), claims, incidents=some, profile=profile)

        with self._seeing(events=True):
            if profile is Profile.RESTRICTED and as_of is not None:
                return page_on(self.ledger, query, as_of, known, let_out)
            return passed_incidents(self.ledger, query, as_of or self.span[1] or self.today, known, let_out)

    def change_page(
        self,
        first: date,
        last: date,
        most: int,
        *,
        after: int = 0,
        everything: bool = False,
        profile: Profile = Profile.RESTRICTED,
    ) -> "ChangePage":
        """At most so many of what changed from the end of one day to the end of another, behind `after` others.

        For whoever may not see all, the first changes pass the gate together, and a page is one of what came out. Those
        that were only confirmed come where `everything` is wanted. Raises `UsageError` where the second day is not the
        later one.
        """
        from clearway.crisis.outlines import whole
        from clearway.crisis.paging import change_page, passed_changes
        from clearway.crisis.picturing import changed, named_by

        def let_out(some: Sequence[Change]) -> Release:
            told = [whole(one) for one in some]
            claims = named_by(self.ledger, told)
            return self.release(self._reports_of(claims), claims, changes=told, profile=profile)

        paged = change_page if profile is Profile.RESTRICTED else passed_changes
        with self._seeing():
            return paged(changed(self.ledger, first, last), after, most, let_out, everything=everything)

    def _behind(
        self, claims: Sequence[Claim], as_of: date | None, policy: str | None, *, folded: bool, profile: Profile
    ) -> Release:
        """Claims with the findings and incidents that name them, as the gate lets them out."""
        names = [claim.id for claim in claims]
        findings, incidents = self._kept(names, as_of, profile) if folded else self._made(names, as_of)
        named = [one.claims for one in findings] + [one.claims for one in incidents]
        others = {name for some in named for name in some} - set(names)
        known = (*claims, *self.ledger.claims_named(others))
        reports = self._reports_of(known)
        chosen = self._under(policy, findings, known, reports)
        return self.release(reports, known, chosen, incidents=incidents, profile=profile)

    def _kept(
        self, names: Sequence[str], as_of: date | None, profile: Profile
    ) -> tuple[tuple[Finding, ...], tuple[Incident, ...]]:
        from clearway.crisis.siting import as_known, findings_of, incidents_of

        most = 1 if profile is Profile.RESTRICTED else MOST_PASSED
        findings = findings_of(self.ledger, names, as_of, at_once=AT_ONCE, most=most * FIGURES)
        found = incidents_of(self.ledger, names, at_once=HAPPENED_AT_ONCE, most=most * INCIDENTS)
        if as_of is None:
            return findings, found
        return findings, as_known(self.ledger, found, as_of, self._rulings(), self._reports_of)

    def _made(self, names: Sequence[str], as_of: date | None) -> tuple[tuple[Finding, ...], tuple[Incident, ...]]:
        """The same where the ledger may not be written and holds what was never folded."""
        from clearway.crisis.happened import happened
        from clearway.crisis.picturing import picture_of

        named = frozenset(names)
        picture, _, _ = picture_of(self.ledger, as_of, None, folded=False)
        incidents, _ = happened(self.ledger, as_of)
        return (
            tuple(one for one in picture.findings if not named.isdisjoint(one.claims)),
            tuple(one for one in incidents if not named.isdisjoint(one.claims)),
        )

    def _under(
        self, policy: str | None, findings: Iterable[Finding], claims: Iterable[Claim], reports: Sequence[Report]
    ) -> tuple[Finding, ...]:
        from clearway.crisis.choosing import chosen_by
        from clearway.picture import POLICIES, check_policy

        policy = policy or next(iter(POLICIES))
        check_policy(policy)
        return chosen_by(self.ledger, policy, tuple(findings), claims, reports)

    def _spot(self, place: str, judged: "Iterable[Changed]") -> Spot:
        spot = self.ledger.spot(place)
        moved = (one for each in judged if each.now for one in spots_of(each.now) if one.id == place)
        found = spot or next(moved, None)
        if found is None:
            raise UsageError(f"place {place!r}", rule="no claim names it", remedy="choose a place of the map")
        return found

    def _changed(self, known: "Sequence[Changed] | None" = None) -> "Sequence[Changed]":
        return self.changed().claims if known is None else known

    def _rulings(self) -> "Rulings":
        from clearway.crisis.judging import Way

        return Way(self.ledger).rulings


def often_in(release: Release, most: int) -> tuple[Finding, ...]:
    """The last finding of each series of a release, those first of which most findings were made."""
    series: dict[str, list[Finding]] = {}
    for one in release.findings:
        if one.series is not None:
            series.setdefault(one.series, []).append(one)
    longest = sorted((some for some in series.values() if len(some) > 1), key=len, reverse=True)[:most]
    return tuple(max(some, key=lambda one: one.as_of or date.min) for some in longest)


def course_in(release: Release, finding: str, *, today: date) -> Course:
    """How a figure of a release went: the findings of its series, each since it was told last.

    Raises `UsageError` where the release has none of this id.
    """
    asked = next((one for one in release.findings if one.id == finding), None)
    if asked is None:
        raise UsageError(f"figure {finding!r}", rule="there is none", remedy="choose one of the picture")
    row = [one for one in release.findings if one is asked or (asked.series and one.series == asked.series)]
    steps = (Step(since=one.latest or date.max, until=None, finding=one) for one in row)
    ordered = tuple(sorted(steps, key=lambda step: (step.since, step.finding.as_of or date.min)))
    return Course(finding=asked, steps=ordered, release=release, today=today)
