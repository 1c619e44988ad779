"""Names of roads and crossings, as reports and maps write them, to keys that meet."""

import re

from clearway.places.folding import skeleton

ROAD = re.compile(r"\b([A-Z]{1,2})[\s-]?(\d{1,4})\b")
"""A road's number: M5, M-5, E 40."""
SORT = re.compile(r"\b(?:border|crossings?|checkpoints?|gates?|points?|bridges?|posts?|the)\b", re.IGNORECASE)
"""Words of a crossing's name that one writes and another leaves out."""


def road_names(text: str) -> tuple[str, ...]:
    """The numbers of roads that a name holds.

    >>> road_names("the M-5 highway")
    ('M5',)
    """
    return tuple(dict.fromkeys(letters + digits for letters, digits in ROAD.findall(text)))


def site_names(text: str) -> tuple[str, ...]:
    """The key under which a crossing, border point or checkpoint is found, however it is spelt.

    >>> site_names("the Bab al-Hawa border crossing") == site_names("Bab al Hawa")
    True
    """
    key = skeleton(SORT.sub(" ", text))
    return (f"site {key}",) if key else ()
