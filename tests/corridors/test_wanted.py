import numpy as np
import pytest
from hypothesis import given
from tests.corridors.made import Made, best_pairs, made

from clearway.corridors.fronts import pareto_within
from clearway.corridors.wanted import all_ways, ways_under
from clearway.corridors.weighed import bounds, weigh


@pytest.mark.parametrize("summing", [False, True])
@given(case=made(most_nodes=8, most_edges=24))
def test_all_ways_under_a_corner_are_found_and_no_others(summing: bool, case: Made) -> None:
    weighed = weigh(case.graph, case.time, case.risk)
    to_go = bounds(weighed, 0, case.graph.nodes - 1)
    if to_go is None:
        return
    limits = all_ways(to_go)
    corners = np.array([limits.slowest // 2, limits.slowest]), np.array([limits.riskiest, limits.riskiest // 2])

    front = pareto_within(weighed, to_go, wanted=ways_under(weighed, to_go, corners, summing=summing))

    under = [
        (time, risk)
        for time, risk in best_pairs(case, 0, case.graph.nodes - 1)
        if any(time <= slowest and risk <= riskiest for slowest, riskiest in zip(*corners, strict=True))
    ]
    assert list(zip(front.time.tolist(), front.risk.tolist(), strict=True)) == under
