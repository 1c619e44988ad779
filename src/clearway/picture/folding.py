"""Claims and their reports in, the picture out: a pure function of both."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import replace
from datetime import date

from clearway.errors import UsageError
from clearway.kinds import TOPICS, Kind, kinds
from clearway.model import Basis, Claim, Finding, Measure, Picture, Report, State, identify
from clearway.picture.denials import deny
from clearway.picture.happenings import same_happenings
from clearway.picture.joining import rivals, same_figures
from clearway.picture.keys import Entry, entry_of
from clearway.picture.lines import Line, finding_of, size
from clearway.picture.sentences import number_words, reckoned_words
from clearway.picture.setting import set_beside
from clearway.picture.shares import derived
from clearway.picture.statuses import standings
from clearway.picture.updates import replaced

POLICIES = ("range",)
"""The policies by which low, best and high are chosen."""

LAST_TOPIC = "other"
"""The topic of claims whose kind nobody has listed any more."""


def fold(
    claims: Iterable[Claim], reports: Iterable[Report], *, as_of: date | None = None, policy: str = "range"
) -> Picture:
    """The picture of what the claims say, as known on the day `as_of`; raises `UsageError` for an unknown policy.

    A claim counts if its report was published by that day; a report without a date, or one that is not given, counts
    as known on any day, and the finding says so. The order of claims and reports changes nothing.
    """
    if policy not in POLICIES:
        raise UsageError(policy, rule="no such policy", remedy=f"use one of: {', '.join(POLICIES)}")
    given = {report.id: report for report in reports}
    known = {name: report for name, report in given.items() if _known(report, as_of)}
    by_id = {claim.id: claim for claim in claims}
    entries = [
        entry_of(claim, known.get(claim.report), _kind(claim.kind))
        for _, claim in sorted(by_id.items())
        if claim.report in known or claim.report not in given
    ]
    lines = _lines(entries)
    findings = _linked(lines)
    return Picture(
        as_of=as_of,
        policy=policy,
        findings=_in_line(findings),
        reports=len(known),
        claims=len(entries),
    )


def _known(report: Report, as_of: date | None) -> bool:
    return as_of is None or report.published is None or report.published <= as_of


def _kind(name: str) -> Kind:
    """The kind of that name; one that nobody lists any more keeps its claims, under a topic of its own."""
    return kinds().get(name) or Kind(
        name=name, about="A kind that is not listed.", topic=LAST_TOPIC, unit="event", basis=Basis.EVENT, field=""
    )


def _lines(entries: Sequence[Entry]) -> list[Line]:
    """Every claim on exactly one line, but for denials, which stand on each line that they deny."""
    asserted = [entry for entry in entries if not entry.denial]
    figures = [entry for entry in asserted if entry.figure is not None]
    bare = [entry for entry in asserted if entry.figure is None]
    lines = _figure_lines(figures)
    for run in standings(entry for entry in bare if entry.claim.status is not None):
        lines.append(Line(entries=run.entries, newer=run.newer, clash=run.clash))
    lines += [Line(entries=heap) for heap in same_happenings(entry for entry in bare if entry.claim.status is None)]
    alone = deny(lines, [entry for entry in entries if entry.denial])
    return lines + [Line(entries=[entry]) for entry in alone]


def _figure_lines(figures: Sequence[Entry]) -> list[Line]:
    newer = replaced(figures)
    heaps = rivals(same_figures(entry for entry in figures if entry.claim.id not in newer))
    lines = [Line(entries=heap) for heap in heaps]
    set_beside(lines)
    old: dict[str, list[Entry]] = defaultdict(list)
    for entry in figures:
        if entry.claim.id in newer:
            old[newer[entry.claim.id].claim.id].append(entry)
    by_id = {entry.claim.id: entry for entry in figures}
    for newer_id, mine in old.items():
        lines += [Line(entries=heap, newer=by_id[newer_id]) for heap in same_figures(mine)]
    return lines


def _linked(lines: Sequence[Line]) -> list[Finding]:
    """The findings of the lines, each with its own id, and with the ids of those it is part of or replaced by."""
    home = {entry.claim.id: line for line in lines for entry in line.entries}
    for line in lines:
        if line.newer is not None:
            home[line.newer.claim.id].earlier += line.entries
    made = _with_ids(lines)
    of_claim = {claim: made[id(line)] for claim, line in home.items()}
    wholes = _wholes(entry for line in lines for entry in line.entries)
    findings = []
    for line in lines:
        finding = made[id(line)]
        after = of_claim[line.newer.claim.id].id if line.newer is not None else None
        whole = next((wholes[key] for key in map(_part_key, line.entries) if key in wholes), None)
        within = of_claim[whole].id if whole is not None and of_claim[whole].id != finding.id else None
        if after or within:
            notes = (*finding.notes, f"part of: {of_claim[whole].statement}") if whole and within else finding.notes
            finding = replace(finding, superseded_by=after, part_of=within, notes=notes)
        findings.append(finding)
        reckoned = _derived(line, finding)
        if reckoned is not None:
            findings.append(reckoned)
    return findings


def _with_ids(lines: Sequence[Line]) -> dict[int, Finding]:
    """The finding of each line; where several have one key, all but the current and oldest add a claim's id to it."""
    by_id: dict[str, list[tuple[Line, Finding]]] = defaultdict(list)
    for line in lines:
        finding = finding_of(line)
        by_id[finding.id].append((line, finding))
    made = {}
    for same in by_id.values():
        in_line = sorted(same, key=lambda pair: _seniority(*pair)) if len(same) > 1 else same
        for place, (line, finding) in enumerate(in_line):
            if place > 0:
                finding = replace(finding, id=identify("finding", finding.id, _oldest(line).claim.id))
            made[id(line)] = finding
    return made


def _seniority(line: Line, finding: Finding) -> tuple[object, ...]:
    oldest = _oldest(line)
    return (finding.state is State.SUPERSEDED, oldest.day or date.max, oldest.claim.id)


def _oldest(line: Line) -> Entry:
    return min(line.entries, key=lambda entry: (entry.day or date.max, entry.claim.id))


def _wholes(entries: Iterable[Entry]) -> dict[Hashable, str]:
    """For each report, kind and number: the first claim that gives it, as what a part may be of."""
    found: dict[Hashable, str] = {}
    for entry in sorted(entries, key=lambda one: (one.claim.report, one.claim.passage.start, one.claim.id)):
        figure = entry.figure
        if figure is not None and figure.value is not None and figure.measure is Measure.COUNT and not entry.part:
            found.setdefault((entry.claim.report, entry.claim.kind, float(figure.value)), entry.claim.id)
    return found


def _part_key(entry: Entry) -> Hashable:
    figure = entry.figure
    if figure is None or figure.whole is None or figure.whole.value is None:
        return None
    return (entry.claim.report, entry.claim.kind, float(figure.whole.value))


def _derived(line: Line, share: Finding) -> Finding | None:
    """The count that a share comes to, as a finding of its own of which nothing is stated."""
    if share.measure is not Measure.SHARE or share.state is State.SUPERSEDED:
        return None
    reckoned = derived(line.entries)
    if reckoned is None:
        return None
    bound = reckoned.best or reckoned.low or reckoned.high
    count = f"about {number_words(bound.value)}" if bound and bound.value is not None else "some"
    words = reckoned_words(reckoned.entry, group=share.group, count=count, how=reckoned.how)
    return replace(
        share,
        id=identify("finding", "derived", share.id),
        unit=line.entries[0].kind.unit,
        measure=Measure.COUNT,
        statement=words,
        low=reckoned.low,
        best=reckoned.best,
        high=reckoned.high,
        notes=(f"derived from {reckoned.how}; nobody reports this number", *share.notes),
        part_of=share.part_of,
        derived_from=share.id,
    )


def _in_line(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings by topic, kind and importance: what holds first, counts before shares, large before small."""
    topics = {topic: place for place, topic in enumerate(TOPICS)}
    listed = {name: place for place, name in enumerate(kinds())}

    def place_in_line(finding: Finding) -> tuple[object, ...]:
        topic, kind = topics.get(finding.topic, len(topics)), listed.get(finding.kind, len(listed))
        over, share = finding.state is State.SUPERSEDED, finding.measure is Measure.SHARE
        importance = (over, finding.derived_from is not None, share, -size(finding), -len(finding.sources))
        return (topic, kind, finding.kind, importance, finding.place or "", finding.id)

    return tuple(sorted(findings, key=place_in_line))
