import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.corridors.made import Made, best_pairs, made

from clearway.corridors import asking
from clearway.corridors.asking import ask, ask_again
from clearway.corridors.graph import graph_of
from clearway.corridors.weighed import weigh
from clearway.errors import RoadError

# Fast and dangerous by 1, slow and safe by 2.
ROADS = graph_of(np.array([0, 1, 0, 2]), np.array([1, 3, 2, 3]), nodes=4)
ASKED = ask(weigh(ROADS, [1, 1, 5, 5], [9, 9, 1, 1]), 0, 3)


@pytest.mark.parametrize("many", [0, asking.MANY], ids=["by weighed sums too", "by each cost alone"])
@given(case=made(most_nodes=8, most_edges=24), data=st.data())
def test_the_answer_is_that_of_asking_anew(many: int, case: Made, data: st.DataObject) -> None:
    target = case.graph.nodes - 1
    asked = ask(weigh(case.graph, case.time, case.risk), 0, target)
    for _ in range(3):
        risks = data.draw(st.dictionaries(st.integers(0, max(0, case.graph.edges - 1)), st.integers(0, 9), max_size=2))
        risks = {edge: risk for edge, risk in risks.items() if edge < case.graph.edges}
        case = Made(
            graph=case.graph, time=case.time, risk=[risks.get(edge, risk) for edge, risk in enumerate(case.risk)]
        )

        with pytest.MonkeyPatch.context() as patched:
            patched.setattr(asking, "MANY", many)
            asked = ask_again(asked, risks)

        pairs = list(zip(asked.front.time.tolist(), asked.front.risk.tolist(), strict=True))
        assert pairs == best_pairs(case, 0, target)
        for at in range(len(pairs)):
            assert sum(case.risk[edge] for edge in asked.front.path(at)) == asked.front.risk[at]


@pytest.mark.parametrize("many", [0, asking.MANY], ids=["by weighed sums too", "by each cost alone"])
@given(case=made(most_nodes=8, most_edges=16), data=st.data())
def test_a_road_worse_in_both_directions_is_answered_as_asked_anew(many: int, case: Made, data: st.DataObject) -> None:
    roads, target = case.graph, case.graph.nodes - 1
    both = graph_of(
        np.concatenate([roads.tails, roads.heads]), np.concatenate([roads.heads, roads.tails]), nodes=roads.nodes
    )
    case = Made(graph=both, time=[*case.time, *case.time[::-1]], risk=[*case.risk, *case.risk])
    asked = ask(weigh(both, case.time, case.risk), 0, target)
    edge = data.draw(st.integers(0, max(0, roads.edges - 1)))
    risk = [value + 3 * (at % max(1, roads.edges) == edge) for at, value in enumerate(case.risk)]

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(asking, "MANY", many)
        again = ask_again(asked, {at: value for at, value in enumerate(risk) if value != case.risk[at]})

    pairs = list(zip(again.front.time.tolist(), again.front.risk.tolist(), strict=True))
    assert pairs == best_pairs(Made(graph=both, time=case.time, risk=risk), 0, target)


def test_a_strike_on_one_way_leaves_the_other_as_it_was() -> None:
    again = ask_again(ASKED, {3: 20})
    assert (again.front.time.tolist(), again.front.risk.tolist()) == ([2], [18])


def test_a_change_on_an_edge_to_avoid_changes_nothing() -> None:
    asked = ask(weigh(ROADS, [1, 1, 5, 5], [9, 9, 1, 1], avoid=np.arange(4) == 3), 0, 3)
    assert ask_again(asked, {3: 0}).front.risk.tolist() == [18]


@pytest.mark.parametrize(
    ("risks", "told"), [({4: 1}, "edge 4: the graph has edges 0 to 3"), ({1: -2}, "edge 1: its risk has to be 0 to")]
)
def test_an_edge_or_a_risk_that_cannot_be_is_refused(risks: dict[int, int], told: str) -> None:
    with pytest.raises(RoadError, match=told):
        ask_again(ASKED, risks)
