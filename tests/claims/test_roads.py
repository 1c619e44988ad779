"""The two ends of a road."""

import pytest
from tests.claims.reading import claims


def places(text: str) -> list[str]:
    """The places of the first claim."""
    return [place.name for place in claims(text)[0].places]


@pytest.mark.parametrize(
    "text",
    [
        "The road between Garowe and Bosaso is impassable.",
        "The road from Garowe to Bosaso is impassable.",
        "Floods cut the road linking Garowe with Bosaso.",
        "Engineers reopened the road connecting Garowe and Bosaso.",
        "Floods cut the road that connects Garowe to Bosaso.",
        "Nine traders were killed on the road between Garowe and Bosaso.",
        "The bridge between Garowe and Bosaso was destroyed.",
    ],
)
def test_the_places_of_a_road_without_a_name_are_its_ends(text: str) -> None:
    assert places(text) == ["Garowe", "Bosaso"]


@pytest.mark.parametrize(
    "text",
    [
        "Floods cut the A3 highway linking Garowe with Bosaso.",
        "The A3 highway, which connects Garowe and Bosaso, is closed.",
        "The A3 highway between Garowe and Bosaso is closed.",
        "The A3 highway from Garowe to Bosaso is closed.",
    ],
)
def test_a_road_with_a_name_is_its_own_place(text: str) -> None:
    assert places(text) == ["A3 highway"]


def test_those_between_whom_something_happens_are_no_ends_of_a_road() -> None:
    assert places("Nine traders were killed in Garowe in clashes between Sudan and Chad.") == ["Garowe"]
