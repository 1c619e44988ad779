from datetime import date

from tests.picture.making import FRIDAY, MONDAY, PROVINCE, TOWN, TUESDAY, claim, days, report

from clearway.model import Change, Claim, Status, Told, Turn
from clearway.picture import assembled, changes, history, keys_of

MARCH = date(2020, 3, 20)
PUBLISHED = {"r1": TUESDAY, "r2": FRIDAY, "r3": MARCH}
HERE = {"at": TOWN, "when": days(MONDAY)}


def between(after: date, day: date, *claims: Claim, until: date | None = None) -> tuple[Change, ...]:
    """What changed between two days, claims of r1 ending on `until`."""
    told: dict[object, list[Told]] = {}
    for name, published in PUBLISHED.items():
        mine = [one for one in claims if one.report == name]
        for one in mine:
            key = keys_of(mine, published)[one.id]
            ends = until if name == "r1" else None
            told.setdefault(key, []).append(
                Told(claim=one, report=report(name, published=published), since=published, until=ends)
            )
    known = [one for key, some in told.items() for one in history(key, some)]  # type: ignore[arg-type]
    moved = [one for one in known if after < one.since <= day or (one.until and after < one.until <= day)]
    stood = assembled(one.finding for one in known if one.since <= after and (one.until is None or after < one.until))
    return changes(moved, after=after, day=day, earlier=lambda one: [f for f in stood if f.series == one])


def turns(found: tuple[Change, ...]) -> list[tuple[Turn, tuple[str, ...]]]:
    return [(one.turn, one.claims) for one in found]


def test_what_was_first_told_in_between_is_new() -> None:
    one = claim("killed", 5, by="UN", **HERE)
    (found,) = between(MONDAY, TUESDAY, one)
    assert (found.turn, found.before, found.claims) == (Turn.NEW, None, (one.id,))
    assert between(TUESDAY, FRIDAY, one) == ()


def test_another_source_that_agrees_only_confirms() -> None:
    one, other = claim("killed", 5, by="UN", **HERE), claim("killed", 5, by="Monitor", within="r2", **HERE)
    assert turns(between(TUESDAY, FRIDAY, one, other)) == [(Turn.CONFIRMED, (other.id,))]


def test_another_source_that_excludes_it_contradicts() -> None:
    one, other = claim("killed", 5, by="UN", **HERE), claim("killed", 9, by="Monitor", within="r2", **HERE)
    assert turns(between(TUESDAY, FRIDAY, one, other)) == [(Turn.CONTRADICTED, (other.id,))]


def test_a_denial_contradicts() -> None:
    from clearway.model import Certainty

    one = claim("killed", 5, by="UN", **HERE)
    denial = claim("killed", by="army", within="r2", certainty=Certainty.DENIED, **HERE)
    assert turns(between(TUESDAY, FRIDAY, one, denial)) == [(Turn.CONTRADICTED, (denial.id,))]


def test_a_newer_stock_of_another_month_revises_the_former() -> None:
    old = claim("displaced", 900_000, by="UN", at=PROVINCE)
    new = claim("displaced", 960_000, by="UN", at=PROVINCE, within="r3")
    (found,) = between(FRIDAY, MARCH, old, new)
    assert (found.turn, found.claims) == (Turn.REVISED, (new.id,))
    assert found.before is not None
    assert found.before.claims == (old.id,)


def test_a_road_that_opened_is_revised() -> None:
    shut = claim("road_status", by="Monitor", at=TOWN, status=Status.CLOSED)
    free = claim("road_status", by="UN", at=TOWN, status=Status.OPEN, within="r3")
    (found,) = between(FRIDAY, MARCH, shut, free)
    assert (found.turn, found.before and found.before.status, found.after and found.after.status) == (
        Turn.REVISED,
        "closed",
        "open",
    )


def test_what_a_later_version_no_longer_says_is_withdrawn() -> None:
    one = claim("killed", 5, by="UN", **HERE)
    (found,) = between(TUESDAY, FRIDAY, one, until=FRIDAY)
    assert (found.turn, found.after, found.claims) == (Turn.WITHDRAWN, None, (one.id,))


def test_what_came_and_went_in_between_is_left_out() -> None:
    one = claim("killed", 5, by="UN", **HERE)
    assert between(MONDAY, FRIDAY, one, until=FRIDAY) == ()
