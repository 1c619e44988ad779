from datetime import date

from tests.picture.making import FRIDAY, TOWN, TUESDAY, about, claim, days, percent, picture

from clearway.model import Claim, Equation, Figure, Rule, Whole
from clearway.picture import equations

NEW_YEAR = date(2020, 1, 1)
SINCE = days(NEW_YEAR, TUESDAY)
UNTIL_FRIDAY = days(NEW_YEAR, FRIDAY)


def failing(*claims: Claim, **published: date) -> tuple[Equation, ...]:
    return equations(picture(*claims, **published).findings, claims)


def part(value: int, group: str, start: int, whole: int = 100) -> Claim:
    figure = Figure(value=value, whole=Whole(words=f"the {whole}", value=whole))
    return claim("killed", figure, group=group, at=TOWN, when=SINCE, by="UN", start=start)


def test_a_part_that_is_larger_than_its_whole_is_shown_with_both_claims() -> None:
    whole = claim("killed", 100, at=TOWN, when=SINCE, by="UN")
    more = part(140, "children", 20)
    (found,) = failing(whole, more)
    assert (found.rule, set(found.claims)) == (Rule.PART, {whole.id, more.id})
    assert found.reason.startswith("other basis")
    assert failing(whole, part(40, "children", 20)) == ()


def test_a_part_of_a_number_that_leaves_room_is_not_held_against_it() -> None:
    whole = claim("killed", about(100), at=TOWN, when=SINCE, by="UN")
    assert failing(whole, part(105, "children", 20)) == ()


def test_parts_that_exclude_one_another_come_to_at_most_their_whole() -> None:
    whole = claim("killed", 100, at=TOWN, when=SINCE, by="UN")
    parts = [part(60, "children", 20), part(50, "women", 40)]
    (found,) = failing(whole, *parts)
    assert (found.rule, set(found.claims)) == (Rule.PARTS, {whole.id, *(one.id for one in parts)})
    assert failing(whole, part(60, "children", 20), part(50, "medics", 40)) == ()


def test_a_running_total_that_falls_is_shown() -> None:
    old = claim("killed", 120, at=TOWN, when=SINCE, by="ministry")
    new = claim("killed", 110, at=TOWN, when=UNTIL_FRIDAY, by="ministry", within="r2")
    (found,) = failing(old, new, r2=FRIDAY)
    assert (found.rule, found.words) == (Rule.FALL, "120 (2020-02-18) fell to 110 (2020-02-21)")


def test_a_running_total_rises_by_what_the_same_source_tells_as_new() -> None:
    old = claim("killed", 120, at=TOWN, when=SINCE, by="ministry")
    new = claim("killed", 130, at=TOWN, when=UNTIL_FRIDAY, by="ministry", within="r2")
    wednesday = days(date(2020, 2, 19), FRIDAY)
    wrong = claim("killed", 4, at=TOWN, when=wednesday, by="ministry", within="r2", start=30)
    right = claim("killed", 10, at=TOWN, when=wednesday, by="ministry", within="r2", start=30)
    (found,) = failing(old, new, wrong, r2=FRIDAY)
    assert (found.rule, set(found.claims)) == (Rule.INCREMENT, {old.id, new.id, wrong.id})
    assert failing(old, new, right, r2=FRIDAY) == ()


def test_shares_of_one_whole_by_two_doers_come_to_at_most_a_hundred_percent() -> None:
    one = claim("killed", percent(93, 299), actor="army", by="UN", when=SINCE)
    other = claim("killed", percent(20, 299), actor="rebels", by="UN", when=SINCE, start=40)
    (found,) = failing(one, other)
    assert (found.rule, set(found.claims)) == (Rule.SHARES, {one.id, other.id})
    fitting = claim("killed", percent(7, 299), actor="rebels", by="UN", when=SINCE, start=40)
    assert failing(one, fitting) == ()
