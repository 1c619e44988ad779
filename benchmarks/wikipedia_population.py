"""Population figures by many editors of Wikipedia, with census truth for some (Pasternack and Roth, COLING 2010).

An answer is wrong when it is off by more than 0.1 percent; where the truth is nought, any other number is. One editor
gives one place and year one number in this file, so that nothing is told twice; of two numbers in the middle the lower
counts, and of two with as many votes the lower.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping
from pathlib import Path

from benchmarks.corpus import Corpus, Figure, Score
from benchmarks.options import Options
from clearway.picture import Vote, weigh

FOLDER = Path("wikipedia_population")
CLAIMS, TRUTH = FOLDER / "population-new-new.txt", FOLDER / "population-gd.txt"
OFF = 0.001


def votes(folder: Path) -> list[Vote]:
    """Every number that an editor gave for a place and year."""
    rows = (line.split("\t") for line in (folder / CLAIMS).read_text("latin-1").split("\n") if line)
    return [Vote(question=name, source=editor, value=float(value)) for name, editor, value, _ in rows]


def truths(folder: Path) -> Mapping[str, float]:
    """What the census says, by place and year."""
    rows = (line.rsplit(", ", 2) for line in (folder / TRUTH).read_text("latin-1").split("\n") if line)
    return {f"{place}_{year}": float(value) for place, year, value in rows}


def wrong(numbers: Mapping[str, float], known: Mapping[str, float]) -> Score:
    """The share of the known answers that the numbers miss."""
    asked = [name for name in known if name in numbers]
    missed = sum(abs(numbers[name] - known[name]) > OFF * abs(known[name]) for name in asked)
    return Score(value=missed / len(asked), detail=f"{missed} of {len(asked)}")


def score(options: Options) -> dict[str, Score]:
    """How often the weighted number is wrong, and how often what most editors gave is."""
    given, known = votes(options.data), truths(options.data)
    by_question: dict[str, Counter[float]] = defaultdict(Counter)
    for vote in given:
        by_question[vote.question][vote.value] += 1
    most = {name: min(some, key=lambda value: (-some[value], value)) for name, some in by_question.items()}
    weighted = wrong(weigh(given).numbers, known)
    return {"weighted": Score(value=weighted.value, trivial=wrong(most, known).value, detail=weighted.detail)}


CORPUS = Corpus(
    name="wikipedia_population",
    title="One number out of many editors' (Wikipedia)",
    files=[str(CLAIMS), str(TRUTH)],
    figures={
        "weighted": Figure(
            what="wrong under the policy `weighted`, share",
            at_most=0.19,
            published="TruthFinder .173, vote .231, CATD .318, with a weighted median .174",
        )
    },
    score=score,
    notes=[
        "Trivial: what most editors gave.",
        "Constants are the paper's: a significance of 0.05, errors in standard deviations.",
    ],
)
measure = CORPUS.measure
