"""What every format of a plan says: whose it is, as of when, what it must not be used for, and each leg in words."""

from clearway.exports.rules import BANNERS
from clearway.model import Leg, Plan, Profile, Route

CAUTION = (
    "No way is safe. Danger ranks legs against each other and is no probability. A leg on which nobody's word counts "
    "is unknown, and unknown is never safe."
)

COLUMNS = (
    "way", "leg", "from", "to", "road", "class", "km", "minutes_low", "minutes_high", "wait_low", "wait_high", "danger",
    "index", "status", "verified", "held_by", "latest", "doubts", "claims",
)  # fmt: skip
"""Of each leg; minutes are its own, and of these those of waiting at its end."""


def title(plan: Plan) -> str:
    """From where to where, by what, and as of when."""
    return f"{plan.origin} to {plan.destination} by {plan.vehicle}, as of {plan.as_of.isoformat()}"


def warnings(plan: Plan) -> tuple[str, ...]:
    """What stands over a plan in any form: the banner first."""
    schematic = ("The roads are schematic, not for navigation.",) if plan.schematic else ()
    cut = (f"Front truncated at {plan.truncated}.",) if plan.truncated else ()
    clear = (f"Kept clear of: {', '.join(plan.avoided)}.",) if plan.avoided else ()
    return (BANNERS[Profile.RESTRICTED], *plan.because, *plan.crossings, *clear, *schematic, *cut, CAUTION)


def credit_of(plan: Plan) -> str:
    """Whom the roads have to be credited to."""
    return "; ".join(plan.attribution)


def verdict(route: Route) -> str:
    """Whether a way is recommended, and why not."""
    return "can be recommended" if route.recommended else f"not recommended: {'; '.join(route.because)}"


def leg_words(leg: Leg) -> str:
    """A leg in one line: danger, status, who holds it, and what is doubtful."""
    status = f"said to be {leg.status}" if leg.status else "status unknown"
    held = f"held by {', '.join(leg.holders)}" if leg.holders else ""
    news = f"last news {leg.latest.isoformat()}" if leg.latest else "no news"
    return "; ".join(part for part in (f"danger {leg.danger}", status, held, news, *leg.doubts) if part)


def columns_of(route: Route, place: int, leg: Leg) -> dict[str, object]:
    """What stands in `COLUMNS`, the columns of every table of legs; several values of one as a tuple."""
    values = (
        route.name, place, leg.start, leg.end, leg.road, leg.road_class, leg.km, *leg.minutes, *leg.wait, leg.danger,
        leg.index, leg.status, leg.verified, leg.holders, leg.latest, leg.doubts, claims_of(leg),
    )  # fmt: skip
    return dict(zip(COLUMNS, values, strict=True))


def claims_of(leg: Leg) -> tuple[str, ...]:
    """The ids of all claims that bear on a leg."""
    return tuple(dict.fromkeys(name for reason in leg.reasons for name in reason.claims))
