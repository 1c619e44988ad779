"""Reckoning with days: the spans that calendar words stand for, seen from a publication date."""

import calendar
from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import NamedTuple

from clearway.languages.en.timewords import FEASTS, WEEKDAYS
from clearway.model import Number, Precision

DAYS_AHEAD = 60
"""How far behind the publication date a day without a year may lie before it is taken for last year's.

Nobody leaves out the year of a day ten months past, so such a day is one to come.
"""

DAYS_BEHIND = 30
"""How far behind the publication date a day without a year may lie that words point ahead to: its term is out."""


class Span(NamedTuple):
    """First and last day, and how exactly they are meant."""

    first: date
    last: date
    precision: Precision


def day(of: date) -> Span:
    """One day."""
    return Span(of, of, Precision.DAY)


def week_of(of: date, weeks: int = 0) -> Span:
    """The week from Monday to Sunday that holds the day, or one some weeks later."""
    monday = of - timedelta(days=of.weekday()) + timedelta(weeks=weeks)
    return Span(monday, monday + timedelta(days=6), Precision.WEEK)


def week_number(number: int, of_year: int) -> Span | None:
    """A week by its number in the year (ISO 8601), `None` where the year has no such week."""
    try:
        return week_of(date.fromisocalendar(of_year, number, 1))
    except ValueError:
        return None


def month(year: int, number: int) -> Span:
    """A calendar month."""
    return Span(date(year, number, 1), date(year, number, calendar.monthrange(year, number)[1]), Precision.MONTH)


def month_of(of: date, months: int = 0) -> Span:
    """The month that holds the day, or one some months later."""
    index = of.year * 12 + of.month - 1 + months
    return month(index // 12, index % 12 + 1)


def year(number: int) -> Span | None:
    """A calendar year, `None` beyond those that can be written as dates."""
    if not MINYEAR <= number <= MAXYEAR:
        return None
    return Span(date(number, 1, 1), date(number, 12, 31), Precision.YEAR)


def quarter(number: int, of_year: int) -> Span:
    """A calendar quarter, 1 to 4."""
    first, last = month(of_year, 3 * number - 2), month(of_year, 3 * number)
    return Span(first.first, last.last, Precision.SPAN)


def half(number: int, of: Span) -> Span | None:
    """The first or second half of a year, a decade or a month, `None` of anything else."""
    if of.precision is Precision.MONTH:
        middle = of.first.replace(day=15)
    elif of.precision is Precision.YEAR:
        middle = of.first.replace(month=6, day=30)
    elif (of.first.month, of.first.day, of.last.year) == (1, 1, of.first.year + 9):
        middle = of.last.replace(year=of.first.year + 4)
    else:
        return None
    if number == 1:
        return Span(of.first, middle, Precision.SPAN)
    return Span(middle + timedelta(days=1), of.last, Precision.SPAN)


def decade(first_year: int) -> Span:
    """Ten years from the first of January of one."""
    return Span(date(first_year, 1, 1), date(first_year + 9, 12, 31), Precision.SPAN)


def century(number: int) -> Span | None:
    """A century by its number, as it is counted in words: the 20th has the years from 1900. `None` out of range."""
    if not 2 <= number <= 50:
        return None
    return Span(date(100 * (number - 1), 1, 1), date(100 * number - 1, 12, 31), Precision.SPAN)


def years_off(span: Span, years: int) -> Span | None:
    """The same days some years later, months kept whole; `None` beyond the calendar."""
    first, last = span.first.year + years, span.last.year + years
    if not (first >= MINYEAR and last <= MAXYEAR):
        return None
    whole = (span.last + timedelta(days=1)).day == 1 if span.last < date.max else True
    end = calendar.monthrange(last, span.last.month)[1]
    moved = date(last, span.last.month, end if whole else min(span.last.day, end))
    start = min(span.first.day, calendar.monthrange(first, span.first.month)[1])
    return Span(date(first, span.first.month, start), moved, span.precision)


def units_off(of: Span, step: int, unit: str) -> Span | None:
    """The day, week, month or year that lies some units from a time, which must be told to that precision at least."""
    days = of.first == of.last
    try:
        if unit in WEEKDAYS:
            return day(weekday(WEEKDAYS[unit], of.last, direction="after" if step > 0 else "before")) if days else None
        if unit == "day":
            return day(of.last + timedelta(days=step)) if days else None
        if unit == "week":
            return week_of(of.last, step) if days or of.precision is Precision.WEEK else None
        if unit == "month":
            return month_of(of.last, step) if days or of.precision is Precision.MONTH else None
        if unit == "year":
            return year(of.last.year + step) if of.first.year == of.last.year else None
    except (OverflowError, ValueError):  # beyond the calendar
        return None
    return None


def ended(end: date, amount: Number, unit: str) -> Span | None:
    """The months, weeks or years that end on a day."""
    before = units_before(end, amount, unit)
    if before is None:
        return None
    if unit in ("month", "quarter", "year") and (end + timedelta(days=1)).day == 1:
        before = before.replace(day=calendar.monthrange(before.year, before.month)[1])
    return Span(before + timedelta(days=1), end, Precision.SPAN)


def feast(name: str, of_year: int) -> date:
    """The day of a feast of `FEASTS` in a year."""
    of_month, number = FEASTS[name]
    if number:
        return date(of_year, of_month, number)
    first = date(of_year, of_month, 1)
    return first + timedelta(days=(3 - first.weekday()) % 7 + 21)


def opening(of: Span, amount: Number, unit: str) -> Span | None:
    """The first months, weeks or days of a longer time, `None` where they do not fit into it."""
    if unit in ("month", "quarter"):
        months = round(amount * (3 if unit == "quarter" else 1))
        last = months_before(of.first, -months) - timedelta(days=1)
    elif unit in ("week", "day"):
        last = of.first + timedelta(days=round(amount * (7 if unit == "week" else 1)) - 1)
    else:
        return None
    return Span(of.first, last, Precision.SPAN) if last <= of.last else None


def told_quarter(published: date, *, over: bool) -> Span:
    """The quarter that a text tells of without its number: in its first half, or if it must be over, the one before."""
    of = months_before(published, 3) if over else published - timedelta(days=45)
    return quarter((of.month + 2) // 3, of.year)


def written_day(of_year: int, of_month: int, number: int) -> date | None:
    """The day as written, `None` where the calendar has no such day ("30 February")."""
    if not (MINYEAR <= of_year <= MAXYEAR and 1 <= of_month <= 12):
        return None
    if not 1 <= number <= calendar.monthrange(of_year, of_month)[1]:
        return None
    return date(of_year, of_month, number)


def nearest_day(
    of_month: int, number: int, published: date, *, ahead: bool, slack: int = 0, falls_on: int | None = None
) -> date | None:
    """The day of a month without a year: the nearest on or before publication, or from it on where words point ahead.

    `slack` is how many days behind publication the day may lie without any such words, `falls_on` its weekday if said.
    """
    end = published.year + (9 if falls_on is None else 2)
    years = range(published.year - 1, end) if ahead else range(published.year + 1, published.year - 9, -1)
    for candidate in years:
        found = written_day(candidate, of_month, number)
        if found is None or falls_on not in (None, found.weekday()):
            continue
        if found >= published - timedelta(days=DAYS_BEHIND) if ahead else found <= published + timedelta(days=slack):
            return found
    if falls_on is None:
        return None
    named = falls_on if ahead else None  # an old notice of what was ahead, or else a slip
    return nearest_day(of_month, number, published, ahead=False, slack=slack, falls_on=named)


def nearest_month(number: int, published: date, *, ahead: bool, slack: int = 0) -> Span:
    """The month without a year: the latest that has begun at publication, or the next where words point ahead.

    `slack` is in how many days from publication the month may begin without any such words.
    """
    if ahead:
        return month(published.year + (number < published.month), number)
    this_year = month(published.year, number)
    next_year = month(published.year + 1, number)
    limit = published + timedelta(days=slack)
    return next(
        span
        for span in (next_year, this_year, month(published.year - 1, number))
        if span.first <= max(published, limit)
    )


def weekday(number: int, published: date, *, direction: str = "on") -> date:
    """A weekday: nearest "on" or "before" publication, "from" it or "after" it, or "in" its week."""
    back = (published.weekday() - number) % 7
    if direction == "in":
        return published - timedelta(days=published.weekday() - number)
    if direction in ("from", "after"):
        forward = (number - published.weekday()) % 7
        return published + timedelta(days=forward or (7 if direction == "after" else 0))
    return published - timedelta(days=back or (7 if direction == "before" else 0))


def weekend(published: date, weeks: int = 0) -> Span:
    """The latest Saturday and Sunday that have begun at publication, or those some weeks later."""
    saturday = published - timedelta(days=(published.weekday() - 5) % 7) + timedelta(weeks=weeks)
    return Span(saturday, saturday + timedelta(days=1), Precision.SPAN)


def months_before(of: date, months: int) -> date:
    """The same day some months before, or the month's last where it is shorter."""
    index = of.year * 12 + of.month - 1 - months
    target_year, target_month = index // 12, index % 12 + 1
    return date(target_year, target_month, min(of.day, calendar.monthrange(target_year, target_month)[1]))


def days_before(of: date, days: Number) -> date | None:
    """The day some days before, `None` before the calendar begins."""
    return of - timedelta(days=round(days)) if days < of.toordinal() else None


def units_before(published: date, amount: Number, unit: str) -> date | None:
    """The day some units before publication; 24 hours are a day. `None` before the calendar begins."""
    if unit in ("second", "minute", "hour"):
        hours = amount / {"second": 3600, "minute": 60, "hour": 1}[unit]
        return days_before(published, -(-hours // 24))
    if unit in ("day", "night", "week", "fortnight"):
        return days_before(published, amount * {"day": 1, "night": 1, "week": 7, "fortnight": 14}[unit])
    months = amount * {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}.get(unit, 0)
    if not 0 < months < (published.year - 1) * 12:
        return None
    whole = int(months)  # half a month is taken for fifteen days
    return days_before(months_before(published, whole), round((months - whole) * 30))


def units_ago(published: date, amount: Number, unit: str, *, exactly: bool = False) -> Span | None:
    """The day, week, month or year that lies some units before publication, to the unit's precision."""
    then = units_before(published, amount, unit)
    if then is None or unit in ("decade", "century"):
        return None
    if exactly or unit in ("second", "minute", "hour", "day", "night"):
        return day(then)
    if unit in ("week", "fortnight"):
        return week_of(then)
    if unit in ("month", "quarter"):
        return month_of(then)
    return year(then.year)
