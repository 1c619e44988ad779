"""English numerals in a text: digits, words, fractions and ranges, read from their first character on."""

import re
from dataclasses import dataclass, replace

from clearway.languages.en.digits import BLOB, FRACTIONS, digits_at
from clearway.languages.en.money import BEFORE_AMOUNT, MONEY_LETTERS
from clearway.languages.en.numbers import (
    GLUED_SCALES,
    PARTS,
    SCALE,
    SCALES,
    SMALL,
    WORDS,
    read_digits,
    read_words,
    scaled,
    whole,
)
from clearway.languages.en.timewords import LAST_YEAR, looks_like_year
from clearway.model import Number

_DASH = re.compile("[-–—]")
_SLASHED = re.compile(r"(\d)/(\d{1,2})(?=\s+of\s)")
_GLUED = re.compile(r"(k|mln|mil|mn|m|bn|b|tn)(?![\w²³])")
_APART = re.compile(r"\s(k|m|b)(?![\w²³'’.-])")
_PERCENT = re.compile(r"\s?(?:%|(?:percent|per\s?cent|pct|pc)(?![a-z]))(?!\s?-?points?)")
_HYPHEN_PERCENT = re.compile(r"-(?:percent|per-?\s?cent)(?![a-z])")
_SIGN = rf"(?:(?:{BEFORE_AMOUNT})\s?)?"
_JOIN = re.compile(rf"(?:-?\s*(?P<to>to)(?:\s*|-)|\s*(?P<word>or|and)\s*|\s*(?P<dash>[-–—])\s*){_SIGN}(?=[\da-z])")
_FRACTION = re.compile(r"[\s-]+(" + "|".join(sorted(PARTS, key=len, reverse=True)) + r")(?![\w-])")
_ORDINAL = re.compile(r"(?<=ty)-(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)(?![a-z])")
_OF_SCALE = re.compile(
    r"[\s-]+(?:of[\s-]+)?an?[\s-]+(million|billion|dozen)(?![a-z])|[\s-](million|billion|dozen)(?![a-z])"
)
_OF = re.compile(r"\s+(?:of\s|\()")
_ONE_IN = re.compile(r"\s+(?:in|out\s+of)\s+(?:every\s+)?(\d+|[a-z]+)(?![\w%-]|[.,]\d)")
_WHOLES = frozenset([2, 3, 4, 5, 6, 7, 8, 9, 10, 20, 50, 100])
_REST = re.compile(r",?\s+(?:and\s+)?(\d{1,3})\s+(thousand|hundred)(?![a-z])")
_LAST_WORD = re.compile(r"[a-z]+$")
_PEOPLE = re.compile(r"\s(?:people|persons|children|women|men|refugees|displaced|idps|households|families)(?![a-z])")
_HARMED = re.compile(r"(?:kill|wound|injur|died|dead|arrest|detain|hurt)\w*\s+$")
_CURRENCY = re.compile(rf"(?:{BEFORE_AMOUNT}|(?<![a-z])[{MONEY_LETTERS}])\s?$")
_BETWEEN = re.compile(rf"\bbetween\s+(?:[a-z]+\s+)?{_SIGN}$")
_ONWARDS = re.compile(r"\s+to\s+[$€£]?\d")
_CHANGE = re.compile(
    r"(?:rose|risen|ris(?:es|ing)|rise|increas\w+|grew|grow(?:n|s|ing|th)?|f(?:e|a)ll(?:en|s|ing)?|drop\w*|declin\w+|decreas\w+|"
    r"up|down|jump\w*|climb\w*|went|gone|go|chang\w+|reduc\w+|mov\w+|revis\w+|surg\w+|doubl\w+|plung\w+|improv\w+|cut)"
    r"(?:\s+\w+){0,5}\s+from\s+$"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Numeral:
    """A number or a range at `start` to `end`; `share` where it is of a hundred, `plain` where only digits say it."""

    start: int
    end: int
    value: Number | None = None
    low: Number | None = None
    high: Number | None = None
    share: bool = False
    plain: bool = False
    scale: int | None = None


def read_numeral(folded: str, at: int) -> Numeral | None:
    """The number, fraction or range that begins at `at`; `None` where digits there are no number ("18:30", "1.2.3")."""
    first = _read_range_of_digits(folded, at) or _read_one(folded, at)
    if first is None or first.high is not None:
        return first
    if not first.share:
        part = _one_in(folded, first)
        if part is not None:
            return part
    return _read_range(folded, first) or first


def first_end(folded: str, at: int) -> int | None:
    """Where the first number at `at` ends, leaving a range behind it unread."""
    first = _read_range_of_digits(folded, at) or _read_one(folded, at)
    return first.end if first is not None else None


def skip_from(folded: str, at: int) -> int:
    """Where to go on when nothing was read at `at`: behind the whole run of digits, or behind the word."""
    blob = BLOB.match(folded, at)
    if blob is not None:
        return blob.end()
    end = at + 1
    while end < len(folded) and folded[end].isalpha():
        end += 1
    return end


def _read_one(folded: str, at: int) -> Numeral | None:
    """The single number at `at`, with its scale and its percent sign."""
    if folded[at].isdecimal():
        return _read_digits(folded, at)
    if folded.startswith("half", at):
        return _read_half(folded, at)
    if folded[at] in FRACTIONS:
        return Numeral(start=at, end=at + 1, value=percent_of(FRACTIONS[folded[at]], 1), share=True)
    words = WORDS.match(folded, at)
    if words is None:
        return None
    value, end = read_words(words[0]), words.end()
    if _ORDINAL.match(folded, end):
        return None
    fraction = _FRACTION.match(folded, end)
    if (
        fraction is not None
        and value < 10
        and (value == 1 or fraction[1].endswith("s") or _OF.match(folded, fraction.end()))
    ):
        return _fraction(folded, at, value, fraction)
    last = _LAST_WORD.search(words[0])
    scale = SCALES.get(last[0]) if last else None
    return _with_percent(folded, Numeral(start=at, end=end, value=value, scale=scale))


def _read_digits(folded: str, at: int) -> Numeral | None:
    digits = digits_at(folded, at)
    if digits is None:
        return _read_slashed(folded, at)
    value, end, fraction = digits
    scale = SCALE.match(folded, end)
    if scale is not None:
        factor = SCALES[scale[1]]
        larger = SCALE.match(folded, scale.end()) if scale[1] == "hundred" else None
        if larger is not None:
            scale, factor = larger, factor * SCALES[larger[1]]
        numeral = Numeral(start=at, end=scale.end(), value=scaled(value, factor), scale=factor)
        return _with_percent(folded, _with_rest(folded, numeral))
    glued = _GLUED.match(folded, end) if folded[end : end + 1].isalpha() else _APART.match(folded, end)
    if glued is not None and (len(glued[1]) > 1 or _means_scale(folded, at, glued, value)):
        factor = GLUED_SCALES[glued[1]]
        return Numeral(start=at, end=glued.end(), value=scaled(value, factor), scale=factor)
    return _with_percent(folded, Numeral(start=at, end=end, value=value, plain=not fraction))


def _read_slashed(folded: str, at: int) -> Numeral | None:
    """The share "3/4 of the homes"."""
    match = _SLASHED.match(folded, at)
    if match is None or int(match[1]) >= int(match[2]):
        return None
    return Numeral(start=at, end=match.end(), value=percent_of(int(match[1]), int(match[2])), share=True)


def _with_rest(folded: str, numeral: Numeral) -> Numeral:
    """The number with a smaller one behind it added: "2 million 300 thousand"."""
    match = _REST.match(folded, numeral.end)
    if match is None or numeral.value is None or (numeral.scale or 0) < 1_000_000:
        return numeral
    return replace(numeral, end=match.end(), value=numeral.value + int(match[1]) * SCALES[match[2]])


def _means_scale(folded: str, at: int, letter: re.Match[str], value: Number) -> bool:
    """Whether "k", "m" or "b" behind digits is a scale, and no metre or name."""
    against = letter.start(1) == letter.start()
    if against and (letter[1] == "k" or isinstance(value, float)):
        return True
    return _CURRENCY.search(folded, max(0, at - 5), at) is not None or _PEOPLE.match(folded, letter.end()) is not None


def _with_percent(folded: str, numeral: Numeral) -> Numeral:
    match = _PERCENT.match(folded, numeral.end) or _HYPHEN_PERCENT.match(folded, numeral.end)
    return replace(numeral, end=match.end(), share=True, plain=False) if match else numeral


def _read_half(folded: str, at: int) -> Numeral | None:
    """The number "half a million", else "half" as a share; the caller decides whether it is one."""
    end = at + len("half")
    if folded[end : end + 1].isalpha():
        return None
    scale = _OF_SCALE.match(folded, end)
    if scale is not None:
        return Numeral(start=at, end=scale.end(), value=SCALES[scale[1] or scale[2]] // 2)
    return Numeral(start=at, end=end, value=50, share=True)


def _fraction(folded: str, at: int, parts: Number, match: re.Match[str]) -> Numeral:
    scale = _OF_SCALE.match(folded, match.end())
    if scale is not None:
        value = scaled(parts / PARTS[match[1]], SCALES[scale[1] or scale[2]])
        return Numeral(start=at, end=scale.end(), value=value)
    return Numeral(start=at, end=match.end(), value=percent_of(parts, PARTS[match[1]]), share=True)


def percent_of(part: Number, parts: Number) -> Number:
    """The share in percent, to one decimal."""
    return whole(round(100 * part / parts, 1))


def _one_in(folded: str, numeral: Numeral) -> Numeral | None:
    """The share "one in five": 20 percent."""
    match = _ONE_IN.match(folded, numeral.end)
    if match is None or numeral.value is None:
        return None
    parts = int(match[1]) if match[1].isdecimal() else SMALL.get(match[1], 0)
    if (
        parts not in _WHOLES
        or numeral.value >= parts
        or _HARMED.search(folded[max(0, numeral.start - 20) : numeral.start])
    ):
        return None
    return Numeral(start=numeral.start, end=match.end(), value=percent_of(numeral.value, parts), share=True)


def _read_range_of_digits(folded: str, at: int) -> Numeral | None:
    """A range inside one run of digits: "2,000-3,000"."""
    blob = BLOB.match(folded, at)
    if blob is None or not _DASH.search(blob[0]):
        return None
    parts = _DASH.split(blob[0])
    if len(parts) != 2:
        return None
    low, high = read_digits(parts[0]), read_digits(parts[1])
    if low is None or high is None or low >= high:
        return None
    end = blob.end()
    scale = SCALE.match(folded, end)
    factor = None
    if scale is not None:
        factor = SCALES[scale[1]]
    elif (glued := _GLUED.match(folded, end)) and (len(glued[1]) > 1 or _means_scale(folded, at, glued, high)):
        scale, factor = glued, GLUED_SCALES[glued[1]]
    if scale is not None and factor is not None:
        low, high, end = scaled(low, factor), scaled(high, factor), scale.end()
    return _with_percent(folded, Numeral(start=at, end=end, low=low, high=high, plain=scale is None, scale=factor))


def _read_range(folded: str, first: Numeral) -> Numeral | None:
    """A range whose first number was read: "between 2,000 and 3,000", "10 to 15", "two or three"."""
    join = _JOIN.match(folded, first.end)
    if join is None or first.value is None:
        return None
    second = _read_one(folded, join.end())
    if second is None or second.value is None:
        return None
    low = first.value
    if second.scale and not first.scale and low < 1000 and not first.share:
        low = scaled(low, second.scale)
    if (
        low >= second.value
        or (first.share and not second.share)
        or not _is_range(folded, first, second, join["to"] or join["word"] or "-", low)
    ):
        return None
    plain = first.plain and second.plain
    return Numeral(start=first.start, end=second.end, low=low, high=second.value, share=second.share, plain=plain)


def _is_range(folded: str, first: Numeral, second: Numeral, word: str, low: Number) -> bool:
    high = second.value or 0
    before = folded[max(0, first.start - 60) : first.start]
    if (
        first.plain
        and word.isalpha()
        and looks_like_year(folded[first.start : first.end], (before.split() or [""])[-1], "")
        and high > LAST_YEAR
    ):
        return False
    if word == "and":
        return _BETWEEN.search(before) is not None
    if word == "or":
        return high <= 2 * low + 1
    return _CHANGE.search(before) is None or _ONWARDS.match(folded, second.end) is not None
