"""A picture as it grew, day by day."""

from dataclasses import dataclass
from datetime import date

from clearway.model.change import Change
from clearway.model.equation import Equation
from clearway.model.told import Known


@dataclass(frozen=True, slots=True, kw_only=True)
class Failing:
    """A sum that failed from the day `since` until the day `until`, itself exclusive; `None` until the last."""

    equation: Equation
    since: date
    until: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """What was known at the end of each of some days, and what each of them brought.

    `known` are the findings as the pictures show them, in the picture's order, from one of the days until another;
    `changes` what is new since the day before, for each of the days; `replaced` the reports that later versions took
    the place of, each with the day from which they did. What nobody dates came on the last of all days.
    """

    days: tuple[date, ...]
    known: tuple[Known, ...]
    changes: tuple[tuple[Change, ...], ...]
    replaced: tuple[tuple[str, date], ...] = ()
    failing: tuple[Failing, ...] = ()
