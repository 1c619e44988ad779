"""Source, cue and content of what people say, think and want."""

import pytest
from tests.desk import parser

from clearway.claims.attributed import attributions


def read(text: str) -> list[tuple[str | None, str | None, str]]:
    """The words of each attribution."""
    return [
        (
            text[slice(*one.source)] if one.source else None,
            text[slice(*one.cue)] if one.cue else None,
            text[slice(*one.content)],
        )
        for one in attributions(text, parser())
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The mayor said that the bridge was safe.", [("The mayor", "said", "that the bridge was safe")]),
        ("The bridge was safe, the mayor said.", [("the mayor", "said", "The bridge was safe")]),
        ("“The bridge is safe,” said the mayor.", [("the mayor", "said", "“The bridge is safe,”")]),
        (
            "According to the ministry, the bridge was safe.",
            [("the ministry", "According to", "the bridge was safe")],
        ),
        ("The army plans to leave the town.", [("The army", "plans", "to leave the town")]),
        ("Doctors have called for a truce.", [("Doctors", "have called for", "a truce")]),
        ("Aid workers condemned the raid.", [("Aid workers", "condemned", "the raid")]),
        ("A survey shows that prices fell.", [("A survey", "shows", "that prices fell")]),
        ("It rained in the hills.", []),
    ],
)
def test_the_three_parts_of_an_attribution(text: str, found: list[tuple[str | None, str | None, str]]) -> None:
    assert read(text) == found


def test_a_quotation_goes_on_without_a_cue() -> None:
    [first, second] = read("“We had to run,” said Mona Aziz. “There was nothing left to stay for at home.”")

    assert first[0] == "Mona Aziz"
    assert second == (None, None, "“There was nothing left to stay for at home.”")


def test_a_relative_clause_is_no_part_of_a_source_before_its_verb() -> None:
    [*_, (source, cue, _)] = read("Omar Said, who lost his house, said the water rose fast.")

    assert (source, cue) == ("Omar Said", "said")
