import pytest
from hypothesis import given
from hypothesis import strategies as st

from clearway.places.geometry import centre, distance_km, holds, outer_points, shifted

SQUARE = [[(0.0, 0.0), (2.0, 0.0), (2.0, 2.0), (0.0, 2.0), (0.0, 0.0)]]
HOLE = [(0.5, 0.5), (1.5, 0.5), (1.5, 1.5), (0.5, 1.5), (0.5, 0.5)]
degrees = st.floats(-60, 60), st.floats(-179, 179)


def test_a_degree_of_latitude_is_111_kilometres() -> None:
    assert distance_km(0, 0, 1, 0) == pytest.approx(111.19, abs=0.01)


@given(*degrees, st.sampled_from([0, 45, 90, 135, 180, 225, 270, 315]), st.floats(1, 200))
def test_a_shift_moves_a_point_by_its_length(latitude: float, longitude: float, bearing: float, length: float) -> None:
    moved = shifted(latitude, longitude, bearing, length)
    assert distance_km(latitude, longitude, *moved) == pytest.approx(length, rel=0.05, abs=0.1)


@pytest.mark.parametrize(("latitude", "longitude", "inside"), [(1, 0.2, True), (1, 3, False), (-1, 1, False)])
def test_a_polygon_holds_what_lies_in_it(latitude: float, longitude: float, inside: bool) -> None:
    assert holds(SQUARE, latitude, longitude) is inside


def test_a_hole_is_outside() -> None:
    assert not holds([*SQUARE, HOLE], 1, 1)


def test_the_centre_of_points_across_the_date_line_lies_on_it() -> None:
    assert abs(centre([(0, 179), (0, -179)])[1]) == 180


def test_outer_points_lie_in_the_direction() -> None:
    points = [(0.0, 0.0), (1.0, 0.0), (2.0, 0.0), (3.0, 0.1), (-3.0, 0.0), (-2.0, 0.0), (-1.0, 0.0)]
    assert outer_points(points, 0) == [(2.0, 0.0), (3.0, 0.1)]


def test_no_points_have_no_outer_ones() -> None:
    assert outer_points([], 90) == []
