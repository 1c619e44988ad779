"""From the ledger to its picture, to what changed in it, and to what claims are to one another."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING

from clearway.crisis.choosing import chosen_by
from clearway.crisis.judging import Way
from clearway.errors import UsageError
from clearway.model import Change, Claim, Finding, Known, Picture, Query, Relation, Report

if TYPE_CHECKING:
    from clearway.ledger import Ledger

FIRST = (2, 10, 40)
"""Findings of a series that are read before somebody looks at more of them."""
ReportsOf = Callable[[Iterable[Claim]], tuple[Report, ...]]


def picture_of(
    ledger: "Ledger", as_of: date | None, policy: str | None, *, folded: bool
) -> tuple[Picture, tuple[Report, ...], tuple[Claim, ...]]:
    """The picture of a day with all its reports and claims; worked out from nothing where the ledger is not folded.

    Raises `UsageError` for a policy that is not there.
    """
    from clearway.picture import POLICIES, assembled, check_policy, fold

    policy = policy or next(iter(POLICIES))
    check_policy(policy)
    reports = tuple(ledger.reports(as_of=as_of))
    claims = tuple(ledger.claims(Query(as_of=as_of)))
    if not folded:
        judgements = ledger.judgements()
        return fold(claims, reports, judgements=judgements, as_of=as_of, policy=policy), reports, claims
    findings = assembled(ledger.findings(as_of or date.max))
    findings = chosen_by(ledger, policy, findings, claims, reports)
    picture = Picture(as_of=as_of, policy=policy, findings=findings, reports=len(reports), claims=len(claims))
    return picture, reports, claims


def changed(ledger: "Ledger", first: date, last: date) -> tuple[Change, ...]:
    """What changed from the end of one day to the end of another, of which findings are outlines (`whole`).

    Raises `UsageError` where the second day is not the later one.
    """
    from clearway.crisis.outlines import stood
    from clearway.picture import changes

    if last <= first:
        rule = f"{last} does not come after {first}"
        raise UsageError("two days", rule=rule, remedy="give the earlier day first")
    known = stood(ledger.turned(first, last))
    return changes(known, after=first, day=last, earlier=_earlier(ledger, known, first))


def _earlier(ledger: "Ledger", known: Collection[Known], day: date) -> Callable[[str], Iterator[Finding]]:
    """The findings that stood on a day of each series, in line.

    Few are read of each, and of all those together whose newer findings have no claim in common with what stood: one
    that was replaced stands near the first of its series.
    """
    from clearway.crisis.outlines import outlined
    from clearway.picture import succeeds

    before = {name for one in known if one.since <= day for name in (one.finding.id, *one.finding.claims)}
    fresh: dict[str, list[Finding]] = defaultdict(list)
    for one in known:
        if one.since > day and one.finding.series and before.isdisjoint((one.finding.id, *one.finding.claims)):
            fresh[one.finding.series].append(one.finding)
    first: dict[str, list[Finding]] = {}
    names, whole = sorted(fresh), set[str]()
    for most in FIRST:
        found = ledger.first_of(day, names, most=most)
        first |= {series: [outlined(record) for record in records] for series, records in found.items()}
        whole.update(series for series in names if len(found.get(series, ())) < most)
        names = [
            series
            for series in found
            if series not in whole
            and not all(any(succeeds(newer, one) for one in first[series]) for newer in fresh[series])
        ]

    def earlier(series: str) -> Iterator[Finding]:
        some = first.get(series, ())
        yield from some
        if series not in whole:
            yield from islice(ledger.findings(day, series=series), len(some), None)

    return earlier


def named_by(ledger: "Ledger", changes: Iterable[Change]) -> tuple[Claim, ...]:
    """The claims of the findings that changed."""
    named = {claim for one in changes for side in (one.before, one.after) if side for claim in side.claims}
    return tuple(ledger.claims_named(named))


def once(reports_of: ReportsOf) -> ReportsOf:
    """The same, but each report is read once: its text is long."""
    read: dict[str, Report] = {}

    def known(claims: Iterable[Claim]) -> tuple[Report, ...]:
        some = tuple(claims)
        read.update((report.id, report) for report in reports_of([one for one in some if one.report not in read]))
        return tuple(read[name] for name in dict.fromkeys(one.report for one in some))

    return known


def related(ledger: "Ledger", claim: Claim, reports_of: ReportsOf) -> tuple[tuple[Relation, ...], tuple[Claim, ...]]:
    """What a claim is to those of its report and of its key, and these claims."""
    from clearway.crisis.tying import Entries, Tying
    from clearway.picture import relations

    near = {one.id: one for one in ledger.claims_in([claim.report])}
    near |= {one.id: one for one in ledger.beside(claim.id)}
    others = [one for one in near.values() if one.id != claim.id]
    reports = {report.id: report for report in reports_of([claim, *others])}
    entries = Entries(reports, Way(ledger).rulings, ledger.sketches)
    found = Tying(entries.of(claim), entries, lambda *two: relations(two)).ties(others)
    named = {name for tie in found for name in (tie.one, tie.other)}
    return tuple(found), tuple(one for one in others if one.id in named)
