"""Days, months and years of the calendar: which order, which year, which week."""

from datetime import date, time

import pytest

from clearway.languages.en.datereaders import year_number
from clearway.languages.en.dates import find_dates
from clearway.languages.mentions import DateMention
from clearway.model import Precision

PUBLISHED = date(2021, 3, 15)  # a Monday


def first(text: str, published: date | None = PUBLISHED) -> DateMention:
    """The first time of a text."""
    return find_dates(text, published)[0]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("01/03/2021", "2021-03-01"),
        ("12-03-2021", "2021-03-12"),
        ("12.03.2021", "2021-03-12"),
        ("3/14/21", "2021-03-14"),
        ("03/01/2021 and 02/28/2021", "2021-03-01"),
        ("03/01/2021 and 28/02/2021", "2021-01-03"),
        ("03/12/2021", "2021-03-12"),
        ("03/12/2020", "2020-12-03"),
    ],
)
def test_the_day_stands_first_unless_other_dates_or_publication_tell_otherwise(text: str, day: str) -> None:
    mention = first(text)

    assert (mention.first, mention.last) == (date.fromisoformat(day), date.fromisoformat(day))


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("in April", "2021-04-01"),
        ("in May", "2021-05-01"),
        ("in June", "2020-06-01"),
        ("In May, 400 people were killed", "2020-05-01"),
        ("no aid has crossed since May", "2020-05-01"),
        ("last May", "2020-05-01"),
        ("the harvest will start in June", "2021-06-01"),
        ("by May", "2021-05-01"),
        ("holders, who approved the plan last April, will be paid", "2020-04-01"),
    ],
)
def test_a_month_soon_to_come_is_meant_unless_words_point_back(text: str, month: str) -> None:
    assert first(text).first == date.fromisoformat(month)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("3, 4 and 5 March", ("2021-03-03", "2021-03-05")),
        ("the 3rd to the 9th of March", ("2021-03-03", "2021-03-09")),
        ("from 29 June 2017 to 31 January 2018", ("2017-06-29", "2018-01-31")),
        ("December 1, 2020 to February 17, 2021", ("2020-12-01", "2021-02-17")),
        ("Monday 1 March to Friday 5 March", ("2021-03-01", "2021-03-05")),
        ("the first week of October 2020", ("2020-10-01", "2020-10-07")),
        ("the last week of February", ("2021-02-22", "2021-02-28")),
    ],
)
def test_days_and_weeks_of_a_month_are_a_span(text: str, days: tuple[str, str]) -> None:
    mention = first(text)

    assert (mention.first, mention.last, mention.precision) == (*map(date.fromisoformat, days), Precision.SPAN)


@pytest.mark.parametrize(
    ("text", "monday"),
    [
        ("in epi week 8", "2021-02-22"),
        ("epidemiological week 40", "2020-09-28"),
        ("week 40 of 2019", "2019-09-30"),
    ],
)
def test_a_week_has_a_number_in_its_year(text: str, monday: str) -> None:
    mention = first(text)

    assert (mention.first, mention.precision) == (date.fromisoformat(monday), Precision.WEEK)


@pytest.mark.parametrize("text", ["week 40", "epi week 54 of 2020"])
def test_a_week_without_a_year_or_beyond_it_fixes_no_days(text: str) -> None:
    assert [mention.first for mention in find_dates(text, PUBLISHED) if mention.precision is Precision.WEEK] in (
        [],
        [None],
    )


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("on Christmas Day", "2020-12-25"),
        ("on New Year's Eve", "2020-12-31"),
        ("on Thanksgiving", "2020-11-26"),
        ("it will close on Christmas Eve", "2021-12-24"),
        ("last Christmas", "2020-12-25"),
    ],
)
def test_a_feast_on_a_fixed_day_is_that_day(text: str, day: str) -> None:
    assert first(text).first == date.fromisoformat(day)


@pytest.mark.parametrize("text", ["during Ramadan", "on Eid", "christmas", "Christmas lights"])
def test_a_feast_of_the_moon_or_only_a_name_is_not_reckoned(text: str) -> None:
    assert find_dates(text, PUBLISHED) == []


@pytest.mark.parametrize(
    ("text", "clock", "day"),
    [
        ("at 5:30 am Sunday", time(5, 30), "2021-03-14"),
        ("until 5 p.m. GMT, March 20", time(17), "2021-03-20"),
        ("at noon Saturday", time(12), "2021-03-13"),
        ("at 12 a.m. yesterday", time(0), "2021-03-14"),
        ("by midnight", time(0), None),
        ("at 2 a.m. Sunday morning", time(2), "2021-03-14"),
        ("at 10:45AM, August 25, 2015", time(10, 45), "2015-08-25"),
        ("at 10:30 p.m. Sunday, August 31, 2014", time(22, 30), "2014-08-31"),
    ],
)
def test_a_time_of_the_day_has_the_day_behind_it(text: str, clock: time, day: str | None) -> None:
    mention = first(text)

    assert (mention.clock, mention.first) == (clock, date.fromisoformat(day) if day else None)


@pytest.mark.parametrize("text", ["High Noon", "Jan Kavan spoke", "March 12 killed 30", "on the 8th"])
def test_what_only_looks_like_a_time_is_none(text: str) -> None:
    assert [mention.first for mention in find_dates(text, PUBLISHED) if mention.precision is Precision.DAY] == []


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("on March 7 killed 20", 10),
        ("8 March (Monday)", 16),
        ("last Oct. 23", 12),
        ("Mar. 3", 6),
        ("a Friday (May 1)", 8),
    ],
)
def test_the_mention_holds_all_of_the_day(text: str, end: int) -> None:
    assert first(text).end == end


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("on Sunday 26 April", "2020-04-26"),
        ("on Monday 26 April", "2021-04-26"),
        ("on Tuesday 19 December", "2017-12-19"),
        ("talks will be held on Friday 26 March", "2021-03-26"),
        ("talks will be held on Thursday, May 19", "2022-05-19"),
        ("it hit on Friday, 12 March", "2021-03-12"),
    ],
)
def test_a_weekday_beside_a_day_tells_the_year(text: str, day: str) -> None:
    assert first(text).first == date.fromisoformat(day)


def test_the_article_before_a_day_in_figures_is_that_of_its_noun() -> None:
    assert first("the 3 March attack").start == 4


def test_a_term_that_has_just_run_out_is_not_moved_to_the_next_year() -> None:
    assert first("the child must be returned by March 14").first == date(2021, 3, 14)


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("As of 14:00 on 12 March", "as of"),
        ("as of 12:00 (local time) on 3 March", "as of"),
        ("at 14:00 on 12 March", "on"),
    ],
)
def test_a_time_of_the_day_may_stand_behind_as_of(text: str, relation: str) -> None:
    assert find_dates(text, PUBLISHED)[-1].relation == relation


@pytest.mark.parametrize(
    ("written", "year"),
    [("1996", 1996), ("nineteen ninety-six", 1996), ("twenty twenty", 2020), ("two thousand and three", 2003)],
)
def test_a_year_may_be_written_as_it_is_said(written: str, year: int) -> None:
    assert year_number(written) == year
