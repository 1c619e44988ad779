"""A movement of many as a table: who goes which way, with the caution and the credit on every row."""

from clearway.errors import UsageError
from clearway.exports.csv import BETWEEN, table
from clearway.exports.rules import BANNERS
from clearway.model import Move, Profile, Release

COLUMNS = str.split("from to people leaves_hours arrives_hours legs caution as_of vehicle attribution profile")


def movement_written(move: Move, release: Release, ending: str) -> bytes:
    """Who goes which way, one way a row; raises `UsageError` for any format but .csv and any profile but restricted."""
    if release.profile is not Profile.RESTRICTED:
        rule = "a planned way is targeting data"
        raise UsageError(f"the profile {release.profile}", rule=rule, remedy=f"{BANNERS[Profile.RESTRICTED]}")
    if ending.lower() != ".csv":
        raise UsageError(ending or "no ending", rule="a movement is written as a table", remedy="name a file .csv")
    schematic = ("schematic, not for navigation",) if move.schematic else ()
    caution = BETWEEN.join((*move.because, *schematic, "no way is safe"))
    rows = [
        {
            "from": one.origin,
            "to": one.destination,
            "people": one.people,
            "leaves_hours": one.leaves,
            "arrives_hours": one.arrives,
            "legs": BETWEEN.join(one.legs),
            "caution": caution,
            "as_of": move.as_of,
            "vehicle": move.vehicle,
            "attribution": "; ".join(move.attribution),
            "profile": Profile.RESTRICTED,
        }
        for one in move.streams
    ]
    return table(COLUMNS, rows).encode()
