import pytest

from clearway.model import Level, Place
from clearway.places.gazetteer import Gazetteer
from clearway.places.geometry import distance_km
from clearway.places.mentions import find
from clearway.places.resolving import resolve


def places(text: str, gazetteer: Gazetteer, *, countries: tuple[str, ...] = ()) -> dict[str, Place]:
    return {
        place.name: place
        for place in resolve(find(text, gazetteer), text=text, gazetteer=gazetteer, countries=countries)
    }


def point(place: Place) -> tuple[float, float]:
    assert place.resolved is not None
    assert place.resolved.latitude is not None
    assert place.resolved.longitude is not None
    return place.resolved.latitude, place.resolved.longitude


@pytest.mark.parametrize(
    ("text", "name", "country", "geonames"),
    [
        ("A fire broke out in Paris, Texas.", "Paris", "USA", 4717560),
        ("A fire broke out in Paris.", "Paris", "FRA", 2988507),
        ("Floods hit London, Ont., on Monday.", "London", "CAN", 6058560),
        ("Libya: shelling in Tripoli.", "Tripoli", "LBY", 2210247),
        ("Lebanon: clashes in Tripoli.", "Tripoli", "LBN", 266826),
        ("Talks in Jordan, Lebanon and Syria.", "Jordan", "JOR", 248816),
        ("Floods in Victoria killed ten people.", "Victoria", "AUS", 2145234),
        ("Thousands fled Cote d'Ivoire.", "Cote d'Ivoire", "CIV", 2287781),
        ("A storm hit Bobonong on Friday.", "Bobonong", "BWA", 933885),
        ("Ministers met in Luxembourg.", "Luxembourg", "LUX", 2960313),
        ("Police in Georgia said that a man was shot in Atlanta.", "Georgia", "USA", 4197000),
        ("Soldiers left Georgia, and Tbilisi cheered.", "Georgia", "GEO", 614540),
    ],
)
def test_what_stands_beside_or_around_a_name_decides(
    gazetteer: Gazetteer, text: str, name: str, country: str, geonames: int
) -> None:
    resolved = places(text, gazetteer)[name].resolved
    assert resolved is not None
    assert (resolved.country, resolved.geonames) == (country, geonames)


def test_a_country_known_beforehand_decides_where_the_report_is_silent(gazetteer: Gazetteer) -> None:
    resolved = places("Shelling in Tripoli.", gazetteer, countries=("LBN",))["Tripoli"].resolved
    assert resolved is not None
    assert resolved.country == "LBN"


@pytest.mark.parametrize(
    ("text", "name", "level"),
    [
        ("Fighting in Idlib province, Syria.", "Idlib province", Level.ADM1),
        ("Fighting in Idlib city, Syria.", "Idlib city", Level.SETTLEMENT),
        ("Fighting in Azaz district, Syria.", "Azaz district", Level.ADM2),
        ("Fighting in Syria.", "Syria", Level.COUNTRY),
        ("Fighting in northern Syria.", "northern Syria", Level.AREA),
    ],
)
def test_words_beside_a_name_give_the_level(gazetteer: Gazetteer, text: str, name: str, level: Level) -> None:
    assert places(text, gazetteer)[name].level is level


def test_capitals_of_other_states_stay_where_they_are(gazetteer: Gazetteer) -> None:
    text = "Syria: talks on Idlib and Aleppo went on in Moscow and Geneva, while Syrian towns were bombed."
    found = places(text, gazetteer)
    assert [found[name].resolved and found[name].resolved.id for name in ("Moscow", "Geneva")] == [
        "geonames:524901",
        "geonames:2660646",
    ]


def test_a_demonym_is_resolved_to_its_country(gazetteer: Gazetteer) -> None:
    place = places("Syrian families moved.", gazetteer)["Syrian"]
    assert place.resolved is not None
    assert (place.resolved.country, place.level) == ("SYR", Level.COUNTRY)


def test_a_direction_shifts_the_centre(gazetteer: Gazetteer) -> None:
    found = places("Strikes hit northwestern Syria and eastern Syria, and the Syria of old.", gazetteer)
    north, west = point(found["northwestern Syria"])
    assert (35 < north < 37.5, 35.5 < west < 38) == (True, True)
    assert point(found["eastern Syria"])[1] > 39
    resolved = found["northwestern Syria"].resolved
    assert resolved is not None
    assert (resolved.id, resolved.level) == ("geonames:163843/northwest", Level.AREA)
    assert resolved.radius_km is not None


def test_spellings_of_a_direction_are_one_area(gazetteer: Gazetteer) -> None:
    found = places("In northwest Syria, north-western Syria and northwestern Syria.", gazetteer)
    assert {place.resolved.id for place in found.values() if place.resolved} == {"geonames:163843/northwest"}


def test_north_of_a_town_lies_north_of_it(gazetteer: Gazetteer) -> None:
    found = places("Shots north of Mariupol; Mariupol itself was calm, Ukraine said.", gazetteer)
    north, town = point(found["north of Mariupol"]), point(found["Mariupol"])
    assert north[0] > town[0]
    assert distance_km(*north, *town) == pytest.approx(10, abs=0.5)


def test_the_northwest_is_that_of_the_reports_country(gazetteer: Gazetteer) -> None:
    place = places("Syria says half the clinics in the northwest are shut. Syrian staff left.", gazetteer)[
        "the northwest"
    ]
    assert place.resolved is not None
    assert place.resolved.id == "geonames:163843/northwest"


@pytest.mark.parametrize(
    ("text", "name", "level"),
    [
        ("Syria: the M5 highway reopened.", "M5 highway", Level.ROAD),
        ("Syria: people wait at the Turkish border.", "Turkish border", Level.BORDER),
        ("Syria: Al Noor Hospital was hit.", "Al Noor Hospital", Level.FACILITY),
    ],
)
def test_roads_borders_and_facilities_stay_unresolved_within_a_country(
    gazetteer: Gazetteer, text: str, name: str, level: Level
) -> None:
    place = places(text, gazetteer)[name]
    assert (place.level, place.resolved, place.within and place.within.country) == (level, None, "SYR")


def test_a_facility_named_after_a_town_lies_within_it(gazetteer: Gazetteer) -> None:
    place = places("Rafah crossing was closed, Palestinian officials said.", gazetteer)["Rafah crossing"]
    assert place.within is not None
    assert place.within.country == "PSE"
    assert place.within.name == "Rafah"


def test_a_road_between_known_towns_lies_in_their_country(gazetteer: Gazetteer) -> None:
    place = places("The Damascus-Aleppo highway reopened.", gazetteer)["Damascus-Aleppo highway"]
    assert place.within is not None
    assert place.within.country == "SYR"


def test_an_unknown_name_keeps_the_area_that_contains_it(gazetteer: Gazetteer) -> None:
    place = places("Syria: shells hit Qorvand village in Aleppo province.", gazetteer)["Qorvand village"]
    assert place.resolved is None
    assert place.within is not None
    assert (place.within.level, place.within.name, place.reason) == (Level.ADM1, "Aleppo", "in no gazetteer")


def test_the_reason_says_why_and_the_others_what_else(gazetteer: Gazetteer) -> None:
    place = places("Clashes in Tripoli, Libya.", gazetteer)["Tripoli"]
    assert "Libya, which stands beside it" in place.reason
    assert 0 < len(place.others) <= 5
    assert "LBN" in {other.country for other in place.others}


def test_there_is_one_place_for_each_mention_in_order(gazetteer: Gazetteer) -> None:
    text = "Idlib, Aleppo, Idlib again, and the Turkish border near Syrian troops."
    mentions = find(text, gazetteer)
    found = resolve(mentions, text=text, gazetteer=gazetteer)
    assert [(place.name, place.start, place.end) for place in found] == [
        (mention.name, mention.start, mention.end) for mention in mentions
    ]


def test_nothing_named_is_nothing_resolved(gazetteer: Gazetteer) -> None:
    assert resolve([], text="", gazetteer=gazetteer) == ()


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Fire burned in the Chilean port of Valparaiso.", "Valparaiso", "CHL"),
        ("A storm hit the Venezuelan city of Valencia.", "Valencia", "VEN"),
        ("Egypt's Alexandria was flooded.", "Alexandria", "EGY"),
        ("Rain fell on Haiti’s capital, Port-au-Prince.", "Port-au-Prince", "HTI"),
    ],
)
def test_a_country_before_a_name_holds_it(gazetteer: Gazetteer, text: str, name: str, country: str) -> None:
    resolved = places(text, gazetteer)[name].resolved
    assert resolved is not None
    assert resolved.country == country


def test_a_town_in_a_list_of_towns_lies_in_none_of_them(gazetteer: Gazetteer) -> None:
    found = places("Shells fell on Khartoum, Bahri and Omdurman.", gazetteer)
    assert "stands beside" not in found["Khartoum"].reason


def test_a_small_place_of_another_country_is_not_meant_among_many_of_one(gazetteer: Gazetteer) -> None:
    text = "Fighting in Goma, Bukavu, Butembo, Beni and Bunia. In Bulle, three people died."
    bulle = places(text, gazetteer)["Bulle"]
    assert bulle.resolved is None
    assert bulle.within is not None
    assert bulle.within.country == "COD"


def test_a_name_spelt_another_way_tells_the_country_where_nothing_else_does(gazetteer: Gazetteer) -> None:
    resolved = places("Houses fell in the district of Netrokona.", gazetteer)["Netrokona"].resolved
    assert resolved is not None
    assert (resolved.name, resolved.country) == ("Netrakona", "BGD")


def test_a_river_need_not_flow_by_the_town_of_its_name(gazetteer: Gazetteer) -> None:
    river = places("In Ontario, Canada, the Albany River rose.", gazetteer)["Albany River"]
    assert river.within is not None
    assert river.within.country == "CAN"


@pytest.mark.parametrize(
    ("text", "name", "level", "country"),
    [
        ("The Dnipro River rose by a metre.", "Dnipro River", Level.REGION, "UKR"),
        ("Ash fell near Mount Mayon.", "Mount Mayon", Level.REGION, "PHL"),
        ("Houses on Socotra were damaged.", "Socotra", Level.REGION, "YEM"),
        ("Thousands live in Kutupalong.", "Kutupalong", Level.FACILITY, "BGD"),
    ],
)
def test_rivers_mountains_islands_and_camps_are_places(
    gazetteer: Gazetteer, text: str, name: str, level: Level, country: str
) -> None:
    resolved = places(text, gazetteer)[name].resolved
    assert resolved is not None
    assert (resolved.level, resolved.country) == (level, country)


def test_a_name_that_lost_a_letter_on_the_way_is_known(gazetteer: Gazetteer) -> None:
    resolved = places("People fled from Cote d\ufffdIvoire.", gazetteer)["Cote d\ufffdIvoire"].resolved
    assert resolved is not None
    assert resolved.country == "CIV"


@pytest.mark.parametrize(
    ("text", "name", "area", "radius", "within"),
    [
        ("Shelling north of Kherson, Ukraine.", "north of Kherson", "north of Kherson", 10.0, "Kherson"),
        (
            "It struck 30 km (18 miles) north of Port-au-Prince.",
            "north of Port-au-Prince",
            "30 km north of Port-au-Prince",
            7.5,
            "Port-au-Prince",
        ),
        ("A camp 10 miles from Omdurman burned.", "Omdurman", "16.1 km from Omdurman", 16.1, "Omdurman"),
        ("Cars burned between Goma and Sake, DRC.", "Sake", "between Goma and Sake", 11.7, "Sake"),
        ("Ukraine: talks between Kyiv and Chernihiv failed.", "Kyiv", "Kyiv", None, None),
        (
            "The Goma-Sake road in DRC is cut.",
            "Goma-Sake road",
            "Goma-Sake road",
            11.7,
            "Democratic Republic of the Congo",
        ),
        ("Sudan: Zamzam camp was shelled.", "Zamzam camp", "Zamzam", None, None),
    ],
)
def test_what_lies_around_or_between_places_is_an_area(
    gazetteer: Gazetteer, text: str, name: str, area: str, radius: float | None, within: str | None
) -> None:
    place = places(text, gazetteer)[name]
    assert place.resolved is not None
    assert (place.resolved.name, place.resolved.radius_km) == (area, radius)
    assert (place.within.name if place.within else None) == within
