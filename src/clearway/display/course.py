"""How a figure went from day to day: its low, best and high at each step, in words and as numbers to be drawn."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from clearway.display import words
from clearway.display.figures import FigureView, figure
from clearway.model import Bound, Claim, Finding, Report


@dataclass(frozen=True, slots=True, kw_only=True)
class StepView:
    """A finding as it stood from a day: `speaks_of` is the last day that it speaks of.

    `low`, `best` and `high` are `None` where its claims leave them open, or count nothing.
    """

    day: date
    since: str
    until: str
    speaks_of: str
    low: float | None
    best: float | None
    high: float | None
    figure: FigureView


def steps_view(
    steps: Iterable[tuple[date, date | None, Finding]],
    claims: Sequence[Claim],
    reports: Sequence[Report],
    today: date,
) -> tuple[StepView, ...]:
    """The steps in their order, each with the words behind it."""
    by_id = {claim.id: claim for claim in claims}
    of = {report.id: report for report in reports}
    return tuple(_step(since, until, finding, by_id, of, today) for since, until, finding in steps)


def _step(
    since: date,
    until: date | None,
    finding: Finding,
    claims: Mapping[str, Claim],
    reports: Mapping[str, Report],
    today: date,
) -> StepView:
    return StepView(
        day=since,
        since=words.day(since) if since < date.max else "",
        until=words.day(until) if until else "",
        speaks_of=words.day(finding.as_of) if finding.as_of else "",
        low=_value(finding.low),
        best=_value(finding.best),
        high=_value(finding.high),
        figure=figure(finding, claims, reports, today),
    )


def _value(bound: Bound | None) -> float | None:
    return None if bound is None or bound.value is None else float(bound.value)
