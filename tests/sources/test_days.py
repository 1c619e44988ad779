from datetime import date

import pytest

from clearway.sources.days import day_in, day_in_name

THAT_DAY = date(2020, 2, 8)


@pytest.mark.parametrize(
    "words",
    [
        "2020-02-08",
        "2020-02-08T19:10:00+00:00",
        "2020/02/08",
        "8 February 2020",
        "Saturday, 8 February 2020",
        "8th of February, 2020",
        "08-Feb-2020",
        "8 FEB. 2020",
        "February 8, 2020",
        "Feb. 8th 2020",
        "08.02.2020",
    ],
)
def test_a_day_is_read_in_the_ways_that_reports_write_it(words: str) -> None:
    assert day_in(words) == THAT_DAY


@pytest.mark.parametrize(("words", "day"), [("18/02/2020", date(2020, 2, 18)), ("02/18/2020", date(2020, 2, 18))])
def test_a_day_in_numbers_is_read_where_only_one_can_be_meant(words: str, day: date) -> None:
    assert day_in(words) == day


@pytest.mark.parametrize("words", ["02/03/2020", "31 February 2020", "2020-13-40", "February 2020", "8 February", "no"])
def test_what_is_no_certain_day_is_none(words: str) -> None:
    assert day_in(words) is None


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("town-2020-02-08.txt", THAT_DAY),
        ("20200208_update.pdf", THAT_DAY),
        ("update 2020.02.08.docx", THAT_DAY),
        ("no-12345678901.txt", None),
        ("report-7.txt", None),
        ("20209999.txt", None),
    ],
)
def test_a_file_name_can_hold_a_day(name: str, day: date | None) -> None:
    assert day_in_name(name) == day
