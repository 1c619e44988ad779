"""Incidents as a screen lets them out: no more than their released claims tell, and where a site is by none."""

from collections import Counter
from collections.abc import Iterable, Mapping

from clearway.exports import rules
from clearway.exports.altered import altered
from clearway.exports.areas import MARK
from clearway.exports.findings import Under, told_bound, told_latest, told_place, told_slot, told_sources
from clearway.exports.screen import Screen
from clearway.exports.sites import is_fine, sensitivity
from clearway.model import Alleged, Claim, Harm, Incident, Sensitivity, identify


def released_incidents(
    incidents: Iterable[Incident],
    claims: Iterable[Claim],
    after: Mapping[str, Claim],
    guard: Screen,
    counts: Counter[str],
) -> tuple[Incident, ...]:
    """The incidents with a claim left that tells them (`after`, by old id); others are counted as held back.

    A claim that names a place finer than a district is dropped from an incident of which another claim tells of a
    facility, a camp or a convoy: joined, they would tell where it is.
    """
    before = {claim.id: claim for claim in claims}
    out = []
    for incident in incidents:
        sited = any(name in guard.sited for name in incident.claims)
        left = {name: after[name] for name in incident.claims if name in after and not (sited and _fine(after[name]))}
        under = Under(before={name: before[name] for name in incident.claims if name in before}, after=left)
        if set(left) - set(incident.denials):
            out.append(_released(incident, under, guard, sited=sited))
        else:
            counts[rules.BUILT_ON.name] += 1
    return tuple(out)


def _fine(claim: Claim) -> bool:
    return any(is_fine(place) for place in claim.places if place.name != MARK)


def _released(incident: Incident, under: Under, guard: Screen, *, sited: bool) -> Incident:
    """The incident under an id made of its released claims alone, with slots that only they tell."""
    whole = len(under.after) == len(incident.claims)
    place, place_id = told_place(incident, under, guard)
    claims = tuple(claim.id for claim in under.after.values())
    telling = [claim for name, claim in under.after.items() if name not in incident.denials]
    periods = {claim.period for claim in telling}
    return altered(
        incident,
        id=identify("released incident", sorted(claims)),
        kinds=tuple(sorted({claim.kind for claim in telling})),
        place=place,
        place_id=place_id,
        radius_km=None if sited or not whole or place != incident.place else incident.radius_km,
        period=incident.period if whole or incident.period in periods else None,
        harms=tuple(harm for one in incident.harms if (harm := _harm(one, under, guard))),
        alleged=tuple(who for one in incident.alleged if (who := _alleged(one, under))),
        causes=_values(claim.cause for claim in telling),
        facilities=_values(claim.facility for claim in telling),
        sources=told_sources(incident, under, guard),
        origins=min(incident.origins, len(telling)),
        claims=claims,
        denials=tuple(under.after[name].id for name in incident.denials if name in under.after),
        latest=incident.latest if whole else told_latest(under, guard),
        sensitivity=max((sensitivity(claim) for claim in under.after.values()), key=list(Sensitivity).index),
    )


def _harm(harm: Harm, under: Under, guard: Screen) -> Harm | None:
    """The range over its released claims; nothing where none is left."""
    claims = tuple(under.after[name].id for name in harm.claims if name in under.after)
    if not claims:
        return None
    return altered(
        harm,
        group=told_slot(harm.group, guard),
        unit=told_slot(harm.unit, guard) or "",
        low=told_bound(harm.low, under, guard),
        best=told_bound(harm.best, under, guard),
        high=told_bound(harm.high, under, guard),
        claims=claims,
    )


def _alleged(one: Alleged, under: Under) -> Alleged | None:
    """Who did it, in the words of its first released claim, and who of their speakers says so."""
    told = [under.after[name] for name in one.claims if name in under.after]
    actors = [claim.actor for claim in told if claim.actor]
    if not actors:
        return None
    speakers = (claim.attribution.nearest for claim in told)
    by = tuple(dict.fromkeys(nearest.name if nearest else "the report" for nearest in speakers))
    return altered(one, actor=actors[0], by=by, claims=tuple(claim.id for claim in told))


def _values(told: Iterable[str | None]) -> tuple[str, ...]:
    counted = Counter(part.strip() for value in told if value for part in value.split(";") if part.strip())
    return tuple(sorted(counted, key=lambda value: (-counted[value], value)))
