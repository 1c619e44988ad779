"""Reports and what may be given of them."""

from dataclasses import replace
from datetime import date

import pytest

from clearway.model import MayRedistribute, Report

REPORT = Report(text="Rain fell.", document="a.txt", sha256="0" * 64, published=date(2023, 5, 10))


@pytest.mark.parametrize(
    "change",
    [
        {"text": "Snow fell."},
        {"publisher": "Wire"},
        {"url": "https://a.example"},
        {"published": None},
        {"title": "Rain"},
    ],
)
def test_another_text_or_publication_is_another_report(change: dict[str, object]) -> None:
    assert replace(REPORT, id="", **change).id != REPORT.id  # type: ignore[arg-type]  # one field each


@pytest.mark.parametrize(
    "change", [{"document": "b.txt"}, {"retrieved": date(2023, 6, 1)}, {"notes": ("odd",)}, {"language": "en"}]
)
def test_how_a_report_came_in_is_no_part_of_its_id(change: dict[str, object]) -> None:
    assert replace(REPORT, id="", **change).id == REPORT.id  # type: ignore[arg-type]  # one field each


def test_words_are_quoted_only_where_redistribution_allows_it() -> None:
    assert [choice for choice in MayRedistribute if choice.allows_quotes] == [
        MayRedistribute.QUOTE,
        MayRedistribute.FULL,
    ]


def test_a_report_is_for_deriving_only_unless_said() -> None:
    assert REPORT.may_redistribute is MayRedistribute.DERIVED
