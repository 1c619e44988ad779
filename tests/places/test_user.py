import contextlib
import sqlite3
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from tests.places.conftest import feature, geojson

from clearway.errors import GazetteerError, RefusedDocument
from clearway.model import Level
from clearway.places.gazetteer import Gazetteer
from clearway.places.mentions import find
from clearway.places.resolving import resolve
from clearway.places.schema import make_sieve
from clearway.places.user import add

AZAZ = feature("Azaz", "C9001", 36.586, 37.046)
HAMLET = feature("Qorvand", "C9002", 36.6, 37.0)
QUALIFIED = feature("Qorvet A'zaz", "C9003", 36.61, 37.01)
DUMP = (
    "9900001\tQorvand Bala\tQorvand Bala\tGorvand\t36.2\t37.2\tP\tPPL\tSY\t\t09\t\t\t\t700\t\t1\tX\t2020-01-01",
    "170063\tAleppo\tAleppo\tHalabtown\t36.20124\t37.16117\tP\tPPLA\tSY\t\t09\t\t\t\t2098210\t\t1\tX\t2020-01-01",
    "9900003\tA Mountain\tA Mountain\t\t36.3\t37.3\tT\tMT\tSY\t\t09\t\t\t\t0\t\t1\tX\t2020-01-01",
)


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    return tmp_path / "mine.sqlite"


def test_a_place_of_the_same_name_and_spot_is_joined(tmp_path: Path, mine: Path) -> None:
    result = add(geojson(tmp_path / "adm4.geojson", [AZAZ, HAMLET]), mine)
    assert (result.added, result.merged, result.warnings, result.already) == (1, 1, (), False)
    with Gazetteer.open(user=mine) as opened:
        place = next(place for place in opened.candidates("Azaz") if place.level is Level.SETTLEMENT)
    assert (place.id, place.pcode, place.geonames, place.population) == ("geonames:172082", "C9001", 172082, 66138)
    assert (place.adm1, place.adm1_code, place.adm2_code) == ("Aleppo", "SY02", "SY0204")


def test_a_place_that_is_new_goes_by_its_p_code(tmp_path: Path, mine: Path) -> None:
    add(geojson(tmp_path / "adm4.geojson", [HAMLET]), mine)
    with Gazetteer.open(user=mine) as opened:
        place = opened.candidates("Qorvand")[0]
    assert (place.id, place.pcode, place.country, place.level) == ("pcode:C9002", "C9002", "SYR", Level.SETTLEMENT)


def test_a_name_is_found_by_its_head_where_the_rest_is_its_area(tmp_path: Path, mine: Path) -> None:
    add(geojson(tmp_path / "adm4.geojson", [QUALIFIED]), mine)
    with Gazetteer.open(user=mine) as opened:
        assert [place.pcode for place in opened.candidates("Qorvah")] == ["C9003"]


def test_who_has_the_gazetteer_open_keeps_it_as_it_was(tmp_path: Path, mine: Path) -> None:
    add(geojson(tmp_path / "one.geojson", [AZAZ]), mine)
    with Gazetteer.open(user=mine) as before:
        add(geojson(tmp_path / "two.geojson", [HAMLET]), mine)
        assert before.exact("Qorvand") == ()
        with Gazetteer.open(user=mine) as after:
            assert [place.pcode for place in after.exact("Qorvand")] == ["C9002"]
            assert after.sha256 != before.sha256


def test_places_are_looked_up_while_others_are_added(
    tmp_path: Path, mine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(geojson(tmp_path / "one.geojson", [AZAZ]), mine)
    seen: list[object] = []

    def looks(file: sqlite3.Connection) -> None:
        with Gazetteer.open(user=mine) as reads:
            seen.extend(place.pcode for place in reads.exact("Azaz") if place.pcode)
        make_sieve(file)

    monkeypatch.setattr("clearway.places.user.make_sieve", looks)
    with contextlib.closing(sqlite3.connect(mine)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM places").fetchone()  # a reader in the midst of it holds nobody up
        add(geojson(tmp_path / "two.geojson", [HAMLET]), mine)
    assert "C9001" in seen


def test_two_who_add_at_once_both_add(tmp_path: Path, mine: Path) -> None:
    add(geojson(tmp_path / "one.geojson", [AZAZ]), mine)
    files = [geojson(tmp_path / f"{n}.geojson", [feature(f"Qorv{n}", f"C91{n}", 36.6, 37.0 + n / 10)]) for n in (1, 2)]
    with ThreadPoolExecutor(2) as both:
        assert [done.added for done in both.map(lambda file: add(file, mine), files)] == [1, 1]
    with Gazetteer.open(user=mine) as opened:
        assert [opened.place(f"pcode:C91{n}") is not None for n in (1, 2)] == [True, True]


def test_a_write_that_fails_leaves_the_gazetteer_as_it_was(
    tmp_path: Path, mine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(_: sqlite3.Connection) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    add(geojson(tmp_path / "one.geojson", [AZAZ]), mine)
    before = mine.read_bytes()
    monkeypatch.setattr("clearway.places.user.make_sieve", fails)
    with pytest.raises(GazetteerError, match=r"the gazetteer cannot be written \(database or disk is full\)"):
        add(geojson(tmp_path / "two.geojson", [HAMLET]), mine)
    assert mine.read_bytes() == before
    assert [path.name for path in tmp_path.glob("mine*")] == ["mine.sqlite"]


def test_a_link_to_a_gazetteer_stays_one(tmp_path: Path, mine: Path) -> None:
    link = tmp_path / "link.sqlite"
    link.symlink_to(mine)
    add(geojson(tmp_path / "one.geojson", [HAMLET]), link)
    assert link.is_symlink()
    with Gazetteer.open(user=mine) as opened:
        assert opened.place("pcode:C9002") is not None


def test_adding_a_file_twice_changes_nothing(tmp_path: Path, mine: Path) -> None:
    path = geojson(tmp_path / "adm4.geojson", [AZAZ, HAMLET])
    add(path, mine)
    with Gazetteer.open(user=mine) as opened:
        before = opened.sha256
    assert add(path, mine).already
    with Gazetteer.open(user=mine) as opened:
        assert opened.sha256 == before


def test_the_same_places_in_another_file_add_nothing(tmp_path: Path, mine: Path) -> None:
    add(geojson(tmp_path / "one.geojson", [AZAZ, HAMLET]), mine)
    result = add(geojson(tmp_path / "two.geojson", [HAMLET, AZAZ]), mine)
    assert (result.added, result.merged, result.already) == (0, 0, False)


def test_what_is_added_changes_the_hash(tmp_path: Path, mine: Path, gazetteer: Gazetteer) -> None:
    add(geojson(tmp_path / "adm4.geojson", [HAMLET]), mine)
    with Gazetteer.open(user=mine) as opened:
        assert opened.sha256 != gazetteer.sha256


def test_bytes_that_are_not_utf8_are_told_by_line_and_never_replaced(tmp_path: Path, mine: Path) -> None:
    path = geojson(tmp_path / "adm4.geojson", [HAMLET, feature("Whole", "C9004", 36.7, 37.1, NAME_ARA="قورفاند")])
    data = path.read_bytes()
    path.write_bytes(data.replace("قورفاند".encode(), "قورفاند".encode()[:-1]))
    result = add(path, mine)
    assert result.added == 2
    assert result.warnings == (
        "adm4.geojson, line 4: a name of C9004 (Whole) is not UTF-8; that name is left out, the place is kept",
    )
    with sqlite3.connect(mine) as file:
        names = [
            row[0]
            for row in file.execute("SELECT key FROM names JOIN places ON places.id = place WHERE pcode = 'C9004'")
        ]
    assert names == ["whole"]


def test_a_geonames_dump_is_added_and_joined_by_id(tmp_path: Path, mine: Path) -> None:
    path = tmp_path / "SY.txt"
    path.write_text("\n".join(DUMP), "utf-8")
    result = add(path, mine)
    assert (result.added, result.merged, result.warnings) == (1, 1, ())
    with Gazetteer.open(user=mine) as opened:
        assert opened.candidates("Gorvand", country="SY")[0].id == "geonames:9900001"
        assert opened.candidates("Halabtown")[0].id == "geonames:170063"


def test_a_zipped_dump_is_read(tmp_path: Path, mine: Path) -> None:
    path = tmp_path / "SY.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("readme.txt", "about")
        archive.writestr("SY.txt", "\n".join(DUMP))
    assert add(path, mine).added == 1


def test_an_outline_tells_what_contains_a_point(tmp_path: Path, mine: Path) -> None:
    ring = [[36.5, 36.0], [37.5, 36.0], [37.5, 37.0], [36.5, 37.0], [36.5, 36.0]]
    shape = {"type": "Polygon", "coordinates": [ring]}
    properties = {"adm1_name": "Nordland", "adm1_pcode": "SY99"}
    path = geojson(tmp_path / "adm1.geojson", [{"type": "Feature", "properties": properties, "geometry": shape}])
    add(path, mine)
    with Gazetteer.open(user=mine) as opened:
        assert [place.pcode for place in opened.containing(36.4, 37.1)] == ["SY99"]
        assert opened.containing(10, 10) == ()
        assert opened.candidates("Nordland", country="SYR")[0].level is Level.ADM1


@pytest.mark.parametrize(
    ("data", "rule"),
    [
        (b"", "empty"),
        (b"   \n", "empty"),
        (b"\x00\x01\x02binary", "binary"),
        (b"PK\x03\x04broken", "broken"),
        (b'{"type": "Feature', "not JSON"),
        (b'{"type": "Topology"}', "not a GeoJSON"),
        (b"[" * 100_000, "no record"),
        (b'{"a":' * 100_000, "not JSON"),
        (b"a,b,c\n1,2,3\n", "no record has a P-code"),
        (b'{"features": [1, null, {"properties": 3}]}', "no record"),
    ],
)
def test_a_file_that_cannot_be_used_is_refused(tmp_path: Path, mine: Path, data: bytes, rule: str) -> None:
    path = tmp_path / "file"
    path.write_bytes(data)
    with pytest.raises(RefusedDocument, match=rule):
        add(path, mine)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path, mine: Path) -> None:
    with pytest.raises(RefusedDocument, match="cannot be read"):
        add(tmp_path / "none", mine)
    with pytest.raises(RefusedDocument, match="not a file"):
        add(tmp_path, mine)


def test_another_database_is_never_written_to(tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    with sqlite3.connect(other) as file:
        file.execute("CREATE TABLE precious (a)")
    with pytest.raises(GazetteerError):
        add(geojson(tmp_path / "adm4.geojson", [HAMLET]), other)
    with sqlite3.connect(other) as file:
        assert [row[0] for row in file.execute("SELECT name FROM sqlite_master")] == ["precious"]


def test_records_that_cannot_be_used_are_told_and_the_others_kept(tmp_path: Path, mine: Path) -> None:
    nameless = {"type": "Feature", "properties": {"PCODE": "C9009"}, "geometry": None}
    result = add(geojson(tmp_path / "adm4.geojson", [HAMLET, nameless]), mine)
    assert result.added == 1
    assert result.warnings == ("adm4.geojson, feature 2: C9009 has no name that can be read; it is left out",)


def test_real_names_resolve_with_the_real_files(shared: Path, mine: Path) -> None:
    folder = shared / "data" / "gazetteer"
    warnings = [warning for name in sorted(folder.glob("*.geojson")) for warning in add(name, mine).warnings]
    assert [warning.split(":")[0] for warning in warnings] == [
        f"syr_admin4_point.geojson, line {line}" for line in (269, 1481, 2286, 3722, 3724, 4522)
    ]
    text = (
        "Tents stand in Qatmah village, in northwest Azaz, Syria. Syrian war planes bombed the town of Darat Izza in "
        "Aleppo province and roads around Idlib city. Talks between Damascus and its foes in Moscow and Geneva failed."
    )
    with Gazetteer.open(user=mine) as opened:
        found = {place.name: place.resolved for place in resolve(find(text, opened), text=text, gazetteer=opened)}
    codes = {name: place and (place.pcode or place.id) for name, place in found.items()}
    assert codes == {
        "Qatmah village": "C1524",
        "northwest Azaz": "geonames:172082/northwest",
        "Syria": "geonames:163843",
        "Syrian": "geonames:163843",
        "Darat Izza": "C1139",
        "Aleppo province": "SY02",
        "Idlib city": "C3871",
        "Damascus": "C1001",
        "Moscow": "geonames:524901",
        "Geneva": "geonames:2660646",
    }
