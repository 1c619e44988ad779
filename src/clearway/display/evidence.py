"""What is behind a count: the claims in their words, and the figures and incidents that they are part of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from clearway.display import words
from clearway.display.catalogue import say
from clearway.display.figures import TopicView, figure, topics
from clearway.display.sites import by_topic, topic_names
from clearway.display.view import topic_of
from clearway.model import Claim, Harm, Incident, Release, Report


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimLine:
    """A claim: its words where they may be told, who says so, and in which report."""

    id: str
    kind: str
    quote: str
    figure: str
    who: str
    where: str
    report: str
    places: str
    period: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicLines:
    """Claims of a topic; `count` is how many there are, `left` how many of these are not among them."""

    slug: str
    name: str
    claims: tuple[ClaimLine, ...]
    count: int
    left: int


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentLine:
    """An incident in short; `lead` is the first of its claims, `first` and `last` are its days for its list."""

    id: str
    lead: str
    place: str
    when: str
    kinds: str
    harms: str
    grade: str
    claims: int
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceView:
    """All of it."""

    figures: tuple[TopicView, ...]
    incidents: tuple[IncidentLine, ...]
    claims: tuple[TopicLines, ...]


def evidence_view(release: Release, claims: Sequence[Claim], counted: Mapping[str, int], today: date) -> EvidenceView:
    """The evidence of some claims, of which there are `counted` of each kind; the release holds what hangs on them."""
    reports = {report.id: report for report in release.reports}
    known = {claim.id: claim for claim in release.claims}
    findings = release.findings
    counts, names = by_topic(counted), topic_names()
    lines = []
    of_topic: dict[str, list[Claim]] = {}
    for claim in claims:
        of_topic.setdefault(topic_of(claim.kind), []).append(claim)
    for name in names:
        mine = tuple(_line(claim, reports) for claim in of_topic.get(name, ()))
        count = max(counts.get(name, 0), len(mine))
        if count:
            lines.append(TopicLines(slug=name, name=names[name], claims=mine, count=count, left=count - len(mine)))
    return EvidenceView(
        figures=topics(findings, [figure(one, known, reports, today) for one in findings]),
        incidents=tuple(incident_line(one) for one in release.incidents),
        claims=tuple(lines),
    )


def incident_line(incident: Incident) -> IncidentLine:
    """An incident in short."""
    span, told = incident.period, incident.latest
    return IncidentLine(
        id=incident.id,
        lead=incident.lead,
        place=incident.place or "",
        when=words.period(span) if span else words.day(told) if told else "",
        kinds=words.listed(words.kind(kind) for kind in incident.kinds),
        harms=words.parted(_harm(one) for one in incident.harms),
        grade=str(incident.grade),
        claims=len(incident.claims),
        first=span.first if span else told,
        last=span.last if span else told,
    )


def _harm(harm: Harm) -> str:
    low, high = (end.value if end else None for end in (harm.low, harm.high))
    ends = list(dict.fromkeys(words.number(end) for end in (low, high) if end is not None))
    amount = "–".join(ends) + ("+" if low is not None and high is None else "")
    whom = harm.group or words.unit(harm.unit, None)
    return say("words.harm", kind=words.kind(harm.kind), number=amount or "?", whom=whom)


def _line(claim: Claim, reports: Mapping[str, Report]) -> ClaimLine:
    report = reports.get(claim.report)
    return ClaimLine(
        id=claim.id,
        kind=words.kind(claim.kind),
        quote=claim.passage.words,
        figure=words.figure(claim.figure) if claim.figure else "",
        who=words.sources(claim) if claim.attribution.chain else "",
        where=words.published(report),
        report=claim.report,
        places=words.places(claim),
        period=words.period(claim.period) if claim.period else "",
    )
