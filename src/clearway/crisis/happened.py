"""The incidents in a ledger: only claims of what happens on an occasion are looked at."""

from datetime import date
from typing import TYPE_CHECKING

from clearway.crisis.judging import Way
from clearway.model import Claim, Incident, Query

if TYPE_CHECKING:
    from clearway.ledger import Ledger


def happened(ledger: "Ledger", as_of: date | None) -> tuple[tuple[Incident, ...], tuple[Claim, ...]]:
    """The incidents that claims published up to `as_of` make, as people judged them, and their claims."""
    from clearway.picture import HAPPENS, entry_of, incidents

    ruled = Way(ledger).rulings
    reports = {report.id: report for report in ledger.reports(as_of=as_of)}
    claims = {
        claim.id: claim
        for kind in sorted(HAPPENS)
        for claim in ledger.claims(Query(kind=kind, as_of=as_of))
        if claim.id not in ruled.rejected
    }
    found = incidents(entry_of(claim, reports.get(claim.report), ruled) for claim in claims.values())
    named = {name for incident in found for name in incident.claims}
    return found, tuple(claim for name, claim in claims.items() if name in named)
