"""What was remembered of texts is let go of where it is much."""

from clearway.crisis.forgetting import MOST, forget_much
from clearway.picture.speakers import name_of, words_of


def test_what_is_remembered_of_many_texts_is_let_go() -> None:
    name_of("Ana Halabi")
    few = name_of.cache_info().currsize
    for number in range(MOST + 1):
        words_of(f"{number} people fled")
    forget_much()
    assert words_of.cache_info().currsize == 0
    assert name_of.cache_info().currsize == few


def test_what_is_remembered_of_few_texts_is_kept() -> None:
    words_of.cache_clear()
    words_of("people fled")
    forget_much()
    assert words_of.cache_info().currsize == 1
