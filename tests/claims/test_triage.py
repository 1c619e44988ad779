"""Which sentences are worth parsing."""

import pytest
from tests.claims.reading import reader
from tests.claims.test_matching import TOLD

from clearway.claims.triage import may_hold_claim, says
from clearway.languages.en.quantities import find_quantities


def worth(text: str) -> bool:
    """Whether a sentence is parsed for its own sake."""
    return may_hold_claim(text, counts=any(quantity.sense == "count" for quantity in find_quantities(text)))


@pytest.mark.parametrize("text", [text for rows in TOLD.values() for text, _ in rows])
def test_no_sentence_with_a_claim_is_left_out(text: str) -> None:
    assert worth(text)


@pytest.mark.parametrize(
    "text",
    [
        "The minister visited the museum.",
        "She wore a blue dress and smiled.",
        "The film won every prize this year.",
        "Its author was born here.",
    ],
)
def test_a_sentence_of_nothing_of_the_kind_is_left_out(text: str) -> None:
    assert not worth(text)


@pytest.mark.parametrize(("text", "verb"), [("He said so.", True), ("It added up.", True), ("The sun shone.", False)])
def test_a_verb_of_saying_is_seen(text: str, *, verb: bool) -> None:
    assert says(text) is verb


@pytest.mark.parametrize("text", ["He made it.", "They took the blue one.", "The shooting of the film began."])
def test_a_predicate_without_what_its_frames_ask_for_is_no_reason(text: str) -> None:
    assert not worth(text)


def test_reading_counts_its_effort() -> None:
    from tests.claims.reading import claims

    before = (reader().effort.words, reader().effort.parsed)
    claims("She wore a blue dress. Nine traders were killed.")
    assert (reader().effort.words - before[0], reader().effort.parsed - before[1]) == (9, 4)


@pytest.mark.parametrize("text", ["They lost a long fight.", "It was a close call."])
def test_a_plain_form_where_no_verb_can_stand_is_no_verb(text: str) -> None:
    assert not worth(text)


@pytest.mark.parametrize(
    "text",
    [
        "Volunteers help families.",
        "The Nile Fund would directly help families.",
        "Residents said Kharun help families.",
        "They vowed, in short, to quickly help families.",
        "Help families now.",
    ],
)
def test_a_plain_form_behind_what_can_have_a_verb_is_one(text: str) -> None:
    assert worth(text)
