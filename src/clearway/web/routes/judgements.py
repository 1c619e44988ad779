"""Judgements: everything that people decided, and whether it holds."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from fastapi import Query

from clearway.display.catalogue import say
from clearway.model import Judgement, Verdict
from clearway.web.desk import TheDesk
from clearway.web.pages import Pages
from clearway.web.refused import Refused
from clearway.web.rights import Role

pages = Pages()

MOST = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """A judgement, and how it stands."""

    id: str
    verdict: Verdict
    claims: tuple[str, ...]
    by: str
    at: datetime
    why: str
    slot: str | None
    value: str | None
    undoes: str | None
    lead: bool
    standing: str


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgementList:
    """Judgements, the newest first; `after` is where the next page begins."""

    judgements: tuple[Decided, ...]
    count: int
    after: str | None


@pages.page("/judgements", needs=(Role.ANALYST, Role.OFFICER), template="judgements")
def judgements(
    desk: TheDesk,
    before: Annotated[str | None, Query(max_length=64, description="Where the page before this one ended.")] = None,
) -> JudgementList:
    """What people decided about claims, the newest first."""
    known = desk.crisis.judgements()[::-1]
    begin = 0
    if before is not None:
        places = {one.id: place for place, (one, _) in enumerate(known)}
        if before not in places:
            raise Refused(404, say("wrong.no_judgement"), say("wrong.first_page"), document=before)
        begin = places[before] + 1
    some = known[begin : begin + MOST]
    return JudgementList(
        judgements=tuple(_decided(one, standing) for one, standing in some),
        count=len(known),
        after=some[-1][0].id if begin + MOST < len(known) else None,
    )


def _decided(one: Judgement, standing: str) -> Decided:
    return Decided(
        id=one.id, verdict=one.verdict, claims=one.claims, by=one.by, at=one.at, why=one.why, slot=one.slot,
        value=one.value, undoes=one.undoes, lead=one.lead, standing=standing,
    )  # fmt: skip
