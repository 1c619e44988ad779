"""Expressions of time in news: TimeBank and AQUAINT as TempEval-3 gave them out (UzZaman et al., 2013)."""

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

from benchmarks.corpus import Corpus, Count, Figure, Score
from benchmarks.options import Options
from clearway.languages.en.dates import find_dates
from clearway.languages.mentions import DateMention
from clearway.model import Precision

FOLDER = "tempeval3"
LETTERS = {
    "second": "S", "minute": "M", "hour": "H", "day": "D", "night": "D", "week": "W", "fortnight": "W", "month": "M",
    "quarter": "Q", "year": "Y", "decade": "DE", "century": "CE",
}  # fmt: skip
"""The letter of each unit in a TIMEX3 value; hours and less stand behind a "T"."""

PARTS_OF_DAY = {"morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI", "tonight": "TNI"}
SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
PRESENT = re.compile(r"(?:right )?now|currently|nowadays|current|at present|presently")
PAST = re.compile(r"recent|previous|once|formerly")
DIGITS = re.compile(r"\b(?:19|20)\d\d\b")
QUARTER = range(88, 93)


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


def value(text: str, mention: DateMention, published: date | None) -> str:
    """The mention as a TIMEX3 value; empty where it cannot be written as one."""
    words = text[mention.start : mention.end].lower()
    if mention.unit and (mention.relation == "past" or mention.duration):
        return _duration(mention)
    if PRESENT.match(words):
        return "PRESENT_REF"
    if PAST.match(words):
        return "PAST_REF"
    span = (mention.first, mention.last) if mention.first and mention.last else mention.within
    if span is not None:
        return _days(words, span, mention.precision)
    if mention.unit == "year" and mention.amount is not None and published is not None:
        return str(published.year - round(mention.amount))
    return ""


def _duration(mention: DateMention) -> str:
    amount = "X" if mention.amount is None else f"{mention.amount:g}"
    letter = LETTERS.get(mention.unit or "", "?")
    return f"{'PT' if mention.unit in ('hour', 'minute', 'second') else 'P'}{amount}{letter}"


def _days(words: str, span: tuple[date, date], precision: Precision) -> str:
    first, last = span
    season = next((SEASONS[word] for word in words.split() if word in SEASONS), None)
    if season:
        return f"{first.year}-{season}"
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
    if (last - first).days in QUARTER and first.day == 1:
        return f"{first.year}-Q{(first.month + 2) // 3}"
    return first.isoformat()[:3] if words.endswith("s") and last.year - first.year > 8 else first.isoformat()


def score(options: Options) -> dict[str, Score]:
    """F1 of exact spans; of exact spans with the right value."""
    spans = values = trivial = Count()
    for file in sorted((options.data / FOLDER).glob("*.tml")):
        read = document(file)
        if read.published is None:
            continue
        found = {(one.start, one.end): one for one in find_dates(read.text, read.published)}
        both = found.keys() & read.known.keys()
        right = sum(value(read.text, found[span], read.published) == read.known[span] for span in both)
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
