"""What a hedge means as bounds: one written table, and figures read by it."""

import math
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from clearway.model import Figure, Measure, Number, Quantifier

TENTH = Fraction(1, 10)
MOST_POINTS = 5
"""A hedged share moves by a tenth of itself, and by no more than this many percentage points."""

FIGURES = 4_096
"""Figures of which answers are remembered."""

BEST = 100
"""The most that a share of a whole can be, in percent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hedge:
    """The bounds that a hedge puts on the number N beside it.

    `below` and `above` are the parts of N by which the true number may lie lower or higher, `None` where the
    hedge leaves that side open. `near` is how far, as a part of N, another wording of the same figure may lie on an
    open side; it decides what belongs together and never becomes a bound. `rank` is 0 for the plainest wording.
    """

    below: Fraction | None
    above: Fraction | None
    near: Fraction = Fraction(0)
    rank: int
    meaning: str


HEDGES = {
    Quantifier.EXACT: Hedge(below=Fraction(0), above=Fraction(0), rank=0, meaning="N itself"),
    Quantifier.APPROXIMATELY: Hedge(below=TENTH, above=TENTH, rank=2, meaning="N, give or take a tenth of N"),
    Quantifier.ALMOST: Hedge(below=None, above=Fraction(0), near=TENTH, rank=3, meaning="at most N"),
    Quantifier.MORE_THAN: Hedge(below=Fraction(0), above=None, near=2 * TENTH, rank=3, meaning="at least N"),
    Quantifier.LESS_THAN: Hedge(below=None, above=Fraction(0), near=2 * TENTH, rank=3, meaning="at most N"),
}
"""The hedges that stand beside a number. IDMC writes the same ones: exact, approximately, more than, less than."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Vague:
    """The least that a vague word means, and `below`, under which a number still goes by that word."""

    least: int
    below: int


VAGUE = {
    Quantifier.SEVERAL: Vague(least=3, below=12),
    Quantifier.DOZENS: Vague(least=12, below=120),
    Quantifier.SCORES: Vague(least=20, below=200),
    Quantifier.HUNDREDS: Vague(least=100, below=1_000),
    Quantifier.THOUSANDS: Vague(least=1_000, below=10_000),
    Quantifier.TENS_OF_THOUSANDS: Vague(least=10_000, below=100_000),
    Quantifier.HUNDREDS_OF_THOUSANDS: Vague(least=100_000, below=1_000_000),
    Quantifier.MILLIONS: Vague(least=1_000_000, below=10_000_000),
}
"""Vague words by ACLED's rule, the most conservative reading: dozens 12, hundreds 100; the others in the same way."""

VAGUE_RANK = 4
RANGE_RANK = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class End:
    """A bound of one figure: its value, whether the words state it, and if not, how it was reckoned."""

    value: Number
    stated: bool = True
    how: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Extent:
    """What one figure says of the true number; `None` on a side that it leaves open."""

    low: End | None = None
    best: End | None = None
    high: End | None = None
    rank: int = VAGUE_RANK

    @property
    def least(self) -> Number:
        """The low bound, or minus infinity."""
        return self.low.value if self.low else -math.inf

    @property
    def most(self) -> Number:
        """The high bound, or infinity."""
        return self.high.value if self.high else math.inf


@lru_cache(maxsize=FIGURES)
def extent(figure: Figure) -> Extent:
    """The bounds that the table puts on a figure, and its number as stated for the best."""
    if figure.quantifier in VAGUE:
        least = VAGUE[figure.quantifier].least
        how = f'"{figure.quantifier}" read as {least:,} at least'
        return Extent(low=End(value=least, stated=False, how=how))
    if figure.value is None:
        low = End(value=figure.low) if figure.low is not None else None
        high = End(value=figure.high) if figure.high is not None else None
        return Extent(low=low, high=high, rank=RANGE_RANK)
    hedge = HEDGES.get(figure.quantifier, HEDGES[Quantifier.EXACT])
    return Extent(
        low=_end(figure, hedge.below, -1),
        best=End(value=figure.value),
        high=_end(figure, hedge.above, 1),
        rank=hedge.rank,
    )


@lru_cache(maxsize=FIGURES)
def reach(figure: Figure) -> tuple[float, float]:
    """Between which numbers another wording of the same figure may lie."""
    if figure.quantifier in VAGUE:
        vague = VAGUE[figure.quantifier]
        return vague.least, vague.below
    known = extent(figure)
    if figure.value is None:
        return float(known.least), float(known.most)
    hedge = HEDGES.get(figure.quantifier, HEDGES[Quantifier.EXACT])
    away = float(abs(figure.value) * hedge.near)
    low = float(known.least) if known.low else figure.value - away
    high = float(known.most) if known.high else figure.value + away
    return low, high


def alike(one: Figure, other: Figure) -> bool:
    """Whether two figures can be wordings of the same number: their reaches meet, or one is the other rounded."""
    low, high = reach(one)
    least, most = reach(other)
    if low <= most and least <= high:
        return True
    if one.value is None or other.value is None:
        return False
    return rounds_to(one.value, other.value) or rounds_to(other.value, one.value)


def rounded(figure: Figure, plain: Figure) -> bool:
    """Whether the figure is a rougher wording of the plainer one: hedged, vague, or rounded."""
    if figure.value is None or plain.value is None:
        return extent(figure).rank > extent(plain).rank
    return extent(figure).rank > extent(plain).rank or rounds_to(plain.value, figure.value)


def whole_number(value: Fraction, *, up: bool) -> int:
    """The whole number on the outer side of a bound of things that are counted."""
    return math.ceil(value) if up else math.floor(value)


def exactly(number: Number) -> Fraction:
    """The number as a fraction, by its decimal writing, so that a tenth of 0.3 is 0.03."""
    return Fraction(str(number))


def _end(figure: Figure, part: Fraction | None, sign: int) -> End | None:
    if part is None or figure.value is None:
        return None
    if not part:
        return End(value=figure.value)
    value = exactly(figure.value)
    away = abs(value) * part
    if figure.measure is Measure.SHARE:
        away = min(away, Fraction(MOST_POINTS))
        moved = min(max(value + sign * away, Fraction(0)), Fraction(BEST))
        number: Number = int(moved) if moved.denominator == 1 else round(float(moved), 1)
        how = f"{figure.value:g} percent, give or take {float(away):g} points"
    elif isinstance(figure.value, int):
        number = whole_number(value + sign * away, up=sign > 0)
        how = f"about {figure.value:,}, give or take a tenth"
    else:
        number = round(float(value + sign * away), 6)
        how = f"about {figure.value:,g}, give or take a tenth"
    return End(value=number, stated=False, how=how)


def rounds_to(number: Number, round_number: Number) -> bool:
    """299 rounds to 300: at least two closing zeros, within the half of the last digit kept, and within a twentieth."""
    if not isinstance(round_number, int) or round_number < 100 or round_number % 100:
        return False
    step = 100
    while round_number % (step * 10) == 0:
        step *= 10
    return number != round_number and abs(number - round_number) * 2 <= min(step, round_number / 10)
