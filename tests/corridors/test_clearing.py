import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.corridors.crowds import arrives_by, crowds, fewest_steps, per_minute

from clearway.corridors import planner_code
from clearway.corridors.clearing import clear_exactly, clear_quickly, most_by
from clearway.corridors.graph import graph_of
from clearway.corridors.movement import Movement, movement
from clearway.corridors.rerouting_code import GAVE_UP, Found
from clearway.corridors.reserving_code import Book, People, Roads

# Two towns, 0 and 1, one road out of 0 by 2, and a longer one for 1 alone; 5 is an island.
ROADS = graph_of(np.array([0, 1, 2, 1, 4]), np.array([2, 2, 3, 4, 3]), nodes=6)
SECONDS = [60.0, 60.0, 60.0, 120.0, 180.0]
HOURLY = [per_minute(10)] * 5


def leaving(origins: dict[int, int], destinations: dict[int, int | None], step: int = 60) -> Movement:
    return movement(ROADS, seconds=SECONDS, hourly=HOURLY, origins=origins, destinations=destinations, step=step)


@settings(max_examples=60)
@given(moving=crowds())
def test_the_exact_time_is_that_of_a_linear_programme(moving: Movement) -> None:
    steps, people = fewest_steps(moving)

    found = clear_exactly(moving)

    assert (found.steps, found.exact) == (steps, True)
    assert sum(found.left.values()) == pytest.approx(moving.people.sum() - people)


@given(moving=crowds())
def test_the_quick_plan_takes_the_steps_of_the_exact_one_and_knows_it(moving: Movement) -> None:
    exact, quick = clear_exactly(moving), clear_quickly(moving)

    assert (quick.steps, quick.least, quick.exact) == (exact.steps, exact.steps, True)
    assert sum(quick.left.values()) == sum(exact.left.values())


@given(moving=crowds())
def test_a_quick_plan_without_patience_is_no_quicker_than_it_says_is_possible(moving: Movement) -> None:
    exact, hasty = clear_exactly(moving), clear_quickly(moving, patience=0)

    assert hasty.least <= exact.steps <= hasty.steps
    assert sum(hasty.left.values()) == sum(exact.left.values())


@settings(max_examples=20, deadline=None)
@given(moving=crowds())
def test_a_search_that_gives_up_costs_time_and_no_people(moving: Movement) -> None:
    exact = clear_exactly(moving)
    real = planner_code.search

    def gives_up(roads: Roads, book: Book, people: People, horizon: int, pushing: bool, found: Found) -> object:
        return (GAVE_UP, found) if pushing else real(roads, book, people, horizon, pushing, found)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(planner_code, "search", gives_up)
        patch.setattr(planner_code, "fill", planner_code.fill.py_func)
        hasty = clear_quickly(moving)
    assert hasty.least <= exact.steps <= hasty.steps
    assert sum(hasty.left.values()) == sum(exact.left.values())


@given(moving=crowds(), patience=st.sampled_from([0, 1000]))
def test_the_quick_plan_never_fills_an_edge_beyond_what_passes_it(moving: Movement, patience: int) -> None:
    used: dict[tuple[int, int], float] = {}
    for trip in clear_quickly(moving, patience=patience).trips:
        at, node = 0, trip.origin
        for edge, enters in zip(trip.edges.tolist(), trip.enters.tolist(), strict=True):
            assert moving.graph.tails[edge] == node
            assert enters >= at
            at, node = enters + int(moving.steps[edge]), int(moving.graph.heads[edge])
            for later in range(trip.times):
                used[edge, enters + later] = used.get((edge, enters + later), 0.0) + trip.people
        assert (node, at) == (trip.destination, trip.arrives)
    assert all(people <= moving.rate[edge] for (edge, _), people in used.items())


@settings(max_examples=30)
@given(moving=crowds())
def test_the_most_who_can_have_arrived_is_that_of_a_linear_programme(moving: Movement) -> None:
    assert most_by(moving, 4) == pytest.approx(arrives_by(moving, 4))


@pytest.mark.parametrize("clear", [clear_exactly, clear_quickly])
def test_people_queue_where_two_ways_join(clear: type) -> None:
    found = clear(leaving({0: 20, 1: 20}, {3: None}))
    # The first ten are there after the third minute, ten more each minute; the other road is no quicker for 1.
    assert (found.steps, found.arrived.tolist(), found.left) == (6, [0, 0, 10, 20, 30, 40], {})
    assert found.hours == 0.1


def test_a_longer_way_is_taken_where_the_queue_is_longer_still() -> None:
    found = clear_quickly(leaving({0: 40, 1: 40}, {3: None}))
    assert found.steps == clear_exactly(leaving({0: 40, 1: 40}, {3: None})).steps == 8
    # In 8 minutes the last road passes 60 and the longer way 30.
    assert 20 <= found.loads[4] <= 30
    assert found.loads[[2, 4]].sum() == 80


def test_a_part_of_a_person_a_step_is_not_lost() -> None:
    found = clear_exactly(leaving({0: 10}, {3: None}, step=7))
    # 10 a minute pass, so all have set out within a minute: 9 steps of 7 s, and 2 roads of 9 steps each.
    assert (found.steps, found.left) == (27, {})


@pytest.mark.parametrize("clear", [clear_exactly, clear_quickly])
@pytest.mark.parametrize(
    ("origins", "destinations", "left"),
    [
        ({0: 30, 5: 7}, {3: None}, {5: 7.0}),
        ({0: 30}, {3: 12}, {0: 18.0}),
        ({0: 30}, {3: 0}, {0: 30.0}),
        ({3: 5}, {0: None}, {3: 5.0}),
    ],
    ids=["an island", "too little room", "no room", "a one-way trap"],
)
def test_who_cannot_get_out_is_told_by_origin(
    clear: type, origins: dict[int, int], destinations: dict[int, int | None], left: dict[int, float]
) -> None:
    assert clear(leaving(origins, destinations)).left == left


@pytest.mark.parametrize("clear", [clear_exactly, clear_quickly])
def test_nobody_takes_no_time(clear: type) -> None:
    found = clear(leaving({0: 0}, {3: None}))
    assert (found.steps, found.arrived.tolist(), found.left, found.loads.tolist()) == (0, [], {}, [0.0] * 5)
