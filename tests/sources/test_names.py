import pytest
from hypothesis import given
from hypothesis import strategies as st

from clearway.sources.names import printable


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("plain.txt", "plain.txt"),
        ("قرية.txt", "قرية.txt"),
        ("a\r\nb", "a\\r\\nb"),
        ("a\u202etxt.exe", "a\\u202etxt.exe"),
    ],
)
def test_only_what_cannot_be_printed_is_shown_as_its_code(words: str, shown: str) -> None:
    assert printable(words) == shown


@given(st.text())
def test_everything_is_shown_on_one_line(words: str) -> None:
    assert printable(words).isprintable()
