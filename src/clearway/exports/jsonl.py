"""JSON lines: one claim or one finding a line, UTF-8."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from clearway.exports.rows import Row, change_row, claim_row, finding_row, incident_row, relation_row, total_row
from clearway.model import Relation, Release, Total


def json_lines(release: Release) -> Iterator[str]:
    """One claim a line, without a line's end; each says under which profile it left."""
    return _lines(claim_rows(release), release)


def finding_lines(release: Release, totals: Iterable[Total] = ()) -> Iterator[str]:
    """One finding a line, without a line's end; with it the totals of which it is a part."""
    parts: dict[str, list[Row]] = defaultdict(list)
    for total in totals:
        for part in total.parts:
            parts[part].append(total_row(total))
    rows = ((finding.id, finding_row(finding)) for finding in release.findings)
    return _lines((row | {"totals": parts[name]} if name in parts else row for name, row in rows), release)


def change_lines(release: Release) -> Iterator[str]:
    """One change a line, without a line's end."""
    quotes = {claim.id: claim.passage.words for claim in release.claims}
    return _lines((change_row(change, quotes) for change in release.changes), release)


def incident_lines(release: Release) -> Iterator[str]:
    """One incident a line, without a line's end."""
    quotes = {claim.id: claim.passage.words for claim in release.claims}
    return _lines((incident_row(incident, quotes) for incident in release.incidents), release)


def claim_rows(release: Release) -> Iterator[Row]:
    """The rows of a release's claims; claims of reports that are not in it are no part of it."""
    reports = {report.id: report for report in release.reports}
    ties: dict[str, list[Row]] = defaultdict(list)
    for tie in release.relations:
        row = relation_row(tie)
        ties[tie.one].append(row)
        ties[tie.other].append(row)
    for claim in release.claims:
        if claim.report in reports:
            row = claim_row(claim, reports[claim.report])
            yield row | {"relations": ties[claim.id]} if claim.id in ties else row


def _lines(rows: Iterable[Row], release: Release) -> Iterator[str]:
    for row in rows:
        yield json.dumps(row | {"profile": release.profile}, ensure_ascii=False)


def answer_lines(answers: Iterable[Any], release: Release) -> Iterator[str]:
    """One answer of a check a line: the claim asked about, and each claim that it is held against."""
    reports = {report.id: report for report in release.reports}
    rows = {claim.id: claim_row(claim, reports[claim.report]) for claim in release.claims if claim.report in reports}
    return _lines((_answer_row(answer, rows) for answer in answers), release)


def _answer_row(answer: Any, rows: Mapping[str, Row]) -> Row:
    def held(ties: Iterable[Relation]) -> list[Row]:
        other = ((tie, tie.other if tie.one == answer.claim else tie.one) for tie in ties)
        return [{"tie": tie.tie, "reason": tie.reason, "claim": rows[name]} for tie, name in other if name in rows]

    return {
        "claim": rows.get(answer.claim),
        "verdict": answer.verdict,
        "supports": held(answer.supports),
        "contradicts": held(answer.contradicts),
        "beside": held(answer.beside),
        "attribution": answer.attribution,
        "origins": answer.origins,
        "sums": [{"words": one.words, "claims": [one.one, one.other], "disjoint": one.disjoint} for one in answer.sums],
    }
