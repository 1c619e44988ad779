"""Digits that name, call or mark something, and what is a count beside them."""

import pytest

from clearway.languages.en.quantities import find_quantities


@pytest.mark.parametrize(
    "text",
    [
        "the 47th Brigade and Brigade 47",
        "Sitrep 12, Report 7 and p. 14",
        "Resolutions 2139, 2165 and 2191",
        "call +963 11 555 1234 or 0944 555 123",
        "fax: 555 1234, WhatsApp 0790-555-123",
        "at 36.21° N, 37.15°E or 33°30′N 36°18′E",
        "coordinates 36.2021, 37.1343",
        "1) shelter 2) food 3) water",
        "Notes: 1- The wells",
        "the pillars are 1. Food; 2. Water",
        "The wells are dry. 19 However, rain fell",
        "the worst was in 2019.38 In spring",
        "across camps 8E, 9 and 10",
        "near 50 Street",
        "from January 14 – 20 2019",
        "in one to one talks",
        "call (985) 555-0127 or 555-3002",
        "in the 800 block of Example",
        "at 1300 Example Dr., on 618 S.W. Second Terrace",
        "she called 911",
        "call 1 (800) 555-HELP, 555-0127 or (815)555-3002",
        "a raid at 5918 Example Cove, at 731 Example.",
        "5’10” tall, 6'0 or more",
        "the News 2 crew on FM 489",
        "founded in 1818",
        "Image 4 of 9",
        "http://example.org/show?id=74",
        "Interstate 77 and Troop 172",
        "samples of week 14 were lost",
    ],
)
def test_names_calls_places_and_marks_are_no_quantities(text: str) -> None:
    assert find_quantities(text) == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("they report 12 dead", [12]),
        ("the brigade 300 people fled", [300]),
        ("Camp 9, 350 latrines", [350]),
        ("a night at 40 degrees N", [40]),
        ("(killing 12)", [12]),
        ("05 people died", [5]),
        ("they called 12 people", [12]),
        ("911 people and 300-1000 others", [911, None]),
        ("12 block houses", [12]),
        ("They fled. 19 Syrian men stayed", [19]),
        ("Dead: 452", [452]),
        ("approx. 40", [40]),
        ("They killed 1. Police fled", [1]),
        ("in all camps 300 people fled", [300]),
        ("at 300 Syrian schools", [300]),
        ("sold at 250 SYP per pack, at 300 Rupees per kilo", [250, 300]),
        ("in 1818 homes", [1818]),
        ("3 Syrian St. Example nuns", [3]),
    ],
)
def test_counts_that_look_like_them_are_kept(text: str, values: list[int]) -> None:
    assert [quantity.value for quantity in find_quantities(text)] == values
