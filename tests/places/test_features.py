import pytest

from clearway.places.features import abbreviated, features
from clearway.places.gazetteer import Gazetteer

FILLER = "the rain went on and on, and nobody came. " * 20


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("M5 highway", "road"),
        ("Highway 4", "road"),
        ("Damascus-Aleppo road", "road"),
        ("Turkish border", "border"),
        ("border between Sudan and Chad", "border"),
        ("Adre border crossing", "facility"),
        ("the northwest", "region"),
    ],
)
def test_a_feature_is_found_wherever_it_stands(gazetteer: Gazetteer, words: str, kind: str) -> None:
    text = f"{FILLER}They fled to {words}, {FILLER}then from {words}. {FILLER}"
    assert [(each.words, each.kind) for each in features(text, gazetteer)] == [(words, kind)] * 2


def test_a_number_behind_the_is_a_road_but_no_rifle(gazetteer: Gazetteer) -> None:
    found = features("The M4 was shut. He had the M16 rifle.", gazetteer)
    assert [each.words for each in found] == ["M4"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("She left Salem, Ore., for Dover, N.H., by bus.", ["N.H.", "Ore."]),
        ("Houston, TX, and Washington, D.C.", ["TX", "Washington, D.C."]),
        ("A.D.C. Ltd and INDIA, OK", []),
    ],
)
def test_areas_are_shortened_behind_a_comma_or_with_inner_stops(text: str, names: list[str]) -> None:
    assert sorted(each.words for each in abbreviated(text)) == sorted(names)
