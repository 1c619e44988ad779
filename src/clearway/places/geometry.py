"""Distances and shifts on the globe, and a point's place in a polygon."""

import math
from collections.abc import Iterable, Sequence

EARTH_KM = 6371.0
"""Mean radius of the Earth."""

KM_PER_DEGREE = math.pi * EARTH_KM / 180

Ring = Sequence[Sequence[float]]

BEARINGS = {
    "north": 0.0, "northeast": 45.0, "east": 90.0, "southeast": 135.0,
    "south": 180.0, "southwest": 225.0, "west": 270.0, "northwest": 315.0,
}  # fmt: skip


def distance_km(latitude: float, longitude: float, other_latitude: float, other_longitude: float) -> float:
    """Kilometres between two points along the great circle (haversine)."""
    first, second = math.radians(latitude), math.radians(other_latitude)
    half_height = math.sin((second - first) / 2) ** 2
    half_width = math.sin(math.radians(other_longitude - longitude) / 2) ** 2
    return 2 * EARTH_KM * math.asin(math.sqrt(min(1.0, half_height + math.cos(first) * math.cos(second) * half_width)))


def shifted(latitude: float, longitude: float, bearing: float, kilometres: float) -> tuple[float, float]:
    """The point so many kilometres off in a direction (degrees clockwise from north), to 4 decimals."""
    north = kilometres * math.cos(math.radians(bearing)) / KM_PER_DEGREE
    width = max(0.05, math.cos(math.radians(latitude)))
    east = kilometres * math.sin(math.radians(bearing)) / KM_PER_DEGREE / width
    moved = (longitude + east + 180) % 360 - 180
    return round(max(-90.0, min(90.0, latitude + north)), 4), round(moved, 4)


def holds(rings: Iterable[Ring], latitude: float, longitude: float) -> bool:
    """Whether a point lies within rings of (longitude, latitude), by ray casting; holes count as outside."""
    inside = False
    for ring in rings:
        for index, corner in enumerate(ring):
            before = ring[index - 1]
            if (corner[1] > latitude) != (before[1] > latitude):
                crossing = corner[0] + (latitude - corner[1]) * (before[0] - corner[0]) / (before[1] - corner[1])
                inside ^= longitude < crossing
    return inside


def centre(points: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """The mean of (latitude, longitude) points, over the date line too, to 4 decimals."""
    x = sum(math.cos(math.radians(la)) * math.cos(math.radians(lo)) for la, lo in points)
    y = sum(math.cos(math.radians(la)) * math.sin(math.radians(lo)) for la, lo in points)
    z = sum(math.sin(math.radians(la)) for la, _ in points)
    return round(math.degrees(math.atan2(z, math.hypot(x, y))), 4), round(math.degrees(math.atan2(y, x)), 4)


def outer_points(points: Sequence[tuple[float, float]], bearing: float) -> list[tuple[float, float]]:
    """The (latitude, longitude) points within 45 degrees of a bearing from their middle, the nearest third left out."""
    if not points:
        return []
    middle = centre(points)
    width = max(0.05, math.cos(math.radians(middle[0])))
    towards = []
    for latitude, longitude in points:
        north, east = latitude - middle[0], ((longitude - middle[1] + 180) % 360 - 180) * width
        off = (math.degrees(math.atan2(east, north)) - bearing + 180) % 360 - 180
        if abs(off) <= 45:
            towards.append((math.hypot(north, east), (latitude, longitude)))
    towards.sort()
    return [point for _, point in towards[len(towards) // 3 :]]
