"""Vehicles, people on foot among them: how fast each goes on what, where it may go, and how large it is."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from clearway.corridors.roads.network import VEHICLES
from clearway.errors import UsageError

TABLE = Path(__file__).parent / "data" / "vehicles.tsv"
SPEEDS = re.compile(r"(\()?(\d+)-(\d+)\)?$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Speed:
    """Kilometres an hour, the least and the most; `signed` where only a sign allows it."""

    low: float
    high: float
    signed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Vehicle:
    """One of `VEHICLES`: its speed by class of road, the caps by surface and "link", its size in metres and tonnes.

    A class that is not among its roads is closed to it whatever signs say.
    """

    name: str
    roads: Mapping[str, Speed]
    caps: Mapping[str, Speed]
    width_m: float
    height_m: float
    weight_t: float
    bound_by_oneway: bool

    @property
    def bit(self) -> int:
        """The vehicle as a set of one, as nodes and legs keep sets of them."""
        return 1 << VEHICLES.index(self.name)


def vehicle_named(name: str) -> Vehicle:
    """The vehicle of that name; raises `UsageError` where there is none."""
    if name not in VEHICLES:
        raise UsageError(name, rule="there is no such vehicle", remedy=f"name one of {', '.join(VEHICLES)}")
    return _vehicles()[name]


@cache
def _vehicles() -> Mapping[str, Vehicle]:
    """All vehicles, as the table has them."""
    lines = [line.split("\t") for line in TABLE.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    columns = lines[0]
    return {
        name: _vehicle(name, [(line[0], line[1], line[columns.index(name)]) for line in lines[1:]]) for name in VEHICLES
    }


def _vehicle(name: str, rows: list[tuple[str, str, str]]) -> Vehicle:
    size = {of: float(cell) for what, of, cell in rows if what == "size"}
    return Vehicle(
        name=name,
        roads={of: speed for what, of, cell in rows if what == "road" and (speed := _speed(cell))},
        caps={of: speed for what, of, cell in rows if what == "cap" and (speed := _speed(cell))},
        width_m=size["width_m"],
        height_m=size["height_m"],
        weight_t=size["weight_t"],
        bound_by_oneway=("oneway", "street", "1") in rows,
    )


def _speed(cell: str) -> Speed | None:
    found = SPEEDS.match(cell)
    return Speed(low=float(found[2]), high=float(found[3]), signed=bool(found[1])) if found else None
