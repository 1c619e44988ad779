"""Names of places in humanitarian documents, and what they stand for: HumSet's geolocation (Belliardo et al., 2023)."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from benchmarks.corpus import Corpus, Count, Figure, Score, json_rows
from benchmarks.options import Options
from benchmarks.toponyms import Article, Span, Toponym, most_populous, named, recognition, resolved_at
from clearway.places import Gazetteer
from clearway.places.folding import fold

DOCUMENTS, IDS = "humset_places.jsonl", "humset_place_ids.jsonl"
NO_PLACE = "-1"
WORD = re.compile(r"[^\W_]+")


def score(options: Options) -> dict[str, Score]:
    """F1 of names found, exact and overlapping; the share of the listed names that get the listed id."""
    documents = json_rows(options.data / DOCUMENTS)
    read = [
        Article(row["text"], [Toponym(span=(place["start"], place["end"])) for place in row["places"]])
        for row in documents
    ]
    texts = {row["id"]: row["text"] for row in documents}
    with Gazetteer.open() as gazetteer:
        return recognition(read, gazetteer, whole=True) | _ids(json_rows(options.data / IDS), texts, gazetteer)


def _ids(rows: Sequence[Mapping[str, Any]], texts: Mapping[str, str], gazetteer: Gazetteer) -> dict[str, Score]:
    by_document: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for row in rows:
        by_document[row["lead_id"]].append(row)
    found = trivial = Count()
    for document, listed in by_document.items():
        given = resolved_names([row["geomatch"] for row in listed], texts[document], gazetteer)
        for row in listed:
            found += Count(right=is_same(row["geonameid"], given.get(row["geomatch"])), said=1, known=1)
            first = most_populous(row["geomatch"], gazetteer)
            trivial += Count(right=is_same(row["geonameid"], first.geonames if first else None), said=1, known=1)
    detail = f"{found.right} of {found.known}"
    return {"ids": Score(value=found.share, trivial=trivial.share, detail=detail)}


def is_same(known: str, found: int | None) -> bool:
    """Whether the id found is the known one; there is none where GeoNames has no such place or it is no place."""
    return found is None if known in ("", NO_PLACE) else str(found) == known


def resolved_names(names: Sequence[str], text: str, gazetteer: Gazetteer) -> dict[str, int]:
    """The id that most occurrences of a name are given; the list has names in lower case and without accents."""
    where = {name: list(occurrences(name, text)) for name in dict.fromkeys(names)}
    spans = sorted({span for found in where.values() for span in found})
    spans = [span for span in spans if not any(other != span and _covers(other, span) for other in spans)]
    places = dict(zip(spans, resolved_at(text, spans, gazetteer), strict=True))
    chosen: dict[str, int] = {}
    for name, found in where.items():
        stands_for = [named(places[span]) for span in found if span in places]
        votes = Counter(place.geonames for place in stands_for if place is not None and place.geonames is not None)
        if votes:
            chosen[name] = votes.most_common(1)[0][0]
    return chosen


def _covers(one: Span, other: Span) -> bool:
    return one[0] <= other[0] and other[1] <= one[1]


def occurrences(name: str, text: str) -> Iterator[Span]:
    """Where a name stands in a text, whatever its case and accents."""
    wanted = [fold(word) for word in WORD.findall(name)]
    words = [(match.start(), match.end(), fold(match[0])) for match in WORD.finditer(text)]
    for index in range(len(words) - len(wanted) + 1):
        part = words[index : index + len(wanted)]
        if [word for _, _, word in part] == wanted:
            yield part[0][0], part[-1][1]


CORPUS = Corpus(
    name="humset_places",
    title="Places in humanitarian documents (HumSet)",
    files=[DOCUMENTS, IDS],
    figures={
        "strict": Figure(
            what="names found, F1 of exact spans",
            at_least=0.74,
            published="spaCy .562, with a gazetteer .694; fine-tuned transformers up to .92 on their split",
        ),
        "overlap": Figure(what="names found, F1 of spans that overlap", at_least=0.86, published=".665; .836"),
        "ids": Figure(
            what="listed names given the very id of the list", at_least=0.76, published="50 lines of rules .702"
        ),
    },
    score=score,
    notes=["Trivial: runs of capitalised words; the most populous place of that name."],
)
measure = CORPUS.measure
