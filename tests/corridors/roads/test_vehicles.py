import pytest

from clearway.corridors.roads import CLASSES, SURFACES, VEHICLES
from clearway.corridors.roads.vehicles import TABLE, Speed, vehicle_named
from clearway.errors import UsageError


@pytest.mark.parametrize("name", VEHICLES)
def test_every_class_of_road_and_surface_has_its_line(name: str) -> None:
    vehicle = vehicle_named(name)
    lines = [line.split("\t") for line in TABLE.read_text("utf-8").splitlines() if not line.startswith("#")]

    assert {line[1] for line in lines if line[0] == "road"} == set(CLASSES)
    assert {line[1] for line in lines if line[0] == "cap"} == {*SURFACES[2:], "link"}
    assert all(0 < speed.low < speed.high for speed in (*vehicle.roads.values(), *vehicle.caps.values()))
    assert {len(line) for line in lines} == {2 + len(VEHICLES)}


def test_a_speed_is_read_with_whether_only_a_sign_allows_it() -> None:
    assert vehicle_named("car").roads["path"] == Speed(low=5, high=10, signed=True)
    assert vehicle_named("truck").roads["primary"] == Speed(low=29, high=58)
    assert "motorway" not in vehicle_named("walk").roads


def test_another_vehicle_is_told_in_one_line() -> None:
    with pytest.raises(
        UsageError, match=r"^camel: there is no such vehicle; name one of walk, car, bus, truck, ambulance$"
    ):
        vehicle_named("camel")
