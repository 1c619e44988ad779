"""What OpenStreetMap's tags say of a road and of what stands on it.

Keys and values are those of OpenStreetMap's own documentation: https://wiki.openstreetmap.org/wiki/Key:highway,
Key:access, Key:oneway, Key:maxspeed, Key:barrier, Key:surface, Key:tracktype.
"""

import re
from collections.abc import Mapping

from clearway.corridors.roads.lines import NodeFacts, RoadFacts
from clearway.corridors.roads.network import (
    BRIDGE,
    CLASSES,
    FORD,
    LINK,
    ROUNDABOUT,
    SURFACES,
    TOLL,
    TUNNEL,
    VEHICLES,
    bits_of,
)

Tags = Mapping[str, str]

PATHS = frozenset(("footway", "path", "pedestrian", "cycleway", "bridleway", "steps", "via_ferrata"))
OTHER_NAMES = {"road": "unknown", "busway": "service", "bus_guideway": "service", "unsurfaced": "track"}
"""Values of highway that are roads under another name; what is in no list (construction, platform) is none."""

NO = frozenset(str.split("no private agricultural forestry agricultural;forestry military restricted permit"))
YES = frozenset(str.split("yes permissive designated official destination customers delivery public"))
WIDE_TO_NARROW: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("access", VEHICLES),
    ("vehicle", ("car", "bus", "truck", "ambulance")),
    ("motor_vehicle", ("car", "bus", "truck", "ambulance")),
    ("motorcar", ("car",)),
    ("goods", ("truck",)),
    ("hgv", ("truck",)),
    ("psv", ("bus",)),
    ("bus", ("bus",)),
    ("emergency", ("ambulance",)),
    ("foot", ("walk",)),
)
"""Keys of access, each for whom; a later one overrules an earlier one (Key:access, "transport mode restrictions")."""

PAVED = frozenset(
    str.split("paved asphalt concrete concrete:lanes concrete:plates paving_stones chipseal bricks brick metal wood")
)
COBBLES = frozenset(("sett", "cobblestone", "unhewn_cobblestone", "cobblestone:flattened"))
COMPACTED = frozenset(("compacted", "fine_gravel"))
GRAVEL = frozenset(("gravel", "pebblestone", "rock", "stone", "unpaved"))
GROUND = frozenset(("ground", "dirt", "earth", "grass", "grass_paver", "dirt/sand"))
SOFT = frozenset(("sand", "mud", "snow", "ice", "clay"))
SURFACE_OF = {
    value: SURFACES.index(name)
    for name, values in (
        ("paved", PAVED), ("cobbles", COBBLES), ("compacted", COMPACTED), ("gravel", GRAVEL), ("ground", GROUND),
        ("soft", SOFT),
    )
    for value in values
}  # fmt: skip
GRADES = {"grade1": "paved", "grade2": "compacted", "grade3": "gravel", "grade4": "ground", "grade5": "soft"}
"""What a track without a surface is made of (Key:tracktype)."""

OPEN_BARRIERS = frozenset(
    str.split("gate lift_gate swing_gate toll_booth entrance height_restrictor sally_port cattle_grid kerb")
)
"""Barriers that let everybody pass unless a tag says otherwise."""
FOOT_BARRIERS = frozenset(
    str.split(
        "bollard block jersey_barrier cycle_barrier stile kissing_gate turnstile chain log debris motorcycle_barrier "
        "full-height_turnstile horse_stile planter rope tank_trap"
    )
)
"""Barriers that let people on foot pass."""
MOTORISED = bits_of(VEHICLES[1:], VEHICLES)
EVERYBODY = bits_of(VEHICLES, VEHICLES)

NUMBER = re.compile(r"\s*(\d+(?:[.,]\d+)?)\s*([a-z'\"]*)", re.IGNORECASE)
MILE_KM = 1.609344
FOOT_M = 0.3048
TONNES = {"": 1.0, "t": 1.0, "kg": 0.001, "st": 0.907185, "lbs": 0.000453592}
METRES = {"": 1.0, "m": 1.0, "cm": 0.01, "ft": FOOT_M, "'": FOOT_M}
SPEEDS = {"": 1.0, "kmh": 1.0, "km": 1.0, "mph": MILE_KM, "knots": 1.852}
BYTE = 255


def road_of(tags: Tags) -> RoadFacts | None:
    """What a line's tags say of the road, or nothing where it is none."""
    road, is_link = _class_of(tags)
    if road is None or tags.get("area") == "yes":
        return None
    barred, granted = access_of(tags)
    return RoadFacts(
        road=road,
        oneway=_oneway(tags, road),
        lanes=_whole(tags.get("lanes", "")),
        speed_kmh=min(BYTE, round(_measure(tags.get("maxspeed", ""), SPEEDS))),
        surface=_surface(tags),
        features=_features(tags, is_link),
        barred=barred,
        granted=granted,
        width_m=_least(tags, ("maxwidth", "maxwidth:physical", "width"), METRES),
        height_m=_least(tags, ("maxheight", "maxheight:physical"), METRES),
        weight_t=_least(tags, ("maxweight", "maxweightrating"), TONNES),
        name=_name(tags),
        ref=tags.get("ref") or tags.get("int_ref") or "",
    )


def node_of(tags: Tags) -> NodeFacts | None:
    """What a point's tags say stands there, or nothing where that is nothing to traffic."""
    barrier = tags.get("barrier", "")
    barred, granted = access_of(tags)
    if barrier in FOOT_BARRIERS:
        barred |= MOTORISED & ~granted
    kind = _kind_of(tags, barrier, barred)
    if kind is None:
        return None
    if kind == "barrier" and barrier not in FOOT_BARRIERS | OPEN_BARRIERS and not tags.keys() & ACCESS_KEYS:
        barred = EVERYBODY & ~granted  # a wall, ditch or fence across a road
    name, hours = _name(tags), tags.get("opening_hours", "")
    return NodeFacts(kind=kind, barred=barred, name=name, hours=hours)


ACCESS_KEYS = frozenset(key for key, _ in WIDE_TO_NARROW)


def _kind_of(tags: Tags, barrier: str, barred: int) -> str | None:
    if barrier == "border_control" or tags.get("amenity") == "border_control":
        return "border"
    if "checkpoint" in (barrier, tags.get("military"), tags.get("highway"), tags.get("amenity")):
        return "checkpoint"
    if tags.get("amenity") == "ferry_terminal":
        return "ferry"
    if barrier in OPEN_BARRIERS - {"kerb", "entrance", "cattle_grid"}:
        return "gate"
    if (barrier and barrier not in OPEN_BARRIERS) or barred:
        return "barrier"
    return None


def _class_of(tags: Tags) -> tuple[str | None, bool]:
    """The class of a road, and whether it is a link (a slip road); nothing where it is no road."""
    highway = tags.get("highway", "")
    if not highway:
        return ("ferry" if tags.get("route") == "ferry" else None), False
    is_link = highway.endswith("_link")
    base = highway.removesuffix("_link")
    if base in PATHS:
        return "path", False
    base = OTHER_NAMES.get(base, base)
    return (base if base in CLASSES else None), is_link


def access_of(tags: Tags) -> tuple[int, int]:
    """The vehicles that signs forbid and those that they allow.

    >>> access_of({"access": "no", "foot": "yes"})
    (30, 1)
    """
    barred = granted = 0
    for key, whom in WIDE_TO_NARROW:
        value = tags.get(key)
        if value in NO:
            bits = bits_of(whom, VEHICLES)
            barred, granted = barred | bits, granted & ~bits
        elif value in YES:
            bits = bits_of(whom, VEHICLES)
            barred, granted = barred & ~bits, granted | bits
    return barred, granted


def _oneway(tags: Tags, road: str) -> int:
    value = tags.get("oneway", "")
    if value in ("yes", "true", "1"):
        return 1
    if value in ("-1", "reverse"):
        return -1
    if value:  # "no"; "reversible" and "alternating" are told at the place, so both ways may be had
        return 0
    return int(road == "motorway" or tags.get("junction") in ("roundabout", "circular"))


def _surface(tags: Tags) -> int:
    found = SURFACE_OF.get(tags.get("surface", ""), 0)
    return found or SURFACES.index(GRADES.get(tags.get("tracktype", ""), SURFACES[0]))


def _features(tags: Tags, is_link: bool) -> int:
    there = (
        (BRIDGE, tags.get("bridge", "no") != "no"),
        (TUNNEL, tags.get("tunnel", "no") != "no"),
        (FORD, tags.get("ford", "no") != "no"),
        (LINK, is_link),
        (ROUNDABOUT, tags.get("junction") in ("roundabout", "circular")),
        (TOLL, tags.get("toll", "no") != "no"),
    )
    return sum(bit for bit, holds in there if holds)


def _name(tags: Tags) -> str:
    return tags.get("name:en") or tags.get("int_name") or tags.get("name") or ""


def _whole(written: str) -> int:
    """The number of lanes; of several ("2;3") the least."""
    found = [int(float(part)) for part in written.split(";") if re.fullmatch(r"\s*\d{1,2}(\.\d)?\s*", part)]
    return min(found, default=0)


def _measure(written: str, units: Mapping[str, float]) -> float:
    """A quantity in the unit that counts 1, or 0 where none can be read.

    >>> round(_measure("30 mph", SPEEDS))
    48
    """
    found = NUMBER.match(written)
    if not found:
        return 0.0
    return float(found[1].replace(",", ".")) * units.get(found[2].casefold(), 0.0)


def _least(tags: Tags, keys: tuple[str, ...], units: Mapping[str, float]) -> float:
    """The least of several limits, 0 where there is none."""
    found = [value for key in keys if (value := _measure(tags.get(key, ""), units)) > 0]
    return min(found, default=0.0)
