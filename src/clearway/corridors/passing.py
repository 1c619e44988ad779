"""Whether aid went through a crossing or was held there, by the words that say so, and which crossing they name."""

import re
from collections.abc import Iterator, Mapping

import numpy as np

from clearway.corridors.naming import SORT, site_names
from clearway.corridors.roads.network import KINDS, Network
from clearway.places.folding import fold

THROUGH = re.compile(
    r"\b(?:cross(?:ed|es|ing)?|enter(?:ed|s|ing)?|pass(?:ed|es|ing)?|went|go(?:es|ing)?|came|come|coming|moved|drove|"
    r"driven|let|sent|brought|shipped|arriv(?:ed|es|ing))\b",
    re.IGNORECASE,
)
"""Verbs of aid that passes a point."""
HELD = re.compile(
    r"\b(?:stopped|halted|suspended|refused|denied|blocked|stranded|stuck|waiting|held|barred|prevented|"
    r"(?:turned|sent|came|went) (?:back|away))\b",
    re.IGNORECASE,
)
"""Words of aid that did not pass."""
WORD = re.compile(r"[^\s,.;:()“”\"]+")
LINKING = frozenset("al el as ash ad at ar az an of the bin de la".split())
"""Parts of a name that are written small."""
LONGEST = 4
"""Words of a crossing's name."""
SPELT = 3
"""Letters from which on a key tells a name by itself; a shorter one is that of too many words."""
GUARDED = ("crossing", "border", "checkpoint", "gate")

Sites = Mapping[str, frozenset[str]]
"""The key of each crossing that has a name, and the letters of the names that it has."""


def sites_of(network: Network) -> Sites:
    """The crossings, border points, checkpoints and gates of some roads."""
    nodes = network.nodes
    guarded = np.isin(nodes.kind, [KINDS.index(kind) for kind in GUARDED]) & (nodes.name > 0)
    found: dict[str, set[str]] = {}
    for name in sorted({network.text(text) for text in nodes.name[guarded].tolist()}):
        for key in site_names(name):
            found.setdefault(key, set()).add(_letters(name))
    return {key: frozenset(names) for key, names in found.items()}


def went_through(words: str) -> bool:
    """Whether the words tell of aid that passed, and not of aid that was held or turned back."""
    return bool(THROUGH.search(words)) and not HELD.search(words)


def was_held(words: str) -> bool:
    """Whether the words tell of aid that was stopped or turned back."""
    return bool(HELD.search(words))


def sites_in(words: str, sites: Sites) -> tuple[str, ...]:
    """The keys of crossings, out of those given, whose names stand in the words, however they are spelt."""
    if not sites:
        return ()
    found: dict[str, None] = {}
    for name in _names(words):
        for key in site_names(name):
            is_spelt = len(key.removeprefix("site ").replace(" ", "")) >= SPELT
            if key in sites and (is_spelt or _letters(name) in sites[key]):
                found[key] = None
    return tuple(found)


def _letters(name: str) -> str:
    return "".join(letter for letter in fold(SORT.sub(" ", name)) if letter.isalnum())


def _names(words: str) -> Iterator[str]:
    """Every run of a few words that may be a name: it begins with a capital and holds no word that is written small."""
    parts = WORD.findall(words)
    for start, first in enumerate(parts):
        if not first[0].isupper():
            continue
        for end in range(start, min(start + LONGEST, len(parts))):
            if not _may_be_of_a_name(parts[end]):
                break
            yield " ".join(parts[start : end + 1])


def _may_be_of_a_name(word: str) -> bool:
    return any(letter.isupper() for letter in word) or word.casefold() in LINKING
