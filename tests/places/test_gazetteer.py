from pathlib import Path

import pytest

from clearway.errors import GazetteerError
from clearway.model import Level
from clearway.places import gazetteer as module
from clearway.places.gazetteer import Gazetteer
from clearway.places.rows import Glance


@pytest.mark.parametrize(
    ("name", "geonames", "level"),
    [
        ("Syria", 163843, Level.COUNTRY),
        ("UK", 2635167, Level.COUNTRY),
        ("U.S.", 6252001, Level.COUNTRY),
        ("DR Congo", 203312, Level.COUNTRY),
        ("Damascus", 170654, Level.SETTLEMENT),
        ("Moscow", 524901, Level.SETTLEMENT),
        ("Kharkov", 706483, Level.SETTLEMENT),
        ("North Darfur", 408666, Level.ADM1),
        ("Tartus Governorate", 163342, Level.ADM1),
        ("Azaz District", 172081, Level.ADM2),
        ("Africa", 6255146, Level.REGION),
        ("إدلب", 169389, Level.SETTLEMENT),
    ],
)
def test_a_name_leads_to_its_place(gazetteer: Gazetteer, name: str, geonames: int, level: Level) -> None:
    found = [(place.geonames, place.level) for place in gazetteer.candidates(name)]
    assert (geonames, level) in found


def test_a_candidate_carries_its_areas(gazetteer: Gazetteer) -> None:
    place = next(place for place in gazetteer.candidates("Idlib") if place.level is Level.SETTLEMENT)
    assert (place.id, place.country, place.adm1, place.adm1_code) == ("geonames:169389", "SYR", "Idlib", "SY-ID")


def test_the_likeliest_comes_first(gazetteer: Gazetteer) -> None:
    scores = [place.score for place in gazetteer.candidates("Paris")]
    assert scores == sorted(scores, reverse=True)
    assert gazetteer.candidates("Paris")[0].country == "FRA"


@pytest.mark.parametrize("country", ["USA", "US", "us"])
def test_a_country_narrows_the_candidates(gazetteer: Gazetteer, country: str) -> None:
    assert {place.country for place in gazetteer.candidates("Paris", country=country)} == {"USA"}


def test_the_limit_is_kept(gazetteer: Gazetteer) -> None:
    assert len(gazetteer.candidates("Springfield", limit=3)) == 3


def test_another_transliteration_is_found_below_an_exact_name(gazetteer: Gazetteer) -> None:
    loose = gazetteer.candidates("Darat Ezza", country="SYR")
    exact = gazetteer.candidates("Dārat ‘Izzah", country="SYR")
    assert loose[0].id == exact[0].id == "geonames:170857"
    assert loose[0].score < exact[0].score


def test_an_unknown_name_has_no_candidates(gazetteer: Gazetteer) -> None:
    assert gazetteer.candidates("Xqzwvkja") == ()


@pytest.mark.parametrize(
    ("word", "country"),
    [("Syrian", "SYR"), ("Syrians", "SYR"), ("South Sudanese", "SSD"), ("Dutch", "NLD"), ("Congolese", "COD")],
)
def test_a_demonym_leads_to_its_country(gazetteer: Gazetteer, word: str, country: str) -> None:
    place = gazetteer.demonym(word)
    assert place is not None
    assert place.country == country


@pytest.mark.parametrize("word", ["Damascus", "people", "s", ""])
def test_other_words_are_no_demonyms(gazetteer: Gazetteer, word: str) -> None:
    assert gazetteer.demonym(word) is None


def test_each_country_has_one_capital(gazetteer: Gazetteer) -> None:
    place = gazetteer.candidates("Khartoum", country="SDN")[0]
    assert place.geonames in (379252, 379253)


def test_a_place_is_found_by_its_id(gazetteer: Gazetteer) -> None:
    place = gazetteer.place("geonames:170063")
    assert place is not None
    assert place.name == "Aleppo"
    assert gazetteer.place("geonames:1") is None


def test_a_missing_gazetteer_says_what_to_do(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(module, "BUILT_IN", tmp_path / "none.sqlite")
    with pytest.raises(GazetteerError, match="run `make`"):
        Gazetteer.open()


def test_a_file_that_is_no_gazetteer_is_refused(tmp_path: Path) -> None:
    other = tmp_path / "other.sqlite"
    other.write_bytes(b"not a database, but long enough to be looked at" * 50)
    with pytest.raises(GazetteerError, match="not a gazetteer"):
        Gazetteer.open(user=other)


def test_a_user_file_that_is_not_there_yet_changes_nothing(gazetteer: Gazetteer, tmp_path: Path) -> None:
    with Gazetteer.open(user=tmp_path / "none.sqlite") as opened:
        assert opened.sha256 == gazetteer.sha256


def test_names_that_would_be_code_are_only_looked_up(gazetteer: Gazetteer) -> None:
    assert gazetteer.candidates("'; DROP TABLE places; --") == ()


def test_siblings_are_the_areas_of_one_parent() -> None:
    with Gazetteer.open() as gazetteer:
        assert gazetteer.siblings("geonames:169387") == 14
        assert gazetteer.siblings("geonames:172994") == 0


@pytest.mark.parametrize("name", ["Paris", "Idlib", "São Tomé", "Qatmah", "Nowhere at all"])
def test_a_glance_tells_of_the_first_of_all_that_bear_the_name(name: str) -> None:
    with Gazetteer.open() as asked_first, Gazetteer.open() as asked_for_all:
        first = next(iter(asked_for_all.exact(name)), None)
        told = Glance(first.name, first.level, first.country, first.population) if first else None
        assert asked_first.glance(name) == asked_for_all.glance(name) == told


def test_what_is_not_read_as_memory_tells_the_same(gazetteer: Gazetteer) -> None:
    with Gazetteer.open(mapped=False) as opened:
        assert opened.candidates("Idlib") == gazetteer.candidates("Idlib")
        assert opened._built_in.execute("PRAGMA mmap_size").fetchone() == (0,)


def test_likely_names_are_sought_once(gazetteer: Gazetteer) -> None:
    loose = gazetteer.loose("Darat Ezza", country="SYR")
    assert loose
    assert gazetteer.loose("Darat Ezza", country="SYR") is loose
    assert gazetteer.loose("Darat Ezza", country="TUR") != loose
    assert gazetteer.loose("Darat Ezza", country="SYR", least=1.0) == ()
