"""Reports: the list of them, and one with its claims marked in its text."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from fastapi import Path, Query

from clearway.display.catalogue import say
from clearway.display.view import SheetView, sheet
from clearway.errors import UsageError
from clearway.model import Claim, Report, Withheld
from clearway.web.desk import TheDesk
from clearway.web.page_route import Aside
from clearway.web.pages import Pages, Stop
from clearway.web.refused import Refused, missing
from clearway.web.rights import Role, Who

pages = Pages(stop=Stop(path="/reports", name="reports", key="g r", needs=Role.READER))

MOST = 50
"""Reports on a page of the list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportRow:
    """A report in the list."""

    id: str
    title: str | None
    publisher: str | None
    published: date | None
    language: str | None
    url: str | None
    claims: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportList:
    """A page of the list; `after` is where the next one begins."""

    reports: tuple[ReportRow, ...]
    after: str | None
    banner: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportPage:
    """A report and its claims, as the gate lets them out to whoever asks, and what it held back by which rule."""

    report: Report
    claims: tuple[Claim, ...]
    withheld: tuple[Withheld, ...]
    banner: str


@pages.page("/reports", needs=Role.READER, template="reports", kept=True, aside=Aside.GATED)
def reports(
    desk: TheDesk,
    who: Who,
    before: Annotated[str | None, Query(max_length=80, description="Where the page before this one ended.")] = None,
    most: Annotated[int, Query(ge=1, le=200)] = MOST,
) -> ReportList:
    """The reports, newest first."""
    found = desk.crisis.reports(most=most, before=before, profile=who.profile)
    rows = tuple(row(report, found.claims.get(report.id, 0)) for report in found.release.reports)
    return ReportList(reports=rows, after=found.after, banner=found.release.banner)


@pages.page(
    "/reports/{report}",
    needs=Role.READER,
    template="report",
    view=lambda page: {"sheet": sheet_of(page)},
    kept=True,
    aside=Aside.GATED,
)
def report(report: Annotated[str, Path(max_length=64)], desk: TheDesk, who: Who) -> ReportPage:
    """One report with every claim that was read in it, in the order of its text."""
    try:
        found = desk.crisis.report(report, profile=who.profile)
    except UsageError as error:
        raise missing(error) from error
    if not found.reports:
        raise Refused(403, say("wrong.report_stays"), say("wrong.ask_analyst"), document=report)
    return ReportPage(report=found.reports[0], claims=found.claims, withheld=found.withheld, banner=found.banner)


def sheet_of(page: ReportPage) -> SheetView:
    """The report as it is shown, its claims beside its text."""
    return sheet(page.report, page.claims)


def row(report: Report, claims: int) -> ReportRow:
    """A report as it stands in the list."""
    return ReportRow(
        id=report.id,
        title=report.title,
        publisher=report.publisher,
        published=report.published,
        language=report.language,
        url=report.url,
        claims=claims,
    )
