"""Review: the queue of claims, one claim with all that is known of it, and what people decide about it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from fastapi import Form, Path, Query

from clearway.crisis import Looked
from clearway.display import words
from clearway.display.catalogue import say
from clearway.errors import UsageError
from clearway.model import Candidate, Claim, Judgement, Relation, Report, Verdict
from clearway.model import Query as Asked
from clearway.web.desk import Desk, TheDesk
from clearway.web.pages import Done, Pages, Stop
from clearway.web.refused import missing
from clearway.web.rights import Person, Role, Who

pages = Pages(stop=Stop(path="/review", name="review", key="g v", needs=Role.ANALYST))

MOST = 12
"""Claims of the queue on one page, beside the one that is looked at."""

Text = Annotated[str, Form(max_length=2000)]
Name = Annotated[str, Path(max_length=64)]
Key = Annotated[str | None, Query(max_length=64)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A claim in the queue."""

    id: str
    kind: str
    words: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """A slot of a claim: its name, what was read, what it is now, and how a value of it is written."""

    name: str
    read: str
    now: str
    how: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A judgement on the claim, and how it stands."""

    id: str
    verdict: Verdict
    by: str
    at: datetime
    why: str
    slot: str | None
    value: str | None
    claims: tuple[str, ...]
    standing: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """Another claim, and what the two are to each other."""

    id: str
    words: str
    source: str
    published: str
    tie: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What a place's name could stand for; `value` is what the slot `places` would be."""

    name: str
    value: str
    told: str
    chosen: bool
    latitude: float | None
    longitude: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimPage:
    """A claim with its slots, judgements and neighbours; `seen` goes back with what is decided."""

    claim: Claim
    report: Report
    slots: tuple[Slot, ...]
    reasons: tuple[str, ...]
    judgements: tuple[Judged, ...]
    beside: tuple[Beside, ...]
    places: tuple[Choice, ...]
    seen: str
    banner: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """The claim that is next in the queue, and those behind it; `after` is where the page before ended."""

    claim: ClaimPage | None
    waiting: tuple[Waiting, ...]
    mine: bool
    after: str | None
    next: str | None


@pages.page("/review", needs=Role.ANALYST, template="review")
def review(
    desk: TheDesk,
    who: Who,
    after: Key = None,
    mine: Annotated[bool, Query(description="What you have not looked at, whatever others did.")] = False,
) -> Review:
    """The queue of claims, those first that want an eye most."""
    asked = Asked(limit=MOST, after=_known(desk, after))
    found = desk.crisis.queue(asked, by=who.name if mine else None)
    by_id = {claim.id: claim for claim in found.release.claims}
    some = [by_id[name] for name in found.reasons]
    return Review(
        claim=_claim_page(desk, some[0].id) if some else None,
        waiting=tuple(_waiting(claim, found.reasons[claim.id]) for claim in some),
        mine=mine,
        after=after,
        next=some[0].id if len(some) > 1 or found.after else None,
    )


@pages.page("/claims/{claim}", needs=Role.ANALYST, template="claim", kept=True)
def claim(claim: Name, desk: TheDesk) -> ClaimPage:
    """One claim: its words, every slot, what people decided, and what other claims are to it."""
    return _claim_page(desk, claim)


@pages.act("/claims/{claim}/judge", needs=Role.ANALYST)
def judge(
    claim: Name,
    desk: TheDesk,
    who: Who,
    verdict: Annotated[Verdict, Form()],
    seen: Annotated[str | None, Form(max_length=64)] = None,
    others: Annotated[list[str] | None, Form()] = None,
    slot: Annotated[str | None, Form(max_length=40)] = None,
    value: Annotated[str | None, Form(max_length=20_000)] = None,
    why: Text = "",
    to: Annotated[str, Form(max_length=200)] = "",
) -> Done:
    """Decide about a claim: accept, reject, correct a slot, prefer, or what it is to other claims."""
    named = [claim, *(other.strip() for other in others or [] if other.strip())]
    is_correction = verdict is Verdict.CORRECT
    made = desk.crisis.judge(
        verdict,
        named,
        by=who.name,
        why=why,
        slot=slot if is_correction else None,
        value=value if is_correction else None,
        lead=who.may(Role.LEAD),
        seen=seen,
    )
    return _decided(desk, who, made, to, "judged")


@pages.act("/claims/{claim}/split", needs=Role.ANALYST)
def split(
    claim: Name,
    desk: TheDesk,
    who: Who,
    part: Annotated[list[str], Form(description="How one part differs: value=2, group=doctors; twice or more.")],
    seen: Annotated[str | None, Form(max_length=64)] = None,
    why: Text = "",
    to: Annotated[str, Form(max_length=200)] = "",
) -> Done:
    """Put several claims in the place of one that says several things."""
    given = [_slots(one) for one in part if one.strip()]
    made = desk.crisis.split(claim, given, by=who.name, why=why, seen=seen)
    return _decided(desk, who, made, to, "split")


@pages.act("/judgements/{judgement}/undo", needs=Role.ANALYST)
def undo(
    judgement: Name, desk: TheDesk, who: Who, why: Text = "", to: Annotated[str, Form(max_length=200)] = ""
) -> Done:
    """Take a judgement back; it stays in the record."""
    made = desk.crisis.undo(judgement, by=who.name, why=why)
    return _decided(desk, who, made, to, "undone")


def _decided(desk: Desk, who: Person, made: Judgement, to: str, said: str) -> Done:
    desk.note(who.name, str(made.verdict), f"{' '.join(made.claims)} ({made.id})")
    inside = to if to.startswith(("/review", "/claims/", "/reports/")) else f"/claims/{made.claims[0]}"
    return Done(to=inside, said=said)


def _known(desk: Desk, claim: str | None) -> str | None:
    """The whole id of a claim in the address."""
    if claim is None:
        return None
    try:
        return desk.crisis.ledger.claim(claim).id
    except UsageError as error:
        raise missing(error) from error


def _slots(written: str) -> dict[str, str]:
    """Slots as they are written in one line: "value=2, group=doctors"."""
    pairs = [one.partition("=") for one in written.split(",")]
    for slot, sign, _ in pairs:
        if not sign or not slot.strip():
            raise UsageError(
                say("wrong.part", part=f"{written!r}"), rule=say("wrong.no_value"), remedy=say("wrong.write_value")
            )
    return {slot.strip(): value.strip() for slot, _, value in pairs}


def _claim_page(desk: Desk, claim: str) -> ClaimPage:
    try:
        found = desk.crisis.look(claim)
    except UsageError as error:
        raise missing(error) from error
    reports = {report.id: report for report in found.release.reports}
    claims = {each.id: each for each in found.release.claims}
    return ClaimPage(
        claim=found.now,
        report=reports[found.read.report],
        slots=tuple(_slot(found, name, how) for name, how in desk.crisis.slots().items()),
        reasons=found.reasons,
        judgements=tuple(_judged(one, standing) for one, standing in found.judgements),
        beside=tuple(
            _beside(claims[_other(found, tie)], tie, reports) for tie in found.release.relations if _is_of(tie, found)
        ),
        places=tuple(_choices(desk, found.now)),
        seen=found.seen,
        banner=found.release.banner,
    )


def _slot(found: Looked, name: str, how: str) -> Slot:
    return Slot(name=name, read=words.slot(found.read, name), now=words.slot(found.now, name), how=how)


def _judged(one: Judgement, standing: str) -> Judged:
    return Judged(
        id=one.id, verdict=one.verdict, by=one.by, at=one.at, why=one.why, slot=one.slot, value=one.value,
        claims=one.claims, standing=standing,
    )  # fmt: skip


def _is_of(tie: Relation, found: Looked) -> bool:
    return found.read.id in (tie.one, tie.other)


def _other(found: Looked, tie: Relation) -> str:
    return tie.other if tie.one == found.read.id else tie.one


def _beside(other: Claim, tie: Relation, reports: dict[str, Report]) -> Beside:
    report = reports.get(other.report)
    return Beside(
        id=other.id,
        words=other.passage.words,
        source=words.sources(other),
        published=words.day(report.published) if report and report.published else "",
        tie=str(tie.tie),
        reason=tie.reason,
    )


def _choices(desk: Desk, claim: Claim) -> list[Choice]:
    """What the claim's places could stand for, each as the value that all of its places would then have."""
    found = []
    for place in claim.places:
        candidates = {one.id: one for one in (place.resolved, *desk.crisis.candidates(place.name)) if one is not None}
        for one in candidates.values():
            chosen = place.resolved is not None and one.id == place.resolved.id
            meant = place.name if chosen else f"{place.name}={one.id}"
            value = "; ".join(meant if other is place else other.name for other in claim.places)
            found.append(_choice(place.name, one, value, chosen=chosen))
    return found


def _choice(name: str, one: Candidate, value: str, *, chosen: bool) -> Choice:
    around = [part for part in (one.adm2, one.adm1, one.country) if part and part != one.name]
    return Choice(
        name=name,
        value=value,
        told=say("review.meant", name=one.name, level=one.level, around=words.listed(around)),
        chosen=chosen,
        latitude=one.latitude,
        longitude=one.longitude,
    )


def _waiting(claim: Claim, reasons: tuple[str, ...]) -> Waiting:
    return Waiting(id=claim.id, kind=words.kind(claim.kind), words=claim.passage.words, reasons=reasons)
