from clearway.corridors.constants import constants
from clearway.model import Certainty, Danger, Grade


def test_classes_fall_from_severe_to_moderate() -> None:
    names, least = zip(*constants().classes, strict=True)
    assert names == (Danger.SEVERE, Danger.HIGH, Danger.MODERATE)
    assert list(least) == sorted(least, reverse=True)


def test_an_index_under_all_classes_has_none() -> None:
    assert constants().class_of(0.49) is None
    assert constants().class_of(3.0) is Danger.SEVERE


def test_every_grade_has_a_share_and_what_was_discounted_weighs_nothing() -> None:
    assert set(constants().grades) == set(Grade)
    assert constants().grades[Grade.DISCOUNTED] == 0


def test_what_is_denied_has_no_weight_at_all() -> None:
    assert Certainty.DENIED not in constants().certainty
