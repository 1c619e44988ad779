"""The movement plan as a table: one leg a row, in the order of travel."""

from clearway.exports.csv import BETWEEN, table
from clearway.exports.ways.telling import COLUMNS, columns_of, credit_of, verdict
from clearway.model import Plan, Profile, Release

AFTER = COLUMNS.index("wait_high") + 1
WHOLE = (*COLUMNS[:AFTER], "reached_low", "reached_high", *COLUMNS[AFTER:], *str.split(
    "verdict as_of vehicle attribution profile"
))  # fmt: skip
"""The columns of a leg, with the minutes since the start when its end is reached."""


def movement_csv(plan: Plan, _: Release) -> bytes:
    """The legs of all ways as a table that a spreadsheet shows and never runs."""
    return table(WHOLE, _rows(plan)).encode()


def _rows(plan: Plan) -> list[dict[str, object]]:
    rows: list[dict[str, object]] = []
    for route in plan.routes:
        low = high = 0.0
        for place, leg in enumerate(route.legs, start=1):
            low, high = low + leg.minutes[0], high + leg.minutes[1]
            shared = columns_of(route, place, leg)
            rows.append(
                {
                    **{name: BETWEEN.join(one) if isinstance(one, tuple) else one for name, one in shared.items()},
                    "reached_low": round(low),
                    "reached_high": round(high),
                    "verdict": verdict(route),
                    "as_of": plan.as_of,
                    "vehicle": plan.vehicle,
                    "attribution": credit_of(plan),
                    "profile": Profile.RESTRICTED,
                }
            )
    return rows
