"""What numbers count, and what is said of it."""

import pytest
from tests.desk import parser

from clearway.claims.counted import counted_in


def told(text: str) -> list[tuple[str, str | None, str | None]]:
    """Each number with what it counts and what is said of that, as words."""
    return [
        (
            text[found.quantity.number_start : found.quantity.number_end],
            text[slice(*found.unit)] if found.unit else None,
            text[slice(*found.event)] if found.event else None,
        )
        for found in counted_in(text, parser())
    ]


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("About 40 new clinics opened in May.", "40", "new clinics"),
        ("Some 60% of the returnees lack water.", "60%", "returnees"),
        ("They planted 30 hectares of wheat.", "30", "hectares of wheat"),
        ("It costs USD 45 a month.", "45", "USD"),
        ("There are 3 doctors per district.", "3", "doctors per district"),
        ("Half of them are teachers and nurses.", "Half", "teachers and nurses"),
        ("It costs US$ 45.", "45", "US$"),
        ("They kept a three-year plan.", "three", "year"),
        ("Men are five times likelier to own land.", "five", "times"),
        ("The price went up 5 percent m-o-m.", "5 percent", "m-o-m"),
    ],
)
def test_a_number_counts_its_noun(text: str, number: str, unit: str) -> None:
    assert [(one, counted) for one, counted, _ in told(text)] == [(number, unit)]


def test_those_in_a_state_are_counted_by_it() -> None:
    assert [unit for _, unit, _ in told("They counted 70 victims (12 deaths and 58 injured).")] == [
        "victims",
        "deaths",
        "injured",
    ]


def test_a_number_without_a_noun_counts_what_the_one_before_it_counted() -> None:
    assert [unit for _, unit, _ in told("In Zwara 40 boats sank and 12 were saved.")] == ["boats", "boats"]


def test_a_number_in_brackets_says_what_its_sentence_says() -> None:
    found = told("The centre reached 900 children (500 girls) with lessons.")

    assert [(number, unit) for number, unit, _ in found] == [("900", "children"), ("500", "girls")]
    assert found[0][2] == found[1][2]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Nine traders drowned off Zwara.", "drowned off Zwara"),
        ("The flood left 50 families homeless.", "left 50 families homeless"),
        ("300 houses damaged by the storm were counted.", "damaged by the storm"),
    ],
)
def test_the_event_is_the_clause_that_the_number_stands_in(text: str, event: str) -> None:
    assert [said for _, _, said in told(text)] == [event]


def test_a_text_without_numbers_counts_nothing() -> None:
    assert told("Nobody was hurt.") == []
