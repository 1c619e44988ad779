"""Figures with units, groups, actors, causes, facilities and statuses."""

import pytest
from tests.claims.reading import claims, only

from clearway.model import Act, Basis, Figure, Quantifier, Status


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Some 3,000 families were displaced.", "household"),
        ("The floods affected 45,000 households.", "household"),
        ("Some 3,000 people were displaced.", "person"),
        ("Three were killed in the blast.", "person"),
        ("The army captured 40 villages.", "settlement"),
        ("The quake destroyed 3,400 homes.", "house"),
        ("Twelve trucks loaded with flour entered the enclave.", "truck"),
        ("UNICEF delivered 300 tonnes of supplies to Aden.", "tonne"),
        ("At least 25 air strikes were recorded in Idlib.", "attack"),
        ("Two clinics were shelled.", "facility"),
        ("Some 2,000 hectares of maize were submerged.", "hectare"),
        ("About 60 percent of the homes were destroyed.", "percent"),
    ],
)
def test_a_figure_counts_what_its_noun_says(text: str, unit: str) -> None:
    figure = only(text).figure
    assert figure is not None
    assert figure.unit == unit


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("About 40 people fled.", Figure(value=40, quantifier=Quantifier.APPROXIMATELY, basis=Basis.STOCK)),
        ("Nearly 40 people fled.", Figure(value=40, quantifier=Quantifier.ALMOST, basis=Basis.STOCK)),
        ("At least 40 people fled.", Figure(value=40, quantifier=Quantifier.MORE_THAN, basis=Basis.STOCK)),
        ("As many as 40 people fled.", Figure(value=40, quantifier=Quantifier.LESS_THAN, basis=Basis.STOCK)),
        ("Between 30 and 40 people fled.", Figure(low=30, high=40, quantifier=Quantifier.RANGE, basis=Basis.STOCK)),
        ("Thousands of people fled.", Figure(quantifier=Quantifier.THOUSANDS, basis=Basis.STOCK)),
        ("A child was killed.", Figure(value=1, basis=Basis.EVENT)),
        ("One man was wounded.", Figure(value=1, basis=Basis.EVENT)),
        ("Since 1 March, 40 people have died.", Figure(value=40, basis=Basis.CUMULATIVE)),
    ],
)
def test_a_figure_is_kept_as_stated(text: str, figure: Figure) -> None:
    assert only(text).figure == figure


@pytest.mark.parametrize(
    "text",
    ["Many people fled.", "Most residents fled.", "The majority of families fled.", "Residents fled.", "They fled."],
)
def test_words_without_a_number_make_no_figure(text: str) -> None:
    assert only(text).figure is None


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("Nine civilians were killed.", "civilians"),
        ("A child was killed.", "child"),
        ("Nine women and children were killed.", "women and children"),
        ("Three elderly patients died.", "patients"),
        ("Nine were killed.", None),
        ("They were displaced.", None),
        ("The ward recorded 12 civilian deaths.", "civilians"),
    ],
)
def test_the_group_is_who_is_counted(text: str, group: str | None) -> None:
    assert only(text).group == group


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Government forces shelled the port.", "Government forces"),
        ("The port was shelled by government forces.", "government forces"),
        ("Coalition warplanes bombed the port.", "Coalition warplanes"),
        ("Nine traders were killed by the militia.", "militia"),
        ("A landmine killed nine traders.", None),
        ("Nine traders died.", None),
        ("UNICEF delivered 300 tonnes of supplies.", "UNICEF"),
    ],
)
def test_the_actor_is_who_is_said_to_have_done_it(text: str, actor: str | None) -> None:
    assert only(text).actor == actor


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("An air strike killed nine traders.", "air strike"),
        ("Nine traders were killed in an airstrike.", "air strike"),
        ("Nine traders were killed by mortar shells.", "shelling"),
        ("Floods have displaced 40,000 people.", "flood"),
        ("A landmine killed nine traders.", "mine"),
        ("Nine babies died of cold.", "cold"),
        ("Nine traders were killed in clashes.", "clash"),
        ("Nine traders were killed.", None),
    ],
)
def test_the_cause_has_the_guides_name(text: str, cause: str | None) -> None:
    assert only(text).cause == cause


@pytest.mark.parametrize(
    ("text", "facility"),
    [
        ("Shells hit a hospital in Gao.", "hospital"),
        ("Two schools and a clinic were shelled.", "school; clinic"),
        ("Three health centres have closed.", "health centre"),
        ("Militants looted the market.", "market"),
    ],
)
def test_the_facility_is_what_kind_of_place_it_is(text: str, facility: str) -> None:
    assert claims(text)[0].facility == facility


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The army captured the town.", Status.GAINED),
        ("The town fell to the rebels.", Status.LOST),
        ("The town has been under siege for weeks.", Status.BESIEGED),
        ("The road is impassable.", Status.CLOSED),
        ("The crossing reopened.", Status.OPEN),
        ("Access to the valley remains severely restricted.", Status.LIMITED),
        ("The authorities denied aid agencies access to the camp.", Status.DENIED),
        ("A humanitarian corridor was opened on Thursday.", Status.OPEN),
        ("The committee called for a humanitarian corridor.", Status.CALLED_FOR),
        ("The army announced a humanitarian corridor.", Status.ANNOUNCED),
        ("The hospital is functioning.", Status.FUNCTIONING),
        ("The hospital is no longer functioning.", Status.NOT_FUNCTIONING),
        ("The hospital is not functioning.", Status.NOT_FUNCTIONING),
        ("The hospital is only partially functioning.", Status.PARTLY),
        ("The hospital has stopped working.", Status.NOT_FUNCTIONING),
        ("The road is not passable.", Status.CLOSED),
        ("The crossing is not open.", Status.CLOSED),
    ],
)
def test_the_status_says_how_it_stands(text: str, status: Status) -> None:
    assert only(text).status is status


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The committee urged both sides to protect civilians.", Act.REQUEST),
        ("The president rejected calls for a truce.", Act.REJECT),
        ("The militia threatened the villagers.", Act.THREATEN),
        ("The president accused the rebels of lying.", Act.ACCUSE),
        ("The alliance pledged further support.", Act.PLEDGE),
        ("The coalition denied responsibility for the strike.", Act.DENY),
        ("The committee condemned the violence.", Act.CONDEMN),
        ("The government declared a state of emergency.", Act.DECLARE),
    ],
)
def test_a_statement_says_what_it_does(text: str, act: Act) -> None:
    [claim] = [claim for claim in claims(text) if claim.kind == "statement"]
    assert claim.act is act
