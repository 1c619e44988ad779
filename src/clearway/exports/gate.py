"""The one gate: every output is made of a Release, and only this room makes one."""

from collections import Counter
from collections.abc import Iterable

from clearway.exports import rules
from clearway.exports.altered import altered
from clearway.exports.findings import released_changes, released_findings
from clearway.exports.incidents import released_incidents
from clearway.exports.keys import released_ids
from clearway.exports.screen import Screen, screen
from clearway.exports.screening import released_claim, released_report
from clearway.exports.stories import last_of, lets_out, released_story
from clearway.model import (
    Change,
    Claim,
    Finding,
    Incident,
    MayRedistribute,
    Profile,
    Relation,
    Release,
    Report,
    Story,
)


def release(
    reports: Iterable[Report],
    claims: Iterable[Claim],
    findings: Iterable[Finding] = (),
    *,
    changes: Iterable[Change] = (),
    relations: Iterable[Relation] = (),
    incidents: Iterable[Incident] = (),
    story: Story | None = None,
    beside: Iterable[Claim] = (),
    profile: Profile,
) -> Release:
    """Reports, claims, findings and incidents as `profile` allows them, and what was held back by which rule.

    `claims` must hold every claim that the findings and incidents name: what is not known here is held back. A name,
    place or point that is held back once is held back in every record of the release, since two records together
    would tell what one hides. For the same reason `beside` are the other claims of these reports, where not all are
    asked for. Where a `story` is given, the findings are those of its last day.
    `restricted` lets everything pass and says so.
    """
    reports, claims, findings, changes = tuple(reports), tuple(claims), tuple(findings), tuple(changes)
    banner = rules.BANNERS[profile]
    if profile is Profile.RESTRICTED:
        return Release(
            profile=profile,
            banner=banner,
            reports=reports,
            claims=claims,
            findings=last_of(story) if story else findings,
            changes=changes,
            relations=tuple(relations),
            incidents=tuple(incidents),
            story=story,
        )
    counts: Counter[str] = Counter()
    going = _allowed(reports, claims, counts)
    guard = screen(reports, tuple({claim.id: claim for claim in (*claims, *beside)}.values()), profile)
    ids = released_ids(claims)
    released = {claim.id: altered(released_claim(claim, guard, counts), id=ids[claim.id]) for claim in going}
    told = released_story(story, claims, released, guard, counts) if story else None
    return Release(
        profile=profile,
        banner=banner,
        reports=tuple(released_report(report, guard, counts) for report in reports if lets_out(report, profile)),
        claims=tuple(released.values()),
        findings=last_of(told) if told else released_findings(findings, claims, released, guard, counts),
        changes=released_changes(changes, claims, released, guard, counts),
        relations=tuple(
            altered(one, one=released[one.one].id, other=released[one.other].id)
            for one in relations
            if one.one in released and one.other in released
        ),
        incidents=released_incidents(incidents, claims, released, guard, counts),
        story=told,
        withheld=rules.tally(_with_names(counts, guard)),
    )


def _allowed(reports: tuple[Report, ...], claims: tuple[Claim, ...], counts: Counter[str]) -> tuple[Claim, ...]:
    """The claims of reports that let anything be passed on."""
    rights = {report.id: report.may_redistribute for report in reports}
    for claim in claims:
        if claim.report not in rights:
            counts[rules.UNKNOWN_REPORT.name] += 1
        elif rights[claim.report] is MayRedistribute.NONE:
            counts[rules.REDISTRIBUTION.name] += 1
    return tuple(claim for claim in claims if rights.get(claim.report, MayRedistribute.NONE) != MayRedistribute.NONE)


def _with_names(counts: Counter[str], guard: Screen) -> Counter[str]:
    counts[rules.PERSON.name] += len(guard.persons)
    return counts
