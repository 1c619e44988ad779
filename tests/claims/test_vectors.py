"""Vectors of words, beside those of the model as it is published."""

import importlib
from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest

from clearway.claims import vectors
from clearway.claims.parsing import MODEL, UNUSED
from clearway.claims.vectors import ContextVectors, WordVectors, largest

WORDS = "Two trucks reached al-Hamra camp on 3 May , aid workers said , but no food was left in Ḩamrā .".split()


@pytest.fixture(scope="module")
def language() -> Any:
    """The model as it is published."""
    return importlib.import_module(MODEL).load(exclude=UNUSED)


def documents(language: Any, *texts: Sequence[str]) -> list[Any]:
    """A document each, of these words."""
    from spacy.tokens import Doc

    return [Doc(language.vocab, words=list(words)) for words in texts]


def layer(language: Any, number: int = 0) -> Any:
    """The model's layer that knows the word alone, or the second, which knows the words beside it."""
    return language.get_pipe("tok2vec").model.layers[number]


def test_the_vectors_are_those_of_the_model_but_for_the_last_bits(language: Any) -> None:
    given = (WORDS, WORDS[:4], [], WORDS[3:9])

    ours = WordVectors(layer(language), language.vocab).of(given)
    theirs = layer(language).predict(documents(language, *given))

    assert ours.shape == np.concatenate(theirs).shape
    assert np.allclose(ours, np.concatenate(theirs), atol=1e-4)


def test_a_word_has_the_same_vector_whatever_words_came_with_it(language: Any) -> None:
    together = WordVectors(layer(language), language.vocab).of([WORDS])
    one_by_one = WordVectors(layer(language), language.vocab)

    alone = np.concatenate([one_by_one.of([[word]]) for word in reversed(WORDS)])[::-1]

    assert np.array_equal(together, alone)


def test_a_word_in_its_sentence_has_the_vector_of_the_model(language: Any) -> None:
    given = layer(language).predict(documents(language, WORDS, WORDS[:1], [], WORDS[3:9]))

    ours = ContextVectors(layer(language, 1)).of(np.concatenate(given), [len(each) for each in given])

    theirs = np.concatenate(layer(language, 1).predict(given))
    assert ours.shape == theirs.shape
    assert np.allclose(ours, theirs, atol=1e-4)


@pytest.mark.parametrize("others", [(), (["Yes"],), ([], WORDS[2:7] * 9), (WORDS, WORDS, WORDS[:5])])
@pytest.mark.parametrize("words", [["Yes"], WORDS[:2], WORDS])
def test_a_sentence_has_the_same_vectors_to_the_last_bit_whatever_stands_beside_it(
    language: Any, words: Sequence[str], others: Sequence[Sequence[str]]
) -> None:
    known, context = WordVectors(layer(language), language.vocab), ContextVectors(layer(language, 1))
    alone = context.of(known.of([words]), [len(words)])

    given = [*others, words]
    together = context.of(known.of(given), [len(each) for each in given])

    assert np.array_equal(together[-len(words) :], alone)


def test_words_are_forgotten_before_there_are_too_many(language: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vectors, "KEPT", 5)
    few, every = WordVectors(layer(language), language.vocab), WordVectors(layer(language), language.vocab)

    for words in (WORDS[:4], WORDS[4:7], WORDS, WORDS[2:4]):
        assert np.array_equal(few.of([words]), every.of([words]))


def test_the_largest_piece_of_each_output_is_kept() -> None:
    pieces = np.array([[1, 5, 4, 2, 3, 3], [0, -1, -2, 7, -3, 8]], dtype="float32")

    assert largest(pieces, 2).tolist() == [[4, 5], [0, 8]]
