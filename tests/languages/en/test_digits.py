"""Numbers in digits, where they end and what they are."""

import pytest

from clearway.languages.en.digits import digits_at
from clearway.languages.en.quantities import find_quantities


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12 homes", (12, 2, False)),
        ("816 000 people", (816_000, 7, False)),
        ("1'250'000 people", (1_250_000, 9, False)),
        ("2, 761 deaths", (2_761, 6, False)),
        ("2, 761 and", (2, 1, False)),
        ("5, 120 injured", (5, 1, False)),
        ("3.500 families", (3_500, 5, False)),
        ("3.500 tonnes", (3_500, 5, False)),
        ("3.500 metres", (3.5, 5, False)),
        ("2½ years", (2.5, 2, True)),
        ("2 1/2 years", (2.5, 5, True)),
        ("2 3/2020", (2, 1, False)),
        ("12:30", None),
    ],
)
def test_a_number_ends_where_its_digits_and_fractions_do(text: str, expected: tuple[float, int, bool] | None) -> None:
    assert digits_at(text, 0) == expected


@pytest.mark.parametrize("before", ["may", "camp"])
def test_a_name_or_a_day_lends_no_group_of_digits(before: str) -> None:
    text = f"{before} 2, 300 people"
    assert digits_at(text, len(before) + 1) == (2, len(before) + 2, False)


def test_cells_of_a_table_are_numbers_of_their_own() -> None:
    assert [quantity.value for quantity in find_quantities("Teso 286 512 42 0")] == [286, 512, 42, 0]
