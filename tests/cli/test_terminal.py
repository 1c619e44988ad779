import pytest
from hypothesis import given
from hypothesis import strategies as st

from clearway.cli.terminal import emit_csv, emit_json, one_line
from clearway.display.cleaning import CONTROLS, clean

ESCAPES = [
    ("\x1b[31mred\x1b[0m", "\ufffd[31mred\ufffd[0m"),
    ("\x9b2Jgone", "\ufffd2Jgone"),
    ("title\x1b]0;owned\x07", "title\ufffd]0;owned\ufffd"),
    ("over\rwritten", "over\ufffdwritten"),
    ("\u202eneve\u202c", "\ufffdneve\ufffd"),
    ("two\r\nlines\tkept", "two\nlines\tkept"),
    ("حلب stays", "حلب stays"),
]


@pytest.mark.parametrize(("text", "shown"), ESCAPES)
def test_what_a_terminal_would_obey_is_replaced(text: str, shown: str) -> None:
    assert clean(text) == shown


@given(st.text())
def test_no_control_character_survives(text: str) -> None:
    assert not CONTROLS.search(clean(text))
    assert "\n" not in one_line(text)


def test_json_keeps_controls_as_escapes(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    emit_json('{"quote": "\x9b2J \u202e é"}\n')
    assert capfdbinary.readouterr().out == '{"quote": "\\u009b2J \\u202e é"}\n'.encode()


def test_csv_goes_out_without_controls(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    emit_csv('kind,quote\nkilled,"\x1b[2J\nnext"\n')
    assert capfdbinary.readouterr().out == 'kind,quote\nkilled,"\ufffd[2J\nnext"\n'.encode()
