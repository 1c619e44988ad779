"""What a method says of how many there are in all."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """How many there are in all by one method, recorded or not: best, with a 95 percent interval, as whole records.

    `bound` is true where the figure is a lower bound and never an estimate. `rhat` tells whether chains mixed (1 is
    perfect), where the method has chains. `how` says what was chosen: a model, a prior, a limit.
    """

    method: str
    low: int
    best: int
    high: int
    how: str
    bound: bool = False
    rhat: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NotRun:
    """A method that could not be used on these counts, and why."""

    method: str
    why: str
