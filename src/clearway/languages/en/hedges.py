"""English hedges: the words beside a number that say how it is meant.

Kept from the claims guide; IDMC's quantifiers ("more than", "approximately" ...) are the same in fewer words.
"""

import re
from typing import NamedTuple

from clearway.languages.en.timewords import word_set
from clearway.model import Quantifier

_Q = Quantifier

BEFORE: dict[str, Quantifier] = {
    "a little less than": _Q.LESS_THAN,
    "a little more than": _Q.MORE_THAN,
    "a little over": _Q.MORE_THAN,
    "a little under": _Q.ALMOST,
    "a maximum of": _Q.LESS_THAN,
    "a minimum of": _Q.MORE_THAN,
    "about": _Q.APPROXIMATELY,
    "above": _Q.MORE_THAN,
    "all but": _Q.ALMOST,
    "almost": _Q.ALMOST,
    "an estimated": _Q.APPROXIMATELY,
    "anything up to": _Q.LESS_THAN,
    "approaching": _Q.ALMOST,
    "approx": _Q.APPROXIMATELY,
    "approx.": _Q.APPROXIMATELY,
    "approximately": _Q.APPROXIMATELY,
    "around": _Q.APPROXIMATELY,
    "as few as": _Q.MORE_THAN,
    "as high as": _Q.LESS_THAN,
    "as low as": _Q.MORE_THAN,
    "as many as": _Q.LESS_THAN,
    "as much as": _Q.LESS_THAN,
    "at a minimum": _Q.MORE_THAN,
    "at least": _Q.MORE_THAN,
    "at most": _Q.LESS_THAN,
    "barely": _Q.APPROXIMATELY,
    "below": _Q.LESS_THAN,
    "beyond": _Q.MORE_THAN,
    "c.": _Q.APPROXIMATELY,
    "ca": _Q.APPROXIMATELY,
    "ca.": _Q.APPROXIMATELY,
    "capped at": _Q.LESS_THAN,
    "circa": _Q.APPROXIMATELY,
    "close on": _Q.ALMOST,
    "close to": _Q.ALMOST,
    "estimated": _Q.APPROXIMATELY,
    "estimated at": _Q.APPROXIMATELY,
    "estimated to be": _Q.APPROXIMATELY,
    "exceed": _Q.MORE_THAN,
    "exceeded": _Q.MORE_THAN,
    "exceeding": _Q.MORE_THAN,
    "exceeds": _Q.MORE_THAN,
    "far fewer than": _Q.LESS_THAN,
    "far less than": _Q.LESS_THAN,
    "far more than": _Q.MORE_THAN,
    "fewer than": _Q.LESS_THAN,
    "greater than": _Q.MORE_THAN,
    "higher than": _Q.MORE_THAN,
    "in excess of": _Q.MORE_THAN,
    "in the neighborhood of": _Q.APPROXIMATELY,
    "in the neighbourhood of": _Q.APPROXIMATELY,
    "in the order of": _Q.APPROXIMATELY,
    "in the region of": _Q.APPROXIMATELY,
    "just above": _Q.MORE_THAN,
    "just below": _Q.ALMOST,
    "just over": _Q.MORE_THAN,
    "just short of": _Q.ALMOST,
    "just shy of": _Q.ALMOST,
    "just under": _Q.ALMOST,
    "larger than": _Q.MORE_THAN,
    "less than": _Q.LESS_THAN,
    "lower than": _Q.LESS_THAN,
    "many more than": _Q.MORE_THAN,
    "maximum": _Q.LESS_THAN,
    "maximum of": _Q.LESS_THAN,
    "minimum": _Q.MORE_THAN,
    "minimum of": _Q.MORE_THAN,
    "more or less": _Q.APPROXIMATELY,
    "more than": _Q.MORE_THAN,
    "much less than": _Q.LESS_THAN,
    "much more than": _Q.MORE_THAN,
    "nearing": _Q.ALMOST,
    "nearly": _Q.ALMOST,
    "no fewer than": _Q.MORE_THAN,
    "no less than": _Q.MORE_THAN,
    "no more than": _Q.LESS_THAN,
    "not even": _Q.LESS_THAN,
    "not exceeding": _Q.LESS_THAN,
    "not less than": _Q.MORE_THAN,
    "not more than": _Q.LESS_THAN,
    "of the order of": _Q.APPROXIMATELY,
    "on the order of": _Q.APPROXIMATELY,
    "over": _Q.MORE_THAN,
    "passed": _Q.MORE_THAN,
    "roughly": _Q.APPROXIMATELY,
    "shy of": _Q.ALMOST,
    "significantly more than": _Q.MORE_THAN,
    "slightly above": _Q.MORE_THAN,
    "slightly below": _Q.ALMOST,
    "slightly fewer than": _Q.LESS_THAN,
    "slightly less than": _Q.LESS_THAN,
    "slightly more than": _Q.MORE_THAN,
    "slightly over": _Q.MORE_THAN,
    "slightly under": _Q.ALMOST,
    "smaller than": _Q.LESS_THAN,
    "some": _Q.APPROXIMATELY,
    "something like": _Q.APPROXIMATELY,
    "somewhere around": _Q.APPROXIMATELY,
    "sub-": _Q.LESS_THAN,
    "surpassed": _Q.MORE_THAN,
    "surpasses": _Q.MORE_THAN,
    "surpassing": _Q.MORE_THAN,
    "topped": _Q.MORE_THAN,
    "under": _Q.LESS_THAN,
    "up to": _Q.LESS_THAN,
    "upward of": _Q.MORE_THAN,
    "upwards of": _Q.MORE_THAN,
    "virtually": _Q.ALMOST,
    "well above": _Q.MORE_THAN,
    "well below": _Q.LESS_THAN,
    "well over": _Q.MORE_THAN,
    "well under": _Q.LESS_THAN,
    "<": _Q.LESS_THAN,
    ">": _Q.MORE_THAN,
    "~": _Q.APPROXIMATELY,
    "±": _Q.APPROXIMATELY,
    "≈": _Q.APPROXIMATELY,
    "≤": _Q.LESS_THAN,
    "≥": _Q.MORE_THAN,
}
"""Hedges that stand before the number."""

AFTER: dict[str, Quantifier] = {
    "and above": _Q.MORE_THAN,
    "and below": _Q.LESS_THAN,
    "and more": _Q.MORE_THAN,
    "and over": _Q.MORE_THAN,
    "and under": _Q.LESS_THAN,
    "and up": _Q.MORE_THAN,
    "approx": _Q.APPROXIMATELY,
    "approximately": _Q.APPROXIMATELY,
    "at a minimum": _Q.MORE_THAN,
    "at least": _Q.MORE_THAN,
    "at minimum": _Q.MORE_THAN,
    "at most": _Q.LESS_THAN,
    "at the least": _Q.MORE_THAN,
    "at the most": _Q.LESS_THAN,
    "give or take": _Q.APPROXIMATELY,
    "odd": _Q.APPROXIMATELY,
    "or above": _Q.MORE_THAN,
    "or below": _Q.LESS_THAN,
    "or fewer": _Q.LESS_THAN,
    "or greater": _Q.MORE_THAN,
    "or higher": _Q.MORE_THAN,
    "or less": _Q.LESS_THAN,
    "or lower": _Q.LESS_THAN,
    "or more": _Q.MORE_THAN,
    "or over": _Q.MORE_THAN,
    "or so": _Q.APPROXIMATELY,
    "or thereabouts": _Q.APPROXIMATELY,
    "or under": _Q.LESS_THAN,
    "plus": _Q.MORE_THAN,
    "roughly": _Q.APPROXIMATELY,
    "+": _Q.MORE_THAN,
}
"""Hedges that stand behind the number."""

NOT_HEDGING: dict[str, frozenset[str]] = {
    "about": word_set(
        """
    ask asked asking brought complained complaints concern concerned concerns details do fears heard how information
    knew know learn learned news questions speak speaking spoke spoken talk talked talking talks tell telling think
    thinking told truth warned warning what worried
    """
    ),
    "above": frozenset(["flew", "flying", "hills"]),
    "over": word_set(
        """
    authority bombs concern concerns conflict control dispute flew flying fought jurisdiction power prevail
    ruled rules sovereignty spread taken takes took turned victory
    """
    ),
    "passed": frozenset(["has", "have"]),
    "under": frozenset(["buried"]),
}
"""Words before a hedge that make it none ("spoke about three hospitals", "control over two towns")."""

_FILLERS = frozenset(["a", "an", "another", "only", "the", "us"])
_WORD = re.compile(r"[a-z][a-z.'’-]*|[~<>≈±≤≥]")
_LONGEST = max(len(hedge.split()) for hedge in BEFORE)
_LAST = frozenset(hedge.split()[-1] for hedge in BEFORE) | _FILLERS
_SIGNS = frozenset("~<>≈±≤≥")
_REACH = 64
_AFTER = re.compile(
    r"[\s-]*(?:[a-z]+\s+)?("
    + "|".join(
        re.escape(hedge).replace(r"\ ", r"\s+") for hedge in sorted(AFTER, key=len, reverse=True) if hedge != "+"
    )
    + r")(?![a-z])"
)


class Hedge(NamedTuple):
    """A hedge at `start` to `end` of a text."""

    start: int
    end: int
    quantifier: Quantifier


def hedge_before(folded: str, at: int) -> Hedge | None:
    """The hedge that ends right before the number at `at`, with a hedge before it taken in ("up to an estimated").

    The stronger of two decides: a bound goes before an approximation.
    """
    window = folded[max(0, at - _REACH) : at]
    last = window.split(None)[-1:] or [""]
    if last[0].lstrip("([\"'“‘—–-") not in _LAST and last[0][-1:] not in _SIGNS:
        return None
    words = _trailing_words(window)
    if not words:
        return None
    base = at - len(window)
    found: Hedge | None = None
    while words:
        hedge, words = _take(words, base)
        if hedge is None:
            break
        if found is None:
            found = hedge
        else:
            weaker = found.quantifier is Quantifier.APPROXIMATELY
            found = Hedge(hedge.start, found.end, hedge.quantifier if weaker else found.quantifier)
    return found


def hedge_after(folded: str, at: int) -> Hedge | None:
    """The hedge behind the number that ends at `at`, or behind the noun that follows it ("300 people or more")."""
    if folded.startswith("+", at):
        return Hedge(at, at + 1, AFTER["+"])
    match = _AFTER.match(folded, at)
    if match is None:
        return None
    words = " ".join(match[1].split())
    between = folded[at : match.start(1)].strip(" \n\t-")
    if between and words not in ("or more", "or so", "or fewer", "or less"):
        return None
    following = folded[match.end() : match.end() + 2].strip()
    if words in ("approximately", "approx", "roughly", "at least", "at most") and following[:1].isdecimal():
        return None
    return Hedge(match.start(1), match.end(1), AFTER[words])


def _trailing_words(window: str) -> list[tuple[str, int, int]]:
    """The words at the window's end that nothing but white space parts, in order, with their offsets."""
    words: list[tuple[str, int, int]] = []
    for match in _WORD.finditer(window):
        if words and window[words[-1][2] : match.start()].strip():
            words.clear()
        words.append((match[0], match.start(), match.end()))
    if words and window[words[-1][2] :].strip():
        return []
    return words[-_LONGEST - 3 :]


def _take(words: list[tuple[str, int, int]], base: int) -> tuple[Hedge | None, list[tuple[str, int, int]]]:
    """The longest hedge that the words end in, and the words before it."""
    end = len(words)
    for cut in (end, end - 1):
        if cut < end and (cut < 1 or words[cut][0] not in _FILLERS):
            break
        for length in range(min(_LONGEST, cut), 0, -1):
            phrase = " ".join(word for word, _, _ in words[cut - length : cut])
            quantifier = BEFORE.get(phrase)
            if quantifier is None:
                continue
            before = words[cut - length - 1][0] if cut > length else ""
            if before in NOT_HEDGING.get(phrase, ()):
                return None, []
            return Hedge(base + words[cut - length][1], base + words[cut - 1][2], quantifier), words[: cut - length]
    return None, []
