"""The first findings of every topic, without reading all that a large ledger holds."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from clearway.model import Finding, State

if TYPE_CHECKING:
    from clearway.ledger import Ledger


@dataclass(frozen=True, slots=True, kw_only=True)
class Glance:
    """The first current findings of every topic, and how much there is in all.

    `left` is how many others a topic has, `ends` where its next page begins, where there is one.
    """

    findings: tuple[Finding, ...]
    left: dict[str, int]
    ends: dict[str, str]
    reports: int
    claims: int


def glance(
    ledger: "Ledger",
    as_of: date | None,
    most: int,
    *,
    larger_than: int,
    topic: str | None = None,
    after: str | None = None,
) -> Glance | None:
    """The first `most` findings of every topic that no newer ones replaced, as the whole picture begins with them.

    Of one `topic` alone where it is given, and those behind a line. `None` where no more than `larger_than` findings
    stood and no topic is asked for: such a picture is shown whole.
    """
    from clearway.picture import in_order, line_of

    day = as_of or date.max
    counts = ledger.counts(as_of)
    if topic is None and sum(counts.findings.values()) <= larger_than:
        return None
    row = Rows(ledger, day)
    shown: list[Finding] = []
    left, ends = {}, {}
    for name in [topic] if topic is not None else counts.findings:
        first = _first(row, ledger.findings(day, topic=name, after=after), most + 1)
        if len(first) > most:
            ends[name] = line_of(first[most - 1])
        shown += first[:most]
        left[name] = counts.findings.get(name, 0) - len(first[:most])
    return Glance(findings=in_order(shown), left=left, ends=ends, reports=counts.reports, claims=counts.claims)


class Rows:
    """The findings of each series as they stood on a day, newest first, read no further than somebody looked."""

    def __init__(self, ledger: "Ledger", day: date) -> None:
        from clearway.picture import succeeds

        self._ledger = ledger
        self._day = day
        self._succeeds = succeeds
        self._known: dict[str, list[Finding]] = {}
        self._rest: dict[str, Iterator[Finding]] = {}

    def is_current(self, finding: Finding) -> bool:
        """Whether nothing newer has taken the finding's place."""
        if finding.state is State.SUPERSEDED:
            return False
        if finding.series is None or finding.as_of is None:
            return True
        known = self._known.setdefault(finding.series, [])
        place = 0
        while place < len(known) or self._read_on(finding.series):
            newer = known[place]
            if (newer.as_of or date.min) <= finding.as_of:
                return True
            if self._succeeds(newer, finding):
                return False
            place += 1
        return True

    def _read_on(self, series: str) -> bool:
        """Read one more of a series; whether there was one."""
        if series not in self._rest:
            self._rest[series] = self._ledger.newest(self._day, series)
        following = next((one for one in self._rest[series] if one.state is not State.SUPERSEDED), None)
        if following is not None:
            self._known[series].append(following)
        return following is not None


def _first(row: Rows, findings: Iterator[Finding], most: int) -> list[Finding]:
    found: list[Finding] = []
    for finding in findings:
        if len(found) == most:
            break
        if row.is_current(finding):
            found.append(finding)
    return found
