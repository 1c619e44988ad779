"""The place that "there" or "the town" points back to."""

import pytest
from tests.claims.reading import last


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Floods hit Dondo in Mozambique on Monday. Five people died there.", "Dondo"),
        ("Floods hit Beira on Monday. The entire city was without power.", "Beira"),
    ],
)
def test_a_pointer_means_the_finest_place_named_last(text: str, place: str) -> None:
    assert [found.name for found in last(text).places] == [place]
