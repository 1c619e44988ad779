"""From a planned way to a corridor's record, and from a record to whether it still holds."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from types import MappingProxyType

from clearway.display.stretches import stretches
from clearway.errors import UsageError
from clearway.model import (
    Agreement,
    Answer,
    Cause,
    Consent,
    Corridor,
    Danger,
    Details,
    Leg,
    Plan,
    Route,
    Status,
    Validity,
    Watched,
    Withdrawal,
)

ASKED = {
    "window": "when it is open",
    "recurrence": "how often it opens",
    "beneficiaries": "who may pass",
    "staying": "what becomes of those who stay",
    "monitors": "who monitors it",
    "medical": "medical help along it",
    "mines": "whether it was cleared of mines",
}
"""What a record carries in words (OCHA, ICRC), and what is unknown where it is not given."""
RISING = tuple(reversed(Danger))


def corridor(
    plan: Plan,
    route: Route,
    details: Details,
    *,
    name: str,
    made: datetime,
    valid_until: datetime,
    agreements: Sequence[Agreement],
    access: Route | None,
) -> Corridor:
    """The record of one way of a plan, with what nobody has said of it listed first to last."""
    return Corridor(
        name=name,
        made=made,
        valid_until=valid_until,
        as_of=plan.as_of,
        vehicle=plan.vehicle,
        max_age=plan.max_age,
        details=details,
        route=route,
        access=access,
        agreements=tuple(agreements),
        unknown=tuple(_unknown(route, details, agreements, access)),
        attribution=plan.attribution,
        schematic=plan.schematic,
    )


def watched(
    record: Corridor,
    now: Mapping[str, Leg],
    *,
    at: datetime,
    as_of: date,
    shut: Mapping[str, str] = MappingProxyType({}),
) -> Watched:
    """A record against the legs as they are now, by id: expired after its hour, stale where anything on a leg changed.

    A leg that is no longer there makes it stale too, and one that leads on from a crossing that is `shut` now. One that
    was withdrawn stays so, on whichever day it is asked for.
    """
    if record.withdrawn:
        cause = Cause(where=record.name, what=told(record.withdrawn), claims=())
        return Watched(name=record.name, validity=Validity.WITHDRAWN, causes=(cause,), as_of=as_of)
    causes = [cause for leg in _legs(record) for cause in _changes(leg, now.get(leg.id), shut.get(leg.id))]
    if at >= record.valid_until:
        expired = Cause(where=record.name, what=f"its hour has passed: {record.valid_until:%Y-%m-%d %H:%M}", claims=())
        return Watched(name=record.name, validity=Validity.EXPIRED, causes=(expired, *causes), as_of=as_of)
    validity = Validity.STALE if causes else Validity.VALID
    return Watched(name=record.name, validity=validity, causes=tuple(causes), as_of=as_of)


def withdrawal(record: Corridor, *, by: str, at: datetime, why: str = "") -> Corridor:
    """The record as withdrawn; raises `UsageError` where it is already, or where nobody is named."""
    if record.withdrawn:
        rule = f"it is {told(record.withdrawn)} already"
        raise UsageError(record.name, rule=rule, remedy="keep a new record to go by this way again")
    if not by.strip():
        raise UsageError(record.name, rule="nobody is named who withdraws it", remedy="say who: --by NAME")
    return replace(record, withdrawn=Withdrawal(by=by.strip(), at=at, why=" ".join(why.split())))


def told(one: Withdrawal) -> str:
    """Who withdrew a record, when and why, in words."""
    words = f"withdrawn by {one.by} on {one.at:%Y-%m-%d %H:%M}"
    return f"{words}: {one.why}" if one.why else words


def _legs(record: Corridor) -> Iterator[Leg]:
    yield from record.access.legs if record.access else ()
    yield from record.route.legs


def _changes(before: Leg, after: Leg | None, shut: str | None) -> Iterator[Cause]:
    where = f"{before.start} to {before.end}"
    if shut:
        yield Cause(where=before.start, what=shut, claims=())
    if after is None:
        yield Cause(where=where, what="these roads no longer have the leg", claims=())
        return
    known = {name for reason in before.reasons for name in reason.claims}
    for reason in after.reasons:
        new = tuple(name for name in reason.claims if name not in known)
        if new:
            yield Cause(where=where, what=f"new: {reason.statement}", claims=new)
    if RISING.index(after.danger) != RISING.index(before.danger):
        yield Cause(where=where, what=f"danger was {before.danger} and is {after.danger}", claims=_of(after))
    if after.status is not before.status:
        was, now = (status or "unknown" for status in (before.status, after.status))
        yield Cause(where=where, what=f"the road was said to be {was}, now {now}", claims=_of(after))
    if before.verified and not after.verified and after.status is before.status is not Status.CLOSED:
        yield Cause(where=where, what="nobody's word on it counts any more", claims=())


def _of(leg: Leg) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for reason in leg.reasons[:3] for name in reason.claims))


def _unknown(route: Route, details: Details, agreements: Iterable[Agreement], access: Route | None) -> Iterator[str]:
    for leg in stretches(route.legs):
        if not leg.verified:
            yield f"{leg.start} to {leg.end}: {leg.doubts[0] if leg.doubts else 'whether it can be passed'}"
    told = tuple(agreements)
    if not told:
        yield "which parties agree"
    for one in told:
        if one.consent is Consent.NONE:
            yield f"whether {one.party} agrees"
        elif one.consent is Consent.CLAIMED:
            yield f"whether {one.party} keeps its word, which nobody else confirms"
    if access is None:
        yield "how people reach its start, which is part of the risk"
    if details.voluntary is Answer.UNKNOWN:
        yield "whether leaving is voluntary"
    if details.choice is Answer.UNKNOWN:
        yield "whether people may choose where they go"
    for field, what in ASKED.items():
        if getattr(details, field) is None:
            yield what
