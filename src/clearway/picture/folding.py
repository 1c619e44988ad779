"""Claims and their reports in, the picture out: a pure function of both."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from types import MappingProxyType

from clearway.model import Claim, Finding, Judgement, Key, Known, Picture, Report, Told
from clearway.picture.blocks import Made, fold_block
from clearway.picture.entries import Entry, entry_of
from clearway.picture.keying import keys_of
from clearway.picture.ordering import in_order, line_of
from clearway.picture.policies import check_policy, under
from clearway.picture.rulings import NONE, Rulings, rulings
from clearway.picture.series import succeeded
from clearway.picture.sketches import kept_sketch


def fold(
    claims: Iterable[Claim],
    reports: Iterable[Report],
    *,
    judgements: Iterable[Judgement] = (),
    as_of: date | None = None,
    policy: str = "range",
) -> Picture:
    """The picture of what the claims say, as known on the day `as_of`; raises `UsageError` for an unknown policy.

    A claim counts if its report was published by that day; a report without a date, or one that is not given, counts
    only where no day is asked for. Judgements hold on every day: they say how a report is to be read. The order of
    claims, reports and judgements changes nothing.
    """
    check_policy(policy)
    day = as_of or date.max
    known = {report.id: report for report in reports if (report.published or date.max) <= day}
    of_report: dict[str, list[Claim]] = defaultdict(list)
    for claim in {claim.id: claim for claim in claims}.values():
        if claim.report in known or as_of is None:
            of_report[claim.report].append(claim)
    ruled = rulings(judgements)
    days = {name: known[name].published if name in known else None for name in of_report}
    own = {
        name: (days[report], key)
        for report, mine in of_report.items()
        for name, key in keys_of(mine, days[report]).items()
    }
    blocks: dict[Key, list[Entry]] = defaultdict(list)
    for name, mine in of_report.items():
        keys = keys_of(mine, days[name], ruled, own.get)
        for claim in mine:
            if claim.id in keys:
                blocks[keys[claim.id]].append(entry_of(claim, known.get(name), ruled))
    findings = [finding for key, entries in blocks.items() for finding in fold_block(key, entries)]
    by_id = {entry.claim.id: entry for entries in blocks.values() for entry in entries}
    return Picture(
        as_of=as_of,
        policy=policy,
        findings=under(policy, assembled(findings), by_id),
        reports=len(known),
        claims=sum(map(len, of_report.values())),
    )


def assembled(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings of all keys as a picture lists them, each with what took its place in a later month."""
    return in_order(succeeded(findings))


def under_policy(
    policy: str,
    findings: Iterable[Finding],
    claims: Iterable[Claim],
    reports: Iterable[Report],
    rulings: Rulings = NONE,
    sketches: Mapping[str, bytes] = MappingProxyType({}),
) -> tuple[Finding, ...]:
    """Findings that were folded before, with low, best and high chosen by a policy; `claims` are those they name.

    `sketches` are those that were kept of the reports' texts, by the reports' ids; others are made.
    """
    by_name = {report.id: report for report in reports}
    kept = {name: kept_sketch(data) for name, data in sketches.items()}
    entries = (entry_of(claim, by_name.get(claim.report), rulings, kept.get(claim.report)) for claim in claims)
    return under(policy, findings, {entry.claim.id: entry for entry in entries})


def history(
    key: Key,
    told: Iterable[Told],
    stood: Iterable[Known] = (),
    since: date | None = None,
    *,
    rulings: Rulings = NONE,
) -> tuple[Known, ...]:
    """Every finding that the claims of one key have ever made, with the days on which it stood just so.

    What stood on a day is what `fold` gives for that day. With `since`, only from that day on: `stood` are then the
    findings that stood on the day before, each of which comes back with the day until which it did.
    """
    said = [(_entry_of(one, rulings), one) for one in told]
    turns = {one.since for _, one in said} | {one.until for _, one in said if one.until is not None}
    if since is not None:
        turns = {day for day in turns if day > since} | {since}
    standing = {known.finding.id: (known.finding, known.since) for known in stood}
    made = Made(key)
    found: list[Known] = []
    for day in sorted(turns):
        now = {one.id: one for one in fold_block(key, [entry for entry, one in said if one.on(day)], made)}
        for name, (finding, first) in list(standing.items()):
            if now.get(name) != finding:
                found.append(_known(finding, first, day))
                del standing[name]
        for name, finding in now.items():
            standing.setdefault(name, (finding, day))
    found += [_known(finding, first, None) for finding, first in standing.values()]
    return tuple(sorted(found, key=lambda known: (known.since, known.line)))


def _entry_of(told: Told, rulings: Rulings) -> Entry:
    sketch = None if told.sketch is None else kept_sketch(told.sketch)
    return entry_of(told.claim, told.report, rulings, sketch)


def _known(finding: Finding, since: date, until: date | None) -> Known:
    return Known(finding=finding, since=since, until=until, line=line_of(finding))
