"""GPX 1.1 (topografix.com/GPX/1/1): one track a way, and a waypoint where each leg ends."""

from clearway.display.stretches import stretches
from clearway.exports.ways.markup import document, element
from clearway.exports.ways.telling import credit_of, leg_words, title, verdict, warnings
from clearway.model import Plan, Release

SPACE = "http://www.topografix.com/GPX/1/1"


def gpx(plan: Plan, _: Release) -> bytes:
    """The ways as tracks; waypoints come before tracks, as the format's schema has it."""
    root = element(None, "gpx", version="1.1", creator="Clearway", xmlns=SPACE)
    head = element(root, "metadata")
    element(head, "name", title(plan))
    element(head, "desc", " ".join(warnings(plan)))
    element(element(head, "copyright", author=credit_of(plan)), "license", "restricted")
    for route in plan.routes:
        for place, leg in enumerate(stretches(route.legs), start=1):
            latitude, longitude = leg.points[-1]
            point = element(root, "wpt", lat=f"{latitude:.6f}", lon=f"{longitude:.6f}")
            element(point, "name", f"{route.name}{place} {leg.end}")
            element(point, "desc", f"{leg.start} to {leg.end}: {leg_words(leg)}")
    for route in plan.routes:
        track = element(root, "trk")
        element(track, "name", f"way {route.name}")
        element(track, "desc", verdict(route))
        for leg in route.legs:
            segment = element(track, "trkseg")
            for latitude, longitude in leg.points:
                element(segment, "trkpt", lat=f"{latitude:.6f}", lon=f"{longitude:.6f}")
    return document(root)
