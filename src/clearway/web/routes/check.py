"""Check: a sentence that somebody wants to print, held against all that is known."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from fastapi import Query

from clearway.crisis import Checked
from clearway.display import words
from clearway.model import Relation
from clearway.web.desk import Desk, TheDesk
from clearway.web.fields import OptionalDay
from clearway.web.pages import Pages, Stop
from clearway.web.rights import Role, Who

pages = Pages(stop=Stop(path="/check", name="check", key="g k", needs=Role.READER))


@dataclass(frozen=True, slots=True, kw_only=True)
class Other:
    """A claim that supports, contradicts or stands beside a claim of the sentence."""

    id: str
    words: str
    source: str
    publisher: str
    published: str
    period: str
    tie: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """A claim of the sentence, what is known of it in a word, and the claims that say so."""

    kind: str
    words: str
    verdict: str
    origins: int | None
    supports: tuple[Other, ...]
    contradicts: tuple[Other, ...]
    beside: tuple[Other, ...]
    attribution: str | None
    sums: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckPage:
    """A sentence and what is known of each claim in it."""

    sentence: str
    as_of: date | None
    answers: tuple[Answered, ...]
    banner: str


def _begins(desk: Desk) -> None:
    """Whoever opens the page is about to check a sentence, and what reads it takes a second to begin."""
    desk.crisis.begin_to_read()


@pages.page("/check", needs=Role.READER, template="check", kept=True, opened=_begins)
def check(
    desk: TheDesk,
    who: Who,
    sentence: Annotated[str, Query(max_length=5000, description="What you want to print.")] = "",
    as_of: Annotated[OptionalDay, Query(description="What was known at the end of that day.")] = None,
) -> CheckPage:
    """Hold a sentence against all that is known: what supports it, what contradicts it, how to attribute it."""
    if not sentence.strip():
        return CheckPage(sentence="", as_of=as_of, answers=(), banner="")
    found = desk.crisis.check(sentence, as_of=as_of, profile=who.profile)
    return CheckPage(sentence=sentence, as_of=as_of, answers=tuple(_answers(found)), banner=found.release.banner)


def _answers(found: Checked) -> list[Answered]:
    claims = {claim.id: claim for claim in found.release.claims}
    reports = {report.id: report for report in found.release.reports}

    def others(ties: tuple[Relation, ...], mine: str) -> tuple[Other, ...]:
        told = []
        for tie in ties:
            claim = claims.get(tie.other if tie.one == mine else tie.one)
            if claim is None:
                continue
            report = reports.get(claim.report)
            told.append(
                Other(
                    id=claim.id,
                    words=claim.passage.words,
                    source=words.sources(claim),
                    publisher=(report.publisher or "") if report else "",
                    published=words.day(report.published) if report and report.published else "",
                    period=words.period(claim.period) if claim.period else "",
                    tie=str(tie.tie),
                    reason=tie.reason,
                )
            )
        return tuple(told)

    return [
        Answered(
            kind=words.kind(claims[one.claim].kind),
            words=claims[one.claim].passage.words,
            verdict=one.verdict,
            origins=one.origins,
            supports=others(one.supports, one.claim),
            contradicts=others(one.contradicts, one.claim),
            beside=others(one.beside, one.claim),
            attribution=one.attribution,
            sums=tuple(each.words for each in one.sums),
        )
        for one in found.answers
    ]
