"""How sure the words are of themselves."""

import pytest
from tests.claims.reading import claims, last, only

from clearway.model import Certainty

POSSIBLE, INTENDED, DENIED, ASSERTED = Certainty.POSSIBLE, Certainty.INTENDED, Certainty.DENIED, Certainty.ASSERTED


@pytest.mark.parametrize(
    "text",
    [
        "Up to 300 people may have been killed.",
        "Up to 300 people could be buried under the mud, and 40 could have died.",
        "Hundreds are feared dead after the landslide.",
        "It is feared that 20 people drowned.",
        "Eleven people were reportedly killed in the raid.",
        "Ten people are believed to have drowned.",
        "The militia allegedly executed 30 prisoners.",
        "Police suspect that at least ten people drowned.",
        "Fighting was reported north of the port.",
        "Doctors treated 90 suspected cholera cases.",
        "If fighting goes on, 100,000 people could be displaced.",
        "There is a risk of disease outbreaks in the camps.",
        "A ceasefire could be signed next week.",
    ],
)
def test_what_may_be_is_possible(text: str) -> None:
    assert last(text).certainty is POSSIBLE


@pytest.mark.parametrize(
    "text",
    [
        "The agency plans to evacuate 4,000 people from the city.",
        "The army is preparing to attack the port.",
        "The alliance will send 5,000 troops to the border.",
        "The rebels threatened to bomb the port.",
        "Some 300 patients are to be evacuated on Thursday.",
        "The committee called for a ceasefire.",
        "The government promised to deliver 40 tonnes of food.",
        "Aid groups want the crossing to be reopened.",
        "An evacuation of 300 patients is planned for Thursday.",
    ],
)
def test_what_is_asked_for_planned_or_threatened_is_intended(text: str) -> None:
    assert last(text).certainty is INTENDED


def test_intended_goes_before_possible() -> None:
    assert last("The army reportedly plans to attack the port.").certainty is INTENDED


@pytest.mark.parametrize(
    "text",
    [
        "The army denied killing 14 civilians.",
        "The army denied that its troops killed 14 civilians.",
        "The ministry rejected reports that 50 people were killed.",
    ],
)
def test_what_a_speaker_rejects_is_denied(text: str) -> None:
    [claim] = [claim for claim in claims(text) if claim.kind == "killed"]
    assert claim.certainty is DENIED


@pytest.mark.parametrize(
    "text",
    [
        "Three guards died, police said.",
        "Nine traders, who may have been smugglers, were killed.",
        "Nine traders died after the army threatened to attack the port.",
        "Sixty people were killed, officials said on Monday.",
        "There were no casualties.",
        "No one was hurt in the explosion.",
        "Police reported that three guards died.",
        "Nine traders were killed; more rain is expected.",
    ],
)
def test_a_hedge_elsewhere_in_the_sentence_does_not_count(text: str) -> None:
    assert claims(text)[0].certainty is ASSERTED


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Reportedly one man was killed and three were wounded.", {"killed": POSSIBLE, "injured": POSSIBLE}),
        ("Twelve people may have died and 40 may be missing.", {"killed": POSSIBLE, "missing": POSSIBLE}),
        ("Twelve people died and another 40 may have been injured.", {"killed": ASSERTED, "injured": POSSIBLE}),
    ],
)
def test_a_hedge_covers_all_that_it_governs(text: str, figures: dict[str, Certainty]) -> None:
    assert {claim.kind: claim.certainty for claim in claims(text)} == figures


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("There were no casualties.", "casualties"),
        ("No casualties were reported.", "casualties"),
        ("No one was hurt in the explosion.", "injured"),
        ("Nobody died in the fire.", "killed"),
    ],
)
def test_nobody_is_a_claim_of_zero(text: str, kind: str) -> None:
    claim = only(text)
    assert claim.figure is not None
    assert (claim.kind, claim.figure.value, claim.certainty) == (kind, 0, ASSERTED)


@pytest.mark.parametrize(
    "text",
    [
        "Some 500 families did not flee.",
        "The troops never attacked the port.",
        "It is unclear how many people were killed.",
        "It is not known whether anyone was injured.",
        "Nobody can say if the bridge was destroyed.",
    ],
)
def test_what_did_not_happen_or_is_not_known_is_no_claim(text: str) -> None:
    assert claims(text) == ()


def test_whoever_asks_why_it_happened_says_that_it_did() -> None:
    assert last("Her parents hope to find out why a girl was killed.").certainty is ASSERTED


def test_people_who_are_to_be_helped_have_been_displaced_already() -> None:
    found = {
        claim.kind: claim.certainty for claim in claims("The agency plans to feed 2,000 people displaced by floods.")
    }
    assert found == {"aid_delivery": Certainty.INTENDED, "displaced": Certainty.ASSERTED}


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("Forty trucks of food are due to arrive on Friday.", Certainty.INTENDED),
        ("Forty trucks are waiting to deliver food.", Certainty.INTENDED),
        ("Mexico was first to send substantial help.", Certainty.ASSERTED),
        ("Twelve suspected cases of cholera were found.", Certainty.POSSIBLE),
        ("The parties agreed to halt the fighting.", Certainty.INTENDED),
    ],
)
def test_what_is_under_way_or_suspected_is_told_from_what_was_done(text: str, certainty: Certainty) -> None:
    assert [claim.certainty for claim in claims(text)] == [certainty]
