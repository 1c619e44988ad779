"""A number as somebody stated it, with its hedge, its unit and its whole."""

from dataclasses import dataclass
from enum import StrEnum

Number = int | float


class Quantifier(StrEnum):
    """The hedge beside a number, or the vague word that stands for one (IDMC's quantifiers, widened)."""

    EXACT = "exact"
    APPROXIMATELY = "approximately"
    ALMOST = "almost"
    MORE_THAN = "more than"
    LESS_THAN = "less than"
    RANGE = "range"
    DOZENS = "dozens"
    SCORES = "scores"
    HUNDREDS = "hundreds"
    THOUSANDS = "thousands"
    TENS_OF_THOUSANDS = "tens of thousands"
    HUNDREDS_OF_THOUSANDS = "hundreds of thousands"
    MILLIONS = "millions"
    SEVERAL = "several"


class Measure(StrEnum):
    """What the number measures."""

    COUNT = "count"
    SHARE = "share"
    RATE = "rate"


class Basis(StrEnum):
    """Over what a figure counts (IDMC's stock and flow, and what casualty recorders ask for)."""

    EVENT = "event"
    PERIOD = "period"
    CUMULATIVE = "cumulative"
    STOCK = "stock"
    RATE = "rate"


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """What a share or a part is of: its words and, where they hold a number, that number."""

    words: str
    value: Number | None = None
    quantifier: Quantifier | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A figure as stated: "half" is 50 percent, "dozens" has no value, a range has `low` and `high`.

    `value` is `None` for vague words and ranges. `low` and `high` are stated bounds, never inferred ones.
    """

    value: Number | None = None
    low: Number | None = None
    high: Number | None = None
    quantifier: Quantifier = Quantifier.EXACT
    unit: str = "person"
    measure: Measure = Measure.COUNT
    basis: Basis | None = None
    whole: Whole | None = None
