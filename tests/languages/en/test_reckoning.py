"""Spans that calendar words stand for."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clearway.languages.en import reckoning


@given(st.dates(), st.integers(0, 6))
def test_a_weekday_is_within_a_week_before_publication(published: date, number: int) -> None:
    if published.toordinal() <= 7:
        return
    found = reckoning.weekday(number, published)
    assert (found.weekday(), 0 <= (published - found).days < 7) == (number, True)


def test_a_month_before_the_last_of_a_long_month_is_the_last_of_the_short_one() -> None:
    assert reckoning.months_before(date(2020, 3, 31), 1) == date(2020, 2, 29)


@pytest.mark.parametrize(
    ("amount", "unit", "day"), [(24, "hour", 17), (25, "hour", 16), (36, "hour", 16), (2, "day", 16)]
)
def test_hours_round_up_to_days(amount: int, unit: str, day: int) -> None:
    assert reckoning.units_before(date(2020, 2, 18), amount, unit) == date(2020, 2, day)


def test_there_is_no_day_before_the_calendar_begins() -> None:
    assert reckoning.units_before(date(2020, 2, 18), 10**9, "week") is None


def test_the_leap_day_is_the_nearest_one_there_was() -> None:
    assert reckoning.nearest_day(2, 29, date(2019, 5, 1), ahead=False) == date(2016, 2, 29)
