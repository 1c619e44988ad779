"""Roads, borders and unnamed regions ("the northwest"), found by pattern alone."""

import re
from dataclasses import dataclass

from clearway.places.english import DIRECTION
from clearway.places.runs import UPPER

_NAME = rf"[{UPPER}]\w*(?:[’'‘-][\w]+)*(?: [{UPPER}]\w*(?:[’'‘-]\w+)*){{0,2}}"
_ROAD = "(?:international |main |ring |supply |coastal |desert )?(?:highway|highways|road|roads|motorway|route)"
DIRECTED = re.compile(
    rf"(?<![\w-])((?:the )?(?:{DIRECTION})(?:,? and (?:{DIRECTION}))?(?: (?:of|parts? of|areas? of|side of))?(?: the)?)[ \u00a0]$", re.IGNORECASE
)
"""A direction word right before a name: "northwestern", "north of", "north and east of"."""
_PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("road", re.compile(rf"\b[AMENR]{{1,2}}-?\d{{1,3}} (?:{_ROAD})\b")),
    ("road", re.compile(r"(?<=[Tt]he )[AMEN]-?\d{1,3}\b(?! (?:rifle|carbine|tank|gun|launcher|summit|motion))")),
    ("road", re.compile(rf"\b(?:Highway|Route|Interstate|Road|State Road|US|U\.S\.)[ -]\d{{1,3}}\b")),
    ("road", re.compile(rf"\b{_NAME}(?:[-–‐‑]| to | ?[-–] ?){_NAME} {_ROAD}\b")),
    ("border", re.compile(rf"\b{_NAME}(?:[-–‐‑/]{_NAME})? (?:border|frontier)(?! (?:guard|police|patrol|force|crossing|control))")),
    ("border", re.compile(rf"\bborder (?:with|between) (?:the )?{_NAME}(?: and {_NAME})?")),
    ("facility", re.compile(rf"\b{_NAME} (?:border crossing|border gate|crossing point|border post|border point)\b")),
)
_UNNAMED = re.compile(
    rf"\b(?:in|from|to|into|across|throughout|of|for) the ((?:{DIRECTION})(?: of the (?:country|province|region|governorate|state|city))?)"
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
    area: str | None = None


def features(text: str) -> list[Feature]:
    """The roads, borders, crossings and unnamed regions of a text, in order and without overlap."""
    found = []
    for kind, pattern in _PATTERNS:
        for match in pattern.finditer(text):
            found.append(Feature(match.start(), match.end(), match.group(), kind, (match.start(), match.end())))
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
