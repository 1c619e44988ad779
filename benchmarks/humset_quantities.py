"""Quantities in humanitarian reports, annotated by people: excerpts of HumSet (Fekih et al., 2022) with spans."""

import re
from collections.abc import Mapping
from typing import Any

from benchmarks.corpus import Corpus, Count, Figure, Score, json_rows
from benchmarks.options import Options
from clearway.claims.carried import Counted
from clearway.claims.counted import counted_in
from clearway.claims.parsing import SpacyParser
from clearway.model import Quantifier

FILE = "humset_quantities.jsonl"
SENSES = frozenset({"count", "measure", "time", "money"})
"""What the corpus takes for a quantity: ages are none, nor is "several"."""

NUMBER = re.compile(r"\d[\d.,]*\d(?: ?%)?|\d(?: ?%)?")
Span = tuple[int, int]
Row = Mapping[str, Any]


def _words(text: str | None) -> list[str]:
    return (text or "").lower().split()


def _part(known: Row, name: str) -> str | None:
    return known[name]["text"] if name in known else None


def rights(known: Row, counted: Counted, text: str) -> dict[str, bool]:
    """For a quantity whose number is right: whether its modifier, unit and event are, or are absent as they should."""
    unit = text[slice(*counted.unit)] if counted.unit else None
    event = known.get("event")
    if event is None or counted.event is None:
        same = event is None and counted.event is None
    else:
        same = event["start"] < counted.event[1] and counted.event[0] < event["end"]
    return {
        "quantity": True,
        "modifier": _words(_part(known, "modifier")) == _words(counted.quantity.modifier),
        "unit": _words(_part(known, "unit")) == _words(unit),
        "event": same,
    }


def score(options: Options) -> dict[str, Score]:
    """F1 of spans of numbers; with the modifier's words; with the unit's words; with an overlapping event."""
    parser = SpacyParser()
    counts = dict.fromkeys(("quantity", "modifier", "unit", "event", "trivial"), Count())
    for row in json_rows(options.data / FILE):
        text = row["text"]
        known: dict[Span, Row] = {(one["quantity"]["start"], one["quantity"]["end"]): one for one in row["quantities"]}
        found = {
            (counted.quantity.number_start, counted.quantity.number_end): counted
            for counted in counted_in(text, parser)
            if counted.quantity.sense in SENSES and counted.quantity.quantifier is not Quantifier.SEVERAL
        }
        right = [rights(known[span], found[span], text) for span in known.keys() & found.keys()]
        for name in ("quantity", "modifier", "unit", "event"):
            counts[name] += Count(right=sum(one[name] for one in right), said=len(found), known=len(known))
        plain = {match.span() for match in NUMBER.finditer(text)}
        counts["trivial"] += Count(right=len(plain & known.keys()), said=len(plain), known=len(known))
    scores = {name: Score(value=count.f1) for name, count in counts.items() if name != "trivial"}
    first = counts["quantity"]
    return scores | {"quantity": Score(value=first.f1, trivial=counts["trivial"].f1, detail=first.words)}


CORPUS = Corpus(
    name="humset_quantities",
    title="Quantities in humanitarian reports (HumSet)",
    files=[FILE],
    figures={
        "quantity": Figure(what="numbers, F1 of exact spans", at_least=0.86, published="GPT-4.1 .815"),
        "modifier": Figure(what="with the same modifier", at_least=0.81, published="GPT-4.1 .767"),
        "unit": Figure(what="with the same unit", at_least=0.58, published="GPT-4.1 .491"),
        "event": Figure(what="with an overlapping event", at_least=0.50, published="GPT-4.1 .274"),
    },
    score=score,
    notes=["Trivial: every number in digits, with a percent sign."],
)
measure = CORPUS.measure
