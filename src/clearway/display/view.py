"""What the page shows, made of a release: plain values, ready for its template."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from clearway.display import words
from clearway.display.catalogue import say
from clearway.display.corridors import CorridorView, Known, corridor_views
from clearway.display.days import Shown, days_data, shown
from clearway.display.figures import FigureView, TopicView, figure, headline, slug, topics
from clearway.display.mapping import Spot, spots
from clearway.display.marking import Piece, Span, pieces
from clearway.display.timeline import Timeline, timeline
from clearway.kinds import TOPICS, kinds
from clearway.model import Claim, Equation, Picture, Release, Report, Story, Total


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimView:
    """A claim on its card beside the text; `number` counts within the report, `figures` lead back to the picture.

    `key` is as much of its id as tells it from all others on the page.
    """

    id: str
    key: str
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
    since: int
    until: int | None


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
    totals: tuple[Total, ...]
    timeline: Timeline
    spots: tuple[Spot, ...]
    unplaced: int
    current: frozenset[str]
    numbers: Mapping[str, int]
    figure_key: int
    days: Mapping[str, Any] | None
    reports: tuple[ReportView, ...]
    claims: Mapping[str, ClaimView]
    kinds: tuple[tuple[str, str], ...]
    corridors: tuple[CorridorView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetView:
    """One report with its claims by their ids, and the topics that these have, with how many each."""

    report: ReportView
    claims: Mapping[str, ClaimView]
    topics: tuple[tuple[str, str, int], ...]
    figure_key: int = 8


def sheet(report: Report, claims: Iterable[Claim]) -> SheetView:
    """A report by itself, its claims beside its text."""
    some = list(claims)
    viewed = _report(report, some, {}, key_length(claim.id for claim in some), (0, None))
    counted = Counter(claim.topic for claim in viewed.claims)
    return SheetView(
        report=viewed,
        claims={claim.id: claim for claim in viewed.claims},
        topics=tuple((slug(name), name, counted[slug(name)]) for name in TOPICS if counted[slug(name)]),
    )


def topic_of(kind: str) -> str:
    """The topic under which a kind of claim is shown; the last one for kinds that nobody lists."""
    known = kinds().get(kind)
    return slug(known.topic) if known else slug(TOPICS[-1])


def view(
    release: Release, picture: Picture, *, title: str, today: date | None, corridors: Sequence[Known] = ()
) -> PageView:
    """The page of a release; how old a figure is, is counted up to `today`."""
    reports = {report.id: report for report in release.reports}
    claims = [claim for claim in release.claims if claim.report in reports]
    found = _figures(release, {claim.id: claim for claim in claims}, reports, today)
    figures = topics(release.findings, [one.figure for one in found if one.until is None])
    listed = _reports(release, claims, _used(figures))
    gone = {report.id for report in listed if report.until is not None}
    current = frozenset(claim.id for report in listed if report.id not in gone for claim in report.claims)
    numbers = {claim.id: at for at, claim in enumerate(claim for report in listed for claim in report.claims)}
    order = {one.id: at for at, one in enumerate(one for of in figures for one in (*of.figures, *of.earlier))}
    points, _ = spots(claims)
    _, unplaced = spots(claim for claim in claims if claim.id in current)
    held = {claim.kind for claim in claims}
    cards = {claim.id: claim for report in listed for claim in report.claims}
    return PageView(
        title=title,
        release=release,
        as_of=words.day(picture.as_of) if picture.as_of else "",
        aged=words.day(today) if today else "",
        policy=picture.policy,
        headline=headline(figures),
        topics=figures,
        failing=tuple(one for one in picture.equations if set(one.claims) <= {claim.id for claim in claims}),
        totals=tuple(one for one in picture.totals if set(one.parts) <= {finding.id for finding in release.findings}),
        timeline=timeline(claims, reports),
        spots=points,
        unplaced=unplaced,
        current=current,
        numbers=numbers,
        figure_key=key_length(order),
        days=days_data(release.story, found, order, numbers) if release.story else None,
        reports=listed,
        claims=cards,
        kinds=tuple((kind.name, words.kind(kind.name)) for kind in kinds().values() if kind.name in held),
        corridors=corridor_views(corridors, cards),
    )


def _figures(
    release: Release, claims: Mapping[str, Claim], reports: Mapping[str, Report], today: date | None
) -> tuple[Shown, ...]:
    """Every finding as the page shows it: those of the last day, and those of the days before where they are told."""
    if release.story is not None:
        figures = [figure(one.finding, claims, reports, today) for one in release.story.known]
        return shown(release.story.known, release.story.days, figures)
    told = [figure(one, claims, reports, today) for one in release.findings]
    return tuple(Shown(figure=one, id=one.id, since=0, until=None) for one in told)


def _reports(
    release: Release, claims: Iterable[Claim], used: Mapping[str, list[tuple[str, str]]]
) -> tuple[ReportView, ...]:
    held: dict[str, list[Claim]] = {report.id: [] for report in release.reports}
    for claim in claims:
        held[claim.report].append(claim)
    key = key_length(claim.id for some in held.values() for claim in some)
    return tuple(
        _report(report, held[report.id], used, key, _stood(report, release.story)) for report in release.reports
    )


def _stood(report: Report, story: Story | None) -> tuple[int, int | None]:
    """Since which of the days a report has counted, and until which."""
    if story is None:
        return 0, None
    until = dict(story.replaced).get(report.id)
    last = len(story.days) - 1
    return (
        min(bisect_left(story.days, report.published or date.max), last),
        None if until is None else bisect_left(story.days, until),
    )


def key_length(ids: Iterable[str]) -> int:
    """How much of each id tells it from all others, eight letters at least."""
    names = set(ids)
    return next((size for size in range(8, 64) if len({name[:size] for name in names}) == len(names)), 64)


def _used(figures: Iterable[TopicView]) -> dict[str, list[tuple[str, str]]]:
    """The figures that each claim stands under: their ids and what they are about."""
    used: dict[str, list[tuple[str, str]]] = {}
    for topic in figures:
        for one in (*topic.figures, *topic.earlier):
            for claim in dict.fromkeys(link.claim for link in one.words):
                used.setdefault(claim, []).append((one.id, one.statement))
    return used


def _report(
    report: Report,
    claims: list[Claim],
    used: Mapping[str, list[tuple[str, str]]],
    key: int,
    stood: tuple[int, int | None],
) -> ReportView:
    claims = sorted(claims, key=lambda claim: (claim.passage.start, claim.passage.end, claim.id))
    spans = [Span(claim=claim.id, start=claim.passage.start, end=claim.passage.end) for claim in claims]
    cut = tuple(pieces(report.text, spans))
    in_text = {claim for piece in cut for claim in piece.starts}
    return ReportView(
        id=report.id,
        title=report.title or words.published(report),
        publisher=report.publisher or say("words.nobody"),
        published=words.day_or_none(report.published),
        url=report.url if report.url and report.url.startswith(("https://", "http://")) else None,
        rights=report.licence or "",
        pieces=cut,
        claims=tuple(
            _claim(claim, claim.id[:key], number, claim.id in in_text, tuple(used.get(claim.id, ())))
            for number, claim in enumerate(claims, 1)
        ),
        since=stood[0],
        until=stood[1],
    )


def _claim(claim: Claim, key: str, number: int, in_text: bool, figures: tuple[tuple[str, str], ...]) -> ClaimView:
    return ClaimView(
        id=claim.id,
        key=key,
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
        ("group", claim.group),
        ("actor", claim.actor),
        ("cause", claim.cause),
        ("facility", claim.facility),
        ("status", claim.status),
        ("act", claim.act),
        ("doubts", words.parted(claim.doubts)),
    )
    return tuple((say(f"claim.fact_{name}"), str(value)) for name, value in told if value)
