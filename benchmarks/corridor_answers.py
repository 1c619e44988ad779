"""Whether corridors are right: fronts as the authors of BOA* count them, and how near the quick planner comes."""

from benchmarks.corpus import Corpus, Figure, Score
from benchmarks.new_york import FILES, SEEDS, NewYork, leaving, new_york, queries
from benchmarks.options import Options
from clearway.corridors.clearing import clear_quickly, exactly
from clearway.corridors.fronts import pareto
from clearway.corridors.weighed import weigh

NEAR = 1.03
EACH = 4
"""Of queries and parts one of so many, unless all are asked for."""
PEOPLE, STEP = 10_000, 15
NODES = 200


def score(options: Options) -> dict[str, Score]:
    """Shares of fronts and of movements."""
    city = new_york(options.data)
    asked = queries(options.data)[:: 1 if options.full else EACH]
    weighed = weigh(city.graph, city.distance, city.time)
    equal = sum(len(pareto(weighed, one.source, one.target)) == one.count for one in asked)
    scores = {"counts": Score(value=equal / len(asked), detail=f"{equal} of {len(asked)}")}
    for name, one_exit in (("one_exit", True), ("all_exits", False)):
        scores[name] = _near(city, one_exit, options)
    return scores


def _near(city: NewYork, one_exit: bool, options: Options) -> Score:
    seeds = SEEDS if options.full else SEEDS[::EACH]
    ratios = []
    for seed in seeds:
        moving = leaving(city, seed, NODES, people=PEOPLE, step=STEP, one_exit=one_exit)
        ratios.append(clear_quickly(moving).steps / exactly(moving).clearance.steps)
    near = sum(ratio <= NEAR for ratio in ratios)
    return Score(value=near / len(seeds), detail=f"{near} of {len(seeds)}; the worst {max(ratios) - 1:.1%} longer")


CORPUS = Corpus(
    name="corridor_answers",
    title="Corridors: what is found",
    files=list(FILES),
    figures={
        "counts": Figure(what="Pareto counts equal the reference on New York", at_least=1.0),
        "one_exit": Figure(what="CCRP within 3 percent of exact, 200 nodes, one exit", at_least=1.0),
        "all_exits": Figure(what="CCRP within 3 percent of exact, 200 nodes, all exits", at_least=1.0),
    },
    score=score,
    notes=[
        "New York's roads of the ninth DIMACS challenge, 264,346 nodes; pairs and counts of the authors of BOA*.",
        f"Movements: {PEOPLE:,} people of ten nodes in parts cut around ten stated nodes, in steps of {STEP} s.",
    ],
)
measure = CORPUS.measure
