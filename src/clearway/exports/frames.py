"""A release as a pandas data frame, where pandas is there."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from clearway.errors import UsageError
from clearway.exports.jsonl import claim_rows
from clearway.exports.rows import Row, finding_row
from clearway.model import Release

if TYPE_CHECKING:
    from pandas import DataFrame

PARTS = ("figure", "low", "best", "high")
"""What a row nests; a data frame has a column for each part of them."""


def claims_frame(release: Release) -> "DataFrame":
    """One claim a row, with the columns of the JSON lines; raises `UsageError` where pandas is missing."""
    return _frame(claim_rows(release))


def findings_frame(release: Release) -> "DataFrame":
    """One finding a row, with the columns of the JSON lines; raises `UsageError` where pandas is missing."""
    return _frame(map(finding_row, release.findings))


def _frame(rows: Iterable[Row]) -> "DataFrame":
    try:
        import pandas
    except ImportError as error:
        remedy = "install it beside Clearway: pip install pandas"
        raise UsageError("pandas", rule="it is not installed", remedy=remedy) from error
    return pandas.DataFrame([_flat(row) for row in rows])


def _flat(row: Row) -> dict[str, Any]:
    """A row whose figure and bounds are columns of their own ("figure_value", "low_claims")."""
    cells: dict[str, Any] = {}
    for name, value in row.items():
        if isinstance(value, dict):
            cells |= {f"{name}_{part}": inner for part, inner in value.items()}
        elif value is not None or name not in PARTS:
            cells[name] = value
    return cells
