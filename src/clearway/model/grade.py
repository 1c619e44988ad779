"""How well a report of harm is supported."""

from enum import StrEnum


class Grade(StrEnum):
    """Airwars' grades of a civilian harm event, by who says what."""

    CONFIRMED = "confirmed"
    FAIR = "fair"
    WEAK = "weak"
    CONTESTED = "contested"
    DISCOUNTED = "discounted"
