from datetime import date

from tests.picture.making import COUNTRY, FRIDAY, MONDAY, OTHER_TOWN, PROVINCE, TOWN, TUESDAY, claim, days, percent

from clearway.model import Key, Status
from clearway.picture import keys_of


def key(*claims_and_which: object, published: date | None = TUESDAY) -> Key:
    *claims, which = claims_and_which
    return keys_of(claims, published)[which.id]  # type: ignore[attr-defined, arg-type]


def alone(one: object, published: date | None = TUESDAY) -> Key:
    return key(one, one, published=published)


def test_what_happened_on_one_day_is_kept_with_its_first_level_area() -> None:
    assert alone(claim("killed", 5, at=TOWN, when=days(MONDAY))) == Key(kind="killed", area="XX/01", month="2020-02")
    assert alone(claim("attack", at=TOWN)).area == "XX/01"


def test_totals_and_stocks_are_kept_with_their_country() -> None:
    assert alone(claim("displaced", 900, at=TOWN)).area == "XX"
    assert alone(claim("killed", 5, at=TOWN, when=days(date(2020, 1, 1), TUESDAY))).area == "XX"


def test_a_count_whose_window_nobody_tells_is_kept_where_totals_are() -> None:
    assert alone(claim("killed", 300, at=PROVINCE)).area == "XX"
    assert alone(claim("killed", 5, at=TOWN)).area == "XX/01"


def test_several_areas_of_a_country_make_the_country() -> None:
    assert alone(claim("attack", at=(TOWN, OTHER_TOWN))).area == "XX"


def test_a_claim_without_a_place_is_at_home_where_its_report_plays() -> None:
    placed, bare = claim("attack", at=TOWN), claim("killed", 5, when=days(MONDAY), start=50)
    assert key(placed, bare, bare).area == "XX/01"


def test_a_report_of_two_areas_is_at_home_in_their_country() -> None:
    one, other, bare = claim("attack", at=TOWN), claim("attack", at=OTHER_TOWN, start=20), claim("talks", start=50)
    assert key(one, other, bare, bare).area == "XX"


def test_a_report_that_names_no_place_is_nowhere() -> None:
    assert alone(claim("talks")) == Key(kind="talks", area="nowhere", month="2020-02")


def test_the_month_is_that_of_the_last_day_told_else_of_publication() -> None:
    assert (
        alone(claim("control", at=COUNTRY, status=Status.HELD, when=days(date(2019, 5, 1), date(2020, 1, 3)))).month
        == "2020-01"
    )
    assert alone(claim("control", at=COUNTRY, status=Status.HELD), published=FRIDAY).month == "2020-02"
    assert alone(claim("control", at=COUNTRY, status=Status.HELD), published=None).month == "undated"


def test_a_share_is_kept_where_its_whole_is() -> None:
    since = days(date(2020, 1, 1), TUESDAY)
    whole, share = claim("killed", 299, when=since), claim("killed", percent(93, 299), when=since, start=50)
    assert key(whole, share, share) == key(whole, share, whole)
