from pathlib import Path

from tests.corridors.roads.made import network_in, tables
from tests.corridors.valley import PLACES, leg, valley

from clearway.corridors.stretching import ShortestWays


def test_a_stretch_is_the_shortest_way_between_its_ends() -> None:
    ways = ShortestWays(valley())
    assert set(ways.between(PLACES["Alba"], PLACES["Dorn"])) == {leg("Alba", "Berg"), leg("Berg", "Dorn")}
    assert ways.between(PLACES["Alba"], PLACES["Carn"]) == (leg("Alba", "Carn"),)


def test_it_is_the_same_from_either_end() -> None:
    ways = ShortestWays(valley())
    assert ways.between(PLACES["Dorn"], PLACES["Alba"]) == ways.between(PLACES["Alba"], PLACES["Dorn"])


def test_no_road_between_the_ends_or_none_at_an_end_is_no_leg() -> None:
    ways = ShortestWays(valley())
    assert ways.between(PLACES["Alba"], (36.9, 37.9)) == ()
    assert ways.between(PLACES["Alba"], (36.0, 37.15)) == ()


def test_both_carriageways_of_a_road_are_found(tmp_path: Path) -> None:
    towns = "name,latitude,longitude\nAlba,36.0,37.0\nBerg,36.0,37.1\nNorth,36.001,37.05\nSouth,35.999,37.05\n"
    links = "from,to,length_km,class,oneway\nAlba,North,5,motorway,yes\nNorth,Berg,5,motorway,yes\n"
    links += "Berg,South,5,motorway,yes\nSouth,Alba,5,motorway,yes\n"
    ways = ShortestWays(network_in(tables(tmp_path / "twin", towns, links)))
    assert ways.between((36.0, 37.0), (36.0, 37.1)) == (0, 1, 2, 3)
