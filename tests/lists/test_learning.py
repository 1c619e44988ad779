import numpy as np
import pytest

from clearway.lists.comparing import AGE, SEX
from clearway.lists.learning import Pairs, prior, weights

STRANGERS = [np.array([0.85, 0.07, 0.03, 0.03, 0.02]), np.array([0.5, 0.5])]


def test_what_a_record_does_not_say_weighs_nothing() -> None:
    pairs = Pairs(levels=np.array([[4, -1], [4, 1], [-1, -1]]), rarity=np.zeros(3))
    found = weights(pairs, (AGE, SEX), STRANGERS, [])

    assert found[2] == 0
    assert found[1] > found[0] > 0


def test_what_is_expected_holds_where_there_is_nothing_to_learn_from() -> None:
    pairs = Pairs(levels=np.array([[4, 1]]), rarity=np.array([1.5]))

    assert weights(pairs, (AGE, SEX), STRANGERS, [])[0] == pytest.approx(
        np.log2(0.65 / 0.02) + np.log2(0.97 / 0.5) + 1.5
    )


def test_a_share_is_learnt_from_pairs_that_share_a_rule() -> None:
    # a hundred pairs of one person, whose sexes are written badly: half differ
    levels = np.array([[4, 1], [4, 0]] * 50 + [[0, 1], [0, 0]] * 200)
    pairs = Pairs(levels=levels, rarity=np.zeros(len(levels)))
    before = weights(pairs, (AGE, SEX), STRANGERS, [])
    after = weights(pairs, (AGE, SEX), STRANGERS, [(np.arange(len(levels)), {"name"})])

    assert before[1] < after[1]


def test_the_prior_is_what_the_weights_come_to() -> None:
    evidence = np.array([40.0] * 10 + [-40.0] * 990)

    assert 2 ** prior(evidence, 10_000) == pytest.approx(0.001 / 0.999, rel=1e-3)


def test_the_prior_of_nothing_says_nothing() -> None:
    assert prior(np.array([]), 0) == 0
