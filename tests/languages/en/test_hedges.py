"""The table of hedges and how they are found."""

import pytest

from clearway.languages.en.hedges import AFTER, BEFORE, hedge_after, hedge_before
from clearway.model import Quantifier


@pytest.mark.parametrize("words", sorted(BEFORE))
def test_every_hedge_of_the_table_is_found_before_a_number(words: str) -> None:
    text = f"the count is {words} 300"
    hedge = hedge_before(text, len(text) - 3)
    assert hedge is not None
    assert (text[hedge.start : hedge.end], hedge.quantifier) == (words, BEFORE[words])


@pytest.mark.parametrize("words", sorted(AFTER))
def test_every_hedge_of_the_table_is_found_behind_a_number(words: str) -> None:
    text = f"300{'' if words == '+' else ' '}{words} homes"
    hedge = hedge_after(text, 3)
    assert hedge is not None
    assert (text[hedge.start : hedge.end], hedge.quantifier) == (words, AFTER[words])


@pytest.mark.parametrize("table", [BEFORE, AFTER])
def test_the_tables_are_sorted(table: dict[str, Quantifier]) -> None:
    letters = [words for words in table if words[0].isalpha()]
    assert letters == sorted(letters)
