"""How many people a road passes in an hour, by class, lanes and vehicle; all numbers are in `data/capacities.toml`."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np

from clearway.corridors.graph import Array
from clearway.corridors.roads.network import CLASSES, Legs
from clearway.corridors.roads.travelling import Arcs
from clearway.errors import UsageError

WALK = "walk"
Range = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Width:
    """A class of roads: lanes in one direction where nobody told, and shares of a lane's flow, driving and walking."""

    lanes: float
    vehicles: float
    walkers: float
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Capacities:
    """What a lane passes in an hour, who is in a vehicle, and what is left of it on each class of road."""

    flow: Range
    on_foot: Range
    people: Mapping[str, Range]
    cars: Mapping[str, float]
    widths: tuple[Width, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """What a full lane passes: `flow` cars or walkers an hour, `people` in each vehicle, which counts for `cars`."""

    vehicle: str
    flow: Range
    people: Range
    cars: float

    @property
    def hourly(self) -> Range:
        """The fewest and the most people an hour."""
        return self.flow[0] * self.people[0] / self.cars, self.flow[1] * self.people[1] / self.cars


@cache
def capacities() -> Capacities:
    """The capacities that come with Clearway."""
    text = (files("clearway.corridors") / "data" / "capacities.toml").read_text(encoding="utf-8")
    return capacities_from(tomllib.loads(text))


def capacities_from(table: dict[str, Any]) -> Capacities:
    """The capacities of a table with the sections and names of `data/capacities.toml`."""
    return Capacities(
        flow=(table["flow"]["low"], table["flow"]["high"]),
        on_foot=(table["on_foot"]["low"], table["on_foot"]["high"]),
        people={name: (row["people"][0], row["people"][1]) for name, row in table["vehicles"].items()},
        cars={name: row["cars"] for name, row in table["vehicles"].items()},
        widths=tuple(Width(**table["classes"][name]) for name in CLASSES),
    )


def pace(vehicle: str, flow: Range | None = None, people: Range | None = None) -> Pace:
    """What passes a lane by this vehicle, with the user's own numbers in place of the table's.

    Raises `UsageError` for a range that is not above 0 or upside down, and for people in a vehicle where all walk.
    """
    known = capacities()
    for given, what in ((flow, "the flow"), (people, "people a vehicle")):
        if given and not 0 < given[0] <= given[1]:
            told = f"{what} {given[0]:g}..{given[1]:g}"
            raise UsageError(told, rule="a range goes from more than 0 upwards", remedy="write LOW..HIGH")
    if vehicle == WALK:
        if people:
            raise UsageError("--people-a-vehicle", rule="nobody who walks is in a vehicle", remedy="leave it out")
        return Pace(vehicle=vehicle, flow=flow or known.on_foot, people=(1, 1), cars=1)
    return Pace(
        vehicle=vehicle, flow=flow or known.flow, people=people or known.people[vehicle], cars=known.cars[vehicle]
    )


def hourly(legs: Legs, arcs: Arcs, pace: Pace) -> tuple[Array, Array]:
    """The fewest and the most people an hour on each arc, whole numbers."""
    widths = capacities().widths
    share = np.array([width.walkers if pace.vehicle == WALK else width.vehicles for width in widths])
    lanes = lanes_of(legs)[arcs.leg] * share[legs.road[arcs.leg]]
    low, high = pace.hourly
    return np.floor(lanes * low + 1e-9).astype(np.int64), np.floor(lanes * high + 1e-9).astype(np.int64)


def lanes_of(legs: Legs) -> Array:
    """Lanes in one direction by leg; an odd one of a road for both directions counts for neither, a single one half."""
    usual = np.array([width.lanes for width in capacities().widths])[legs.road]
    told = legs.lanes.astype(np.float64)
    each = np.where(legs.oneway != 0, told, np.maximum(np.floor(told / 2), 0.5))
    return np.where(told > 0, each, usual)
