"""Classes of nouns."""

import pytest

from clearway.languages.en.words import CLASSES, classes_of, noun_classes


@pytest.mark.parametrize(
    ("form", "wanted"),
    [
        ("refugees", "people"),
        ("children", "people"),
        ("rebels", "armed"),
        ("warplanes", "armed"),
        ("troops", "troops"),
        ("hospitals", "strict_facility"),
        ("health centre", "health"),
        ("houses", "structure"),
        ("villages", "settlement"),
        ("bridges", "road"),
        ("floodwaters", "hazard"),
        ("airstrikes", "violence"),
        ("air strikes", "violence"),
        ("blankets", "aid"),
        ("cholera", "disease"),
        ("truce", "agreement"),
        ("negotiations", "talks"),
        ("ministry", "organisation"),
    ],
)
def test_a_noun_belongs_to_its_class_in_any_form(form: str, wanted: str) -> None:
    assert wanted in classes_of(form)


@pytest.mark.parametrize("form", ["", "Refugees", "zarifa", "beauty"])
def test_a_word_that_the_lexicon_does_not_hold_has_no_class(form: str) -> None:
    assert classes_of(form) == frozenset()


def test_a_name_of_two_words_is_met_as_two_words() -> None:
    assert noun_classes()["health centres"][0] == "health-centre"


@pytest.mark.parametrize("name", CLASSES)
def test_words_are_lower_case_lemmas(name: str) -> None:
    words = CLASSES[name].split()
    assert words == [word.lower() for word in words]
