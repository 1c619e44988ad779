from dataclasses import replace

import numpy as np
from tests.corridors.valley import valley

from clearway.corridors.roads.drawing import sketch


def test_all_roads_are_drawn_with_what_stands_on_them() -> None:
    network = valley()
    found = sketch(network)
    assert (len(found.lines), found.left) == (len(network.legs), 0)
    assert {"Alba", "Berg", "Dorn"} <= {place.name for place in found.places}
    assert (found.bounds, found.attribution) == (network.bounds(), network.attribution)


def test_of_too_many_the_greatest_classes_are_drawn_and_the_others_counted() -> None:
    network = valley()
    road = np.full(len(network.legs), 7, np.uint8)
    road[3] = 2
    classed = replace(network, legs=replace(network.legs, road=road))
    found = sketch(classed, most=1)
    assert [line.road for line in found.lines] == ["trunk"]
    assert found.left == len(network.legs) - 1


def test_what_lies_within_one_grain_of_the_map_is_left_out() -> None:
    assert sketch(valley(), (-100.0, -80.0, 100.0, 80.0)).lines[0].line[0] != ()
    assert len(sketch(valley(), (-170.0, -80.0, 170.0, 80.0)).lines) < len(valley().legs)


def test_roads_outside_the_bounds_are_not_drawn() -> None:
    assert sketch(valley(), (10.0, 10.0, 11.0, 11.0)).lines == ()
