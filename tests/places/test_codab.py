from pathlib import Path

from tests.places.conftest import feature, geojson

from clearway.places.codab import parse_csv, parse_geojson
from clearway.places.record import Above, Record


def test_old_columns_of_points_are_read(tmp_path: Path) -> None:
    path = geojson(tmp_path / "a.geojson", [feature("Azaz", "C9001", 36.5, 37.0, NAM_EN_REF="Azaz", NAME_ARA="أعزاز")])
    assert parse_geojson(path.read_bytes(), path).records == (
        Record(
            ref="pcode:C9001",
            names=("Azaz", "أعزاز"),
            level="settlement",
            country="SY",
            above=(
                Above(level="adm1", code="pcode:SY02", name="Aleppo"),
                Above(level="adm2", code="pcode:SY0204", name="A'zaz"),
            ),
            pcode="C9001",
            latitude=36.5,
            longitude=37.0,
        ),
    )


def test_new_columns_of_a_table_are_read(tmp_path: Path) -> None:
    table = (
        "adm2_name,adm2_name1,adm2_pcode,adm1_name,adm1_pcode,adm0_name,adm0_pcode,center_lat,center_lon,area_sqkm\n"
        "Hantoub,حنتوب,SD15001,Gezira,SD15,Sudan,SD,14.4,33.5,12\n"
    ).encode()
    assert parse_csv(table, tmp_path / "a.csv").records == (
        Record(
            ref="pcode:SD15001",
            names=("Hantoub", "حنتوب"),
            level="adm2",
            country="SD",
            above=(Above(level="adm1", code="pcode:SD15", name="Gezira"),),
            pcode="SD15001",
            latitude=14.4,
            longitude=33.5,
        ),
    )


def test_capital_columns_of_a_table_are_read(tmp_path: Path) -> None:
    table = "ADM1_EN;ADM1_AR;ADM1_PCODE;ADM0_EN;ADM0_PCODE\nTaizz;تعز;YE15;Yemen;YE\n".encode("utf-8-sig")
    (record,) = parse_csv(table, tmp_path / "a.csv").records
    assert (record.names, record.level, record.pcode, record.latitude) == (("Taizz", "تعز"), "adm1", "YE15", None)


def test_a_code_that_stands_twice_is_told(tmp_path: Path) -> None:
    path = geojson(tmp_path / "a.geojson", [feature("One", "C9001", 36.5, 37.0), feature("Two", "C9001", 36.6, 37.0)])
    parsed = parse_geojson(path.read_bytes(), path)
    assert [record.names for record in parsed.records] == [("One",)]
    assert parsed.warnings == ("a.geojson, feature 2: C9001 stands there twice; the first one is kept",)


def test_points_off_the_globe_are_left_out(tmp_path: Path) -> None:
    path = geojson(tmp_path / "a.geojson", [feature("One", "C9001", 136.5, 37.0)])
    (record,) = parse_geojson(path.read_bytes(), path).records
    assert (record.latitude, record.longitude) == (None, None)
