"""A made-up way by a crossing, which a newer file of roads shuts."""

from pathlib import Path

from tests.corridors.roads.made import network_in, tables
from tests.corridors.test_gates import LINKS, MAY, TOWNS

from clearway.corridors.constants import constants
from clearway.corridors.danger import Asked
from clearway.corridors.planning import Planner, Wanted
from clearway.corridors.routes import Ground
from clearway.corridors.watching import legs_now, shut_now
from clearway.model import Leg

ASKED = Asked(as_of=MAY, max_age=7)


def planner(folder: Path, status: str) -> Planner:
    (folder / status).mkdir(exist_ok=True)
    made = tables(folder / status / "pass", TOWNS.format(hours="", status=status), LINKS)
    return Planner.of(network_in(made), constants())


def ground(folder: Path, status: str) -> Ground:
    return planner(folder, status).ground_now((), ASKED, "car")


def way(folder: Path, start: str, end: str) -> tuple[Leg, ...]:
    before = planner(folder, "open")
    named = [before.network.text(at) for at in before.network.nodes.name]
    wanted = Wanted(
        origin=start,
        destination=end,
        source=named.index(start),
        target=named.index(end),
        vehicle="car",
        asked=ASKED,
        show_unverified=True,
    )
    return before.plan((), wanted).routes[0].legs


def test_a_crossing_that_a_newer_file_of_roads_shuts_is_told_on_the_leg_behind_it(tmp_path: Path) -> None:
    legs = way(tmp_path, "Alba", "Dorn")
    assert [leg.end for leg in legs] == ["Carn crossing", "Dorn"]
    now = ground(tmp_path, "closed")
    assert shut_now(now, legs) == {legs[1].id: "Carn crossing is closed in the file of roads"}
    assert list(legs_now(now, legs)) == [leg.id for leg in legs]


def test_a_crossing_that_is_open_or_where_the_way_begins_or_ends_shuts_nothing(tmp_path: Path) -> None:
    legs = way(tmp_path, "Alba", "Dorn")
    assert shut_now(ground(tmp_path, "open"), legs) == {}
    assert shut_now(ground(tmp_path, "closed"), legs[:1], legs[1:]) == {}
