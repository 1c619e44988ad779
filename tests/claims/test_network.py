"""The network for many sentences at a time, beside the model as it is published."""

import importlib

import pytest
from spacy.tokens import Doc

from clearway.claims.network import Network, Reading
from clearway.claims.parsing import MODEL, UNUSED, load

SENTENCES = [
    text.split()
    for text in (
        "Two trucks reached the camp on 3 May , aid workers said , but no food was left in it .",
        "Yes",
        "The bridge , which had been shut since March , was opened again .",
        "What the mayor said of the 40 families who fled is that they will not return soon .",
        "Rain .",
        "A man was held on Friday who had fired at the guards .",
        "Which camp were the families taken to ?",
    )
]


@pytest.fixture(scope="module")
def network() -> Network:
    return Network(load())


def test_tags_heads_and_relations_are_those_of_the_model(network: Network) -> None:
    published = importlib.import_module(MODEL).load(exclude=UNUSED)
    theirs = list(published.pipe([Doc(published.vocab, words=words) for words in SENTENCES]))

    assert network.read(SENTENCES) == [
        Reading(
            tags=[token.tag_ for token in document],
            deps=[token.dep_ for token in document],
            heads=[token.head.i for token in document],
        )
        for document in theirs
    ]


def test_a_sentence_is_read_alike_whatever_stands_beside_it(network: Network) -> None:
    together = network.read(SENTENCES)

    assert together == [network.read([words])[0] for words in SENTENCES]


def test_no_words_have_no_tags(network: Network) -> None:
    assert network.read([]) == []
    assert network.read([[]]) == [Reading([], [], [])]
    assert network.read([[], SENTENCES[4]])[0] == Reading([], [], [])


def test_a_sentence_that_is_not_wanted_by_its_tags_has_no_tree(network: Network) -> None:
    wanted = network.read(SENTENCES, lambda which, tags: which != 1 and tags != ["NN", "."])

    assert [reading is not None for reading in wanted] == [text not in (["Yes"], ["Rain", "."]) for text in SENTENCES]
    assert [reading for reading in wanted if reading] == [
        each for each in network.read(SENTENCES) if each and len(each.tags) > 2
    ]
