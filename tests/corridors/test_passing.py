import pytest
from tests.corridors.valley import valley

from clearway.corridors.naming import site_names
from clearway.corridors.passing import Sites, sites_in, sites_of, was_held, went_through

ORUN, HAWA = site_names("Orun al-Dargh crossing"), site_names("Tel al-Ahwa")
SITES: Sites = {ORUN[0]: frozenset({"orunaldargh"}), HAWA[0]: frozenset({"telalahwa"})}


@pytest.mark.parametrize(
    "words",
    ["Nine lorries with flour crossed at Tel al-Ahwa", "aid still enters by Orun al-Dargh", "food was let through"],
)
def test_aid_that_crosses_went_through(words: str) -> None:
    assert went_through(words)


@pytest.mark.parametrize(
    "words",
    ["Lorries sent to Tel al-Ahwa were turned back", "the convoy that crossed was stopped behind Orun", "40 tents"],
)
def test_aid_that_was_held_or_only_given_did_not_go_through(words: str) -> None:
    assert not went_through(words)


def test_aid_that_was_held_is_told_apart() -> None:
    assert was_held("two lorries were sent back")
    assert not was_held("two lorries were sent")


def test_a_crossing_is_found_in_words_however_it_is_spelt() -> None:
    assert sites_in("Trucks cross from the north at the Oroun al Dargh border point and elsewhere", SITES) == ORUN


def test_a_short_name_is_found_only_by_its_own_letters() -> None:
    short: Sites = {site_names("Aba")[0]: frozenset({"aba"})}
    assert sites_in("Trucks cross at Aba", short) == site_names("Aba")
    assert sites_in("Trucks cross at Boa", short) == ()


def test_words_that_are_written_small_are_no_crossing() -> None:
    assert sites_in("trucks cross at orun al-dargh", SITES) == ()


def test_the_crossings_of_roads_are_those_with_a_name() -> None:
    assert sites_of(valley()) == {"site drn": frozenset({"dorn"})}
