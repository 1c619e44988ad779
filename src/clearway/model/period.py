"""Days."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Precision(StrEnum):
    """How exactly a period's days are known (IDMC's and ACLED's accuracy of dates)."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    SPAN = "span"


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """First and last day, both inclusive; raises `ValueError` when the last comes before the first."""

    first: date
    last: date
    precision: Precision = Precision.DAY

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError(f"a period ends on {self.last}, before it starts on {self.first}")
