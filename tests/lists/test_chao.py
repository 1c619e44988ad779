import pytest
from tests.lists.made import INDEPENDENT, counts

from clearway.lists.chao import chao
from clearway.lists.estimate import Estimate, NotRun


def test_lists_of_the_same_reach_give_chao_s_formula() -> None:
    found = chao(counts(("100", 60), ("010", 60), ("001", 60), ("110", 20), ("101", 20), ("011", 20), ("111", 9)))

    assert isinstance(found, Estimate)
    assert found.best == 249 + round(2 / 3 * 180**2 / (2 * 60))


def test_where_lists_are_independent_the_bound_is_the_truth() -> None:
    found = chao(INDEPENDENT)

    assert isinstance(found, Estimate)
    assert (found.bound, found.best) == (True, 1200)
    assert found.low < 1200 < found.high


def test_who_is_on_three_lists_or_more_makes_no_difference_beyond_being_counted() -> None:
    few = counts(("100", 30), ("010", 20), ("001", 10), ("110", 9), ("101", 5), ("011", 4), ("111", 1))
    many = counts(("100", 30), ("010", 20), ("001", 10), ("110", 9), ("101", 5), ("011", 4), ("111", 51))
    one, other = chao(few), chao(many)

    assert isinstance(one, Estimate)
    assert isinstance(other, Estimate)
    assert other.best - one.best == 50


def test_a_list_that_is_only_ever_the_third_says_nothing() -> None:
    without = chao(counts(("10", 30), ("01", 20), ("11", 10)))
    beside = chao(counts(("100", 30), ("010", 20), ("110", 10), ("111", 7)))

    assert isinstance(without, Estimate)
    assert isinstance(beside, Estimate)
    assert beside.best - without.best == 7


@pytest.mark.parametrize("cells", [[("100", 5), ("010", 5), ("001", 5), ("111", 2)]])
def test_without_anyone_on_just_two_lists_there_is_no_bound(cells: list[tuple[str, int]]) -> None:
    assert chao(counts(*cells)) == NotRun(method="Chao's lower bound", why="too few are on just two lists")
