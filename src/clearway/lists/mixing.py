"""Whether chains have mixed, and whether they are long enough: R-hat and effective size of their draws."""

from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

from clearway.lists.poisson import Array

ENDS = (0.025, 0.975)
"""Where an interval of 95 percent ends."""


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


def end_error(draws: Array) -> float:
    """The standard error of the ends of a 95 percent interval, the larger, as a share of its width (steps in rows).

    From the effective size of the draws beyond each end, summed by Geyer's initial monotone sequence, to the quantiles
    a standard error further in and out: Vehtari and others (2021), sections 3.2 and 4.4.
    """
    low, high = np.quantile(draws, ENDS)
    if low == high:
        return 0.0
    errors = []
    for share, beyond in zip(ENDS, (draws <= low, draws >= high), strict=True):
        off = np.sqrt(share * (1 - share) / _effective(beyond))
        inner, outer = np.quantile(draws, np.clip([share - off, share + off], 0, 1))
        errors.append(float(outer - inner) / 2)
    return max(errors) / float(high - low)


def _effective(inside: NDArray[np.bool_]) -> float:
    """The effective size of draws that are true or false, all chains together."""
    half = len(inside) // 2
    values = np.concatenate([inside[:half], inside[half : 2 * half]], axis=1).astype(np.float64)
    steps, size = half, float(values.size)
    within = float(values.var(axis=0, ddof=1).mean())
    if within == 0:
        return size
    varied = (steps - 1) / steps * within + float(values.mean(axis=0).var(ddof=1))
    centred = values - values.mean(axis=0)
    spread = np.fft.rfft(centred, 2 * steps, axis=0)
    shared = np.fft.irfft(np.abs(spread) ** 2, axis=0)[:steps].mean(axis=1) / steps
    tied = 1 - (within - shared * steps / (steps - 1)) / varied
    pairs = tied[: steps // 2 * 2].reshape(-1, 2).sum(axis=1)
    ends = np.flatnonzero(pairs < 0)
    kept = np.minimum.accumulate(pairs[: ends[0]] if len(ends) else pairs)
    return min(size, size / max(-1 + 2 * float(kept.sum()), 1 / float(np.log10(size))))


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
