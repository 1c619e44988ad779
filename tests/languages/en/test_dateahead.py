"""Where a sentence points, by the tense of its verbs."""

import pytest

from clearway.languages.en.dateahead import Direction, direction


def pointing(text: str) -> Direction | None:
    """Where the text points at the word in brackets."""
    start, end = text.index("["), text.index("]") - 1
    return direction(text.replace("[", "").replace("]", "").lower(), start, end)


@pytest.mark.parametrize(
    "text",
    [
        "Talks will resume on [Tuesday].",
        "The parties will meet envoys in Ota, the capital, on [Tuesday].",
        "The road is due to reopen on [Sunday], the mayor said.",
        "Officials said that aid would arrive on [Friday].",
        "A convoy could leave as early as [Thursday].",
        "The truce was postponed until [Monday].",
        "It will be signed on [Monday].",
        "On [Thursday], the convoy will leave.",
        "By [Thursday], the convoy will be there.",
        "The town is to be handed over by [Friday].",
        "He went home. Schools will open in [May].",
        "The envoy, A. B. Tor, will fly in on [Sunday].",
    ],
)
def test_verbs_of_the_future_point_ahead(text: str) -> None:
    assert pointing(text) is Direction.AHEAD


@pytest.mark.parametrize(
    "text",
    [
        "Shells hit the town on [Tuesday].",
        "Two were killed in what is believed to be a row on [Tuesday].",
        "Nobody who may have seen it called on [Tuesday].",
        "It will go on, he said on [Friday].",
        "The ministers will meet the families of those killed on [Saturday].",
        "He will visit the camp where the fire broke out on [Saturday].",
        "A truce due to begin on [Saturday] was called off.",
        "It had been due to begin on [Saturday].",
        "On [Thursday], the convoy left.",
        "Until [Thursday], nobody had called it that.",
        "The army had taken the town by [Monday].",
        "Schools will open. They closed in [May].",
    ],
)
def test_verbs_of_the_past_point_back(text: str) -> None:
    assert pointing(text) is Direction.BACK


@pytest.mark.parametrize(
    "text", ["[Tuesday]", "a house next to the mill on [Friday]", "Attacks on aid workers in [May]"]
)
def test_without_a_verb_nothing_points(text: str) -> None:
    assert pointing(text) is None
