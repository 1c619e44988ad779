from datetime import date

from tests.picture.making import FRIDAY, PROVINCE, TOWN, claim, picture

from clearway.model import State, Status

MARCH = date(2020, 3, 20)
JUNE = date(2020, 6, 1)


def test_a_stock_gives_way_to_its_speakers_stock_of_a_later_month() -> None:
    old = claim("displaced", 900_000, by="UN", at=PROVINCE)
    new = claim("displaced", 960_000, by="UN", at=PROVINCE, within="r2")
    newer, older = picture(old, new, r2=MARCH).findings
    assert (newer.claims, newer.state) == ((new.id,), State.SINGLE_SOURCE)
    assert (older.claims, older.state, older.superseded_by) == ((old.id,), State.SUPERSEDED, newer.id)
    assert "superseded by: 960,000 people displaced (as of 2020-03-20)" in older.notes


def test_a_stock_of_another_speaker_or_of_another_size_stays() -> None:
    old = claim("displaced", 900_000, by="UN", at=PROVINCE)
    other = claim("displaced", 960_000, by="Coast Monitor", at=PROVINCE, within="r2")
    small = claim("displaced", 40_000, by="UN", at=PROVINCE, within="r2")
    assert {one.state for one in picture(old, other, r2=MARCH).findings} == {State.SINGLE_SOURCE}
    assert {one.state for one in picture(old, small, r2=MARCH).findings} == {State.SINGLE_SOURCE}


def test_a_status_gives_way_to_any_newer_status_of_its_place() -> None:
    lost = claim("control", by="Coast Monitor", at=TOWN, status=Status.LOST, actor="rebels")
    held = claim("control", by="UN", at=TOWN, status=Status.HELD, actor="army", within="r2")
    newer, older = picture(lost, held, r2=JUNE).findings
    assert (newer.status, older.status, older.state) == ("held", "lost", State.SUPERSEDED)


def test_an_event_is_never_replaced_by_one_of_another_month() -> None:
    one = claim("killed", 30, by="UN", at=TOWN)
    other = claim("killed", 40, by="UN", at=TOWN, within="r2")
    assert {finding.state for finding in picture(one, other, r2=MARCH).findings} == {State.SINGLE_SOURCE}


def test_within_a_month_nothing_is_replaced_twice() -> None:
    first = claim("displaced", 900_000, by="UN", at=PROVINCE)
    second = claim("displaced", 930_000, by="UN", at=PROVINCE, within="r2")
    third = claim("displaced", 960_000, by="UN", at=PROVINCE, within="r3")
    found = {finding.claims: finding for finding in picture(first, second, third, r2=FRIDAY, r3=MARCH).findings}
    assert found[first.id,].superseded_by == found[second.id,].id
    assert found[second.id,].superseded_by == found[third.id,].id
