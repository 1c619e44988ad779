import numpy as np
import pytest

from clearway.corridors.graph import graph_of
from clearway.corridors.weighed import HALF, bounds, weigh
from clearway.errors import RoadError

ROADS = graph_of(np.array([0, 1, 0]), np.array([1, 2, 2]), nodes=4)


def test_what_is_still_to_go_is_known_by_time_and_by_risk() -> None:
    found = bounds(weigh(ROADS, [1, 1, 5], [4, 4, 1]), 0, 2)
    assert found is not None
    assert [(int(pair) >> 32, int(pair) % 2**32) for pair in found.fastest[:3]] == [(2, 8), (1, 4), (0, 0)]
    assert [(int(pair) >> 32, int(pair) % 2**32) for pair in found.safest[:3]] == [(1, 5), (4, 1), (0, 0)]
    assert found.slowest == 5


def test_nothing_is_to_go_where_no_way_leads() -> None:
    assert bounds(weigh(ROADS, [1, 1, 5], [4, 4, 1]), 0, 3) is None


def test_a_cost_too_large_for_half_a_number_is_refused() -> None:
    with pytest.raises(RoadError, match=r"edge 1: its time is 2,147,483,648 or more; count in larger units"):
        weigh(ROADS, [1, HALF, 1], [1, 1, 1])


def test_costs_that_grow_too_large_along_a_path_are_refused() -> None:
    weighed = weigh(ROADS, [HALF - 1, HALF - 1, 5], [HALF - 1, HALF - 1, 5], avoid=np.array([False, False, True]))
    with pytest.raises(RoadError, match=r"a path: its time or risk is 2,147,483,648 or more"):
        bounds(weighed, 0, 2)
