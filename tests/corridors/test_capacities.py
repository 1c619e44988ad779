import pytest
from tests.corridors.valley import leg, valley

from clearway.corridors.capacities import hourly, pace
from clearway.corridors.roads import arcs_of, vehicle_named
from clearway.errors import UsageError


def test_a_road_passes_the_observed_flow_times_the_people_in_a_car_and_less_where_it_is_narrow() -> None:
    network = valley()
    arcs = arcs_of(network, vehicle_named("car"))
    low, high = hourly(network.legs, arcs, pace("car"))
    by_leg = {int(number): (int(low[at]), int(high[at])) for at, number in enumerate(arcs.leg)}

    assert by_leg[leg("Alba", "Berg")] == (600, 3000)
    assert by_leg[leg("Alba", "Carn")] == (480, 2400)


def test_the_users_numbers_take_the_place_of_the_table() -> None:
    assert pace("bus", flow=(800, 1000), people=(30, 40)).hourly == (12_000, 20_000)


def test_a_range_upside_down_is_refused() -> None:
    with pytest.raises(UsageError, match="a range goes from more than 0 upwards"):
        pace("car", flow=(600, 300))
