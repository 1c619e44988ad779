from dataclasses import replace
from datetime import date, timedelta

import pytest
from tests.corridors.valley import DAY, PLACES, asked, leg, planner, told, word

from clearway.corridors.constants import constants
from clearway.corridors.danger import State, danger_of, risk_of, states, states_again, weight_of
from clearway.model import Bearing, Danger, Evidence, Status, Stretch

NEAR, FAR = leg("Alba", "Berg"), leg("Carn", "Dorn")


def known(*evidence: Evidence, number: int = NEAR, max_age: int = 7) -> State:
    found = states(evidence, planner().lie, asked(max_age=max_age), constants())
    return found.get(number, State())


def danger(*evidence: Evidence, number: int = NEAR) -> Danger:
    return danger_of(known(*evidence, number=number), constants())


def test_a_leg_of_which_nothing_is_told_is_unknown() -> None:
    assert danger_of(None, constants()) is Danger.UNKNOWN


def test_an_attack_makes_the_legs_around_it_severe_and_no_others() -> None:
    assert danger(told("attack", "Berg")) is Danger.SEVERE
    assert danger(told("attack", "Berg"), number=FAR) is Danger.UNKNOWN


def test_danger_fades_to_half_in_its_half_life_and_never_to_low_by_itself() -> None:
    week = told("attack", "Berg", day=DAY - timedelta(days=7))
    assert weight_of(week, asked(), constants())[0] == pytest.approx(2.0)
    assert danger(week) is Danger.HIGH
    assert danger(told("attack", "Berg", day=DAY - timedelta(days=60))) is Danger.UNKNOWN


def test_mines_do_not_fade_in_a_month() -> None:
    assert danger(told("mines", "Berg", day=DAY - timedelta(days=30))) is Danger.SEVERE


def test_independent_sources_add_up_to_less_than_twice_one() -> None:
    weights = [weight_of(told("attack", "Berg", origins=number), asked(), constants())[0] for number in (1, 2, 50)]
    assert weights[:2] == pytest.approx([4.0, 6.0])
    assert weights[1] < weights[2] <= 8.0


def test_what_is_told_of_a_wide_area_is_spread_over_it() -> None:
    assert weight_of(told("attack", "Berg", reach=50.0), asked(), constants())[0] == pytest.approx(0.4)


def test_a_fresh_word_that_a_road_is_open_makes_it_low_and_says_that_it_is_one_word() -> None:
    state = known(word(Status.OPEN))
    assert (danger_of(state, constants()), state.status, state.verified) == (Danger.LOW, Status.OPEN, True)
    assert list(state.doubts) == ["only one source says that it is open"]


def test_copies_of_one_word_are_one_word() -> None:
    copied = replace(word(Status.OPEN), sources=("one paper", "another paper"))
    assert list(known(copied).doubts) == ["only one source says that it is open"]


def test_an_old_word_counts_no_more() -> None:
    state = known(word(Status.OPEN, day=DAY - timedelta(days=8)))
    assert (danger_of(state, constants()), state.verified) == (Danger.UNKNOWN, False)
    assert list(state.doubts) == ["the last word on it is 8 days old"]


def test_a_partys_promise_is_no_evidence() -> None:
    state = known(told("promise", roads=("M9",), bearing=Bearing.PROMISE, status=Status.OPEN))
    assert (danger_of(state, constants()), state.verified) == (Danger.UNKNOWN, False)
    assert list(state.doubts) == ["only a party to the conflict says that it is open, which is no evidence"]


def test_an_open_road_is_as_dangerous_as_what_happens_on_it() -> None:
    assert danger(word(Status.OPEN), told("attack", "Berg")) is Danger.SEVERE


def test_open_and_closed_on_one_day_is_no_word_at_all() -> None:
    state = known(word(Status.OPEN), word(Status.CLOSED))
    assert (state.status, state.verified) == (None, False)
    assert list(state.doubts) == ["some say that it is open, others that it is closed"]


def test_the_newest_word_counts() -> None:
    assert known(word(Status.CLOSED, day=DAY - timedelta(days=2)), word(Status.OPEN)).status is Status.OPEN


def test_what_was_told_after_the_day_does_not_count() -> None:
    assert danger(told("attack", "Berg", day=DAY + timedelta(days=1))) is Danger.UNKNOWN


def test_an_unknown_leg_adds_as_much_risk_as_a_high_danger() -> None:
    model = constants()
    assert risk_of(None, 10.0, model) == 10 * dict(model.classes)[Danger.HIGH]


def test_a_leg_that_was_attacked_and_is_not_vouched_for_is_riskier_than_one_of_which_nothing_is_known() -> None:
    assert risk_of(known(told("attack", "Berg")), 27.0, constants()) > risk_of(None, 27.0, constants())


def test_every_weight_says_how_it_came_about() -> None:
    (reason,) = known(told("attack", "Berg", origins=2, day=DAY - timedelta(days=7))).reasons
    assert reason.how == "4.0 for “fighting or bombardment”, 0.50 of it left after 7 days, 1.50 times for 2 sources"
    assert (reason.weight, reason.age) == (3.0, 7)


def seen(status: Status, start: str, end: str | None = None, km: float = 0.0) -> Evidence:
    """What a person says of a stretch, whose road has no number."""
    stretch = Stretch(start=PLACES[start], end=PLACES[end] if end else None, km=km)
    return replace(word(status, "none"), roads=(), stretches=(stretch,))


def test_a_persons_word_counts_on_the_legs_of_his_stretch_and_on_no_other() -> None:
    found = states([seen(Status.OPEN, "Alba", "Carn")], planner().lie, asked(), constants())
    assert {number: state.status for number, state in found.items()} == {leg("Alba", "Carn"): Status.OPEN}
    assert found[leg("Alba", "Carn")].reasons[0].km == 36.0


def test_a_persons_word_on_one_place_counts_on_the_roads_around_it() -> None:
    found = states([seen(Status.CLOSED, "Carn", km=2.0)], planner().lie, asked(), constants())
    assert {number: state.status for number, state in found.items()} == {
        leg("Alba", "Carn"): Status.CLOSED,
        leg("Carn", "Dorn"): Status.CLOSED,
    }


def crossed(day: date = DAY) -> Evidence:
    """Aid that crossed on the M9."""
    return told("crossed", roads=("M9",), bearing=Bearing.PASSAGE, status=Status.LIMITED, day=day)


def test_that_aid_crossed_opens_nothing_to_people_and_is_told_with_its_day() -> None:
    state = known(crossed())
    assert (state.status, state.verified) == (None, False)
    assert list(state.doubts) == [
        "nobody says that it is open",
        "aid crossed here on 2021-05-10: it was open to that aid on that day, which says nothing of people who flee",
    ]


def test_that_aid_crossed_is_a_word_of_limits_to_goods() -> None:
    goods = replace(asked(), goods=True)
    state = states([crossed()], planner().lie, goods, constants())[NEAR]
    assert (state.status, state.verified) == (Status.LIMITED, True)
    assert "only one source says that it is limited" in state.doubts
    assert any("says nothing of people who flee" in doubt for doubt in state.doubts)


def test_that_aid_crossed_long_ago_is_told_no_more() -> None:
    state = known(crossed(DAY - timedelta(days=8)))
    assert list(state.doubts) == ["nobody says that it is open"]


def test_a_crossing_closed_to_people_stays_closed_where_aid_crosses() -> None:
    assert known(word(Status.CLOSED), crossed()).status is Status.CLOSED


def test_looking_again_at_what_differs_finds_what_looking_at_all_finds() -> None:
    was = (told("attack", "Berg"), word(Status.OPEN), told("mines", "Dorn"))
    lie = planner().lie
    before = states(was, lie, asked(), constants())
    for now in (was[1:], was[:1], (replace(was[0], origins=3), *was[1:]), (*was, told("attack", "Carn")), ()):
        assert states_again(before, was, now, lie, asked(), constants()) == states(now, lie, asked(), constants())
