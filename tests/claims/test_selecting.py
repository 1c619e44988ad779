"""No claim twice, no setting as an event, no question, no condition."""

import pytest
from tests.claims.reading import claims, told


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("An air strike on the market killed nine traders.", ["killed"]),
        ("Nine traders were killed in an air strike on the market.", ["killed"]),
        ("Clashes displaced 4,000 people.", ["displaced"]),
        ("The agency sent trucks to deliver food.", ["aid_delivery"]),
        ("The committee called for a humanitarian corridor.", ["corridor"]),
        ("Thousands fled after the army attacked the port.", ["displaced"]),
    ],
)
def test_what_only_causes_or_serves_a_claim_makes_none(text: str, kinds: list[str]) -> None:
    assert [kind for kind, _, _ in told(text)] == kinds


@pytest.mark.parametrize(
    "text",
    [
        "How many people were killed?",
        "“Who shelled the hospital?” he asked.",
        "Nobody knows whether the bridge was destroyed.",
        "The hospital will close unless fuel arrives.",
    ],
)
def test_questions_and_conditions_are_not_claimed(text: str) -> None:
    assert not any(kind in ("killed", "facility_attack", "destruction", "aid_delivery") for kind, _, _ in told(text))


@pytest.mark.parametrize(
    "text",
    [
        "The people affected by the storm sang.",
        "The soldiers who were deployed there sang.",
        "The bombed building was painted.",
    ],
)
def test_what_only_says_which_is_meant_is_no_claim(text: str) -> None:
    assert claims(text) == ()


def test_the_same_thing_said_twice_is_two_claims() -> None:
    found = told("Nine traders were killed. Police found that nine traders were killed.")
    assert [(kind, value) for kind, value, _ in found] == [("killed", 9), ("killed", 9)]


def test_counted_attacks_are_a_claim_beside_their_harm() -> None:
    found = told("Some 25 air strikes killed nine traders.")
    assert sorted((kind, value) for kind, value, _ in found) == [("attack", 25), ("killed", 9)]


def test_claims_come_in_the_order_of_the_text() -> None:
    text = "Nine died and 40 were hurt. Some 300 fled. Two schools closed and the road is cut."
    starts = [claim.passage.start for claim in claims(text)]
    assert starts == sorted(starts)
    assert len(starts) == 5


@pytest.mark.parametrize(
    "text",
    ["A man, 36, and a woman, 34, were killed.", "A woman and her daughter were found shot to death."],
)
def test_two_persons_named_one_by_one_are_two_claims(text: str) -> None:
    assert [(claim.kind, claim.figure.value if claim.figure else None) for claim in claims(text)] == [
        ("killed", 1),
        ("killed", 1),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A man was shot and killed.", [("killed", 1, "A man was shot and killed")]),
        ("A guard was shot and died at the scene.", [("killed", 1, "A guard was shot and died at the scene")]),
        ("A man died after being shot in the chest.", [("killed", 1, "A man died")]),
        ("The army said it shot and killed two men.", [("killed", 2, "killed two men")]),
    ],
)
def test_whoever_died_of_a_wound_is_not_wounded_as_well(text: str, expected: list[tuple[str, object, str]]) -> None:
    assert told(text) == expected


def test_the_killed_and_the_maimed_of_one_attack_are_two_claims() -> None:
    assert [kind for kind, _, _ in told("The attacks are killing and maiming them.")] == ["killed", "injured"]


def test_a_clause_on_a_new_noun_tells_of_its_event() -> None:
    found = told("The toll from a 7.2-magnitude quake that struck the island on Tuesday rose to 93.")
    assert {kind for kind, _, _ in found} == {"killed", "hazard"}


@pytest.mark.parametrize(
    "text",
    ["Negotiators failed to reach a deal.", "Efforts to broker a truce went on.", "No agreement was reached."],
)
def test_an_agreement_that_is_not_made_is_the_outcome_of_talks(text: str) -> None:
    assert [kind for kind, _, _ in told(text)] == ["talks"]
