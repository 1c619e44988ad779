from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clearway.model import Level
from clearway.places.gazetteer import Gazetteer
from clearway.places.mentions import Mention, find, listed, mention_at


def named(text: str, gazetteer: Gazetteer, kind: str | None = None) -> list[str]:
    return [mention.name for mention in find(text, gazetteer) if kind in (None, mention.kind)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Shells fell on Idlib and Aleppo.", ["Idlib", "Aleppo"]),
        ("The convoy left Khartoum for Wad Madani.", ["Khartoum", "Wad Madani"]),
        ("People fled to the Democratic Republic of the Congo.", ["Democratic Republic of the Congo"]),
        ("Camps in Cox’s Bazar, Bangladesh, were flooded.", ["Cox’s Bazar", "Bangladesh"]),
        ("Idlib's hospitals are full.", ["Idlib"]),
        ("In Kharkiv, trains stopped.", ["Kharkiv"]),
        ("Rain fell on Trinidad and Tobago.", ["Trinidad and Tobago"]),
        ("She lives in Richmond, Ky., and works in Houston, TX.", ["Richmond", "Ky.", "Houston", "TX"]),
        ("YEMEN: cholera spreads", ["YEMEN"]),
    ],
)
def test_names_in_the_gazetteer_are_found(gazetteer: Gazetteer, text: str, names: list[str]) -> None:
    assert named(text, gazetteer, "place") == names


@pytest.mark.parametrize(
    ("text", "name", "level"),
    [
        ("Fighting went on in Idlib province.", "Idlib province", Level.ADM1),
        ("Roads in Kharkiv oblast are mined.", "Kharkiv oblast", Level.ADM1),
        ("They reached Atmat village at dawn.", "Atmat village", Level.SETTLEMENT),
        ("The town of Qorvand was emptied.", "Qorvand", Level.SETTLEMENT),
        ("Clinics in Twic East county closed.", "Twic East county", Level.ADM2),
    ],
)
def test_a_type_word_tells_the_level(gazetteer: Gazetteer, text: str, name: str, level: Level) -> None:
    assert [(mention.name, mention.level) for mention in find(text, gazetteer)] == [(name, level)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Snow blocked the road from Ariha to Saraqib.", ["Ariha", "Saraqib"]),
        ("The highway linking Qorvand with Saraqib is cut.", ["Qorvand", "Saraqib"]),
        ("The road to Qorvand is cut.", ["Qorvand"]),
        ("The road to Recovery is long.", []),
        ("He wrote from Qorvandi to Saraqib.", ["Saraqib"]),
    ],
)
def test_the_ends_of_a_road_are_places(gazetteer: Gazetteer, text: str, names: list[str]) -> None:
    assert named(text, gazetteer) == names


def test_a_plural_type_word_tells_the_level_of_all(gazetteer: Gazetteer) -> None:
    found = find("Khartoum, North Darfur and Sennar states were hit.", gazetteer)
    assert [(mention.name, mention.level) for mention in found] == [
        ("Khartoum", Level.ADM1),
        ("North Darfur", Level.ADM1),
        ("Sennar", Level.ADM1),
    ]


@pytest.mark.parametrize(
    ("text", "name", "direction", "area"),
    [
        ("Strikes hit northwestern Syria.", "northwestern Syria", "northwestern", None),
        ("Strikes hit north-west Syria.", "north-west Syria", "north-west", None),
        ("They fled the Aleppo countryside.", "Aleppo countryside", None, "countryside"),
        ("Shots were heard north of Mariupol.", "north of Mariupol", "north of", None),
        (
            "Villages in southern parts of Idlib province burn.",
            "southern parts of Idlib province",
            "southern parts of",
            None,
        ),
        ("Half the clinics in the northwest are shut.", "the northwest", "northwest", None),
    ],
)
def test_regions_are_the_area_they_name(
    gazetteer: Gazetteer, text: str, name: str, direction: str | None, area: str | None
) -> None:
    mention = find(text, gazetteer)[0]
    assert (mention.name, mention.kind, mention.direction, mention.area) == (name, "region", direction, area)


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The M5 highway reopened.", "M5 highway", "road"),
        ("Trucks queue on the M4.", "M4", "road"),
        ("The Saraqeb-Ariha road was cut.", "Saraqeb-Ariha road", "road"),
        ("They wait at the Turkish border.", "Turkish border", "border"),
        ("The Nasib border crossing is closed.", "Nasib border crossing", "facility"),
        ("Al Noor Hospital was hit.", "Al Noor Hospital", "facility"),
        ("Tents burned in Zaatari refugee camp.", "Zaatari refugee camp", "facility"),
        ("Syrian families moved on.", "Syrian", "demonym"),
    ],
)
def test_roads_borders_facilities_and_demonyms_are_told_apart(
    gazetteer: Gazetteer, text: str, name: str, kind: str
) -> None:
    found = find(text, gazetteer)
    assert (found[0].name, found[0].kind) == (name, kind)


@pytest.mark.parametrize(
    "text",
    [
        "Mr Lincoln said so.",
        "Governor Jackson spoke to Sarah Houston, 34, of the union.",
        "Many said that Most of it was Reading in March.",
        "The University of Damascus opened.",
        "On Sunday, May spoke of Hope.",
        "It cost US$4 million.",
        "The Supreme Court and the Red Cross met.",
        "Mobile clinics came.",
    ],
)
def test_persons_organisations_and_ordinary_words_are_no_places(gazetteer: Gazetteer, text: str) -> None:
    assert named(text, gazetteer) == []


def test_a_person_named_in_full_is_none_when_named_again(gazetteer: Gazetteer) -> None:
    assert named("Nicole Trapani was there. Later Trapani left.", gazetteer) == []


def test_an_ordinary_word_is_a_place_where_its_country_stands_beside_it(gazetteer: Gazetteer) -> None:
    assert named("The flood reached Nice, France.", gazetteer) == ["Nice", "France"]


def test_an_unknown_name_is_kept_on_evidence(gazetteer: Gazetteer) -> None:
    assert named("Fighting near Qorvand-e-Bala went on.", gazetteer) == ["Qorvand-e-Bala"]


def test_a_name_that_sounds_like_a_place_of_the_country_named_is_found(gazetteer: Gazetteer) -> None:
    assert named("Darat Ezza was hit, Syria said.", gazetteer) == ["Darat Ezza", "Syria"]


def test_spans_known_to_be_people_are_left_out(gazetteer: Gazetteer) -> None:
    text = "Damascus met Aleppo."
    assert [mention.name for mention in find(text, gazetteer, people=[(0, 8)])] == ["Aleppo"]


def test_spans_that_a_tagger_proposes_are_taken(gazetteer: Gazetteer) -> None:
    text = "Qorvand was hit."
    assert find(text, gazetteer) == []
    assert [mention.name for mention in find(text, gazetteer, proposed=[(0, 7)])] == ["Qorvand"]


@pytest.mark.parametrize("word", ["Many", "May", "Reading"])
def test_a_proposed_ordinary_word_is_not_taken(gazetteer: Gazetteer, word: str) -> None:
    assert find(f"{word} came.", gazetteer, proposed=[(0, len(word))]) == []


def test_a_span_can_be_made_a_mention(gazetteer: Gazetteer) -> None:
    text = "in western Aleppo today"
    assert mention_at(text, 11, 17, gazetteer) == Mention(
        3, 17, "western Aleppo", "region", (11, 17), direction="western"
    )


WORDS = [
    "Idlib",
    "the",
    "Aleppo",
    "north of",
    "Mr",
    "Smith",
    "M5",
    "road",
    "in",
    "’s",
    ",",
    ".",
    "\n",
    "St.",
    "Al-",
    "حلب",
    "-",
    "Ky.",
]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join) | st.text(max_size=60))
def test_mentions_cut_their_words_and_never_overlap(gazetteer: Gazetteer, text: str) -> None:
    found = find(text, gazetteer)
    assert all(text[mention.start : mention.end] == mention.name for mention in found)
    assert all(first.end <= second.start for first, second in pairwise(found))
    assert all(mention.start <= mention.core[0] <= mention.core[1] <= mention.end for mention in found)


def test_each_name_of_a_location_is_a_place(gazetteer: Gazetteer) -> None:
    found = listed("Qorvand, Victoria's Borovo (Homs)", gazetteer)
    assert [mention.name for mention in found] == ["Qorvand", "Victoria", "Borovo", "Homs"]


def test_a_people_before_a_building_names_no_building(gazetteer: Gazetteer) -> None:
    assert named("Ships left a Turkish port.", gazetteer) == ["Turkish"]


def test_communities_have_names(gazetteer: Gazetteer) -> None:
    assert named("Water reached the communities of Qorvand and Attawapiskat.", gazetteer) == ["Qorvand", "Attawapiskat"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Shots were heard near Qor Tan Vand village.", "Qor Tan Vand village"),
        ("People left the Bani Qorvand district.", "Bani Qorvand district"),
        ("Fire burned in Barangay Qorvand.", "Barangay Qorvand"),
        ("They live in Qorvand displacement camp.", "Qorvand displacement camp"),
        ("Rain fell on the Qorvand hills.", "Qorvand hills"),
    ],
)
def test_an_unknown_name_before_its_type_is_taken_whole(gazetteer: Gazetteer, text: str, name: str) -> None:
    assert named(text, gazetteer) == [name]


def test_a_people_before_an_unknown_village_is_no_part_of_it(gazetteer: Gazetteer) -> None:
    assert named("They fled Syrian Qorvand village.", gazetteer) == ["Syrian", "Qorvand village"]
