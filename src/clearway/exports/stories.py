"""A picture day by day as a screen lets it out: every finding that ever stood passes like those of the last day."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace

from clearway.exports import rules
from clearway.exports.findings import Under, released_changes, released_finding
from clearway.exports.screen import Screen
from clearway.model import Claim, Finding, Known, MayRedistribute, Profile, Report, Story


def lets_out(report: Report, profile: Profile) -> bool:
    """Whether anything of a report goes out under a profile, even that there was one on its day."""
    return profile is Profile.RESTRICTED or report.may_redistribute is not MayRedistribute.NONE


def last_of(story: Story) -> tuple[Finding, ...]:
    """The findings that stood on the last day of a story, in the picture's order."""
    return tuple(one.finding for one in story.known if one.until is None)


def released_story(
    story: Story, claims: Iterable[Claim], after: Mapping[str, Claim], guard: Screen, counts: Counter[str]
) -> Story:
    """The story over its released claims (`after`, by old id); what is held back is counted as of the last day."""
    claims = tuple(claims)
    uncounted: Counter[str] = Counter()
    brought = (released_changes(some, claims, after, guard, uncounted) for some in story.changes)
    return replace(
        story,
        known=_known(story.known, {claim.id: claim for claim in claims}, after, guard, counts),
        changes=tuple(brought),
        replaced=tuple(one for one in story.replaced if one[0] in guard.reports),
    )


def _known(
    known: Iterable[Known],
    before: Mapping[str, Claim],
    after: Mapping[str, Claim],
    guard: Screen,
    counts: Counter[str],
) -> tuple[Known, ...]:
    """The findings that have a claim left; as one finding changes from day to day, its id outside stays the same."""
    seen: Counter[str] = Counter()
    ids: dict[str, str] = {}
    out: list[Known] = []
    for one in known:
        under = Under(
            before={key: before[key] for key in one.finding.claims if key in before},
            after={key: after[key] for key in one.finding.claims if key in after},
        )
        if not under.after:
            counts[rules.BUILT_ON.name] += one.until is None
            continue
        made = released_finding(one.finding, under, guard, seen)
        ids.setdefault(one.finding.id, made.id)
        # a place in line is made of the finding's place and id
        out.append(replace(one, finding=replace(made, id=ids[one.finding.id]), line=""))
    rows = {name: f"series {at}" for at, name in enumerate(dict.fromkeys(one.finding.series for one in out))}
    return tuple(replace(one, finding=_tied(one.finding, ids, rows)) for one in out)


def _tied(finding: Finding, ids: Mapping[str, str], rows: Mapping[str | None, str]) -> Finding:
    return replace(
        finding,
        part_of=ids.get(finding.part_of or ""),
        superseded_by=ids.get(finding.superseded_by or ""),
        derived_from=ids.get(finding.derived_from or ""),
        series=rows[finding.series] if finding.series else None,
    )
