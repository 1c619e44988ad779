import numpy as np
import pytest

from clearway.lists.mixing import end_error, rhat

RANDOM = np.random.default_rng(1)


def test_chains_that_tell_the_same_have_an_rhat_of_1() -> None:
    assert rhat(RANDOM.normal(size=(2000, 4))) == pytest.approx(1, abs=0.005)


def test_a_chain_elsewhere_shows() -> None:
    assert rhat(RANDOM.normal(size=(2000, 4)) + np.array([0, 0, 0, 1])) > 1.05


def test_a_chain_that_is_wider_shows_though_its_middle_is_the_same() -> None:
    assert rhat(RANDOM.normal(size=(2000, 4)) * np.array([1, 1, 1, 3])) > 1.05


def test_chains_that_all_wander_show() -> None:
    assert rhat(RANDOM.normal(size=(2000, 4)) + np.linspace(0, 3, 2000)[:, None]) > 1.05


def test_chains_that_stand_still_together_have_mixed() -> None:
    assert rhat(np.full((100, 4), 7.0)) == 1


def test_the_ends_of_independent_draws_are_as_sure_as_theory_says() -> None:
    share, density = 0.025, 0.0584
    expected = np.sqrt(share * (1 - share) / 16_000) / density / (2 * 1.96)
    assert end_error(RANDOM.normal(size=(4000, 4))) == pytest.approx(expected, rel=0.3)


def test_draws_that_repeat_the_one_before_make_the_ends_less_sure() -> None:
    once = RANDOM.normal(size=(400, 4))
    assert end_error(np.repeat(once, 10, axis=0)) == pytest.approx(end_error(once), rel=0.3)


def test_draws_that_stand_still_have_ends_without_error() -> None:
    assert end_error(np.full((100, 4), 7.0)) == 0
