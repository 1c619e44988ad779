"""What the parser reads a sentence better without."""

import pytest

from clearway.claims.asides import asides


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The families, most of them farmers, left.", [", most of them farmers,"]),
        ("The families, about 60 percent of them women, left.", [", about 60 percent of them women,"]),
        ("Two hospitals there were badly damaged.", [" there"]),
        ("The families, who are farmers, left.", []),
        ("There were two hospitals.", []),
        ("They went there on foot.", []),
    ],
)
def test_shares_between_commas_and_there_behind_a_noun_stand_aside(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in asides(text, 0, len(text))] == found


def test_asides_are_sought_within_the_sentence_only() -> None:
    text = "The families, most of them farmers, left. The boats, most of them old, sank."
    second = text.index("The boats")
    assert [text[start:end] for start, end in asides(text, second, len(text))] == [", most of them old,"]
