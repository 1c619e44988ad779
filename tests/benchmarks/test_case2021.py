"""How the type of an event is read off the claims of a snippet."""

import pytest
from benchmarks.case2021 import NONE, ORDER, TYPES, first_try, kind_of, weighted_f1
from tests.claims.reading import claims

from clearway.kinds import kinds


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Warplanes bombed the village on Sunday.", "attack"),
        ("Four people were hurt in a grenade attack.", "attack"),
        ("Rebels captured the town of Gao after a raid.", "control"),
        ("Gunmen kidnapped two teachers.", "abducted"),
        ("Ten people drowned in the floods.", "hazard"),
        ("The museum opened a new hall.", NONE),
    ],
)
def test_a_snippet_has_one_kind(text: str, kind: str) -> None:
    assert kind_of(claims(text)) == kind


def test_every_type_is_covered_by_a_kind_of_ours() -> None:
    assert set(TYPES.values()) == set(ORDER) <= kinds().keys()


def test_f1_is_weighted_by_how_often_a_kind_is_known() -> None:
    assert weighted_f1(["a", "a", "b"], ["a", "b", "b"]) == pytest.approx((2 * 2 / 3 + 2 / 3) / 3)
    assert weighted_f1(["a", "none"], ["a", "a"], without="none") == pytest.approx(2 / 3)


def test_the_first_try_knows_a_few_words() -> None:
    assert first_try("A bomb went off") == "attack"
    assert first_try("It rained") == NONE
