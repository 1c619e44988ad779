from pathlib import Path

import pytest

from clearway.model import Figure, Measure, Quantifier
from clearway.picture.hedges import HEDGES, VAGUE, alike, extent, rounded

NOTES = Path(__file__).parents[2] / "docs" / "notes" / "picture.md"

Q = Quantifier


def shown(figure: Figure) -> tuple[object, object, object]:
    known = extent(figure)
    return (known.low and known.low.value, known.best and known.best.value, known.high and known.high.value)


@pytest.mark.parametrize(
    ("figure", "expected"),
    [
        (Figure(value=300), (300, 300, 300)),
        (Figure(value=300, quantifier=Q.APPROXIMATELY), (270, 300, 330)),
        (Figure(value=299, quantifier=Q.APPROXIMATELY), (269, 299, 329)),
        (Figure(value=1_000_000, quantifier=Q.ALMOST), (None, 1_000_000, 1_000_000)),
        (Figure(value=100, quantifier=Q.LESS_THAN), (None, 100, 100)),
        (Figure(value=80, quantifier=Q.MORE_THAN), (80, 80, None)),
        (Figure(low=5, high=10, quantifier=Q.RANGE), (5, None, 10)),
        (Figure(quantifier=Q.DOZENS), (12, None, None)),
        (Figure(quantifier=Q.HUNDREDS), (100, None, None)),
        (Figure(value=93, quantifier=Q.APPROXIMATELY, unit="percent", measure=Measure.SHARE), (88, 93, 98)),
        (Figure(value=5, quantifier=Q.APPROXIMATELY, unit="percent", measure=Measure.SHARE), (4.5, 5, 5.5)),
        (Figure(value=98, quantifier=Q.APPROXIMATELY, unit="percent", measure=Measure.SHARE), (93, 98, 100)),
        (Figure(value=2.5, quantifier=Q.APPROXIMATELY, unit="tonne"), (2.25, 2.5, 2.75)),
    ],
)
def test_a_hedge_becomes_the_bounds_of_the_table(figure: Figure, expected: tuple[object, object, object]) -> None:
    assert shown(figure) == expected


def test_only_what_the_words_state_counts_as_stated() -> None:
    known = extent(Figure(value=300, quantifier=Q.APPROXIMATELY))
    assert [end and end.stated for end in (known.low, known.best, known.high)] == [False, True, False]
    assert known.low is not None
    assert known.low.how == "about 300, give or take a tenth"


@pytest.mark.parametrize("quantifier", list(Q))
def test_every_quantifier_is_in_the_table_or_a_range(quantifier: Quantifier) -> None:
    assert quantifier in HEDGES or quantifier in VAGUE or quantifier is Q.RANGE


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (Figure(value=299), Figure(value=300, quantifier=Q.APPROXIMATELY), True),
        (Figure(value=299), Figure(value=300), True),
        (Figure(value=299), Figure(value=298), False),
        (Figure(value=250), Figure(value=300, quantifier=Q.APPROXIMATELY), False),
        (Figure(value=81), Figure(value=80, quantifier=Q.MORE_THAN), True),
        (Figure(value=30), Figure(quantifier=Q.DOZENS), True),
        (Figure(value=5), Figure(value=1_000_000, quantifier=Q.ALMOST), False),
        (Figure(value=948_000), Figure(value=900_000), False),
    ],
)
def test_wordings_of_one_number_are_told_from_two_numbers(one: Figure, other: Figure, expected: bool) -> None:
    assert (alike(one, other), alike(other, one)) == (expected, expected)


def test_the_hedged_wording_is_the_rougher_one() -> None:
    assert rounded(Figure(value=300, quantifier=Q.APPROXIMATELY), Figure(value=299))
    assert not rounded(Figure(value=299), Figure(value=300, quantifier=Q.APPROXIMATELY))


@pytest.mark.parametrize("quantifier", [*HEDGES, *VAGUE])
def test_the_notes_hold_every_row_of_the_table(quantifier: Quantifier) -> None:
    meaning = HEDGES[quantifier].meaning if quantifier in HEDGES else f"at least {VAGUE[quantifier].least:,}"
    assert f"| `{quantifier}` | {meaning} |" in NOTES.read_text(encoding="utf-8")
