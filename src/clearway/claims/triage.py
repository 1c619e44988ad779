"""Which sentences can hold a claim: only these are parsed."""

import re
from functools import cache

from clearway.languages.en.kinds import FRAMES, frames_by_form
from clearway.languages.en.speech import saying_forms
from clearway.languages.en.words import classes_of

SKIPPED = frozenset(
    """
    be make take hold begin start end open come go break find leave keep help face see continue stay remain live
    get give use turn set report move push agree begin run allow expect put return call need support carry
    commit fall receive provide stand meet lose
    """.split()
)
"""Words too common to be worth a parse alone: a frame that has them also needs one of its other words."""

WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


@cache
def triggers() -> frozenset[str]:
    """Every form that alone makes a sentence worth parsing."""
    found: set[str] = set()
    for sort in ("verbs", "nouns", "adjectives"):
        found.update(form for form, (lemma, _) in frames_by_form(sort).items() if lemma not in SKIPPED)
    for frame in FRAMES:
        found.update(word for word in frame.with_words.split() if len(word) > 3 and word not in SKIPPED)
    return frozenset(found)


TELLING = frozenset({"agreement", "talks", "hazard", "aid", "disease", "strict_facility", "road", "troops", "violence"})
"""Noun classes that make a claim of a common verb ("a truce came into effect")."""


@cache
def weak_triggers() -> frozenset[str]:
    """Forms of the common verbs, which need a noun of these classes beside them."""
    return frozenset(form for form, (lemma, _) in frames_by_form("verbs").items() if lemma in SKIPPED)


def may_hold_claim(sentence: str, *, counts: bool) -> bool:
    """Whether the sentence has a word of some frame, or a number that counts."""
    if counts:
        return True
    known, weak = triggers(), weak_triggers()
    words = WORD.findall(sentence.lower())
    if any(word in known for word in words):
        return True
    return any(word in weak for word in words) and any(classes_of(word) & TELLING for word in words)


@cache
def _saying() -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(sorted(saying_forms(), key=len, reverse=True)) + r")\b", re.IGNORECASE)


def says(sentence: str) -> bool:
    """Whether the sentence has a verb of saying."""
    return bool(_saying().search(sentence))


__all__ = ["may_hold_claim", "says", "triggers"]
