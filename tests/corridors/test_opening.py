from datetime import datetime

import pytest

from clearway.corridors.opening import hours_of

MONDAY = "2021-05-10"


@pytest.mark.parametrize(
    ("text", "at", "wait"),
    [
        ("08:00-16:00", "2021-05-10T07:15", 45),
        ("08:00-16:00", "2021-05-10T08:00", 0),
        ("08:00-16:00", "2021-05-10T16:00", 16 * 60),
        ("08:00 to 16:00", "2021-05-10T15:59", 0),
        ("08:00-11:00,13:00-16:00", "2021-05-10T11:30", 90),
        ("22:00-04:00", "2021-05-10T01:00", 0),
        ("22:00-04:00", "2021-05-10T05:00", 17 * 60),
        ("Mo-Fr 08:00-16:00", "2021-05-15T09:00", 47 * 60),
        ("Mo-Fr 08:00-16:00; Sa 09:00-12:00", "2021-05-15T09:00", 0),
        ("Fr-Mo 08:00-16:00", "2021-05-11T16:00", 64 * 60),
        ("24/7", "2021-05-15T03:00", 0),
        ("Mo-Su 06:00-18:00; Fr off", "2021-05-14T07:00", 23 * 60),
        ("off", "2021-05-10T09:00", None),
    ],
)
def test_one_waits_until_it_opens(text: str, at: str, wait: int | None) -> None:
    hours = hours_of(text)
    assert hours is not None
    assert hours.wait(datetime.fromisoformat(at)) == wait


@pytest.mark.parametrize("text", ["sunrise-sunset", "PH off", "8 to 4", "25:00-26:00", "08:70-09:00", "by appointment"])
def test_hours_that_cannot_be_read_are_none(text: str) -> None:
    assert hours_of(text) is None


def test_always_and_never() -> None:
    always, never = hours_of("24/7"), hours_of("closed")
    assert always is not None
    assert always.always
    assert never is not None
    assert never.never
