"""Which number is likeliest when many sources answer many questions: sources weigh as much as they were right.

The method is CATD (Li et al., "A Confidence-Aware Approach for Truth Discovery on Long-Tail Data", VLDB 2015), which
gives a source with few answers a weight at the careful end of a confidence interval, with a weighted median instead of
its weighted mean, so that an estimate is always a number that somebody gave.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from clearway.model import Number

ALPHA = 0.05
"""The significance of the confidence interval, as in the paper."""

ROUNDS = 100
LEAST_ERROR = 1e-9
STEPS = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Vote:
    """What a source answers to a question; the same source may answer one question several times."""

    question: str
    source: str
    value: Number


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """The likeliest number for each question, and the weight of each source."""

    numbers: Mapping[str, Number]
    weights: Mapping[str, float]


def weigh(votes: Iterable[Vote]) -> Weighed:
    """Weights and likeliest numbers, each worked out from the other in turn until nothing changes.

    It starts from the plain median. Errors are measured in standard deviations of the question's answers. Of two
    numbers in the middle the lower counts.
    """
    asked: dict[str, list[Vote]] = defaultdict(list)
    for vote in votes:
        asked[vote.question].append(vote)
    scales = {question: _scale(some) for question, some in asked.items()}
    given = Counter(vote.source for some in asked.values() for vote in some)
    numbers = {question: middle([(vote.value, 1.0) for vote in some]) for question, some in asked.items()}
    weights: dict[str, float] = {}
    for _ in range(ROUNDS):
        errors: Counter[str] = Counter()
        for question, some in asked.items():
            for vote in some:
                errors[vote.source] += ((vote.value - numbers[question]) / scales[question]) ** 2  # type: ignore[assignment]
        weights = {name: chi_square(ALPHA / 2, count) / max(errors[name], LEAST_ERROR) for name, count in given.items()}
        now = {name: middle([(vote.value, weights[vote.source]) for vote in some]) for name, some in asked.items()}
        if now == numbers:
            break
        numbers = now
    return Weighed(numbers=numbers, weights=weights)


def middle(values: Iterable[tuple[Number, float]]) -> Number:
    """The weighted median, the lower of two; raises `ValueError` where there is no value."""
    ordered = sorted(values)
    half = math.fsum(weight for _, weight in ordered) / 2
    reached = 0.0
    for value, weight in ordered:
        reached += weight
        if reached >= half * (1 - 1e-12):
            return value
    raise ValueError("there is no value to weigh")


@lru_cache(maxsize=4096)
def chi_square(probability: float, freedom: int) -> float:
    """The quantile of the chi-square distribution with so many degrees of freedom."""
    low, high = 0.0, freedom + 50 * math.sqrt(freedom) + 50
    for _ in range(STEPS):
        half = (low + high) / 2
        if _lower_gamma(freedom / 2, half / 2) < probability:
            low = half
        else:
            high = half
    return (low + high) / 2


def _scale(votes: Sequence[Vote]) -> float:
    """The standard deviation of the answers to one question; 1 where they agree."""
    mean = math.fsum(vote.value for vote in votes) / len(votes)
    return math.sqrt(math.fsum((vote.value - mean) ** 2 for vote in votes) / len(votes)) or 1.0


def _lower_gamma(shape: float, x: float) -> float:
    """The regularised lower incomplete gamma function by its power series (Abramowitz and Stegun 6.5.29)."""
    if x <= 0:
        return 0.0
    term = total = 1 / shape
    step = shape
    while term > total * 1e-16:
        step += 1
        term *= x / step
        total += term
    return min(1.0, total * math.exp(shape * math.log(x) - x - math.lgamma(shape)))
