"""CSV (RFC 4180, UTF-8) that a spreadsheet shows and never runs."""

import csv
import io
import re
from collections.abc import Iterable, Sequence

from clearway.exports.jsonl import claim_rows
from clearway.exports.rows import Row, finding_row
from clearway.model import Number, Release

_BLANK = " \"'“”‘’`\u00a0\ufeff\u200b"
START = re.compile(rf"^(?=[{_BLANK}]*[=+\-@＝＋－＠\t\r\n])")
PART = re.compile(rf"([;\t\r\n])(?=[{_BLANK}]*[=+\-@＝＋－＠])")
"""Where a cell, or what a spreadsheet may split off as one, begins a formula (OWASP, CSV injection)."""

BETWEEN = " | "
"""Between several values in a cell; a semicolon would be a border of cells in many countries."""

CLAIM_COLUMNS = str.split(
    "id kind quote value low high quantifier unit measure basis of group actor cause facility status act source "
    "sources places pcodes levels latitudes longitudes countries adm1 adm1_codes adm2 adm2_codes first_day last_day "
    "certainty negated sensitivity report publisher title url published licence may_redistribute start end profile"
)

FINDING_COLUMNS = str.split(
    "id topic kind statement place place_id first_day last_day group unit measure status low best high derived state "
    "sources origins latest claims low_claims best_claims high_claims how notes basis certainty sensitivity "
    "part_of superseded_by derived_from profile"
)


def csv_text(release: Release, *, header: bool = True) -> str:
    """The claims of a release as a table, one claim a row; without the header, rows that go on below others."""
    rows = (_claim_cells(row) | {"profile": release.profile} for row in claim_rows(release))
    return table(CLAIM_COLUMNS, rows, header=header)


def findings_csv(release: Release) -> str:
    """The findings of a release as a table, one finding a row."""
    rows = (_finding_cells(finding_row(finding)) for finding in release.findings)
    return table(FINDING_COLUMNS, (row | {"profile": release.profile} for row in rows))


def defused(text: str) -> str:
    """A text whose start, and the start of whatever a spreadsheet may split off it, is no formula.

    >>> defused("=1+1")
    "'=1+1"
    """
    return START.sub("'", PART.sub(r"\1'", text.replace("\x00", "")))


def table(columns: Sequence[str], rows: Iterable[Row], *, header: bool = True) -> str:
    """Rows as CSV under these headings, every cell defused; a row need not have all of them."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    if header:
        writer.writerow(columns)
    for row in rows:
        writer.writerow([_one_line_end(_cell(row.get(column))) for column in columns])
    return out.getvalue()


def _cell(value: object) -> Number | str:
    """Numbers stay numbers; everything else is text that runs nothing."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return value
    if isinstance(value, list | tuple):
        return defused(BETWEEN.join("" if part is None else str(part) for part in value))
    return defused(str(value))


def _one_line_end(cell: Number | str) -> Number | str:
    """A carriage return alone ends a row for some readers, quoted or not."""
    return cell.replace("\r\n", "\n").replace("\r", "\n") if isinstance(cell, str) else cell


def _claim_cells(row: Row) -> Row:
    figure, period, places = row["figure"] or {}, row["period"] or (None, None), row["resolved"]
    return {
        **row,
        **{key: figure.get(key) for key in ("value", "low", "high", "quantifier", "unit", "measure", "basis")},
        "sources": [source["name"] for source in row["sources"]],
        "pcodes": [place["pcode"] for place in places],
        "levels": [place["level"] for place in places],
        "latitudes": _numbers([place["lat"] for place in places]),
        "longitudes": _numbers([place["lon"] for place in places]),
        "countries": [place["country"] for place in places],
        "adm1": [place["adm1"] for place in places],
        "adm1_codes": [place["adm1_code"] for place in places],
        "adm2": [place["adm2"] for place in places],
        "adm2_codes": [place["adm2_code"] for place in places],
        "first_day": period[0],
        "last_day": period[1],
    }


def _numbers(values: list[Number | None]) -> object:
    """One number is a number; several are texts, in the order of the places."""
    return values[0] if len(values) == 1 else values


def _finding_cells(row: Row) -> Row:
    period = row["period"] or (None, None)
    bounds = {name: row[name] or {} for name in ("low", "best", "high")}
    return {
        **row,
        **{name: bound.get("value") for name, bound in bounds.items()},
        **{f"{name}_claims": bound.get("claims") for name, bound in bounds.items()},
        "derived": any(bound.get("stated") is False for bound in bounds.values()),
        "how": list(dict.fromkeys(bound["how"] for bound in bounds.values() if bound.get("how"))),
        "first_day": period[0],
        "last_day": period[1],
    }
