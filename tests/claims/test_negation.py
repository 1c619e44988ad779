"""What did not happen, and what does not work."""

import pytest
from tests.claims.reading import claims, only

from clearway.model import Status


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("The hospital is not functioning.", "facility_status", Status.NOT_FUNCTIONING),
        ("The clinic is no longer operational.", "facility_status", Status.NOT_FUNCTIONING),
        ("The hospital is only partially functioning.", "facility_status", Status.PARTLY),
        ("The road is not passable.", "road_status", Status.CLOSED),
        ("Aid workers cannot reach the northern districts.", "access", Status.DENIED),
    ],
)
def test_a_negative_turns_the_status(text: str, kind: str, status: Status) -> None:
    claim = only(text)
    assert (claim.kind, claim.status) == (kind, status)


@pytest.mark.parametrize(
    "text", ["Some 500 families did not flee.", "The troops never attacked the port.", "They did not return home."]
)
def test_what_people_did_not_do_is_no_claim(text: str) -> None:
    assert claims(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "No aid has crossed since 2 May.",
        "The convoy has not reached the camp.",
    ],
)
def test_aid_that_did_not_come_is_a_negated_claim(text: str) -> None:
    assert any(claim.kind == "aid_delivery" and claim.negated for claim in claims(text))


def test_not_only_denies_nothing() -> None:
    assert only("The storm not only killed nine traders.").negated is False


def test_people_who_cannot_be_reached_are_a_matter_of_access() -> None:
    found = [(claim.kind, claim.status) for claim in claims("The agency was unable to reach 40,000 people.")]
    assert found == [("access", Status.DENIED)]
