from tests.corridors.valley import plan, told, word

from clearway.corridors.constants import constants
from clearway.corridors.robustness import standing
from clearway.model import Plan, Standing, Status


def of(found: Plan) -> Standing:
    assert found.standing is not None
    return found.standing


def test_without_a_way_there_is_nothing_to_hold() -> None:
    assert standing((), constants()) is None


def test_a_way_without_a_rival_always_comes_first_and_one_without_danger_can_always_be_recommended() -> None:
    found = of(plan(word(Status.OPEN, origins=2)))
    assert (found.first, found.recommended, found.none) == ((("A", 300),), (("A", 300),), 0)


def test_a_way_over_an_unknown_leg_can_never_be_recommended() -> None:
    found = of(plan(told("attack", "Berg"), show=True))
    assert {count for _, count in found.recommended} == {0}
    assert found.none == 300


def test_a_severe_leg_that_is_severe_by_little_is_so_in_some_scenarios_only() -> None:
    found = of(plan(word(Status.OPEN, origins=2), told("attack", "Berg")))
    ((_, count),) = found.recommended
    assert 0 < count < 300


def test_the_leg_that_most_hangs_on_is_named_and_the_same_each_time() -> None:
    first = of(plan(word(Status.OPEN, origins=2), told("attack", "Alba"), told("mines", "Berg", reach=20.0)))
    assert first == of(plan(word(Status.OPEN, origins=2), told("attack", "Alba"), told("mines", "Berg", reach=20.0)))
    assert first.decides == "Alba to Berg"
