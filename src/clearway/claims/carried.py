"""What a number without a noun of its own counts: what a number beside it counts, or what its sentence is about."""

import re
from dataclasses import dataclass, replace

from clearway.languages.en.words import classes_of
from clearway.languages.mentions import Quantity

Span = tuple[int, int]

REACH = 60
BRACKET = re.compile(r"[(\[=]\s*$")
NAMED = re.compile(r"[A-Z][\w’'-]* ?(?:[–—:=-] ?|[(\[])$")
"""A name before its part of a figure: "Lango – 3", "Lango (3)"."""

THING = re.compile(r"\b[a-z][\w’'-]* ?[(\[]\s*$")
"""A thing before what is told of it in brackets: "by lorry (12%)"."""

WORDS_BEFORE = re.compile(
    r"([^\W\d_][\w’'-]*(?: [^\W\d_][\w’'-]*){0,2}) ?[(\[](?:[^()\[\]]*[^()\[\]\d=])?(?:n ?= ?)?$", re.IGNORECASE
)
LEADING = re.compile(
    r".*\b(?:also|among|amongst|and|as|at|between|by|for|from|in|of|only|or|than|the|these|those|to|with)\s+",
    re.IGNORECASE,
)
"""Words that stand before a noun and are none of it."""

LISTED = re.compile(r"-?\s*(?:,|/|,?\s*(?:and|or|to)|&)\s+(?:[a-z]{2,3}\s|[$€£])?")
"""What parts the numbers of a list that share one noun: "3 to 2 meals"."""

AREAS = frozenset(
    """
    areas counties countries departments divisions governorates lgas locations payams sites states subdivisions
    upazilas wards woredas
    """.split()
)
"""Areas that reports count and then tell another figure by, beside those of the lexicon."""


@dataclass(frozen=True, slots=True)
class Counted:
    """A quantity with the characters of what it counts and of what is said of it; `None` where nothing is."""

    quantity: Quantity
    unit: Span | None
    event: Span | None

    @property
    def is_share(self) -> bool:
        """Whether it is a part of a hundred."""
        return self.quantity.unit == "percent"

    def follows(self, pattern: re.Pattern[str], text: str) -> bool:
        """Whether what stands before the number ends so."""
        return pattern.search(text, max(0, self.quantity.start - REACH), self.quantity.start) is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Own:
    """A number with what it counts by its own words, and the subject that it is said of where it counts nothing."""

    counted: Counted
    said_of: Span | None = None


def carried(own: list[Own], share: Span | None, whole: Span | None, text: str) -> tuple[list[Counted], Span | None]:
    """A sentence's numbers, those without a noun completed, and the whole of its last share.

    `share` is the whole of the last share before the sentence, `whole` what the sentence says that its numbers are
    parts of ("Of the cases, 12 ...").
    """
    found = _from_the_right([one.counted for one in own], text)
    last = main = None
    within: Span | None = None
    for index, (counted, one) in enumerate(zip(found, own, strict=True)):
        if counted.is_share and counted.unit is not None:
            share = counted.unit
        counted = _completed(counted, one.said_of, whole)
        if counted.follows(BRACKET, text):
            counted = _bracketed(counted, last, text)
        named = counted.follows(NAMED, text)
        if counted.is_share:
            within = counted.unit or (None if counted.follows(THING, text) else within or share)
            counted = replace(counted, unit=within)
        else:
            counted = _like(counted, main if named and main is not None else last)
        if not named and counted.unit is not None and not _is_place(counted.unit, text):
            main = counted
        found[index] = last = counted
    return found, share


def _from_the_right(own: list[Counted], text: str) -> list[Counted]:
    """Numbers of a list whose noun stands behind the last of them."""
    found = list(own)
    for index in reversed(range(len(found) - 1)):
        here, there = found[index], found[index + 1]
        if here.unit is None and LISTED.fullmatch(text, here.quantity.end, there.quantity.start):
            found[index] = replace(here, unit=there.unit)
    return found


def _completed(counted: Counted, said_of: Span | None, whole: Span | None) -> Counted:
    """A number without a noun counts what it is said of, else what the sentence opens with."""
    if counted.unit is not None:
        return counted
    behind = whole if whole is not None and whole[1] <= counted.quantity.start else None
    return replace(counted, unit=said_of or behind)


def _like(counted: Counted, before: Counted | None) -> Counted:
    """A number still without a noun counts what the number before it in the sentence counted."""
    if counted.unit is not None or before is None or counted.quantity.sense != "count":
        return counted
    return replace(counted, unit=before.unit)


def _bracketed(counted: Counted, last: Counted | None, text: str) -> Counted:
    """In brackets, a number with a noun says what the sentence says; one without is said of the words before it."""
    said = last.event if last is not None else None
    before = WORDS_BEFORE.search(text, max(0, counted.quantity.start - REACH), counted.quantity.start)
    if counted.unit is not None or before is None:
        return replace(counted, event=said)
    if "people" in classes_of(before[1].split()[-1].lower()):
        leading = LEADING.match(text, before.start(1), before.end(1))
        return replace(counted, unit=(leading.end() if leading else before.start(1), before.end(1)), event=said)
    return replace(counted, event=before.span(1) if before[1].islower() else said)


def _is_place(unit: Span, text: str) -> bool:
    """Whether places are counted, by which the parts of another figure are told."""
    noun = text[slice(*unit)].split()[-1].lower()
    return noun in AREAS or bool(classes_of(noun) & {"settlement", "territory"})
