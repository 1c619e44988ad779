"""Lengths on the ellipsoid WGS84."""

import numpy as np
from numpy.typing import NDArray

EQUATOR_M = 6_378_137.0
FLATTENING = 1 / 298.257223563
ECCENTRICITY_2 = FLATTENING * (2 - FLATTENING)

Degrees = NDArray[np.float64]


def lengths_m(lon: Degrees, lat: Degrees, lon_to: Degrees, lat_to: Degrees) -> NDArray[np.float64]:
    """Metres from points to points, in degrees, straight.

    By the radii of curvature at the middle latitude (Gauss): right to a millimetre in a kilometre, and to one part in
    ten thousand over 300 km, away from the poles.
    """
    middle = np.radians((lat + lat_to) / 2)
    bend = 1 - ECCENTRICITY_2 * np.sin(middle) ** 2
    along = EQUATOR_M / np.sqrt(bend) * np.cos(middle)
    north = EQUATOR_M * (1 - ECCENTRICITY_2) / bend**1.5
    across = (lon_to - lon + 180) % 360 - 180
    found: NDArray[np.float64] = np.hypot(np.radians(across) * along, np.radians(lat_to - lat) * north)
    return found
