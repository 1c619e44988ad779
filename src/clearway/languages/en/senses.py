"""What an English number is: a count, an age, money, a length of time, or part of a name or a date."""

import re
from typing import NamedTuple

from clearway.languages.en import words
from clearway.languages.en.money import currency_before, letter_before
from clearway.languages.en.numbernames import following, in_name, stands_alone
from clearway.languages.en.numerals import Numeral
from clearway.languages.en.timewords import (
    BEFORE_YEAR,
    CAPITAL_MONTHS,
    COUNTED_NOUNS,
    MONTH,
    MONTHS,
    looks_like_year,
    word_set,
)
from clearway.languages.en.units import unit_after
from clearway.languages.en.words import is_one_person
from clearway.model import Measure

_PEOPLE_UNDER = word_set(
    """
    adolescents babies boys children girls infants kids men minors people persons those women youth
    """
)
_AGE_BEFORE = re.compile(
    r"(?:\baged?s?(?:\s+(?:between|from|of|under|over|about|just|only|around|above|below))*|\byounger\s+than|\bolder\s+than)\s+$"
)
_OF_AGES = ("age", "younger", "older")
"""One of these stands in whatever the pattern of an age before a number matches, or that of several."""
_UNDER = re.compile(
    r"(\w+)\s+(?:(?:who\s+)?(?:are|were)\s+)?(?:(?:aged\s+)?(?:under|below|over|above)|(?:under|over)\s+the\s+age\s+of)\s+$"
)
_UNDER_ENDS = ("under", "below", "over", "above", "of")
_AGES_BEFORE = re.compile(r"\bage[sd]?\s+(?:\d{1,3},?\s+(?:(?:and|or|&|to)\s+)?)+$")
"""Ages listed before: "aged 9, 10 and ..."."""

_AGES_AFTER = re.compile(
    r"-(?:year-old)?,?(?:\s+(?:and|or)(?:\s+an?)?)?\s+(?:\d{1,3}-,?\s+(?:(?:and|or)\s+)?)*\d{1,3}-year-old"
)
"""Ages listed behind: the 12 of "a 12- and a 14-year-old"."""

_AGE_AFTER = re.compile(r"[\s-]*(?:years?|months?|weeks?|days?|yrs?)(?:[\s-]+(?:old|olds)\b|\s+of\s+age)")
_APPOSED = re.compile(r"(?:([A-Z][\w’'-]+)|\b([a-z][a-z-]+)|\b[JS]r\.?),\s$")
_SEVERAL_APPOSED = re.compile(r"\b([a-z]+s|children|men|women),\s(?:\d{1,3},?\s(?:and\s)?)*$")
_MORE_AGES = re.compile(r"(?:,\s\d{1,3})*,?\sand\s\d{1,3}[,.;)]|[,.;)]")
_FULL_NAME = re.compile(r"[A-Z][\w’'-]+\s[A-Z][\w’'-]+,\s$")
_AGE_IN_BRACKETS = re.compile(r"\b([a-z][a-z-]+)\s\($")
_CLOCK = re.compile(r"\s?(?:a\.m\.?|p\.m\.?|am|pm|o'clock|o’clock|gmt|utc|hrs?\s+local)(?![a-z])")
_ORDINAL = re.compile(r"(?:st|nd|rd|th)(?![a-z])")
_MONTH_AFTER = re.compile(
    rf"(?:st|nd|rd|th)?(?:\s*(?:-|–|—|to|and|&|or|until)\s*\d{{1,2}}(?:st|nd|rd|th)?)?[\s-]+(?:of\s+)?({MONTH})(?![a-z])"
)
_YEAR_AFTER = re.compile(r"(?:st|nd|rd|th)?(?:\s*(?:-|–|—|to|and)\s*\d{1,2}(?:st|nd|rd|th)?)?,?\s+(?:19|20)\d\d(?!\d)")
_RATE = re.compile(
    r"(?:\s+(?!and|or|who|which|were|was)[a-z-]+){0,3}\s+(?:per\s+[a-z\d]|(?:an?|every|each)\s+(?:day|week|month|year|hour|night)\b|daily\b)"
)
_AT = word_set("approximately around at before by from since till to until")
_OLD_YEAR = re.compile(r"1[5-8]\d\d")
_NOTED_YEAR = re.compile(r"20[0-2]\d\.\d{1,3}")
"""A year with the number of a footnote against it."""

_LAST_OF_DAYS = re.compile(rf"(?:{MONTH})\.?\s\d{{1,2}}\s(?:-|–|—|to|and|&)\s$")
_HOURS = re.compile(r"(?:[01]\d|2[0-3])[0-5]\d(\s)?(?:hrs?|hours)(?![a-z])")
_QUAKE = re.compile(
    r"(?:\s|-)(?:\w+\s)?(?:aftershock|earthquake|quake|temblor|tremor)(?![a-z])|\s+on\s+the\s+richter(?![a-z])"
)
_ERA = re.compile(r"\s?(?:AD|BC|BCE|CE)\b")
_COMPOUND = re.compile(r"-(?!odd\b|plus\b)[a-z]")


class Sense(NamedTuple):
    """What a number is, its unit, its measure, and where it starts with its currency sign."""

    sense: str
    unit: str | None
    measure: Measure
    start: int


def sense_of(text: str, folded: str, numeral: Numeral, previous: str) -> Sense | None:
    """What the numeral is; `None` where it belongs to a date, a clock time, an ordinal or a name."""
    start, end = numeral.start, numeral.end
    if numeral.share:
        return Sense("count", "percent", Measure.SHARE, start)
    large = (numeral.scale or 0) >= 1_000_000 or "," in folded[start:end]
    currency = currency_before(text, folded, start) or letter_before(text, start, large)
    if currency is not None:
        return Sense("money", currency[0], Measure.COUNT, currency[1])
    if folded[start - 1 : start].isalpha():
        return None
    if _is_age(text, folded, numeral):
        return Sense("age", "year", Measure.COUNT, start)
    if numeral.plain and (_in_date(text, folded, numeral, previous) or in_name(text, folded, start, end, previous)):
        return None
    if numeral.value is not None and numeral.value < 10 and "." in folded[start:end] and _QUAKE.match(folded, end):
        return Sense("measure", "magnitude", Measure.COUNT, start)
    unit = unit_after(folded, end)
    measure = Measure.RATE if previous == "per" or _RATE.match(folded, end) else Measure.COUNT
    if unit is not None:
        return Sense(unit.sense, unit.name, measure, start)
    if _COMPOUND.match(folded, end):
        return Sense("measure", None, measure, start)
    return Sense("measure" if previous == "per" else "count", None, measure, start)


def _is_age(text: str, folded: str, numeral: Numeral) -> bool:
    start, end = numeral.start, numeral.end
    if _AGE_AFTER.match(folded, end) or _AGES_AFTER.match(folded, end):
        return True
    top = numeral.value if numeral.value is not None else numeral.high
    if top is None or top > 120:
        return False
    window = folded[max(0, start - 40) : start]
    if any(map(window.__contains__, _OF_AGES)) and (
        _AGE_BEFORE.search(window) or (_AGES_BEFORE.search(window) and stands_alone(folded, end))
    ):
        return True
    under = _UNDER.search(window) if window.rstrip().endswith(_UNDER_ENDS) else None
    if under is not None and (under[1] in _PEOPLE_UNDER or "age of" in under[0]):
        return True
    return _is_apposed_age(text, start, end)


def _is_apposed_age(text: str, start: int, end: int) -> bool:
    """Whether the number tells the age of one who is named right before: "Ada Lim, 36, ...", "a boy (12)"."""
    before, after = text[max(0, start - 24) : start], text[end : end + 3]
    if "," not in before and before[-1:] != "(":
        return False
    if text[start].isdecimal() and after[:1] in (*".;", "") and _FULL_NAME.search(text[max(0, start - 40) : start]):
        return True
    several = _SEVERAL_APPOSED.search(before)
    if several is not None and "people" in words.classes_of(several[1]) and text[start].isdecimal():
        return _MORE_AGES.match(text, end) is not None and (before.rstrip()[-1:] != "," or after[:1] != ".")
    bracketed = _AGE_IN_BRACKETS.search(before)
    if bracketed is not None:
        return after[:1] in (")", ",") and is_one_person(bracketed[1])
    apposed = _APPOSED.search(before)
    if apposed is None or after[1:].strip()[:1].isdecimal():
        return False
    if apposed[2] is not None:
        return is_one_person(apposed[2]) and (not after or after[:1] in ",.;)")
    return after[:1] in (",", ";")


def _in_date(text: str, folded: str, numeral: Numeral, previous: str) -> bool:
    start, end = numeral.start, numeral.end
    written = folded[start:end]
    last = numeral.value if numeral.value is not None else numeral.high
    if previous in ("in", "since") and _OLD_YEAR.fullmatch(folded, start, end) and stands_alone(folded, end):
        return True
    if _NOTED_YEAR.fullmatch(folded, start, end) and previous in BEFORE_YEAR:
        return True
    if last is not None and last <= 31 and _LAST_OF_DAYS.search(folded, max(0, start - 24), start):
        return _YEAR_AFTER.match(folded, end) is not None
    hours = _HOURS.match(folded, start)
    if hours is not None and (hours[1] is None or previous in _AT):
        return True
    if _ORDINAL.match(folded, end) or _CLOCK.match(folded, end) or _ERA.match(text, end) or previous == "a.d.":
        return True
    month = _MONTH_AFTER.match(folded, end)
    if month is not None and last is not None and last <= 31:
        return month[1] not in CAPITAL_MONTHS or text[month.start(1)].isupper()
    bare = previous.rstrip(".,")
    if bare in MONTHS and (bare not in CAPITAL_MONTHS or text[folded.rfind(bare, 0, start)].isupper()):
        if last is not None and last <= 31 and "," not in written:
            return not previous.endswith(",") and following(folded, end) not in COUNTED_NOUNS
        return looks_like_year(written, "in", "")
    if numeral.low is not None and numeral.high is not None:
        return _is_year_range(written, numeral.low, numeral.high)
    if folded[end : end + 2] in ("s ", "s,", "s.", "'s", "’s"):
        return len(written) == 4 or written.endswith("0")
    return looks_like_year(written, bare, following(folded, end))


def _is_year_range(written: str, low: float, high: float) -> bool:
    parts = [part.strip() for part in re.split(r"-|–|—|to|and|or", written)]
    return len(parts) == 2 and all(looks_like_year(part, "in", "") for part in parts) and low < high
