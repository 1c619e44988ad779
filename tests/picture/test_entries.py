from datetime import date

import pytest
from tests.picture.making import COUNTRY, FRIDAY, MONDAY, OTHER_TOWN, PROVINCE, TOWN, TUESDAY, claim, days, report

from clearway.model import Basis, Candidate, Claim, Figure, Level, Period
from clearway.picture.entries import Entry, Tie, entry_of, group_tie, period_tie, place_tie

NEAR = Candidate(id="g:8", name="Ashby", level=Level.SETTLEMENT, latitude=36.0, longitude=37.0)
AREA = Candidate(id="g:9", name="north of Ashby", level=Level.AREA, latitude=36.1, longitude=37.0, radius_km=20)


def entry(one: Claim, published: date | None = TUESDAY) -> Entry:
    return entry_of(one, report(one.report, published=published))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (TOWN, TOWN, Tie.SAME),
        (TOWN, PROVINCE, Tie.WITHIN),
        (TOWN, COUNTRY, Tie.WITHIN),
        (NEAR, AREA, Tie.WITHIN),
        (TOWN, OTHER_TOWN, Tie.CLASH),
        (OTHER_TOWN, PROVINCE, Tie.CLASH),
        ("the camp", TOWN, Tie.CLASH),
        ("Ash-Shâm", "Ash Sham", Tie.SAME),
        ((), TOWN, Tie.OPEN),
        ((TOWN, OTHER_TOWN), TOWN, Tie.WITHIN),
    ],
)
def test_places_are_held_against_each_other(one: object, other: object, expected: Tie) -> None:
    a, b = entry(claim(at=one)), entry(claim(at=other, start=1))  # type: ignore[arg-type]
    assert (place_tie(a, b), place_tie(b, a)) == (expected, expected)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (days(MONDAY), days(MONDAY), Tie.SAME),
        (days(date(2020, 1, 1), TUESDAY), days(date(2020, 1, 1), FRIDAY), Tie.SAME),
        (days(date(2020, 1, 1), TUESDAY), days(MONDAY), Tie.WITHIN),
        (days(MONDAY), days(TUESDAY), Tie.CLASH),
        (None, days(MONDAY), Tie.OPEN),
    ],
)
def test_periods_are_held_against_each_other(one: Period | None, other: Period | None, expected: Tie) -> None:
    assert period_tie(entry(claim(when=one)), entry(claim(when=other, start=1))) is expected


def test_a_claim_without_a_period_does_not_reach_back_for_months() -> None:
    assert period_tie(entry(claim(), date(2020, 1, 1)), entry(claim(start=1), date(2020, 6, 1))) is Tie.CLASH


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("children", "children", Tie.SAME),
        ("women and children", "children; women", Tie.SAME),
        ("people", None, Tie.SAME),
        ("civilians", "people", Tie.WITHIN),
        ("children", None, Tie.OPEN),
        ("children", "civilians", Tie.CLASH),
    ],
)
def test_groups_are_held_against_each_other(one: str | None, other: str | None, expected: Tie) -> None:
    assert group_tie(entry(claim(group=one)), entry(claim(group=other, start=1))) is expected


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (claim("killed", 3, when=days(MONDAY)), Basis.EVENT),
        (claim("killed", 3, when=days(date(2020, 1, 1), TUESDAY)), Basis.CUMULATIVE),
        (claim("killed", 3, when=days(date(2020, 1, 1), date(2020, 1, 31))), Basis.PERIOD),
        (claim("population", 3), Basis.STOCK),
        (claim("killed", Figure(value=3, basis=Basis.RATE)), Basis.RATE),
    ],
)
def test_the_basis_is_stated_or_shown_by_the_period_or_the_kinds(one: Claim, expected: Basis) -> None:
    assert entry(one).basis is expected
