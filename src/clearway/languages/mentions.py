"""What the grammars of a language find in a text."""

from dataclasses import dataclass
from datetime import date, time

from clearway.model import Measure, Number, Precision, Quantifier


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number in a text with its hedge: `start` to `end` holds both, `number_start` to `number_end` the number.

    `value`, `low`, `high`, `quantifier` and `measure` are a figure's. `unit` is a unit written with the number
    ("percent", "tonne", "km", "usd"), `None` where the noun that follows says what is counted. `modifier` is the
    hedge as written; one behind the counted noun ("300 people or more") lies outside `start` to `end`. `sense` is
    "count", or what else the number is: "age", "money", "time" (a length of time), "measure" (km, degrees, "a
    10-member panel", a change below zero), "choice" ("one of the worst"); only "count" is a figure of people or
    things. Names, ordinals, dates and clock times are no quantities.
    """

    start: int
    end: int
    number_start: int
    number_end: int
    value: Number | None = None
    low: Number | None = None
    high: Number | None = None
    quantifier: Quantifier = Quantifier.EXACT
    measure: Measure = Measure.COUNT
    unit: str | None = None
    modifier: str | None = None
    sense: str = "count"


@dataclass(frozen=True, slots=True, kw_only=True)
class DateMention:
    """Days named in a text, without the preposition before them. `first` and `last` are inclusive.

    Both are `None` where the words fix no days ("in recent weeks", "late 2013"). `relation` is "on" (the days
    themselves), "since" (`last` is the publication date), "as of", "until", "before", "past" (the past N days, back
    from publication or from the day on which they ended) or "every" (again and again: "daily"). `duration` is true for
    a length of time that is not anchored ("for three days"). `amount` and `unit` ("hour", "day", "week" ..., or the
    weekday or month that comes every week or year) are those of a length of time or of "two weeks ago". `within` are
    the first and last day of the month, week or year that holds days not fixed ("late 2013" lies within 2013), `whole`
    those of the range of which this is one end ("between 2011 and 2013"). `clock` is the time of the day that is named.
    `reference` is "past", "present" or "future" where no more is said ("recently", "now").
    """

    start: int
    end: int
    first: date | None = None
    last: date | None = None
    precision: Precision = Precision.DAY
    relation: str = "on"
    duration: bool = False
    amount: Number | None = None
    unit: str | None = None
    within: tuple[date, date] | None = None
    whole: tuple[date, date] | None = None
    clock: time | None = None
    reference: str | None = None
