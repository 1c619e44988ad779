"""Where a point joins the roads: the nearest leg, how far along it, and the nearer of its ends."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from clearway.corridors.roads.network import Network
from clearway.errors import RoadError

WITHIN_KM = 5.0
"""How far from a road a place may lie unless another distance is given: a gazetteer's point may be that far off."""
DEGREE_M = 111_195.0
POLE = 89.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Snap:
    """Where a point joins the roads.

    `distance_m` is how far off the leg lies, `along_m` how far along it from its tail the nearest point is, and `node`
    the end that is nearer along the leg, `node_m` metres from there.
    """

    node: int
    leg: int
    distance_m: float
    along_m: float
    node_m: float


class Snapper:
    """The straight pieces of all legs in a row; to look through all takes 10 ms for a million, and no index memory."""

    def __init__(self, network: Network) -> None:
        self._network = network
        points, starts = network.lines()
        begins = np.ones(len(points), bool)
        begins[starts[1:] - 1] = False
        self._at = np.flatnonzero(begins)
        self._first = starts[:-1]
        self._leg = np.repeat(np.arange(len(network.legs)), np.diff(starts))[self._at]
        self._lon, self._lat = points[:, 0].copy(), points[:, 1].copy()

    def near(
        self,
        latitude: float,
        longitude: float,
        *,
        within_km: float = WITHIN_KM,
        usable: NDArray[np.bool_] | None = None,
        what: str = "",
    ) -> Snap:
        """Where the point joins a leg (one of `usable`, where given); raises `RoadError` where none is that near."""
        across = max(np.cos(np.radians(min(abs(latitude), POLE))), 1e-6)
        high, wide = within_km * 1000 / DEGREE_M, within_km * 1000 / DEGREE_M / across
        lon, lat, at = self._lon, self._lat, self._at
        near = (np.minimum(lat[at], lat[at + 1]) <= latitude + high) & (
            np.maximum(lat[at], lat[at + 1]) >= latitude - high
        )
        near &= (np.minimum(lon[at], lon[at + 1]) <= longitude + wide) & (
            np.maximum(lon[at], lon[at + 1]) >= longitude - wide
        )
        if usable is not None:
            near &= usable[self._leg]
        pieces = np.flatnonzero(near)
        if len(pieces):
            found = self._nearest(pieces, latitude, longitude, across)
            if found.distance_m <= within_km * 1000:
                return found
        rule = f"there is no road {'that can be used ' if usable is not None else ''}within {within_km:g} km of it"
        remedy = "name a place beside these roads, allow a longer way to the road, or add roads there"
        raise RoadError(what or f"{latitude:.4f}, {longitude:.4f}", rule=rule, remedy=remedy)

    def _nearest(self, pieces: NDArray[np.int64], latitude: float, longitude: float, across: float) -> Snap:
        """The nearest of some pieces, in a plane around the point."""
        at = self._at[pieces]
        x, y = (self._lon - longitude) * across * DEGREE_M, (self._lat - latitude) * DEGREE_M
        step_x, step_y = x[at + 1] - x[at], y[at + 1] - y[at]
        square = step_x**2 + step_y**2
        share = np.clip(-(x[at] * step_x + y[at] * step_y) / np.where(square > 0, square, 1), 0, 1)
        distance = np.hypot(x[at] + share * step_x, y[at] + share * step_y)
        best = int(distance.argmin())
        leg = int(self._leg[pieces[best]])
        length = float(self._network.legs.length_m[leg])
        along = self._share_along(leg, int(at[best]), float(share[best]), x, y) * length
        is_tail = along <= length / 2
        ends = self._network.legs
        return Snap(
            node=int(ends.tail[leg] if is_tail else ends.head[leg]),
            leg=leg,
            distance_m=float(distance[best]),
            along_m=along,
            node_m=along if is_tail else length - along,
        )

    def _share_along(self, leg: int, at: int, share: float, x: NDArray[np.float64], y: NDArray[np.float64]) -> float:
        """Which share of the leg's drawn length lies before a point on one of its pieces."""
        first = int(self._first[leg])
        last = first + int(self._network.legs.starts[leg + 1] - self._network.legs.starts[leg]) + 1
        steps = np.hypot(np.diff(x[first : last + 1]), np.diff(y[first : last + 1]))
        whole = float(steps.sum())
        before = float(steps[: at - first].sum()) + share * float(steps[at - first])
        return before / whole if whole > 0 else 0.0
