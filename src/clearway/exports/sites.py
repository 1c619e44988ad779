"""Which claims tell where a hospital, a camp or a convoy is, and what a name of such a place is made of."""

import re
from functools import lru_cache

from clearway.exports.masking import NAME, flat, fold, forms, starts, words
from clearway.kinds import kinds
from clearway.model import Claim, Level, Place, Sensitivity

COARSE = frozenset({Level.REGION, Level.COUNTRY, Level.ADM1, Level.ADM2})
"""Areas of admin level 2 or larger, which HDX's classes let out as aggregates."""

DISTRICT_KM = 20.0
"""An area without a level reaches at least so far before it is taken to be no finer than a district."""

HIGH = frozenset({Sensitivity.HIGH, Sensitivity.SEVERE})

SITED_KINDS = frozenset({"facility_attack", "facility_status", "corridor"})
"""Kinds that are about a site or a route that people depend on (HDX: high)."""

DELIVERY = "aid_delivery"
"""A convoy is where it is; partners may know of deliveries, the public of none below a district."""

SITES = frozenset(
    fold(word)
    for word in str.split(
        """
        hospital hospitals clinic clinics dispensary dispensaries ambulance ambulances camp camps encampment
        encampments shelter shelters tent tents convoy convoys corridor corridors school schools
        kindergarten university orphanage mosque mosques church churches market markets bakery bakeries warehouse
        warehouses hopital hopitaux clinique camps convoi convois ecole ecoles abri abris مستشفى مستشفيات مشفى
        مخيم مخيمات عيادة قافلة مدرسة مدارس hastane hastanesi kamp kampi konvoy okul лікарня лікарні табір конвой
        школа школи
        """
    )
)
"""Words that tell a site, folded; a sentence with one is taken to tell where it is."""

GENERIC = SITES | frozenset(
    fold(word)
    for word in str.split(
        """
        a an the of in on at to near from for and or with between along by around outside inside into towards edge
        side sub crossing de du la le les des al el north south east west northern
        southern eastern western northwest northeast southwest southeast central city town village villages hamlet
        district districts province governorate region area areas countryside suburb suburbs neighbourhood
        neighborhood outskirts rural street road highway bridge border river valley mount mountain centre center
        health medical point post facility facilities unit ward field mobile surgical maternity children childrens
        national general public university primary secondary refugee refugees displaced persons people idp idps
        makeshift informal water station power plant stadium
        """
    )
)
"""Words that name nothing by themselves."""


SETTLEMENTS = frozenset({"city", "town", "village", "hamlet", "suburb", "neighbourhood", "neighborhood", "camp"})
"""Words that tell a settlement from the area that is called like it."""


_ASCII = sorted((word for word in SITES if word.isascii()), key=len, reverse=True)
PARTS = tuple(word for word in sorted(_ASCII) if not any(other != word and other in word for other in _ASCII))
"""Words of ASCII that tell a site and hold no other one: whatever tells one by a word of ASCII holds one of these."""
_PLAIN = re.compile(rf"\b(?:{'|'.join(_ASCII)})\b")


def plain_sites(plain: str) -> list[int]:
    """Where these begin in what `flat` made of a text."""
    return sorted(at for form in SITES.intersection(plain.split()) for at in starts(plain, form))


def site_words(text: str) -> list[int]:
    """Where the common words of ASCII that tell a site begin in a text, each as a whole word."""
    plain = flat(text)
    if plain is not None:
        return plain_sites(plain)
    found: set[int] = set()
    low = text.lower()
    for part in PARTS:
        at = low.find(part) if part in low else -1
        while at >= 0:
            start = at
            while start and (low[start - 1].isalnum() or low[start - 1] == "_"):
                start -= 1
            if _PLAIN.match(low, start):
                found.add(start)
            at = low.find(part, at + 1)
    return sorted(found)


def tells_site(text: str) -> bool:
    """Whether a text speaks of a site by its common word; names are remembered, sentences hardly come again."""
    return _name_tells_site(text) if len(text) <= NAME else not SITES.isdisjoint(forms(text))


@lru_cache(maxsize=5_000)
def _name_tells_site(name: str) -> bool:
    plain = flat(name)  # quicker than to look at each word, and most of these are what one claim says and no other
    return not SITES.isdisjoint(forms(name) if plain is None else plain.split())


@lru_cache(maxsize=50_000)
def bare(name: str) -> str:
    """A name without the words that name nothing; empty where nothing is left."""
    return " ".join(name[word.start : word.end] for word in words(name) if word.form not in GENERIC)


def common_word(name: str) -> str:
    """What sort of site a proper name names ("Al Noor Hospital": "hospital"), else "facility"."""
    found = [word.form for word in words(name) if word.form in SITES]
    return found[-1] if found else "facility"


@lru_cache(maxsize=50_000)
def is_proper(name: str) -> bool:
    """Whether a slot holds a proper name rather than common words."""
    return any(word.capital and word.form not in GENERIC and not word.form.isdigit() for word in words(name))


def is_fine(place: Place) -> bool:
    """Whether a place is finer than admin level 2; what nobody could resolve counts as fine."""
    resolved = place.resolved
    if place.level in COARSE:
        return resolved is not None and resolved.level not in COARSE
    if resolved is None or place.level not in (None, Level.AREA, Level.BORDER):
        return True
    if resolved.level in COARSE:
        return False
    wide = resolved.radius_km is not None and resolved.radius_km >= DISTRICT_KM
    return not (wide and resolved.level in (Level.AREA, Level.BORDER))


def sensitivity(claim: Claim) -> Sensitivity:
    """The higher of what the claim carries and what its kind has at least."""
    order = list(Sensitivity)
    known = kinds().get(claim.kind)
    return max(claim.sensitivity, known.sensitivity if known else Sensitivity.HIGH, key=order.index)


def is_sited(claim: Claim, *, deliveries: bool) -> bool:
    """Whether a claim tells of a facility, a camp or a convoy, by kind, slot, class, place or words."""
    return (
        claim.kind in SITED_KINDS
        or (deliveries and claim.kind == DELIVERY)
        or claim.facility is not None
        or sensitivity(claim) in HIGH
        or any(place.level is Level.FACILITY for place in claim.places)
        or any(place.resolved is not None and place.resolved.level is Level.FACILITY for place in claim.places)
        or any(tells_site(place.name) for place in claim.places)
        or tells_site(claim.sentence.words)
        or tells_site(claim.passage.words)
    )


@lru_cache(maxsize=50_000)
def resembles(name: str, other: str | None) -> bool:
    """Whether two spellings are of one name: the same consonants and nearly the same length ("Idlib", "Idleb")."""
    if not other:
        return False
    first, second = _letters(bare(name) or name), _letters(bare(other) or other)
    return first == second or (
        len(_bones(first)) > 1 and _bones(first) == _bones(second) and abs(len(first) - len(second)) <= 2
    )


def _letters(name: str) -> str:
    said = [word.form for word in words(name)]
    if len(said) > 1 and said[0] in ("al", "el", "ar", "an", "as", "at", "ad", "az", "ash", "the"):
        said = said[1:]
    return fold("".join(said))


def _bones(letters: str) -> str:
    bones = ""
    for letter in letters:
        if letter not in "aeiouy" and not bones.endswith(letter):
            bones += letter
    return bones
