import pytest

from clearway.corridors.naming import road_names, site_names


@pytest.mark.parametrize("text", ["M5", "the M-5 highway", "M 5"])
def test_a_roads_number_is_found_however_it_is_written(text: str) -> None:
    assert road_names(text) == ("M5",)


def test_a_word_with_a_number_in_it_is_no_road() -> None:
    assert road_names("Covid19 in Zone 5") == ()


def test_a_crossing_is_found_with_and_without_its_sort() -> None:
    assert site_names("Bab al-Hawa border crossing") == site_names("Bab Al Hawa")
