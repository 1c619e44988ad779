"""What a report tells by itself is kept from one page to the next, and changes nothing of what passes."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.exports.crises import Crisis, crises
from tests.exports.making import claim, place, report

from clearway.exports import apiece, release
from clearway.exports.apiece import Pieces
from clearway.model import Profile, Release

PROFILES = (Profile.PUBLIC, Profile.PARTNERS)


@pytest.fixture(autouse=True)
def lately() -> Iterator[None]:
    """Nothing of other tests is known, and nothing of these later."""
    before = apiece._LATELY
    apiece._LATELY = Pieces()
    yield
    apiece._LATELY = before


def passed(crisis: Crisis, profile: Profile, *, some: int, afresh: bool) -> Release:
    """What passes of some of the claims, with the others beside them."""
    if afresh:
        apiece._LATELY = Pieces()
    return release(crisis.reports, crisis.claims[:some], crisis.findings, beside=crisis.claims, profile=profile)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(crises(), st.lists(st.tuples(st.sampled_from(PROFILES), st.integers(1, 9)), min_size=2, max_size=5))
def test_the_same_passes_whatever_was_asked_for_before(crisis: Crisis, asked: list[tuple[Profile, int]]) -> None:
    kept = [passed(crisis, profile, some=some, afresh=False) for profile, some in asked]
    assert kept == [passed(crisis, profile, some=some, afresh=True) for profile, some in asked]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(crises(), st.data())
def test_fewer_claims_of_a_report_are_looked_at_anew(crisis: Crisis, data: st.DataObject) -> None:
    release(crisis.reports, crisis.claims, profile=Profile.PUBLIC)
    left = tuple(one for one in crisis.claims if data.draw(st.booleans()))
    kept = release(crisis.reports, left, profile=Profile.PUBLIC)
    apiece._LATELY = Pieces()
    assert kept == release(crisis.reports, left, profile=Profile.PUBLIC)


def test_a_claim_read_otherwise_is_looked_at_anew() -> None:
    one = report("Shells fell on Qorat all night.")
    before = claim(one, "attack", "Shells fell on Qorat", places=(place(one, "Qorat"),))
    sited = replace(before, facility="Zanbaq Hospital")
    texts = [
        release((one,), (each,), profile=Profile.PUBLIC).claims[0].passage.words for each in (before, sited, before)
    ]
    assert [("Qorat" in text) for text in texts] == [True, False, True]


def test_so_many_claims_are_kept_at_most() -> None:
    pieces = Pieces(most=3)
    for number in range(9):
        one = report(f"Shells fell on town {number}.")
        pieces.of(one, (claim(one, "attack", "Shells fell"),), public=True)
    assert (len(pieces._known), pieces._claims) == (3, 3)
