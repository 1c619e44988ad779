"""What a share or a part is of."""

import pytest
from tests.claims.reading import claims

from clearway.model import Whole


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Half of all the clinics in the valley are functioning.", "all the clinics in the valley", None),
        ("The storm killed 120 people, about 60 percent of them children.", "120 people", 120),
        ("The town is home to 9,000 people, half of them already displaced.", "9,000 people", 9000),
    ],
)
def test_a_share_keeps_the_words_of_its_whole(text: str, words: str, value: int | None) -> None:
    wholes = [claim.figure.whole for claim in claims(text) if claim.figure and claim.figure.unit == "percent"]
    assert [(whole.words, whole.value) for whole in wholes if isinstance(whole, Whole)] == [(words, value)]
