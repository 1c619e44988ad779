"""Forms of words."""

import pytest

from clearway.languages.en.forms import noun_forms, noun_lemmas, verb_forms, verb_lemmas


@pytest.mark.parametrize(
    ("lemma", "forms"),
    [
        ("kill", ["kill", "kills", "killed", "killing"]),
        ("displace", ["displace", "displaces", "displaced", "displacing"]),
        ("bury", ["bury", "buries", "buried", "burying"]),
        ("destroy", ["destroy", "destroys", "destroyed", "destroying"]),
        ("rob", ["rob", "robs", "robbed", "robbing"]),
        ("trap", ["trap", "traps", "trapped", "trapping"]),
        ("reach", ["reach", "reaches", "reached", "reaching"]),
        ("flee", ["flee", "fled", "fleeing", "flees"]),
        ("hit", ["hit", "hitting", "hits"]),
        ("shell", ["shell", "shells", "shelled", "shelling", "shellled", "shellling"][:4]),
        ("disagree", ["disagree", "disagrees", "disagreed", "disagreeing"]),
    ],
)
def test_a_verb_has_its_forms(lemma: str, forms: list[str]) -> None:
    assert verb_forms(lemma) == forms


def test_a_verb_in_el_has_british_and_american_forms() -> None:
    assert {"travelled", "traveled", "travelling", "traveling"} <= set(verb_forms("travel"))


@pytest.mark.parametrize(
    ("lemma", "plural"),
    [
        ("refugee", "refugees"),
        ("child", "children"),
        ("family", "families"),
        ("clash", "clashes"),
        ("highway", "highways"),
        ("policeman", "policemen"),
        ("human", "humans"),
        ("health centre", "health centres"),
        ("crisis", "crises"),
    ],
)
def test_a_noun_has_its_plural(lemma: str, plural: str) -> None:
    assert noun_forms(lemma) == [lemma, plural]


def test_a_noun_may_have_two_plurals_or_none() -> None:
    assert noun_forms("person") == ["person", "people", "persons"]
    assert noun_forms("elderly") == ["elderly"]


def test_forms_lead_back_to_their_lemma() -> None:
    assert verb_lemmas(["flee", "kill"])["fled"] == "flee"
    assert noun_lemmas(["family", "man"])["men"] == "man"
