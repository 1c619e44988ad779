from dataclasses import replace
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console
from tests.cli.records import CLAIM, release, spoken

from clearway.cli.tables import ClaimTable, columns
from clearway.model import Figure, Quantifier


def printed(table: object, width: int) -> str:
    console = Console(file=StringIO(), width=width, highlight=False, markup=False, emoji=False)
    console.print(table)
    assert isinstance(console.file, StringIO)
    return console.file.getvalue()


@pytest.mark.parametrize("width", [72, 80, 120, 200])
def test_columns_fill_the_terminal_and_no_more(width: int) -> None:
    assert width - 10 <= sum(columns(width)) + 5 <= width


def test_a_narrow_terminal_has_the_cells_behind_each_other() -> None:
    lines = [line.rstrip() for line in printed(ClaimTable(release(CLAIM)), 71).splitlines()]
    assert lines[1] == "displaced · about 40 people · Aid workers · Northtown · 17 Feb 2020"


@given(st.integers(1, 10**12))
def test_a_figure_is_whole_on_a_phone(value: int) -> None:
    text = printed(ClaimTable(release(replace(CLAIM, id="", figure=Figure(value=value)))), 32)
    assert f"{value:,}" in text


def test_a_claim_is_a_row_and_its_words() -> None:
    lines = printed(ClaimTable(release(CLAIM)), 80).splitlines()
    assert lines[1].startswith("Northwest Wire, 2020-02-18  Forty flee ─")
    assert lines[2].split() == [
        "displaced",
        "about",
        "40",
        "people",
        "Aid",
        "workers",
        "Northtown",
        "17",
        "Feb",
        "2020",
    ]
    assert lines[3].strip() == f"{CLAIM.id[:8]}  possible “about 40 people fled Northtown on Monday”"


def test_a_long_figure_goes_on_below_and_is_never_cut() -> None:
    figure = Figure(value=1_234_567_890, quantifier=Quantifier.APPROXIMATELY, unit="household")
    text = printed(ClaimTable(release(replace(CLAIM, id="", figure=figure))), 72)
    assert "1,234,567,890" in text


@given(st.text(max_size=60))
def test_nothing_that_a_speaker_is_called_breaks_the_table(name: str) -> None:
    text = printed(ClaimTable(release(spoken(CLAIM, f"[bold]{name}"))), 80)
    assert "\x1b" not in text
    assert "[bold]" in text.replace("\n", "").replace(" ", "")
