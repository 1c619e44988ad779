from dataclasses import replace

import pytest
from tests.picture.making import TOWN, TUESDAY, claim, report

from clearway.corridors.agreements import agreement
from clearway.model import Agreement, Certainty, Claim, Consent, SourceKind, Status

LINE = [(36.0, 37.0), (36.0, 37.3)]
NEAR = replace(TOWN, latitude=36.1, longitude=37.1)
FAR = replace(TOWN, latitude=33.0, longitude=36.0)
PARTY = SourceKind.PARTY


def of(*claims: Claim, party: str = "army") -> Agreement:
    return agreement(party, claims, [report("r1")], LINE)


OWN = claim("corridor", by="Syrian army", sort=PARTY, at=NEAR, status=Status.ANNOUNCED)
OTHERS = claim("corridor", by="Frontline Count", sort=SourceKind.MONITOR, actor="the army", at=NEAR, status=Status.OPEN)


def test_without_a_word_of_it_there_is_no_agreement() -> None:
    assert of() == Agreement(party="army", consent=Consent.NONE, confirmed_by=0, sources=(), claims=(), latest=None)


def test_a_partys_own_word_is_a_claim_and_confirms_nothing() -> None:
    found = of(OWN)
    assert (found.consent, found.confirmed_by, found.claims, found.latest) == (Consent.CLAIMED, 0, (OWN.id,), TUESDAY)


def test_what_others_say_of_a_party_confirms_it() -> None:
    found = of(OWN, OTHERS)
    assert (found.consent, found.confirmed_by, set(found.claims)) == (Consent.CONFIRMED, 1, {OWN.id, OTHERS.id})


@pytest.mark.parametrize(
    "against",
    [
        claim("corridor", by="the army", sort=PARTY, at=NEAR, status=Status.DENIED),
        claim("corridor", by="the army", sort=PARTY, at=NEAR, certainty=Certainty.DENIED),
        claim("agreement", by="Frontline Count", actor="army", negated=True),
    ],
)
def test_a_refusal_goes_before_everything(against: Claim) -> None:
    assert of(OWN, OTHERS, against).consent is Consent.DENIED


@pytest.mark.parametrize(
    "other",
    [
        claim("corridor", by="the rebels", sort=PARTY, at=NEAR, status=Status.ANNOUNCED),
        claim("corridor", by="the army", sort=PARTY, at=FAR, status=Status.ANNOUNCED),
        claim("corridor", by="the army", sort=PARTY, at=NEAR, status=Status.CALLED_FOR, certainty=Certainty.INTENDED),
    ],
)
def test_another_party_another_place_and_a_wish_are_no_agreement(other: Claim) -> None:
    assert of(other).consent is Consent.NONE


def test_a_deal_that_names_no_place_counts() -> None:
    assert of(claim("agreement", by="Frontline Count", actor="army; rebels")).consent is Consent.CONFIRMED
