import pytest

from clearway.places.distances import told_km


@pytest.mark.parametrize(
    ("before", "direction", "kilometres"),
    [
        ("about 30 km ", "north of", 30.0),
        ("some 35 kilometres (22 miles) to the ", "northwest of", 35.0),
        ("2.5 miles ", "south of", 4.0),
        ("12km ", "east of the", 12.0),
        ("30 km ", "northern", None),
        ("30 people ", "north of", None),
        ("5 miles from ", None, 8.0),
        ("20 km outside the city of ", None, 20.0),
        ("20 km of road in ", None, None),
    ],
)
def test_a_distance_before_a_place_is_told(before: str, direction: str | None, kilometres: float | None) -> None:
    assert told_km(before, len(before), direction) == kilometres
