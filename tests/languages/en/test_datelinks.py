"""Times that are told from another of the text."""

from datetime import date, time

import pytest

from clearway.languages.en.dates import find_dates
from clearway.languages.mentions import DateMention
from clearway.model import Precision

PUBLISHED = date(2021, 3, 15)  # a Monday


def last(text: str, published: date | None = PUBLISHED) -> DateMention:
    """The last time of a text."""
    return find_dates(text, published)[-1]


def days(first: str, last: str) -> tuple[date, date]:
    """Two days, written in ISO form."""
    return date.fromisoformat(first), date.fromisoformat(last)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("The same day", "2021-03-03"),
        ("That day", "2021-03-03"),
        ("A day earlier", "2021-03-02"),
        ("The day before,", "2021-03-02"),
        ("The next morning", "2021-03-04"),
        ("Three days later", "2021-03-06"),
        ("The following Friday", "2021-03-05"),
        ("The previous Wednesday", "2021-02-24"),
    ],
)
def test_a_day_is_told_from_the_last_that_was_named(words: str, day: str) -> None:
    mention = last(f"On 3 March a dam broke. {words} the town was flooded.")

    assert (mention.first, mention.last, mention.precision) == (*days(day, day), Precision.DAY)


@pytest.mark.parametrize(
    ("text", "first", "last_day", "precision"),
    [
        ("It opened on 3 March. Two weeks earlier it was bare.", "2021-02-15", "2021-02-21", Precision.WEEK),
        ("It opened in June 2019. The following month it closed.", "2019-07-01", "2019-07-31", Precision.MONTH),
        ("It opened in June 2019. That year it closed.", "2019-01-01", "2019-12-31", Precision.YEAR),
        ("It opened in June 2019. Three years later it closed.", "2022-01-01", "2022-12-31", Precision.YEAR),
    ],
)
def test_longer_times_are_told_likewise(text: str, first: str, last_day: str, precision: Precision) -> None:
    mention = last(text)

    assert (mention.first, mention.last, mention.precision) == (*days(first, last_day), precision)


@pytest.mark.parametrize(
    ("text", "first", "last_day"),
    [
        ("In January, 30 died, compared with 12 a year earlier.", "2020-01-01", "2020-01-31"),
        ("In the first quarter of 2020, 30 died, up from 12 a year ago.", "2019-01-01", "2019-03-31"),
        (
            "Cases in the first half of 2020: 40. That is more than in the same period last year.",
            "2020-01-01",
            "2020-06-30",
        ),
        ("From January to June 2020, 40 died, and 20 in the same period of 2019.", "2019-01-01", "2019-06-30"),
        ("The fourth quarter was calm. Losses fell from the year-earlier quarter.", "2019-10-01", "2019-12-31"),
        ("In 2020, 300 died, down from 500 a year earlier.", "2019-01-01", "2019-12-31"),
    ],
)
def test_what_is_compared_is_the_same_period_of_another_year(text: str, first: str, last_day: str) -> None:
    mention = last(text)

    assert (mention.first, mention.last) == days(first, last_day)


def test_the_quarter_is_the_one_that_the_text_is_about() -> None:
    mention = last("The third quarter of 2020 was calm. After a bad second quarter, nobody died in the quarter.")

    assert (mention.first, mention.last) == days("2020-07-01", "2020-09-30")


def test_a_year_ago_outside_a_comparison_is_the_year() -> None:
    mention = last("The first quarter of 2021 is calm. The camp opened a year ago.")

    assert (mention.first, mention.last) == days("2020-01-01", "2020-12-31")


def test_nothing_is_told_from_a_day_that_is_far_away() -> None:
    mention = last(f"On 3 March a dam broke. {'It rained. ' * 60} A day earlier the town was flooded.")

    assert (mention.first, mention.last) == (None, None)


@pytest.mark.parametrize("text", ["A day earlier it rained.", "the year-ago quarter", "the same period last year"])
def test_without_a_publication_date_and_a_day_nothing_is_fixed(text: str) -> None:
    mention = last(text, None)

    assert (mention.first, mention.last, mention.within) == (None, None, None)


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("between 2011 and 2013", ("2011-01-01", "2013-12-31")),
        ("from 2011 until 2013", ("2011-01-01", "2013-12-31")),
        ("between 18:00 on 3 March and 06:00 on 4 March", ("2021-03-03", "2021-03-04")),
        ("between Monday and Wednesday", ("2021-03-08", "2021-03-10")),
        ("from late May 2019 to 3 June 2020", ("2019-05-01", "2020-06-03")),
        ("from 1 May 2020 until now", ("2020-05-01", "2021-03-15")),
        ("in the first three months of 2020", ("2020-01-01", "2020-03-31")),
        ("in the first two weeks of March", ("2021-03-01", "2021-03-14")),
    ],
)
def test_two_ends_of_a_range_know_the_whole(text: str, whole: tuple[str, str]) -> None:
    assert [mention.whole for mention in find_dates(text, PUBLISHED)] == [days(*whole)] * 2


@pytest.mark.parametrize("text", ["in 2011 and 2013", "between 2013 and 2011", "from 2013 and 2015", "of 2011 to 2013"])
def test_two_times_side_by_side_are_no_range(text: str) -> None:
    assert [mention.whole for mention in find_dates(text, PUBLISHED)] == [None, None]


@pytest.mark.parametrize(
    "text", ["The storm hit at 6 a.m. on 3 March", "On 3 March, the storm hit at 6 a.m.", "at 6 a.m. March 3"]
)
def test_a_time_of_the_day_lies_in_the_day_named_beside_it(text: str) -> None:
    [clock] = [mention for mention in find_dates(text, PUBLISHED) if mention.clock]

    assert (clock.clock, clock.within or (clock.first, clock.last)) == (time(6), days("2021-03-03", "2021-03-03"))
