"""Poisson log-linear models by Newton's method, and whether their estimates exist."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

MOST_STEPS = 100
CLOSE = 1e-9
NORMAL_975 = 1.959964
"""The 97.5th percentile of the normal distribution."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """A fitted model: coefficients (log scale), their standard errors, fitted counts, deviance."""

    coefficients: Array = field(repr=False)
    errors: Array = field(repr=False)
    means: Array = field(repr=False)
    deviance: float

    @property
    def unseen(self) -> tuple[float, float, float]:
        """The count of the cell whose terms are all 0 but the constant, with a 95 percent interval: low, best, high."""
        constant, error = float(self.coefficients[0]), float(self.errors[0])
        low, high = constant - NORMAL_975 * error, constant + NORMAL_975 * error
        return float(np.exp(low)), float(np.exp(constant)), float(np.exp(high))


def fit(design: Array, counts: Array, *, start: Array | None = None) -> Fit:
    """The maximum-likelihood fit of log means linear in the columns of `design`, the first being 1.

    `start` are means near those that are sought; without them it begins at the counts.
    """
    means = counts + 0.5 if start is None else np.maximum(start, 1e-12)
    deviance = np.inf
    coefficients: Array = np.zeros(design.shape[1])
    for _ in range(MOST_STEPS):
        working = np.log(means) + (counts - means) / means
        information = design.T @ (design * means[:, None])
        solved = np.linalg.lstsq(information, design.T @ (means * working), rcond=None)[0]
        coefficients = np.asarray(solved, dtype=np.float64)
        means = np.exp(np.clip(design @ coefficients, -40.0, 40.0))
        before, deviance = deviance, _deviance(counts, means)
        if abs(before - deviance) < CLOSE * (abs(deviance) + 0.1):
            break
    variance: Any = np.linalg.pinv(design.T @ (design * means[:, None]))
    errors = np.sqrt(np.clip(np.diag(variance), 0.0, None))
    return Fit(coefficients=coefficients, errors=errors, means=means, deviance=float(deviance))


def exists(design: Array, counts: Array) -> bool:
    """Whether the estimate is finite: some strictly positive table has the same sufficient statistics.

    Fienberg and Rinaldo (2012), Annals of Statistics 40:996; asked by linear programming.
    """
    if np.linalg.matrix_rank(design) < design.shape[1]:
        return False
    from scipy.optimize import linprog

    cells, _ = design.shape
    scale = max(1.0, float(counts.max()))
    goal = np.zeros(cells + 1)
    goal[-1] = -1.0
    same = np.hstack([design.T, np.zeros((design.shape[1], 1))])
    above = np.hstack([-np.eye(cells), np.ones((cells, 1))])
    bounds = [(0, None)] * cells + [(0, 1)]
    solved = linprog(goal, A_ub=above, b_ub=np.zeros(cells), A_eq=same, b_eq=design.T @ (counts / scale), bounds=bounds)
    return bool(solved.success and solved.x[-1] > 1e-9)


def design_of(patterns: Sequence[Sequence[int]], pairs: Sequence[tuple[int, int]] = ()) -> Array:
    """A constant, a column for each list and one for each pair of lists that are on a pattern together."""
    marks = np.asarray(patterns, dtype=np.float64)
    columns = [np.ones(len(marks)), *marks.T, *(marks[:, i] * marks[:, j] for i, j in pairs)]
    return np.column_stack(columns)


def _deviance(counts: Array, means: Array) -> float:
    some = counts > 0
    return float(2 * (np.sum(counts[some] * np.log(counts[some] / means[some])) - np.sum(counts - means)))
