"""Places in a list of figures with a place each, and places that only say where another one lies."""

import pytest
from tests.claims.reading import claims, value_of


def placed(text: str) -> list[tuple[object, list[str]]]:
    """Value and places of each claim."""
    return [(value_of(claim), [place.name for place in claim.places]) for claim in claims(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Nine people died in Beira and 15 in Nampula.", [(9, ["Beira"]), (15, ["Nampula"])]),
        (
            "Four ambushes were recorded, one in Unity, one in Jonglei and two in Lakes.",
            [(4, []), (1, ["Unity"]), (1, ["Jonglei"]), (2, ["Lakes"])],
        ),
        (
            "Some 900 people from Sofala and dozens in neighbouring Manica were affected.",
            [(900, ["Sofala"]), ("dozens", ["Manica"])],
        ),
        ("Nine people, including two in Beira, died in Mozambique.", [(9, ["Mozambique"]), (2, ["Beira"])]),
    ],
)
def test_each_figure_of_a_list_keeps_its_own_place(text: str, found: list[tuple[object, list[str]]]) -> None:
    assert placed(text) == found


def test_a_distance_from_another_place_is_no_second_place() -> None:
    assert placed("Five people died in Dondo, 30 km north of Beira.") == [(5, ["Dondo"])]
