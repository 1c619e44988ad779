"""The English quantity grammar: every number of a text, with its hedge, its unit and what sort of number it is.

A scan for the words and digits that can begin a number, then small readers from there to the right (scale, range,
percent, unit) and a look to the left (hedge, currency, name). Numbers of dates and clock times, numbers that are part
of a name ("M5", "Resolution 2254") and ordinals are left out. A length of time ("three days") has the sense "time" and
may lie inside a date mention; no other quantity does.
"""

import re
from dataclasses import replace

from clearway.languages.en.digits import FRACTIONS
from clearway.languages.en.hedges import Hedge, hedge_after, hedge_before
from clearway.languages.en.money import CODE_BEFORE_DIGIT
from clearway.languages.en.numbernames import NAMES, PREFIX, phone_end, stands_alone
from clearway.languages.en.numbers import PARTS, SCALES, WORDS, read_words
from clearway.languages.en.numerals import Numeral, first_end, percent_of, read_numeral, skip_from
from clearway.languages.en.senses import Sense, sense_of
from clearway.languages.en.timewords import COUNTED_NOUNS, fold, word_set
from clearway.languages.en.units import unit_after_of
from clearway.languages.en.vague import read_vague
from clearway.languages.mentions import Quantity
from clearway.model import Measure, Quantifier

_REACH = 24
_HEAD = re.compile(
    rf"(?=[\d½¼¾⅓⅔b-fhlmnoqst])(?:(?=\d)(?:(?<!\w)|{CODE_BEFORE_DIGIT})\d|"
    r"(?<!\w)(?:[½¼¾⅓⅔]|(?:one|"
    r"t(?:wo|hree|en|welve|hirteen|wenty|hirty)|f(?:our(?:teen|ty)?|ive|ifteen|ifty|orty)|"
    r"s(?:ix|even)(?:teen|ty)?|eight(?:een|y)?|nine(?:teen|ty)?|eleven|half|"
    r"hundreds?|thousands?|millions?|billion|dozens?|lakh|crore|scores|tens|several|few|couple|"
    r"(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:one|two|three|four|five|six|seven|eight|nine)|"
    r"third|quarter|fifth|tenth)(?![^\W\d_])))"
)
"""The first letter is looked at before anything else, which passes over most of a text in less time."""
_VAGUE = frozenset(["couple", "dozens", "few", "hundreds", "millions", "scores", "several", "tens", "thousands"])
_PARTS = frozenset(["fifth", "quarter", "tenth", "third"])
_SCALE_HEADS = frozenset(["billion", "crore", "dozen", "hundred", "lakh", "million", "thousand"])
_SHARE_OF = re.compile(
    r"\s+(?:of|the|its|their|our|his|her|all|these|those|are|were|is|was|have|had|has|lack|live|said|reported|being|now)(?![a-z])"
)
_NO_SHARE = re.compile(
    r"\s+of\s+an?\s+(?:hour|day|mile|century|year|kilomet\w+|percent)|\s+the\s+(?:time|battle|night)|-"
)
_NOT_ONE_BEFORE = word_set(
    """
    another any day each every first his last loved next no only other same some that the this which your
    """
)
_NOT_ONE_AFTER = word_set(
    """
    another another's can could day hand may might must night ought should side such that thing think thinks time to
    way which who whose would
    """
)
_COUNTED_ONE = word_set(
    """
    about and at dead detained detaining hurt including injured injures injuring just kill killed killing kills
    least leaving left missing than with wounded wounding wounds
    """
)
_SUPERLATIVE = re.compile(
    r"\s+of\s+(?:the|its|their|our|his|her)\s+(?:[\w’'-]+\s+)??"
    r"(?:most|least|best|worst|chief|key|leading|main|major|primary|principal|(?:[\w’'-]+-)?[a-z]{3,}est)\b"
)
_MINUS = re.compile(r"(?<=[^\n])(?:[ (]|(?<=[$€£¥]))(?:minus[\s-]|[-−])$")
_AFTER_MINUS = frozenset("-− ")
_LEADING_POINT = re.compile(r"(?:^|[\s$€£(])\.$")
_DIGITS = re.compile(r"\d+")
_ESTIMATED = re.compile(
    r"(?:\s+(?!and\s|or\s|but\s)[a-z’'-]+){1,6}?\s+(?:is|are|was|were|ha(?:s|ve)\s+been)\s+(?:(?:also|now|currently)\s+)?(estimated)\b"
)
_LIST_SEPARATOR = re.compile(r"\s*(?:,|,?\s*and|,?\s*or|to|of|&|-|–|/|)\s*")
_COUNTED = re.compile(r"\s+(?:" + "|".join(sorted(COUNTED_NOUNS)) + r")(?![a-z])")
_NEXT = re.compile(r"(\s+|-)?([a-z'’]+)?")


def find_quantities(text: str) -> list[Quantity]:
    """Every number of the text, in order, none overlapping another."""
    folded = fold(text)
    found: list[Quantity] = []
    position = left_out = 0
    while (head := _HEAD.search(folded, position)) is not None:
        quantity = _read(text, folded, head, floor=found[-1].end if found else 0)
        if quantity is None or _goes_on(folded, left_out, quantity):
            position = _skip(folded, head)
            goes_on = quantity is not None or _previous(folded, head.start()) in NAMES
            left_out = position if goes_on else 0
        elif found and _restates(folded, found[-1], quantity):
            position = quantity.end
        else:
            found.append(_like(folded, found[-1], quantity) if found else quantity)
            position = quantity.end
    return found


def _previous(folded: str, at: int) -> str:
    """The word before `at`, without what opens a bracket or a quotation."""
    words = folded[max(0, at - _REACH) : at].split()
    return words[-1].lstrip("([\"'“‘") if words else ""


def _goes_on(folded: str, left_out: int, quantity: Quantity) -> bool:
    """Whether the number goes on a list of names whose first was left out: "Regions 1, 2 and 7"."""
    if not left_out or quantity.start - left_out > 6 or quantity.sense not in ("count", "measure"):
        return False
    top = quantity.value if quantity.value is not None else quantity.high
    if top is None or top > 9999 or quantity.unit is not None or not folded[quantity.start].isdecimal():
        return False
    if _LIST_SEPARATOR.fullmatch(folded, left_out, quantity.start) is None or _COUNTED.match(folded, quantity.end):
        return False
    return top <= 99 or stands_alone(folded, quantity.end)


def _like(folded: str, before: Quantity, quantity: Quantity) -> Quantity:
    """The number, an age where it goes on a list of ages: "aged 7, 9 and 12"."""
    if before.sense != "age" or quantity.sense != "count" or quantity.unit is not None or not quantity.value:
        return quantity
    listed = _LIST_SEPARATOR.fullmatch(folded, before.end, quantity.start)
    if listed is None or quantity.value > 120 or not stands_alone(folded, quantity.end):
        return quantity
    return replace(quantity, sense="age", unit="year")


def _restates(folded: str, before: Quantity, quantity: Quantity) -> bool:
    """Whether a number in brackets only repeats the one before it in digits: "five (5) trucks"."""
    if quantity.value is None or quantity.value != before.value or folded[quantity.end : quantity.end + 1] != ")":
        return False
    return folded[before.end : quantity.start].strip() == "("


def _skip(folded: str, head: re.Match[str]) -> int:
    if head[0] in _VAGUE or head[0] in _PARTS or head[0] in _SCALE_HEADS:
        return head.end()
    end = phone_end(folded, head.start()) or first_end(folded, head.start()) or skip_from(folded, head.start())
    while head[0].isdecimal() and end < len(folded) and folded[end].isalpha():
        end += 1
    return end


def _read(text: str, folded: str, head: re.Match[str], floor: int) -> Quantity | None:
    """The quantity that begins at the head, none of it before `floor`; `None` where there is none."""
    at = head.start()
    previous = _previous(folded, at)
    word = head[0]
    if word in _VAGUE:
        return _vague(folded, at, previous, floor)
    if folded[at].isdecimal() and phone_end(folded, at):
        return None
    if word not in _SCALE_HEADS and _is_inside(folded, at):
        return None
    if word in _PARTS:
        numeral = _part(folded, at, word, previous)
    elif word in _SCALE_HEADS:
        numeral = _scale(folded, at, previous)
    elif word == "one" and not _counts_one(folded, at, previous, floor):
        return _choice(folded, at) if previous not in _NOT_ONE_BEFORE else None
    else:
        numeral = read_numeral(folded, at)
    if numeral is None:
        return None
    if numeral.value is not None and folded[at].isdecimal() and _LEADING_POINT.search(folded, max(0, at - 2), at):
        numeral = replace(numeral, start=at - 1, value=float(f"0.{_DIGITS.match(folded, at)[0]}"))  # type: ignore[index]  # it begins with one
    return _quantity(text, folded, numeral, previous, floor)


def _is_inside(folded: str, at: int) -> bool:
    """Whether the number only ends a longer number or a name: "F-16", the last digits of "X500,000"."""
    if at < 2 or not folded[at - 2].isalnum():
        return False
    if folded[at - 1] == ",":
        return folded[at].isdecimal() and folded[at - 2].isdecimal()
    return folded[at - 1] in "-–." and PREFIX.search(folded, max(0, at - 6), at) is None


def _quantity(text: str, folded: str, numeral: Numeral, previous: str, floor: int) -> Quantity | None:
    sense = sense_of(text, folded, numeral, previous)
    if sense is None:
        return None
    if sense.sense in ("measure", "money") or numeral.share:
        numeral, sense = _below_zero(folded, numeral, sense)
    before = hedge_before(folded, sense.start)
    if before is not None and before.start < floor:
        before = None
    if numeral.share and not folded[numeral.start].isdecimal() and not _is_share(folded, numeral, before):
        return None
    hedge = (
        before
        or _between(folded, sense.start, numeral)
        or hedge_after(folded, numeral.end)
        or _estimated(folded, numeral)
    )
    start, end = sense.start, numeral.end
    if hedge is not None:
        start = min(start, hedge.start)
        end = hedge.end if hedge.start > end - 1 and not folded[end : hedge.start].strip() else end
    start = max(start, floor)
    ranged = numeral.high is not None
    quantifier = Quantifier.RANGE if ranged else hedge.quantifier if hedge else Quantifier.EXACT
    return Quantity(
        start=start,
        end=end,
        number_start=numeral.start,
        number_end=numeral.end,
        value=numeral.value,
        low=numeral.low,
        high=numeral.high,
        quantifier=quantifier,
        measure=sense.measure,
        unit=sense.unit,
        modifier=text[hedge.start : hedge.end] if hedge else None,
        sense=sense.sense,
    )


def _below_zero(folded: str, numeral: Numeral, sense: Sense) -> tuple[Numeral, Sense]:
    """A number with its minus, if it has one; a share below zero is a change and no share of anything."""
    minus = None
    for at in (numeral.start, sense.start):
        if folded[at - 1 : at] in _AFTER_MINUS:
            minus = minus or _MINUS.search(folded, max(0, at - 9), at)
    if minus is None or not numeral.value:
        return numeral, sense
    start = min(sense.start, minus.start() + (folded[minus.start()] in " ("))
    kind = "measure" if numeral.share else sense.sense
    return replace(numeral, value=-numeral.value), sense._replace(sense=kind, start=start)


def _between(folded: str, start: int, numeral: Numeral) -> Hedge | None:
    """The word "between" or "from" before a range, as its hedge."""
    if numeral.high is None:
        return None
    match = re.search(r"(between|from)\s+$", folded[max(0, start - 12) : start])
    if match is None:
        return None
    begin = start - len(match[0])
    return Hedge(begin, begin + len(match[1]), Quantifier.RANGE)


def _estimated(folded: str, numeral: Numeral) -> Hedge | None:
    """The "estimated" of the number's own clause: "300 people are estimated to have fled"."""
    match = _ESTIMATED.match(folded, numeral.end)
    return Hedge(match.start(1), match.end(1), Quantifier.APPROXIMATELY) if match else None


def _is_share(folded: str, numeral: Numeral, hedge: Hedge | None) -> bool:
    """Whether a fraction in words is a share ("half of them") and not "half an hour" or "a third party"."""
    written = folded[numeral.start : numeral.end]
    if written in FRACTIONS:
        return _SHARE_OF.match(folded, numeral.end) is not None
    if _NO_SHARE.match(folded, numeral.end):
        return False
    if not written.endswith(("half", "third", "quarter", "fifth", "tenth")) or " in " in written or " out" in written:
        return True
    if written == "half" and re.search(
        r"(?:first|second|last|other|and\s+a|in|a|the)\s+$", folded[max(0, numeral.start - 8) : numeral.start]
    ):
        return False
    return hedge is not None or _SHARE_OF.match(folded, numeral.end) is not None


_ONE_MORE = re.compile(r"\s+(?:was|is|has|remain(?:s|ed)|suffered|died|who)(?![a-z])")
"""What follows "a third" where it is one more person, and no share: "two died and a third was wounded"."""


def _part(folded: str, at: int, word: str, previous: str) -> Numeral | None:
    """The fraction "a third", from the "a" on; any other third is an ordinal."""
    if previous != "a" or _ONE_MORE.match(folded, at + len(word)):
        return None
    begin = folded.rfind("a", 0, at)
    scale = re.compile(r"\s+of\s+a\s+(million|billion)(?![a-z])").match(folded, at + len(word))
    if scale is not None:
        return Numeral(start=begin, end=scale.end(), value=SCALES[scale[1]] // PARTS[word])
    return Numeral(start=begin, end=at + len(word), value=percent_of(1, PARTS[word]), share=True)


_BEFORE_SCALE = frozenset(["a", "about", "almost", "around", "nearly", "over", "some", "than"])
_HUNDREDS = re.compile(r"hundred\s+(?:thousand|million)(?![a-z])")


def _scale(folded: str, at: int, previous: str) -> Numeral | None:
    """The numbers "a hundred", "a dozen", "a million and a half", from the "a" on."""
    if previous not in _BEFORE_SCALE and not _HUNDREDS.match(folded, at):
        return None
    begin = folded.rfind("a", 0, at) if previous == "a" else at
    prefix = "one "
    words = WORDS.match(prefix + folded[at : at + 60])
    if words is None:
        return None
    end = at + words.end() - len(prefix)
    value = read_words(words[0])
    half = re.compile(r"\s+and\s+a\s+half(?![a-z])").match(folded, end)
    if half is not None:
        return Numeral(start=begin, end=half.end(), value=value * 3 // 2)
    return Numeral(start=begin, end=end, value=value)


_SHARE_OF_ONE = re.compile(r"\s+(?:in|out\s+of)\s+(?:every\s+)?(?:\d|two|three|four|five|six|seven|eight|nine|ten)")
"""What makes a share of "only one": "only one in five"."""

_RANGE_OF_ONE = re.compile(r"\s+(?:in|or|to|out\s+of)\s+(?:two|three|four|five|six|seven|eight|nine|ten|every)\b")
"""What makes a range or a share of "one": "one to two", "one in five"."""


def _counts_one(folded: str, at: int, previous: str, floor: int) -> bool:
    """Whether "one" counts something, and is no pronoun ("no one", "one could say", "the one")."""
    end = at + len("one")
    match = _NEXT.match(folded, end)
    gap, following = (match[1], match[2]) if match else (None, None)
    if previous in _NOT_ONE_BEFORE or folded[max(0, at - 7) : at] == "one to ":
        return previous == "only" and _SHARE_OF_ONE.match(folded, end) is not None
    if folded[end : end + 2] in ("'s", "’s"):
        return False
    if gap == "-":
        return re.match(r"-(?:third|quarter|half|fifth|tenth|sixth)", folded[end : end + 9]) is not None
    if gap is None or following is None:
        return previous in _COUNTED_ONE or (gap is not None and folded[end:].lstrip()[:1].isalnum())
    if _RANGE_OF_ONE.match(folded, end):
        return True
    if following in _NOT_ONE_AFTER or _SUPERLATIVE.match(folded, end):
        return False
    if following in (
        "and",
        "but",
        "by",
        "in",
        "on",
        "at",
        "or",
        "to",
        "out",
        "from",
        "is",
        "was",
        "has",
        "for",
        "when",
        "as",
    ):
        if floor and at - floor < 60 and (previous == "and" or folded[at - 2 : at - 1] in (",", ":", ";")):
            return True
        return previous in _COUNTED_ONE
    return True


def _choice(folded: str, at: int) -> Quantity | None:
    """The "one" of "one of the best", which praises and counts nothing."""
    end = at + len("one")
    if not _SUPERLATIVE.match(folded, end):
        return None
    return Quantity(start=at, end=end, number_start=at, number_end=end, value=1, sense="choice")


def _vague(folded: str, at: int, previous: str, floor: int) -> Quantity | None:
    read = read_vague(folded, at, previous)
    if read is None:
        return None
    end, quantifier = read
    unit = unit_after_of(folded, end)
    if quantifier is Quantifier.SEVERAL and unit is not None and unit.name == "times":
        return None
    start = folded.rfind("a", 0, at) if folded.startswith(("few", "couple"), at) and previous == "a" else at
    return Quantity(
        start=max(start, floor),
        end=end,
        number_start=max(start, floor),
        number_end=end,
        quantifier=quantifier,
        unit=unit.name if unit else None,
        measure=Measure.COUNT,
        sense=unit.sense if unit else "count",
    )
