"""Plans on their way out: one file per format. All are restricted; there is no other profile of a planned way."""

from collections.abc import Callable, Mapping

from clearway.errors import UsageError
from clearway.exports.rules import BANNERS
from clearway.exports.ways.card import card
from clearway.exports.ways.csv import movement_csv
from clearway.exports.ways.geojson import geojson
from clearway.exports.ways.gpx import gpx
from clearway.exports.ways.kml import kml
from clearway.exports.ways.map import drawing
from clearway.exports.ways.page import plan_page
from clearway.model import Plan, Profile, Release

Write = Callable[[Plan, Release], bytes]

WAYS: Mapping[str, Write] = {
    ".geojson": geojson,
    ".gpx": gpx,
    ".kml": kml,
    ".csv": movement_csv,
    ".svg": drawing,
    ".pdf": card,
    ".html": plan_page,
}
"""What writes a plan, by how the name of the file ends."""


def written(plan: Plan, release: Release, ending: str) -> bytes:
    """The plan in the format of a file's ending; raises `UsageError` for others, and for any profile but restricted."""
    if release.profile is not Profile.RESTRICTED:
        rule = "a planned way is targeting data"
        raise UsageError(f"the profile {release.profile}", rule=rule, remedy=f"{BANNERS[Profile.RESTRICTED]}")
    if ending.lower() not in WAYS:
        raise UsageError(ending or "no ending", rule="no such format", remedy=f"use one of: {', '.join(WAYS)}")
    return WAYS[ending.lower()](plan, release)


__all__ = ["WAYS", "written"]
