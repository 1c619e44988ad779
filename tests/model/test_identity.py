"""Ids by content."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clearway.model import fingerprint, identify
from clearway.model.identity import ID_LENGTH

SAID = st.lists(st.text(max_size=8) | st.integers(-(10**9), 10**9) | st.none(), max_size=4)


def test_an_id_is_the_same_on_every_machine() -> None:
    assert identify("killed", 299) == "430c6fd44084e7be"
    assert len(identify("killed", 299)) == ID_LENGTH
    assert set(identify("killed", 299)) <= set("0123456789abcdef")


@pytest.mark.parametrize(
    ("one", "other"), [(("a", "b"), ("ab",)), (("a", ""), ("a",)), ((1,), ("1",)), ((None,), ("",)), ((1, 2), (2, 1))]
)
def test_what_says_another_thing_has_another_id(one: tuple[object, ...], other: tuple[object, ...]) -> None:
    assert identify(*one) != identify(*other)


@given(SAID, SAID)
def test_ids_agree_just_where_the_contents_do(one: list[object], other: list[object]) -> None:
    assert (identify(*one) == identify(*other)) == (one == other)


def test_the_order_of_a_dictionary_does_not_matter() -> None:
    assert identify({"a": 1, "b": 2}) == identify({"b": 2, "a": 1})


def test_a_fingerprint_is_the_whole_sha256() -> None:
    assert fingerprint(b"") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
