"""Boxes on the map."""

import pytest

from clearway.model import Box


def box(west: float, south: float, east: float, north: float) -> Box:
    return Box(west=west, south=south, east=east, north=north)


def test_a_box_over_the_date_line_has_a_part_on_each_side() -> None:
    assert box(170, -20, -170, -10).parts == (box(170, -20, 180, -10), box(-180, -20, -170, -10))
    assert box(10, -20, 20, -10).parts == (box(10, -20, 20, -10),)


@pytest.mark.parametrize("bounds", [(0, 10, 1, 5), (0, 0, 181, 1), (0, -91, 1, 0), (0, 0, float("nan"), 1)])
def test_what_is_not_on_the_globe_is_no_box(bounds: tuple[float, float, float, float]) -> None:
    with pytest.raises(ValueError, match="go from"):
        box(*bounds)
