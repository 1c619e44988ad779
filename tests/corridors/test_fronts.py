import numpy as np
import pytest
from hypothesis import given
from tests.corridors.made import Made, best_pairs, grid, made

from clearway.corridors.fronts import Front, pareto
from clearway.corridors.graph import graph_of
from clearway.corridors.weighed import weigh
from clearway.errors import RoadError

# Fast and dangerous by 1, slow and safe by 2, worse than both by 3; 4 is an island.
ROADS = graph_of(np.array([0, 1, 0, 2, 0, 3]), np.array([1, 5, 2, 5, 3, 5]), nodes=6)
TIME, RISK = [1, 1, 5, 5, 6, 6], [9, 9, 1, 1, 9, 9]


def pairs(front: Front) -> list[tuple[int, int]]:
    return list(zip(front.time.tolist(), front.risk.tolist(), strict=True))


def steep(side: int) -> Made:
    """A square on which every way there is costs something else, so that the front has very many."""
    graph = grid(side)
    numbers = np.random.default_rng(1)
    time = numbers.integers(1, 2000, graph.edges)
    return Made(graph=graph, time=time.tolist(), risk=(2000 - time).tolist())


@given(case=made())
def test_the_front_is_that_of_trying_everything(case: Made) -> None:
    front = pareto(weigh(case.graph, case.time, case.risk), 0, case.graph.nodes - 1)

    assert pairs(front) == best_pairs(case, 0, case.graph.nodes - 1)


@given(case=made(most_nodes=12, most_edges=40, most_cost=2))
def test_each_way_of_the_front_leads_there_at_its_costs_and_passes_no_node_twice(case: Made) -> None:
    front = pareto(weigh(case.graph, case.time, case.risk), 0, case.graph.nodes - 1)

    for at in range(len(front)):
        edges = front.path(at)
        passed = [0, *(int(case.graph.heads[edge]) for edge in edges)]
        assert [int(case.graph.tails[edge]) for edge in edges] == passed[:-1]
        assert (passed[-1], len(set(passed))) == (case.graph.nodes - 1, len(passed))
        assert sum(case.time[edge] for edge in edges) == front.time[at]
        assert sum(case.risk[edge] for edge in edges) == front.risk[at]


def test_ways_are_given_from_the_fastest_to_the_safest_by_the_edges_of_the_caller() -> None:
    front = pareto(weigh(ROADS, TIME, RISK), 0, 5)
    assert (pairs(front), front.told) == ([(2, 18), (10, 2)], "2 Pareto-best")
    assert [front.path(at).tolist() for at in (0, 1)] == [[0, 1], [2, 3]]


def test_an_edge_to_avoid_is_in_no_way() -> None:
    front = pareto(weigh(ROADS, TIME, RISK, avoid=np.arange(6) == 3), 0, 5)
    assert pairs(front) == [(2, 18)]


@pytest.mark.parametrize(("source", "target"), [(0, 4), (5, 0)])
def test_the_front_is_empty_where_no_way_leads(source: int, target: int) -> None:
    front = pareto(weigh(ROADS, TIME, RISK), source, target)
    assert (len(front), front.truncated, front.told) == (0, False, "0 Pareto-best")


def test_from_a_node_to_itself_there_is_one_way_without_edges() -> None:
    front = pareto(weigh(ROADS, TIME, RISK), 4, 4)
    assert (pairs(front), front.path(0).tolist()) == ([(0, 0)], [])


def test_a_front_with_too_many_ways_keeps_the_fastest_and_the_safest_and_says_so() -> None:
    case = steep(8)
    weighed = weigh(case.graph, case.time, case.risk)
    whole = pairs(pareto(weighed, 0, 63))

    cut = pareto(weighed, 0, 63, most_paths=10)

    assert len(whole) > 10
    assert (pairs(cut), cut.told) == ([*whole[:9], whole[-1]], "front truncated at 10")
    assert sum(case.risk[edge] for edge in cut.path(9)) == whole[-1][1]


def test_a_front_that_would_take_too_much_memory_is_cut_where_it_is_still_exact() -> None:
    case = steep(8)
    weighed = weigh(case.graph, case.time, case.risk)
    whole = pairs(pareto(weighed, 0, 63))

    cut = pareto(weighed, 0, 63, most_labels=300)

    assert cut.truncated
    assert 2 < len(cut) < len(whole)
    assert pairs(cut) == [*whole[: len(cut) - 1], whole[-1]]


def test_a_whole_front_of_just_as_many_as_are_allowed_is_not_called_cut() -> None:
    front = pareto(weigh(ROADS, TIME, RISK), 0, 5, most_paths=2)
    assert (len(front), front.truncated) == (2, False)


def test_times_too_fine_to_queue_are_refused() -> None:
    with pytest.raises(RoadError, match="count time in larger units"):
        pareto(weigh(ROADS, [1, 1, 2**30, 5, 6, 6], RISK), 0, 5)
