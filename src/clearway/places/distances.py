"""How far off a place is told to be: "30 km north of X", "5 miles from X"."""

import re

KM_A_MILE = 1.609
_DISTANCE = r"\b(\d{1,3}(?:[.,]\d)?)[ \u00a0-]?(k(?:ilo)?m(?:et(?:er|re))?s?|miles?|mi)\b(?: \([^()]*\))?,?"
_TOWARDS = re.compile(rf"{_DISTANCE}(?: (?:to|due|away))*(?: the)? $", re.IGNORECASE)
_FROM = re.compile(
    rf"{_DISTANCE}(?: away)?(?: from| outside)(?: the (?:city|town|village) of)?(?: the)? $", re.IGNORECASE
)


def told_km(text: str, start: int, direction: str | None) -> float | None:
    """The kilometres that stand before a name at `start`, or before the `direction` words in front of it."""
    if direction is not None and not direction.removesuffix(" the").endswith("of"):
        return None
    found = (_FROM if direction is None else _TOWARDS).search(text, max(0, start - 60), start)
    if found is None:
        return None
    number = float(found[1].replace(",", "."))
    return round(number * (KM_A_MILE if found[2].lower().startswith("mi") else 1.0), 1)
