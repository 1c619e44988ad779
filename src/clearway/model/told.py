"""A claim with what its report adds to it, and a finding with the days on which it stood."""

from dataclasses import dataclass
from datetime import date

from clearway.model.claim import Claim
from clearway.model.finding import Finding
from clearway.model.report import Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A claim, its report (whose text may be left out), and from which day until which it counts.

    `since` is the day of publication, the last of all days where nobody knows it; `until` is the day on which a later
    version of the report took its place, itself exclusive, `None` where none did. `sketch` is what was kept of the
    report's text to find its copies by, `None` where nothing was.
    """

    claim: Claim
    report: Report
    since: date
    until: date | None = None
    sketch: bytes | None = None

    def on(self, day: date) -> bool:
        """Whether it counts on that day."""
        return self.since <= day and (self.until is None or day < self.until)


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A finding just as it stood from the day `since` until the day `until`, itself exclusive; `None` until now.

    `line` is its place in the picture: findings sorted by it as text stand in the picture's order.
    """

    finding: Finding
    since: date
    until: date | None
    line: str
