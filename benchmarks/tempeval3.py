"""Expressions of time in news: TimeBank and AQUAINT as TempEval-3 gave them out (UzZaman et al., 2013)."""

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

from benchmarks.corpus import Corpus, Count, Figure, Score
from benchmarks.options import Options
from clearway.languages.en.dates import find_dates
from clearway.languages.en.timewords import MONTHS, WEEKDAYS
from clearway.languages.mentions import DateMention
from clearway.model import Precision

FOLDER = "tempeval3"
LETTERS = {
    "second": "S", "minute": "M", "hour": "H", "day": "D", "night": "D", "week": "W", "fortnight": "W", "month": "M",
    "quarter": "Q", "year": "Y", "decade": "Y", "century": "Y",
}  # fmt: skip
"""The letter of each unit in a TIMEX3 value; hours and less stand behind a "T"."""

TIMES = {"fortnight": 2, "decade": 10, "century": 100}
"""How many of the unit whose letter is written these are."""

PARTS_OF_DAY = {"morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI", "tonight": "TNI"}
SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
REFERENCES = {"present": "PRESENT_REF", "past": "PAST_REF", "future": "FUTURE_REF"}
DIGITS = re.compile(r"\b(?:19|20)\d\d\b")
QUARTER, HALF, DECADE, CENTURY = range(88, 93), range(180, 186), range(3650, 3655), range(36500, 36600)
"""How many days lie between the first and the last day of each."""


@dataclass(frozen=True, slots=True)
class Document:
    """A text with its day, and each expression of time by its characters, with its value."""

    text: str
    published: date | None
    known: dict[tuple[int, int], str]


def document(file: Path) -> Document:
    """A TimeML document; its day is that of its creation or publication."""
    root = ElementTree.parse(file).getroot()  # noqa: S314  # a file of the benchmarks, which nobody else writes
    known: dict[tuple[int, int], str] = {}
    parts: list[str] = []

    def walk(element: ElementTree.Element) -> None:
        start = sum(map(len, parts))
        parts.append(element.text or "")
        for child in element:
            walk(child)
            parts.append(child.tail or "")
        if element.tag == "TIMEX3":
            known[start, sum(map(len, parts))] = element.get("value", "")

    body = root.find("TEXT")
    if body is not None:
        walk(body)
    created = [
        timex.get("value", "")
        for timex in root.iter("TIMEX3")
        if timex.get("functionInDocument") in ("CREATION_TIME", "PUBLICATION_TIME")
    ]
    day = re.match(r"\d{4}-\d\d-\d\d", created[0]) if created else None
    return Document("".join(parts), date.fromisoformat(day[0]) if day else None, known)


def value(text: str, mention: DateMention) -> str:
    """The mention as a TIMEX3 value; empty where it cannot be written as one."""
    words = text[mention.start : mention.end].lower()
    if mention.relation == "every":
        return _set(mention)
    if mention.unit and (mention.relation == "past" or mention.duration or mention.reference is not None):
        return _duration(mention)
    if mention.reference is not None:
        return REFERENCES[mention.reference]
    span = (mention.first, mention.last) if mention.first and mention.last else mention.within
    if span is not None:
        return _days(words, span, mention)
    return ""


def _duration(mention: DateMention) -> str:
    """A length of time; a half of a unit is written in the next smaller one."""
    unit = mention.unit or ""
    letter, clock = LETTERS.get(unit, "?"), "T" if unit in ("hour", "minute", "second") else ""
    if mention.amount is None:
        return f"P{clock}X{letter}"
    amount = mention.amount * TIMES.get(unit, 1)
    smaller = {"year": (12, "M"), "hour": (60, "M"), "minute": (60, "S")}.get(unit)
    if smaller is not None and amount % 1:
        whole = f"{int(amount)}{letter}" if amount > 1 else ""
        return f"P{clock}{whole}{amount % 1 * smaller[0]:g}{smaller[1]}"
    return f"P{clock}{amount:g}{letter}"


def _set(mention: DateMention) -> str:
    """What comes again and again: each Monday, each July, every two days."""
    unit = mention.unit or ""
    if unit in WEEKDAYS:
        return f"XXXX-WXX-{WEEKDAYS[unit] + 1}"
    if unit in MONTHS:
        return f"XXXX-{MONTHS[unit]:02}"
    return _duration(mention)


def _days(words: str, span: tuple[date, date], mention: DateMention) -> str:
    first, last = span
    precision = mention.precision
    season = next((SEASONS[word] for word in words.split() if word in SEASONS), None)
    if season:
        return f"{first.year}-{season}"
    if mention.clock is not None:
        return f"{first.isoformat()}T{mention.clock:%H:%M}"
    if precision is Precision.DAY:
        part = next((PARTS_OF_DAY[word] for word in words.split() if word in PARTS_OF_DAY), "")
        return f"{first.isoformat()}{part}"
    if precision is Precision.WEEK:
        year, week, _ = first.isocalendar()
        return f"{year}-W{week:02}"
    if precision in (Precision.MONTH, Precision.YEAR):
        return first.isoformat()[: 7 if precision is Precision.MONTH else 4]
    if "weekend" in words:
        year, week, _ = first.isocalendar()
        return f"{year}-W{week:02}-WE"
    return _longer(first, last)


def _longer(first: date, last: date) -> str:
    """A quarter, half a year, a decade or a century."""
    days = (last - first).days
    if days in QUARTER:
        middle = first + (last - first) / 2
        return f"{middle.year}-Q{(middle.month + 2) // 3}"
    if days in HALF and first.day == 1:
        return f"{first.year}-H{(first.month + 5) // 6}"
    if days in DECADE or days in CENTURY:
        return first.isoformat()[: 3 if days in DECADE else 2]
    return str(first.year) if days > QUARTER.stop and first.year == last.year else first.isoformat()


def score(options: Options) -> dict[str, Score]:
    """F1 of exact spans; of exact spans with the right value."""
    spans = values = trivial = Count()
    for file in sorted((options.data / FOLDER).glob("*.tml")):
        read = document(file)
        if read.published is None:
            continue
        found = {(one.start, one.end): one for one in find_dates(read.text, read.published)}
        both = found.keys() & read.known.keys()
        right = sum(value(read.text, found[span]) == read.known[span] for span in both)
        spans += Count(right=len(both), said=len(found), known=len(read.known))
        values += Count(right=right, said=len(found), known=len(read.known))
        years = {match.span() for match in DIGITS.finditer(read.text)}
        trivial += Count(right=len(years & read.known.keys()), said=len(years), known=len(read.known))
    return {
        "spans": Score(value=spans.f1, trivial=trivial.f1, detail=spans.words),
        "value": Score(value=values.f1),
    }


CORPUS = Corpus(
    name="tempeval3",
    title="Expressions of time (TempEval-3)",
    files=[FOLDER],
    figures={
        "spans": Figure(what="exact spans, F1", at_least=0.80, published="HeidelTime .813 (on the test part)"),
        "value": Figure(
            what="with the right value, F1", at_least=0.78, published="HeidelTime .776, SUTime .674 (on the test part)"
        ),
    },
    score=score,
    notes=["Trivial: every year in four digits."],
)
measure = CORPUS.measure
