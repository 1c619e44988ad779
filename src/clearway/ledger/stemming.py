"""Words as SQLite's full-text search folds them (`porter unicode61 remove_diacritics 2`), for databases without it.

The stemmer is M. F. Porter's of 1980 ("An algorithm for suffix stripping", Program 14.3), over bytes, as FTS5 has it.
"""

import re
import unicodedata
from functools import lru_cache

_SHORTEST, _LONGEST = 3, 64
"""Bytes of the words that are stemmed (FTS5_PORTER_MAX_TOKEN)."""
_MARKS = range(0x300, 0x332)
"""Marks that belong to the letter before them; any other mark parts two words."""
_OTHER = re.compile(r"[^0-9a-z]+")

_MENDED = ("at", "bl", "iz")
_DOUBLED = frozenset("lsz")
_SECOND = {
    "ational": "ate", "tional": "tion", "enci": "ence", "anci": "ance", "izer": "ize", "logi": "log", "bli": "ble",
    "alli": "al", "entli": "ent", "eli": "e", "ousli": "ous", "ization": "ize", "ation": "ate", "ator": "ate",
    "alism": "al", "iveness": "ive", "fulness": "ful", "ousness": "ous", "aliti": "al", "iviti": "ive", "biliti": "ble",
}  # fmt: skip
_THIRD = {"ical": "ic", "ness": "", "icate": "ic", "iciti": "ic", "ful": "", "ative": "", "alize": "al"}
_FOURTH = (
    "al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "ion", "ou", "ism", "ate", "iti",
    "ous", "ive", "ize",
)  # fmt: skip


def words_of(text: str) -> list[str]:
    """The words of a text, folded and stemmed, in order.

    >>> words_of("Two clinics were hit near Nórthtown.")
    ['two', 'clinic', 'were', 'hit', 'near', 'northtown']
    """
    return [_stem(word) for word in _folded(text).split()]


def _folded(text: str) -> str:
    """Letters and digits in lower case and without marks, and spaces for all that parts them."""
    return _OTHER.sub(" ", text.lower()) if text.isascii() else "".join(map(_character, text))


@lru_cache(maxsize=8192)
def _character(one: str) -> str:
    if ord(one) in _MARKS:
        return ""
    kind = unicodedata.category(one)
    if kind[0] not in "LN" and kind != "Co":
        return " "
    small = one.casefold()
    small = small if len(small) == 1 else one.lower()[0]
    bare = unicodedata.normalize("NFD", small)
    return bare[0] if bare[0].isascii() else small


@lru_cache(maxsize=65536)
def _stem(word: str) -> str:
    """The stem of a word; its bytes count as letters, as they do in FTS5."""
    data = word.encode()
    if not _SHORTEST <= len(data) <= _LONGEST:
        return word
    stem = _fifth(_fourth(_replaced(_replaced(_first(data.decode("latin-1")), _SECOND), _THIRD)))
    return stem.encode("latin-1").decode(errors="ignore")


def _first(word: str) -> str:
    """Without the endings of the plural, the past and the continuous, and with i for a last y."""
    if word.endswith(("sses", "ies")) and len(word) > 4 - word.endswith("ies"):
        word = word[:-2]
    elif word.endswith("s") and not word.endswith("ss"):
        word = word[:-1]
    if word.endswith("eed") and len(word) > 3:
        word = word[:-1] if _measure(word[:-3]) > 0 else word
    else:
        for ending in ("ed", "ing"):
            if word.endswith(ending) and len(word) > len(ending) and _has_vowel(word[: -len(ending)]):
                word = _mended(word[: -len(ending)])
                break
    return f"{word[:-1]}i" if word.endswith("y") and _has_vowel(word[:-1]) else word


def _mended(stem: str) -> str:
    """What is left of a word without its ed or ing, with the letters that these had changed."""
    if stem.endswith(_MENDED) and len(stem) > 2:
        return f"{stem}e"
    if len(stem) > 1 and stem[-1] == stem[-2] and stem[-1] not in "aeiou" and stem[-1] not in _DOUBLED:
        return stem[:-1]
    return f"{stem}e" if _measure(stem) == 1 and _is_short(stem) else stem


def _replaced(word: str, endings: dict[str, str]) -> str:
    """The word with the first of these endings replaced, where enough stands before it."""
    for ending, other in endings.items():
        if word.endswith(ending) and len(word) > len(ending):
            stem = word[: -len(ending)]
            return stem + other if _measure(stem) > 0 else word
    return word


def _fourth(word: str) -> str:
    for ending in _FOURTH:
        if word.endswith(ending) and len(word) > len(ending):
            stem = word[: -len(ending)]
            fits = _measure(stem) > 1 and (ending != "ion" or stem.endswith(("s", "t")))
            return stem if fits else word
    return word


def _fifth(word: str) -> str:
    """Without a last e, and with one l for two."""
    if word.endswith("e"):
        stem = word[:-1]
        if _measure(stem) > 1 or (_measure(stem) == 1 and not _is_short(stem)):
            word = stem
    return word[:-1] if word.endswith("ll") and _measure(word[:-1]) > 1 else word


def _shape(stem: str) -> str:
    """A c for each consonant and a v for each vowel; y is a vowel behind a consonant."""
    shape = ""
    for letter in stem:
        vowel = letter in "aeiou" or (letter == "y" and shape[-1:] == "c")
        shape += "v" if vowel else "c"
    return shape


def _measure(stem: str) -> int:
    """How often vowels are followed by consonants: Porter's m."""
    return _shape(stem).count("vc")


def _has_vowel(stem: str) -> bool:
    return any(letter in "aeiou" or (letter == "y" and place) for place, letter in enumerate(stem))


def _is_short(stem: str) -> bool:
    """Whether it ends in consonant, vowel, consonant, and the last is no w, x or y: Porter's *o."""
    return _shape(stem).endswith("cvc") and stem[-1] not in "wxy"
