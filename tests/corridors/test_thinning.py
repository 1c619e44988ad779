import numpy as np
from hypothesis import given
from tests.corridors.made import Made, made

from clearway.corridors.fronts import Front, none, pareto
from clearway.corridors.thinning import Chosen, handful
from clearway.corridors.weighed import weigh


def front_of(*ways: tuple[int, int, list[int]]) -> Front:
    edges = [way[2] for way in ways]
    return Front(
        time=np.array([way[0] for way in ways]),
        risk=np.array([way[1] for way in ways]),
        starts=np.cumsum([0, *map(len, edges)]),
        edges=np.concatenate(edges),
    )


# The third is nearest to both ends' best; the second and the fourth are all but the same as it.
FRONT = front_of(
    (10, 100, [0, 1]), (19, 42, [2, 3, 4]), (20, 40, [2, 3, 5]), (21, 39, [2, 3, 6]), (40, 30, [7, 8]), (90, 10, [0, 9])
)
LENGTHS = [1.0, 1, 5, 5, 1, 1, 1, 1, 1, 1]


def test_the_ends_the_knee_and_what_differs_are_taken() -> None:
    assert handful(FRONT, LENGTHS) == (
        Chosen(at=0, why="fastest", shared=0.0),
        Chosen(at=2, why="knee", shared=0.0),
        Chosen(at=4, why="differs", shared=0.0),
        Chosen(at=5, why="safest", shared=0.5),
    )


def test_ways_that_share_more_are_taken_where_that_is_allowed() -> None:
    assert [each.at for each in handful(FRONT, LENGTHS, most_alike=1.0)] == [0, 1, 2, 3, 5]


def test_no_more_are_taken_than_asked_for() -> None:
    assert [each.why for each in handful(FRONT, LENGTHS, most=2)] == ["fastest", "safest"]
    assert [each.why for each in handful(FRONT, LENGTHS, most=1)] == ["fastest"]


def test_of_no_ways_none_is_taken_and_of_one_the_only_one() -> None:
    assert handful(none(), []) == ()
    assert handful(front_of((1, 1, [0])), [1.0]) == (Chosen(at=0, why="the only one", shared=0.0),)


@given(case=made())
def test_all_but_the_ends_share_no_more_than_allowed_with_any_other(case: Made) -> None:
    front = pareto(weigh(case.graph, case.time, case.risk), 0, case.graph.nodes - 1)
    lengths = np.arange(case.graph.edges) + 1.0

    taken = handful(front, lengths, most_alike=0.5)

    for each in taken[1:-1]:
        for other in taken:
            if other != each:
                both = np.intersect1d(front.path(each.at), front.path(other.at))
                shorter = min(lengths[front.path(each.at)].sum(), lengths[front.path(other.at)].sum())
                assert lengths[both].sum() <= 0.5 * shorter
