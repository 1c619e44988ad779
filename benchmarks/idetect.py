"""The displacement fact of an excerpt: IDMC's challenge to read displacement in the news (IDETECT, 2017)."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from benchmarks.corpus import Corpus, Figure, Score, json_rows
from benchmarks.options import Options
from clearway.claims import Reader
from clearway.claims.counted import counted_in
from clearway.claims.parsing import Parser, SpacyParser
from clearway.model import Claim, Report
from clearway.places import Gazetteer, find, listed, resolve

FILE = "idetect.jsonl"
PUBLISHED = date(2016, 12, 31)
"""The challenge gives no day; none of its facts needs one."""

KINDS = ("displaced", "destruction")
TERMS = {
    "uninhabitable housing": r"uninhabitable",
    "in relief camp": r"relief camps?|took shelter in \w+ camps",
    "evacuated": r"evacuat",
    "relocated": r"relocat|moved to|transferred",
    "homeless": r"homeless|los[et] their (?:homes|houses)",
    "forced to flee": r"forced?.*(?:from|out of|leave|flee)|fled|flee",
    "sheltered": r"shelter|accommodated|housed|hosted",
    "destroyed housing": r"destr|collaps|burn|buried|demolish|razed|lost",
    "partially destroyed housing": r"damag|flood",
}
"""The terms of the challenge by the words of a claim; the first that fits, else "displaced"."""

HOUSEHOLDS = frozenset({"household", "house", "family"})
HOMES = re.compile(r"famil|household|homes?\b|houses?\b|dwelling|viviendas|casas|m[eé]nages", re.IGNORECASE)
NO_LOCATION = (None, "", "None")
CONTESTED = {"Abyei": "AB9"}
"""IDMC's own codes for areas that two countries claim."""


@dataclass(frozen=True, slots=True)
class Fact:
    """How many, in the challenge's words for what happened to them and what they are."""

    quantity: float
    term: str
    unit: str


def score(options: Options) -> dict[str, Score]:
    """The share of excerpts with the right quantity, term, unit and country: each alone, and all together."""
    rows = json_rows(options.data / FILE)
    rights = Counter[str]()
    trivial = unplaced = 0
    with Gazetteer.open() as gazetteer:
        parser = SpacyParser()
        reader = Reader(gazetteer, parser=parser)
        for row in rows:
            text = row["excerpt"]
            fact = read_fact(text, reader.read(_report(text)), parser)
            country = country_of(text, "", gazetteer)
            location = row["location"] if row["location"] not in NO_LOCATION else ""
            told = {
                "quantity": fact is not None and fact.quantity == row["quantity"],
                "term": fact is not None and fact.term == row["term"],
                "unit": fact is not None and fact.unit == row["unit"],
                "country": country == row["country"],
            }
            located = country_of(text, location, gazetteer) == row["country"]
            rights.update(name for name, right in told.items() if right)
            rights["all"] += all(told.values())
            rights["located"] += located
            rights["all_located"] += located and all(right for name, right in told.items() if name != "country")
            numbers = [number for number in _numbers(text, parser) if number is not None]
            trivial += bool(numbers) and max(numbers) == row["quantity"]
            unplaced += country is None
    known = len(rows)
    scores = {name: Score(value=rights[name] / known) for name in CORPUS.figures}
    scores["quantity"] = Score(
        value=rights["quantity"] / known, trivial=trivial / known, detail=f"{rights['quantity']} of {known}"
    )
    scores["country"] = Score(
        value=rights["country"] / known, detail=f"{rights['country']} of {known}; {unplaced} have no name of a place"
    )
    return scores


def _report(text: str) -> Report:
    return Report(text=text, document=FILE, sha256=sha256(text.encode()).hexdigest(), published=PUBLISHED)


def read_fact(text: str, claims: Sequence[Claim], parser: Parser) -> Fact | None:
    """The first claim of displacement, else of housing destroyed; without one, the largest number of the text.

    The challenge has one fact an excerpt, so the figures of several places are one sum.
    """
    for kind in KINDS:
        found = [claim for claim in claims if claim.kind == kind and _value(claim) is not None]
        if found:
            first = found[0]
            words = first.passage.words
            return Fact(_total(found), _term(words), _unit(first.figure.unit if first.figure else ""))
    counted = [(number, one) for one in counted_in(text, parser) if (number := one.quantity.value) is not None]
    if not counted:
        return None
    number, one = max(counted, key=lambda pair: pair[0])
    around = text[one.quantity.end : one.quantity.end + 60]
    return Fact(number, _term(text), "households" if HOMES.match(around.split(".")[0].strip()) else "people")


def _value(claim: Claim) -> float | None:
    """The number of a claim's figure; of a range the lower bound, as the challenge has it."""
    if claim.figure is None:
        return None
    return claim.figure.value if claim.figure.value is not None else claim.figure.low


def _total(claims: Sequence[Claim]) -> float:
    """The first figure, and those of its kind, term and unit that are told of other places and are no part of it."""
    first = claims[0]
    total = _value(first) or 0.0
    seen = {tuple(place.name for place in first.places)}
    for claim in claims[1:]:
        if first.kind == "destruction" and _term(claim.passage.words) != _term(first.passage.words):
            continue  # houses damaged are no houses destroyed
        where = tuple(place.name for place in claim.places)
        figure = claim.figure
        if figure is None or first.figure is None or figure.unit != first.figure.unit or figure.whole is not None:
            continue
        if where and where not in seen:
            total += _value(claim) or 0.0
            seen.add(where)
    return total


def _term(words: str) -> str:
    lowered = words.lower()
    return next((term for term, pattern in TERMS.items() if re.search(pattern, lowered)), "displaced")


def _unit(unit: str) -> str:
    return "households" if unit in HOUSEHOLDS else "people"


def _numbers(text: str, parser: Parser) -> list[float | None]:
    return [counted.quantity.value for counted in counted_in(text, parser)]


def country_of(text: str, location: str, gazetteer: Gazetteer) -> str | None:
    """The country (ISO 3166-1 alpha-3, or IDMC's) that most names of places lie in, the location's among them."""
    whole = f"{location}.\n\n{text}" if location else text
    found = [mention for mention in find(whole, gazetteer) if mention.start >= len(location)]
    countries = Counter[str]()
    for place in resolve([*listed(location, gazetteer), *found], text=whole, gazetteer=gazetteer):
        spoken = place.resolved or place.within
        if spoken is not None and (country := spoken.country or CONTESTED.get((place.within or spoken).name)):
            countries[country] += 1
    return countries.most_common(1)[0][0] if countries else None


CORPUS = Corpus(
    name="idetect",
    title="Displacement facts (IDETECT)",
    files=[FILE],
    figures={
        "quantity": Figure(what="quantity", at_least=0.85, published="winner .755; the largest number .707"),
        "term": Figure(what="term"),
        "unit": Figure(what="unit"),
        "located": Figure(what="country, the location being listed", at_least=0.88, published="winner .746"),
        "all_located": Figure(what="all four, the location being listed", at_least=0.50),
        "country": Figure(what="country, from the excerpt alone"),
        "all": Figure(what="all four, from the excerpt alone"),
    },
    score=score,
    notes=["Trivial: the largest number.", "Excerpts in languages other than English are among them and counted."],
)
measure = CORPUS.measure
