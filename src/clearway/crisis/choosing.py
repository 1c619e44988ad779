"""The ends of ranges as a policy chooses them, kept for as long as nothing that they are made of changes."""

import threading
from collections import OrderedDict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from clearway.crisis.judging import Way
from clearway.model import Claim, Finding, Report, fingerprint, to_json

if TYPE_CHECKING:
    from clearway.ledger import Ledger
    from clearway.picture import Rulings

MOST = 8
"""Pictures by a policy that are kept at once: two of each policy that is not the first."""


class Choices:
    """Findings under a policy by the print of what they are made of; those go first that nobody asked for longest."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._lock = threading.Lock()
        self._known: OrderedDict[str, tuple[Finding, ...]] = OrderedDict()

    def get(self, made_of: str) -> tuple[Finding, ...] | None:
        """What was chosen before; `None` where it is not kept."""
        with self._lock:
            found = self._known.get(made_of)
            if found is not None:
                self._known.move_to_end(made_of)
        return found

    def keep(self, made_of: str, chosen: tuple[Finding, ...]) -> None:
        """Keep what was chosen."""
        with self._lock:
            self._known[made_of] = chosen
            while len(self._known) > self._most:
                self._known.popitem(last=False)


_LATELY = Choices()


def chosen_by(
    ledger: "Ledger", policy: str, findings: tuple[Finding, ...], claims: Iterable[Claim], reports: Sequence[Report]
) -> tuple[Finding, ...]:
    """Folded findings with the ends of their ranges chosen by a policy."""
    from clearway.picture import POLICIES, under_policy

    if policy == next(iter(POLICIES)):
        return findings
    sketches = ledger.sketches([report.id for report in reports])
    return under_policy(policy, findings, claims, reports, Way(ledger).rulings, sketches)


def chosen_before(
    ledger: "Ledger", policy: str, findings: tuple[Finding, ...], claims: Iterable[Claim], reports: Sequence[Report]
) -> tuple[Finding, ...]:
    """The same, kept for whoever looks at the same findings again: those that a large picture begins with."""
    from clearway.picture import POLICIES

    if policy == next(iter(POLICIES)):
        return findings
    some = tuple(claims)
    made_of = _print(policy, findings, some, reports, Way(ledger).rulings)
    chosen = _LATELY.get(made_of)
    if chosen is None:
        chosen = chosen_by(ledger, policy, findings, some, reports)
        _LATELY.keep(made_of, chosen)
    return chosen


def _print(
    policy: str,
    findings: tuple[Finding, ...],
    claims: tuple[Claim, ...],
    reports: Sequence[Report],
    rulings: "Rulings",
) -> str:
    """What tells all apart that is chosen of otherwise: of the rulings, what they say of these claims."""
    judged = [(rulings.of(claim.id), rulings.corrections.get(claim.id, ())) for claim in claims]
    return fingerprint(to_json((policy, findings, claims, reports, judged)))
