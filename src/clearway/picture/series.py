"""Findings that answer one question for one day after another: which of them newer ones have replaced."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache

from clearway.model import Basis, Finding, State, Status, identify
from clearway.picture.entries import Entry
from clearway.picture.speakers import PAIRS, affiliated, hints, name_of
from clearway.picture.updates import MOST_GROWTH, MOST_GROWTH_NOWHERE

RUNNING = (Basis.STOCK, Basis.CUMULATIVE)
OWN = "report: "
STATUSES = frozenset(Status)


def series_of(entry: Entry) -> str | None:
    """What a stock, a running total or a status has in common with those of other days; `None` for the rest."""
    claim, sort = entry.claim, entry.sort
    slots = (sort.kind, sort.certainty, sort.negated, sorted(entry.places), sorted(entry.facility))
    if entry.figure is None:
        return identify("series", *slots, sorted(entry.places or (claim.report,))) if claim.status else None
    if entry.basis not in RUNNING:
        return None
    start = claim.period.first if claim.period and entry.basis is Basis.CUMULATIVE else None
    counted = (sort.unit, sort.measure, sorted(sort.whole), sorted(sort.doer), sorted(entry.group), entry.part)
    return identify("series", *slots, *counted, entry.basis, start, sort.status)


def succeeded(findings: Iterable[Finding]) -> list[Finding]:
    """The findings, with those marked as superseded whose series has gone on.

    A figure gives way to a newer one of its own speaker, a status to any newer status of its place.
    """
    findings = list(findings)
    rows: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        if finding.series and finding.as_of and finding.state is not State.SUPERSEDED:
            rows[finding.series].append(finding)
    for row in rows.values():
        row.sort(key=lambda one: (one.as_of or date.min, one.id), reverse=True)
    return [_succeeded(finding, rows.get(finding.series or "", ())) for finding in findings]


def _succeeded(finding: Finding, newest_first: Sequence[Finding]) -> Finding:
    if finding.state is State.SUPERSEDED or len(newest_first) < 2:
        return finding
    newer = next((other for other in newest_first if succeeds(other, finding)), None)
    if newer is None:
        return finding
    note = f"superseded by: {newer.statement} (as of {newer.as_of})"
    return replace(finding, state=State.SUPERSEDED, superseded_by=newer.id, notes=(*finding.notes, note))


def succeeds(newer: Finding, older: Finding) -> bool:
    """Whether a finding of the same series takes the place of an older one from another month."""
    if newer.as_of is None or older.as_of is None or _month(newer.as_of) <= _month(older.as_of):
        return False
    if is_status(older):
        return True
    if not any(_one_speaker(a, b) for a in newer.sources for b in older.sources):
        return False
    most = MOST_GROWTH if older.place else MOST_GROWTH_NOWHERE
    small, large = sorted((_number(newer), _number(older)))
    return large <= most * max(small, 1)


def hints_of(finding: Finding) -> frozenset[frozenset[str]]:
    """What a figure's speakers may be known by: a part of it, or more, is one of those whose figure takes its place."""
    names = {(one.startswith(OWN), one.removeprefix(OWN)) for one in finding.sources}
    known = (frozenset(OWN * own + word for word in hint) for own, name in names for hint in hints(name_of(name)))
    return frozenset(known)


def is_status(finding: Finding) -> bool:
    """Whether it tells no number, so that any newer status takes its place."""
    return finding.status in STATUSES and finding.best is None and finding.low is None


def _month(day: date) -> tuple[int, int]:
    return (day.year, day.month)


def _number(finding: Finding) -> float:
    bound = finding.best or finding.low or finding.high
    return float(bound.value) if bound and bound.value is not None else 0.0


@lru_cache(maxsize=PAIRS)
def _one_speaker(one: str, other: str) -> bool:
    if one.startswith(OWN) != other.startswith(OWN):
        return False
    return affiliated(name_of(one.removeprefix(OWN)), name_of(other.removeprefix(OWN)))
