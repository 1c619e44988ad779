"""How much each level of agreement weighs, learnt from the pairs themselves, without any truth.

Expectation maximisation of Fellegi and Sunter's model (Winkler 1988) on pairs that share a blocking rule, for what the
rule is not about, as splink does it. Splink's own stops with an error where the share of a level runs to 0, as happens
in short lists; here the shares that are expected beforehand count as so many pairs.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from clearway.lists.comparing import Comparison
from clearway.lists.poisson import Array

Levels = NDArray[np.int64]
EXPECTED = 20.0
"""Pairs that the shares known beforehand count for."""
ROUNDS = 60
FAR = 100.0
LEAST = 1e-9


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairs:
    """Pairs of records: the level of each comparison (-1 where one of the two says nothing), what rare names add."""

    levels: Levels = field(repr=False)
    rarity: Array = field(repr=False)


def weights(
    pairs: Pairs, compared: Sequence[Comparison], strangers: Sequence[Array], groups: Sequence[tuple[Levels, set[str]]]
) -> Array:
    """The weight of each pair in bits, without the prior.

    `strangers` has the share of strangers on each level; `groups` the pairs, by position, that share a rule, and the
    comparisons that the rule is about.
    """
    expected = [_expected(one) for one in compared]
    counts = [EXPECTED * shares for shares in expected]
    for chosen, about in groups:
        taught = [i for i, one in enumerate(compared) if one.name not in about]
        if len(chosen) and taught:
            for i, found in zip(taught, _learnt(pairs.levels[chosen], taught, expected, strangers), strict=True):
                counts[i] = counts[i] + found
    evidence = pairs.rarity.copy()
    for i, shares in enumerate(counts):
        evidence += _bits(shares / shares.sum(), strangers[i], pairs.levels[:, i])
    return evidence


def prior(evidence: Array, possible: int) -> float:
    """The log odds, in bits, that two records picked at random are one: what the weights themselves come to."""
    if not len(evidence) or possible < 1:
        return 0.0
    bounded = np.clip(evidence, -FAR, FAR)
    share = min(0.5, 1 / possible)
    for _ in range(ROUNDS * 4):
        odds = float(np.log2(share / (1 - share)))
        expected = float((1 / (1 + 2.0 ** -(bounded + odds))).sum())
        share = min(0.5, max(expected, 0.5) / possible)
    return float(np.log2(share / (1 - share)))


def _learnt(
    levels: Levels, taught: Sequence[int], expected: Sequence[Array], strangers: Sequence[Array]
) -> list[Array]:
    """For each comparison that is taught, how many pairs of one person have each level."""
    shares = {i: expected[i] for i in taught}
    odds = 0.0
    counts: list[Array] = []
    for _ in range(ROUNDS):
        evidence = sum((_bits(shares[i], strangers[i], levels[:, i]) for i in taught), np.full(len(levels), odds))
        same = 1 / (1 + 2.0 ** -np.clip(evidence, -FAR, FAR))
        counts = []
        for i in taught:
            said = levels[:, i] >= 0
            counted = np.bincount(levels[said, i], weights=same[said], minlength=len(expected[i]))
            counts.append(np.asarray(counted, dtype=np.float64))
            shares[i] = (EXPECTED * expected[i] + counts[-1]) / (EXPECTED + counts[-1].sum())
        share = min(1 - LEAST, max(LEAST, float(same.mean())))
        odds = float(np.log2(share / (1 - share)))
    return counts


def _expected(one: Comparison) -> Array:
    """The shares known beforehand, by the number that splink gives a level: the last, all else, is 0."""
    shares = np.array([level.m for level in reversed(one.levels)])
    return np.asarray(shares / shares.sum(), dtype=np.float64)


def _bits(shares: Array, strangers: Array, levels: Levels) -> Array:
    """What each pair's level weighs; nothing where one of the two says nothing."""
    table = np.append(np.log2(shares / strangers), 0.0)
    return np.asarray(table[levels], dtype=np.float64)
