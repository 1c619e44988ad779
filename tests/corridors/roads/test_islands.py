import numpy as np

from clearway.corridors.roads.islands import islands_of


def test_the_part_with_the_most_nodes_is_the_first() -> None:
    tail, head = (np.array(ends, np.int32) for ends in ([0, 3, 4], [1, 4, 5]))

    assert islands_of(7, tail, head).tolist() == [1, 1, 2, 0, 0, 0, 3]


def test_direction_does_not_matter() -> None:
    tail, head = (np.array(ends, np.int32) for ends in ([1, 2], [0, 0]))

    assert islands_of(3, tail, head).tolist() == [0, 0, 0]
