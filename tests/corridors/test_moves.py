from dataclasses import replace

import pytest
from tests.corridors.valley import asked, planner, valley, word

from clearway.corridors.capacities import pace
from clearway.corridors.crowding import Leaving
from clearway.corridors.danger import states
from clearway.corridors.moves import move
from clearway.corridors.roads import arcs_of, vehicle_named
from clearway.corridors.routes import Ground
from clearway.errors import UsageError
from clearway.model import Crowd, Evidence, Haven, Held, Move, Status

CROWD = Crowd(place="Alba", low=6000, best=None, high=6000, how="as given")


def moved(
    *told: Evidence,
    show: bool = False,
    to: str = "Dorn",
    room: int | None = None,
    people: int = 6000,
    quick: bool = False,
) -> Move:
    network = valley()
    named = [network.text(at) for at in network.nodes.name]
    leaving = Leaving(
        crowds=(replace(CROWD, low=people, high=people),),
        sources=(named.index("Alba"),),
        havens=(Haven(place=to, room=room),),
        targets=(named.index(to),),
        pace=pace("car", flow=(600, 600), people=(2, 2)),
        asked=asked(),
        unverified=show,
    )
    known = states(told, planner().lie, leaving.asked, planner().model)
    return move(
        Ground.of(network, arcs_of(network, vehicle_named("car")), known, planner().model), leaving, quick=quick
    )


def test_all_go_by_the_road_that_somebody_says_is_open() -> None:
    found = moved(word(Status.OPEN))

    assert found.because == ()
    assert [(one.people, one.legs) for one in found.streams] == [
        (6000, ("Alba to Berg (M9)", "Berg to Dorn (M9)")),
    ]
    assert found.worst.exact
    assert found.worst.hours == pytest.approx(5 + 54 / 32, abs=0.1)
    assert found.worst.curve[-1].people == 6000


def test_the_quick_planner_finds_what_the_exact_one_does() -> None:
    exact, quick = (moved(word(Status.OPEN), quick=quick) for quick in (False, True))

    assert (quick.worst.quick, quick.worst.step_minutes, quick.turned) == (True, 5, None)
    assert quick.worst.hours == pytest.approx(exact.worst.hours, abs=5 / 60 * 2)
    assert [one.legs for one in quick.streams] == [one.legs for one in exact.streams]


def test_what_holds_up_and_what_a_leg_lost_costs_are_named() -> None:
    found = moved(word(Status.OPEN))

    assert {one.leg for one in found.held} <= {"Alba to Berg (M9)", "Berg to Dorn (M9)"}
    assert all(isinstance(one, Held) and one.gain == 0 for one in found.held)
    assert [(one.stranded, one.bridge) for one in found.losses] == [(6000, False), (6000, False)]


def test_unknown_legs_carry_people_only_when_asked_and_that_is_said() -> None:
    hidden, shown = moved(), moved(show=True)

    assert (hidden.worst.hours, hidden.streams) == (None, ())
    assert hidden.because[0] == "no corridor can be recommended"
    assert {one.legs[0] for one in shown.streams} == {"Alba to Berg (M9)", "Alba to Carn"}
    assert shown.because[0] == "not recommended"


def test_a_closed_road_carries_nobody() -> None:
    found = moved(word(Status.CLOSED), show=True)

    assert [one.legs for one in found.streams] == [("Alba to Carn", "Carn to Dorn")]


def test_where_no_road_leads_nobody_can_leave() -> None:
    found = moved(word(Status.OPEN), to="Off", show=True)

    assert found.because == ("no corridor can be recommended", "no road joins them by car")
    assert (found.worst.hours, found.worst.left) == (None, (("Alba", 6000),))


def test_who_finds_no_room_is_counted() -> None:
    found = moved(word(Status.OPEN), room=1000)

    assert found.because == (
        "not enough room: 1,000 places for up to 6,000 people",
        "5,000 of up to 6,000 people cannot leave Alba",
    )


def test_nobody_and_no_room_make_no_movement() -> None:
    with pytest.raises(UsageError, match="no number of people to move"):
        moved(people=0)
    with pytest.raises(UsageError, match="it has no room"):
        moved(room=0)
