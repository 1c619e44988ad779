"""Roads: what files tell of them, as one network of nodes and legs in one file."""

from clearway.corridors.roads.adding import Added, add, megabytes_for
from clearway.corridors.roads.keeping import load, roads_beside, save
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

__all__ = [
    "CLASSES",
    "FEATURES",
    "KINDS",
    "STATUSES",
    "SURFACES",
    "VEHICLES",
    "Added",
    "Legs",
    "Network",
    "Nodes",
    "RoadSource",
    "add",
    "load",
    "megabytes_for",
    "members",
    "roads_beside",
    "save",
]
