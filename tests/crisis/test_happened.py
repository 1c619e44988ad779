from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from tests.desk import NOW, sample_ledger

from clearway.crisis import Crisis
from clearway.crisis.happened import happened
from clearway.model import Incident, IncidentQuery, Profile

DAY = timedelta(days=1)


@pytest.fixture
def crisis(tmp_path: Path) -> Iterator[Crisis]:
    with Crisis.open(sample_ledger(tmp_path), now=lambda: NOW) as opened:
        yield opened


def test_what_is_kept_is_what_all_claims_make(crisis: Crisis) -> None:
    made, claims = happened(crisis.ledger, None)
    release = crisis.incidents()
    assert release.incidents == made
    assert {claim.id for claim in release.claims} == {claim.id for claim in claims}


def test_pages_follow_one_another(crisis: Crisis) -> None:
    pages: list[Incident] = []
    while page := crisis.incidents(IncidentQuery(limit=2, after=pages[-1].line if pages else None)).incidents:
        pages += page
    assert tuple(pages) == crisis.incidents().incidents


@pytest.mark.parametrize(
    "query",
    [
        IncidentQuery(kind="injured"),
        IncidentQuery(place="ALEPPO"),
        IncidentQuery(area="SY/02"),
        IncidentQuery(area="SY", limit=3),
        IncidentQuery(first=date(2020, 2, 1), last=date(2020, 2, 17)),
        IncidentQuery(first=date(2020, 2, 17)),
    ],
)
def test_what_is_kept_and_what_is_made_anew_are_chosen_alike(crisis: Crisis, query: IncidentQuery) -> None:
    kept = crisis.incidents(query).incidents
    assert kept == happened(crisis.ledger, None, query)[0]
    assert kept != crisis.incidents().incidents


def test_as_of_a_day_the_days_asked_for_tell_what_all_days_do(crisis: Crisis) -> None:
    query = IncidentQuery(first=date(2020, 2, 10), last=date(2020, 2, 20))
    everything = crisis.incidents(as_of=date(2020, 2, 19)).incidents
    assert crisis.incidents(query, as_of=date(2020, 2, 19)).incidents == tuple(filter(query.asks_for, everything))


def test_a_page_in_public_is_a_part_of_all_that_is_public(crisis: Crisis) -> None:
    everything = crisis.incidents(profile=Profile.PUBLIC).incidents
    page = crisis.incidents(IncidentQuery(limit=2, after=everything[0].line), profile=Profile.PUBLIC).incidents
    assert page == everything[1:3]


@pytest.mark.parametrize("wrong", [{"limit": -1}, {"first": date(2020, 2, 2), "last": date(2020, 2, 1)}])
def test_a_query_that_makes_no_sense_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="query"):
        IncidentQuery(**wrong)  # type: ignore[arg-type]
