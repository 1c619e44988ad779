"""Numbers that are said of a subject."""

import pytest
from tests.desk import parser

from clearway.claims.counted import counted_in


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("The average price was 23.", "average price"),
        ("The number of patients reached 75.", "number of patients"),
        ("The number of raids fell to 12.", "number of raids"),
        ("Bread prices rose by 12 percent.", "Bread prices"),
        ("We saw the price index, which rose to 16 percent.", "price index"),
        ("There was a 7 percent rise in rents.", "rents"),
        ("They told of a 7 percent increase.", None),
        ("It was 23.", None),
    ],
)
def test_a_number_alone_counts_its_subject(text: str, unit: str | None) -> None:
    [counted] = counted_in(text, parser())

    assert (text[slice(*counted.unit)] if counted.unit else None) == unit
