"""One line of the picture, and the picture."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from clearway.model.figure import Measure, Number
from clearway.model.period import Period


class State(StrEnum):
    """How a finding's claims stand to each other."""

    AGREED = "agreed"
    CONTESTED = "contested"
    SINGLE_SOURCE = "single source"
    SUPERSEDED = "superseded"
    INCOMPARABLE = "incomparable"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound:
    """A number with the claims that state it; `stated` is false where it was derived, and `how` says from what.

    `value` is `None` where the claims have no number. `open` is true where the true number may lie beyond it
    ("more than 80" as a low bound is not open; as a high bound there is none).
    """

    value: Number | None
    claims: tuple[str, ...]
    stated: bool = True
    how: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """kind x place x period x group, with low, best and high, each naming its claims.

    `latest` is the day on which its newest claim was published: how old it is, is counted from there. `sources`
    are the distinct nearest speakers. `statement` says in a few words what the finding is about, for people.
    `derived_from` names the finding whose whole a derived number was reckoned on.
    """

    id: str
    topic: str
    kind: str
    place: str | None
    place_id: str | None
    period: Period | None
    group: str | None
    unit: str | None
    measure: Measure | None
    status: str | None
    statement: str
    low: Bound | None
    best: Bound | None
    high: Bound | None
    state: State
    sources: tuple[str, ...]
    claims: tuple[str, ...]
    latest: date | None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """Findings as of a day under a policy; always derived, never edited."""

    as_of: date | None
    policy: str
    findings: tuple[Finding, ...]
    reports: int
    claims: int
