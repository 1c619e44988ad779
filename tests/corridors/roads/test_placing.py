from pathlib import Path

import pytest
from tests.conftest import REPOSITORY
from tests.corridors.roads.made import network_in, tables

from clearway.corridors.roads import Network, on_roads
from clearway.errors import RoadError
from clearway.places import Gazetteer

SCHEMATIC = REPOSITORY / "docs" / "corridors" / "idlib-aleppo"


@pytest.fixture(scope="module")
def schematic(tmp_path_factory: pytest.TempPathFactory) -> Network:
    from clearway.corridors.roads import add

    return add(SCHEMATIC, tmp_path_factory.mktemp("roads") / "x-roads.npz").network


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.open()


def test_a_node_is_found_by_its_own_name(schematic: Network) -> None:
    found = on_roads("bab al hawa", schematic, None)

    assert (found.name, found.how, found.called, found.snap) == (
        "Bab al-Hawa", "border of these roads", "Bab al-Hawa", None,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("written", "node"),
    [("Daret Azza", "Darat Izza"), ("Ma'arrat An Nu'man", "Maarat al-Numan"), ("Jisr ash-Shugur", "Jisr al-Shughur")],
)
def test_a_name_spelt_otherwise_is_found_by_the_gazetteer(
    schematic: Network, gazetteer: Gazetteer, written: str, node: str
) -> None:
    found = on_roads(written, schematic, gazetteer)

    assert found.called == node
    assert found.how.startswith("gazetteer geonames:")
    assert found.attribution == schematic.attribution
    assert found.cautions == schematic.cautions


def test_latitude_and_longitude_are_taken_as_given(tmp_path: Path) -> None:
    found = on_roads("36.001, 37.001", network_in(tables(tmp_path / "valley")), None)

    assert (found.how, found.called, found.road) == ("as given", "Alba", "M9 (primary)")


@pytest.mark.parametrize(
    ("written", "rule"),
    [
        ("Nowhere at all", "neither these roads nor the gazetteer know it"),
        ("Paris", "no place of that name lies near these roads (but Paris, FRA)"),
        ("Syria", "it is an area (country)"),
        ("95,37", "this is no latitude and longitude"),
        ("35.0, 38.0", "there is no road within 5 km of it"),
    ],
)
def test_a_place_that_is_not_on_the_roads_is_one_clear_line(
    schematic: Network, gazetteer: Gazetteer, written: str, rule: str
) -> None:
    with pytest.raises(RoadError) as told:
        on_roads(written, schematic, gazetteer)

    assert (told.value.subject, told.value.rule) == (written, rule)
