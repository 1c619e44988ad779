"""Tokens with heads."""

import gc

import pytest
from tests.claims.reading import parsed, word

from clearway.claims.tree import Token, Tree, link, relink, uncollected

SENTENCE = "Shells hit two schools in the old town ."
HEADS = {
    "Shells": "hit",
    "two": "schools",
    "schools": "hit",
    "in": "schools",
    "town": "in",
    "the": "town",
    "old": "town",
}


def by_hand() -> Tree:
    """A tree that no parser made; its report has ten characters before it."""
    words = SENTENCE.split()
    tokens, at = [], 10
    for i, text in enumerate(words):
        start = 10 + SENTENCE.index(text, at - 10)
        at = start + len(text)
        tokens.append(Token(i=i, start=start, end=at, text=text, lower=text.lower(), tag="NN", dep="dep"))
    link(tokens, [words.index(HEADS.get(text, "hit")) for text in words])
    return Tree(start=10, end=10 + len(SENTENCE), text=SENTENCE, tokens=tokens)


def test_heads_have_their_children() -> None:
    tree = by_hand()
    assert [child.text for child in word(tree, "schools").children] == ["two", "in"]
    assert [up.text for up in word(tree, "old").ancestors()] == ["town", "in", "schools", "hit"]


def test_the_root_governs_itself() -> None:
    tree = by_hand()
    assert [token.text for token in tree.tokens if token.is_root] == ["hit"]


def test_a_subtree_is_in_the_order_of_the_words() -> None:
    tree = by_hand()
    assert [token.text for token in tree.subtree(word(tree, "schools"))] == [
        "two",
        "schools",
        "in",
        "the",
        "old",
        "town",
    ]


def test_a_token_covers_what_it_governs_and_itself() -> None:
    tree = by_hand()
    schools = word(tree, "schools")
    assert schools.covers(schools)
    assert schools.covers(word(tree, "old"))
    assert not schools.covers(word(tree, "Shells"))


def test_characters_are_those_of_the_report() -> None:
    tree = by_hand()
    hit = word(tree, "hit")
    assert tree.at(hit.start) is hit
    assert tree.at(9) is None
    assert [token.text for token in tree.between(hit.start, word(tree, "schools").end)] == ["hit", "two", "schools"]


def test_a_new_head_takes_the_whole_phrase_along() -> None:
    tree = by_hand()
    moved, shells = word(tree, "in"), word(tree, "Shells")
    moved.head = shells
    relink(tree.tokens)
    assert (shells.left, shells.right) == (0, 7)
    assert [child.text for child in word(tree, "schools").children] == ["two"]


@pytest.mark.parametrize("text", ["Rain fell on the camp.", "Two boats sank; nobody drowned.", "Aid convoys reach Gao"])
def test_every_token_reaches_the_root(text: str) -> None:
    tree = parsed(text)
    [root] = [token for token in tree.tokens if token.is_root]
    assert all(root.covers(token) for token in tree.tokens)


def test_the_tokens_of_a_felled_tree_hold_each_other_no_more() -> None:
    tree = by_hand()
    tree.fell()
    assert [token.text for token in tree.tokens if token.children or hasattr(token, "head")] == []


@pytest.mark.parametrize("enabled", [True, False])
def test_garbage_is_looked_for_afterwards_as_it_was_before(*, enabled: bool) -> None:
    if not enabled:
        gc.disable()
    try:
        with uncollected():
            within = gc.isenabled()
        assert (within, gc.isenabled()) == (False, enabled)
    finally:
        gc.enable()
