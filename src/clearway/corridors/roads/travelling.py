"""From legs to arcs: for one vehicle, each way in which a leg can be travelled, and how long that takes."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from clearway.corridors.roads.network import CLASSES, LINK, SURFACES, Legs, Network
from clearway.corridors.roads.vehicles import Vehicle

KMH_IN_MS = 3.6
OF_LIMIT = 0.9
"""The share of a posted limit that is reached where it is above the usual speed (GraphHopper)."""

Mask = NDArray[np.bool_]
Reals = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Arcs:
    """Ways to travel legs: `k` of each array, by arc.

    `tails` and `heads` are nodes of the network (int32), `leg` the leg (int32), `backward` whether it is travelled from
    its head to its tail. `low_s` and `high_s` are seconds at the highest and at the lowest speed (float64).
    """

    tails: NDArray[np.int32]
    heads: NDArray[np.int32]
    leg: NDArray[np.int32]
    backward: Mask
    low_s: Reals
    high_s: Reals

    def __len__(self) -> int:
        return len(self.tails)


def arcs_of(network: Network, vehicle: Vehicle) -> Arcs:
    """Each way in which the vehicle can travel a leg, where class, signs, barriers, size and direction let it."""
    legs = network.legs
    open_to = usable(network, vehicle)
    ahead = np.flatnonzero(open_to & ((legs.oneway >= 0) | (not vehicle.bound_by_oneway)))
    back = np.flatnonzero(open_to & ((legs.oneway <= 0) | (not vehicle.bound_by_oneway)))
    leg = np.concatenate([ahead, back]).astype(np.int32)
    low_s, high_s = seconds(legs, vehicle)
    return Arcs(
        tails=np.concatenate([legs.tail[ahead], legs.head[back]]),
        heads=np.concatenate([legs.head[ahead], legs.tail[back]]),
        leg=leg,
        backward=np.arange(len(leg)) >= len(ahead),
        low_s=low_s[leg],
        high_s=high_s[leg],
    )


def usable(network: Network, vehicle: Vehicle) -> Mask:
    """Which legs the vehicle may travel and fits on, in one direction at least."""
    legs, nodes = network.legs, network.nodes
    by_class = [name in vehicle.roads and not vehicle.roads[name].signed for name in CLASSES]
    by_sign = [name in vehicle.roads for name in CLASSES]
    granted, barred = legs.granted & vehicle.bit != 0, legs.barred & vehicle.bit != 0
    allowed = (np.array(by_class)[legs.road] | (np.array(by_sign)[legs.road] & granted)) & ~barred
    allowed &= (legs.width_m == 0) | (legs.width_m >= vehicle.width_m)
    allowed &= (legs.height_m == 0) | (legs.height_m >= vehicle.height_m)
    allowed &= (legs.weight_t == 0) | (legs.weight_t >= vehicle.weight_t)
    is_barrier = nodes.barred & vehicle.bit != 0
    found: Mask = allowed & ~is_barrier[legs.tail] & ~is_barrier[legs.head]
    return found


def seconds(legs: Legs, vehicle: Vehicle) -> tuple[Reals, Reals]:
    """How long each leg takes at the highest and at the lowest speed, in seconds; infinite where it is closed."""
    high, low = speeds_kmh(legs, vehicle)
    metres = legs.length_m.astype(np.float64) * KMH_IN_MS
    with np.errstate(divide="ignore"):
        return metres / high, metres / low


def speeds_kmh(legs: Legs, vehicle: Vehicle) -> tuple[Reals, Reals]:
    """The highest and the lowest speed on each leg: by class, surface, slip road and posted limit; 0 where closed."""
    high = np.array([vehicle.roads[name].high if name in vehicle.roads else 0.0 for name in CLASSES])[legs.road]
    low = np.array([vehicle.roads[name].low if name in vehicle.roads else 0.0 for name in CLASSES])[legs.road]
    if not vehicle.caps:
        return high, low
    posted = legs.speed_kmh.astype(np.float64)
    is_posted = posted > 0
    high = np.where(is_posted, np.minimum(np.maximum(high, OF_LIMIT * posted), posted), high)
    low = np.where(is_posted, np.minimum(low, posted), low)
    for name, where in (
        *((name, legs.surface == place) for place, name in enumerate(SURFACES)),
        ("link", legs.features & LINK != 0),
    ):
        if name in vehicle.caps:
            cap = vehicle.caps[name]
            high = np.where(where, np.minimum(high, cap.high), high)
            low = np.where(where, np.minimum(low, cap.low), low)
    closed = np.array([name not in vehicle.roads for name in CLASSES])[legs.road]
    return np.where(closed, 0.0, high), np.where(closed, 0.0, low)
