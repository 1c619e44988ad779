"""English numbers in digits in a text: where one ends, with its separators and fractions, and its value."""

import re

from clearway.languages.en.numbernames import NAMES
from clearway.languages.en.numbers import read_digits, whole
from clearway.languages.en.timewords import COUNTED_NOUNS, MONTHS
from clearway.model import Number

BLOB = re.compile(r"\d(?:\d|[.,:/](?=\d)|['’](?=\d{3}(?!\d))|[-–—](?=\d))*")
"""Digits and what may stand between them: a number, a range, a date, a clock time, a phone number."""

FRACTIONS = {"½": 1 / 2, "¼": 1 / 4, "¾": 3 / 4, "⅓": 1 / 3, "⅔": 2 / 3}
"""Fractions of one character."""

_SPACED = re.compile(r"\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?![\d.,]*\d)(?! \d)")
_CELL_BEFORE = re.compile(r"(?<![\d,.])\d{1,3} $")
"""A small number right before: both are cells of a table, and none is a group of the other's digits."""

_LOOSE = re.compile(r"\d{1,3}, (?!000)\d{3} ([a-z]+)")
_STATES = frozenset(["dead", "injured", "killed", "missing", "more", "others", "wounded"])
"""Nouns before which "5, 120" is two numbers: "killed 5, 120 injured"."""

_MIXED = re.compile(r"[ -]([123])/([2345])(?![\d/])")
_DOTTED = re.compile(r"\d{1,3}\.\d{3}")
_WORD = re.compile(r"\s([a-z]+)")


def digits_at(folded: str, at: int) -> tuple[Number, int, bool] | None:
    """The number in digits that begins at `at`, where it ends, and whether a fraction is part of it."""
    blob = BLOB.match(folded, at)
    written = blob[0] if blob else ""
    end = at + len(written)
    longer = _longer(folded, at, end) if folded[end + 1 : end + 2].isdecimal() or folded[end : end + 1] == "," else 0
    if longer > end:
        written, end = folded[at:longer].replace(", ", ","), longer
    value = read_digits(written)
    if value is None:
        return None
    if _DOTTED.fullmatch(written) and (noun := _WORD.match(folded, end)) and noun[1] in COUNTED_NOUNS:
        value = int(written.replace(".", ""))
    fraction = _fraction(folded, end) if isinstance(value, int) else None
    return (value, end, False) if fraction is None else (whole(value + fraction[0]), fraction[1], True)


def _longer(folded: str, at: int, end: int) -> int:
    """Where the number ends with its groups of digits that spaces part: "816 000", "2, 761 deaths"."""
    spaced = _SPACED.match(folded, at)
    if spaced is not None:
        return 0 if _CELL_BEFORE.search(folded, max(0, at - 5), at) else spaced.end()
    loose = _LOOSE.match(folded, at)
    if loose is None or loose.start(1) - 5 != end + 1:
        return 0
    before = folded[max(0, at - 16) : at].split()[-1:]
    if before and (before[0] in NAMES or before[0] in MONTHS):
        return 0
    counted = loose[1] in COUNTED_NOUNS and loose[1] not in _STATES
    return loose.start(1) - 1 if counted else 0


def _fraction(folded: str, end: int) -> tuple[float, int] | None:
    """The fraction behind a whole number, and where it ends: "2½", "2 1/2"."""
    sign = FRACTIONS.get(folded[end : end + 1])
    if sign is not None:
        return sign, end + 1
    mixed = _MIXED.match(folded, end) if folded[end + 2 : end + 3] == "/" else None
    if mixed is None or int(mixed[1]) >= int(mixed[2]):
        return None
    return int(mixed[1]) / int(mixed[2]), mixed.end()
