from itertools import pairwise
from math import ceil

import numpy as np
import pytest
from tests.corridors.valley import PLACES, leg, planner

from clearway.corridors.lying import kilometres


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


def test_the_points_of_a_leg_stand_for_equal_parts_of_it_and_lie_in_their_middles() -> None:
    lie, network = planner().lie, planner().network
    for number in range(len(network.legs)):
        mine = lie.leg == number
        assert lie.km[mine].sum() == pytest.approx(lie.length[number])
        line = network.shape_of(number)
        steps = [kilometres((a[1], a[0]), (b[1], b[0])) for a, b in pairwise(line.tolist())]
        pieces = max(1, ceil(sum(steps)))
        assert mine.sum() == pieces
        far = np.concatenate([[0], np.cumsum(steps)])
        middles = (np.arange(pieces) + 0.5) * far[-1] / pieces
        lat = np.degrees(np.arcsin(lie.spots[mine, 2]))
        assert lat == pytest.approx(np.interp(middles, far, line[:, 1]))
