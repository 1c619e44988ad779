"""JSON lines: one claim or one finding a line, UTF-8."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator

from clearway.exports.rows import Row, change_row, claim_row, finding_row, relation_row
from clearway.model import Release


def json_lines(release: Release) -> Iterator[str]:
    """One claim a line, without a line's end; each says under which profile it left."""
    return _lines(claim_rows(release), release)


def finding_lines(release: Release) -> Iterator[str]:
    """One finding a line, without a line's end."""
    return _lines((finding_row(finding) for finding in release.findings), release)


def change_lines(release: Release) -> Iterator[str]:
    """One change a line, without a line's end."""
    quotes = {claim.id: claim.passage.words for claim in release.claims}
    return _lines((change_row(change, quotes) for change in release.changes), release)


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
