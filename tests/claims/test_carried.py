"""Numbers without a noun of their own, and what they count all the same."""

import pytest
from tests.desk import parser

from clearway.claims.counted import counted_in


def units(text: str) -> list[tuple[str, str | None]]:
    """Each number with what it counts, as words."""
    return [
        (
            text[found.quantity.number_start : found.quantity.number_end],
            text[slice(*found.unit)] if found.unit else None,
        )
        for found in counted_in(text, parser())
    ]


def test_numbers_of_a_list_share_the_noun_behind_the_last() -> None:
    assert units("Rations fell from 3 to 2 meals.") == [("3", "meals"), ("2", "meals")]


def test_a_share_without_a_noun_is_of_the_whole_of_the_share_before_it() -> None:
    found = units("Some 40% of the traders closed their stalls and 15% left the town. Another 8% sold their goats.")

    assert found == [("40%", "traders"), ("15%", "traders"), ("8%", "traders")]


def test_a_share_in_brackets_behind_a_thing_is_no_share_of_the_whole_before_it() -> None:
    found = units("Some 40% of the traders came back by lorry (12%).")

    assert found == [("40%", "traders"), ("12%", None)]


def test_numbers_are_parts_of_what_the_sentence_opens_with() -> None:
    found = units("Of the new patients, 12 came from Lango and 9 came from Teso.")

    assert found == [("12", "new patients"), ("9", "new patients")]


def test_an_opening_that_is_no_whole_lends_nothing() -> None:
    assert units("On the other hand, 60% agreed.") == [("60%", None)]


def test_parts_told_by_area_count_what_the_whole_counts() -> None:
    found = units("There were 18 cases of measles in three wards (Lango – 7, Teso – 8 and Kumi – 3).")

    assert [unit for _, unit in found] == ["cases of measles", "wards"] + ["cases of measles"] * 3


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("It was highest among displaced households (63 percent).", "displaced households"),
        ("It was asked of the surveyed teachers (n=226).", "surveyed teachers"),
    ],
)
def test_a_number_in_brackets_counts_the_people_before_it(text: str, unit: str) -> None:
    assert [counted for _, counted in units(text)] == [unit]
