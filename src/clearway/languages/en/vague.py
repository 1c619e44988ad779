"""English words that stand for a number nobody counted: "dozens", "several hundred", "tens of thousands"."""

import re

from clearway.model import Quantifier

_Q = Quantifier
PLURALS: dict[str, Quantifier] = {
    "dozens": _Q.DOZENS,
    "hundreds": _Q.HUNDREDS,
    "millions": _Q.MILLIONS,
    "scores": _Q.SCORES,
    "tens": _Q.DOZENS,
    "thousands": _Q.THOUSANDS,
}
PHRASES: dict[str, Quantifier] = {
    "hundreds of millions": _Q.MILLIONS,
    "hundreds of thousands": _Q.HUNDREDS_OF_THOUSANDS,
    "tens of millions": _Q.MILLIONS,
    "tens of thousands": _Q.TENS_OF_THOUSANDS,
    "thousands of millions": _Q.MILLIONS,
}
SCALED: dict[str, Quantifier] = {
    "dozen": _Q.DOZENS,
    "hundred": _Q.HUNDREDS,
    "million": _Q.MILLIONS,
    "thousand": _Q.THOUSANDS,
}
"""What "several", "a few" and "a couple of" make of a scale."""

_PHRASE = re.compile(r"(?:tens|hundreds|thousands)\s+of\s+(?:thousands|millions)(?![a-z])")
_AGAIN = re.compile(
    r"(?:\s+(?:and|upon|or|or\s+even|or\s+possibly)|,?\s+if\s+not)\s+"
    r"(?:(?:tens|hundreds)\s+of\s+thousands|dozens|hundreds|millions|scores|thousands)(?![a-z])"
)
"""What only says the vague word before it again, or more boldly: "and hundreds", "if not thousands"."""

_SEVERAL = re.compile(
    r"several(?:\s+(dozen|hundred|thousand|million)(?![a-z]))?(?:\s+(thousand|million)(?![a-z]))?(?![a-z])"
)
_FEW = re.compile(
    r"(?:few|couple(?:\s+of)?)\s+(dozen|hundred|thousand|million)(?![a-z])(?:\s+(thousand|million)(?![a-z]))?"
)
_SCORES = re.compile(r"scores\s+(?:of\s+(?!\d|less|more|above|below)|more|others|were|are|have)")
_POINTS = frozenset(["average", "consumption", "fcs", "food", "mean", "median", "satisfaction", "test", "the", "their"])


def read_vague(folded: str, at: int, previous: str) -> tuple[int, Quantifier] | None:
    """Where the vague word at `at` ends and what it stands for; `previous` is the word before it."""
    phrase = _PHRASE.match(folded, at)
    if phrase is not None:
        return _end(folded, phrase.end()), PHRASES[" ".join(phrase[0].split())]
    several = _SEVERAL.match(folded, at) or _FEW.match(folded, at)
    if several is not None:
        return several.end(), _of_scale(several[1], several[2])
    end = at
    while end < len(folded) and folded[end].isalpha():
        end += 1
    word = folded[at:end]
    if word == "scores" and (previous in _POINTS or _SCORES.match(folded, at) is None):
        return None
    if word == "tens" and not folded.startswith(" of", end):
        return None
    return (_end(folded, end), PLURALS[word]) if word in PLURALS else None


def _end(folded: str, end: int) -> int:
    """Where a vague word ends, with one that says it again."""
    again = _AGAIN.match(folded, end)
    return again.end() if again is not None else end


def _of_scale(scale: str | None, second: str | None) -> Quantifier:
    if scale is None:
        return _Q.SEVERAL
    if scale == "hundred" and second == "thousand":
        return _Q.HUNDREDS_OF_THOUSANDS
    return SCALED[second or scale]
