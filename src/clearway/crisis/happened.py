"""The incidents in a ledger: as they are kept, or made from claims of what happens on an occasion."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING

from clearway.crisis.judging import Way
from clearway.model import Claim, Incident, IncidentQuery, Query

if TYPE_CHECKING:
    from clearway.ledger import Ledger

Found = tuple[tuple[Incident, ...], tuple[Claim, ...]]
"""Incidents, and the claims that they name."""

EVERY = IncidentQuery()
AROUND = timedelta(days=31)
"""Days before and behind those asked for of which claims are looked at: a denial is held against a month."""


def incidents_of(ledger: "Ledger", as_of: date | None, query: IncidentQuery, *, folded: bool) -> Found:
    """The incidents asked for and their claims: as kept where they are of no day and the ledger is `folded`."""
    from clearway.picture import version

    if as_of is None and (folded or ledger.is_folded(version())):
        found = tuple(ledger.incidents(query))
        return found, tuple(ledger.claims_named(name for incident in found for name in incident.claims))
    return happened(ledger, as_of, query)


def happened(ledger: "Ledger", as_of: date | None, query: IncidentQuery = EVERY) -> Found:
    """The incidents that claims published up to `as_of` make, as people judged them, and their claims.

    They are made from nothing. Where days are asked for, from claims of no more than a month around these.
    """
    from clearway.picture import HAPPENS, entry_of, incidents

    ruled = Way(ledger).rulings
    first = query.first - AROUND if query.first else None
    last = query.last + AROUND if query.last else None
    reports = {report.id: report for report in ledger.reports(as_of=as_of)}
    claims = {
        claim.id: claim
        for kind in sorted(HAPPENS)
        for claim in ledger.claims(Query(kind=kind, as_of=as_of, first=first, last=last))
        if claim.id not in ruled.rejected
    }
    made = incidents(entry_of(claim, reports.get(claim.report), ruled) for claim in claims.values())
    found = chosen(made, claims, query)
    named = {name for incident in found for name in incident.claims}
    return found, tuple(claim for name, claim in claims.items() if name in named)


def chosen(made: Iterable[Incident], claims: Mapping[str, Claim], query: IncidentQuery) -> tuple[Incident, ...]:
    """Those of the incidents, in line, that are asked for; `claims` are those that they name."""
    found = [one for one in made if query.asks_for(one) and _in_area(one, claims, query.area)]
    return tuple(found if query.limit is None else found[: query.limit])


def _in_area(incident: Incident, claims: Mapping[str, Claim], area: str | None) -> bool:
    if area is None:
        return True
    told = (claims[name] for name in incident.claims if name in claims and name not in incident.denials)
    spots = [spot for claim in told for place in claim.places if (spot := place.resolved or place.within)]
    return any(area in (spot.country, f"{spot.country}/{spot.adm1_code}") for spot in spots)
