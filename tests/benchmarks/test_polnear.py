"""How the labels of PolNeAR are compared with attributions."""

from benchmarks.polnear import joined, marked, said
from tests.desk import parser


def test_labels_are_spans_of_tokens() -> None:
    labels = ["B-source", "I-source", "B-cue", "O", "B-content", "I-content", "B-content"]

    assert marked(labels) == {"source": {(0, 2)}, "cue": {(2, 3)}, "content": {(4, 6), (6, 7)}}


def test_tokens_are_joined_to_a_text_that_keeps_their_places() -> None:
    tokens = ["``", "It", "does", "n't", "hold", ",", "''", "she", "said", "."]
    text, starts = joined(tokens)

    assert text == "“It doesn't hold,” she said."
    assert [text[start] for start in starts] == ["“", "I", "d", "n", "h", ",", "”", "s", "s", "."]


def test_attributions_are_given_as_tokens() -> None:
    tokens = ["Ann", "Lee", ",", "a", "nurse", ",", "said", "the", "clinic", "had", "closed", "."]

    assert said(tokens, parser()) == {"source": {(0, 6)}, "cue": {(6, 7)}, "content": {(7, 11)}}
