"""Roads, borders and unnamed regions ("the northwest"), found by pattern alone."""

import re
from collections.abc import Iterable, Iterator
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
_PATTERNS: tuple[tuple[str, tuple[str, ...], re.Pattern[str]], ...] = (
    ("road", ("road", "highway", "motorway", "route"), re.compile(rf"\b[AMENR]{{1,2}}-?\d{{1,3}} (?:{_ROAD})\b")),
    (
        "road",
        ("he a", "he m", "he e", "he n"),
        re.compile(r"(?<=[Tt]he )[AMEN]-?\d{1,3}\b(?! (?:rifle|carbine|tank|gun|launcher|summit|motion))"),
    ),
    (
        "road",
        ("highway", "route", "interstate", "road", "us ", "us-", "u.s. ", "u.s.-"),
        re.compile(r"\b(?:Highway|Route|Interstate|Road|State Road|US|U\.S\.)[ -]\d{1,3}\b"),
    ),
    (
        "road",
        ("road", "highway", "motorway", "route"),
        re.compile(rf"\b{_NAME}(?:[-–‐‑]| to | ?[-–] ?){_NAME} {_ROAD}\b"),
    ),
    (
        "border",
        ("border", "frontier"),
        re.compile(
            rf"\b{_NAME}(?:[-–‐‑/]{_NAME})? (?:border|frontier)(?! (?:guard|police|patrol|force|crossing|control))"
        ),
    ),
    ("border", ("border ",), re.compile(rf"\bborder (?:with|between) (?:the )?{_NAME}(?: and {_NAME})?")),
    (
        "facility",
        ("border ", "crossing point"),
        re.compile(rf"\b{_NAME} (?:border crossing|border gate|crossing point|border post|border point)\b"),
    ),
)
"""What sort of feature, words of which one stands in whatever the pattern matches, and the pattern.

The words are looked for first, in a text in lower case, because a pattern that begins with any name is slow.
"""
BEFORE, BEHIND = 160, 160
"""Characters around such a word within which the pattern's match lies."""

_FIRST_WORD = re.compile(r"([A-Z]\w*) ")
_COMPOSED = re.compile(
    r"(?=[A-Z])\b(?:(?:(?:Democratic|Islamic|Bolivarian|United|Federated|People’s|People's|Lao|Arab|Socialist) ){0,3}"
    r"(?:Republic|Kingdom|States|Emirates|Gulf|Bay|Horn|Isle|Strait|Straits|Sea|State|Federation|District|Cape|"
    r"Commonwealth) of|Bosnia|Trinidad|Antigua|Saint Kitts|St\.? Kitts|São Tomé|Sao Tome|Turks|Newfoundland|"
    r"Saint Vincent|St\.? Vincent|Wallis|Tyne|Washington,? D\.C\.|Jammu|Khyber)"
    rf"(?: and)?(?: the)?(?: {_NAME}(?: and {_NAME})?)?"
)
"""The letter that it begins with is looked at first, which passes over most of a text in less time."""
_UNNAMED = re.compile(
    rf"(?=[afiot])\b(?:in|from|to|into|across|throughout|of|for) the ((?:{DIRECTION})"
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
    found = [*_composed(text, gazetteer), *abbreviated(text)]
    lower = text.lower()
    for kind, signs, pattern in _PATTERNS:
        for low, high in _around(lower, signs):
            for match in pattern.finditer(text, low, high):
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


def _around(lower: str, words: Iterable[str]) -> Iterator[tuple[int, int]]:
    """The stretches of a text around any of some words, in order and without overlap."""
    at = sorted(start for word in words for start in _starts(lower, word))
    low = high = -1
    for start in at:
        if start - BEFORE > high:
            if high >= 0:
                yield low, high
            low = max(0, start - BEFORE)
        high = start + BEHIND
    if high >= 0:
        yield low, high


def _starts(lower: str, word: str) -> Iterator[int]:
    start = lower.find(word)
    while start >= 0:
        yield start
        start = lower.find(word, start + 1)


def _composed(text: str, gazetteer: Gazetteer) -> Iterator[Feature]:
    """Names with "of" or "and" in them that the gazetteer has whole: "Republic of Korea", "Trinidad and Tobago"."""
    for match in _COMPOSED.finditer(text):
        words = match.group()
        while " " in words:
            if gazetteer.glance(words):
                yield Feature(
                    match.start(),
                    match.start() + len(words),
                    words,
                    "place",
                    (match.start(), match.start() + len(words)),
                )
                break
            words = words.rpartition(" ")[0]


def abbreviated(text: str) -> Iterator[Feature]:
    """Areas shortened as agencies do, behind a comma or with inner full stops: "Ky.", "TX", "B.C."."""
    inner, behind_comma = _abbreviations()
    for match in inner.finditer(text):
        before = text[match.start() - 1 : match.start()]
        if not (before.isalnum() or before in ("_", ".")):
            yield Feature(match.start(), match.end(), match.group(), "place", match.span(), level=Level.ADM1)
    for match in behind_comma.finditer(text):
        if "a" <= text[match.start() - 1 : match.start()] <= "z":
            yield Feature(match.start(1), match.end(1), match[1], "place", match.span(1), level=Level.ADM1)


def is_abbreviation(words: str) -> bool:
    """Whether a word is the short form of an area without its full stop ("Mass" of "Mass.")."""
    return f"{words}." in _short_names()


@cache
def _short_names() -> frozenset[str]:
    return frozenset(name for _, names in table(ABBREVIATIONS) for name in names.split("|"))


@cache
def _abbreviations() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """All abbreviations of our table, and the two-letter codes of the United States and Canada.

    Those with inner full stops stand anywhere, the others behind a comma only. Both patterns begin with a letter or a
    comma, not with a look behind, so that most of a text is passed over quickly.
    """
    rows = table(ABBREVIATIONS)
    names = sorted((name for _, names in rows for name in names.split("|")), key=len, reverse=True)
    inner = "|".join(re.escape(name) for name in names if name.count(".") > 1)
    last = "|".join(re.escape(name) for name in names if name.count(".") == 1 and len(name) > 2)
    codes = "|".join(code[3:] for code, _ in rows if code[:2] in ("US", "CA"))
    return re.compile(rf"(?:{inner})(?!\w)"), re.compile(rf", ({last}|(?:{codes})(?![\w’']|\.\w))")
