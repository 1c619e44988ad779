"""The hierarchy for comparison, on streets small enough to ask the search of the whole graph."""

import numpy as np
from benchmarks.hierarchy import Hierarchy, made_of, taken_out
from benchmarks.new_york import NewYork, same_road
from tests.corridors.made import grid

from clearway.corridors.fronts import pareto
from clearway.corridors.weighed import weigh

SIDE = 7
STREETS = grid(SIDE)


def city() -> NewYork:
    """Streets both of whose directions cost the same."""
    time, length = np.repeat(np.random.default_rng(1).integers(1, 50, (2, STREETS.edges // 2)), 2, axis=1)
    return NewYork(graph=STREETS, time=time, distance=length)


def hierarchy(streets: NewYork, share: float) -> Hierarchy:
    order, near = next(taken_out(streets.graph, [share]))
    return made_of(streets, order, near)[0]


def front(streets: NewYork, length: np.ndarray, source: int, target: int) -> list[list[int]]:
    found = pareto(weigh(streets.graph, streets.time, length), source, target)
    return np.column_stack([found.time, found.risk]).tolist()


def test_its_fronts_are_those_of_the_whole_graph_wherever_the_ends_lie() -> None:
    streets = city()
    for share in (0.1, 0.5, 0.9):
        made = hierarchy(streets, share)
        for source, target in ((0, SIDE**2 - 1), (3, 4), (24, 10), (48, 6)):
            assert made.front(source, target).tolist() == front(streets, streets.distance, source, target)


def test_a_road_that_changes_makes_its_labels_anew_and_back() -> None:
    streets = city()
    made = hierarchy(streets, 0.8)
    for edge in (0, 20, 55):
        worse = streets.distance.copy()
        worse[same_road(streets, edge)] *= 10

        changed, _ = made.changed(edge, int(streets.distance[edge]) * 10)
        assert changed.front(0, SIDE**2 - 1).tolist() == front(streets, worse, 0, SIDE**2 - 1)

        made, _ = changed.changed(edge, int(streets.distance[edge]))
        assert made.front(0, SIDE**2 - 1).tolist() == front(streets, streets.distance, 0, SIDE**2 - 1)
