"""What digits and words come to."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clearway.languages.en.numbers import read_digits, read_words


@pytest.mark.parametrize("written", ["1.2.3", "12,34,5", "1,2345", "", "1-2", "9" * 40])
def test_other_digits_are_no_number(written: str) -> None:
    assert read_digits(written) is None


@given(st.integers(min_value=0, max_value=10**12))
def test_separators_do_not_change_a_number(number: int) -> None:
    assert read_digits(f"{number:,}") == number == read_digits(str(number))


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("nine", 9),
        ("ninety-nine", 99),
        ("seventyfour", 74),
        ("one thousand two hundred", 1200),
        ("two million three hundred thousand", 2_300_000),
        ("one and a half", 1.5),
    ],
)
def test_words_add_up(written: str, value: float) -> None:
    assert read_words(written) == value
