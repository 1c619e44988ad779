"""What of a picture can bear on roads: incidents, and findings on roads, control, access and troops."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from types import MappingProxyType

from clearway.corridors.constants import Constants
from clearway.corridors.naming import road_names, site_names
from clearway.corridors.passing import Sites, sites_in, was_held, went_through
from clearway.model import (
    Bearing,
    Certainty,
    Claim,
    Evidence,
    Finding,
    Grade,
    Incident,
    Level,
    Place,
    Point,
    SourceKind,
    State,
    Status,
    Stretch,
    identify,
)

NARROW = (Level.SETTLEMENT, Level.FACILITY, Level.ROAD, Level.BORDER)
ROADS = ("road_status", "aid_delivery", "corridor")
"""Kinds whose places may be crossings."""
NOWHERE: Sites = MappingProxyType({})
HOLDING = (Status.GAINED, Status.HELD)


def evidence(
    incidents: Iterable[Incident],
    findings: Iterable[Finding],
    claims: Mapping[str, Claim],
    model: Constants,
    sites: Sites = NOWHERE,
) -> tuple[Evidence, ...]:
    """Everything that can bear on a road, by day; what has no place and names no road is left out.

    `claims` holds the claims of both by id, `sites` the crossings on the roads, which claims may name in words that no
    gazetteer has. A claim that is denied, negated or only wanted is no evidence.
    """
    known = tuple(incidents)
    joined = {name for incident in known for name in incident.claims}
    apart = [finding for finding in findings if not joined.issuperset(finding.claims)]
    found = [*_of_incidents(known, claims, model), *_of_findings(apart, claims, model, sites)]
    placed = (one for one in found if one.points or one.roads or one.stretches)
    return tuple(sorted(placed, key=lambda one: (one.told or date.min, one.id)))


def _of_incidents(incidents: Iterable[Incident], claims: Mapping[str, Claim], model: Constants) -> Iterator[Evidence]:
    for incident in incidents:
        known = _standing(incident.claims, claims)
        rule = _rule(incident, model)
        if rule is None or not known:
            continue
        hazard = model.hazards[rule]
        points, roads, stretches = _where(known, model)
        yield Evidence(
            id=identify("evidence", incident.id, rule),
            bearing=Bearing.HAZARD,
            rule=rule,
            statement=_told(hazard.words, incident.place),
            severity=hazard.severity * model.grades[incident.grade] * _surest(known, model),
            place=incident.place,
            points=points,
            roads=roads,
            status=None,
            holder=None,
            day=incident.period.last if incident.period else incident.latest,
            told=incident.latest,
            sources=incident.sources,
            origins=incident.origins,
            claims=tuple(claim.id for claim in known),
            stretches=stretches,
        )


def _rule(incident: Incident, model: Constants) -> str | None:
    """The hazard that an incident is: the gravest of its kinds, where somebody did it or a weapon is told."""
    causes = {part.strip() for cause in incident.causes for part in cause.split(";")}
    if causes & model.mines:
        return "mines"
    forced = bool(causes & model.weapons or incident.alleged) or bool({"attack", "facility_attack"} & {*incident.kinds})
    kinds = [("injured" if kind == "casualties" else kind) for kind in incident.kinds]
    fitting = [kind for kind in kinds if kind in model.hazards and (forced or kind in ("abducted", "detained"))]
    return max(fitting, key=lambda kind: model.hazards[kind].severity, default=None)


def _of_findings(
    findings: Iterable[Finding], claims: Mapping[str, Claim], model: Constants, sites: Sites
) -> Iterator[Evidence]:
    for finding in findings:
        if finding.state is State.SUPERSEDED or finding.certainty not in model.certainty:
            continue
        known = _standing(finding.claims, claims)
        sort = _bearing(finding, known)
        if not known or sort is None:
            continue
        bearing, rule = sort
        if rule == "attack" and _causes(known) & model.mines:
            rule = "mines"
        hazard = model.hazards.get(rule)
        points, roads, stretches = _where(known, model)
        if finding.kind in ROADS:
            named = (site for claim in known for site in sites_in(claim.passage.words, sites))
            roads = tuple(dict.fromkeys((*roads, *named)))
        yield Evidence(
            id=identify("evidence", finding.id, rule),
            bearing=bearing,
            rule=rule,
            statement=finding.statement,
            severity=hazard.severity * model.certainty[finding.certainty] * _support(finding, model) if hazard else 0.0,
            place=finding.place,
            points=points,
            roads=roads,
            status=Status.LIMITED if rule == "crossed" else known[0].status,
            holder=_holder(finding, known),
            day=finding.as_of or (finding.period.last if finding.period else finding.latest),
            told=finding.latest,
            sources=finding.sources,
            origins=finding.origins,
            claims=tuple(claim.id for claim in known),
            contested=finding.state is State.CONTESTED,
            stretches=stretches,
        )


def _bearing(finding: Finding, known: Sequence[Claim]) -> tuple[Bearing, str] | None:
    """What a finding is to a road, and the hazard of the model that it makes, if any."""
    statuses = {claim.status for claim in known}
    sure = finding.certainty is Certainty.ASSERTED
    if finding.kind == "control":
        if Status.BESIEGED in statuses or Status.CONTESTED in statuses or finding.state is State.CONTESTED:
            return Bearing.HAZARD, "besieged" if Status.BESIEGED in statuses else "contested"
        return (Bearing.CONTROL, "taken" if Status.GAINED in statuses else "held") if sure else None
    if finding.kind == "road_status" and sure:
        promised = Status.OPEN in statuses and all(map(_own_word, known))
        return (Bearing.PROMISE, "promise") if promised else (Bearing.STATUS, _limits(statuses))
    if finding.kind == "access" and statuses & {Status.DENIED, Status.CLOSED}:
        return Bearing.HAZARD, "denied"
    if finding.kind in ("attack", "facility_attack", "deployment", "hazard"):
        return Bearing.HAZARD, finding.kind
    if finding.kind == "aid_delivery" and sure:
        return _aid(known)
    if finding.kind == "corridor" and statuses & {Status.ANNOUNCED, Status.OPEN}:
        return Bearing.PROMISE, "promise"
    return None


def _aid(known: Iterable[Claim]) -> tuple[Bearing, str]:
    """What an aid delivery is to a road: that aid passed a point, that it was held there, or that it came somewhere."""
    words = [claim.passage.words for claim in known]
    if any(map(was_held, words)):
        return Bearing.HAZARD, "denied"
    return Bearing.PASSAGE, "crossed" if any(map(went_through, words)) else "passage"


def _limits(statuses: set[Status | None]) -> str:
    return "limited" if Status.LIMITED in statuses else "status"


def _support(finding: Finding, model: Constants) -> float:
    """What an attack weighs that is no incident, as its day or town is not told: a single source is a weak one."""
    single = finding.kind in ("attack", "facility_attack") and finding.origins < 2
    return model.grades[Grade.WEAK if single else Grade.FAIR]


def _own_word(claim: Claim) -> bool:
    """Whether it is the word of a party to the conflict, which is no evidence that a way is open."""
    nearest = claim.attribution.nearest
    return nearest is not None and nearest.kind in (SourceKind.PARTY, SourceKind.GOVERNMENT)


def _holder(finding: Finding, known: Sequence[Claim]) -> str | None:
    """Who is said to hold it: the actor, or the party that tells it of itself."""
    if finding.kind != "control":
        return None
    for claim in known:
        if claim.status in HOLDING:
            nearest = claim.attribution.nearest
            own = nearest.name if nearest and nearest.kind is SourceKind.PARTY else None
            if claim.actor or own:
                return claim.actor or own
    return None


def _standing(names: Iterable[str], claims: Mapping[str, Claim]) -> list[Claim]:
    known = (claims[name] for name in names if name in claims)
    return [claim for claim in known if claim.certainty is not Certainty.DENIED and not claim.negated]


def _surest(known: Iterable[Claim], model: Constants) -> float:
    return max(model.certainty.get(claim.certainty, 0.0) for claim in known)


def _causes(known: Iterable[Claim]) -> set[str]:
    return {part.strip() for claim in known for part in (claim.cause or "").split(";")}


def _where(
    known: Iterable[Claim], model: Constants
) -> tuple[tuple[tuple[Point, float], ...], tuple[str, ...], tuple[Stretch, ...]]:
    """The points with their reach in km, the roads named, and the stretches that a person named.

    The narrowest places that each claim names are taken.
    """
    points: dict[tuple[Point, float], None] = {}
    roads: dict[str, None] = {}
    stretches: dict[Stretch, None] = {}
    for claim in known:
        if stretch := stretch_of(claim):
            stretches[stretch] = None
            continue
        roads |= dict.fromkeys(name for place in claim.places for name in road_names(place.name))
        if claim.kind in ROADS:
            roads |= dict.fromkeys(name for place in claim.places for name in site_names(place.name))
        for place in _narrowest(claim.places):
            spot = place.resolved
            if spot is None or spot.latitude is None or spot.longitude is None:
                continue
            reach = max(spot.radius_km or 0.0, model.facility_km if place.level is Level.FACILITY else model.near_km)
            if reach <= model.widest_km:
                points[(spot.latitude, spot.longitude), reach] = None
    return tuple(points), tuple(roads), tuple(stretches)


def stretch_of(claim: Claim) -> Stretch | None:
    """The stretch of road that a person named, `None` for a claim that was read."""
    spots = [place.resolved for place in claim.places if place.resolved and place.resolved.on_roads]
    ends = [(spot.latitude or 0.0, spot.longitude or 0.0) for spot in spots]
    if not ends:
        return None
    return Stretch(start=ends[0], end=ends[1] if len(ends) > 1 else None, km=spots[0].radius_km or 0.0)


def _narrowest(places: Sequence[Place]) -> list[Place]:
    """The places that are not there to say where another one lies: settlements before areas, where both are named."""
    narrow = [place for place in places if place.resolved and (place.level or place.resolved.level) in NARROW]
    return narrow or [place for place in places if place.resolved]


def _told(what: str, place: str | None) -> str:
    return f"{what}, {place}" if place else what
