"""A corridor as it is agreed or asked for, kept as a record; and how it stands when new claims have come."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from clearway.model.corridor import Route


class Purpose(StrEnum):
    """Whom or what a corridor lets through (OCHA glossary of pauses): people out, goods in, or both."""

    OUT = "out"
    IN = "in"
    BOTH = "both"


class Answer(StrEnum):
    """An answer that may be missing."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class Consent(StrEnum):
    """What is reported of a party's agreement; only words of others confirm it."""

    NONE = "none"
    CLAIMED = "claimed by itself"
    CONFIRMED = "confirmed by others"
    DENIED = "denied"


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """One party's agreement as claims: who says so, and how many independent sources beside the party."""

    party: str
    consent: Consent
    confirmed_by: int
    sources: tuple[str, ...]
    claims: tuple[str, ...]
    latest: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Details:
    """What people agreed or know, in their own words; `None` where nobody said it (ICRC, OCHA).

    `window` is when it is open, `recurrence` how often, `staying` what is known of those who stay, `monitors` who
    watches, `medical` and `mines` what is provided along it.
    """

    purpose: Purpose
    window: str | None = None
    recurrence: str | None = None
    beneficiaries: str | None = None
    voluntary: Answer = Answer.UNKNOWN
    choice: Answer = Answer.UNKNOWN
    staying: str | None = None
    monitors: str | None = None
    medical: str | None = None
    mines: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawal:
    """That people no longer go by a record: who said so, when and why. The record itself stays."""

    by: str
    at: datetime
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Corridor:
    """A way with its purpose, window and agreements, as known on a day; good until a stated hour, and no longer.

    `access` is the way to its start, which is part of the risk. `unknown` lists what nobody has said. `withdrawn` says
    who withdrew it, and is never taken back: whoever goes by the way again keeps a new record of it.
    """

    name: str
    made: datetime
    valid_until: datetime
    as_of: date
    vehicle: str
    max_age: int
    details: Details
    route: Route
    access: Route | None
    agreements: tuple[Agreement, ...]
    unknown: tuple[str, ...]
    attribution: tuple[str, ...]
    schematic: bool
    withdrawn: Withdrawal | None = None


class Validity(StrEnum):
    """How a corridor's record stands."""

    VALID = "valid"
    STALE = "stale"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cause:
    """Why a record is stale: where, what changed, and the claims that changed it."""

    where: str
    what: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    """A record held against what is known now."""

    name: str
    validity: Validity
    causes: tuple[Cause, ...]
    as_of: date
