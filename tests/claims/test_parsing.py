"""The parser, and what it is shown."""

import types

import pytest
from tests.claims.reading import Given, fault, parsed, word
from tests.desk import parser

from clearway.claims import parsing
from clearway.errors import ModelError


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("More than 1.2 million people fled.", "More than 1.2 million"),
        ("Some three hundred and forty homes burned.", "Some three hundred and forty"),
        ("Between 40 and 60 trucks crossed.", "Between 40 and 60"),
        ("Tens of thousands of families left.", "Tens of thousands of"),
        ("At least 12,500 tents were sent.", "At least 12,500"),
    ],
)
def test_a_number_with_its_hedge_is_one_token(text: str, number: str) -> None:
    tree = parsed(text)
    [token] = [token for token in tree.tokens if token.quantity]
    assert text[token.start : token.end].startswith(number.removesuffix(" of"))
    assert token.tag == "CD"


@pytest.mark.parametrize(
    "text",
    [
        "About 60% of the homes were flooded.",
        pytest.param(
            "About 60 percent of the homes were flooded.", marks=fault("the word takes the space before it along")
        ),
    ],
)
def test_percent_stays_a_word_of_its_own_however_it_is_written(text: str) -> None:
    tree = parsed(text)
    percent = tree.tokens[1]
    assert (percent.text, percent.tag) == ("percent", "NN")
    assert text[percent.start : percent.end] in ("%", "percent")


@pytest.mark.parametrize("start", [0, 7, 4000])
def test_offsets_count_the_characters_of_the_report(start: int) -> None:
    text = "Nearly 4 million people in Kasaï – most of them women – lack water."
    tree = parsed(text, start)
    for token in tree.tokens:
        cut = text[token.start - start : token.end - start]
        assert token.quantity or cut == token.text or cut == "–"
    assert (tree.start, tree.end, tree.text) == (start, start + len(text), text)


def test_line_breaks_and_runs_of_spaces_are_no_tokens() -> None:
    text = "Two  boats\nsank\toff\u00a0Zuwara."
    tree = parsed(text)
    assert [text[token.start : token.end] for token in tree.tokens] == ["Two", "boats", "sank", "off", "Zuwara", "."]


def test_what_stands_aside_is_not_shown_to_the_parser() -> None:
    sentence = Given("The families, most of them farmers, left.")
    sentence.asides = [(12, 34)]
    [tree] = parser().parse([sentence])
    assert [token.text for token in tree.tokens] == ["The", "families", ",", "left", "."]
    assert word(tree, "left").start == sentence.text.index("left")


def test_trees_come_in_the_order_of_the_sentences() -> None:
    texts = [f"{number} people fled." for number in range(2, 300)]
    trees = list(parser().parse([Given(text) for text in texts]))
    assert [tree.text for tree in trees] == texts


def test_no_sentence_gives_no_tree() -> None:
    assert list(parser().parse([])) == []


def test_a_missing_model_says_what_to_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parsing, "MODEL", "no_such_model")
    with pytest.raises(ModelError, match="no_such_model: the English language model is not installed; run `make`"):
        parsing.load.__wrapped__()


def test_another_model_than_the_pinned_one_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    other = types.SimpleNamespace(__version__="9.9.9")
    monkeypatch.setattr("importlib.import_module", lambda _: other)
    with pytest.raises(ModelError, match=r"version 9\.9\.9 is not the pinned 3\.8\.0; run `make`"):
        parsing.load.__wrapped__()


def test_words_are_parted_alike_whatever_is_known_of_them_and_however_many_are_kept(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    texts = ["Can't he (the mayor's aide) pay $5 or 3kg?", "He can't: it's 3kg!", "“No,” she said.", "She said. No?"]
    known = [parsed(text) for text in texts]

    monkeypatch.setattr(parsing, "KEPT", 4)
    anew = [parsed(text) for text in texts]

    assert [[token.text for token in tree.tokens] for tree in anew] == [
        [token.text for token in tree.tokens] for tree in known
    ]
    assert [token.text for token in known[0].tokens][:7] == ["Ca", "n't", "he", "(", "the", "mayor", "'s"]
