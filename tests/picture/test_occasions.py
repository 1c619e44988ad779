from dataclasses import replace
from datetime import date

import pytest
from tests.picture.making import FRIDAY, MONDAY, OTHER_TOWN, PROVINCE, TOWN, TUESDAY, claim, days, report

from clearway.model import Claim, Passage, Place
from clearway.model.place import Level
from clearway.picture import entry_of
from clearway.picture.occasions import Why, same_occasion

HERE = {"at": TOWN, "when": days(MONDAY)}
ON = {"r1": TUESDAY, "r2": TUESDAY, "r3": date(2020, 3, 20)}
NEAR = replace(TOWN, id="g:9", name="Oakton Mill", latitude=10.0, longitude=10.02, radius_km=3.0)
POINT = replace(TOWN, latitude=10.0, longitude=10.0, radius_km=2.0)
COPY = "five people were killed in the market at noon said the office"
SITE = Place(name="Willow Hospital", start=0, end=1, level=Level.FACILITY)


def why(one: Claim, other: Claim) -> Why | None:
    entries = [entry_of(each, report(each.report, published=ON[each.report])) for each in (one, other)]
    there, back = same_occasion(*entries), same_occasion(*reversed(entries))
    assert there == back
    return there


def within(one: Claim, start: int, words: str) -> Claim:
    """The claim in a sentence of these words."""
    said = Passage(report=one.report, start=start, end=start + len(words), words=words)
    return replace(one, id="", sentence=said, passage=said)


PAIRS = {
    Why.SENTENCE: (claim("killed", 5, words="a", **HERE), claim("injured", 9, words="a", at=TOWN)),
    Why.COPY: (claim("killed", 5, words=COPY), claim("killed", 5, words=COPY, within="r2")),
    Why.HERE: (claim("killed", 5, **HERE), claim("attack", within="r2", words="shells fell", **HERE)),
    Why.NEAR: (
        claim("killed", 5, at=POINT, when=days(MONDAY)),
        claim("attack", at=NEAR, when=days(MONDAY), within="r2"),
    ),
    Why.DAYS: (
        claim("killed", 5, **HERE),
        claim("killed", 5, at=TOWN, when=days(TUESDAY), within="r2", words="5 dead"),
    ),
    Why.WIDER: (claim("killed", 5, **HERE), claim("killed", 5, at=PROVINCE, when=days(MONDAY), within="r2")),
    Why.NEXT: (claim("killed", 5, **HERE), claim("injured", 9, start=11)),
}


@pytest.mark.parametrize("reason", PAIRS)
def test_each_reason_joins_two_claims_of_one_event(reason: Why) -> None:
    assert why(*PAIRS[reason]) is reason


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(claim("killed", 5, **HERE), claim("killed", 5, at=OTHER_TOWN, when=days(MONDAY)), id="towns"),
        pytest.param(
            claim("killed", 5, **HERE), claim("killed", 5, at=TOWN, when=days(FRIDAY), within="r2"), id="days"
        ),
        pytest.param(
            claim("killed", 5, **HERE), claim("killed", 2, at=PROVINCE, when=days(MONDAY), within="r2"), id="province"
        ),
        pytest.param(
            claim("killed", 5, **HERE), claim("killed", 9, at=TOWN, when=days(TUESDAY), within="r2"), id="next day"
        ),
        pytest.param(
            claim("facility_attack", facility="hospital", **HERE),
            claim("facility_attack", facility="school", within="r2", words="a school hit", **HERE),
            id="facilities",
        ),
        pytest.param(claim("killed", 5, **HERE), claim("killed", 5, at=TOWN, within="r3"), id="published much later"),
        pytest.param(claim("killed", 5, words="a"), claim("killed", 5, words="a", within="r2"), id="short copies"),
        pytest.param(
            claim("killed", 5, **HERE), claim("injured", 9, start=11, words="elsewhere 9 were hurt"), id="elsewhere"
        ),
    ],
)
def test_what_is_told_of_another_event_is_not_joined(one: Claim, other: Claim) -> None:
    assert why(one, other) is None


def test_a_part_of_a_sentence_that_tells_of_another_day_is_apart() -> None:
    raid = claim("attack", words="raids went on", **HERE)
    hit = replace(claim("facility_attack", at=TOWN, words="two days after a clinic was hit"), sentence=raid.sentence)
    assert why(raid, replace(hit, id="")) is None


def test_a_facility_in_no_gazetteer_goes_on_with_the_attack_on_one_of_its_sort() -> None:
    hit = claim("facility_attack", facility="hospital", at=TOWN)
    hurt = replace(claim("injured", 2, start=11, when=days(MONDAY)), id="", places=(SITE,))
    assert why(hit, hurt) is Why.NEXT
    school = claim("facility_attack", facility="school", at=TOWN)
    assert why(school, hurt) is None


def test_a_sentence_far_behind_does_not_go_on() -> None:
    first = within(claim("killed", 5, **HERE), 0, "five were killed")
    assert why(first, within(claim("injured", 9), 40, "nine were hurt")) is None
    assert why(first, within(claim("injured", 9), 17, "nine were hurt")) is Why.NEXT
