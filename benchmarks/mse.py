"""How many there are in all, beside what others published or their packages give for the same counts."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from time import process_time
from typing import Any

from benchmarks.corpus import Corpus, Figure, Score
from benchmarks.options import Options
from clearway.lists import Counts, Estimate, NotRun, Schedule, estimate, read_counts
from clearway.lists.classes import latent_classes
from clearway.lists.graphs import Expected, graphs
from clearway.lists.stepwise import stepwise

FOLDER = "mse"
CLOSE = 0.03
"""A figure is right where it is no further off, as a share."""
OVERLAP = 0.9
"""An interval is right where what it has in common with the published one is so large a part of both together."""
SECONDS = 60.0
QUICK = Schedule(chains=8, left_out=3_000, block=5_000, most=5_000)
QUICKER = Schedule(chains=4, left_out=500, block=500, most=500)
"""For the tests."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One method on one table, with where the published figure stands and the peer that gave it."""

    data: str
    method: Callable[[Counts], Estimate | NotRun]
    peer: str
    key: str

    @property
    def name(self) -> str:
        """What its line in the table is kept under."""
        return f"{self.peer.split()[-1].lower()}_{self.data}"


def with_weight_half(counts: Counts) -> Estimate | NotRun:
    """The prior of Madigan and York's second example."""
    return graphs(counts, weight=0.5)


def with_births_expected(counts: Counts) -> Estimate | NotRun:
    """The priors of Madigan and York's first example, spina bifida; their package tries up to 300 unrecorded."""
    return graphs(counts, weight=1.0, expected=Expected(shape=13.14, scale=55.17), limit=300 / counts.recorded)


DGA = [
    Case(data=data, method=graphs, peer="dga", key="measured_R_dga")
    for data in ("UKdat_5", "NewOrl_5", "Ned_5", "Western", "hiv_rome")
] + [
    Case(data="kosovo_1999", method=graphs, peer="dga", key="measured_R_dga_delta_2^-4"),
    Case(data="madigan_york_5list", method=with_weight_half, peer="dga", key="measured_R_dga_delta_.5"),
    Case(
        data="madigan_york_spina_bifida_3list",
        method=with_births_expected,
        peer="dga",
        key="measured_R_dga_delta_1_informative_prior",
    ),
]
SPARSE = [
    Case(data=data, method=stepwise, peer="SparseMSE", key="measured_R_SparseMSE_stepwise")
    for data in ("UKdat", "UKdat_5", "NewOrl_5")
]
LATENT = [
    Case(data="kosovo_1999", method=latent_classes, peer="LCMCR", key="measured_R_LCMCR"),
    *(
        Case(data=f"ph_{city}_police", method=latent_classes, peer="HRDAG by LCMCR", key=f"{city}_police")
        for city in ("manila", "quezon", "caloocan")
    ),
]
METHODS = {"graphs": DGA, "stepwise": SPARSE, "latent": LATENT}
REFUSED = ("kosovo_1999", "UKdat_5", "UKdat")
"""Tables on which the methods disagree, so that no single number may come out."""


def score(options: Options) -> dict[str, Score]:
    """By method the share of figures and of intervals that are right; a line for each table; headlines; seconds."""
    published = json.loads((options.data / FOLDER / "published.json").read_text("utf-8"))
    scores: dict[str, Score] = {}
    slowest = 0.0
    for method, cases in METHODS.items():
        close, overlapping, worst = 0, 0, 0.0
        asked = cases if options.full or method != "latent" else cases[1:2]
        for case in asked:
            before = process_time()
            found = _found(case, options)
            spent = process_time() - before
            slowest = max(slowest, spent)
            low, best, high = _published(published, case)
            off = abs(found.best / best - 1)
            shared = _shared(found, low, high)
            close, overlapping, worst = close + (off <= CLOSE), overlapping + (shared >= OVERLAP), max(worst, off)
            mixed = "" if found.rhat is None else f"; R-hat {found.rhat:.3f}"
            detail = f"{found.best:,}, {found.low:,} to {found.high:,}; {off:.1%} off{mixed}; {spent:.0f} s"
            scores[case.name] = Score(value=shared, detail=detail)
        scores[method] = Score(value=close / len(asked), detail=f"{close} of {len(asked)}; the worst {worst:.1%} off")
        scores[f"{method}_interval"] = Score(value=overlapping / len(asked), detail=f"{overlapping} of {len(asked)}")
    scores["refused"] = _refused(options)
    scores["quick"] = Score(value=float(slowest < SECONDS), detail=f"the slowest {slowest:.0f} s of one processor")
    return scores


def _found(case: Case, options: Options) -> Estimate:
    counts = read_counts(options.data / FOLDER / f"{case.data}.csv")
    quick = case.method is latent_classes and not options.full
    found = latent_classes(counts, schedule=QUICK) if quick else case.method(counts)
    if isinstance(found, NotRun):
        raise ValueError(f"{case.data}: {found.why}")
    return found


def _published(published: Mapping[str, Any], case: Case) -> tuple[float, float, float]:
    """Low, best and high as they were published or measured with the peer."""
    if case.data.startswith("ph_"):
        low, best, high = published["ph"]["published"][case.key]
        return low, best, high
    told = published[case.data][case.key]
    names = ("lo", "point", "hi") if "point" in told else ("q025", "median", "q975")
    low, best, high = (told[name] for name in names)
    return low, best, high


def _shared(found: Estimate, low: float, high: float) -> float:
    """What two intervals have in common, as a part of both together."""
    return max(0.0, min(found.high, high) - max(found.low, low)) / (max(found.high, high) - min(found.low, low))


def _refused(options: Options) -> Score:
    asked = REFUSED if options.full else REFUSED[:1]
    schedule = Schedule() if options.full else QUICKER
    done = [estimate(read_counts(options.data / FOLDER / f"{data}.csv"), schedule=schedule) for data in asked]
    refused = sum(one.headline is None for one in done)
    return Score(value=refused / len(done), detail=f"{refused} of {len(done)}: {', '.join(asked)}")


def _line(case: Case) -> Figure:
    return Figure(what=f"{case.data}, {case.peer}: overlap of intervals", published=PUBLISHED[case.name])


PUBLISHED = {
    "dga_kosovo_1999": "12,595, 9,827 to 16,543",
    "dga_UKdat_5": "22,912, 10,382 to 32,574",
    "dga_NewOrl_5": "868, 511 to 1,707",
    "dga_Ned_5": "47,902, 40,844 to 55,430",
    "dga_Western": "2,125, 1,341 to 3,655",
    "dga_hiv_rome": "11,220, 9,404 to 14,095",
    "dga_madigan_york_5list": "616, 588 to 655",
    "dga_madigan_york_spina_bifida_3list": "731, 682 to 797",
    "sparsemse_UKdat": "11,418, 9,977 to 13,146",
    "sparsemse_UKdat_5": "11,313, 9,884 to 13,027",
    "sparsemse_NewOrl_5": "1,034, 658 to 1,709",
    "lcmcr_kosovo_1999": "10,439, 9,180 to 14,002",
    "lcmcr_ph_manila_police": "575, 534 to 639",
    "lcmcr_ph_quezon_police": "348, 338 to 368",
    "lcmcr_ph_caloocan_police": "331, 302 to 379",
}
CASES = [case for cases in METHODS.values() for case in cases]
CORPUS = Corpus(
    name="mse",
    title="How many there are in all (multiple systems estimation)",
    files=[f"{FOLDER}/published.json", *dict.fromkeys(f"{FOLDER}/{c.data}.csv" for c in CASES)],
    figures={
        "graphs": Figure(what="decomposable graphs within 3 percent of dga", at_least=1.0),
        "graphs_interval": Figure(what="their intervals overlap by 0.9", at_least=1.0),
        "stepwise": Figure(what="stepwise log-linear within 3 percent of SparseMSE", at_least=1.0),
        "stepwise_interval": Figure(what="their intervals overlap by 0.9", at_least=1.0),
        "latent": Figure(what="latent classes within 3 percent of LCMCR and HRDAG", at_least=1.0),
        "latent_interval": Figure(what="their intervals overlap by 0.9", at_least=1.0),
        "refused": Figure(what="no single number where methods disagree", at_least=1.0),
        "quick": Figure(what="each in under 60 s", at_least=1.0),
        **{case.name: _line(case) for case in CASES},
    },
    score=score,
    notes=[
        "Published: the packages for R by the authors of each method, on the same counts (dga, SparseMSE, LCMCR), and "
        "what HRDAG published of three cities' police killings.",
        "Overlap: what two intervals have in common, as a part of both together.",
    ],
)
measure = CORPUS.measure
