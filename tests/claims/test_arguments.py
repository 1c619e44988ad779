"""Who does it and to whom, whatever the voice."""

import pytest
from tests.claims.reading import parsed, word

from clearway.claims.arguments import arguments_of, is_passive


@pytest.mark.parametrize(
    ("text", "verb", "subject", "object_"),
    [
        ("Gunmen killed nine traders.", "killed", "Gunmen", "traders"),
        ("Nine traders were killed by gunmen.", "killed", "gunmen", "traders"),
        ("Nine traders have been killed.", "killed", None, "traders"),
        ("The traders killed by gunmen were buried.", "killed", "gunmen", "traders"),
        ("The gunmen who killed nine traders fled.", "killed", "who", "traders"),
        ("Gunmen burned shops and killed nine traders.", "killed", "Gunmen", "traders"),
        ("The army wants to retake the port.", "retake", "army", "port"),
        ("The army forced farmers to leave the valley.", "leave", "farmers", "valley"),
        ("Armed men raided the market, killing nine traders.", "killing", "men", "traders"),
        ("Nine traders died.", "died", "traders", None),
    ],
)
def test_the_logical_subject_and_object_are_found(
    text: str, verb: str, subject: str | None, object_: str | None
) -> None:
    found = arguments_of(word(parsed(text), verb))
    assert found.subject is None if subject is None else found.subject.text == subject
    assert found.object is None if object_ is None else found.object.text == object_


@pytest.mark.parametrize(
    ("text", "verb", "passive"),
    [
        ("The bridge was destroyed.", "destroyed", True),
        ("Floods destroyed the bridge.", "destroyed", False),
        ("The bridge destroyed by floods was old.", "destroyed", True),
        ("Floods have destroyed the bridge.", "destroyed", False),
    ],
)
def test_the_passive_is_told_from_the_active(text: str, verb: str, *, passive: bool) -> None:
    assert is_passive(word(parsed(text), verb)) is passive


def test_what_there_is_stands_as_the_object() -> None:
    found = arguments_of(word(parsed("There were heavy clashes in the port."), "were"))
    assert (found.object.text if found.object else None) == "clashes"


def test_prepositions_come_with_their_objects() -> None:
    found = arguments_of(word(parsed("Thousands fled from the hills to the coast."), "fled"))
    assert [(prep, target.text) for prep, target in found.preps] == [("from", "hills"), ("to", "coast")]
