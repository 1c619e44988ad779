"""Findings as the page shows them: by topic, with a small bar from low to high and the words behind each."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from clearway.display import words
from clearway.display.catalogue import say
from clearway.kinds import TOPICS
from clearway.model import Bound, Certainty, Claim, Finding, Report, State

HEADLINES = 6
"""So many figures stand at the top."""

FIRST_KINDS = ("killed", "displaced", "facility_attack", "injured", "need", "affected", "destruction", "returned")
"""Kinds that a reader of a crisis asks for first; the others follow in the order of the topics."""

RECENT_DAYS = 366
"""A figure that counts from longer ago is background, and stands at the top only where there is no other."""

NAMED_SOURCES = 3
BAR = 100.0

MARKS = {
    State.AGREED: "✓",
    State.CONTESTED: "≠",
    State.SINGLE_SOURCE: "1",
    State.SUPERSEDED: "↻",
    State.INCOMPARABLE: "∥",
}
"""A sign for each state, so that it is told without colour."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WordsLink:
    """A claim behind a figure: its words where they may be told, and who says so where and when."""

    claim: str
    kind: str
    quote: str
    figure: str
    who: str
    where: str


@dataclass(frozen=True, slots=True, kw_only=True)
class End:
    """The low, best or high end of a figure: its number in words, how it was derived, and the claims that give it."""

    name: str
    words: str
    how: str
    claims: tuple[WordsLink, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """Low, best and high on a line from nought to `BAR`; `None` where the claims leave a side open."""

    low: float | None
    best: float | None
    high: float | None
    words: str

    @property
    def start(self) -> float:
        """Where the filled part begins."""
        return self.low if self.low is not None else 0.0

    @property
    def is_open(self) -> bool:
        """Whether the claims leave a side open."""
        return self.low is None or self.high is None

    @property
    def width(self) -> float:
        """How long the filled part is, never too thin to see."""
        end = self.high if self.high is not None else BAR
        return max(end - self.start, 1.5)


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureView:
    """One finding."""

    id: str
    topic: str
    kind: str
    statement: str
    number: str
    extent: str
    bar: Bar | None
    derived: bool
    state: str
    mark: str
    certainty: str
    sources: str
    place: str
    period: str
    latest: str
    age: str
    remarks: tuple[str, ...]
    words: tuple[WordsLink, ...]
    superseded: bool
    weight: tuple[int, ...]
    since: int = 0
    ends: tuple[End, ...] = ()

    @property
    def leads(self) -> bool:
        """Whether it may stand at the top."""
        return bool(self.weight[-1]) and not self.derived and not self.superseded


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicView:
    """A topic's figures, and the earlier ones that newer figures replaced."""

    name: str
    slug: str
    figures: tuple[FigureView, ...]
    earlier: tuple[FigureView, ...]


@cache
def slug(topic: str) -> str:
    """A topic's name as the page's styles and links write it.

    >>> slug("roads and access")
    'roads'
    """
    return topic.replace(",", "").split()[0]


def topics(findings: Sequence[Finding], shown: Sequence[FigureView]) -> tuple[TopicView, ...]:
    """The figures of findings by topic, in the order of the topics; topics without a figure are left out."""
    names = list(dict.fromkeys([*TOPICS, *(finding.topic for finding in findings)]))
    views = []
    for name in names:
        mine = [one for one, finding in zip(shown, findings, strict=True) if finding.topic == name]
        if mine:
            current = tuple(one for one in mine if not one.superseded)
            views.append(
                TopicView(
                    name=name, slug=slug(name), figures=current, earlier=tuple(one for one in mine if one.superseded)
                )
            )
    return tuple(views)


def headline(views: Sequence[TopicView]) -> tuple[FigureView, ...]:
    """The few figures that stand first: of each kind the one with most claims, then the largest."""
    best: dict[str, FigureView] = {}
    for one in (one for topic in views for one in topic.figures):
        if one.leads and (one.kind not in best or one.weight > best[one.kind].weight):
            best[one.kind] = one
    order = [*FIRST_KINDS, *best]
    return tuple(sorted(best.values(), key=lambda one: order.index(one.kind))[:HEADLINES])


def figure(
    finding: Finding, claims: Mapping[str, Claim], reports: Mapping[str, Report], today: date | None
) -> FigureView:
    """One finding as the page shows it."""
    bounds = [bound for bound in (finding.low, finding.best, finding.high) if bound is not None]
    # each once: the ends name again what the figure is made of
    named = dict.fromkeys((*finding.claims, *(key for bound in bounds for key in bound.claims)))
    links = {key: _link(claims[key], reports) for key in named if key in claims}
    return FigureView(
        id=finding.id,
        topic=slug(finding.topic),
        kind=finding.kind,
        statement=finding.statement[:1].upper() + finding.statement[1:],
        number=_number(finding),
        extent=words.extent(finding),
        bar=_bar(finding),
        derived=bool(bounds) and not any(bound.stated for bound in bounds),
        state=str(finding.state),
        mark=MARKS[finding.state],
        certainty=words.certainty(finding.certainty),
        sources=words.speakers(finding, NAMED_SOURCES),
        place=(finding.place or "").replace("; ", " · "),
        period=words.period(finding.period) if finding.period else "",
        latest=words.day(finding.latest) if finding.latest else "",
        age=words.age(finding.latest, today) if finding.latest and today else "",
        remarks=_remarks(finding, bounds),
        words=tuple(links[key] for key in finding.claims if key in links),
        superseded=finding.state is State.SUPERSEDED,
        weight=_weight(finding),
        ends=_ends(finding, links),
    )


def _ends(finding: Finding, links: Mapping[str, WordsLink]) -> tuple[End, ...]:
    """Those ends of a finding that its claims do not leave open."""
    named = (("low", finding.low), ("best", finding.best), ("high", finding.high))
    return tuple(
        End(
            name=name,
            words=words.bound(finding, bound),
            how="" if bound.stated else bound.how,
            claims=tuple(links[key] for key in bound.claims if key in links),
        )
        for name, bound in named
        if bound is not None and bound.value is not None
    )


def _weight(finding: Finding) -> tuple[int, ...]:
    """What stands first: what is said to be so, as a number, of these times, and then the larger one."""
    span = finding.period
    recent = span is None or finding.latest is None or (finding.latest - span.first).days <= RECENT_DAYS
    value = _value(finding.best) or _value(finding.low) or 0
    return finding.certainty is Certainty.ASSERTED, finding.unit != "percent", recent, int(value)


def _number(finding: Finding) -> str:
    """The best number; where there is none, what the claims leave; a status where nothing is counted."""
    low, high = _value(finding.low), _value(finding.high)
    if _value(finding.best) is not None:
        is_least = low is not None and high is None and finding.high is None and low == _value(finding.best)
        return words.bound(finding, finding.best) + ("+" if is_least else "")
    if low is not None and high is not None:
        return f"{words.bound(finding, finding.low)}–{words.bound(finding, finding.high)}"
    if low is not None:
        return f"{words.bound(finding, finding.low)}+"
    return f"≤ {words.bound(finding, finding.high)}" if high is not None else ""


def _bar(finding: Finding) -> Bar | None:
    values = [_value(bound) for bound in (finding.low, finding.best, finding.high)]
    known = [value for value in values if value is not None]
    if not known or max(known) <= 0 or (None not in values and len(set(values)) == 1):
        return None
    whole = BAR if finding.unit == "percent" and max(known) <= BAR else max(known) * 1.15
    low, best, high = (None if value is None else round(BAR * value / whole, 2) for value in values)
    return Bar(low=low, best=best, high=high, words=words.extent(finding) or words.bound(finding, finding.best))


def _value(bound: Bound | None) -> float | None:
    return None if bound is None or bound.value is None else float(bound.value)


def _remarks(finding: Finding, bounds: Iterable[Bound]) -> tuple[str, ...]:
    ways = dict.fromkeys(bound.how for bound in bounds if not bound.stated and bound.how)
    return (*(say("picture.derived_how", how=how) for how in ways), *finding.notes)


def _link(claim: Claim, reports: Mapping[str, Report]) -> WordsLink:
    report = reports[claim.report]
    return WordsLink(
        claim=claim.id,
        kind=words.kind(claim.kind),
        quote=claim.passage.words,
        figure=words.figure(claim.figure) if claim.figure else "",
        who=words.sources(claim) if claim.attribution.chain else "",
        where=words.published(report),
    )
