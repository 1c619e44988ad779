import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.lists.made import INDEPENDENT, counts

from clearway.lists.counts import Counts, make_counts
from clearway.lists.estimate import Estimate, NotRun
from clearway.lists.graphs import Expected, decomposable, graphs


@pytest.mark.parametrize(("lists", "number"), [(1, 1), (2, 2), (3, 8), (4, 61), (5, 822)])
def test_there_are_as_many_decomposable_graphs_as_are_known(lists: int, number: int) -> None:
    # OEIS A058862, labelled chordal graphs
    assert len(decomposable(lists)) == number


def test_independent_lists_give_the_truth_within_the_interval() -> None:
    found = graphs(INDEPENDENT)

    assert isinstance(found, Estimate)
    assert found.low < 1200 < found.high
    assert abs(found.best - 1200) < 25


@given(st.permutations(INDEPENDENT.cells), st.permutations(range(3)))
@settings(max_examples=10, deadline=None)
def test_the_order_of_rows_and_lists_makes_no_difference(
    cells: list[tuple[tuple[int, ...], int]], order: list[int]
) -> None:
    turned = [(tuple(pattern[i] for i in order), count) for pattern, count in cells]
    found = graphs(make_counts("made", [INDEPENDENT.lists[i] for i in order], turned))
    known = graphs(INDEPENDENT)

    assert isinstance(found, Estimate)
    assert isinstance(known, Estimate)
    assert (found.low, found.best, found.high) == (known.low, known.best, known.high)


def test_what_is_expected_beforehand_pulls_the_estimate() -> None:
    few: Counts = counts(("100", 9), ("010", 8), ("001", 7), ("110", 1), ("101", 1))
    free, held = graphs(few), graphs(few, expected=Expected(shape=400, scale=0.1))

    assert isinstance(free, Estimate)
    assert isinstance(held, Estimate)
    assert abs(held.best - 40) < abs(free.best - 40)
    assert held.high - held.low < free.high - free.low


def test_a_result_at_the_limit_says_so() -> None:
    found = graphs(counts(("100", 90), ("010", 80), ("001", 70), ("110", 1)), limit=3)

    assert isinstance(found, Estimate)
    assert found.how.endswith("reaches the limit of 3 times as many unrecorded as recorded")


def test_more_than_five_lists_are_too_many() -> None:
    found = graphs(counts(("111111", 3)))

    assert isinstance(found, NotRun)
    assert found.why == "6 lists are too many for all graphs, at most 5 are not; join lists that are alike"


def test_many_records_give_a_narrow_interval_around_the_truth() -> None:
    many = make_counts("made", INDEPENDENT.lists, [(pattern, count * 10_000) for pattern, count in INDEPENDENT.cells])
    found = graphs(many)

    assert isinstance(found, Estimate)
    assert found.best == pytest.approx(12_000_000, rel=1e-3)
    assert 0 < found.high - found.low < 40_000


@pytest.mark.filterwarnings("error")
def test_graphs_that_the_counts_rule_out_altogether_weigh_nothing() -> None:
    found = graphs(counts(("001", 15_933), ("010", 10_126), ("101", 8_727)))

    assert isinstance(found, Estimate)
    assert found.low <= found.best <= found.high
