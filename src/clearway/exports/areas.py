"""A place no finer than its district, and everything that would tell the finer one."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from clearway.exports.masking import Terms, joined, masked, words
from clearway.exports.sites import COARSE, SETTLEMENTS, bare, is_fine, is_proper, resembles
from clearway.model import Candidate, Claim, Level, Place

MARK = "[place withheld]"
FACILITY_MARK = "[facility withheld]"

Point = tuple[float, float]


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


def hide(claims: Iterable[Claim], sited: frozenset[str]) -> Hidden:
    """What to hide: the fine places of the sited claims, and every other mention that is one of them."""
    claims = tuple(claims)
    areas = area_names(claims)
    hidden = Hidden()
    places = [(place, claim.id in sited) for claim in claims for place in claim.places]
    while True:
        held = [place for place, is_sited in places if is_fine(place) and (is_sited or hidden.holds(place))]
        grown = _hidden(held, areas, [claim for claim in claims if claim.id in sited])
        if grown == hidden:
            return hidden
        hidden = grown


def _hidden(places: Iterable[Place], areas: dict[str, set[str | None]], sited: Iterable[Claim]) -> Hidden:
    phrases: set[tuple[str, str]] = set()
    ids: set[str] = set()
    points: set[Point] = set()
    for place in places:
        phrases |= {(phrase, MARK) for phrase in _phrases(place, areas)}
        for candidate in (place.resolved, place.within):
            if candidate is not None and candidate.level not in COARSE:
                ids |= _ids(candidate)
                points |= {spot for spot in (point(candidate),) if spot}
    keys = frozenset(joined(phrase) for phrase, _ in phrases)
    for claim in sited:
        for name in (claim.facility or "").split("; "):
            if is_proper(name):
                whole = Place(name=name, start=0, end=0, level=Level.FACILITY)
                phrases |= {(phrase, FACILITY_MARK) for phrase in _phrases(whole, areas) if joined(phrase) not in keys}
    return Hidden(keys=keys, ids=frozenset(ids), points=frozenset(points), phrases=frozenset(phrases))


def area_names(claims: Iterable[Claim]) -> dict[str, set[str | None]]:
    """Folded names of areas of admin level 2 or larger that the claims speak of, each with its countries."""
    names: dict[str, set[str | None]] = {}
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


def _phrases(place: Place, areas: dict[str, set[str | None]]) -> Iterator[str]:
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


def _trimmed(name: str) -> str:
    """A name without the common words before and behind it ("town of Bab al-Hawa": "Bab al-Hawa")."""
    run = words(name)
    kept = [index for index, word in enumerate(run) if bare(name[word.start : word.end])]
    return name[run[kept[0]].start : run[kept[-1]].end] if kept else ""


def _is_area(name: str, place: Place, areas: dict[str, set[str | None]]) -> bool:
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
        return replace(pointless(known), score=0.0, population=None, geonames=None)
    above = Candidate(id="", name="", level=level, country=known.country, adm1=known.adm1, adm1_code=known.adm1_code)
    district = known.adm2 or (known.name if known.level is Level.ADM2 else None)
    if level is Level.ADM2 and district:
        code, own = known.adm2_code, f"adm2:{known.country}/{known.adm1}/{district}"
        return replace(
            above, id=f"pcode:{code}" if code else own, name=district, adm2=district, adm2_code=code, pcode=code
        )
    if known.adm1:
        code, own = known.adm1_code, f"adm1:{known.country}/{known.adm1}"
        return replace(above, id=f"pcode:{code}" if code else own, name=known.adm1, level=Level.ADM1, pcode=code)
    if known.country:
        return replace(above, id=f"country:{known.country}", name=known.country, level=Level.COUNTRY)
    return None


def scrubbed(place: Place, held: Terms, hidden: Hidden, *, start: int, end: int) -> Place:
    """A place that may go out, without candidates, and without a point or a word that would tell a hidden one."""
    resolved = _blanked(place.resolved, held, hidden) if place.resolved else None
    within = place.within if place.within and place.within.level in COARSE else None
    return replace(
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
    return replace(
        pointless(candidate) if told else candidate,
        name=masked(candidate.name, held),
        adm1=masked(candidate.adm1, held) if candidate.adm1 else None,
        adm2=masked(candidate.adm2, held) if candidate.adm2 else None,
    )


def without_point(place: Place) -> Place:
    """The place without degrees and radius, for an area that a sited claim names."""
    return replace(
        place,
        resolved=pointless(place.resolved) if place.resolved else None,
        within=pointless(place.within) if place.within else None,
    )


def pointless(candidate: Candidate) -> Candidate:
    """The candidate without degrees and radius."""
    return replace(candidate, latitude=None, longitude=None, radius_km=None)
