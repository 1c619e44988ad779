from dataclasses import replace

import pytest
from tests.browser.made_plan import plan
from tests.exports.ways.test_written import PLAN, ROUTE

from clearway.display.plotting import plot, ticks
from clearway.model import Best


@pytest.mark.parametrize(
    ("least", "most", "found"),
    [
        (21.9, 53.1, [20.0, 30.0, 40.0, 50.0, 60.0]),
        (168.1, 193.8, [160.0, 170.0, 180.0, 190.0, 200.0]),
        (20.0, 20.0, [0.0, 5.0, 10.0, 15.0, 20.0]),
        (0.0, 0.0, [0.0, 0.2, 0.4, 0.6, 0.8, 1.0]),
    ],
)
def test_ticks_are_round_and_reach_beyond_the_values(least: float, most: float, found: list[float]) -> None:
    assert ticks(least, most) == found


def test_a_way_stands_where_the_search_has_it_with_the_range_of_its_time() -> None:
    drawn = plot(plan())
    assert drawn is not None
    first, second = drawn.marks
    assert (first.way, first.known, second.way, second.known) == ("A", True, "B", False)
    assert first.first < first.x < first.last
    assert (second.x < first.x, second.y < first.y) == (True, True)
    assert first.words == "way A: 40 to 83 minutes, risk index 20"
    assert second.words == "way B: 50 to 70 minutes, risk index 35, unknown in part"


def test_what_is_known_and_what_is_not_are_two_fronts_of_steps_and_other_ways_are_dots() -> None:
    drawn = plot(plan())
    assert drawn is not None
    assert (drawn.known, drawn.others, drawn.dots.count("M")) == ("", 1, 1)
    assert [letter for letter in drawn.unknown if letter.isalpha()] == ["M", "H", "V"]


def test_letters_keep_clear_of_points_and_of_each_other() -> None:
    routes = tuple(replace(ROUTE, name=name) for name in "ABC")
    drawn = plot(replace(PLAN, routes=routes))
    assert drawn is not None
    assert len({mark.letter for mark in drawn.marks}) == 3


def test_a_way_on_which_one_waits_stands_right_of_the_front_and_that_is_told() -> None:
    made = plan()
    first = made.routes[0]
    waiting = replace(first, minutes=(100, 143), legs=(replace(first.legs[0], wait=(60.0, 60.0)), *first.legs[1:]))
    drawn = plot(replace(made, routes=(waiting, *made.routes[1:])))
    assert drawn is not None
    first_mark = drawn.marks[0]
    assert drawn.waits
    assert first_mark.x == pytest.approx((first_mark.first + first_mark.last) / 2, abs=0.1)


def test_long_times_are_drawn_in_hours() -> None:
    drawn = plot(replace(PLAN, routes=(replace(ROUTE, minutes=(540, 1020)),)))
    assert drawn is not None
    assert (drawn.unit, [tick.words for tick in drawn.across]) == ("hours", ["8", "10", "12", "14", "16", "18"])


def test_ten_thousand_ways_are_no_more_dots_than_there_is_room_for() -> None:
    front = tuple(Best(minutes=40 + at / 300, risk=100 - at / 100, known=True) for at in range(10_000))
    drawn = plot(replace(PLAN, routes=(ROUTE,), front=front))
    assert drawn is not None
    assert drawn.others == 10_000
    assert len(drawn.dots) < 10_000


def test_no_way_is_no_plot() -> None:
    assert plot(replace(PLAN, routes=())) is None
