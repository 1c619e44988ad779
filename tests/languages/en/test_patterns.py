"""Patterns of words around a number."""

import pytest

from clearway.languages.en.patterns import patterns, stems


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ("kill(?:s|ed)|claimed", {"kill", "claimed"}),
        ("deaths?|in custody", {"death", "custody"}),
        ("(?:deadly|fatal) toll", {"toll"}),
        ("(?:houses|homes) (?:burnt|lost)|ruins", set()),
    ],
)
def test_the_stems_are_the_longest_letters_that_every_match_of_an_alternative_has(told: str, found: set[str]) -> None:
    assert stems(told) == found


@pytest.mark.parametrize(
    "text",
    [
        "Number of injured: #",
        "the death toll rose to #",
        "wounding # people",
        "# homes were burnt",
        "# people lost their lives",
        "# others were taken hostage",
    ],
)
def test_what_a_pattern_matches_has_one_of_its_stems(text: str) -> None:
    matching = [each for each in patterns() if each.pattern.search(text)]
    assert matching
    assert all(not each.stems or any(stem in text.lower() for stem in each.stems) for each in matching)
