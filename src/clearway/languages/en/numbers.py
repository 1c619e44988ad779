"""English numbers: the words and digits they are written with, and what they come to."""

import re

from clearway.model import Number

ONES = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
}
TEENS = {
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "thirteen": 13,
    "fourteen": 14,
    "fifteen": 15,
    "sixteen": 16,
    "seventeen": 17,
    "eighteen": 18,
    "nineteen": 19,
}
TENS = {
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fourty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}
SCALES = {
    "dozen": 12,
    "hundred": 100,
    "thousand": 1_000,
    "lacs": 100_000,
    "lakh": 100_000,
    "lakhs": 100_000,
    "million": 1_000_000,
    "mln": 1_000_000,
    "mn": 1_000_000,
    "crore": 10_000_000,
    "crores": 10_000_000,
    "billion": 1_000_000_000,
    "bn": 1_000_000_000,
    "trillion": 1_000_000_000_000,
    "trn": 1_000_000_000_000,
}
GLUED_SCALES = {
    "b": 1_000_000_000,
    "bn": 1_000_000_000,
    "k": 1_000,
    "m": 1_000_000,
    "mil": 1_000_000,
    "mln": 1_000_000,
    "mn": 1_000_000,
    "tn": 1_000_000_000_000,
}
"""Scales written against the digits ("12k", "$54m"); "m" and "b" may also be something else, which the caller sees."""

PARTS = {
    "half": 2,
    "halves": 2,
    "third": 3,
    "thirds": 3,
    "quarter": 4,
    "quarters": 4,
    "fourth": 4,
    "fourths": 4,
    "fifth": 5,
    "fifths": 5,
    "sixth": 6,
    "sixths": 6,
    "seventh": 7,
    "sevenths": 7,
    "eighth": 8,
    "eighths": 8,
    "ninth": 9,
    "ninths": 9,
    "tenth": 10,
    "tenths": 10,
}
"""Into how many parts a fraction divides its whole."""

SMALL = ONES | TEENS | TENS


def _any(words: dict[str, int]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_UNDER_100 = rf"(?:(?:{_any(TENS)})(?:[\s-]{{0,2}}(?:{_any(ONES)}))?|{_any(TEENS)}|{_any(ONES)})(?![a-z])"
_UNDER_1000 = rf"{_UNDER_100}(?:[\s-]+hundred(?![a-z])(?:\s+(?:and\s+)?{_UNDER_100})?)?"
_LARGE = r"(?:dozen|thousand|lakhs?|lacs|million|crores?|billion|trillion)(?![a-z])"
WORDS = re.compile(
    rf"{_UNDER_1000}(?:[\s-]+and[\s-]+a[\s-]+half(?![a-z]))?"
    rf"(?:[\s-]+{_LARGE}(?:\s+(?:and\s+)?{_UNDER_1000}(?:\s+{_LARGE})?)*)?"
)
"""A number in words, from its first word on: "twenty-one", "one hundred and five", "two and a half million"."""

SCALE = re.compile(
    r"(?:\s|-)?\s?(dozen|hundred|thousand|lakhs?|lacs|million|mln|mn|crores?|billion|bn|trillion|trn)(?![a-z])"
)
"""A scale behind digits: "1.5 million"."""

_LONGEST = 24
_SEPARATOR = re.compile("[,'’]")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?:['’]\d{3})+|\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?")
_DOTTED = re.compile(r"\d{1,3}\.000|\d{1,3}(?:\.\d{3}){2,}")
_DECIMAL = re.compile(r"\d+\.\d+")
_COMMA_DECIMAL = re.compile(r"\d+,\d{1,2}")
_SPACED = re.compile(r"\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+")
_TOKEN = re.compile(r"[a-z]+")
_SPLIT = re.compile(rf"({_any(TENS)})({_any(ONES)})")


def read_digits(written: str) -> Number | None:
    """The number that digits with their separators stand for, `None` where they are no number ("1.2.3").

    >>> read_digits("1,234"), read_digits("816 000"), read_digits("3.5"), read_digits("1.2.3")
    (1234, 816000, 3.5, None)
    """
    if len(written) > _LONGEST:
        return None
    if written.isdecimal():
        return int(written)
    if _GROUPED.fullmatch(written):
        bare = _SEPARATOR.sub("", written)
        return float(bare) if "." in bare else int(bare)
    if _DOTTED.fullmatch(written):
        return int(written.replace(".", ""))
    if _DECIMAL.fullmatch(written):
        return float(written)
    if _COMMA_DECIMAL.fullmatch(written):
        return float(written.replace(",", "."))
    if _SPACED.fullmatch(written):
        return int(re.sub(r"\D", "", written))
    return None


def read_words(written: str) -> Number:
    """The number that lower-case words stand for.

    >>> read_words("one hundred and five"), read_words("two and a half million")
    (105, 2500000)
    """
    total: Number = 0
    current: Number = 0
    for word in _TOKEN.findall(_SPLIT.sub(r"\1 \2", written)):
        if word in SMALL:
            current += SMALL[word]
        elif word == "half":
            current += 0.5
        elif word in ("hundred", "dozen"):
            current = (current or 1) * SCALES[word]
        elif word in SCALES:
            total += (current or 1) * SCALES[word]
            current = 0
    return whole(total + current)


def scaled(value: Number, scale: int) -> Number:
    """The value times its scale, as a whole number where it is one (1.1 million is 1100000)."""
    return whole(round(value * scale, 6))


def whole(value: Number) -> Number:
    """The value as an `int` where it is a whole number."""
    return int(value) if value == int(value) else value
