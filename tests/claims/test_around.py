"""Where and when."""

from datetime import date

import pytest
from tests.claims.reading import claims, last, only

from clearway.model import Level, Period, Precision


def days(first: tuple[int, int, int], last: tuple[int, int, int], precision: Precision = Precision.SPAN) -> Period:
    """A period from its first and last day."""
    return Period(first=date(*first), last=date(*last), precision=precision)


def places(text: str) -> list[list[str]]:
    """The places of each claim."""
    return [[place.name for place in claim.places] for claim in claims(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Nine traders were killed in Garowe.", [["Garowe"]]),
        ("In Garowe, nine traders were killed.", [["Garowe"]]),
        ("Thousands fled from Kigali to Kampala.", [["Kigali", "Kampala"]]),
        ("Nine traders were killed by a landmine near Kharkiv.", [["Kharkiv"]]),
        ("Some 3,000 families were displaced by clashes in Kassala.", [["Kassala"]]),
        ("The governor of Kassala said nine people had drowned in Garowe.", [["Garowe"]]),
        ("Nine people died in Garowe, a doctor in Nairobi said.", [["Garowe"]]),
        ("A Turkish convoy was attacked near Kassala.", [["Kassala"]]),
        ("Nine people died in Garowe, and 40 homes burned in Bosaso.", [["Garowe"], ["Bosaso"]]),
        ("Police arrested 35 demonstrators in Tbilisi and Batumi.", [["Tbilisi", "Batumi"]]),
        ("The blast in Quetta killed nine traders.", [["Quetta"]]),
        ("Nine traders were killed.", [[]]),
    ],
)
def test_a_claim_happened_where_its_own_clause_says(text: str, found: list[list[str]]) -> None:
    assert places(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Kenya deployed 1,000 troops to Haiti.",
        "Kenyan troops were sent to Haiti.",
        "Kenya sent 40 tonnes of food to Haiti.",
    ],
)
def test_the_country_that_acts_is_not_where_it_happened(text: str) -> None:
    assert [place.name for place in only(text).places] == ["Haiti"]


@pytest.mark.parametrize(
    "text",
    [
        "Helicopters attacked Kassala. At least 40 people died in the town.",
        "Helicopters attacked Kassala. At least 40 people died there.",
    ],
)
def test_there_and_the_town_point_back(text: str) -> None:
    assert [place.name for place in last(text).places] == ["Kassala"]


def test_a_known_place_is_resolved_and_says_why() -> None:
    [place] = only("Nine traders were killed in Garowe, Somalia.").places[:1]
    assert place.resolved is not None
    assert (place.resolved.name, place.resolved.country, place.resolved.level) == ("Garoowe", "SOM", Level.SETTLEMENT)
    assert place.reason


def test_a_place_that_no_gazetteer_has_keeps_its_name() -> None:
    [place] = only("Nine traders were killed in Zarifatan.").places
    assert (place.name, place.resolved) == ("Zarifatan", None)


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Nine traders were killed on Monday.", days((2023, 5, 8), (2023, 5, 8), Precision.DAY)),
        ("Nine traders were killed on 3 March.", days((2023, 3, 3), (2023, 3, 3), Precision.DAY)),
        ("Nine traders were killed in April.", days((2023, 4, 1), (2023, 4, 30), Precision.MONTH)),
        ("Nine traders were killed in 2021.", days((2021, 1, 1), (2021, 12, 31), Precision.YEAR)),
        ("Some 300 people have died since 1 March.", days((2023, 3, 1), (2023, 5, 10))),
        ("Some 300 people have died in the past five days.", days((2023, 5, 5), (2023, 5, 10))),
        ("As of 4 May, 1,650 people were displaced.", days((2023, 5, 4), (2023, 5, 4), Precision.DAY)),
        ("Between 2 and 5 May, 120 houses were destroyed.", days((2023, 5, 2), (2023, 5, 5))),
        ("Between 2011 and 2013, 400 civilians were killed.", days((2011, 1, 1), (2013, 12, 31))),
        ("From Sunday to Tuesday, 40 people were killed.", days((2023, 5, 7), (2023, 5, 9))),
        ("In the first three months of 2020, 400 people were killed.", days((2020, 1, 1), (2020, 3, 31))),
        ("Since the start of the year, 400 people have been killed.", days((2023, 1, 1), (2023, 5, 10))),
        ("The convoy will leave on Friday.", days((2023, 5, 12), (2023, 5, 12), Precision.DAY)),
        (
            "On Sunday the mayor said nine traders were killed on Friday.",
            days((2023, 5, 5), (2023, 5, 5), Precision.DAY),
        ),
    ],
)
def test_the_days_are_those_that_the_clause_names(text: str, period: Period) -> None:
    found = only(text).period
    assert found is not None
    assert (found.first, found.last) == (period.first, period.last)


@pytest.mark.parametrize(
    "text",
    [
        "The ministry said on Tuesday that nine traders were killed.",
        "Nine traders were killed, the ministry said on Tuesday.",
        "In recent weeks, nine traders were killed.",
        "Nine traders were killed.",
    ],
)
def test_the_day_of_saying_and_vague_spans_are_no_period(text: str) -> None:
    assert only(text).period is None


def test_each_clause_has_its_own_day() -> None:
    found = claims("Shells killed six people on 3 March and wounded two on 4 March.")
    assert [claim.period.first.day for claim in found if claim.period] == [3, 4]


def test_a_report_without_a_date_has_only_days_that_name_their_year() -> None:
    assert claims("Nine traders were killed on Monday.", published=None)[0].period is None
    period = claims("Nine traders were killed on 3 March 2021.", published=None)[0].period
    assert period == days((2021, 3, 3), (2021, 3, 3), Precision.DAY)


def test_the_day_of_asking_is_no_day_of_a_claim() -> None:
    assert only("The minister urged donors on Monday to send help.").period is None


def test_the_day_of_a_declaration_is_its_day() -> None:
    assert only("The president declared a state of emergency on Monday.").period is not None
