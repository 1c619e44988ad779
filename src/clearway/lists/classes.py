"""People in latent classes that are recorded differently: a Dirichlet process mixture by Gibbs sampling.

Manrique-Vallier (2016), Biometrics 72:1246. Within a class the lists are independent; how many classes there are is
left to the data. The prior of the total is 1/N, of each chance uniform, of the concentration Gamma(1/4, 1/4), all as
in the paper; ten classes at most, and 10,000 steps left out, as in the example of the author's package LCMCR. Classes
also change places by the two moves of Papaspiliopoulos and Roberts (2008), Biometrika 95:169: without them chains
stick, and the result depends on how many classes are allowed.
"""

from dataclasses import dataclass, field, replace
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from clearway.lists.counts import Counts
from clearway.lists.estimate import Estimate, NotRun
from clearway.lists.mixing import end_error, rhat
from clearway.lists.poisson import Array

METHOD = "latent classes"
CLASSES = 10
SHAPE = RATE = 0.25
LEFT_OUT = 10_000
BLOCK = 5_000
MOST_KEPT = 30_000
THINNED = 5
CHAINS = 16
SEED = 1
MIXED = 1.01
END_ERROR = 0.01
"""Chains end early where R-hat is no more than this (Vehtari and others 2021), and the ends of the interval, which are
printed, have a standard error of no more than that share of its width."""

Integers = NDArray[np.int64]
Numbers = TypeVar("Numbers", Array, Integers)
LEAST_CHANCE = 1e-12
STRIDES = (0.1, 0.5, 2.0)
"""Standard deviations, in log odds, of the steps that make a class harder or easier to see."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """How long chains run: `left_out` steps first, then blocks of `block` up to `most`."""

    chains: int = CHAINS
    left_out: int = LEFT_OUT
    block: int = BLOCK
    most: int = MOST_KEPT


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """Where all chains stand (chains first): chance to be on a list by class, log weights, log remainders, alpha."""

    chances: Array = field(repr=False)
    sticks: Array = field(repr=False)
    rests: Array = field(repr=False)
    alpha: Array = field(repr=False)

    @property
    def log_weights(self) -> Array:
        """The log of each class's share, from the sticks that are broken off one after another."""
        last = np.zeros((len(self.alpha), 1))
        whole = np.concatenate([self.sticks, last], axis=1)
        whole[:, 1:] += np.cumsum(self.rests, axis=1)
        return whole


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """By chain, how many recorded people are in each class, and how many of these are on each list."""

    members: Array = field(repr=False)
    on_lists: Array = field(repr=False)


USUAL = Schedule()


def latent_classes(counts: Counts, *, seed: int = SEED, schedule: Schedule = USUAL) -> Estimate | NotRun:
    """How many there are in all, where people differ in who records them; the same for the same counts and seed."""
    if len(counts.lists) < 3:
        return NotRun(method=METHOD, why="two lists cannot show whether one depends on the other")
    if schedule.chains < 4:
        return NotRun(method=METHOD, why=f"{schedule.chains} chains cannot show whether they mixed; at least 4 can")
    draws, mixed = _draws(counts, np.random.default_rng(seed), schedule)
    low, best, high = np.quantile(draws, [0.025, 0.5, 0.975])
    steps = f"{schedule.chains} chains of {len(draws) * THINNED:,} steps after {schedule.left_out:,} that are left out"
    return Estimate(
        method=METHOD, low=round(low), best=round(best), high=round(high), how=f"{steps}; prior 1/N", rhat=mixed
    )


def _draws(counts: Counts, rng: np.random.Generator, schedule: Schedule) -> tuple[Array, float]:
    """The kept draws of the total (steps in rows, chains in columns), and their R-hat."""
    marks = np.array([pattern for pattern, _ in counts.cells], dtype=np.float64)
    numbers = np.array([count for _, count in counts.cells], dtype=np.int64)
    state = _start(schedule.chains, marks.shape[1], rng)
    for _ in range(schedule.left_out):
        state, _ = _step(state, marks, numbers, rng)
    kept: list[Array] = []
    while True:
        for step in range(schedule.block):
            state, unseen = _step(state, marks, numbers, rng)
            if step % THINNED == 0:
                kept.append(unseen + float(numbers.sum()))
        draws = np.array(kept)
        mixed = rhat(draws)
        told = mixed <= MIXED and end_error(draws) <= END_ERROR
        if told or len(kept) * THINNED >= schedule.most:
            return draws, mixed


def _start(chains: int, lists: int, rng: np.random.Generator) -> State:
    """Chains far from one another, as R-hat asks."""
    shares = rng.dirichlet(np.ones(CLASSES), chains)
    rest = np.clip(1 - np.cumsum(shares, axis=1)[:, :-1], LEAST_CHANCE, 1)
    before = np.concatenate([np.ones((chains, 1)), rest[:, :-1]], axis=1)
    rests = np.log(rest / before)
    sticks = np.log(np.clip(shares[:, :-1] / before, LEAST_CHANCE, 1))
    return State(
        chances=rng.random((chains, lists, CLASSES)), sticks=sticks, rests=rests, alpha=np.full(chains, SHAPE / RATE)
    )


def _step(state: State, marks: Array, numbers: Integers, rng: np.random.Generator) -> tuple[State, Array]:
    """One sweep: who is in which class, those unseen among them, then chances, weights, places and concentration."""
    placed = rng.multinomial(numbers, _shares(state, marks)).astype(np.float64)
    seen = Seen(members=placed.sum(axis=1), on_lists=marks.T @ placed)
    state = _rescaled(state, seen, rng)
    unseen, unplaced = _unseen(state, int(numbers.sum()), rng)
    members = seen.members + unplaced
    chances = rng.beta(1 + seen.on_lists, 1 + members[:, None, :] - seen.on_lists)
    chances = np.clip(chances, LEAST_CHANCE, 1 - LEAST_CHANCE)
    sticks, rests = _broken(members, state.alpha, rng)
    moved = State(chances=chances, sticks=sticks, rests=rests, alpha=state.alpha)
    moved = _neighbours_swapped(*_labels_swapped(moved, members, rng), rng)
    alpha = rng.gamma(SHAPE + CLASSES - 1, 1 / (RATE - moved.rests.sum(axis=1)))
    return replace(moved, alpha=alpha), unseen


def _shares(state: State, marks: Array) -> Array:
    """For each chain and pattern, the chance of each class."""
    on, off = np.log(state.chances), np.log1p(-state.chances)
    logs = (state.log_weights + off.sum(axis=1))[:, None, :] + marks @ (on - off)
    shares = np.exp(logs - logs.max(axis=2, keepdims=True))
    return np.asarray(shares / shares.sum(axis=2, keepdims=True))


def _missed(state: State) -> Array:
    """For each chain and class, the chance to be in it and on no list."""
    return np.asarray(np.exp(state.log_weights + np.log1p(-state.chances).sum(axis=1)))


def _unseen(state: State, recorded: int, rng: np.random.Generator) -> tuple[Array, Array]:
    """How many are on no list, in all and by class."""
    missed = _missed(state)
    whole = missed.sum(axis=1)
    unseen = rng.negative_binomial(recorded, 1 - np.clip(whole, 0, 1 - LEAST_CHANCE))
    unplaced = rng.multinomial(unseen, missed / whole[:, None])
    return unseen.astype(np.float64), unplaced.astype(np.float64)


def _rescaled(state: State, seen: Seen, rng: np.random.Generator) -> State:
    """A class is made harder to see and larger, or easier and smaller, so that as many of it are seen; where likely.

    A Metropolis step with the unseen summed out, on the scale of log odds, where the change has the Jacobian 1. Without
    it a class of which one in a thousand is seen takes thousands of steps to change its size.
    """
    one = int(rng.integers(0, CLASSES - 1))
    by = rng.normal(0, rng.choice(STRIDES), len(state.alpha))
    old = state.chances[:, :, one]
    odds = np.log(old) - np.log1p(-old) + by[:, None]
    new = np.clip(1 / (1 + np.exp(-odds)), LEAST_CHANCE, 1 - LEAST_CHANCE)
    stick = state.sticks[:, one] - state.rests[:, one] + _log_seen(old) - _log_seen(new)
    chances, sticks, rests = state.chances.copy(), state.sticks.copy(), state.rests.copy()
    chances[:, :, one], sticks[:, one], rests[:, one] = new, -np.logaddexp(0, -stick), -np.logaddexp(0, stick)
    asked = State(chances=chances, sticks=sticks, rests=rests, alpha=state.alpha)
    gain = _log_density(asked, seen, one) - _log_density(state, seen, one)
    taken = np.log(rng.random(len(gain))) < gain
    return State(
        chances=np.where(taken[:, None, None], chances, state.chances),
        sticks=np.where(taken[:, None], sticks, state.sticks),
        rests=np.where(taken[:, None], rests, state.rests),
        alpha=state.alpha,
    )


def _log_seen(chances: Array) -> Array:
    """The log of the chance to be on any list, given those to be on each."""
    return np.asarray(np.log(-np.expm1(np.log1p(-chances).sum(axis=1))))


def _log_density(state: State, seen: Seen, one: int) -> Array:
    """Of each chain, up to what the step of class `one` leaves as it is: likelihood, and priors in log odds."""
    on, off = np.log(state.chances), np.log1p(-state.chances)
    likelihood = (seen.members * state.log_weights).sum(axis=1)
    likelihood = likelihood + (seen.on_lists * on + (seen.members[:, None, :] - seen.on_lists) * off).sum(axis=(1, 2))
    missed = np.clip(_missed(state).sum(axis=1), 0, 1 - LEAST_CHANCE)
    recorded = seen.members.sum(axis=1)
    prior = (on[:, :, one] + off[:, :, one]).sum(axis=1) + state.sticks[:, one] + state.alpha * state.rests[:, one]
    return np.asarray(likelihood - recorded * np.log1p(-missed) + prior)


def _broken(members: Array, alpha: Array, rng: np.random.Generator) -> tuple[Array, Array]:
    """Stick breaks and what remains, both as logs: with a small concentration a remainder is no floating number."""
    behind = np.cumsum(members[:, ::-1], axis=1)[:, ::-1][:, 1:]
    first = np.log(rng.standard_gamma(1 + members[:, :-1]))
    shape = alpha[:, None] + behind
    # log of a gamma variate of small shape a: that of shape a + 1, plus log(uniform) / a
    second = np.log(rng.standard_gamma(shape + 1)) + np.log(rng.random(shape.shape)) / shape
    both = np.logaddexp(first, second)
    return first - both, second - both


def _labels_swapped(state: State, members: Array, rng: np.random.Generator) -> tuple[State, Array]:
    """Classes, two by two, swap all but their weights, where that is likely."""
    half = CLASSES // 2
    mixed = rng.permuted(np.tile(np.arange(CLASSES), (len(members), 1)), axis=1)
    one, other = mixed[:, :half], mixed[:, half : 2 * half]
    weights = state.log_weights
    odds = (_at(weights, other) - _at(weights, one)) * (_at(members, one) - _at(members, other))
    order = _order(CLASSES, one, other, np.log(rng.random(odds.shape)) < odds)
    return replace(state, chances=_ordered(state.chances, order)), _at(members, order)


def _neighbours_swapped(state: State, members: Array, rng: np.random.Generator) -> State:
    """Classes that follow one another swap all, their sticks too, where that is likely; the last has no stick."""
    first = np.arange(rng.integers(0, 2), CLASSES - 2, 2)
    one = np.tile(first, (len(members), 1))
    other = one + 1
    odds = _at(members, one) * _at(state.rests, other) - _at(members, other) * _at(state.rests, one)
    order = _order(CLASSES, one, other, np.log(rng.random(odds.shape)) < odds)
    return State(
        chances=_ordered(state.chances, order),
        sticks=_at(state.sticks, order[:, :-1]),
        rests=_at(state.rests, order[:, :-1]),
        alpha=state.alpha,
    )


def _at(values: Numbers, where: Integers) -> Numbers:
    """The values of each chain at these classes."""
    return values[np.arange(len(values))[:, None], where]


def _ordered(chances: Array, order: Integers) -> Array:
    """The chances to be on each list, with the classes of each chain in this order."""
    chains, lists, _ = chances.shape
    return chances[np.arange(chains)[:, None, None], np.arange(lists)[None, :, None], order[:, None, :]]


def _order(size: int, one: Integers, other: Integers, taken: NDArray[np.bool_]) -> Integers:
    """For each chain the order of classes after those pairs have swapped that are taken."""
    order = np.empty((len(one), size), dtype=np.int64)
    order[:] = np.arange(size)
    chains = np.arange(len(one))[:, None]
    order[chains, one] = np.where(taken, other, one)
    order[chains, other] = np.where(taken, one, other)
    return order
