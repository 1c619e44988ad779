"""A made-up valley: two ways from Alba to Dorn, one by Berg on the M9, one over the hill by Carn; and what is told."""

import tempfile
from datetime import date
from functools import cache
from pathlib import Path

from tests.corridors.roads.made import tables

from clearway.corridors.constants import constants
from clearway.corridors.danger import Asked
from clearway.corridors.planning import Planner, Wanted
from clearway.corridors.roads import Network, add
from clearway.model import Bearing, Evidence, Plan, Point, Status

TOWNS = """name,latitude,longitude,kind
Alba,36.00,37.00,town
Berg,36.00,37.30,town
Carn,36.20,37.30,town
Dorn,36.00,37.60,border
Far,36.90,37.90,town
Off,36.95,37.90,town
"""
LINKS = """from,to,length_km,class,road
Alba,Berg,27,primary,M9
Berg,Dorn,27,primary,M9
Alba,Carn,36,secondary,
Carn,Dorn,36,secondary,
Far,Off,6,secondary,
"""
PLACES: dict[str, Point] = {"Alba": (36.0, 37.0), "Berg": (36.0, 37.3), "Carn": (36.2, 37.3), "Dorn": (36.0, 37.6)}
DAY = date(2021, 5, 10)
NODES = ("Alba", "Berg", "Carn", "Dorn", "Far", "Off")


@cache
def valley() -> Network:
    with tempfile.TemporaryDirectory() as folder:
        return add(tables(Path(folder) / "valley", TOWNS, LINKS), Path(folder) / "valley.npz").network


@cache
def planner() -> Planner:
    return Planner.of(valley(), constants())


def leg(start: str, end: str) -> int:
    """The number of the leg between two towns."""
    network = valley()
    named = [network.text(at) for at in network.nodes.name]
    ends = {named.index(start), named.index(end)}
    pairs = zip(network.legs.tail.tolist(), network.legs.head.tolist(), strict=True)
    return next(number for number, pair in enumerate(pairs) if set(pair) == ends)


def told(
    rule: str = "attack",
    at: str | None = None,
    *,
    roads: tuple[str, ...] = (),
    bearing: Bearing = Bearing.HAZARD,
    status: Status | None = None,
    holder: str | None = None,
    day: date = DAY,
    reach: float = 5.0,
    origins: int = 1,
    claims: tuple[str, ...] | None = None,
    contested: bool = False,
) -> Evidence:
    hazards = constants().hazards
    name = f"{rule} {at} {roads} {status} {day}"
    return Evidence(
        id=name,
        bearing=bearing,
        rule=rule,
        statement=name,
        severity=hazards[rule].severity if rule in hazards else 0.0,
        place=at,
        points=((PLACES[at], reach),) if at else (),
        roads=roads,
        status=status,
        holder=holder,
        day=day,
        told=day,
        sources=tuple(f"source {number}" for number in range(origins)),
        origins=origins,
        claims=claims or (f"claim of {name}",),
        contested=contested,
    )


def word(status: Status, road: str = "M9", **more: object) -> Evidence:
    """Somebody's word on a road."""
    return told("status", roads=(road,), bearing=Bearing.STATUS, status=status, **more)  # type: ignore[arg-type]


def asked(day: date = DAY, max_age: int = 7) -> Asked:
    return Asked(as_of=day, max_age=max_age)


def plan(*evidence: Evidence, to: str = "Dorn", show: bool = False, day: date = DAY, avoid: str | None = None) -> Plan:
    network = valley()
    named = [network.text(at) for at in network.nodes.name]
    wanted = Wanted(
        origin="Alba",
        destination=to,
        source=named.index("Alba"),
        target=named.index(to),
        vehicle="car",
        asked=asked(day),
        show_unverified=show,
        avoid=frozenset(planner().lie.within(PLACES[avoid], 5)) if avoid else frozenset(),
    )
    return planner().plan(evidence, wanted)
