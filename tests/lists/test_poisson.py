import numpy as np
import pytest

from clearway.lists.poisson import design_of, exists, fit

PATTERNS = [(1, 0), (0, 1), (1, 1)]


def test_two_independent_lists_give_the_product_of_those_on_one_over_those_on_both() -> None:
    low, best, high = fit(design_of(PATTERNS), np.array([30.0, 20.0, 10.0])).unseen

    assert best == pytest.approx(60)
    # the logarithm's variance is 1/30 + 1/20 + 1/10
    assert (low, high) == pytest.approx((60 / np.exp(1.959964 * 0.428174), 60 * np.exp(1.959964 * 0.428174)), rel=1e-4)


@pytest.mark.parametrize(("counts", "finite"), [([30.0, 20.0, 10.0], True), ([30.0, 20.0, 0.0], False)])
def test_an_estimate_exists_where_every_overlap_that_is_fitted_has_someone(counts: list[float], finite: bool) -> None:
    assert exists(design_of(PATTERNS), np.array(counts)) is finite


def test_a_pair_has_a_column_that_is_1_where_both_lists_are() -> None:
    assert design_of(PATTERNS, [(0, 1)]).tolist() == [[1, 1, 0, 0], [1, 0, 1, 0], [1, 1, 1, 1]]
