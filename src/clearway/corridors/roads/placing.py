"""From what a person calls a place to a point on the roads."""

import re
from dataclasses import dataclass
from difflib import get_close_matches

import numpy as np

from clearway.corridors.roads.network import KINDS, Network
from clearway.corridors.roads.snapping import WITHIN_KM, Snap, Snapper
from clearway.errors import RoadError
from clearway.model import Candidate, Level
from clearway.places import Gazetteer
from clearway.places.folding import fold

POINT = re.compile(r"\s*(-?\d+(?:\.\d+)?)\s*[,; ]\s*(-?\d+(?:\.\d+)?)\s*")
BESIDE_DEGREES = 0.5
"""How far outside the roads' own bounds a place may lie to be meant at all: some 50 km."""
ALIKE, LIKE = 3, 0.65
"""So many names are offered for one that nobody knows, and how like it they have to be, up to 1."""
MOST_NAMES = 20_000
"""Names that are looked at for that."""
POINTS = frozenset((Level.SETTLEMENT, Level.FACILITY, Level.BORDER))


@dataclass(frozen=True, slots=True, kw_only=True)
class OnRoads:
    """A place on the roads: what it is called, where, how that is known, and where it joins the roads.

    `node` is the node it stands for, `called` that node's own name, `snap` how it was found where it is no node by its
    own name, and `road` the road that it lies on then. `apart` says that the node is not on the largest part of the
    roads, from which most of them cannot be reached. `attribution` and `cautions` are those of the roads.
    """

    name: str
    latitude: float
    longitude: float
    how: str
    node: int
    called: str
    apart: bool
    attribution: str
    cautions: tuple[str, ...]
    road: str = ""
    snap: Snap | None = None


def on_roads(place: str, network: Network, gazetteer: Gazetteer | None, *, within_km: float = WITHIN_KM) -> OnRoads:
    """Where a place is on the roads: a node's own name, latitude and longitude, or a name that the gazetteer has.

    Raises `RoadError` where the place is unknown, is an area, or no road is within `within_km` of it.
    """
    node, snap = _node_named(place, network), None
    if node is not None:
        nodes = network.nodes
        name, latitude, longitude = network.text(nodes.name[node]), float(nodes.lat[node]), float(nodes.lon[node])
        how = f"{KINDS[nodes.kind[node]]} of these roads"
    else:
        name, latitude, longitude, how = _point_of(place, network, gazetteer)
        snap = Snapper(network).near(latitude, longitude, within_km=within_km, what=place)
        node = snap.node
    return OnRoads(
        name=name, latitude=latitude, longitude=longitude, how=how, node=node,
        called=network.text(network.nodes.name[node]), apart=bool(network.nodes.island[node]), snap=snap,
        road=network.road_of(snap.leg) if snap else "", attribution=network.attribution, cautions=network.cautions,
    )  # fmt: skip


def _node_named(place: str, network: Network) -> int | None:
    """The node that bears the name itself; of several, the first town or crossing."""
    key = fold(place)
    nodes = network.nodes
    used = np.unique(nodes.name[nodes.name > 0]).tolist()
    alike = [text for text in used if fold(network.texts[text]) == key]
    found = np.flatnonzero(np.isin(nodes.name, alike)).tolist() if alike else []
    return min(found, key=lambda node: (KINDS[nodes.kind[node]] == "junction", node), default=None)


def _point_of(place: str, network: Network, gazetteer: Gazetteer | None) -> tuple[str, float, float, str]:
    """Name, latitude, longitude, and how they are known."""
    if found := POINT.fullmatch(place):
        latitude, longitude = float(found[1]), float(found[2])
        if abs(latitude) > 90 or abs(longitude) > 180:
            raise RoadError(place, rule="this is no latitude and longitude", remedy="give degrees, latitude first")
        return place.strip(), latitude, longitude, "as given"
    known = [one for one in gazetteer.candidates(place) if one.latitude is not None] if gazetteer else []
    beside = [one for one in known if _is_beside(one, network)]
    points = [one for one in beside if one.level in POINTS]
    if points:
        best = points[0]
        return best.name, float(best.latitude or 0), float(best.longitude or 0), f"gazetteer {best.id}"
    exact = gazetteer.exact(place) if gazetteer else ()
    areas = [one for one in (*beside, *exact[:1]) if one.level not in POINTS]
    if areas:
        rule, remedy = f"it is an area ({areas[0].level})", "name a town in it, or give latitude,longitude"
        raise RoadError(place, rule=rule, remedy=remedy)
    if exact:
        where = ", ".join(part for part in (exact[0].name, exact[0].country) if part)
        rule = f"no place of that name lies near these roads (but {where})"
        remedy = f"{_meant(place, network)}add roads there, or give latitude,longitude"
        raise RoadError(place, rule=rule, remedy=remedy)
    remedy = "spell it otherwise, give latitude,longitude, or add it with `clearway gazetteer add`"
    remedy = f"{_meant(place, network)}{remedy}"
    raise RoadError(place, rule="neither these roads nor the gazetteer know it", remedy=remedy)


def _meant(place: str, network: Network) -> str:
    """Which places on these roads have a name that is written much like this one, as the beginning of a remedy."""
    nodes = network.nodes
    named = np.unique(nodes.name[(nodes.name > 0) & (nodes.kind > 0)])[:MOST_NAMES].tolist()
    names = {fold(network.texts[text]): network.texts[text] for text in named}
    alike = get_close_matches(fold(place), names, n=ALIKE, cutoff=LIKE)
    return f"is it {' or '.join(names[key] for key in alike)}? Else " if alike else ""


def _is_beside(one: Candidate, network: Network) -> bool:
    west, south, east, north = network.bounds()
    latitude, longitude = float(one.latitude or 0), float(one.longitude or 0)
    return (
        south - BESIDE_DEGREES <= latitude <= north + BESIDE_DEGREES
        and west - BESIDE_DEGREES <= longitude <= east + BESIDE_DEGREES
    )
