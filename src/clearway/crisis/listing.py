"""Reports as a list that is shown a page at a time."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from clearway.errors import UsageError
from clearway.model import Release, Report

if TYPE_CHECKING:
    from clearway.ledger import Ledger


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """Some reports as the gate lets them out, how many claims each holds by its id, and where the list goes on."""

    release: Release
    claims: Mapping[str, int]
    after: str | None


def listed(ledger: "Ledger", most: int, before: str | None, gate: Callable[[tuple[Report, ...]], Release]) -> Listed:
    """The first `most` reports after those of an earlier page, newest first."""
    found = tuple(ledger.latest(most + 1, before=_place(before) if before else None))
    shown = found[:most]
    last = shown[-1][0] if len(found) > most else None
    return Listed(
        release=gate(tuple(report for report, _ in shown)),
        claims={report.id: claims for report, claims in shown},
        after=f"{last.published or date.max}_{last.id}" if last else None,
    )


def _place(before: str) -> tuple[date, str]:
    day, _, name = before.partition("_")
    try:
        return date.fromisoformat(day), name
    except ValueError as error:
        rule = "it is no place in a list of reports"
        raise UsageError(repr(before), rule=rule, remedy="begin at the first page") from error
