"""Days."""

from datetime import date

import pytest

from clearway.model import Period


def test_a_period_may_be_one_day() -> None:
    day = date(2023, 5, 10)
    assert (Period(first=day, last=day).first, Period(first=day, last=day).last) == (day, day)


def test_a_period_does_not_end_before_it_starts() -> None:
    with pytest.raises(ValueError, match="a period ends on 2023-05-09, before it starts on 2023-05-10"):
        Period(first=date(2023, 5, 10), last=date(2023, 5, 9))
