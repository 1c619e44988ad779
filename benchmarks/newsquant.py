"""Values in news sentences and how they are hedged: the NewsQuant corpus (Almasian et al., CQE, EMNLP 2023)."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from benchmarks.corpus import Corpus, Count, Figure, Score, json_rows
from benchmarks.options import Options
from clearway.claims.carried import Counted
from clearway.claims.counted import counted_in
from clearway.claims.parsing import Parser, SpacyParser
from clearway.languages.en.hedges import BEFORE
from clearway.model import Quantifier

FILE = "newsquant.jsonl"
Value = float | tuple[float, float]

CHANGES = {
    Quantifier.APPROXIMATELY: "~",
    Quantifier.ALMOST: "~",
    Quantifier.MORE_THAN: ">",
    Quantifier.LESS_THAN: "<",
}
VAGUE: Mapping[Quantifier, Value] = {
    Quantifier.DOZENS: (12, 100),
    Quantifier.HUNDREDS: (100, 1_000),
    Quantifier.THOUSANDS: (1_000, 10_000),
    Quantifier.TENS_OF_THOUSANDS: (10_000, 100_000),
    Quantifier.HUNDREDS_OF_THOUSANDS: (100_000, 1_000_000),
    Quantifier.MILLIONS: (1_000_000, 10_000_000),
}
"""The corpus writes "millions" as a range; it leaves "several" out."""

TENS = re.compile(r"(tens|hundreds) of millions", re.IGNORECASE)
"""Vague words that the project keeps with "millions", as factors of it."""

FACTORS = {"tens": 10, "hundreds": 100}

CLOSE = 0.005
"""How far two values may lie apart, as a share of the known one: a third is 33.3 percent to us, .3333 to the corpus."""

UP = (
    r"up|upwards?|higher|ris(?:e[ns]?|ing)|rose|gr(?:ew|ow\w*)"
    r"|(?:climb|gain|increas|jump|rall|rebound|soar|surg)(?:e|ed|es|ing|s|ied)?"
)
DOWN = (
    r"down|downwards?|lower|f[ae]ll(?:en|ing|s)?|los(?:e|t|ing)|sank|slid(?:e|es)?|slip(?:ped|s)?"
    r"|(?:declin|decreas|dropp?|plung|plummet|reduc|shed|tumbl)(?:e|ed|es|ing|s)?"
)
TREND = re.compile(rf"\b(?:({UP})|({DOWN}))(?:\s+(?:by|another|an?|as|much|to))*\s+$")
"""Behind such a word the corpus has the change "up" or "down". Our figures carry none, so it is read off here."""

RESTATED = re.compile(r"(?:\s[a-z]+)?,?\s+or\s+|,\s[\w ]+ by\s", re.IGNORECASE)
"""What stands between two numbers that one trend holds for: "lost 190 points, or 2%"; "fell 2%, oil by 3%"."""

FROM = re.compile(r"\bfrom\s+$")
TO = re.compile(r"(?:(?!\.\s|[;\n]).)*\sto\s")
PERCENT = re.compile(r"%|per\s?-?cent|pct|pc", re.IGNORECASE)
POUNDS = re.compile(r"\bPS(?=\d)|\bY=(?=\d)")
"""How the corpus' text has the signs of pounds and yen."""

SIGNS = {"PS": " £", "Y=": " ¥"}
YEARS = re.compile(r"[\s-]*((?:years?|months?|weeks?|days?)(?:[\s-]olds?)?)", re.IGNORECASE)
NUMBER = re.compile(r"(?<![\w.])\d[\d,]*(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Said:
    """A value or range with its change and unit, as the corpus has them."""

    value: Value
    change: str
    unit: str


def known(row: Mapping[str, Any]) -> list[Said]:
    """What people found in a sentence; a value that is no number is left out."""
    found = []
    for quantity in row["quantities"]:
        low, dash, high = quantity["value"].rpartition("-")
        try:
            value: Value = (float(low), float(high)) if dash and low else float(quantity["value"])
        except ValueError:
            continue
        found.append(Said(value, quantity["change"], quantity["unit"].lower()))
    return found


def said(text: str, parser: Parser) -> list[Said]:
    """What Clearway finds in a sentence; "from 240 to 273" is one range in the corpus' scheme, and two values to us."""
    found: list[Said] = []
    before: Counted | None = None
    for counted in counted_in(POUNDS.sub(lambda written: SIGNS[written[0]], text), parser):
        value = _value(counted, text)
        if value is None:
            continue
        one = Said(value, _change(counted, text), _unit(counted, text))
        if before is not None and _goes_on(before, counted, text) and not isinstance(found[-1].value, tuple):
            first = found.pop()
            one = Said((first.value, value), one.change, one.unit) if isinstance(value, float) else one  # type: ignore[arg-type]  # a number, too
        elif before is not None and RESTATED.fullmatch(text, before.quantity.end, counted.quantity.start):
            trend = found[-1].change
            one = Said(value, trend, one.unit) if one.change == "=" and trend in ("up", "down") else one
        found.append(one)
        before = counted
    return found


def _value(counted: Counted, text: str) -> Value | None:
    quantity = counted.quantity
    of = 100.0 if quantity.unit == "percent" and not _percent(counted, text) else 1.0
    if quantity.value is not None:
        return float(quantity.value) / of
    if quantity.low is not None and quantity.high is not None:
        return quantity.low / of, quantity.high / of
    tens = TENS.match(text, quantity.number_start)
    if tens is not None:
        low = FACTORS[tens[1].lower()] * 1_000_000
        return low, low * 10
    return VAGUE.get(quantity.quantifier)


def _percent(counted: Counted, text: str) -> str | None:
    """The percent sign or word as written; `None` for a fraction."""
    written = PERCENT.search(text, counted.quantity.number_start, counted.quantity.number_end + 1)
    return written[0] if written is not None else None


def _unit(counted: Counted, text: str) -> str:
    """The unit's words: the percent sign for a share, and of a measure the unit alone."""
    quantity = counted.quantity
    if quantity.unit == "percent":
        return (_percent(counted, text) or "%").lower()
    years = YEARS.match(text, quantity.end) if quantity.sense == "age" else None
    if years is not None:
        return years[1].lower()
    words = text[slice(*counted.unit)].lower() if counted.unit else "-"
    return words.split()[0] if quantity.unit is not None and quantity.sense != "money" else words


def _change(counted: Counted, text: str) -> str:
    quantity = counted.quantity
    hedge = CHANGES.get(quantity.quantifier) or CHANGES.get(
        BEFORE.get((quantity.modifier or "").lower(), Quantifier.EXACT)
    )
    trend = TREND.search(text.lower(), max(0, quantity.start - 60), quantity.start) if hedge is None else None
    if trend:
        return "up" if trend[1] else "down"
    return hedge or "="


def _goes_on(before: Counted, counted: Counted, text: str) -> bool:
    start, end = before.quantity.start, before.quantity.end
    return bool(FROM.search(text, max(0, start - 8), start) and TO.fullmatch(text, end, counted.quantity.start))


def score(options: Options) -> dict[str, Score]:
    """F1 of values; of values with their change; of values with their unit."""
    parser = SpacyParser()
    counts = dict.fromkeys(("value", "change", "unit", "trivial"), Count())
    for row in json_rows(options.data / FILE):
        golds = known(row)
        for name, count in _counts(golds, said(row["text"], parser)).items():
            counts[name] += count
        first_idea = [Said(float(found[0].replace(",", "")), "=", "-") for found in NUMBER.finditer(row["text"])]
        counts["trivial"] += _counts(golds, first_idea)["value"]
    return {
        "value": Score(value=counts["value"].f1, trivial=counts["trivial"].f1, detail=counts["value"].words),
        "change": Score(value=counts["change"].f1),
        "unit": Score(value=counts["unit"].f1),
    }


def _counts(golds: Sequence[Said], found: Sequence[Said]) -> dict[str, Count]:
    left = list(golds)
    right = dict.fromkeys(("value", "change", "unit"), 0)
    for one in found:
        same = [gold for gold in left if _same(gold.value, one.value)]
        if not same:
            continue
        best = max(same, key=lambda gold: (gold.change == one.change, gold.unit == one.unit))
        left.remove(best)
        right["value"] += 1
        right["change"] += best.change == one.change
        right["unit"] += best.unit == one.unit
    return {name: Count(right=number, said=len(found), known=len(golds)) for name, number in right.items()}


def _same(known: Value, found: Value) -> bool:
    if isinstance(known, tuple) and isinstance(found, tuple):
        return all(_same(one, other) for one, other in zip(known, found, strict=True))
    if isinstance(known, tuple) or isinstance(found, tuple):
        return False
    return abs(known - found) <= CLOSE * abs(known)


CORPUS = Corpus(
    name="newsquant",
    title="Values in news (NewsQuant)",
    files=[FILE],
    figures={
        "value": Figure(what="values, F1", at_least=0.92, published="CQE .920, quantulum3 .730"),
        "change": Figure(what="values with their change, F1", at_least=0.88, published="CQE .881"),
        "unit": Figure(
            what="values with their unit's very words, F1", published="CQE .856, quantulum3 .472 (units normalised)"
        ),
    },
    score=score,
    notes=["Trivial: every number in digits, without a hedge."],
)
measure = CORPUS.measure
