"""What is reported of each party's agreement to a corridor; a party's own word is a claim and no confirmation."""

from collections.abc import Iterable, Sequence

from clearway.corridors.lying import kilometres
from clearway.model import Agreement, Certainty, Claim, Consent, Point, Report, Status
from clearway.places.folding import fold

KINDS = ("corridor", "agreement")
GIVEN = (Status.ANNOUNCED, Status.OPEN)
NEAR_KM = 50.0
"""How far from the way a claim's place may lie; agreements are told of provinces and towns, seldom of a road."""
LINKING = frozenset("the of and a an in for".split())


def agreement(party: str, claims: Iterable[Claim], reports: Iterable[Report], line: Sequence[Point]) -> Agreement:
    """What claims say of a party's agreement to a corridor along a line.

    Denied where the party or anybody says that it refuses; confirmed where somebody else says that it agreed.
    """
    published = {report.id: report.published for report in reports}
    about = [claim for claim in claims if claim.kind in KINDS and _near(claim, line)]
    own = [claim for claim in about if _speaks(party, claim) and _gives(claim)]
    others = [claim for claim in about if not _speaks(party, claim) and _acts(party, claim) and _gives(claim)]
    against = [claim for claim in about if (_speaks(party, claim) or _acts(party, claim)) and _refuses(claim)]
    chosen = against or [*others, *own]
    days = [day for claim in chosen if (day := published.get(claim.report)) is not None]
    return Agreement(
        party=party,
        consent=_consent(own, others, against),
        confirmed_by=len({_speaker(claim) for claim in others}),
        sources=tuple(dict.fromkeys(_speaker(claim) for claim in chosen)),
        claims=tuple(dict.fromkeys(claim.id for claim in chosen)),
        latest=max(days, default=None),
    )


def _consent(own: Sequence[Claim], others: Sequence[Claim], against: Sequence[Claim]) -> Consent:
    if against:
        return Consent.DENIED
    if others:
        return Consent.CONFIRMED
    return Consent.CLAIMED if own else Consent.NONE


def _gives(claim: Claim) -> bool:
    """Whether the claim says that it is agreed: a corridor announced or open, a deal made."""
    sure = claim.certainty is Certainty.ASSERTED and not claim.negated
    return sure and (claim.status in GIVEN if claim.kind == "corridor" else claim.status is None)


def _refuses(claim: Claim) -> bool:
    return claim.certainty is Certainty.DENIED or claim.negated or claim.status in (Status.DENIED, Status.CLOSED)


def _speaks(party: str, claim: Claim) -> bool:
    return any(_same(party, source.name) for source in claim.attribution.chain[:1])


def _acts(party: str, claim: Claim) -> bool:
    return any(_same(party, name) for name in (claim.actor or "").split(";"))


def _same(one: str, other: str) -> bool:
    """Whether one name's words are all in the other's."""
    mine, theirs = (frozenset(fold(name).split()) - LINKING for name in (one, other))
    return bool(mine and theirs) and (mine <= theirs or theirs <= mine)


def _speaker(claim: Claim) -> str:
    nearest = claim.attribution.nearest
    return nearest.name if nearest else f"report {claim.report[:8]}"


def _near(claim: Claim, line: Sequence[Point]) -> bool:
    """Whether the claim names no place, or one near the line or around it."""
    spots = [place.resolved for place in claim.places if place.resolved]
    known = [spot for spot in spots if spot.latitude is not None and spot.longitude is not None]
    if not known:
        return True
    return any(
        min(kilometres((float(spot.latitude or 0), float(spot.longitude or 0)), point) for point in line)
        <= NEAR_KM + (spot.radius_km or 0.0)
        for spot in known
    )
