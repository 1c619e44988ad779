"""The English date grammar: every day, month, year and length of time that a text names, seen from its publication.

One pattern for each form of words, tried in the order that `STARTS` gives; each has a reader that turns the match into
days. Marked are the words for the time itself ("the past two weeks"); the preposition before them becomes the
`relation`.
The forms are those of TIMEX3 (TimeML), the days are those of the claims guide.
"""

import re
from collections import defaultdict
from datetime import date
from functools import cache
from typing import NamedTuple

from clearway.languages.en.dateahead import Direction, direction
from clearway.languages.en.dateforms import FORMS
from clearway.languages.en.datelengths import READERS
from clearway.languages.en.datelinks import Found, linked
from clearway.languages.en.datescene import Reader, Reading, Scene, group
from clearway.languages.en.datestarts import STARTS, first_words, key_of
from clearway.languages.en.timewords import fold
from clearway.languages.mentions import DateMention

_WHEN = re.compile(r",?\s+when\b")
_GLUED = re.compile(r"\d[.,/:-]")
_SIGNS = ("$", "€", "£")
_FIRST_PUBLISHED, _LAST_PUBLISHED = 1400, 9000
_RELATION = re.compile(
    r"\b(since|as\s+(?:of|at|on)|until|till|up\s+to|through|before|prior\s+to|ahead\s+of|by)\s+(?:at\s+least\s+)?"
    r"(?:\d{1,2}[:.h]?\d{0,2}\s*(?:[ap]\.?m\.?|hrs|hours|h)?\s*(?:\(?(?:gmt|utc|local\s+time)\)?)?,?\s+)?(?:the\s+|on\s+)?$"
)
_RELATION_REACH, _CLAUSE_REACH = 40, 72
_SINCE_CLAUSE = re.compile(
    r"\bsince\s+(?:[^\s.,;:]+\s+){1,5}(?:[a-z]+ed|began|broke\s+out|took\s+(?:place|over|effect)|came|fell|left|hit|struck)\s+"
    r"(?:again\s+)?(?:in\s+|on\s+|back\s+in\s+)?$"
)
_OPENING = re.compile(r"(?:the\s+)?(?:beginning|start)\s")
_RELATIONS = {
    "since": "since",
    "until": "until",
    "till": "until",
    "through": "until",
    "before": "before",
    "by": "until",
}
_CALENDAR_FORMS = frozenset(
    "clock day days feast month month_day month_days months quarter week_in week_of weekday weekend".split()
)


class _Form(NamedTuple):
    """A form's pattern and reader, and whether it matters to it that words point ahead."""

    match: re.Pattern[str]
    read: Reader
    calendar: bool


class _Beginning(NamedTuple):
    """What must come behind a first word, and the forms that it then may begin."""

    then: re.Pattern[str]
    forms: tuple[_Form, ...]


def find_dates(text: str, published: date | None) -> list[DateMention]:
    """Every mention of a time in the text, in order, none overlapping another."""
    if published is not None and not _FIRST_PUBLISHED <= published.year <= _LAST_PUBLISHED:
        published = None  # so near the calendar's edge that reckoning would leave it, and surely a slip
    folded = fold(text)
    beginnings = _beginnings()
    found: list[Found] = []
    position = 0
    search = _first_words().search
    while (word := search(folded, position)) is not None:
        key, length = key_of(word[1])
        position = word.start() + length
        for beginning in beginnings[key]:
            if beginning.then.match(folded, word.start()) is None:
                continue
            read = _read(text, folded, word.start(), beginning.forms, published)
            if read is not None:
                position = read.mention.end
                found.append(read)
                break
    return linked(found, folded, published)


@cache
def _first_words() -> re.Pattern[str]:
    return first_words()


@cache
def _beginnings() -> dict[str, tuple[_Beginning, ...]]:
    """What each first word may begin."""
    forms = {name: _Form(re.compile(form), READERS[name], name in _CALENDAR_FORMS) for name, form in FORMS.items()}
    made: defaultdict[str, tuple[_Beginning, ...]] = defaultdict(tuple)
    for start in STARTS:
        beginning = _Beginning(re.compile(start.then), tuple(forms[name] for name in start.forms))
        for word in start.words:
            made[word] += (beginning,)
    return dict(made)


def _read(text: str, folded: str, start: int, forms: tuple[_Form, ...], published: date | None) -> Found | None:
    """The mention at `start`, by the first form that reads it."""
    if _GLUED.match(folded, start - 2, start) or folded[start - 1 : start] in _SIGNS:
        return None
    for form in forms:
        match = form.match.match(folded, start)
        if match is None:
            continue
        back = form.calendar and _relation(folded, start) in ("since", "as of")
        points = None
        if form.calendar and not back and not group(match, "year"):
            points = direction(folded, start, match.end())
        scene = Scene(text, folded, published, points is Direction.AHEAD, back, points is Direction.BACK)
        reading = form.read(match, scene)
        if reading is not None:
            return Found(_mention(folded, start, match.end(), reading, published), reading.link)
    return None


def _mention(folded: str, start: int, end: int, reading: Reading, published: date | None) -> DateMention:
    relation = _relation(folded, start)
    if reading.every or reading.past or reading.to_date:
        relation = "every" if reading.every else "past" if reading.past else "since"
    first = reading.span.first if reading.span else None
    last = reading.span.last if reading.span else None
    if relation == "since" and first is None and reading.within and _OPENING.match(folded, start, end):
        first = reading.within.first
    if relation == "since" and _WHEN.match(folded, end):
        relation = "on"
    if relation == "since" and first is not None:
        last = published
        if published is not None and first > published:
            relation, last = "on", reading.span.last if reading.span else first
    return DateMention(
        start=start,
        end=end,
        first=first,
        last=last,
        precision=reading.span.precision if reading.span else reading.precision,
        relation=relation,
        duration=not reading.anchored,
        amount=reading.amount,
        unit=reading.unit,
        within=(reading.within.first, reading.within.last) if reading.within and first is None else None,
        clock=reading.clock,
        reference=reading.reference,
    )


def _relation(folded: str, start: int) -> str:
    """The relation that the words before the mention say."""
    match = _RELATION.search(folded, max(0, start - _RELATION_REACH), start)
    if match is not None:
        word = " ".join(match[1].split())
        if word.startswith("as "):
            return "as of"
        return _RELATIONS.get(word, "until" if word == "up to" else "before")
    before = folded[max(0, start - _CLAUSE_REACH) : start]
    return "since" if "since" in before and _SINCE_CLAUSE.search(before) else "on"
