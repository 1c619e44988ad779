"""Lengths of time, what comes again and again, and times told no closer than now, then or later."""

from datetime import date

import pytest

from clearway.languages.en.dates import find_dates
from clearway.languages.mentions import DateMention

PUBLISHED = date(2021, 3, 15)


def first(text: str) -> DateMention:
    """The first time of a text."""
    return find_dates(text, PUBLISHED)[0]


@pytest.mark.parametrize(
    ("text", "amount", "unit"),
    [
        ("for two to three weeks", 2, "week"),
        ("for 48-72 hours", 48, "hour"),
        ("for a month or two", 1, "month"),
        ("for 2 1/2 years", 2.5, "year"),
        ("for a couple of days", 2, "day"),
        ("for 36 hrs", 36, "hour"),
        ("for weeks", None, "week"),
        ("for months or years", None, "month"),
        ("within a week", 1, "week"),
        ("the first nine months", 9, "month"),
    ],
)
def test_a_length_has_a_unit_and_where_it_is_said_an_amount(text: str, amount: float | None, unit: str) -> None:
    mention = first(text)

    assert (mention.first, mention.duration, mention.amount, mention.unit) == (None, True, amount, unit)


@pytest.mark.parametrize(
    "text",
    [
        "two meals a day",
        "$2 a day",
        "four flights a week",
        "24 hours a day",
        "at 1500 hours",
        "the weeks were hard",
        "many years old",
    ],
)
def test_a_rate_an_age_or_a_time_of_the_day_is_no_length(text: str) -> None:
    assert find_dates(text, PUBLISHED) == []


@pytest.mark.parametrize(
    ("text", "amount", "unit"),
    [
        ("every day", 1, "day"),
        ("each year", 1, "year"),
        ("every other week", 2, "week"),
        ("every three months", 3, "month"),
        ("daily attacks", 1, "day"),
        ("weekly", 1, "week"),
        ("each Thursday", None, "thursday"),
        ("every July", None, "july"),
    ],
)
def test_what_comes_again_has_the_time_between(text: str, amount: float | None, unit: str) -> None:
    mention = first(text)

    assert (mention.relation, mention.duration, mention.amount, mention.unit) == ("every", False, amount, unit)


def test_a_name_with_daily_in_it_is_no_time() -> None:
    assert find_dates("as the Daily Herald wrote", PUBLISHED) == []


@pytest.mark.parametrize(
    ("text", "reference"),
    [
        ("now", "present"),
        ("these days", "present"),
        ("the current siege", "present"),
        ("more recently", "past"),
        ("in the past", "past"),
        ("several years ago", "past"),
        ("in recent weeks", "past"),
        ("in the near future", "future"),
        ("in the coming months", "future"),
    ],
)
def test_words_that_say_no_more_refer_to_now_then_or_later(text: str, reference: str) -> None:
    mention = first(text)

    assert (mention.first, mention.within, mention.reference) == (None, None, reference)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("the year to March", ("2020-04-01", "2021-03-31")),
        ("the year ended June 30, 2020", ("2019-07-01", "2020-06-30")),
        ("the 12 months to June 2020", ("2019-07-01", "2020-06-30")),
        ("six months ended 30 September", ("2020-04-01", "2020-09-30")),
        ("the week to 7 March", ("2021-03-01", "2021-03-07")),
        ("during this past year", ("2020-03-15", "2021-03-15")),
        ("over the past month and a half", ("2021-01-31", "2021-03-15")),
    ],
)
def test_a_length_that_ended_has_days(text: str, days: tuple[str, str]) -> None:
    mention = first(text)

    assert (mention.first, mention.last, mention.relation) == (*map(date.fromisoformat, days), "past")


def test_the_article_of_a_noun_is_no_part_of_the_length() -> None:
    mention = first("the two-day rally")

    assert (mention.start, mention.end) == (4, 11)
