"""Corridors' records on the page of a crisis: how each stands and why, who agrees, and its line by legs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from clearway.display.stretches import stretches
from clearway.display.words import day
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
            "name": f"{self.name}: {self.validity}",
            "holds": self.validity == "valid",
            "legs": [
                {
                    "name": f"{leg.start} to {leg.end}",
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
        where=f"{legs[0].start} to {legs[-1].end} by {record.vehicle}" if legs else "",
        made=day(record.as_of),
        until=f"{day(record.valid_until.date())} {record.valid_until:%H:%M} UTC",
        details=_details(record),
        causes=_causes(found, claims),
        agreements=tuple(_agreement(one, claims) for one in record.agreements),
        unknown=record.unknown,
        schematic=record.schematic,
        credit="; ".join(record.attribution),
        legs=(*access, *legs),
    )


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
        ("who may pass", known.beneficiaries),
        ("leaving is voluntary", str(known.voluntary)),
        ("choice of destination", str(known.choice)),
        ("those who stay", known.staying),
        ("monitors", known.monitors),
        ("medical help", known.medical),
        ("mines", known.mines),
    )
    return tuple((name, value) for name, value in told if value)


def _agreement(one: Agreement, claims: Mapping[str, object]) -> AgreementView:
    sources = f", {one.confirmed_by} sources" if one.confirmed_by else ""
    return AgreementView(
        party=one.party,
        told=f"{one.consent}{sources}",
        claims=tuple(name for name in one.claims if name in claims),
    )
