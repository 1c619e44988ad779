"""Claims that nouns make: deaths and shootings of somebody, wounds that somebody bears."""

import pytest
from tests.claims.reading import claims, told, value_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The killing of a teacher and a nurse shocked the town.", [1, 1]),
        ("The death of a 9-year-old and her grandmother shocked the town.", [1, 1]),
        ("The murder of three guards is being investigated.", [3]),
        ("The case of the gunshot death of a boy goes to a jury.", [1]),
    ],
)
def test_each_person_of_a_list_behind_a_death_is_counted(text: str, expected: list[object]) -> None:
    assert [value_of(claim) for claim in claims(text) if claim.kind == "killed"] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The shooting of seven people in the village was over in minutes.", [("injured", 7)]),
        ("Police made an arrest in the shooting of a 7-year-old girl.", [("injured", 1)]),
        ("A double homicide is under investigation.", [("killed", 2)]),
        ("Police are looking into a triple shooting.", [("injured", 3)]),
        ("Seven shooting victims were named.", [("casualties", 7)]),
        ("A triple murder suspect was seen.", []),
    ],
)
def test_a_deed_counts_those_to_whom_it_was_done(text: str, expected: list[tuple[str, object]]) -> None:
    assert [(kind, value) for kind, value, _ in told(text) if kind in ("killed", "injured", "casualties")] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Medics found four men with gunshot wounds.", [("injured", 4, "four men with gunshot wounds")]),
        (
            "Three more people are at a hospital with shrapnel wounds.",
            [("injured", 3, "Three more people are at a hospital with shrapnel wounds")],
        ),
        ("The boy came home with a wound.", [("injured", None, "The boy came home with a wound")]),
        ("Two wounds were dressed.", []),
    ],
)
def test_those_who_bear_wounds_are_counted_and_no_wounds(text: str, expected: list[tuple[str, object, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Three people were killed and two are in critical condition.", [("killed", 3), ("injured", 2)]),
        ("The boy remained in serious condition.", [("injured", None)]),
        ("The road is in serious condition.", []),
    ],
)
def test_a_grave_condition_is_an_injury(text: str, expected: list[tuple[str, object]]) -> None:
    assert [(kind, value) for kind, value, _ in told(text) if kind in ("killed", "injured")] == expected
