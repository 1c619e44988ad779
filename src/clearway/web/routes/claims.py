"""Claims: those that fit what is asked for, whatever report they stand in, a page at a time."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from fastapi import Query

from clearway.crisis import kinds
from clearway.crisis.seeking import box_of, seek
from clearway.display import words
from clearway.display.catalogue import say
from clearway.errors import UsageError
from clearway.model import Claim, Report
from clearway.model import Query as Asked
from clearway.web.desk import TheDesk
from clearway.web.fields import AskedDay, AskedLine
from clearway.web.page_route import Aside
from clearway.web.pages import Pages, Stop
from clearway.web.refused import in_field
from clearway.web.rights import Role, Who

pages = Pages(stop=Stop(path="/claims", name="claims", key="g s", needs=Role.READER))

MOST = 50
"""Claims on a page of the list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What is asked for; a condition that is not given asks for nothing."""

    text: str | None = None
    kind: str | None = None
    place: str | None = None
    box: str | None = None
    first: date | None = None
    last: date | None = None
    source: str | None = None
    report: str | None = None

    @property
    def given(self) -> dict[str, str]:
        """The conditions that are given, as they stand in an address."""
        return {name: str(value) for name in self.__slots__ if (value := getattr(self, name)) is not None}

    @property
    def asked(self) -> Asked:
        """The same as a query; raises `UsageError` where it makes no sense."""
        if self.first and self.last and self.last < self.first:
            rule = say("wrong.comes_before", last=self.last, first=self.first)
            raise UsageError("days", rule=rule, remedy=say("wrong.earlier_first"))
        with in_field("box"):
            box = box_of(self.box, "box") if self.box else None
        return Asked(
            text=self.text, kind=self.kind, place=self.place, box=box, first=self.first, last=self.last,
            source=self.source, report=self.report,
        )  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimRow:
    """A claim in the list, and the report that holds it."""

    id: str
    kind: str
    words: str
    sentence: str
    figure: str
    source: str
    places: str
    period: str
    certainty: str
    report: str
    title: str | None
    publisher: str | None
    published: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimList:
    """A page of the list; `after` is where the next one begins, `cut` that not all could be looked at."""

    claims: tuple[ClaimRow, ...]
    filters: Filters
    kinds: tuple[str, ...]
    after: str | None
    cut: bool
    banner: str


@pages.page("/claims", needs=Role.READER, template="claims", aside=Aside.GATED)
def claims(
    desk: TheDesk,
    who: Who,
    text: AskedLine = None,
    kind: AskedLine = None,
    place: AskedLine = None,
    box: Annotated[AskedLine, Query(description="West, south, east, north, in degrees.")] = None,
    first: AskedDay = None,
    last: AskedDay = None,
    source: Annotated[AskedLine, Query(description="Part of a speaker's or publisher's name.")] = None,
    report: AskedLine = None,
    after: Annotated[str | None, Query(max_length=80, description="Where the page before this one ended.")] = None,
    most: Annotated[int, Query(ge=1, le=200)] = MOST,
) -> ClaimList:
    """The claims that fit every condition that is given."""
    filters = Filters(
        text=text, kind=kind, place=place, box=box, first=first, last=last, source=source, report=report
    )  # fmt: skip
    found = seek(desk.crisis, filters.asked, most=most, after=after, profile=who.profile)
    reports = {one.id: one for one in found.release.reports}
    return ClaimList(
        claims=tuple(row(claim, reports[claim.report]) for claim in found.release.claims),
        filters=filters,
        kinds=tuple(kinds()),
        after=found.after,
        cut=found.cut,
        banner=found.release.banner,
    )


def row(claim: Claim, report: Report) -> ClaimRow:
    """A claim as it stands in the list."""
    return ClaimRow(
        id=claim.id,
        kind=claim.kind,
        words=claim.passage.words,
        sentence=claim.sentence.words,
        figure=words.figure(claim.figure) if claim.figure else "",
        source=words.sources(claim),
        places=words.places(claim),
        period=words.period(claim.period) if claim.period else "",
        certainty=words.certainty(claim.certainty),
        report=report.id,
        title=report.title,
        publisher=report.publisher,
        published=report.published,
    )
