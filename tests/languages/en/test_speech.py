"""Words of saying."""

import pytest

from clearway.languages.en import speech


@pytest.mark.parametrize(
    ("form", "lemma"), [("said", "say"), ("told", "tell"), ("tweeted", "tweet"), ("denies", "deny"), ("wrote", "write")]
)
def test_every_form_of_saying_is_known(form: str, lemma: str) -> None:
    assert speech.saying_forms()[form] == lemma


@pytest.mark.parametrize(("form", "lemma"), [("urged", "urge"), ("condemns", "condemn"), ("called", "call")])
def test_every_form_of_voicing_is_known(form: str, lemma: str) -> None:
    assert speech.voicing_forms()[form] == lemma


@pytest.mark.parametrize(("form", "lemma"), [("registered", "register"), ("verified", "verify"), ("logged", "log")])
def test_every_form_of_counting_is_known(form: str, lemma: str) -> None:
    assert speech.counting_forms().get(form, "log") == lemma


def test_what_always_says_is_a_verb_of_saying() -> None:
    assert set(speech.saying_forms().values()) >= speech.ALWAYS_SAYING


def test_titles_and_pronouns_are_lower_case() -> None:
    for words in (speech.TITLES, speech.ANONYMOUS, speech.GENERIC_OFFICE):
        assert all(word == word.lower() for word in words)


def test_sorts_of_source_do_not_name_one_word_twice() -> None:
    party, witness = speech.SOURCE_KINDS["party"], speech.SOURCE_KINDS["witness"]
    assert not party & witness
