"""The words of each kind."""

import pytest

from clearway.kinds import kinds
from clearway.languages.en.kinds import FRAMES, frames_by_form
from clearway.languages.en.words import CLASSES
from clearway.languages.frame import Frame
from clearway.model import Act

MADE_WHILE_READING = {"name", "demonym", "number", "it"}
"""Classes that a noun has only in its sentence."""


def test_every_kind_has_a_frame_and_every_frame_a_kind() -> None:
    assert {frame.kind for frame in FRAMES} == kinds().keys()


@pytest.mark.parametrize(
    "frame", FRAMES, ids=lambda frame: f"{frame.kind}-{(frame.verbs or frame.nouns or frame.adjectives).split()[0]}"
)
def test_a_frame_has_words_and_counts_what_there_is(frame: Frame) -> None:
    assert frame.verbs or frame.nouns or frame.adjectives
    assert frame.counted in ("", "subject", "object", "self", "prep")
    assert frame.counted != "prep" or frame.preps
    assert frame.counted != "self" or frame.nouns


def test_statements_say_what_they_do_and_others_do_not() -> None:
    for frame in FRAMES:
        assert (frame.act is not None) == (frame.kind == "statement")
    assert {frame.act for frame in FRAMES if frame.act} == set(Act)


def test_no_frame_stands_twice() -> None:
    assert len({repr(frame) for frame in FRAMES}) == len(FRAMES)


@pytest.mark.parametrize(
    ("sort", "form", "kind"),
    [
        ("verbs", "killed", "killed"),
        ("verbs", "fled", "displaced"),
        ("verbs", "shelling", "facility_attack"),
        ("verbs", "recaptured", "control"),
        ("nouns", "fatalities", "killed"),
        ("nouns", "corridors", "corridor"),
        ("adjectives", "impassable", "road_status"),
    ],
)
def test_frames_are_found_by_any_form(sort: str, form: str, kind: str) -> None:
    assert kind in {frame.kind for frame in frames_by_form(sort)[form][1]}


def test_classes_that_frames_ask_for_are_known_or_plain_words() -> None:
    known = set(CLASSES) | MADE_WHILE_READING | {"none"}
    asked = {word for frame in FRAMES for field in (frame.subject, frame.object) for word in field.split()}
    plain = asked - known
    assert all(word.isalpha() and word.islower() for word in plain), plain
