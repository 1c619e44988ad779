import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from tests.corridors.made import Made, made

from clearway.corridors.graph import graph_of
from clearway.corridors.shortest import one_to_all, one_to_one
from clearway.errors import RoadError

# 0 -> 1 -> 2 and the longer 0 -> 2; node 3 only leads away, node 4 is an island.
ROADS = graph_of(np.array([0, 1, 0, 3]), np.array([1, 2, 2, 0]), nodes=5)
COSTS = [1.0, 1.5, 4.0, 1.0]


@given(case=made())
def test_least_costs_to_all_are_those_that_another_search_finds(case: Made) -> None:
    other = nx.MultiDiGraph()
    other.add_nodes_from(range(case.graph.nodes))
    other.add_weighted_edges_from(zip(case.graph.tails.tolist(), case.graph.heads.tolist(), case.time, strict=True))
    known = nx.single_source_dijkstra_path_length(other, 0)

    reach = one_to_all(case.graph, case.time, 0)

    assert reach.costs.tolist() == [known.get(node, np.inf) for node in range(case.graph.nodes)]


@given(case=made())
def test_a_way_to_one_node_leads_there_at_the_least_cost(case: Made) -> None:
    target = case.graph.nodes - 1
    least = one_to_all(case.graph, case.time, 0).costs[target]

    way = one_to_one(case.graph, case.time, 0, target)

    assert (way is None) == np.isinf(least)
    if way is not None:
        at = 0
        for edge in way.edges:
            assert case.graph.tails[edge] == at
            at = case.graph.heads[edge]
        assert (at, way.cost, sum(case.time[edge] for edge in way.edges)) == (target, least, least)


def test_the_way_is_given_by_the_edges_of_the_caller() -> None:
    way = one_to_one(ROADS, COSTS, 0, 2)
    assert way is not None
    assert (way.cost, way.edges.tolist()) == (2.5, [0, 1])


def test_an_edge_to_avoid_is_not_taken() -> None:
    way = one_to_one(ROADS, COSTS, 0, 2, avoid=np.array([False, True, False, False]))
    assert way is not None
    assert (way.cost, way.edges.tolist()) == (4.0, [2])


@pytest.mark.parametrize("target", [3, 4])
def test_there_is_no_way_against_a_one_way_street_nor_to_an_island(target: int) -> None:
    assert one_to_one(ROADS, COSTS, 0, target) is None
    assert one_to_all(ROADS, COSTS, 0).path(target) is None


def test_the_way_from_a_node_to_itself_has_no_edges() -> None:
    way = one_to_one(ROADS, COSTS, 4, 4)
    assert way is not None
    assert (way.cost, way.edges.tolist()) == (0.0, [])


def test_a_graph_without_edges_reaches_its_source_alone() -> None:
    assert one_to_all(graph_of([], [], nodes=2), [], 1).costs.tolist() == [np.inf, 0.0]


@pytest.mark.parametrize(("source", "target"), [(5, 0), (0, -1)])
def test_a_node_that_is_not_there_is_refused(source: int, target: int) -> None:
    with pytest.raises(RoadError, match=r"the graph has nodes 0 to 4"):
        one_to_one(ROADS, COSTS, source, target)
