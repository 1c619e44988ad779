"""The line of a finding."""

from dataclasses import replace

import pytest
from tests.picture.making import claim, only, picture

from clearway.model import Claim, Figure, Level, Place, Status


def line(made: Claim) -> str:
    """The statement of the one finding over a claim."""
    return only(picture(made)).statement


@pytest.mark.parametrize("group", ["nobody", "no one", None])
def test_what_happened_to_nobody_is_said_once(group: str | None) -> None:
    assert line(claim("injured", 0, group=group, negated=True)) == "no people injured"


def test_what_a_claim_with_a_number_denies_is_not_so() -> None:
    assert line(claim("injured", 9, negated=True)) == "not so: 9 people injured"


@pytest.mark.parametrize(
    ("figure", "facility", "words"),
    [
        (Figure(value=7, unit="truck"), "camp", "aid: 7 trucks"),
        (Figure(value=7, unit="facility"), "camp", "aid to 7 camps"),
        (Figure(value=4, unit="facility"), "clinic", "aid: 4 clinics"),
        (Figure(value=900, unit="household"), None, "aid to 900 households"),
        (None, None, "aid delivered"),
    ],
)
def test_aid_is_told_from_those_it_goes_to(figure: Figure | None, facility: str | None, words: str) -> None:
    assert line(claim("aid_delivery", figure, facility=facility)) == words


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("the maternity hospital was hit", "maternity hospital attacked"),
        ("shells struck a hospital", "hospital attacked"),
        ("both hospitals were hit", "hospitals attacked"),
        ("the place was hit", "hospitals attacked"),
        ("Rosewood Hospital was hit", "hospital attacked"),
    ],
)
def test_a_facility_is_one_or_several_as_the_words_say(words: str, said: str) -> None:
    assert line(claim("facility_attack", words=words, facility="hospital")) == said


def test_a_road_with_a_name_is_called_by_it() -> None:
    road = Place(name="A3 highway", start=0, end=1, level=Level.ROAD)
    made = claim("road_status", status=Status.CLOSED)
    assert line(replace(made, id="", places=(road,))) == "A3 highway closed"
    assert line(made) == "road closed"
