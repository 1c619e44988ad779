import numpy as np
import pytest

from clearway.corridors.graph import BLOCKED, graph_of, real_costs, whole_costs
from clearway.errors import RoadError

THREE = graph_of(np.array([0, 2, 0]), np.array([1, 1, 2]), nodes=3)


def test_edges_are_laid_out_by_tail_and_by_head_with_their_numbers_kept() -> None:
    ahead, back = THREE.forward, THREE.back
    assert (ahead.starts.tolist(), ahead.ends.tolist(), ahead.edges.tolist()) == ([0, 2, 2, 3], [1, 2, 1], [0, 2, 1])
    assert (back.starts.tolist(), back.ends.tolist(), back.edges.tolist()) == ([0, 0, 2, 3], [0, 2, 0], [0, 1, 2])


def test_a_graph_may_have_no_edges() -> None:
    empty = graph_of([], [], nodes=2)
    assert (empty.edges, empty.forward.starts.tolist()) == (0, [0, 0, 0])


def test_what_a_graph_holds_cannot_be_changed() -> None:
    with pytest.raises(ValueError, match="read-only"):
        THREE.heads[0] = 2


@pytest.mark.parametrize(
    ("tails", "heads", "rule"),
    [
        ([0, 3], [1, 1], "edge 1: its ends have to be nodes from 0 to 2"),
        ([0, 1], [1, -1], "edge 1: its ends have to be nodes from 0 to 2"),
        ([0.5], [1], "edge 0: its ends have to be nodes from 0 to 2"),
        ([0], [1, 2], "the edges: each edge needs a tail and a head"),
    ],
)
def test_an_edge_whose_ends_are_no_nodes_is_refused(tails: list[float], heads: list[int], rule: str) -> None:
    with pytest.raises(RoadError, match=rule):
        graph_of(tails, heads, nodes=3)


def test_places_of_nodes_have_to_be_known() -> None:
    with pytest.raises(RoadError, match="the latitudes: each node needs one that is known"):
        graph_of([0], [1], nodes=2, lon=[1.0, 2.0], lat=[1.0, float("nan")])


@pytest.mark.parametrize("bad", [-1.0, float("nan"), float("inf")])
def test_a_cost_that_is_negative_or_unknown_is_refused(bad: float) -> None:
    with pytest.raises(RoadError, match=r"edge 1: a length has to be known and not negative, and that of 1 is not"):
        real_costs(THREE, [1.0, bad, 2.0], what="length")


def test_costs_are_needed_for_every_edge() -> None:
    with pytest.raises(RoadError, match="2 values for 3 edges: each edge needs a cost"):
        real_costs(THREE, [1.0, 2.0])


def test_a_part_of_a_unit_is_refused_where_whole_numbers_are_needed() -> None:
    with pytest.raises(RoadError, match="edge 2: its risk has to be a whole number here"):
        whole_costs(THREE, [1.0, 2.0, 2.5], what="risk")


def test_edges_to_avoid_are_marked_in_the_costs() -> None:
    avoid = np.array([False, True, False])
    assert real_costs(THREE, [1, 2, 3], avoid=avoid).tolist() == [1.0, np.inf, 3.0]
    assert whole_costs(THREE, [1, 2, 3], avoid=avoid).tolist() == [1, BLOCKED, 3]


def test_what_is_avoided_is_said_of_every_edge() -> None:
    with pytest.raises(RoadError, match="true or false is needed for each edge"):
        real_costs(THREE, [1, 2, 3], avoid=np.array([1]))
