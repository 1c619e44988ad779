"""What a whole report says about where it is: its countries, its areas, which name stands inside which."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from math import cos, exp, radians

from clearway.model import Candidate, Level
from clearway.places.folding import fold
from clearway.places.gazetteer import Gazetteer
from clearway.places.geometry import distance_km
from clearway.places.mentions import Mention

AREAS = (Level.COUNTRY, Level.ADM1, Level.ADM2, Level.ADM3, Level.REGION)
HOME = 1.5
"""A report's home country counts as much as naming it once or twice."""
DEMONYM = 0.7
RIVAL = 0.6
"""Candidates whose score is nearer to the best one's than this leave open which country a name speaks of."""
NEAR_KM = 60.0
"""Distance at which a place already resolved counts e^-1."""
FAR_DEGREES = 12 * NEAR_KM / 111
"""Degrees of a great circle from which a place adds less than a hundred-thousandth to nearness."""
FULL_TURN = 360

_WITHIN = re.compile(
    r",? ?\(?(?:which is |located |situated |lies )?(?:in|of|inside|within|outside|near|just outside)? ?(?:the )?$",
    re.IGNORECASE,
)
_TYPED_GAP = re.compile(
    r"^ (?:village|town|city|camp|district|area|province|county|neighbou?rhood|suburb|governorate)s?[,(]? ?",
    re.IGNORECASE,
)
_LISTED = re.compile(r"^(?:,? (?:and|or) |/)")


@dataclass(slots=True)
class Context:
    """Weights of countries and areas from 0 to 1, how often each country is named, containers by mention.

    `spoken` are the countries that the report names, or a first-level area of.
    """

    countries: dict[str, float] = field(default_factory=dict)
    named: dict[str, int] = field(default_factory=dict)
    areas: dict[str, float] = field(default_factory=dict)
    containers: dict[int, int] = field(default_factory=dict)
    spoken: frozenset[str] = frozenset()

    @property
    def dominant(self) -> str | None:
        """The country that most of the report's names speak of, when one does."""
        best = max(self.countries.items(), key=lambda item: (item[1], item[0]), default=None)
        return best[0] if best and best[1] >= 0.4 else None


def core_name(mention: Mention, text: str) -> str:
    """The bare name inside a mention."""
    return text[mention.core[0] : mention.core[1]]


def read_context(
    mentions: Sequence[Mention],
    options: Mapping[str, Sequence[Candidate]],
    *,
    text: str,
    gazetteer: Gazetteer,
    home: str | None,
) -> Context:
    """Count what the report names; `options` are the candidates of each bare name."""
    countries: dict[str, float] = defaultdict(float)
    named: dict[str, int] = defaultdict(int)
    areas: dict[str, float] = defaultdict(float)
    if home:
        countries[gazetteer.country_code(home)] += HOME
    for mention in mentions:
        name = core_name(mention, text)
        if mention.kind == "demonym":
            spoken = gazetteer.demonym(name)
            if spoken and spoken.country:
                countries[spoken.country] += DEMONYM
                named[spoken.country] += 1
            continue
        found = options.get(name, ())
        if found and found[0].level is Level.COUNTRY and found[0].country:
            twin = any(candidate.level is Level.ADM1 for candidate in found)
            countries[found[0].country] += 0.5 if twin else 1.0
            named[found[0].country] += 1
        for candidate in found:
            if candidate.level is Level.ADM1 and candidate.adm1 and candidate.country:
                rivals = {other.country for other in found if other.score > found[0].score - RIVAL}
                if rivals == {candidate.country} or mention.level is Level.ADM1:
                    areas[_area_key(candidate)] += 0.5 if len(found) > 1 else 1.0
                    countries[candidate.country] += 0.25 if len(found) > 1 else 0.5
                break
    named_ones = frozenset(countries)
    return Context(_shares(countries), dict(named), _shares(areas), containers(mentions, text), named_ones)


def containers(mentions: Sequence[Mention], text: str) -> dict[int, int]:
    """Which mention may hold which, by position: "X, Y", "X in Y province", "X village, in northwest Y"."""
    held = {}
    for index, (mention, following) in enumerate(pairwise(mentions)):
        gap = text[mention.end : following.start]
        if len(gap) > 30 or following.kind in ("demonym", "road") or mention.kind == "demonym":
            continue
        rest = _TYPED_GAP.sub("", gap) if not gap.startswith(",") else gap
        if not _LISTED.match(gap) and gap.strip(" ") and (_WITHIN.fullmatch(gap) or _WITHIN.fullmatch(" " + rest)):
            held[index] = index + 1
    return held


def add_resolved(context: Context, resolved: Sequence[Candidate]) -> None:
    """Let places already resolved speak for their countries and areas too."""
    countries = defaultdict(float, {code: weight * 3 for code, weight in context.countries.items()})
    areas = defaultdict(float, {code: weight * 2 for code, weight in context.areas.items()})
    for candidate in resolved:
        if candidate.country and candidate.level not in (Level.COUNTRY, Level.REGION):
            countries[candidate.country] += 0.3
            if candidate.adm1:
                areas[_area_key(candidate)] += 0.5
    context.countries = _shares(countries)
    context.areas = _shares(areas)


def area_weight(context: Context, candidate: Candidate) -> float:
    """How much the report speaks of the first-level area that holds a candidate."""
    return context.areas.get(_area_key(candidate), 0.0) if candidate.adm1 else 0.0


def nearness(candidate: Candidate, anchors: Sequence[Candidate]) -> float:
    """How close a candidate lies to places already resolved, from 0 to 1."""
    if candidate.latitude is None or candidate.longitude is None:
        return 0.0
    total = 0.0
    wide = FAR_DEGREES / max(0.01, cos(radians(candidate.latitude)))
    for anchor in anchors:
        if anchor.id != candidate.id and anchor.latitude is not None and anchor.longitude is not None:
            if abs(candidate.latitude - anchor.latitude) > FAR_DEGREES:
                continue
            if wide < abs(candidate.longitude - anchor.longitude) < FULL_TURN - wide:
                continue
            away = distance_km(candidate.latitude, candidate.longitude, anchor.latitude, anchor.longitude)
            total += exp(-away / NEAR_KM)
    return min(1.0, total)


def away_km(candidate: Candidate, other: Candidate) -> float:
    """Kilometres between two candidates; endless where one has no point."""
    if None in (candidate.latitude, candidate.longitude, other.latitude, other.longitude):
        return float("inf")
    return distance_km(candidate.latitude or 0, candidate.longitude or 0, other.latitude or 0, other.longitude or 0)


def lies_in(candidate: Candidate, area: Candidate) -> bool:
    """Whether a candidate lies in an area, by its own codes, or by reach where the area is a town."""
    if candidate.id == area.id or (candidate.country != area.country and area.country):
        return False
    if area.level is Level.COUNTRY:
        return candidate.level is not Level.COUNTRY
    if area.level is Level.ADM1:
        return candidate.adm1 == area.adm1 and candidate.level not in (Level.COUNTRY, Level.ADM1)
    if area.level is Level.ADM2 and candidate.adm2 is not None:
        return candidate.adm2 == area.adm2 and candidate.adm1 == area.adm1 and candidate.level is not Level.ADM2
    reach = max(area.radius_km or 0.0, 20.0)
    return candidate.level not in (Level.COUNTRY, Level.ADM1) and away_km(candidate, area) <= reach


def same_name(mention: Mention, other: Mention, text: str) -> bool:
    """Whether two mentions bear one bare name."""
    return fold(core_name(mention, text)) == fold(core_name(other, text))


def _area_key(candidate: Candidate) -> str:
    return f"{candidate.country}/{candidate.adm1}"


def _shares(weights: Mapping[str, float]) -> dict[str, float]:
    total = sum(weights.values())
    return {code: weight / total for code, weight in weights.items()} if total else {}
