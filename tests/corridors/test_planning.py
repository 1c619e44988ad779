import pytest
from tests.corridors.valley import asked, plan, planner, told, valley, word

from clearway.corridors.planning import Wanted, without
from clearway.errors import UsageError
from clearway.model import Best, Danger, Evidence, Plan, Status, Stop

OPEN_M9 = word(Status.OPEN, origins=2)


def by(found: Plan) -> list[list[str]]:
    return [[leg.end for leg in route.legs] for route in found.routes]


def test_without_any_report_no_way_is_recommended_and_all_are_hidden() -> None:
    found = plan()
    assert (found.routes, found.because[0], found.hidden) == ((), "no corridor can be recommended", 1)


def test_unknown_ways_show_only_where_they_are_asked_for_and_say_what_is_missing() -> None:
    found = plan(show=True)
    assert by(found) == [["Berg", "Dorn"]]
    assert not found.routes[0].recommended
    assert found.needed[0].startswith("Alba to Berg (M9): a fresh word of somebody who is no party")


def test_a_way_by_a_road_that_is_said_to_be_open_is_recommended() -> None:
    found = plan(OPEN_M9)
    assert (by(found), found.routes[0].recommended, found.routes[0].danger) == ([["Berg", "Dorn"]], True, Danger.LOW)
    assert (found.because, found.needed) == ((), ())


def test_a_severe_leg_is_never_recommended_though_its_road_is_open() -> None:
    found = plan(OPEN_M9, told("attack", "Berg"))
    assert [route.recommended for route in found.routes] == [False]
    assert found.because == ("no corridor can be recommended", "severe danger on Alba to Berg, Berg to Dorn")


def test_one_strike_makes_another_way_the_first() -> None:
    assert by(plan(show=True))[0] == ["Berg", "Dorn"]
    assert by(plan(told("attack", "Berg"), show=True))[0] == ["Carn", "Dorn"]


def test_a_closed_road_is_no_way() -> None:
    assert by(plan(word(Status.CLOSED), show=True)) == [["Carn", "Dorn"]]


def test_all_ways_closed_is_an_answer() -> None:
    found = plan(word(Status.CLOSED), word(Status.CLOSED, "site drn"), show=True)
    assert found.routes == ()
    assert found.because == (
        "no corridor can be recommended",
        "every way has a leg that is said to be closed or is avoided",
    )


def test_a_place_to_keep_clear_of_is_gone_round() -> None:
    assert by(plan(avoid="Berg", show=True)) == [["Carn", "Dorn"]]


def test_places_that_no_road_joins_have_no_way() -> None:
    found = plan(to="Far", show=True)
    assert (found.routes, found.because[1]) == ((), "no road for a car joins the two places here")


def test_a_way_to_where_one_is_makes_no_sense() -> None:
    with pytest.raises(UsageError, match="name two places that a road joins"):
        plan(to="Alba")


def test_the_claim_that_a_recommendation_hangs_on_is_named() -> None:
    (turning,) = plan(OPEN_M9).turning
    assert (turning.claim, turning.then) == (OPEN_M9.claims[0], "way A could no longer be recommended")


def test_the_strike_that_the_ranking_hangs_on_is_named() -> None:
    strike = told("attack", "Berg")
    found = plan(strike, show=True).turning
    assert [(one.claim, one.then) for one in found] == [(strike.claims[0], "the first way would lead by Berg")]


def test_evidence_of_one_claim_goes_with_it_and_of_several_loses_a_source() -> None:
    one, two = told("attack", "Berg", claims=("a",)), told("attack", "Carn", claims=("a", "b"), origins=2)
    left: tuple[Evidence, ...] = without([one, two], "a")
    assert [(kept.claims, kept.origins) for kept in left] == [(("b",), 1)]


def test_a_plan_says_whom_to_credit_and_as_of_when() -> None:
    found = plan(OPEN_M9)
    assert (found.network, found.max_age, found.vehicle, found.truncated) == ("valley", 7, "car", None)


def test_a_plan_tells_the_costs_of_all_best_ways_and_which_of_them_are_shown() -> None:
    found = plan(told("attack", "Berg"), show=True)
    assert [one.way for one in found.front] == ["B", "A"]
    assert [one.minutes for one in found.front] == sorted(one.minutes for one in found.front)
    assert {one.known for one in found.front} == {False}
    assert [one.risk for one in found.front] == pytest.approx([way.risk for way in reversed(found.routes)], abs=0.2)


def test_the_costs_of_ways_that_are_unknown_in_part_show_only_where_these_do() -> None:
    assert plan().front == ()
    (best,) = plan(OPEN_M9).front
    assert isinstance(best, Best)
    assert (best.known, best.way) == (True, "A")


def test_a_plan_tells_what_stands_on_its_ways_other_than_towns() -> None:
    border = Stop(name="Dorn", kind="border", hours="", status="", point=(36.0, 37.6))
    assert plan(show=True).stops == (border,)
    assert plan().stops == ()


def wanted(to: str = "Dorn") -> Wanted:
    named = [valley().text(at) for at in valley().nodes.name]
    ends = (named.index("Alba"), named.index(to))
    return Wanted(origin="Alba", destination=to, source=ends[0], target=ends[1], vehicle="car", asked=asked())


def test_without_what_the_ranking_hangs_on_the_plan_is_the_same_but_for_that() -> None:
    found = planner().plan((OPEN_M9,), wanted(), hanging=False)
    assert (found.routes, found.turning) == (plan(OPEN_M9).routes, ())


def test_the_first_way_alone_is_the_first_of_the_plan_though_it_is_unknown() -> None:
    assert planner().first((), wanted()) == plan(show=True).routes[0]
    assert planner().first((), wanted("Far")) is None


def test_what_would_be_known_without_a_claim_is_asked_of_whoever_grades_it() -> None:
    other = word(Status.CLOSED, origins=2)
    found = planner().plan((OPEN_M9,), wanted(), lambda _: (other,))
    assert [one.then for one in found.turning] == ["the first way would lead by Carn"]
