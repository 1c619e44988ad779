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


@pytest.mark.parametrize(
    ("number", "of", "days"),
    [
        (1, reckoning.month(2021, 2), (date(2021, 2, 1), date(2021, 2, 15))),
        (2, reckoning.month(2021, 2), (date(2021, 2, 16), date(2021, 2, 28))),
        (2, reckoning.year(2021), (date(2021, 7, 1), date(2021, 12, 31))),
        (1, reckoning.decade(1990), (date(1990, 1, 1), date(1994, 12, 31))),
        (1, reckoning.day(date(2021, 2, 3)), None),
    ],
)
def test_a_half_is_one_of_a_month_a_year_or_a_decade(
    number: int, of: reckoning.Span, days: tuple[date, date] | None
) -> None:
    found = reckoning.half(number, of)

    assert (found and found[:2]) == days


def test_the_same_days_of_another_year_keep_months_whole() -> None:
    february = reckoning.month(2021, 2)

    assert reckoning.years_off(february, -1) == reckoning.month(2020, 2)
    assert reckoning.years_off(february, -2021) is None


@pytest.mark.parametrize(
    ("step", "unit", "first"),
    [
        (1, "day", date(2021, 3, 4)),
        (-1, "friday", date(2021, 2, 26)),
        (2, "week", date(2021, 3, 15)),
        (-1, "month", date(2021, 2, 1)),
        (1, "year", date(2022, 1, 1)),
        (1, "century", None),
        (-5000, "year", None),
    ],
)
def test_units_off_a_day_are_told_to_their_own_precision(step: int, unit: str, first: date | None) -> None:
    found = reckoning.units_off(reckoning.day(date(2021, 3, 3)), step, unit)

    assert (found and found.first) == first


@pytest.mark.parametrize("unit", ["day", "week", "friday"])
def test_nothing_finer_is_reckoned_from_a_month(unit: str) -> None:
    assert reckoning.units_off(reckoning.month(2021, 3), 1, unit) is None


@pytest.mark.parametrize(
    ("published", "over", "quarter"),
    [
        (date(2021, 3, 15), True, (4, 2020)),
        (date(2021, 4, 2), True, (1, 2021)),
        (date(2021, 3, 15), False, (1, 2021)),
        (date(2021, 1, 15), False, (4, 2020)),
    ],
)
def test_a_quarter_without_its_number_is_the_one_that_figures_are_out_for(
    published: date, over: bool, quarter: tuple[int, int]
) -> None:
    assert reckoning.told_quarter(published, over=over) == reckoning.quarter(*quarter)


def test_the_first_months_of_a_time_must_fit_into_it() -> None:
    year = reckoning.year(2020)
    assert year is not None

    found = reckoning.opening(year, 9, "month")

    assert found is not None
    assert found[:2] == (date(2020, 1, 1), date(2020, 9, 30))
    assert reckoning.opening(year, 13, "month") is None
    assert reckoning.opening(year, 9, "hour") is None


def test_a_week_has_a_number_from_1_to_53() -> None:
    assert reckoning.week_number(53, 2020) == reckoning.week_of(date(2020, 12, 31))
    assert reckoning.week_number(53, 2021) is None


def test_half_a_month_is_fifteen_days() -> None:
    assert reckoning.units_before(date(2021, 3, 15), 1.5, "month") == date(2021, 1, 31)
