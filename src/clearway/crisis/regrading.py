"""What is reported of roads on a day, and what would be left of it without one claim."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from clearway.crisis.judging import Way
from clearway.model import Claim, Evidence, Finding, Incident, Key, Profile, Release, Report, Told

if TYPE_CHECKING:
    from clearway.corridors.passing import Sites
    from clearway.crisis.api import Crisis
    from clearway.picture import Rulings


@dataclass(frozen=True, kw_only=True)
class Gathered:
    """Everything published up to a day that can bear on roads, and what it was made of.

    `claims` are those of the whole picture by id, `reports` theirs; `sites` the crossings on the roads.
    """

    evidence: tuple[Evidence, ...]
    incidents: tuple[Incident, ...]
    findings: tuple[Finding, ...]
    claims: Mapping[str, Claim]
    reports: Mapping[str, Report]
    rulings: "Rulings"
    sites: "Sites"

    def without(self, claim: str) -> tuple[Evidence, ...]:
        """The evidence if nobody had made this claim: what it went into is joined, folded and graded anew.

        That is its incident, and the findings of its kind on the same places, which it may have contradicted or taken
        the place of. Nothing else is looked at again.
        """
        happened = [one for one in self.incidents if claim in one.claims]
        beside = self._beside(claim)
        touched = {name for one in happened for name in one.claims} | {name for one in beside for name in one.claims}
        near = [one for one in self.incidents if not touched.isdisjoint(one.claims) and claim not in one.claims]
        before = {one.id for one in self._evidence([*happened, *near], beside)}
        anew = [made for one in happened for made in self._incidents(one, claim)]
        now = self._evidence([*anew, *near], self._findings(beside, claim))
        kept = [one for one in self.evidence if one.id not in before]
        return tuple(sorted((*kept, *now), key=lambda one: (one.told or date.min, one.id)))

    def _evidence(self, incidents: Iterable[Incident], findings: Iterable[Finding]) -> tuple[Evidence, ...]:
        from clearway.corridors.constants import constants
        from clearway.corridors.evidence import evidence

        return evidence(incidents, findings, self.claims, constants(), self.sites)

    def _incidents(self, incident: Incident, claim: str) -> tuple[Incident, ...]:
        """The incidents that the other claims of one make."""
        from clearway.picture import entry_of, incidents

        left = [self.claims[name] for name in incident.claims if name != claim and name in self.claims]
        return incidents(entry_of(one, self.reports.get(one.report), self.rulings) for one in left)

    def _findings(self, findings: Iterable[Finding], claim: str) -> tuple[Finding, ...]:
        """The findings that the other claims of some make, under the keys that they have in the whole picture."""
        from clearway.picture import assembled, history

        blocks: dict[Key, list[Told]] = defaultdict(list)
        for name in dict.fromkeys(name for one in findings for name in one.claims):
            key = self._keys(name).get(name)
            if name != claim and key is not None:
                one = self.claims[name]
                blocks[key].append(Told(claim=one, report=self.reports[one.report], since=date.min))
        return assembled(
            known.finding for key, told in blocks.items() for known in history(key, told, rulings=self.rulings)
        )

    def _beside(self, claim: str) -> list[Finding]:
        """The findings that a claim is in, and those of their kind on the same places, whatever their day."""
        own = [one for one in self.findings if claim in one.claims]
        places = {place for one in own for place in _places(one)}
        kinds = {one.kind for one in own if one.status}
        return [
            one
            for one in self.findings
            if claim in one.claims or (one.kind in kinds and not places.isdisjoint(_places(one)))
        ]

    def _keys(self, name: str) -> Mapping[str, Key]:
        """The keys of the claims of one claim's report."""
        from clearway.picture import keys_of

        claim = self.claims.get(name)
        report = self.reports.get(claim.report) if claim else None
        if claim is None or report is None:
            return {}
        return keys_of(self._of_report[report.id], report.published, self.rulings, self._own)

    def _own(self, name: str) -> tuple[date | None, Key] | None:
        from clearway.picture import keys_of

        claim = self.claims.get(name)
        report = self.reports.get(claim.report) if claim else None
        if report is None:
            return None
        key = keys_of(self._of_report[report.id], report.published).get(name)
        return (report.published, key) if key else None

    @cached_property
    def _of_report(self) -> Mapping[str, list[Claim]]:
        found: dict[str, list[Claim]] = defaultdict(list)
        for claim in self.claims.values():
            found[claim.report].append(claim)
        return found


def _places(finding: Finding) -> list[str]:
    names = (finding.place_id or "").split("; ") + (finding.place or "").split("; ")
    return [name for name in names if name]


def gathered(crisis: "Crisis", as_of: date, sites: "Sites | None" = None) -> Gathered:
    """Everything published up to a day that can bear on roads."""
    from clearway.corridors.constants import constants
    from clearway.corridors.evidence import evidence

    drawn = crisis.picture(as_of=as_of)
    happened = crisis.incidents(as_of=as_of)
    claims = {claim.id: claim for claim in (*drawn.release.claims, *happened.claims)}
    return Gathered(
        evidence=evidence(happened.incidents, drawn.picture.findings, claims, constants(), sites or {}),
        incidents=happened.incidents,
        findings=drawn.picture.findings,
        claims=claims,
        reports={report.id: report for report in drawn.release.reports},
        rulings=Way(crisis.ledger).rulings,
        sites=sites or {},
    )


def behind(crisis: "Crisis", found: Gathered) -> Release:
    """The claims behind the evidence, and their reports; always `restricted`."""
    kept = [found.claims[name] for name in dict.fromkeys(name for one in found.evidence for name in one.claims)]
    reports = {claim.report for claim in kept}
    return crisis.release(
        (report for name, report in found.reports.items() if name in reports), kept, profile=Profile.RESTRICTED
    )
