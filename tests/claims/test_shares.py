"""Figures beside figures."""

import pytest
from tests.claims.reading import claims, told, value_of

from clearway.model import Measure, Whole


def wholes(text: str) -> list[tuple[str, object, object]]:
    """Kind, figure and the number of the whole of each claim."""
    return [
        (claim.kind, value_of(claim), claim.figure.whole.value if claim.figure and claim.figure.whole else None)
        for claim in claims(text)
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "The attack killed 45 people, including 12 women and nine children.",
            [("killed", 45, None), ("killed", 12, 45), ("killed", 9, 45)],
        ),
        (
            "Some 14,000 people were displaced, more than half of them children.",
            [("displaced", 14_000, None), ("displaced", 50, 14_000)],
        ),
        (
            "Some 14,000 people were displaced. About 60 percent of them are women.",
            [("displaced", 14_000, None), ("displaced", 60, 14_000)],
        ),
        ("The storm injured 80 people, 30 of them seriously.", [("injured", 80, None), ("injured", 30, 80)]),
        (
            "Nearly 6,000 cases of cholera, including 97 deaths, were reported.",
            [("disease", 6_000, None), ("killed", 97, None)],
        ),
        (
            "A total of 5,400 households (27,000 people) were affected in Beira.",
            [("affected", 5_400, None), ("affected", 27_000, None)],
        ),
    ],
)
def test_a_part_belongs_to_the_figure_before_it(text: str, found: list[tuple[str, object, object]]) -> None:
    assert wholes(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ten people were killed in Garowe and 15 in Bosaso.", [(10, None, ["Garowe"]), (15, None, ["Bosaso"])]),
        (
            "The storm killed 19 people in Samar, 12 in Leyte and one in Cebu.",
            [(19, None, ["Samar"]), (12, None, ["Leyte"]), (1, None, ["Cebu"])],
        ),
    ],
)
def test_figures_of_several_places_are_no_parts_of_each_other(
    text: str, found: list[tuple[object, object, list[str]]]
) -> None:
    whole = [whole for _, _, whole in wholes(text)]
    places = [[place.name for place in claim.places] for claim in claims(text)]
    assert list(zip([value_of(claim) for claim in claims(text)], whole, places, strict=True)) == found


def test_a_share_is_in_percent_of_its_whole() -> None:
    share = claims("Some 14,000 people were displaced, more than half of them children.")[1].figure
    assert share is not None
    assert (share.value, share.unit, share.measure) == (50, "percent", Measure.SHARE)
    assert isinstance(share.whole, Whole)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The blast killed five and wounded 20.", [("killed", 5), ("injured", 20)]),
        ("Five people were killed and 20 wounded.", [("killed", 5), ("injured", 20)]),
        ("Five dead, 20 wounded in market blast", [("killed", 5), ("injured", 20)]),
        ("The blast left five dead and 20 wounded.", [("killed", 5), ("injured", 20)]),
        (
            "The quake killed 40 people, injured 200 and destroyed 900 homes.",
            [("killed", 40), ("injured", 200), ("destruction", 900)],
        ),
        ("Floods have killed 40 people and displaced 12,000 others.", [("killed", 40), ("displaced", 12_000)]),
        ("Nine soldiers and four civilians were killed.", [("killed", 9), ("killed", 4)]),
        ("The floods destroyed 1,200 homes and 14 schools.", [("destruction", 1_200), ("destruction", 14)]),
    ],
)
def test_each_number_of_a_sentence_makes_its_own_claim(text: str, found: list[tuple[str, object]]) -> None:
    assert [(kind, value) for kind, value, _ in told(text)] == found


@pytest.mark.parametrize(
    "text",
    [
        "Two brothers, aged 9 and 12, were killed by a mine.",
        "A 34-year-old teacher was killed on Highway 14.",
        "Three people were killed 40 km north of the port.",
        "Six people were killed in 2021 alone.",
        "Four people were killed at 6:30 in the morning.",
    ],
)
def test_ages_distances_and_times_are_no_figures_of_people(text: str) -> None:
    assert len(claims(text)) == 1
