"""Under which keys a place is found."""

import re
from collections.abc import Iterable, Iterator

from clearway.places.folding import fold, skeleton
from clearway.places.schema import ALTERNATE, MAIN

AREA_WORDS = (
    "governorate|province|state|district|region|oblast|raion|county|parish|department|prefecture|municipality|canton|division|"
    "emirate|rayon|krai|territory|borough|voivodeship|muhafazat|regency|island|area|"
    "autonomous community|union territory"
)
TYPE_BEHIND = re.compile(rf"(.+?) (?:{AREA_WORDS})$", re.IGNORECASE)
_TYPE_BEFORE = re.compile(
    rf"(?:the )?(?:{AREA_WORDS}|estado|departamento|provincia|distrito|commune|wilaya|cercle|département|municipio) "
    r"(?:of |de |d'|du |des |del |do |da |di )?(.+)$",
    re.IGNORECASE,
)
_READABLE = re.compile("[A-Za-z\u00c0-\u052f\u0590-\u06ff\u1e00-\u1fff’'ʿʾ]")
_OTHER_SCRIPTS = re.compile("[\u0700-\u1dff\u2c00-\ua7ff\uac00-\ud7ff\U00020000-\U0003ffff]")
_CODE = re.compile(r"[A-Z0-9]{2,5}$")
_ROMANISED = re.compile(r"[a-z' .-]+$")
OURS = ("country", "region", "facility")
"""Levels whose further names were chosen by people, so that "UK" is one of them."""


def name_rows(number: int, name: str, names: Iterable[str], level: str) -> Iterator[tuple[str, int, int]]:
    """The keys under which a place is found, each once, with how it bears the name."""
    seen = {""}
    for how, written in [(MAIN, name), *((ALTERNATE, other) for other in names)]:
        forms = [(written, how)] if how == MAIN or level in OURS or usable(written) else []
        if level.startswith("adm") and forms and (bare := without_type(written)):
            forms.append((bare, how if level == "adm1" else ALTERNATE))
        for form, worth in forms:
            key = fold(form)
            if key not in seen and (len(key) > 1 or how == MAIN):
                seen.add(key)
                yield key, number, worth


def skeleton_rows(keys: Iterable[str]) -> list[tuple[str, str]]:
    """The loose key of each key that has a telling one (three consonants or more)."""
    return sorted({(bones, key) for key in keys if len(bones := skeleton(key)) > 2})


def without_type(name: str) -> str | None:
    """The area's name without its type: "Azaz" of "Azaz District"; nothing where no type is written."""
    match = TYPE_BEHIND.match(name) or _TYPE_BEFORE.match(name)
    return match[1] if match else None


def usable(name: str) -> bool:
    """Whether a report may write an alternate name: no airport code, no romanised Chinese, no script unread."""
    readable = _READABLE.search(name) and not _OTHER_SCRIPTS.search(name)
    return (
        bool(readable)
        and not (_CODE.match(name) and name not in ("ACT", "NSW", "QLD"))
        and not _ROMANISED.match(name)
        and len(name) <= 60
    )
