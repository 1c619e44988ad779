"""A place no finer than its district, and everything that would tell the finer one."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Self, TypeAlias

from clearway.exports.altered import altered
from clearway.exports.masking import Terms, joined, masked, words
from clearway.exports.sites import COARSE, SETTLEMENTS, bare, is_fine, is_proper, resembles
from clearway.model import Candidate, Claim, Level, Place

MARK = "[place withheld]"
FACILITY_MARK = "[facility withheld]"

Point: TypeAlias = tuple[float, float]
Areas: TypeAlias = dict[str, set[str | None]]
"""Folded names of areas, each with its countries."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hidden:
    """Places that must not be told: folded names, ids of gazetteers, points; and the phrases to mask in words."""

    keys: frozenset[str] = frozenset()
    ids: frozenset[str] = frozenset()
    points: frozenset[Point] = frozenset()
    phrases: frozenset[tuple[str, str]] = frozenset()

    def holds(self, place: Place) -> bool:
        """Whether a place is one of these, by name, id or point."""
        known = [candidate for candidate in (place.resolved, place.within) if candidate is not None]
        return is_fine(place) and (
            bool(_keys(place) & self.keys)
            or any(_ids(candidate) & self.ids for candidate in known if candidate.level not in COARSE)
            or any(point(candidate) in self.points for candidate in known if candidate.level not in COARSE)
        )


def hide(held: Iterable["Marks"], others: Iterable["Marks"], facilities: Iterable[str], areas: Areas) -> Hidden:
    """What to hide: the fine places of sited claims (`held`), and every other mention that is one of them.

    `facilities` are what the sited claims name, `areas` the `area_names` of all claims.
    """
    others = tuple(dict.fromkeys(others))
    found = _Found(areas)
    more = list(dict.fromkeys(held))
    while more:
        for one in more:
            found.add(one.place)
        more = [one for one in others if one.meet(found)]
        others = tuple(one for one in others if not one.meet(found))
    phrases = {(phrase, MARK) for phrase in found.phrases}
    for facility in facilities:
        phrases |= set(_facility_phrases(facility, areas, found.keys))
    return Hidden(
        keys=frozenset(found.keys),
        ids=frozenset(found.ids),
        points=frozenset(found.points),
        phrases=frozenset(phrases),
    )


class _Found:
    """What is to be hidden as far as it was found; places that are named many times are looked at once."""

    def __init__(self, areas: Areas) -> None:
        self._areas = areas
        self.phrases: set[str] = set()
        self.keys: set[str] = set()
        self.ids: set[str] = set()
        self.points: set[Point] = set()

    def add(self, place: Place) -> None:
        """Hide a place too."""
        told = set(_phrases(place, self._areas)) - self.phrases
        self.phrases |= told
        self.keys |= {joined(phrase) for phrase in told}
        for candidate in (place.resolved, place.within):
            if candidate is not None and candidate.level not in COARSE:
                self.ids |= _ids(candidate)
                self.points |= {spot for spot in (point(candidate),) if spot}


@dataclass(frozen=True, slots=True, eq=False)
class Marks:
    """A fine place, and by what it is known for one that is hidden."""

    place: Place
    keys: set[str]
    ids: set[str]
    points: set[Point | None]

    @classmethod
    def of(cls, place: Place) -> Self:
        """The marks of a place."""
        known = [one for one in (place.resolved, place.within) if one is not None and one.level not in COARSE]
        ids = {name for one in known for name in _ids(one)}
        return cls(place, _keys(place), ids, {point(one) for one in known})

    def meet(self, found: _Found) -> bool:
        """Whether it is one of these, by name, id or point."""
        return not (
            self.keys.isdisjoint(found.keys) and self.ids.isdisjoint(found.ids) and self.points.isdisjoint(found.points)
        )


def marks_of(place: Place) -> Marks:
    """The marks of a place, the same for all that are named alike and taken for the same."""
    return _marks(place.name, place.level, place.resolved, place.within)


@lru_cache(maxsize=5_000)
def _marks(name: str, level: Level | None, resolved: Candidate | None, within: Candidate | None) -> Marks:
    return Marks.of(Place(name=name, start=0, end=0, level=level, resolved=resolved, within=within))


def _facility_phrases(facility: str, areas: Areas, keys: Collection[str]) -> Iterator[tuple[str, str]]:
    for name in facility.split("; "):
        if is_proper(name):
            whole = Place(name=name, start=0, end=0, level=Level.FACILITY)
            for phrase in _phrases(whole, areas):
                if joined(phrase) not in keys:
                    yield phrase, FACILITY_MARK


def area_names(claims: Iterable[Claim]) -> Areas:
    """Folded names of areas of admin level 2 or larger that the claims speak of, each with its countries."""
    names: Areas = {}
    for claim in claims:
        for place in claim.places:
            for candidate in (place.resolved, place.within):
                if candidate is not None:
                    told: list[str | None] = [candidate.adm1, candidate.adm2, candidate.country]
                    coarse = [candidate.name] if candidate.level in COARSE else []
                    if candidate is place.resolved and not is_fine(place):
                        coarse.append(place.name)
                    for name in filter(None, [*told, *coarse]):
                        names.setdefault(joined(name), set()).add(candidate.country)
                    if candidate.level in (Level.COUNTRY, Level.REGION):
                        names[joined(candidate.name)].add(None)
            if place.resolved is None and not is_fine(place):
                names.setdefault(joined(place.name), set()).add(None)
    return names


def _phrases(place: Place, areas: Areas) -> Iterator[str]:
    """What to look for in words: the name as written and as the gazetteer has it, unless an area is called so.

    "Idlib city" tells more than its province's name does, "southern Idlib" does not.
    """
    fine = [candidate for candidate in (place.resolved, place.within) if candidate and candidate.level not in COARSE]
    for name in [place.name, *(candidate.name for candidate in fine)]:
        core = _trimmed(name)
        is_area = bool(core) and _is_area(core, place, areas)
        if core and not is_area:
            yield core
        is_settled = any(word.form in SETTLEMENTS for word in words(name))
        if len(words(name)) == 1 or joined(name) == joined(core) or (_is_area(name, place, areas) and not is_settled):
            continue
        is_site = place.level is Level.FACILITY and name != name.lower()
        if (core and not is_area) or is_site or (is_area and is_settled):
            yield name


@lru_cache(maxsize=20_000)
def _trimmed(name: str) -> str:
    """A name without the common words before and behind it ("town of Bab al-Hawa": "Bab al-Hawa")."""
    run = words(name)
    kept = [index for index, word in enumerate(run) if bare(name[word.start : word.end])]
    return name[run[kept[0]].start : run[kept[-1]].end] if kept else ""


def _is_area(name: str, place: Place, areas: Areas) -> bool:
    own = [candidate for candidate in (place.resolved, place.within) if candidate is not None]
    country = own[0].country if own else None
    around = [area for candidate in own for area in (candidate.adm2, candidate.adm1, candidate.country)]
    around += [candidate.name for candidate in own if candidate.level in COARSE]
    if any(resembles(name, area) for area in around):
        return True
    countries = areas.get(joined(name), set())
    return bool(countries) and (country is None or None in countries or country in countries)


def _keys(place: Place) -> set[str]:
    fine = [
        candidate.name for candidate in (place.resolved, place.within) if candidate and candidate.level not in COARSE
    ]
    return {joined(name) for name in (place.name, _trimmed(place.name), *fine) if name} - {""}


def _ids(candidate: Candidate) -> set[str]:
    told = {candidate.id, candidate.pcode or ""}
    if candidate.geonames is not None:
        told.add(f"geonames:{candidate.geonames}")
    if candidate.pcode:
        told.add(f"pcode:{candidate.pcode}")
    return told - {""}


def point(candidate: Candidate) -> Point | None:
    """Where the candidate is, in degrees, or nowhere."""
    if candidate.latitude is None or candidate.longitude is None:
        return None
    return candidate.latitude, candidate.longitude


def coarsened(place: Place, *, at: int, level: Level) -> Place:
    """The area around a place, of `level` (adm1 or adm2) or larger, without a point; a mark where no area is known."""
    known = place.resolved or place.within
    area = _area(known, level) if known else None
    if area is None:
        return Place(name=MARK, start=at, end=at)
    return Place(name=area.name, start=at, end=at, level=area.level, resolved=area, reason="given by its area")


def _area(known: Candidate, level: Level) -> Candidate | None:
    if known.level in (Level.REGION, Level.COUNTRY, Level.ADM1) or (known.level is level):
        return altered(pointless(known), score=0.0, population=None, geonames=None)
    above = Candidate(id="", name="", level=level, country=known.country, adm1=known.adm1, adm1_code=known.adm1_code)
    district = known.adm2 or (known.name if known.level is Level.ADM2 else None)
    if level is Level.ADM2 and district:
        code, own = known.adm2_code, f"adm2:{known.country}/{known.adm1}/{district}"
        return altered(
            above, id=f"pcode:{code}" if code else own, name=district, adm2=district, adm2_code=code, pcode=code
        )
    if known.adm1:
        code, own = known.adm1_code, f"adm1:{known.country}/{known.adm1}"
        return altered(above, id=f"pcode:{code}" if code else own, name=known.adm1, level=Level.ADM1, pcode=code)
    if known.country:
        return altered(above, id=f"country:{known.country}", name=known.country, level=Level.COUNTRY)
    return None


def scrubbed(place: Place, held: Terms, hidden: Hidden, *, start: int, end: int) -> Place:
    """A place that may go out, without candidates, and without a point or a word that would tell a hidden one."""
    resolved = _blanked(place.resolved, held, hidden) if place.resolved else None
    within = place.within if place.within and place.within.level in COARSE else None
    return altered(
        place,
        name=masked(place.name, held),
        start=start,
        end=end,
        resolved=resolved,
        within=_blanked(within, held, hidden) if within else None,
        others=(),
        reason="",
    )


def _blanked(candidate: Candidate, held: Terms, hidden: Hidden) -> Candidate:
    told = point(candidate) in hidden.points or bool(_ids(candidate) & hidden.ids)
    return altered(
        pointless(candidate) if told else candidate,
        name=masked(candidate.name, held),
        adm1=masked(candidate.adm1, held) if candidate.adm1 else None,
        adm2=masked(candidate.adm2, held) if candidate.adm2 else None,
    )


def without_point(place: Place) -> Place:
    """The place without degrees and radius, for an area that a sited claim names."""
    return altered(
        place,
        resolved=pointless(place.resolved) if place.resolved else None,
        within=pointless(place.within) if place.within else None,
    )


def pointless(candidate: Candidate) -> Candidate:
    """The candidate without degrees and radius."""
    return altered(candidate, latitude=None, longitude=None, radius_km=None)
