"""What the page shows, made of a release: plain values, ready for its template."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from clearway.display import words
from clearway.display.figures import FigureView, TopicView, headline, slug, topics
from clearway.display.mapping import Spot, spots
from clearway.display.marking import Piece, Span, pieces
from clearway.display.timeline import Timeline, timeline
from clearway.kinds import TOPICS, kinds
from clearway.model import Claim, Equation, Picture, Release, Report


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimView:
    """A claim on its card beside the text; `number` counts within the report, `figures` lead back to the picture."""

    id: str
    number: int
    topic: str
    kind: str
    kind_words: str
    figure: str
    facts: tuple[tuple[str, str], ...]
    source: str
    places: str
    period: str
    certainty: str
    quote: str
    in_text: bool
    figures: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportView:
    """A report with its text cut into pieces, and its claims."""

    id: str
    title: str
    publisher: str
    published: str
    url: str | None
    rights: str
    pieces: tuple[Piece, ...]
    claims: tuple[ClaimView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PageView:
    """Everything on the page, in the order in which it is shown."""

    title: str
    release: Release
    as_of: str
    aged: str
    policy: str
    headline: tuple[FigureView, ...]
    topics: tuple[TopicView, ...]
    failing: tuple[Equation, ...]
    timeline: Timeline
    spots: tuple[Spot, ...]
    unplaced: int
    reports: tuple[ReportView, ...]
    claims: Mapping[str, ClaimView]
    kinds: tuple[tuple[str, str], ...]


def topic_of(kind: str) -> str:
    """The topic under which a kind of claim is shown; the last one for kinds that nobody lists."""
    known = kinds().get(kind)
    return slug(known.topic) if known else slug(TOPICS[-1])


def view(release: Release, picture: Picture, *, title: str, today: date | None) -> PageView:
    """The page of a release; how old a figure is, is counted up to `today`."""
    reports = {report.id: report for report in release.reports}
    claims = [claim for claim in release.claims if claim.report in reports]
    figures = topics(release.findings, {claim.id: claim for claim in claims}, reports, today)
    used = _used(figures)
    held: dict[str, list[Claim]] = {report: [] for report in reports}
    for claim in claims:
        held[claim.report].append(claim)
    shown = tuple(_report(report, held[report.id], used) for report in reports.values())
    points, unplaced = spots(claims)
    return PageView(
        title=title,
        release=release,
        as_of=words.day(picture.as_of) if picture.as_of else "",
        aged=words.day(today) if today else "",
        policy=picture.policy,
        headline=headline(figures),
        topics=figures,
        failing=tuple(one for one in picture.equations if set(one.claims) <= {claim.id for claim in claims}),
        timeline=timeline(claims, reports),
        spots=points,
        unplaced=unplaced,
        reports=shown,
        claims={claim.id: claim for report in shown for claim in report.claims},
        kinds=tuple(
            (kind.name, words.kind(kind.name))
            for kind in kinds().values()
            if any(claim.kind == kind.name for claim in claims)
        ),
    )


def _used(figures: Iterable[TopicView]) -> dict[str, list[tuple[str, str]]]:
    """The figures that each claim stands under: their ids and what they are about."""
    used: dict[str, list[tuple[str, str]]] = {}
    for topic in figures:
        for figure in (*topic.figures, *topic.earlier):
            for claim in dict.fromkeys(link.claim for link in figure.words):
                used.setdefault(claim, []).append((figure.id, figure.statement))
    return used


def _report(report: Report, claims: list[Claim], used: Mapping[str, list[tuple[str, str]]]) -> ReportView:
    claims = sorted(claims, key=lambda claim: (claim.passage.start, claim.passage.end, claim.id))
    spans = [Span(claim=claim.id, start=claim.passage.start, end=claim.passage.end) for claim in claims]
    cut = tuple(pieces(report.text, spans))
    in_text = {claim for piece in cut for claim in piece.starts}
    publisher = report.publisher or "unknown publisher"
    day = words.day(report.published) if report.published else "no date"
    return ReportView(
        id=report.id,
        title=report.title or f"{publisher}, {day}",
        publisher=publisher,
        published=day,
        url=report.url if report.url and report.url.startswith(("https://", "http://")) else None,
        rights=report.licence or "",
        pieces=cut,
        claims=tuple(
            _claim(claim, number, claim.id in in_text, tuple(used.get(claim.id, ())))
            for number, claim in enumerate(claims, 1)
        ),
    )


def _claim(claim: Claim, number: int, in_text: bool, figures: tuple[tuple[str, str], ...]) -> ClaimView:
    return ClaimView(
        id=claim.id,
        number=number,
        topic=topic_of(claim.kind),
        kind=claim.kind,
        kind_words=words.kind(claim.kind),
        figure=words.figure(claim.figure) if claim.figure else "",
        facts=_facts(claim),
        source=words.sources(claim),
        places=words.places(claim),
        period=words.period(claim.period) if claim.period else "",
        certainty=words.certainty(claim.certainty),
        quote=claim.passage.words,
        in_text=in_text,
        figures=figures,
    )


def _facts(claim: Claim) -> tuple[tuple[str, str], ...]:
    told = (
        ("who", claim.group),
        ("by", claim.actor),
        ("cause", claim.cause),
        ("facility", claim.facility),
        ("status", claim.status),
        ("act", claim.act),
        ("read with doubt", "; ".join(claim.doubts)),
    )
    return tuple((name, str(value)) for name, value in told if value)
