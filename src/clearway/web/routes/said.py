"""The words of one claim, for whoever may read but not judge."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import Path

from clearway.display.catalogue import say
from clearway.errors import UsageError
from clearway.model import Claim, Profile, Report
from clearway.web.desk import TheDesk
from clearway.web.page_route import Aside
from clearway.web.pages import Pages
from clearway.web.refused import Refused, missing
from clearway.web.rights import Role, Who

pages = Pages()


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A claim and its report, as the gate lets them out."""

    claim: Claim
    report: Report | None
    banner: str


@pages.page("/said/{claim}", needs=Role.READER, template="said", kept=True, aside=Aside.GATED)
def said(claim: Annotated[str, Path(max_length=64)], desk: TheDesk, who: Who) -> Said:
    """Who says a claim, in which words, where and when."""
    try:
        if who.profile is Profile.RESTRICTED:
            found = desk.crisis.show(claim, beside=False)
        else:
            found = desk.crisis.told_outside(claim, profile=who.profile)
    except UsageError as error:
        raise missing(error) from error
    if not found.claims:
        raise Refused(403, say("wrong.claim_stays"), say("wrong.ask_analyst"), document=claim)
    reports = {report.id: report for report in found.reports}
    return Said(claim=found.claims[0], report=reports.get(found.claims[0].report), banner=found.banner)
