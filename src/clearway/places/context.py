"""What a whole report says about where it is: its countries, its areas, which name stands inside which."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field
from itertools import pairwise
from math import cos, exp, radians, sin, sqrt
from typing import TypeVar

from clearway.model import Candidate, Level
from clearway.places.folding import fold
from clearway.places.gazetteer import Gazetteer
from clearway.places.geometry import EARTH_KM, distance_km
from clearway.places.mentions import Mention

AREAS = (Level.COUNTRY, Level.ADM1, Level.ADM2, Level.ADM3, Level.REGION)
HOME = 1.5
"""A country known beforehand counts as much as naming it once or twice."""
DEMONYM = 0.7
RIVAL = 0.6
"""Candidates whose score is nearer to the best one's than this leave open which country a name speaks of."""
NEAR_KM = 60.0
"""Distance at which a place already resolved counts e^-1."""
FAR_KM = 8 * NEAR_KM
"""From here a place adds less than a thousandth to nearness."""
FAR = FAR_KM / EARTH_KM
LONGEST_AND = 12
"""Characters of ", and the " at most."""
Area = tuple[str | None, str | None]
"""A first-level area, as country and name."""

Key = TypeVar("Key")

_WITHIN = re.compile(
    r",? ?\(?(?:which is |located |situated |lies )?(?:in|of|inside|within|outside|near|just outside)? ?(?:the )?$",
    re.IGNORECASE,
)
_TYPED_GAP = re.compile(
    r"^ (?:village|town|city|camp|district|area|province|county|neighbou?rhood|suburb|governorate)s?[,(]? ?",
    re.IGNORECASE,
)
_OWNED = re.compile(r"[’'‘`]s (?:\w+ ){0,2}")
"""What stands between "Sudan" and "North Darfur" in "Sudan's North Darfur", "Haiti's capital, "."""
_SAID_OF = re.compile(
    r" (?:\w+ )?(?:city|town|village|port|capital|province|region|state|district|governorate|county|island|camp)s?"
    r"(?: city| town)?,?(?: of)?,? ",
    re.IGNORECASE,
)
"""What stands between "Syrian" and "Aleppo" in "the Syrian city of Aleppo"."""
_LISTED = re.compile(r"^(?:,? (?:and|or) |/)")


@dataclass(slots=True)
class Context:
    """Weights of countries and areas from 0 to 1, how often each country is named, containers by mention.

    `spoken` are the countries that the report names, or a first-level area of; `enumerated` the mentions in lists.
    """

    countries: dict[str, float] = field(default_factory=dict)
    named: dict[str, int] = field(default_factory=dict)
    areas: dict[Area, float] = field(default_factory=dict)
    containers: dict[int, int] = field(default_factory=dict)
    spoken: frozenset[str] = frozenset()
    enumerated: frozenset[int] = frozenset()

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
    countries: Sequence[str] = (),
) -> Context:
    """Count what the report names; `options` are the candidates of each bare name, `countries` known beforehand."""
    weights: dict[str, float] = defaultdict(float)
    named: dict[str, int] = defaultdict(int)
    areas: dict[Area, float] = defaultdict(float)
    for code in countries:
        weights[gazetteer.country_code(code)] += HOME
    for mention in mentions:
        name = core_name(mention, text)
        if mention.kind == "demonym":
            spoken = gazetteer.demonym(name)
            if spoken and spoken.country:
                weights[spoken.country] += DEMONYM
                named[spoken.country] += 1
            continue
        found = options.get(name, ())
        if found and found[0].level is Level.COUNTRY and found[0].country:
            twin = any(candidate.level is Level.ADM1 for candidate in found)
            weights[found[0].country] += 0.5 if twin else 1.0
            named[found[0].country] += 1
        for candidate in found:
            if candidate.level is Level.ADM1 and candidate.adm1 and candidate.country:
                rivals = {other.country for other in found if other.score > found[0].score - RIVAL}
                if rivals == {candidate.country} or mention.level is Level.ADM1:
                    areas[_area_key(candidate)] += 0.5 if len(found) > 1 else 1.0
                    weights[candidate.country] += 0.25 if len(found) > 1 else 0.5
                break
    named_ones = frozenset(weights)
    held, listed = containers(mentions, text), enumerated(mentions, text)
    return Context(_shares(weights), dict(named), _shares(areas), held, named_ones, listed)


def containers(mentions: Sequence[Mention], text: str) -> dict[int, int]:
    """Which mention may hold which, by position: "X, Y", "X in Y province", "Y's X", "the Y-ian town of X"."""
    held = {}
    for index, (mention, following) in enumerate(pairwise(mentions)):
        gap = text[mention.end : following.start]
        if following.kind == "place" and (_SAID_OF if mention.kind == "demonym" else _OWNED).fullmatch(gap):
            held[index + 1] = index
            continue
        if len(gap) > 30 or following.kind in ("demonym", "road") or mention.kind == "demonym":
            continue
        rest = _TYPED_GAP.sub("", gap) if not gap.startswith(",") else gap
        if not _LISTED.match(gap) and gap.strip(" ") and (_WITHIN.fullmatch(gap) or _WITHIN.fullmatch(" " + rest)):
            held[index] = index + 1
    return held


def enumerated(mentions: Sequence[Mention], text: str) -> frozenset[int]:
    """Which mentions stand in a list that ends in "and": in "A, B and C", A is in B only if B is an area."""
    found: set[int] = set()
    begun: list[int] = []
    for index, (mention, following) in enumerate(pairwise(mentions)):
        gap = text[mention.end : following.start]
        begun.append(index)
        if _LISTED.match(gap) and len(gap) < LONGEST_AND:
            found.update(begun)
        if gap != ", ":
            begun = []
    return frozenset(found)


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
    return context.areas.get((candidate.country, candidate.adm1), 0.0) if candidate.adm1 else 0.0


Vector = tuple[float, float, float]
"""A point of the globe, its radius being 1."""


def vector(candidate: Candidate) -> Vector | None:
    """Where a candidate lies, in a form that makes distances quick to work out."""
    if candidate.latitude is None or candidate.longitude is None:
        return None
    latitude, longitude = radians(candidate.latitude), radians(candidate.longitude)
    flat = cos(latitude)
    return flat * cos(longitude), flat * sin(longitude), sin(latitude)


class Neighbours:
    """Places already resolved, asked how near they are."""

    def __init__(self, anchors: Sequence[Candidate]) -> None:
        self._anchors = anchors
        self._points = [(*point, anchor.id) for anchor in anchors if (point := vector(anchor))]

    @property
    def together(self) -> tuple[str | None, int]:
        """The country that most of these lie in, and how many."""
        counts = Counter(anchor.country for anchor in self._anchors)
        return max(counts.items(), key=lambda item: (item[1], item[0] or ""), default=(None, 0))

    def nearness(self, point: Vector | None, own: Set[str]) -> float:
        """How close a point lies to these, from 0 to 1; `own` are its namesakes' ids, who are no neighbours.

        Distances are through the Earth, which up to FAR_KM differs by less than a hundred metres.
        """
        if point is None:
            return 0.0
        x, y, z = point
        total = 0.0
        for other_x, other_y, other_z, ref in self._points:
            if -FAR < x - other_x < FAR and -FAR < y - other_y < FAR and ref not in own:
                away = sqrt((x - other_x) ** 2 + (y - other_y) ** 2 + (z - other_z) ** 2)
                if away < FAR:
                    total += exp(-away * EARTH_KM / NEAR_KM)
        return min(1.0, total)

    def closest(self, candidate: Candidate, own: Set[str], most_km: float) -> tuple[float, str] | None:
        """How many km off the nearest place of another name lies, and that name."""
        name = fold(candidate.name)
        away = [
            (away, anchor.name)
            for anchor in self._anchors
            if anchor.id not in own and (away := away_km(candidate, anchor)) < most_km and fold(anchor.name) != name
        ]
        return min(away, default=None)

    def any_in(self, area: Candidate, own: Set[str]) -> bool:
        """Whether one of these lies in an area."""
        return any(anchor.id not in own and lies_in(anchor, area) for anchor in self._anchors)


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


def _area_key(candidate: Candidate) -> Area:
    return candidate.country, candidate.adm1


def _shares(weights: Mapping[Key, float]) -> dict[Key, float]:
    total = sum(weights.values())
    return {key: weight / total for key, weight in weights.items()} if total else {}
