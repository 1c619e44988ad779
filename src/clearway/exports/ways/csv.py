"""The movement plan as a table: one leg a row, in the order of travel."""

from clearway.exports.csv import BETWEEN, table
from clearway.exports.ways.telling import claims_of, credit_of, verdict
from clearway.model import Plan, Profile, Release

COLUMNS = str.split(
    "way leg from to road class km minutes_low minutes_high reached_low reached_high danger index status verified "
    "held_by latest doubts claims verdict as_of vehicle attribution profile"
)
"""Minutes of the leg, and minutes since the start when its end is reached."""


def movement_csv(plan: Plan, _: Release) -> bytes:
    """The legs of all ways as a table that a spreadsheet shows and never runs."""
    return table(COLUMNS, _rows(plan)).encode()


def _rows(plan: Plan) -> list[dict[str, object]]:
    rows: list[dict[str, object]] = []
    for route in plan.routes:
        low = high = 0.0
        for place, leg in enumerate(route.legs, start=1):
            low, high = low + leg.minutes[0], high + leg.minutes[1]
            rows.append(
                {
                    "way": route.name,
                    "leg": place,
                    "from": leg.start,
                    "to": leg.end,
                    "road": leg.road,
                    "class": leg.road_class,
                    "km": leg.km,
                    "minutes_low": leg.minutes[0],
                    "minutes_high": leg.minutes[1],
                    "reached_low": round(low),
                    "reached_high": round(high),
                    "danger": leg.danger,
                    "index": leg.index,
                    "status": leg.status,
                    "verified": leg.verified,
                    "held_by": BETWEEN.join(leg.holders),
                    "latest": leg.latest,
                    "doubts": BETWEEN.join(leg.doubts),
                    "claims": BETWEEN.join(claims_of(leg)),
                    "verdict": verdict(route),
                    "as_of": plan.as_of,
                    "vehicle": plan.vehicle,
                    "attribution": credit_of(plan),
                    "profile": Profile.RESTRICTED,
                }
            )
    return rows
