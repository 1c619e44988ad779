"""Corridors' records on the page of a crisis: how each stands and why, who agrees, and its line by legs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from clearway.display import words
from clearway.display.catalogue import say
from clearway.display.stretches import leg_name, stretches
from clearway.model import Agreement, Corridor, Leg, Watched

Known = tuple[Corridor, Watched]
"""A record, and how it stands."""
MOST_QUOTED = 3
"""Claims of one cause that are quoted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CauseView:
    """Why a record does not hold: where, what, and which claims of the page say so."""

    where: str
    what: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementView:
    """A party, what is reported of its agreement, and which claims of the page say so."""

    party: str
    told: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CorridorView:
    """A corridor in the list; `key` names it on the page."""

    key: str
    name: str
    validity: str
    where: str
    made: str
    until: str
    details: tuple[tuple[str, str], ...]
    causes: tuple[CauseView, ...]
    agreements: tuple[AgreementView, ...]
    unknown: tuple[str, ...]
    schematic: bool
    credit: str
    legs: tuple[Leg, ...]

    def plain(self) -> dict[str, Any]:
        """The lines for the page's script."""
        return {
            "key": self.key,
            "name": say("corridors.standing", name=self.name, validity=self.validity),
            "holds": self.validity == "valid",
            "legs": [
                {
                    "name": leg_name(leg),
                    "danger": str(leg.danger),
                    "sure": leg.verified,
                    "line": leg.points,
                }
                for leg in self.legs
            ],
        }


def corridor_views(
    known: Sequence[Known], claims: Mapping[str, object], keys: Sequence[str] = ()
) -> tuple[CorridorView, ...]:
    """The records as the page shows them, with those of their claims that stand on it; `keys` name them, if given."""
    return tuple(
        _corridor(record, found, keys[at] if keys else f"k-{at + 1}", claims)
        for at, (record, found) in enumerate(known)
    )


def _corridor(record: Corridor, found: Watched, key: str, claims: Mapping[str, object]) -> CorridorView:
    legs = stretches(record.route.legs)
    access = stretches(record.access.legs) if record.access else ()
    return CorridorView(
        key=key,
        name=record.name,
        validity=str(found.validity),
        where=_where(record, legs),
        made=words.day(record.as_of),
        until=say("date.hour", day=words.day(record.valid_until.date()), hour=f"{record.valid_until:%H:%M}"),
        details=_details(record),
        causes=_causes(found, claims),
        agreements=tuple(_agreement(one, claims) for one in record.agreements),
        unknown=record.unknown,
        schematic=record.schematic,
        credit=words.parted(record.attribution),
        legs=(*access, *legs),
    )


def _where(record: Corridor, legs: Sequence[Leg]) -> str:
    if not legs:
        return ""
    return say("corridors.where", start=legs[0].start, end=legs[-1].end, vehicle=record.vehicle)


def _causes(found: Watched, claims: Mapping[str, object]) -> tuple[CauseView, ...]:
    """Each cause with its claims, each of which is quoted where it is named first."""
    told: set[str] = set()
    views = []
    for one in found.causes:
        names = tuple(name for name in one.claims if name in claims and name not in told)[:MOST_QUOTED]
        told |= set(names)
        views.append(CauseView(where=one.where, what=one.what, claims=names))
    return tuple(views)


def _details(record: Corridor) -> tuple[tuple[str, str], ...]:
    known = record.details
    told = (
        ("purpose", str(known.purpose)),
        ("window", known.window),
        ("recurrence", known.recurrence),
        ("beneficiaries", known.beneficiaries),
        ("voluntary", str(known.voluntary)),
        ("choice", str(known.choice)),
        ("staying", known.staying),
        ("monitors", known.monitors),
        ("medical", known.medical),
        ("mines", known.mines),
    )
    return tuple((say(f"corridors.detail_{name}"), value) for name, value in told if value)


def _agreement(one: Agreement, claims: Mapping[str, object]) -> AgreementView:
    told = str(one.consent)
    if one.confirmed_by:
        told = say("corridors.agreed", n=one.confirmed_by, consent=told)
    return AgreementView(
        party=one.party,
        told=told,
        claims=tuple(name for name in one.claims if name in claims),
    )
