"""Claims by place and by day: counted, as people judged them, and the evidence behind a count."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from clearway.model import Claim, Finding, Incident, Release, Report, Spot, from_json, spots_of

if TYPE_CHECKING:
    from clearway.ledger import Ledger
    from clearway.ledger.protocol import Naming
    from clearway.picture import Rulings

Named = Mapping[str, int]
"""How many claims there are, by kind."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sited:
    """A place and how many claims of each kind name it."""

    spot: Spot
    kinds: Named

    @property
    def claims(self) -> int:
        """How many claims name it."""
        return sum(self.kinds.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """How many claims of a kind speak of a day; `day` is `None` where nobody knows which."""

    kind: str
    day: date | None
    claims: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What is behind a count: its claims with the findings and incidents that name them, as the gate lets them out.

    `claims` are some of them, those first that speak of the last days; `counted` is how many there are of each kind.
    """

    spot: Spot | None
    counted: Named
    claims: tuple[Claim, ...]
    release: Release
    today: date


def sites_in(claims: Iterable[Claim]) -> tuple[Sited, ...]:
    """Every place that these claims name, that of most claims first."""
    counted: dict[Spot, Counter[str]] = defaultdict(Counter)
    for claim in claims:
        for spot in spots_of(claim):
            counted[spot][claim.kind] += 1
    return sited(counted)


def sited(counted: Mapping[Spot, Counter[str]]) -> tuple[Sited, ...]:
    """Places with how many claims of each kind name them, that of most claims first."""
    made = (Sited(spot=spot, kinds=dict(sorted((+kinds).items()))) for spot, kinds in counted.items())
    return tuple(sorted((one for one in made if one.kinds), key=lambda one: (-one.claims, one.spot.name, one.spot.id)))


def days_in(claims: Iterable[Claim], reports: Mapping[str, Report]) -> tuple[Spoken, ...]:
    """How many of these claims of each kind speak of each day."""
    return spoken_of(Counter((claim.kind, spoken(claim, reports)) for claim in claims))


def spoken_of(counted: Mapping[tuple[str, date | None], int]) -> tuple[Spoken, ...]:
    """How many claims of each kind speak of each day, those of the first days first."""
    rows = [(kind, day, number) for (kind, day), number in counted.items() if number > 0]
    ordered = sorted(rows, key=lambda row: (row[1] or date.max, row[0]))
    return tuple(Spoken(kind=kind, day=day, claims=number) for kind, day, number in ordered)


def spoken(claim: Claim, reports: Mapping[str, Report]) -> date | None:
    """The last day of which a claim speaks, or that of its publication where it names none."""
    report = reports.get(claim.report)
    return claim.period.last if claim.period else report.published if report else None


def newest_first(claims: Iterable[Claim], reports: Mapping[str, Report]) -> tuple[Claim, ...]:
    """Those first that speak of the last days."""

    def order(claim: Claim) -> tuple[date, date, str]:
        report = reports.get(claim.report)
        published = report.published if report else None
        return spoken(claim, reports) or date.min, published or date.min, claim.id

    return tuple(sorted(claims, key=order, reverse=True))


def evidence_in(release: Release, claims: Set[str], spot: Spot | None, *, today: date) -> Evidence:
    """What is behind some claims of a release, by their ids: the part of it that names them."""
    reports = {report.id: report for report in release.reports}
    chosen = newest_first((claim for claim in release.claims if claim.id in claims), reports)
    part = replace(
        release,
        findings=tuple(one for one in release.findings if any(name in claims for name in one.claims)),
        incidents=tuple(one for one in release.incidents if any(name in claims for name in one.claims)),
    )
    counted = Counter(claim.kind for claim in chosen)
    return Evidence(spot=spot, counted=counted, claims=chosen, release=part, today=today)


def findings_of(
    ledger: "Ledger", claims: Sequence[str], as_of: date | None, *, at_once: int, most: int
) -> tuple[Finding, ...]:
    """The findings of a day that name any of the claims, those that newer ones took the place of last.

    No more of them are looked at than it takes to have so many whose place no newer one took.
    """
    current: dict[str, Naming] = {}
    superseded: dict[str, Naming] = {}
    for one in _naming(ledger, claims, as_of or date.max, at_once):
        (superseded if one.superseded else current)[one.id] = one
        if len(current) == most:
            break
    first = [*current.values(), *superseded.values()][:most]
    return tuple(from_json(one.record, Finding) for one in first)


def _naming(ledger: "Ledger", claims: Sequence[str], day: date, at_once: int) -> "Iterator[Naming]":
    for start in range(0, len(claims), at_once):
        yield from ledger.findings_of(claims[start : start + at_once], day)


def incidents_of(ledger: "Ledger", claims: Sequence[str], *, at_once: int, most: int) -> tuple[Incident, ...]:
    """The incidents that name any of the claims, the last ones first."""
    found: dict[str, Incident] = {}
    for start in range(0, len(claims), at_once):
        found |= {one.lead: one for one in ledger.incidents_of(claims[start : start + at_once], most=most)}
    return tuple(sorted(found.values(), key=lambda one: one.line, reverse=True)[:most])


def as_known(
    ledger: "Ledger",
    found: Iterable[Incident],
    as_of: date,
    rulings: "Rulings",
    reports_of: Callable[[Iterable[Claim]], tuple[Report, ...]],
) -> tuple[Incident, ...]:
    """Incidents as those of their claims tell them that were published by a day."""
    from clearway.picture import entry_of, incidents

    claims = tuple(ledger.claims_named(name for one in found for name in one.claims))
    reports = {report.id: report for report in reports_of(claims)}
    known = [claim for claim in claims if (reports[claim.report].published or date.max) <= as_of]
    made = incidents(entry_of(claim, reports[claim.report], rulings) for claim in known)
    return tuple(sorted(made, key=lambda one: one.line, reverse=True))
