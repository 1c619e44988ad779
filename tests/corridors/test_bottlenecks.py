import numpy as np
import pytest
from tests.corridors.crowds import per_minute

from clearway.corridors.bottlenecks import Bottleneck, bottlenecks, closing, contraflow
from clearway.corridors.clearing import clear_exactly
from clearway.corridors.graph import graph_of
from clearway.corridors.movement import movement
from clearway.errors import RoadError

# From town 0 a wide road to 1, then a narrow bridge and a wider detour to 2; each with its way back.
ROADS = graph_of(np.array([0, 1, 1, 3, 1, 2]), np.array([1, 2, 3, 2, 0, 1]), nodes=4)
MOVING = movement(
    ROADS,
    seconds=[60, 60, 120, 120, 60, 60],
    hourly=[per_minute(each) for each in (40, 10, 5, 30, 40, 10)],
    origins={0: 300},
    destinations={2: None},
)
OPPOSITE = [4, 5, -1, -1, 0, 1]


def test_bottlenecks_are_ranked_by_the_steps_that_opening_each_gains() -> None:
    assert clear_exactly(MOVING).steps == 23
    assert bottlenecks(MOVING) == [
        Bottleneck(edge=1, hourly=600.0, added=600.0, gain=8),
        Bottleneck(edge=2, hourly=300.0, added=300.0, gain=4),
    ]


def test_opening_can_be_by_as_many_people_an_hour_as_is_asked() -> None:
    assert bottlenecks(MOVING, added=60.0, most=1) == [Bottleneck(edge=1, hourly=600.0, added=60.0, gain=1)]


def test_roads_that_hold_nobody_up_are_no_bottlenecks() -> None:
    few = movement(ROADS, seconds=[60] * 6, hourly=[per_minute(40)] * 6, origins={0: 40}, destinations={2: None})
    assert bottlenecks(few) == []


def test_closing_the_bridge_costs_the_steps_that_the_detour_takes_more() -> None:
    closed = closing(MOVING, 1)
    assert (closed.more_steps, closed.stranded, closed.clearance.steps) == (42, 0.0, 65)


def test_closing_the_only_road_strands_all() -> None:
    closed = closing(MOVING, 0)
    assert (closed.stranded, closed.clearance.left) == (300.0, {0: 300.0})


def test_an_edge_that_is_not_there_cannot_be_closed() -> None:
    with pytest.raises(RoadError, match="edge 6: the graph has edges 0 to 5"):
        closing(MOVING, 6)


def test_with_lanes_turned_round_more_pass_the_bridge() -> None:
    turned = contraflow(MOVING, OPPOSITE)
    assert (turned.clearance.steps, turned.least, turned.turned) == (15, 15, (4, 5))


def test_lanes_go_by_the_quick_plan_where_that_of_maximum_flows_sends_people_round() -> None:
    square = graph_of(np.array([2, 3, 0, 3, 0, 1, 2, 0]), np.array([0, 1, 2, 0, 2, 3, 0, 3]), nodes=4)
    many = movement(
        square,
        seconds=[120, 60, 60, 60] * 2,
        hourly=[per_minute(each) for each in (20, 20, 10, 10)] * 2,
        origins={2: 300, 3: 100},
        destinations={1: None},
    )
    turned = contraflow(many, [4, 5, 6, 7, 0, 1, 2, 3])
    assert (clear_exactly(many).steps, turned.clearance.steps, turned.least) == (33, 18, 18)


def test_lanes_stay_as_they_are_where_turning_them_gains_nothing() -> None:
    few = movement(ROADS, seconds=[60] * 6, hourly=[per_minute(40)] * 6, origins={0: 40}, destinations={2: None})
    turned = contraflow(few, OPPOSITE)
    assert (turned.clearance.steps, turned.least, turned.turned) == (clear_exactly(few).steps, 3, ())


@pytest.mark.parametrize("opposite", [[1, 0, -1, -1, -1, -1], [4, -1, -1, -1, -1, -1], [9, -1, -1, -1, -1, -1]])
def test_an_opposite_that_does_not_lead_back_is_refused(opposite: list[int]) -> None:
    with pytest.raises(RoadError, match="each has to lead back between the same two nodes"):
        contraflow(MOVING, opposite)
