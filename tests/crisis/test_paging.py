"""Pages of incidents and of changes of a large crisis, for whoever may not see all, and as of a day."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from tests.desk import NOW, sample_ledger

from clearway.crisis import Crisis, looking, paging
from clearway.crisis.paging import IncidentPage
from clearway.errors import UsageError
from clearway.model import Change, IncidentQuery, Profile, Turn

LONG_AGO = date(2000, 1, 1)
DAYS = date(2020, 2, 16), date(2020, 2, 20)


@pytest.fixture
def large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Crisis]:
    """The sample, of which every page is made as that of a large crisis."""
    monkeypatch.setattr(looking, "MOST_PASSED", 0)
    with Crisis.open(sample_ledger(tmp_path), now=lambda: NOW) as opened:
        yield opened


def pages(crisis: Crisis, profile: Profile, as_of: date | None = None, **asked: object) -> list[IncidentPage]:
    """Every page, three incidents at most on each."""
    found = [crisis.incident_page(IncidentQuery(limit=3, **asked), as_of=as_of, profile=profile)]  # type: ignore[arg-type]
    while (after := found[-1].after) is not None:
        query = IncidentQuery(limit=3, after=after, **asked)  # type: ignore[arg-type]
        found.append(crisis.incident_page(query, as_of=as_of, profile=profile))
    return found


def claims_of(found: list[IncidentPage]) -> list[str]:
    return sorted(name for page in found for one in page.release.incidents for name in one.claims)


@pytest.mark.parametrize("profile", list(Profile))
def test_all_pages_together_tell_every_incident_that_goes_out_once(large: Crisis, profile: Profile) -> None:
    found = pages(large, profile, first=LONG_AGO)
    whole = large.incidents(profile=profile).incidents
    assert max(len(page.release.incidents) for page in found) <= 3 < len(whole)
    assert [one for page in found for one in page.release.incidents] == sorted(whole, key=lambda one: one.line)


def test_whoever_may_not_see_all_is_told_of_the_last_days_where_none_are_asked_for(large: Crisis) -> None:
    page = large.incident_page(IncidentQuery(), profile=Profile.PARTNERS)
    assert large.span[1] is not None
    assert page.query.first == large.span[1] - paging.LAST_DAYS
    assert all(page.query.asks_for(one) for one in page.release.incidents)


def test_more_than_is_looked_at_together_is_told_but_not_how_much(
    large: Crisis, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paging, "MOST_LOOKED_AT", 2)
    found = pages(large, Profile.PARTNERS, first=LONG_AGO)
    assert [page.bounded for page in found] == [True]
    changes = large.change_page(*DAYS, 5, profile=Profile.PARTNERS)
    assert changes.bounded
    assert (changes.numbers.total(), changes.after) == (len(changes.release.changes), None)


def test_as_of_a_day_the_pages_tell_what_was_known(large: Crisis) -> None:
    day = date(2020, 2, 19)
    whole = large.incidents(as_of=day).incidents
    assert claims_of(pages(large, Profile.RESTRICTED, day)) == sorted(name for one in whole for name in one.claims)


def test_nobody_learns_of_a_place_by_asking_for_it(large: Crisis) -> None:
    told = {one.place for one in large.incidents(profile=Profile.PUBLIC).incidents}
    asked = {one.place for one in large.incidents().incidents if one.place and one.place not in told}
    assert asked
    for place in asked:
        (page,) = pages(large, Profile.PUBLIC, first=LONG_AGO, place=place)
        assert (page.release.incidents, page.after) == ((), None)


def test_numbers_of_changes_are_those_of_what_goes_out(large: Crisis) -> None:
    whole = large.diff(*DAYS, profile=Profile.PUBLIC).changes
    page = large.change_page(*DAYS, 2, everything=True, profile=Profile.PUBLIC)
    assert page.numbers == Counter(one.turn for one in whole)
    assert page.release.changes == whole[:2]


def test_a_page_that_no_list_gave_is_refused(large: Crisis) -> None:
    with pytest.raises(UsageError, match="no list ended with 'x'"):
        large.incident_page(IncidentQuery(limit=3, after="x"), as_of=DAYS[1])


def test_a_page_of_days_that_come_after_the_day_of_which_it_is_told_is_empty(large: Crisis) -> None:
    query = IncidentQuery(limit=3, first=date(2020, 3, 1))
    page = large.incident_page(query, as_of=date(2020, 2, 1))
    assert (page.release.incidents, page.after) == ((), None)


@pytest.mark.parametrize("everything", [False, True])
def test_all_pages_of_changes_together_are_what_changed(large: Crisis, everything: bool) -> None:
    whole = large.diff(*DAYS).changes
    found: list[Change] = []
    after: int | None = 0
    while after is not None:
        page = large.change_page(*DAYS, 2, after=after, everything=everything)
        assert page.numbers == Counter(one.turn for one in whole)
        found += page.release.changes
        after = page.after
    assert found == [one for one in whole if everything or one.turn is not Turn.CONFIRMED]
    assert len(found) > 2
