"""What a time may begin with: a quick sieve before the forms."""

import re
from collections import defaultdict
from typing import NamedTuple

from clearway.languages.en.dateforms import ONES, SEASON, TEENS, TENS
from clearway.languages.en.timewords import FEASTS, MONTH, MONTHS, SEASONS, WEEKDAYS

DIGIT = "0"
"""Stands for any number in digits, among first words."""

_NUMBERS = f"{ONES}|{TEENS}|{TENS}"
_UNITS = (
    "second|seconds|minute|minutes|hour|hours|hrs|day|days|night|nights|week|weeks|fortnight|month|months|quarters|year|years"
    "|decade|decades|century|centuries"
)
_LENGTHY = (
    rf"(?:\d|(?:{_NUMBERS}|several|few|couple|many|half|dozen|hundred|an?|(?:the\s+)?(?:past|last|previous|next))\s)"
)
_BEHIND_NUMBER = (
    rf"(?:st|nd|rd|th)?(?:\s+\d/\d)?[\s,–—-]+(?:to[\s-]+|or[\s-]+)?(?:of\s+|more\s+|straight\s+|consecutive\s+|full\s+|long\s+|\d|–|&|and\s|the\s"
    rf"|until\s|till\s|through\s|{MONTH}|{_UNITS}|{_NUMBERS}|quarter)"
)


class Start(NamedTuple):
    """One or two first words, what must come with them, and the forms in the order in which they are tried."""

    words: tuple[str, ...]
    then: str
    forms: tuple[str, ...]


def _start(words: str, then: str, forms: str, before: str = "") -> Start:
    return Start(tuple(before + word for word in words.split("|")), then, tuple(forms.split()))


STARTS: tuple[Start, ...] = (
    _start(DIGIT, r"\d{4}-", "iso length"),
    _start(DIGIT, r"(?:19|20)\d\d(?!\d)", "decade quarter period year day ago length"),
    _start(DIGIT, r"\d{1,2}[/.-]\d{1,2}[/.-]\d", "slashed"),
    _start(DIGIT, r"\d{1,2}(?:[:.]\d\d)?\s*[ap]\.?m(?![a-z])", "clock"),
    _start(DIGIT, rf"\d{{1,2}}(?!\d){_BEHIND_NUMBER}", "days day quarter century ago length"),
    _start(DIGIT, rf"(?:\d{{3}}|\d+[,.]\d)[\d,.]*{_BEHIND_NUMBER}", "ago length"),
    _start("|".join(MONTHS), "", "month_days month_day months month"),
    _start("|".join(WEEKDAYS), "", "days day month_days month_day weekday"),
    _start("week", "", "week_of week_number period", "the "),
    _start("epi|epidemiological", r"the\s+[a-z]+\s+week\s", "week_number", "the "),
    _start("quarter|period|month|full|comparable|corresponding", "", "period", "the "),
    _start("year", "", "unit_end year period quarter", "the "),
    _start("year-ago|year-earlier|month-ago|month-earlier", "", "quarter period", "the "),
    _start("fiscal", "", "quarter year period", "the "),
    _start("same|very", "", "anaphor period", "the "),
    _start("weekend", "", "weekend", "the "),
    _start("day", r"the\s+day\s+before", "near anaphor", "the "),
    _start("beginning|start|middle|end|rest|remainder", r"the\s+[a-z]+\s+of\s", "relative part_of month year", "the "),
    _start("final", r"the\s+final\s+quarter", "quarter", "the "),
    _start("early|late|mid", "", "month decade century season this_season part_of", "the "),
    _start(
        "past|last|previous|preceding|next|coming|following|first|latest|current|present|recent|most",
        "",
        "week_in quarter half relative recent past weekday anaphor reference period",
        "the ",
    ),
    _start("second|third|fourth|latter|other", "", "week_in quarter half", "the "),
    _start("near|future|foreseeable", "", "reference", "the "),
    _start("twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties", "", "decade", "the "),
    _start(DIGIT, "", "days day decade century quarter period length", "the "),
    _start(_NUMBERS, "", "length", "the "),
    _start("|".join(sorted(SEASONS)), "", "season this_season", "the "),
    _start(f"{_UNITS}|few|couple|dozen|hundred|full|long", "", "ago length", "a "),
    _start("hour", "", "ago length", "an "),
    _start(_NUMBERS, r"[a-z]+[\s-]+(?!of\s)", "quarter year ago length"),
    _start("several|few|couple|many|some|half", r"[a-z]+[\s-]+", "ago length"),
    _start("half", r"half\s+an?\s", "length"),
    _start(
        "nearly|almost|about|around|roughly|approximately|exactly|at least|at most|up to|no more|more than|less than"
        "|fewer than|just over|just under|over|well over",
        rf"(?:no\s+more\s+than|[a-z]+(?:\s+(?:least|most|to|than|over|under))?)\s+{_LENGTHY}",
        "past ago length",
    ),
    _start(
        "early|earlier|late|later|mid|end|beginning|start|middle",
        r"[a-z]+[\s-]",
        "month weekday near relative part_of decade century season year",
    ),
    _start("current", "", "relative reference"),
    _start(
        "this|past|last|previous|preceding|next|coming|following|first|latest",
        r"[a-z]+\s",
        "feast month weekday near quarter period relative past recent half anaphor",
    ),
    _start("now|nowadays|currently|presently|recently|these days|more recently|most recently", "", "reference"),
    _start("yesterday|today|tomorrow|tonight|overnight", "", "near"),
    _start("recent|most recent", "", "recent"),
    _start("|".join(sorted(SEASONS)), rf"{SEASON}\s+(?:of|19|20)", "season"),
    _start("second|third|fourth", r"[a-z]+(?:[\s-]+quarter|\s+half\s)", "quarter half"),
    _start("fiscal", r"fiscal[\s-]+(?:first|second|third|fourth|19|20)", "quarter year"),
    _start("q1|q2|q3|q4", "", "quarter"),
    _start("week", r"week\s", "week_of week_number"),
    _start("epi|epidemiological", r"[a-z]+\s+week\s", "week_number"),
    _start("year|month", r"(?:year|month)(?:['’]s)?[\s-]", "year unit_end year_ago"),
    _start("day|week|month|year|quarter|very|same", "", "anaphor", "that "),
    _start("every|each", "", "every"),
    _start("hourly|daily|nightly|weekly|monthly", "", "often"),
    _start("hours|days|weeks|months|years|decades|centuries", "", "many"),
    _start("noon|midday|midnight", "", "clock"),
    _start(
        "|".join(dict.fromkeys(" ".join(feast.replace("’", "'").split("'")[0].split()[:2]) for feast in FEASTS)),
        "",
        "feast",
    ),
)


def first_words() -> re.Pattern[str]:
    """What a time may begin with, in lower-case text; the group holds the words, and nothing where it is a number.

    Words are sorted by their first letter and word, so that most words of a text are passed over at once.
    """
    by_word: defaultdict[str, set[str]] = defaultdict(set)
    for words in sorted({words for start in STARTS for words in start.words} - {DIGIT}):
        first, _, second = words.partition(" ")
        by_word[first].add(_SECOND_DIGIT if second == DIGIT else second)
    by_letter: defaultdict[str, list[str]] = defaultdict(list)
    for first in sorted(by_word, key=len, reverse=True):
        seconds = sorted(by_word[first] - {""}, key=len, reverse=True)
        optional = "?" if "" in by_word[first] else ""
        behind = rf"(?:\s+(?:{'|'.join(seconds)})(?![a-z])){optional}" if seconds else ""
        by_letter[first[0]].append(f"{first[1:]}{behind}")
    letters = "|".join(f"{letter}(?:{'|'.join(rest)})" for letter, rest in sorted(by_letter.items()))
    return re.compile(rf"\b(?:\d|({letters})(?![a-z]))")


_SECOND_DIGIT = r"['’]?\d+[a-z]*"
_DIGITS = re.compile(_SECOND_DIGIT)


def key_of(words: str | None) -> tuple[str, int]:
    """The first words as they stand in `STARTS`, and how long the first is."""
    if words is None:
        return DIGIT, 1
    first, *rest = words.split()
    return (f"{first} {_DIGITS.sub(DIGIT, rest[0])}" if rest else first), len(first)
