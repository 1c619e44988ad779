"""Roads, borders and unnamed regions ("the northwest"), found by pattern alone."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from clearway.model import Level
from clearway.places.english import DIRECTION, FUNCTION
from clearway.places.gazetteer import Gazetteer
from clearway.places.inputs import table
from clearway.places.runs import UPPER

ABBREVIATIONS = Path(__file__).parent / "data" / "abbreviations.tsv"

_NAME = rf"[{UPPER}]\w*(?:[’'‘-][\w]+)*(?: [{UPPER}]\w*(?:[’'‘-]\w+)*){{0,2}}"
_ROAD = "(?:international |main |ring |supply |coastal |desert )?(?:highway|highways|road|roads|motorway|route)"
DIRECTED = re.compile(
    rf"(?<![\w-])((?:the )?(?:{DIRECTION})(?:,? and (?:{DIRECTION}))?"
    r"(?: (?:of|parts? of|areas? of|side of))?(?: the)?)[ \u00a0]$",
    re.IGNORECASE,
)
"""A direction word right before a name: "northwestern", "north of", "north and east of"."""
_PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("road", re.compile(rf"\b[AMENR]{{1,2}}-?\d{{1,3}} (?:{_ROAD})\b")),
    ("road", re.compile(r"(?<=[Tt]he )[AMEN]-?\d{1,3}\b(?! (?:rifle|carbine|tank|gun|launcher|summit|motion))")),
    ("road", re.compile(r"\b(?:Highway|Route|Interstate|Road|State Road|US|U\.S\.)[ -]\d{1,3}\b")),
    ("road", re.compile(rf"\b{_NAME}(?:[-–‐‑]| to | ?[-–] ?){_NAME} {_ROAD}\b")),
    (
        "border",
        re.compile(
            rf"\b{_NAME}(?:[-–‐‑/]{_NAME})? (?:border|frontier)(?! (?:guard|police|patrol|force|crossing|control))"
        ),
    ),
    ("border", re.compile(rf"\bborder (?:with|between) (?:the )?{_NAME}(?: and {_NAME})?")),
    ("facility", re.compile(rf"\b{_NAME} (?:border crossing|border gate|crossing point|border post|border point)\b")),
)
_WORDS = {
    "road": ("road", "highway", "motorway", "route", "interstate", "he a", "he m", "he e", "he n", "us ", "u.s."),
    "border": ("border", "frontier"),
    "facility": ("border", "crossing"),
}
"""One of these is in every text that a pattern of the kind can match: a quick look before a slow one."""

_FIRST_WORD = re.compile(r"([A-Z]\w*) ")
_COMPOSED = re.compile(
    r"\b(?:(?:(?:Democratic|Islamic|Bolivarian|United|Federated|People’s|People's|Lao|Arab|Socialist) ){0,3}"
    r"(?:Republic|Kingdom|States|Emirates|Gulf|Bay|Horn|Isle|Strait|Straits|Sea|State|Federation|District|Cape|"
    r"Commonwealth) of|Bosnia|Trinidad|Antigua|Saint Kitts|St\.? Kitts|São Tomé|Sao Tome|Turks|Newfoundland|"
    r"Saint Vincent|St\.? Vincent|Wallis|Tyne|Washington,? D\.C\.|Jammu|Khyber)"
    rf"(?: and)?(?: the)?(?: {_NAME}(?: and {_NAME})?)?"
)
_UNNAMED = re.compile(
    rf"\b(?:in|from|to|into|across|throughout|of|for) the ((?:{DIRECTION})"
    r"(?: of the (?:country|province|region|governorate|state|city))?)"
    r"(?=\s*(?:[,.;:)\"”]|$)|\s+(?:and|are|is|was|were|has|have|had|still|where|which|since|by|on|in|for|after|as|remain|who)\b)"
)


@dataclass(frozen=True, slots=True)
class Feature:
    """A road, border, crossing or region as words of a text; `core` is the name inside them."""

    start: int
    end: int
    words: str
    kind: str
    core: tuple[int, int]
    direction: str | None = None
    level: Level | None = None


def features(text: str, gazetteer: Gazetteer) -> list[Feature]:
    """Roads, borders, crossings, unnamed regions, abbreviated areas and names with "of" or "and", in order."""
    found = [*_composed(text, gazetteer), *_abbreviated(text)]
    lower = text.lower()
    for kind, pattern in _PATTERNS:
        if not any(word in lower for word in _WORDS[kind]):
            continue
        for match in pattern.finditer(text):
            start = match.start()
            while (word := _FIRST_WORD.match(text, start, match.end())) and word[1].lower() in FUNCTION:
                start = word.end()
            if start == match.start() or pattern.match(text, start, match.end()):
                found.append(Feature(start, match.end(), text[start : match.end()], kind, (start, match.end())))
    for match in _UNNAMED.finditer(text):
        start = match.start(1) - 4
        words = text[start : match.end(1)]
        direction = match[1].split(" ")[0].lower()
        found.append(Feature(start, match.end(1), words, "region", (match.end(1), match.end(1)), direction=direction))
    kept: list[Feature] = []
    for feature in sorted(found, key=lambda feature: (feature.start, -feature.end)):
        if not kept or feature.start >= kept[-1].end:
            kept.append(feature)
    return kept


def _composed(text: str, gazetteer: Gazetteer) -> Iterator[Feature]:
    """Names with "of" or "and" in them that the gazetteer has whole: "Republic of Korea", "Trinidad and Tobago"."""
    for match in _COMPOSED.finditer(text):
        words = match.group()
        while " " in words:
            if gazetteer.exact(words):
                yield Feature(
                    match.start(),
                    match.start() + len(words),
                    words,
                    "place",
                    (match.start(), match.start() + len(words)),
                )
                break
            words = words.rpartition(" ")[0]


def _abbreviated(text: str) -> Iterator[Feature]:
    """Areas shortened as agencies do, behind a comma or with inner full stops: "Ky.", "TX", "B.C."."""
    for match in _abbreviations().finditer(text):
        yield Feature(match.start(), match.end(), match.group(), "place", match.span(), level=Level.ADM1)


def is_abbreviation(words: str) -> bool:
    """Whether a word is the short form of an area without its full stop ("Mass" of "Mass.")."""
    return f"{words}." in _short_names()


@cache
def _short_names() -> frozenset[str]:
    return frozenset(name for _, names in table(ABBREVIATIONS) for name in names.split("|"))


@cache
def _abbreviations() -> re.Pattern[str]:
    """All abbreviations of our table, and the two-letter codes of the United States and Canada."""
    rows = table(ABBREVIATIONS)
    names = [name for _, names in rows for name in names.split("|")]
    inner = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True) if name.count(".") > 1)
    last = "|".join(
        re.escape(name) for name in sorted(names, key=len, reverse=True) if name.count(".") == 1 and len(name) > 2
    )
    codes = "|".join(code[3:] for code, _ in rows if code[:2] in ("US", "CA"))
    return re.compile(rf"(?<![\w.])(?:{inner})(?!\w)|(?<=[a-z], )(?:{last})|(?<=[a-z], )(?:{codes})(?![\w’']|\.\w)")
