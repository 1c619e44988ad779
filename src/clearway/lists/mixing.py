"""Whether chains have mixed: R-hat of their draws."""

from statistics import NormalDist

import numpy as np

from clearway.lists.poisson import Array


def rhat(draws: Array) -> float:
    """R-hat of draws (steps in rows, chains in columns): 1 where the chains tell the same, more where they differ.

    Gelman and Rubin (1992) on halved chains, rank-normalised, of the draws and of their distance from the median, the
    larger of the two: Vehtari, Gelman, Simpson, Carpenter and Buerkner (2021), Bayesian Analysis 16:667.
    """
    half = len(draws) // 2
    halves = np.concatenate([draws[:half], draws[half : 2 * half]], axis=1)
    if np.ptp(halves) == 0:
        return 1.0
    folded = np.abs(halves - np.median(halves))
    return max(_potential(_normal_ranks(halves)), _potential(_normal_ranks(folded)))


def _potential(draws: Array) -> float:
    steps = len(draws)
    within = float(draws.var(axis=0, ddof=1).mean())
    between = steps * float(draws.mean(axis=0).var(ddof=1))
    if within == 0:
        return 1.0 if between == 0 else float("inf")
    return float(np.sqrt((steps - 1) / steps + between / steps / within))


def _normal_ranks(draws: Array) -> Array:
    """The normal scores of the mean ranks (Blom 1958)."""
    _, inverse, counts = np.unique(draws, return_inverse=True, return_counts=True)
    last = np.cumsum(counts)
    ranks = last - (counts - 1) / 2
    normal = NormalDist()
    scores = np.array([normal.inv_cdf((rank - 0.375) / (draws.size + 0.25)) for rank in ranks.tolist()])
    return np.asarray(scores[inverse.ravel()].reshape(draws.shape), dtype=np.float64)
