"""Days, months, years and lengths of time, seen from the publication date."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clearway.languages.en.dates import find_dates
from clearway.languages.mentions import DateMention
from clearway.model import Precision

PUBLISHED = date(2020, 2, 18)  # a Tuesday


def only(text: str, published: date | None = PUBLISHED) -> DateMention:
    """The one date of a text."""
    [mention] = find_dates(text, published)
    return mention


def days(first: str, last: str) -> tuple[date, date]:
    """Two days, written in ISO form."""
    return date.fromisoformat(first), date.fromisoformat(last)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("on 18 February 2020", "2020-02-18"),
        ("on February 17, 2020", "2020-02-17"),
        ("on Tuesday, February 11", "2020-02-11"),
        ("the 3rd of January", "2020-01-03"),
        ("on Feb. 3", "2020-02-03"),
        ("on 3 Feb", "2020-02-03"),
        ("on 2020-02-03", "2020-02-03"),
        ("on 03/02/2020", "2020-02-03"),
        ("on 02/23/2019", "2019-02-23"),
        ("on 3 September", "2019-09-03"),
        ("on 1 March", "2020-03-01"),
        ("on Tuesday", "2020-02-18"),
        ("on Monday", "2020-02-17"),
        ("on Wednesday", "2020-02-12"),
        ("last Tuesday", "2020-02-11"),
        ("next Friday", "2020-02-21"),
        ("talks will resume on Friday", "2020-02-21"),
        ("it will go on, he said on Friday", "2020-02-14"),
        ("today", "2020-02-18"),
        ("yesterday", "2020-02-17"),
        ("the day before yesterday", "2020-02-16"),
        ("last night", "2020-02-17"),
        ("three days ago", "2020-02-15"),
        ("exactly two weeks ago", "2020-02-04"),
    ],
)
def test_a_day_is_the_one_that_readers_of_that_day_understand(text: str, day: str) -> None:
    mention = only(text)
    assert (mention.first, mention.last, mention.precision) == (*days(day, day), Precision.DAY)


@pytest.mark.parametrize(
    ("text", "first", "last", "precision"),
    [
        ("last week", "2020-02-10", "2020-02-16", Precision.WEEK),
        ("this week", "2020-02-17", "2020-02-23", Precision.WEEK),
        ("the week of February 5", "2020-02-03", "2020-02-09", Precision.WEEK),
        ("two weeks ago", "2020-02-03", "2020-02-09", Precision.WEEK),
        ("last month", "2020-01-01", "2020-01-31", Precision.MONTH),
        ("in November", "2019-11-01", "2019-11-30", Precision.MONTH),
        ("in December 2018", "2018-12-01", "2018-12-31", Precision.MONTH),
        ("in May", "2019-05-01", "2019-05-31", Precision.MONTH),
        ("last year", "2019-01-01", "2019-12-31", Precision.YEAR),
        ("in 2013", "2013-01-01", "2013-12-31", Precision.YEAR),
        ("the 2018 deal", "2018-01-01", "2018-12-31", Precision.YEAR),
        ("almost nine years ago", "2011-01-01", "2011-12-31", Precision.YEAR),
        ("between 21 and 22 August", "2019-08-21", "2019-08-22", Precision.SPAN),
        ("from 3 to 5 January", "2020-01-03", "2020-01-05", Precision.SPAN),
        ("3-5 January", "2020-01-03", "2020-01-05", Precision.SPAN),
        ("from 28 December to 3 January", "2019-12-28", "2020-01-03", Precision.SPAN),
        ("between November 2018 and January 2019", "2018-11-01", "2019-01-31", Precision.SPAN),
        ("overnight", "2020-02-17", "2020-02-18", Precision.SPAN),
        ("at the weekend", "2020-02-15", "2020-02-16", Precision.SPAN),
        ("the third quarter of 2019", "2019-07-01", "2019-09-30", Precision.SPAN),
        ("the 1990s", "1990-01-01", "1999-12-31", Precision.SPAN),
    ],
)
def test_a_longer_time_runs_to_its_own_precision(text: str, first: str, last: str, precision: Precision) -> None:
    mention = only(text)
    assert (mention.first, mention.last, mention.precision) == (*days(first, last), precision)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("since January 1", "2020-01-01"),
        ("since December", "2019-12-01"),
        ("since 2011", "2011-01-01"),
        ("since Monday morning", "2020-02-17"),
        ("since the siege began in 2013", "2013-01-01"),
        ("since it broke out almost nine years ago", "2011-01-01"),
        ("so far this year", "2020-01-01"),
    ],
)
def test_since_runs_to_the_publication_date(text: str, first: str) -> None:
    mention = only(text)
    assert (mention.first, mention.last, mention.relation) == (*days(first, "2020-02-18"), "since")


def test_not_since_a_year_when_something_happened_names_that_year() -> None:
    mention = only("the worst since 1988, when homes were lost")
    assert (mention.first, mention.last, mention.relation) == (*days("1988-01-01", "1988-12-31"), "on")


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("in the past 48 hours", "2020-02-16"),
        ("over the past 24 hours", "2020-02-17"),
        ("over the last two weeks", "2020-02-04"),
        ("in the last week", "2020-02-11"),
        ("in the past three months", "2019-11-18"),
        ("for the past six years", "2014-02-18"),
        ("over two days", "2020-02-16"),
    ],
)
def test_the_past_units_run_back_from_publication(text: str, first: str) -> None:
    mention = only(text)
    assert (mention.first, mention.last, mention.relation) == (*days(first, "2020-02-18"), "past")


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("as of 16 January", "as of"),
        ("until 16 January", "until"),
        ("before 16 January", "before"),
        ("on 16 January", "on"),
    ],
)
def test_the_preposition_is_the_relation(text: str, relation: str) -> None:
    mention = only(text)
    assert (text[mention.start : mention.end], mention.relation) == ("16 January", relation)


@pytest.mark.parametrize(
    "text",
    ["in recent weeks", "a day earlier", "the same day", "the last few weeks", "late 2013", "early last year", "now"],
)
def test_vague_words_fix_no_days(text: str) -> None:
    mention = only(text)
    assert (mention.first, mention.last, mention.duration) == (None, None, False)


@pytest.mark.parametrize(
    ("text", "within"),
    [
        ("late 2013", ("2013-01-01", "2013-12-31")),
        ("in mid-November", ("2019-11-01", "2019-11-30")),
        ("early last year", ("2019-01-01", "2019-12-31")),
    ],
)
def test_part_of_a_time_lies_within_it(text: str, within: tuple[str, str]) -> None:
    assert only(text).within == days(*within)


@pytest.mark.parametrize(
    ("text", "amount", "unit"),
    [
        ("for three days", 3, "day"),
        ("a 48-hour truce", 48, "hour"),
        ("in three months", 3, "month"),
        ("a year and a half", 1.5, "year"),
    ],
)
def test_a_length_of_time_is_anchored_nowhere(text: str, amount: float, unit: str) -> None:
    mention = only(text)
    assert (mention.first, mention.duration, mention.amount, mention.unit) == (None, True, amount, unit)


@pytest.mark.parametrize(
    "text",
    [
        "they may go and march on",
        "2000 people",
        "2,013 homes",
        "a nine-year-old boy",
        "children aged 6 to 59 months",
        "three quarters of them",
        "$2013",
        "4.2019",
        "0020-13-45",
        "form 0031-02-03",
    ],
)
def test_words_and_counts_that_look_like_times_are_none(text: str) -> None:
    assert find_dates(text, PUBLISHED) == []


def test_without_a_publication_date_only_full_dates_are_fixed() -> None:
    text = "on 3 May 2019, in 2013, on Monday, since December, in the past two days"
    assert [mention.first for mention in find_dates(text, None)] == [
        date(2019, 5, 3),
        date(2013, 1, 1),
        None,
        None,
        None,
    ]


@pytest.mark.parametrize("published", [date.min, date.max])
def test_a_publication_date_at_the_edge_of_the_calendar_is_as_good_as_none(published: date) -> None:
    assert only("next week", published).first is None


def test_since_without_a_publication_date_has_no_last_day() -> None:
    mention = only("since 3 May 2019", None)
    assert (mention.first, mention.last) == (date(2019, 5, 3), None)


PIECES = [
    "12",
    "31",
    "2020",
    "0001",
    "0020-13-45",
    "May",
    "of",
    "-",
    "/",
    "to",
    "Monday",
    "the",
    "last",
    "two",
    "weeks",
    "ago",
    "since",
    "99999999",
    "hours",
    "past",
    "over",
    "\n",
    "İ",
    "earlier",
    "quarter",
    "year-ago",
    "period",
    "half of",
    "week",
    "ended",
    "every",
    "a.m.",
    "Christmas",
    "19th century",
    "1990s",
    "between",
    "and",
    "will",
]


@given(
    st.one_of(
        st.text(), st.lists(st.sampled_from(PIECES)).map(" ".join), st.lists(st.sampled_from(PIECES)).map("".join)
    ),
    st.one_of(st.none(), st.dates()),
)
def test_whatever_the_text_dates_are_in_order_and_inside_it(text: str, published: date | None) -> None:
    end = 0
    for mention in find_dates(text, published):
        assert end <= mention.start < mention.end <= len(text)
        assert mention.first is None or mention.last is None or mention.first <= mention.last
        end = mention.end


def test_a_long_run_of_digits_and_commas_is_no_time() -> None:
    assert find_dates("1," * 20_000, PUBLISHED) == []
