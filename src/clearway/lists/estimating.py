"""Every method on the same counts; one number only where they agree."""

from dataclasses import dataclass

from clearway.lists.chao import chao
from clearway.lists.classes import SEED, USUAL, Schedule, latent_classes
from clearway.lists.counts import Counts
from clearway.lists.estimate import Estimate, NotRun
from clearway.lists.extra import require
from clearway.lists.graphs import graphs
from clearway.lists.stepwise import stepwise

AGREE = 0.15
"""The largest of the methods' figures may lie so much above the smallest."""
MIXED = 1.05
"""From this R-hat on, chains told different things."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Headline:
    """The one number: the middle of the methods' figures, with an interval as wide as all theirs together."""

    low: int
    best: int
    high: int
    method: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimation:
    """What every method says of the same counts; either a headline or why there is none."""

    counts: Counts
    estimates: tuple[Estimate, ...]
    not_run: tuple[NotRun, ...]
    headline: Headline | None
    refusals: tuple[str, ...]


def estimate(counts: Counts, *, seed: int = SEED, schedule: Schedule = USUAL) -> Estimation:
    """What all methods say; the same for the same counts and seed. Raises `UsageError` where scipy is missing."""
    require("scipy")
    found = (chao(counts), stepwise(counts), graphs(counts), latent_classes(counts, seed=seed, schedule=schedule))
    estimates = tuple(one for one in found if isinstance(one, Estimate))
    refusals = refused(estimates)
    return Estimation(
        counts=counts,
        estimates=estimates,
        not_run=tuple(one for one in found if isinstance(one, NotRun)),
        headline=None if refusals else _headline(estimates),
        refusals=refusals,
    )


def refused(estimates: tuple[Estimate, ...]) -> tuple[str, ...]:
    """Why these come to no single number, each reason a sentence without its stop; empty where they do."""
    figures = sorted((one.best, one.method) for one in estimates if not one.bound)
    if len(figures) < 2:
        return (
            ("only one method could be run, and no other can confirm it",) if figures else ("no method could be run",)
        )
    reasons = []
    (least, least_by), (most, most_by) = figures[0], figures[-1]
    if most > (1 + AGREE) * least:
        apart = most / least - 1
        reasons.append(
            f"the methods disagree: {least_by} says {least:,}, {most_by} {most:,} ({apart:.0%} more, over {AGREE:.0%})"
        )
    reasons += [
        f"the chains of {one.method} did not mix (R-hat {one.rhat:.2f}, and it has to be under {MIXED})"
        for one in estimates
        if one.rhat is not None and not one.rhat < MIXED
    ]
    bounds = [one for one in estimates if one.bound and one.low > most]
    reasons += [
        f"{one.method} ({one.low:,} to {one.high:,}) lies above every estimate: some list keeps people off another"
        for one in bounds
    ]
    return tuple(reasons)


def _headline(estimates: tuple[Estimate, ...]) -> Headline:
    """The figure in the middle; of an even number, the one in the middle whose interval is wider."""
    ordered = sorted((one for one in estimates if not one.bound), key=lambda one: (one.best, one.method))
    half = len(ordered) // 2
    middle = ordered[half : half + 1] if len(ordered) % 2 else ordered[half - 1 : half + 1]
    chosen = max(middle, key=lambda one: (one.high - one.low, one.method))
    return Headline(
        low=min(one.low for one in ordered),
        best=chosen.best,
        high=max(one.high for one in ordered),
        method=chosen.method,
    )
