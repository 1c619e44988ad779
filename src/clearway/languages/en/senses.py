"""What an English number is: a count, an age, money, a length of time, or part of a name or a date."""

import re
from typing import NamedTuple

from clearway.languages.en import words
from clearway.languages.en.money import currency_before, letter_before
from clearway.languages.en.numerals import Numeral
from clearway.languages.en.timewords import CAPITAL_MONTHS, COUNTED_NOUNS, MONTH, MONTHS, looks_like_year, word_set
from clearway.languages.en.units import FIRST_OF_TWO, UNITS, Unit
from clearway.languages.en.words import is_one_person
from clearway.model import Measure

NAMES = word_set(
    """
    airbus annex annexe appendix article articles asx block boeing building cac camp category channel chapter class
    clause cluster covid covid- dax day decree district episode exhibit fig fig. figs figure figures flight
    footnote form formula fortune ftse galaxy game gate grade grades graph group highway hiv influenza ipc item
    kilo km lat latitude law level levels line lon long. longitude lot magnitude map model mosque nikkei no no. nos
    nos. note number numbers object objective octane output page pages para paragraph part phase phases pillar
    pillars platform point protocol psalm region regions resolution resolutions road room round rounds route rule
    russell scr season section sections sector sectors series stage stages step steps stoxx table tables target
    tier top type types unit unscr update version vol vol. volume ward wards week weeks windows zone zones
    """
)
"""Words before a number that make it part of a name."""

CAPITAL_NAMES = word_set(
    """
    area block building camp class cluster day district form fortune galaxy game group highway item km line map
    model mosque no note number numbers object objective output part point region regions road round rounds route
    season sector sectors target top type types unit update ward wards week weeks zone zones
    """
)
"""Those of them that count things unless they begin with a capital or no noun follows ("the camp 300 people fled")."""

_PEOPLE_UNDER = word_set(
    """
    adolescents babies boys children girls infants kids men minors people persons those women youth
    """
)
_AGE_BEFORE = re.compile(
    r"(?:\baged?s?(?:\s+(?:between|from|of|under|over|about|just|only|around|above|below))*|\byounger\s+than|\bolder\s+than)\s+$"
)
_UNDER = re.compile(
    r"(\w+)\s+(?:(?:who\s+)?(?:are|were)\s+)?(?:(?:aged\s+)?(?:under|below|over|above)|(?:under|over)\s+the\s+age\s+of)\s+$"
)
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
_UNIT = re.compile(r"[\s-]*([a-z°%$€£²³/.]+[²³\d]?)(?:\s+([a-z]+))?")
_UNIT_OF = re.compile(r"\s+of\s+([a-z]+)(?:\s+([a-z]+))?")
_CLOCK = re.compile(r"\s?(?:a\.m\.?|p\.m\.?|am|pm|o'clock|o’clock|gmt|utc|hrs?\s+local)(?![a-z])")
_ORDINAL = re.compile(r"(?:st|nd|rd|th)(?![a-z])")
_MONTH_AFTER = re.compile(
    rf"(?:st|nd|rd|th)?(?:\s*(?:-|–|—|to|and|&|or|until)\s*\d{{1,2}}(?:st|nd|rd|th)?)?[\s-]+(?:of\s+)?({MONTH})(?![a-z])"
)
_YEAR_AFTER = re.compile(r"(?:st|nd|rd|th)?(?:\s*(?:-|–|—|to|and)\s*\d{1,2}(?:st|nd|rd|th)?)?,?\s+(?:19|20)\d\d(?!\d)")
_RATE = re.compile(
    r"(?:\s+(?!and|or|who|which|were|was)[a-z-]+){0,3}\s+(?:per\s+[a-z\d]|(?:an?|every|each)\s+(?:day|week|month|year|hour|night)\b|daily\b)"
)
_BRACKETED = re.compile(r"\)\s[a-z]")
_ENUMERATED = re.compile(r"(?:^|[,;:.]|\band|\bor)\s*\($")
_OF_PAGES = re.compile(r"(?:.{0,5}\s)?\d{1,2} / \d{1,2}(?!\d)", re.DOTALL)
"""A place in a row of pictures or pages: "1 / 6"."""
_NUMBERED = re.compile(r"[.)]\s[A-Z]")
_WORD_AFTER = re.compile(r"\s+([a-z]+)")
_ERA = re.compile(r"\s?(?:AD|BC|BCE|CE)\b")
_ADDRESS = re.compile(r"(?:\s[A-Z][\w’'-]*){1,2}\s(?:Ave|Avenue|Blvd|Boulevard|Lane|Rd|Road|Street)\b|\sZIP\b")
_MODEL = re.compile(r"\s(?:Dreamliner|Max|Mini|Plus|Pro|Ultra|XL)\b")
_COVID = re.compile(r"covid\s?-\s?$")
PREFIX = re.compile(r"(?<![a-z])(?:by|minus|now|sub|then|to)-$")
"""What may stand with a hyphen before a number that counts or measures: "sub-300", "now-18"."""

_COMPOUND = re.compile(r"-(?!odd\b|plus\b)[a-z]")
_BRAND = re.compile(r"(?:\b[A-Za-z]*[a-z][A-Z]\w*|\b\w+&\w+(?:/\w+)?|\b[A-Z] [A-Z])[ -]$")
"""A word with a capital inside, "&", or two single capitals: what is named so has its number in the name."""


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
    if numeral.plain and (_in_date(text, folded, numeral, previous) or _in_name(text, folded, numeral, previous)):
        return None
    unit = unit_after(folded, end)
    measure = Measure.RATE if previous == "per" or _RATE.match(folded, end) else Measure.COUNT
    if unit is not None:
        return Sense(unit.sense, unit.name, measure, start)
    if _COMPOUND.match(folded, end):
        return Sense("measure", None, measure, start)
    return Sense("measure" if previous == "per" else "count", None, measure, start)


def unit_after(folded: str, end: int) -> Unit | None:
    """The unit written right behind a number that ends at `end`."""
    match = _UNIT.match(folded, end)
    if match is None:
        return None
    return _unit(match[1].rstrip("."), match[2]) or _unit(match[1], match[2])


def unit_after_of(folded: str, end: int) -> Unit | None:
    """The unit behind a vague word: "hundreds of hectares"."""
    match = _UNIT_OF.match(folded, end)
    return _unit(match[1], match[2]) if match else unit_after(folded, end)


def _unit(first: str, second: str | None) -> Unit | None:
    if second is not None and first in FIRST_OF_TWO:
        unit = UNITS.get(f"{first} {second}")
        if unit is not None:
            return unit
    return UNITS.get(first)


def _is_age(text: str, folded: str, numeral: Numeral) -> bool:
    start, end = numeral.start, numeral.end
    if _AGE_AFTER.match(folded, end) or _AGES_AFTER.match(folded, end):
        return True
    top = numeral.value if numeral.value is not None else numeral.high
    if top is None or top > 120:
        return False
    window = folded[max(0, start - 40) : start]
    if _AGE_BEFORE.search(window) or _AGES_BEFORE.search(window):
        return True
    under = _UNDER.search(window)
    if under is not None and (under[1] in _PEOPLE_UNDER or "age of" in under[0]):
        return True
    return _is_apposed_age(text, start, end)


def _is_apposed_age(text: str, start: int, end: int) -> bool:
    """Whether the number tells the age of one who is named right before: "Ada Lim, 36, ...", "a boy (12)"."""
    before, after = text[max(0, start - 24) : start], text[end : end + 3]
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
    return after[:1] == ","


def _in_date(text: str, folded: str, numeral: Numeral, previous: str) -> bool:
    start, end = numeral.start, numeral.end
    if _ORDINAL.match(folded, end) or _CLOCK.match(folded, end) or _ERA.match(text, end) or previous == "a.d.":
        return True
    written = folded[start:end]
    last = numeral.value if numeral.value is not None else numeral.high
    month = _MONTH_AFTER.match(folded, end)
    if month is not None and last is not None and last <= 31:
        return month[1] not in CAPITAL_MONTHS or text[month.start(1)].isupper()
    bare = previous.rstrip(".,")
    if bare in MONTHS and (bare not in CAPITAL_MONTHS or text[folded.rfind(bare, 0, start)].isupper()):
        if last is not None and last <= 31 and "," not in written:
            return not previous.endswith(",") and _following(folded, end) not in COUNTED_NOUNS
        return looks_like_year(written, "in", "")
    if numeral.low is not None and numeral.high is not None:
        return _is_year_range(written, numeral.low, numeral.high)
    if folded[end : end + 2] in ("s ", "s,", "s.", "'s", "’s"):
        return len(written) == 4 or written.endswith("0")
    return looks_like_year(written, bare, _following(folded, end))


def _following(folded: str, end: int) -> str:
    """The word behind the number."""
    match = _WORD_AFTER.match(folded, end)
    return match[1] if match else ""


def _is_year_range(written: str, low: float, high: float) -> bool:
    parts = [part.strip() for part in re.split(r"-|–|—|to|and|or", written)]
    return len(parts) == 2 and all(looks_like_year(part, "in", "") for part in parts) and low < high


def _in_name(text: str, folded: str, numeral: Numeral, previous: str) -> bool:
    start, end = numeral.start, numeral.end
    if folded[end : end + 1].isalpha() and unit_after(folded, end) is None:
        return True
    if folded[start - 1 : start] in ("[", "#", "№") or _is_joined(folded, start):
        return True
    if _COVID.search(folded, max(0, start - 9), start) or _ADDRESS.match(text, end) or _MODEL.match(text, end):
        return True
    if _OF_PAGES.match(text, max(0, start - 6)) or _OF_PAGES.match(text, start):
        return True
    line = max(folded.rfind("\n", max(0, start - 8), start) + 1, start - 8, 0)
    if (
        not folded[line:start].strip(" \t(•-")
        and folded[end : end + 1] in (".", ")")
        and folded[end + 1 : end + 2].isspace()
    ):
        return True
    if _BRACKETED.match(folded, end) and _ENUMERATED.search(folded[max(0, start - 8) : start]) and end - start <= 2:
        return True
    if _is_numbering(text, start, end):
        return True
    if _BRAND.search(text[max(0, start - 16) : start]) and _following(folded, end) not in COUNTED_NOUNS:
        return True
    if previous not in NAMES:
        return False
    if previous not in CAPITAL_NAMES or text[folded.rfind(previous, 0, start)].isupper():
        return True
    return previous not in ("no", "top") and re.match(r"\s+[a-z]", text[end : end + 6]) is None


def _is_joined(folded: str, start: int) -> bool:
    """Whether a hyphen, stop or stroke joins the number to a name before it: "F-16"."""
    return (
        start > 1
        and folded[start - 1] in "-–./"
        and folded[start - 2].isalnum()
        and PREFIX.search(folded, max(0, start - 6), start) is None
    )


def _is_numbering(text: str, start: int, end: int) -> bool:
    """Whether the digits number a list ("by law: 1. Schools") or a footnote ("the roads,21 and")."""
    before, after = text[start - 1 : start], text[end : end + 3]
    ended = text[max(0, start - 8) : start].rstrip()[-1:]
    if end - start <= 2 and _NUMBERED.match(after) and ended in (":", ";", "."):
        return True
    if text[start:end].find(".") > 0 and end - start <= 4 and ended in ("", ".") and text[end : end + 1] == " ":
        return text[end + 1 : end + 2].isupper()
    footnote = before in tuple(".,;)”’\"'") and text[start - 2 : start - 1] not in ("", " ") and end - start <= 3
    return footnote and (after[:1].isspace() or not after)
