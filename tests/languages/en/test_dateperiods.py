"""Weeks, months and years seen from publication, quarters, halves, decades and what is told without its number."""

from datetime import date

import pytest

from clearway.languages.en.dates import find_dates
from clearway.languages.mentions import DateMention
from clearway.model import Precision

PUBLISHED = date(2021, 3, 15)  # a Monday


def only(text: str, published: date | None = PUBLISHED) -> DateMention:
    """The one time of a text."""
    [mention] = find_dates(text, published)
    return mention


def days(first: str, last: str) -> tuple[date, date]:
    """Two days, written in ISO form."""
    return date.fromisoformat(first), date.fromisoformat(last)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("the first half of 2020", "2020-01-01", "2020-06-30"),
        ("the second half of last year", "2020-07-01", "2020-12-31"),
        ("the first half of February", "2021-02-01", "2021-02-15"),
        ("the last half of February 2020", "2020-02-16", "2020-02-29"),
        ("the second half of the 1990s", "1995-01-01", "1999-12-31"),
        ("the 2019 third quarter", "2019-07-01", "2019-09-30"),
        ("last year's third quarter", "2020-07-01", "2020-09-30"),
        ("Q2 2019", "2019-04-01", "2019-06-30"),
        ("the last quarter of 2020", "2020-10-01", "2020-12-31"),
        ("the fourth quarter", "2020-10-01", "2020-12-31"),
        ("it will open in the fourth quarter", "2021-10-01", "2021-12-31"),
        ("losses are expected to rise in the fourth quarter", "2021-10-01", "2021-12-31"),
        ("the nineties", "1990-01-01", "1999-12-31"),
        ("the '80s", "1980-01-01", "1989-12-31"),
        ("the 1960s", "1960-01-01", "1969-12-31"),
        ("the 20th century", "1900-01-01", "1999-12-31"),
        ("this decade", "2020-01-01", "2029-12-31"),
        ("this past weekend", "2021-03-13", "2021-03-14"),
    ],
)
def test_a_period_of_its_own_name_has_its_days(text: str, first: str, last: str) -> None:
    mention = only(text)

    assert (mention.first, mention.last, mention.precision) == (*days(first, last), Precision.SPAN)


@pytest.mark.parametrize(
    ("text", "within"),
    [
        ("by the end of the year", ("2021-01-01", "2021-12-31")),
        ("by year's end", ("2021-01-01", "2021-12-31")),
        ("later in the week", ("2021-03-15", "2021-03-21")),
        ("in the year", ("2021-01-01", "2021-12-31")),
        ("the current fiscal year", ("2021-01-01", "2021-12-31")),
        ("over the summer", ("2021-01-01", "2021-12-31")),
        ("the winter of 2019", ("2019-01-01", "2019-12-31")),
        ("the late 1970s", ("1970-01-01", "1979-12-31")),
        ("the latest quarter", ("2020-10-01", "2020-12-31")),
        ("the year-ago period", ("2020-01-01", "2020-12-31")),
    ],
)
def test_what_fixes_no_days_lies_within_others(text: str, within: tuple[str, str]) -> None:
    mention = only(text)

    assert (mention.first, mention.within) == (None, days(*within))


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("since the start of the year", "2021-01-01"),
        ("since the beginning of 2019", "2019-01-01"),
        ("since the beginning of March", "2021-03-01"),
        ("so far this month", "2021-03-01"),
    ],
)
def test_since_the_beginning_runs_from_the_first_day(text: str, first: str) -> None:
    mention = only(text)

    assert (mention.first, mention.last, mention.relation) == (*days(first, "2021-03-15"), "since")


def test_so_far_is_no_part_of_the_mention() -> None:
    mention = only("so far this year")

    assert (mention.start, mention.end) == (7, 16)


@pytest.mark.parametrize("text", ["the third-quarter loss", "third-quarter losses"])
def test_the_article_of_a_noun_is_no_part_of_the_quarter(text: str) -> None:
    mention = only(text)

    assert text[mention.start : mention.end] == "third-quarter"


@pytest.mark.parametrize(
    "text", ["the period", "the week of talks", "the year of the flood", "the day", "the year before it"]
)
def test_a_bare_noun_that_is_told_otherwise_is_no_time(text: str) -> None:
    assert find_dates(text, PUBLISHED) == []


def test_a_quarter_that_ended_on_a_day_has_its_days() -> None:
    mention, _ = find_dates("the quarter ended 31 January", PUBLISHED)

    assert (mention.first, mention.last, mention.relation) == (*days("2020-11-01", "2021-01-31"), "on")
