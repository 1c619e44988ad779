"""How days are written in TimeML's way."""

from datetime import date
from pathlib import Path

import pytest
from benchmarks.tempeval3 import document, value

from clearway.languages.en.dates import find_dates

MONDAY = date(2021, 3, 15)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on 3 May 2020", "2020-05-03"),
        ("last week", "2021-W10"),
        ("last year", "2020"),
        ("in March 2019", "2019-03"),
        ("over the past three days", "P3D"),
        ("in the 1990s", "199"),
        ("last summer", "2020-SU"),
        ("yesterday", "2021-03-14"),
        ("Sunday night", "2021-03-14TNI"),
        ("a year earlier", "2020"),
        ("now", "PRESENT_REF"),
        ("recently", "PAST_REF"),
        ("in the near future", "FUTURE_REF"),
        ("in recent weeks", "PXW"),
        ("every two weeks", "P2W"),
        ("daily", "P1D"),
        ("each Thursday", "XXXX-WXX-4"),
        ("every July", "XXXX-07"),
        ("for two decades", "P20Y"),
        ("for a fortnight or more", "P2W"),
        ("for half an hour", "PT30M"),
        ("for 2 1/2 years", "P2Y6M"),
        ("a minute and a half", "PT1M30S"),
        ("for several hours", "PTXH"),
        ("the first half of 2020", "2020-H1"),
        ("the third quarter of 2020", "2020-Q3"),
        ("the 20th century", "19"),
        ("over the weekend", "2021-W10-WE"),
        ("at 5 p.m. Friday", "2021-03-12T17:00"),
    ],
)
def test_a_mention_is_written_as_a_value(text: str, expected: str) -> None:
    [mention] = find_dates(text, MONDAY)

    assert value(text, mention) == expected


def test_a_document_is_its_text_with_what_people_marked(tmp_path: Path) -> None:
    file = tmp_path / "one.tml"
    file.write_text(
        '<?xml version="1.0"?><TimeML><DCT><TIMEX3 tid="t0" value="2021-03-15"'
        ' functionInDocument="CREATION_TIME">15 March 2021</TIMEX3></DCT>'
        '<TEXT>Two left &amp; came <TIMEX3 tid="t1" value="2021-03-14">yesterday</TIMEX3>.</TEXT></TimeML>',
        "utf-8",
    )

    read = document(file)

    assert (read.text, read.published, read.known) == (
        "Two left & came yesterday.",
        MONDAY,
        {(16, 25): "2021-03-14"},
    )
