import pytest
from tests.corridors.valley import PLACES, leg, planner


def test_a_circle_touches_the_legs_under_it_with_their_kilometres() -> None:
    found = planner().lie.within(PLACES["Alba"], 5)
    assert set(found) == {leg("Alba", "Berg"), leg("Alba", "Carn")}
    assert found[leg("Alba", "Berg")] == pytest.approx(5, abs=1)


def test_a_leg_under_two_circles_counts_once() -> None:
    lie = planner().lie
    one = lie.under([(PLACES["Berg"], 5)])
    assert lie.under([(PLACES["Berg"], 5), (PLACES["Berg"], 5)]) == one


def test_a_road_is_found_by_its_number_and_a_border_point_by_its_name() -> None:
    lie = planner().lie
    assert set(lie.along(["M9"])) == {leg("Alba", "Berg"), leg("Berg", "Dorn")}
    assert set(lie.along(["site drn"])) == {leg("Berg", "Dorn"), leg("Carn", "Dorn")}


def test_of_a_road_only_what_lies_between_two_places_is_meant() -> None:
    lie = planner().lie
    assert set(lie.between(PLACES["Alba"], PLACES["Berg"], lie.along(["M9"]))) == {leg("Alba", "Berg")}
