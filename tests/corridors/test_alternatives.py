import numpy as np
import pytest

from clearway.corridors.alternatives import alternatives
from clearway.corridors.graph import graph_of
from clearway.errors import RoadError

# Three roads from 0 to 4: by 1, by 2 with a third longer, by 3 with twice as long; 5 only leads here.
ROADS = graph_of(np.array([0, 1, 0, 2, 0, 3, 1, 5]), np.array([1, 4, 2, 4, 3, 4, 2, 0]), nodes=6)
COSTS = [30.0, 30.0, 40.0, 40.0, 60.0, 60.0, 1.0, 9.0]


def found(**options: object) -> list[tuple[float, list[int]]]:
    ways = alternatives(ROADS, COSTS, 0, 4, **options)
    return [(way.cost, way.edges.tolist()) for way in ways]


def test_ways_that_share_little_come_after_the_best() -> None:
    assert found() == [(60.0, [0, 1]), (80.0, [2, 3])]


def test_a_way_much_longer_is_given_only_where_that_is_allowed() -> None:
    assert found(most_longer=2.0) == [(60.0, [0, 1]), (80.0, [2, 3]), (120.0, [4, 5])]


def test_no_more_are_given_than_asked_for() -> None:
    assert found(most=1) == [(60.0, [0, 1])]


def test_an_edge_to_avoid_is_in_no_way() -> None:
    assert found(avoid=np.arange(8) == 1, most_alike=0.1) == [(71.0, [0, 6, 3])]


def test_there_are_none_where_no_way_leads() -> None:
    assert alternatives(ROADS, COSTS, 0, 5) == ()


def test_from_a_node_to_itself_there_is_one_way() -> None:
    assert [way.edges.tolist() for way in alternatives(ROADS, COSTS, 2, 2)] == [[]]


def test_an_unknown_cost_is_refused() -> None:
    with pytest.raises(RoadError, match="edge 7: a cost has to be known"):
        alternatives(ROADS, [*COSTS[:7], float("nan")], 0, 4)
