import numpy as np
import pytest

from clearway.lists.mixing import rhat

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
