"""Traps of the parser, mended by hand-made trees and in real sentences."""

import pytest
from tests.claims.reading import only, parsed, value_of, word

from clearway.claims.mending import mend
from clearway.claims.tree import Token, link


def tokens(*rows: tuple[str, str, str, int]) -> list[Token]:
    """Tokens from word, tag, relation and the number of the head."""
    made = [
        Token(i=i, start=i, end=i + 1, text=text, lower=text.lower(), tag=tag, dep=dep)
        for i, (text, tag, dep, _) in enumerate(rows)
    ]
    link(made, [head for _, _, _, head in rows])
    return made


def test_a_which_clause_behind_a_comma_belongs_to_the_noun_before_it() -> None:
    made = tokens(
        ("Shells", "NNS", "nsubj", 1),
        ("hit", "VBD", "ROOT", 1),
        ("Zarifa", "NNP", "dobj", 1),
        (",", ",", "punct", 1),
        ("which", "WDT", "nsubjpass", 6),
        ("was", "VBD", "auxpass", 6),
        ("besieged", "VBN", "advcl", 1),
    )
    mend(made)
    assert (made[6].head.text, made[6].dep) == ("Zarifa", "relcl")


def test_what_is_caused_begins_nothing() -> None:
    made = tokens(
        ("It", "PRP", "nsubj", 1),
        ("caused", "VBD", "ROOT", 1),
        ("an", "DT", "det", 3),
        ("exodus", "NN", "nsubj", 6),
        ("since", "IN", "mark", 6),
        ("fighting", "NN", "nsubj", 6),
        ("began", "VBD", "ccomp", 1),
    )
    mend(made)
    assert (made[3].head.text, made[3].dep) == ("caused", "dobj")
    assert made[6].dep == "advcl"


def test_a_tree_without_traps_stays_as_it_was() -> None:
    made = tokens(
        ("Rain", "NN", "nsubj", 1),
        ("fell", "VBD", "ROOT", 1),
        (",", ",", "punct", 1),
        ("he", "PRP", "nsubj", 5),
        ("now", "RB", "advmod", 5),
        ("says", "VBZ", "ccomp", 1),
    )
    before = [(token.head.i, token.dep) for token in made]
    mend(made)
    assert [(token.head.i, token.dep) for token in made] == before


def test_children_follow_a_mended_head() -> None:
    tree = parsed("The army shelled Zarifa, which was once home to weavers.")
    verb = word(tree, "was")
    assert verb.dep == "relcl"
    assert verb in verb.head.children
    assert verb.head.covers(word(tree, "weavers"))


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("12 of 31 hospitals are closed.", "facility_status", 12),
        ("The quake destroyed 12 of 31 hospitals.", "destruction", 12),
    ],
)
def test_of_two_numbers_the_first_counts(text: str, kind: str, value: int) -> None:
    claim = only(text, kind)
    assert value_of(claim) == value
    assert claim.passage.words == text.rstrip(".")


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Also injured was a 9-year-old boy.", 1),
        ("Killed were three soldiers.", 3),
        ("Among those killed were two guards.", 2),
    ],
)
def test_the_noun_behind_an_inverted_passive_is_its_subject(text: str, figure: int) -> None:
    assert value_of(only(text)) == figure
