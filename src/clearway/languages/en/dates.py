"""The English date grammar: every day, month, year and length of time that a text names, seen from its publication.

One pattern for each form of words, tried in the order that `STARTS` gives; each has a reader that turns the match into
days. Marked are the words for the time itself ("the past two weeks"); the preposition before them becomes the
`relation`.
The forms are those of TIMEX3 (TimeML), the days are those of the claims guide.
"""

import re
from datetime import date
from functools import cache

from clearway.languages.en.dateforms import FORMS, STARTS
from clearway.languages.en.datereaders import READERS, Reader, Reading, Scene
from clearway.languages.en.timewords import fold
from clearway.languages.mentions import DateMention

_WHEN = re.compile(r",?\s+when\b")
_GLUED = re.compile(r"\d[.,/:-]")
_SIGNS = ("$", "€", "£")
_FIRST_PUBLISHED, _LAST_PUBLISHED = 1400, 9000
_RELATION = re.compile(
    r"\b(since|as\s+(?:of|at|on)|until|till|up\s+to|through|before|prior\s+to|ahead\s+of|by)\s+(?:at\s+least\s+)?(?:the\s+|on\s+)?$"
)
_SINCE_CLAUSE = re.compile(
    r"\bsince\s+(?:[^\s.,;:]+\s+){1,5}(?:[a-z]+ed|began|broke\s+out|took\s+(?:place|over|effect)|came|fell|left|hit|struck)\s+"
    r"(?:again\s+)?(?:in\s+|on\s+|back\s+in\s+)?$"
)
_AHEAD = re.compile(
    r"(?:\b(?:will|shall|would|may|might|must|should|due|scheduled|slated|planned|plans?|planning|hopes?|hoping|intends?|"
    r"aims?|(?:expect(?:s|ed|ing)?|likely)\s+to|upcoming|until|till|next|tomorrow|deadline|going\s+to|set\s+(?:for|to)|"
    r"(?:is|are|was|were)\s+to|to\s+be\s+held|ready\s+to|preparing\s+(?:to|for))|n’t\s+until|’ll)\b[^.,;:\n]*$"
)
_REPORTING = re.compile(
    r"\b(?:said|told|announced|added|reported|warned|stated|confirmed|wrote|tweeted|reporters)\b[^.]{0,24}$"
)
_RELATIONS = {
    "since": "since",
    "until": "until",
    "till": "until",
    "through": "until",
    "before": "before",
    "by": "until",
}
_CALENDAR_FORMS = frozenset(["day", "days", "month", "month_day", "month_days", "months", "week_of", "weekday"])


def find_dates(text: str, published: date | None) -> list[DateMention]:
    """Every mention of a time in the text, in order, none overlapping another."""
    if published is not None and not _FIRST_PUBLISHED <= published.year <= _LAST_PUBLISHED:
        published = None  # so near the calendar's edge that reckoning would leave it, and surely a slip
    folded = fold(text)
    forms = _forms()
    found: list[DateMention] = []
    position = 0
    search = _starts().search
    while (start := search(folded, position)) is not None:
        mention = _read(text, folded, start.start(), forms[start.lastgroup or ""], published)
        if mention is None:
            position = start.end()
        else:
            position = mention.end
            found.append(mention)
    return found


@cache
def _starts() -> re.Pattern[str]:
    """What a mention may begin with; the last group names the start."""
    starts = "|".join(f"(?P<{name}>{start})" for name, (start, _) in STARTS.items())
    return re.compile(rf"\b(?:{starts})")


@cache
def _forms() -> dict[str, tuple[tuple[re.Pattern[str], Reader, bool], ...]]:
    """The forms that each start may begin: pattern, reader, and whether it matters that words point ahead."""
    compiled = {name: (re.compile(form), READERS[name], name in _CALENDAR_FORMS) for name, form in FORMS.items()}
    return {start: tuple(compiled[name] for name in names) for start, (_, names) in STARTS.items()}


def _read(
    text: str, folded: str, start: int, forms: tuple[tuple[re.Pattern[str], Reader, bool], ...], published: date | None
) -> DateMention | None:
    """The mention at `start`, by the first form that reads it."""
    for pattern, reader, calendar in forms:
        match = pattern.match(folded, start)
        if match is None:
            continue
        if _GLUED.match(folded, start - 2, start) or folded[start - 1 : start] in _SIGNS:
            return None
        ahead = calendar and _points_ahead(folded, start)
        back = calendar and not ahead and _relation(folded, start) in ("since", "as of")
        scene = Scene(text, folded, published, ahead, back)
        reading = reader(match, scene)
        if reading is not None:
            return _mention(folded, start, match.end(), reading, published)
    return None


def _points_ahead(folded: str, start: int) -> bool:
    before = folded[max(0, start - 80) : start]
    return _AHEAD.search(before) is not None and _REPORTING.search(before) is None


def _mention(folded: str, start: int, end: int, reading: Reading, published: date | None) -> DateMention:
    relation = "past" if reading.past else "since" if reading.to_date else _relation(folded, start)
    first = reading.span.first if reading.span else None
    last = reading.span.last if reading.span else None
    if relation == "since" and _WHEN.match(folded, end):
        relation = "on"
    if relation == "since" and first is not None:
        last = published
        if published is not None and first > published:
            relation, last = "on", reading.span.last if reading.span else None
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
        within=(reading.within.first, reading.within.last) if reading.within else None,
    )


def _relation(folded: str, start: int) -> str:
    """The relation that the words before the mention say."""
    before = folded[max(0, start - 72) : start]
    match = _RELATION.search(before)
    if match is not None:
        word = " ".join(match[1].split())
        if word.startswith("as "):
            return "as of"
        return _RELATIONS.get(word, "until" if word == "up to" else "before")
    return "since" if _SINCE_CLAUSE.search(before) else "on"
