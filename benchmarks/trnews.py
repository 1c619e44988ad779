"""Names of places in news from all over: TR-News (Kamalloo and Rafiei, 2018)."""

from benchmarks.corpus import Corpus, Figure, Score
from benchmarks.options import Options
from benchmarks.toponyms import articles, recognition, resolution
from clearway.places import Gazetteer

FILE = "trnews.xml"


def score(options: Options) -> dict[str, Score]:
    """F1 of names found, exact and overlapping; the share of known names resolved to the place or near it."""
    with Gazetteer.open() as gazetteer:
        read = articles(options.data / FILE)
        return recognition(read, gazetteer) | resolution(read, gazetteer)


CORPUS = Corpus(
    name="trnews",
    title="Places in world news (TR-News)",
    files=[FILE],
    figures={
        "strict": Figure(
            what="names found, F1 of exact spans",
            at_least=0.82,
            published="spaCy's small model .741, with a sweep through a gazetteer .800",
        ),
        "overlap": Figure(what="names found, F1 of spans that overlap", at_least=0.85, published=".772; .839"),
        "resolved": Figure(
            what="known names resolved: same id, or within 161 km", at_least=0.88, published="50 lines of rules .858"
        ),
        "raw": Figure(what="known names resolved: within 161 km", published="an ensemble of seven systems .717"),
    },
    score=score,
    notes=[
        "Trivial: runs of capitalised words; the most populous place of that name.",
        "Peoples and languages count as names of places, as they do in the corpus.",
    ],
)
measure = CORPUS.measure
