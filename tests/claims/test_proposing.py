"""Names of places that no gazetteer has."""

import pytest
from tests.claims.reading import last


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Some 300 people fled from Tolokwe to Ambusi.", ["Tolokwe", "Ambusi"]),
        ("People from Tolokwe have returned home.", ["Tolokwe"]),
        ("In Tolokwe district, 40 people were displaced.", ["Tolokwe district"]),
        ("Clashes broke out in Tolokwe. Tolokwe residents are missing.", []),
        ("Two people died in Tolokwe. Three more are missing from Tolokwe.", ["Tolokwe"]),
    ],
)
def test_a_name_is_a_place_where_the_words_say_so(text: str, names: list[str]) -> None:
    assert [place.name for place in last(text).places] == names
