"""What leaves the building: records as a profile allows them, and what was held back."""

from dataclasses import dataclass
from enum import StrEnum

from clearway.model.change import Change
from clearway.model.claim import Claim
from clearway.model.finding import Finding
from clearway.model.incident import Incident
from clearway.model.relation import Relation
from clearway.model.report import Report
from clearway.model.story import Story


class Profile(StrEnum):
    """For whom an export is (the gate's three doors)."""

    PUBLIC = "public"
    PARTNERS = "partners"
    RESTRICTED = "restricted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Withheld:
    """How many of what the gate held back, and by which rule."""

    rule: str
    what: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """Reports, claims and findings as `profile` allows them; only the gate makes one.

    A passage cuts its words out of the released text of its report; where no text is released, `start` and `end`
    count the characters of the published text and `words` holds what may be said of them, or nothing.
    """

    profile: Profile
    banner: str
    reports: tuple[Report, ...]
    claims: tuple[Claim, ...]
    findings: tuple[Finding, ...] = ()
    changes: tuple[Change, ...] = ()
    relations: tuple[Relation, ...] = ()
    incidents: tuple[Incident, ...] = ()
    withheld: tuple[Withheld, ...] = ()
    story: Story | None = None
