"""KML 2.2 (OGC 07-147r2): one folder a way, one line a leg, coloured by danger."""

from clearway.exports.ways.markup import document, element
from clearway.exports.ways.telling import claims_of, credit_of, leg_words, title, verdict, warnings
from clearway.model import Danger, Plan, Release

SPACE = "http://www.opengis.net/kml/2.2"
COLOURS = {
    Danger.SEVERE: "ff1c1ca5",
    Danger.HIGH: "ff2a6ee6",
    Danger.MODERATE: "ff2fb4e0",
    Danger.LOW: "ff5a9a3c",
    Danger.UNKNOWN: "ff8c4a8c",
}
"""Opacity, blue, green, red, as the format has it."""


def kml(plan: Plan, release: Release) -> bytes:
    """The legs of all ways as lines with what bears on them in the description."""
    quotes = {claim.id: claim.passage.words for claim in release.claims}
    root = element(None, "kml", xmlns=SPACE)
    whole = element(root, "Document")
    element(whole, "name", title(plan))
    element(whole, "description", "\n".join((*warnings(plan), *plan.needed, f"Roads: {credit_of(plan)}")))
    for danger, colour in COLOURS.items():
        style = element(whole, "Style", id=str(danger))
        line = element(style, "LineStyle")
        element(line, "color", colour)
        element(line, "width", "5")
    for route in plan.routes:
        folder = element(whole, "Folder")
        element(folder, "name", f"way {route.name}")
        element(folder, "description", verdict(route))
        for leg in route.legs:
            mark = element(folder, "Placemark")
            element(mark, "name", f"{leg.start} to {leg.end}")
            said = [f"{name}: {quotes[name]}" for name in claims_of(leg) if quotes.get(name)]
            element(mark, "description", "\n".join((leg_words(leg), *said)))
            element(mark, "styleUrl", f"#{leg.danger}")
            shape = element(mark, "LineString")
            element(shape, "tessellate", "1")
            element(shape, "coordinates", " ".join(f"{lon:.6f},{lat:.6f},0" for lat, lon in leg.points))
    return document(root)
