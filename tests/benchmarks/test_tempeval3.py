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
