"""Roads: what files tell of them, as one network of nodes and legs in one file."""

from clearway.corridors.roads.about import Guarded, Roads, about
from clearway.corridors.roads.adding import Added, add, megabytes_for
from clearway.corridors.roads.keeping import load, megabytes_to_load, megabytes_to_plan, roads_beside, save
from clearway.corridors.roads.network import (
    CLASSES,
    FEATURES,
    KINDS,
    STATUSES,
    SURFACES,
    VEHICLES,
    Legs,
    Network,
    Nodes,
    RoadSource,
    members,
)
from clearway.corridors.roads.placing import OnRoads, on_roads
from clearway.corridors.roads.snapping import Snap, Snapper
from clearway.corridors.roads.travelling import Arcs, arcs_of, usable
from clearway.corridors.roads.vehicles import Vehicle, vehicle_named

__all__ = [
    "CLASSES",
    "FEATURES",
    "KINDS",
    "STATUSES",
    "SURFACES",
    "VEHICLES",
    "Added",
    "Arcs",
    "Guarded",
    "Legs",
    "Network",
    "Nodes",
    "OnRoads",
    "RoadSource",
    "Roads",
    "Snap",
    "Snapper",
    "Vehicle",
    "about",
    "add",
    "arcs_of",
    "load",
    "megabytes_for",
    "megabytes_to_load",
    "megabytes_to_plan",
    "members",
    "on_roads",
    "roads_beside",
    "save",
    "usable",
    "vehicle_named",
]
