"""One line of the picture, and the picture."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from clearway.model.claim import Certainty, Sensitivity
from clearway.model.equation import Equation
from clearway.model.figure import Basis, Measure, Number
from clearway.model.period import Period
from clearway.model.total import Total


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

    A finding has no bound (`None`) on a side that its claims leave open: "more than 80" has a low bound of 80 and
    no high one.
    """

    value: Number | None
    claims: tuple[str, ...]
    stated: bool = True
    how: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """kind x place x period x group, with low, best and high, each naming its claims.

    `place` joins the names of several places by "; ", `place_id` their ids. `latest` is the day on which its
    newest claim was published: how old it is, is counted from there. `sources` are the distinct nearest speakers;
    "report: X" where only the report of publisher X says it. `statement` says in a few words what the finding is
    about, for people. `part_of` names the finding of which it counts a part, `superseded_by` the finding that
    took its place, `derived_from` the share from which all its numbers were reckoned. `sensitivity` is the
    highest of its claims. `as_of` is the last day that it speaks of. Findings of one `series` answer one question for
    one day after another (a stock, a running total, a status), so that a newer one can take an older one's place.
    `origins` is how many its sources come from, copies counted once.
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
    basis: Basis | None = None
    certainty: Certainty = Certainty.ASSERTED
    sensitivity: Sensitivity = Sensitivity.LOW
    part_of: str | None = None
    superseded_by: str | None = None
    derived_from: str | None = None
    as_of: date | None = None
    series: str | None = None
    origins: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """Findings as of a day under a policy, the sums among them that fail, and totals; always derived, never edited."""

    as_of: date | None
    policy: str
    findings: tuple[Finding, ...]
    reports: int
    claims: int
    equations: tuple[Equation, ...] = ()
    totals: tuple[Total, ...] = ()
