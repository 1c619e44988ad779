"""The first findings of every topic, without reading all that a large ledger holds."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice
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
    shown: list[Finding] = []
    left, ends = {}, {}
    for name in [topic] if topic is not None else counts.findings:
        first = [*islice(_current(ledger, day, name, most + 1, after), most + 1)]
        if len(first) > most:
            ends[name] = line_of(first[most - 1])
        shown += first[:most]
        left[name] = counts.findings.get(name, 0) - len(first[:most])
    return Glance(findings=in_order(shown), left=left, ends=ends, reports=counts.reports, claims=counts.claims)


def _current(ledger: "Ledger", day: date, topic: str, most: int, after: str | None) -> Iterator[Finding]:
    """The findings of a topic that nothing newer has taken the place of, `most` read at once.

    What a newer one of its series replaced is not read; what a correction did, is.
    """
    from clearway.picture import line_of

    while True:
        some = ledger.current(day, topic, most=most, after=after)
        yield from (one for one in some if one.state is not State.SUPERSEDED)
        if len(some) < most:
            return
        after = line_of(some[-1])
