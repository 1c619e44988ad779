"""Texts with characters that a database does not take."""

from hypothesis import given
from hypothesis import strategies as st

from clearway.ledger.columns import Escaped

ESCAPED = Escaped()


def written(text: str) -> str:
    value = ESCAPED.process_bind_param(text, None)
    assert value is not None
    return value


few = st.text("\x00\x01\x02a", max_size=8)


@given(few)
def test_a_text_comes_back_as_it_was(text: str) -> None:
    assert "\x00" not in written(text)
    assert ESCAPED.process_result_value(written(text), None) == text


@given(few, few)
def test_texts_sort_as_they_did(one: str, other: str) -> None:
    assert (written(one) < written(other)) == (one < other)


def test_nothing_stays_nothing() -> None:
    assert ESCAPED.process_bind_param(None, None) is None
    assert ESCAPED.process_result_value(None, None) is None
