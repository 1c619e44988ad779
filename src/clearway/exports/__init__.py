"""The gate that everything passes on its way out, and one file per format."""

from clearway.exports.csv import csv_text, findings_csv
from clearway.exports.gate import release
from clearway.exports.jsonl import answer_lines, change_lines, finding_lines, incident_lines, json_lines
from clearway.exports.keys import released_as, report_of
from clearway.exports.page import page
from clearway.exports.rows import claim_row, finding_row
from clearway.exports.stories import lets_out

__all__ = [
    "answer_lines",
    "change_lines",
    "claim_row",
    "csv_text",
    "finding_lines",
    "finding_row",
    "findings_csv",
    "incident_lines",
    "json_lines",
    "lets_out",
    "page",
    "release",
    "released_as",
    "report_of",
]
