"""Who says it."""

import pytest
from tests.claims.reading import claims, last, only, speaker

from clearway.model import Manner, SourceKind


def later(text: str) -> str | None:
    """Who says the last claim of the text."""
    nearest = last(text).attribution.nearest
    return nearest.name if nearest else None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Local officials said 14 people drowned in the river.", "Local officials"),
        ("Fourteen people drowned in the river, local officials said.", "local officials"),
        ("According to local officials, 14 people drowned in the river.", "local officials"),
        ("Fourteen people drowned in the river, according to local officials.", "local officials"),
        ("Three guards died, said police spokesman Amin Sato.", "Amin Sato"),
        ("Police spokesman Amin Sato told reporters that three guards died.", "Amin Sato"),
        ("Dr. Lena Okoro, who runs the ward, said nine patients had died.", "Lena Okoro"),
        ("The mayor, who visited the site, said 20 houses had collapsed.", "mayor"),
        ("Witnesses said that gunmen killed nine traders.", "Witnesses"),
        ("A villager who asked not to be named said six men were shot.", "villager"),
        ("The health ministry announced that 31 people had died.", "health ministry"),
        ("UNICEF says 3,000 children are malnourished.", "UNICEF"),
        ("The governor of Kassala said nine people had drowned.", "governor of Kassala"),
        ("Local media reported that 12 soldiers were killed.", "Local media"),
    ],
)
def test_the_nearest_speaker_is_named_as_the_report_names_it(text: str, name: str) -> None:
    assert speaker(text) == name


@pytest.mark.parametrize(
    "text",
    [
        "Fourteen people drowned in the river.",
        "At least 300 homes were destroyed, and more rain is falling.",
        "The strike killed six people who lived near the port.",
    ],
)
def test_what_nobody_is_said_to_say_has_no_speaker(text: str) -> None:
    assert claims(text)[0].attribution.chain == ()


@pytest.mark.parametrize("again", ["Yusuf said", "She said", "Ms. Yusuf added that", "Mariam Yusuf also said"])
def test_surnames_and_pronouns_lead_back_to_the_person(again: str) -> None:
    assert (
        later(f"Mariam Yusuf, a midwife, said two women had died. {again} nine people were wounded.") == "Mariam Yusuf"
    )


@pytest.mark.parametrize(
    "again", ["The committee said", "The statement added that", "It said", "The relief committee says"]
)
def test_what_stands_for_an_office_leads_back_to_it(again: str) -> None:
    text = f"The relief committee said two women had died. {again} nine people were wounded."
    assert later(text) == "relief committee"


def test_a_speaker_of_a_speaker_stands_behind_the_nearest() -> None:
    claim = only("The army said the rebels had said they killed 30 soldiers.")
    assert [source.name for source in claim.attribution.chain] == ["rebels", "army"]


def test_the_cue_is_kept() -> None:
    assert only("Police said three guards died.").attribution.cue == "said"
    assert only("Three guards died, according to police.").attribution.cue == "according to"


@pytest.mark.parametrize(
    ("text", "manner"),
    [
        ("“Three guards died at the gate on Sunday,” the mayor said.", Manner.DIRECT),
        ('"Three guards died at the gate on Sunday," the mayor said.', Manner.DIRECT),
        ("The mayor said three guards died at the gate on Sunday.", Manner.INDIRECT),
        ("Three guards died at the gate on Sunday.", None),
    ],
)
def test_quoted_words_are_told_from_reported_ones(text: str, manner: Manner | None) -> None:
    assert only(text).attribution.manner is manner


@pytest.mark.parametrize(
    "text",
    [
        "“We lost everything in the fire,” said Idris Bello, a farmer. “Forty homes were burned down.”",
        "“We lost everything,” said Idris Bello, a farmer. “All was in flames. Forty homes were burned down.”",
        "“We lost everything,” said Idris Bello, a farmer.\n\n“Forty homes were burned down by the militia.”",
        "Idris Bello, a farmer, stood at the gate and spoke. “Forty homes were burned down,” he said.",
        "“The river rose all night, and nobody came. Forty homes were destroyed,” said Idris Bello, a farmer.",
    ],
)
def test_a_quotation_goes_on_with_its_speaker(text: str) -> None:
    found = [claim for claim in claims(text) if claim.figure and claim.figure.value == 40]
    assert [claim.attribution.nearest.name for claim in found if claim.attribution.nearest] == ["Idris Bello"]


def test_a_quotation_over_two_paragraphs_keeps_its_speaker() -> None:
    text = (
        "“They came at dawn and shot at everyone they saw,” said Idris Bello, a farmer.\n\n"
        "“They burned forty homes that day, and nobody stopped them.\n\n"
        "“In the evening they killed three of my cousins near the well,” Bello said."
    )
    found = {claim.figure.value: claim.attribution.nearest for claim in claims(text) if claim.figure}
    assert {value: source.name for value, source in found.items() if source} == {40: "Idris Bello", 3: "Idris Bello"}


def test_another_paragraph_without_quotes_is_the_reports_own() -> None:
    text = "“Forty homes were burned down,” said Idris Bello, a farmer.\n\nThe storm killed nine people further south."
    assert last(text).attribution.chain == ()


def test_a_sentence_that_points_back_keeps_the_speaker() -> None:
    text = "Ten people were killed by shelling, the rescue service said. Another four were wounded."
    assert later(text) == "rescue service"


def test_a_body_that_recorded_people_is_their_source() -> None:
    claim = only("Some 4,200 families were displaced in April, as recorded by the Migration Desk.")
    assert [source.name for source in claim.attribution.chain] == ["Migration Desk"]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("UNHCR", SourceKind.UN),
        ("Red Crescent", SourceKind.NGO),
        ("health ministry", SourceKind.GOVERNMENT),
        ("Valley Observatory", SourceKind.MONITOR),
        ("Witnesses", SourceKind.WITNESS),
        ("state television", SourceKind.MEDIA),
        ("rebels", SourceKind.PARTY),
        ("Idris Bello", SourceKind.PERSON),
        ("somebody", SourceKind.UNKNOWN),
    ],
)
def test_a_source_is_of_the_sort_that_its_words_tell(name: str, kind: SourceKind) -> None:
    claim = claims(f"{name} said 14 people drowned in the river.")[0]
    assert claim.attribution.nearest is not None
    assert (claim.attribution.nearest.name, claim.attribution.nearest.kind) == (name, kind)


def test_what_one_says_while_another_speaks_is_his_own() -> None:
    text = "A convoy was hit, the agency said, as the army declared that the truce was over."
    assert [claim.attribution.nearest.name for claim in claims(text) if claim.attribution.nearest] == ["agency", "army"]


def test_who_is_accused_is_no_speaker() -> None:
    assert speaker("The militia has been accused of committing war crimes.") is None


def test_the_world_health_organization_is_no_pronoun() -> None:
    assert speaker("WHO confirmed 12 cases of cholera in Idlib.") == "WHO"


def test_a_person_behind_an_office_is_the_speaker() -> None:
    text = "The UN Humanitarian Coordinator for Mali, Ana Ruiz, said 40 houses were destroyed."
    assert speaker(text) == "Ana Ruiz"


@pytest.mark.parametrize(
    "told",
    [
        "Ada Bello, a spokeswoman for the ministry, smiled.",
        "Ada Bello, spokeswoman for the ministry, smiled.",
        "We were met by ministry spokeswoman Ada Bello.",
        "We were met by Deputy Minister Ada Bello.",
    ],
)
def test_a_surname_stands_for_whom_an_earlier_sentence_told_the_office_of(told: str) -> None:
    assert later(f"{told} It rained. Nine traders were killed, Bello said.") == "Ada Bello"


@pytest.mark.parametrize(
    ("before", "name"),
    [
        ("His aunt, Mariam Yusuf, said she was tired.", "Mariam Yusuf"),
        ("It was late, said Mariam Yusuf.", "Mariam Yusuf"),
        ("Mariam Yusuf, a midwife, said she was tired.", "Mariam Yusuf"),
    ],
)
def test_who_speaks_in_a_sentence_without_a_claim_is_she_in_the_next(before: str, name: str) -> None:
    assert later(f"{before} She said nine people were wounded.") == name


def test_many_who_speak_in_a_sentence_without_a_claim_are_they_in_the_next() -> None:
    assert later("In the morning residents said little. They said nine people were wounded.") == "residents"


def test_many_who_speak_leave_the_person_of_before() -> None:
    before = "It was late, said Mariam Yusuf. In the morning residents said little."
    assert later(f"{before} She said nine people were wounded.") == "Mariam Yusuf"
