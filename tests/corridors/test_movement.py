import numpy as np
import pytest

from clearway.corridors.graph import graph_of
from clearway.corridors.movement import movement
from clearway.errors import RoadError

ROAD = graph_of(np.array([0]), np.array([1]), nodes=3)


def test_amounts_are_counted_in_parts_of_a_person_so_that_none_is_lost() -> None:
    moving = movement(ROAD, seconds=[61], hourly=[600], origins={0: 5}, destinations={1: 8, 2: None}, step=7)
    assert (moving.parts, moving.steps.tolist(), moving.rate.tolist()) == (3600, [9], [4200])
    assert (moving.people.tolist(), moving.rooms.tolist()) == ([18000], [28800, -1])


@pytest.mark.parametrize(
    ("origins", "destinations", "told"),
    [
        ({}, {1: None}, "it has no origin; name one or more"),
        ({0: 5}, {}, "it has no destination"),
        ({0: -5}, {1: None}, "origin 0: its number is -5"),
        ({0: 5}, {1: -1}, "destination 1: its number is -1"),
        ({4: 5}, {1: None}, "origin 4: the graph has nodes 0 to 2"),
        ({0: 5, 1: 5}, {1: None}, "node 1: it is an origin and a destination"),
    ],
)
def test_origins_and_destinations_that_make_no_sense_are_refused(
    origins: dict[int, int], destinations: dict[int, int | None], told: str
) -> None:
    with pytest.raises(RoadError, match=told):
        movement(ROAD, seconds=[60], hourly=[600], origins=origins, destinations=destinations)


@pytest.mark.parametrize(
    ("seconds", "hourly", "step", "told"),
    [
        ([-1.0], [600], 60, "a travel time has to be known and not negative"),
        ([60.0], [-600], 60, "a capacity has to be known and not negative"),
        ([60.0], [600], 0, "a step takes 1 to 3,600 s"),
        ([1e6], [600], 1, "edge 0: it takes 1,000,000 steps of 1 s; take longer steps"),
    ],
)
def test_times_and_capacities_that_make_no_sense_are_refused(
    seconds: list[float], hourly: list[int], step: int, told: str
) -> None:
    with pytest.raises(RoadError, match=told):
        movement(ROAD, seconds=seconds, hourly=hourly, origins={0: 5}, destinations={1: None}, step=step)
