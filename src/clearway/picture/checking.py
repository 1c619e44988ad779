"""What claims that are known say of a sentence that somebody wants to print."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from clearway.model import Claim, Figure, Measure, Relation, Report, Tie
from clearway.picture.basing import figure_of, kind_of
from clearway.picture.entries import Entry, entry_of
from clearway.picture.hedges import extent
from clearway.picture.origins import origins
from clearway.picture.relating import relate
from clearway.picture.sentences import figure_words, number_words, plural

SUPPORTS = frozenset({Tie.SAME, Tie.ROUNDED, Tie.COPY, Tie.REPORTED})
CONTRADICTS = frozenset({Tie.VALUE, Tie.BOUND})
NEWER = frozenset({Tie.UPDATE})
MOST_ADDED = 60
"""Of so many figures at most is every pair added."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sum:
    """Two figures of others that come to the figure of the sentence, and why they may or may not be added."""

    one: str
    other: str
    words: str
    disjoint: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What is known of one claim of a sentence: claims that support it, contradict it, or stand beside it.

    `origins` is how many origins the supporting claims come from, copies counted once; `None` where their reports'
    texts are held back, so that nobody can tell. `attribution` is a sentence that may be printed with its source;
    `None` where nothing supports it. `sums` are figures that somebody may have added to get at this one.
    """

    claim: str
    supports: tuple[Relation, ...]
    contradicts: tuple[Relation, ...]
    beside: tuple[Relation, ...]
    attribution: str | None
    sums: tuple[Sum, ...]
    origins: int | None = None

    @property
    def verdict(self) -> str:
        """In a word."""
        if self.supports and self.contradicts:
            return "contested"
        if self.supports:
            return "supported"
        return "contradicted" if self.contradicts else "not supported by anything that is known"


def ties_of(asked: Iterable[Entry], known: Iterable[Entry]) -> tuple[Relation, ...]:
    """What the claims of a sentence are to claims that are known."""
    known = tuple(known)
    found = (relate(one, other) for one in asked for other in known)
    return tuple(tie for tie in found if tie is not None)


def answers(
    asked: Sequence[Claim], known: Sequence[Claim], ties: Iterable[Relation], reports: Mapping[str, Report]
) -> tuple[Answer, ...]:
    """An answer for each claim of the sentence, made of what the claims that are known say and nothing else."""
    by_id = {claim.id: claim for claim in known}
    mine: dict[str, list[Relation]] = defaultdict(list)
    ids = {claim.id for claim in asked}
    for tie in ties:
        mine[tie.one if tie.one in ids else tie.other].append(tie)
    return tuple(_answer(claim, mine[claim.id], by_id, reports) for claim in asked)


def other_of(tie: Relation, claim: str) -> str:
    """The claim at the other end of a relation."""
    return tie.other if tie.one == claim else tie.one


def _answer(
    claim: Claim, ties: Sequence[Relation], known: Mapping[str, Claim], reports: Mapping[str, Report]
) -> Answer:
    supports = tuple(tie for tie in ties if tie.tie in SUPPORTS)
    contradicts = tuple(tie for tie in ties if tie.tie in CONTRADICTS)
    beside = tuple(tie for tie in ties if tie not in supports and tie not in contradicts)
    told = [known[name] for tie in supports if (name := other_of(tie, claim.id)) in known]
    return Answer(
        claim=claim.id,
        supports=supports,
        contradicts=contradicts,
        beside=beside,
        attribution=attribution(told, reports),
        sums=_sums(claim, known.values()),
        origins=_origins(told, reports),
    )


def _origins(told: Sequence[Claim], reports: Mapping[str, Report]) -> int | None:
    if any(claim.report not in reports or not reports[claim.report].text for claim in told):
        return None
    return len(origins([entry_of(claim, reports[claim.report]) for claim in told]).heaps)


def attribution(told: Sequence[Claim], reports: Mapping[str, Report]) -> str | None:
    """A sentence with its source, from the claim that says it most plainly and was published last."""
    some = [claim for claim in told if claim.report in reports]
    if not some:
        return None
    lead = max(some, key=lambda claim: (_plainness(claim), _day(claim, reports), claim.id))
    report = reports[lead.report]
    who = lead.attribution.nearest.name if lead.attribution.nearest else report.publisher or "the report"
    where = f" in {' and '.join(place.name for place in lead.places)}" if lead.places else ""
    when = f", from {lead.period.first} to {lead.period.last}" if lead.period else ""
    day = f", {report.published}" if report.published else ""
    said = f"“{lead.passage.words}”" if lead.passage.words else _plainly(lead) + where
    return f"{said}{when}, according to {who} ({report.publisher or report.id}{day})."


def _plainly(claim: Claim) -> str:
    kind = kind_of(claim.kind)
    figure = figure_of(claim, kind)
    what = claim.group or (plural(figure.unit) if figure else kind.unit)
    return f"{figure_words(figure)} {what} {claim.kind.replace('_', ' ')}" if figure else claim.kind.replace("_", " ")


def _plainness(claim: Claim) -> int:
    return -extent(claim.figure).rank if claim.figure else 0


def _day(claim: Claim, reports: Mapping[str, Report]) -> str:
    published = reports[claim.report].published
    return published.isoformat() if published else ""


def _sums(claim: Claim, known: Iterable[Claim]) -> tuple[Sum, ...]:
    """Pairs of figures that come to the claim's own; they are disjoint only where their places and days say so."""
    asked = claim.figure
    if asked is None or asked.value is None or asked.measure is not Measure.COUNT:
        return ()
    figures: dict[float, Claim] = {}
    for one in sorted(known, key=lambda one: one.id):
        if one.kind == claim.kind and _like(one.figure, asked) and one.figure and one.figure.value:
            figures.setdefault(float(one.figure.value), one)
    found = []
    for a, b in combinations(sorted(figures)[-MOST_ADDED:], 2):
        if a + b == float(asked.value):
            found.append(_sum(figures[a], figures[b], a + b))
    return tuple(found)


def _like(figure: Figure | None, asked: Figure) -> bool:
    return figure is not None and figure.unit == asked.unit and figure.measure is Measure.COUNT


def _sum(one: Claim, other: Claim, total: float) -> Sum:
    places = {place.resolved.id for place in one.places if place.resolved}
    others = {place.resolved.id for place in other.places if place.resolved}
    apart = bool(places and others) and not places & others and one.period == other.period and one.period is not None
    a, b = (figure_words(claim.figure) for claim in (one, other) if claim.figure)
    why = "they are told of other places and the same days" if apart else "the same people may be counted in both"
    verb = "may be added" if apart else "cannot be added"
    words = f"{number_words(total)} is {a} and {b} added, which {verb}: {why}"
    return Sum(one=one.id, other=other.id, words=words, disjoint=apart)
