"""Two claims, and what the one is to the other."""

from dataclasses import dataclass
from enum import StrEnum


class Tie(StrEnum):
    """What a claim is to another; the first four are of one figure, the others tell why two figures differ."""

    SAME = "same claim"
    ROUNDED = "same figure rounded"
    COPY = "copy of one wire"
    REPORTED = "reported by another"
    UPDATE = "update"
    INCREMENT = "increment of"
    SUBSET = "subset of"
    SHARE = "share of"
    VALUE = "contradiction of value"
    BOUND = "contradiction of bound"
    WINDOW = "other window"
    AREA = "other area"
    UNIT = "other unit"
    POPULATION = "other population"
    METHOD = "other method"
    EVENT = "same event"


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """What claim `one` is to claim `other`, with the reason in words."""

    tie: Tie
    one: str
    other: str
    reason: str
