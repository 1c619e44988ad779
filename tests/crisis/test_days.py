from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from benchmarks.making import made_reports
from tests.desk import NOW, sample_ledger
from tests.exports.making import claim, people, place, report

from clearway.crisis import Crisis
from clearway.crisis.days import days_of
from clearway.errors import UsageError
from clearway.model import Claim, Finding, MayRedistribute, Period, Profile, Report, Story

AT = datetime(2026, 1, 1, tzinfo=UTC)


@pytest.fixture
def samples_crisis(tmp_path: Path) -> Iterator[Crisis]:
    with Crisis.open(sample_ledger(tmp_path), now=lambda: NOW) as opened:
        yield opened


@pytest.fixture
def made_crisis(tmp_path: Path) -> Iterator[Crisis]:
    with Crisis.open(tmp_path / "made.db", now=lambda: NOW) as opened:
        for number, (one, said) in enumerate(made_reports(600)):
            add(opened, one, said, number)
        yield opened


@pytest.fixture
def crisis(tmp_path: Path) -> Iterator[Crisis]:
    with Crisis.open(tmp_path / "crisis.db", now=lambda: NOW) as opened:
        yield opened


def add(crisis: Crisis, one: Report, said: list[Claim], number: int = 0) -> None:
    at = AT + timedelta(seconds=number)
    crisis.ledger.add(one, said, gazetteer="made", extractor="made", version="1", at=at)


def told(crisis: Crisis, as_of: date | None = None, policy: str | None = None) -> Story:
    return days_of(crisis.ledger, as_of, policy, Profile.RESTRICTED, folded=crisis.fold_in()).story


def on(story: Story, day: date) -> tuple[Finding, ...]:
    return tuple(one.finding for one in story.known if one.since <= day and (one.until is None or day < one.until))


@pytest.mark.parametrize("policy", [None, "recommended", "weighted"])
def test_each_day_of_the_samples_shows_what_the_picture_of_that_day_shows(
    samples_crisis: Crisis, policy: str | None
) -> None:
    story = told(samples_crisis, policy=policy)
    assert len(story.days) == 14
    for day in story.days:
        assert on(story, day) == samples_crisis.picture(as_of=day, policy=policy).release.findings


def test_each_day_of_a_made_crisis_with_versions_of_reports_shows_the_picture_of_that_day(made_crisis: Crisis) -> None:
    known = days_of(made_crisis.ledger, None, None, Profile.RESTRICTED, folded=made_crisis.fold_in())
    assert known.story.replaced
    release = made_crisis.page().release
    assert release.story is not None
    for day in known.story.days:
        drawn = made_crisis.picture(as_of=day)
        assert on(known.story, day) == drawn.release.findings
        failing = [
            one.equation for one in release.story.failing if one.since <= day and (not one.until or day < one.until)
        ]
        assert tuple(failing) == drawn.picture.equations


def test_what_a_day_brought_is_the_difference_to_the_day_before(samples_crisis: Crisis) -> None:
    story = told(samples_crisis)
    for before, day, brought in zip(story.days, story.days[1:], story.changes[1:], strict=False):
        assert samples_crisis.diff(before, day).changes == brought


def test_a_story_up_to_a_day_ends_with_the_picture_of_that_day(made_crisis: Crisis) -> None:
    day = told(made_crisis).days[40] + timedelta(days=1)
    story = told(made_crisis, as_of=day)
    assert len(story.days) == 41
    assert (
        tuple(one.finding for one in story.known if one.until is None)
        == made_crisis.picture(as_of=day).release.findings
    )


def test_a_ledger_that_may_only_be_read_tells_the_same_story(made_crisis: Crisis) -> None:
    anew = days_of(made_crisis.ledger, None, None, Profile.RESTRICTED, folded=False)
    assert anew == days_of(made_crisis.ledger, None, None, Profile.RESTRICTED, folded=made_crisis.fold_in())


def test_what_nobody_dates_comes_last_where_no_day_is_asked_for(crisis: Crisis) -> None:
    dated, undated = report("In all 12 died."), report("In all 14 fled.", published=None)
    add(crisis, dated, [claim(dated, "killed", "12 died", figure=people(12))])
    add(crisis, undated, [claim(undated, "displaced", "14 fled", figure=people(14))])
    assert told(crisis).days == (date(2020, 2, 18), date.max)
    assert told(crisis, as_of=date(2020, 3, 1)).days == (date(2020, 2, 18),)


def test_a_day_on_which_nothing_goes_out_is_no_day_of_a_public_page(crisis: Crisis) -> None:
    first = report("In all 12 died.", published=date(2020, 2, 17))
    secret = report("In all 15 died.", published=date(2020, 2, 18), may=MayRedistribute.NONE)
    last = report("Some 30 fled.", published=date(2020, 2, 19))
    add(crisis, first, [claim(first, "killed", "12 died", figure=people(12))])
    add(crisis, secret, [claim(secret, "killed", "15 died", figure=people(15))])
    add(crisis, last, [claim(last, "displaced", "30 fled", figure=people(30))])
    page = crisis.page(profile=Profile.PUBLIC)
    assert page.release.story is not None
    assert page.release.story.days == (date(2020, 2, 17), date(2020, 2, 19))
    assert "2020-02-18" not in page.html
    assert "15" not in [one.finding.statement[:2] for one in page.release.story.known]
    assert crisis.page().release.story.days == tuple(date(2020, 2, day) for day in (17, 18, 19))  # type: ignore[union-attr]


def test_a_place_that_the_last_day_hides_is_hidden_on_every_day(samples_crisis: Crisis) -> None:
    release = samples_crisis.page(profile=Profile.PUBLIC).release
    assert release.story is not None
    told_places = {one.finding.place for one in release.story.known}
    shown = {place.name for one in release.claims for place in one.places}
    assert {part for place in told_places if place for part in place.split("; ")} <= {*shown, "[place withheld]"} | {
        place.resolved.name for one in release.claims for place in one.places if place.resolved
    }
    assert {one.finding.series for one in release.story.known if one.finding.series} <= {
        f"series {number}" for number in range(len(release.story.known))
    }
    assert {one.line for one in release.story.known} == {""}


def test_a_page_of_an_unknown_policy_is_refused(samples_crisis: Crisis) -> None:
    with pytest.raises(UsageError, match="no such policy"):
        samples_crisis.page(policy="mean")


def test_a_page_of_an_empty_ledger_has_no_day_to_move_to(crisis: Crisis) -> None:
    assert 'id="stop"' not in crisis.page().html


def test_the_page_offers_the_totals_of_its_last_day(crisis: Crisis) -> None:
    one = report("On Monday 3 men and 4 women were killed in Qorat.")
    add(crisis, one, list(counted(one)))
    totals = crisis.picture().picture.totals
    assert [("What may be added" in crisis.page().html, total.words in crisis.page().html) for total in totals] == [
        (True, True)
    ]


def counted(one: Report) -> Iterator[Claim]:
    day = Period(first=date(2020, 2, 17), last=date(2020, 2, 17))
    for number, group in ((3, "men"), (4, "women")):
        words = f"{number} {group}"
        yield claim(one, "killed", words, figure=people(number), group=group, period=day, places=(place(one, "Qorat"),))
