"""From the ledger to its pictures day by day."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from clearway.crisis.judging import Way
from clearway.crisis.outcomes import Drawn
from clearway.model import Claim, Finding, Key, Known, Picture, Profile, Query, Release, Report, Story, Told

if TYPE_CHECKING:
    from clearway.ledger import Ledger


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """A crisis up to a day: how its picture grew, and all reports and claims that counted on any of its days."""

    story: Story
    reports: tuple[Report, ...]
    claims: tuple[Claim, ...]


def days_of(ledger: "Ledger", as_of: date | None, policy: str | None, profile: Profile, *, folded: bool) -> Days:
    """The pictures of all days on which something became known that `profile` lets out, up to `as_of`.

    Raises `UsageError` for a policy that is not there.
    """
    from clearway.exports import lets_out
    from clearway.picture import POLICIES, check_policy, story, under_policy

    first = next(iter(POLICIES))
    policy = policy or first
    check_policy(policy)
    end = as_of or date.max
    overtaken = {name: day for name, day in ledger.overtaken().items() if day <= end}
    reports = tuple(_reports(ledger, as_of, overtaken))
    claims = tuple(ledger.claims(Query(as_of=as_of))) + tuple(_earlier(ledger, reports, overtaken))
    known = ledger.changes(date.min, date.max) if folded else _folded_anew(ledger, reports, claims, overtaken)
    days = sorted({report.published or date.max for report in reports if lets_out(report, profile)})

    def chosen(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
        return under_policy(policy, findings, claims, reports, rulings)

    rulings = Way(ledger).rulings
    told = story(known, days or [end], end=end, chosen=None if policy == first else chosen)
    # a day on which nothing goes out is none of those that are told
    ends = {name: days[min(bisect_left(days, day), len(days) - 1)] for name, day in overtaken.items() if days}
    replaced = tuple((report.id, ends[report.id]) for report in reports if report.id in ends)
    return Days(story=replace(told, replaced=replaced), reports=reports, claims=claims)


def drawn_of(release: Release, as_of: date | None, policy: str | None, *, today: date) -> Drawn:
    """The picture of the last day of a released story, and the story with the sums that failed in its pictures."""
    from clearway.picture import POLICIES, failing

    if release.story is None:
        raise ValueError("a release without a story has no last day")
    sums = failing(release.story, {claim.id: claim for claim in release.claims})
    gone = {report for report, _ in release.story.replaced}
    picture = Picture(
        as_of=as_of,
        policy=policy or next(iter(POLICIES)),
        findings=release.findings,
        reports=sum(report.id not in gone for report in release.reports),
        claims=sum(claim.report not in gone for claim in release.claims),
        equations=tuple(one.equation for one in sums if one.until is None),
    )
    told = replace(release, story=replace(release.story, failing=sums))
    return Drawn(picture=picture, release=told, today=today)


def _reports(ledger: "Ledger", as_of: date | None, overtaken: Mapping[str, date]) -> Iterator[Report]:
    """The reports that counted on any day; one whose later version came on its own day never did."""
    for report in ledger.reports(current=False, as_of=as_of):
        if (report.published or date.max) < overtaken.get(report.id, date.max) or report.id not in overtaken:
            yield report


def _earlier(ledger: "Ledger", reports: Iterable[Report], overtaken: Mapping[str, date]) -> Iterator[Claim]:
    """The claims of the reports that later versions took the place of."""
    for report in reports:
        if report.id in overtaken:
            yield from ledger.claims(Query(report=report.id, as_of=overtaken[report.id] - timedelta(days=1)))


def _folded_anew(
    ledger: "Ledger", reports: Sequence[Report], claims: Iterable[Claim], overtaken: Mapping[str, date]
) -> Iterator[Known]:
    """All findings that ever stood, worked out from nothing: for a ledger that may not be written."""
    way = Way(ledger)
    mine: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        mine[claim.report].append(claim)
    told: dict[Key, list[Told]] = defaultdict(list)
    for report in reports:
        since, until = report.published or date.max, overtaken.get(report.id)
        cells = way.cells(mine[report.id], report.published)
        for claim in mine[report.id]:
            if claim.id in cells:
                told[cells[claim.id].key].append(Told(claim=claim, report=report, since=since, until=until))
    for key, some in told.items():
        yield from way.fold(key, some)
