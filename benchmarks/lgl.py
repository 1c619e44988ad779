"""Names of places in small local papers: the Local-Global Lexicon (Lieberman, Samet and Sankaranarayanan, 2010)."""

from benchmarks.corpus import Corpus, Figure, Score
from benchmarks.options import Options
from benchmarks.toponyms import articles, recognition, resolution
from clearway.places import Gazetteer

FILE = "lgl.xml"


def score(options: Options) -> dict[str, Score]:
    """F1 of names found, exact and overlapping; the share of known names resolved to the place or near it."""
    with Gazetteer.open() as gazetteer:
        read = articles(options.data / FILE)
        return recognition(read, gazetteer) | resolution(read, gazetteer)


CORPUS = Corpus(
    name="lgl",
    title="Places in local papers (LGL)",
    files=[FILE],
    figures={
        "resolved": Figure(
            what="known names resolved: same id, or within 161 km", at_least=0.82, published="50 lines of rules .790"
        ),
        "raw": Figure(what="known names resolved: within 161 km", published="an ensemble of seven systems .773"),
        "strict": Figure(what="names found, F1 of exact spans", published="spaCy's small model .631"),
        "overlap": Figure(what="names found, F1 of spans that overlap", published="spaCy's small model .687"),
    },
    score=score,
    notes=["Trivial: the most populous place of that name; runs of capitalised words."],
)
measure = CORPUS.measure
