"""All that a release must not tell, gathered once from all its records before any of them goes out."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from clearway.exports import areas, people
from clearway.exports.areas import Hidden
from clearway.exports.masking import Terms, apply, find, joined, merge, terms
from clearway.exports.people import Known
from clearway.exports.quoting import Unquotable, unquotable
from clearway.exports.runs import NO_RUNS, Edit, Runs, Shifts
from clearway.exports.sites import is_sited, tells_site
from clearway.exports.telling import apart, outside, site_names, site_sentences
from clearway.model import Claim, MayRedistribute, Profile, Report

NARRATIVE_MARK = "[withheld: tells of a facility, camp or convoy]"

Spans = Mapping[str, tuple[tuple[int, int], ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Screen:
    """What is held back: terms, places, persons, sited claims, spans of reports, and words nobody may quote.

    `silent` are those of the spans from which no claim was read.
    `edits` are, for each report, the marks that stand in its text instead of what is held
    back, `shifts` how far they move what is behind them, and `texts` its text with them.
    """

    profile: Profile
    reports: Mapping[str, Report]
    held: Terms
    hidden: Hidden
    persons: frozenset[str]
    known: Known
    sited: frozenset[str]
    covered: Mapping[str, Runs]
    silent: Spans
    edits: Mapping[str, tuple[Edit, ...]]
    shifts: Mapping[str, Shifts]
    texts: Mapping[str, str]
    words: Unquotable

    def quotes(self, report: str) -> bool:
        """Whether words of the report may go out."""
        known = self.reports.get(report)
        return known is not None and known.may_redistribute.allows_quotes

    def tells_text(self, report: str) -> bool:
        """Whether the whole text of the report may go out."""
        known = self.reports.get(report)
        return known is not None and known.may_redistribute is MayRedistribute.FULL

    def covers(self, report: str, start: int, end: int) -> bool:
        """Whether a run of characters touches a span that is held back whole."""
        return self.covered.get(report, NO_RUNS).meet(start, end)


def screen(reports: Iterable[Report], claims: Iterable[Claim], profile: Profile) -> Screen:
    """What must not be told of these reports and claims under the profile."""
    reports, claims = tuple(reports), tuple(claims)
    public = profile is Profile.PUBLIC
    sited = _sited(claims, deliveries=public)
    wide = areas.area_names(claims)
    hidden = areas.hide(claims, sited, wide)
    places = frozenset(wide) | {joined(place.name) for claim in claims for place in claim.places}
    known = people.known_names(reports, claims, places)
    senders = people.senders(reports, known)
    persons = people.private_names(claims, known) | senders
    named = [*people.held_names(claims, known), *((name, people.MARK, False) for name in sorted(senders))]
    placed = [(phrase, mark, False) for phrase, mark in sorted(hidden.phrases)]
    held = terms([*named, *placed, *_kept(people.public_names(reports, claims), terms(named), terms(placed))])
    sentences = {report.id: site_sentences(report.text) for report in reports}
    silent = _silent(reports, claims, sentences)
    spans = _joined(_spans(claims, sited), sentences) if public else silent
    edits = {
        report.id: tuple(
            merge(
                spans.get(report.id, ()),
                NARRATIVE_MARK,
                apart([*find(report.text, held), *site_names(report.text, wide)]),
            )
        )
        for report in reports
    }
    return Screen(
        profile=profile,
        reports={report.id: report for report in reports},
        held=held,
        hidden=hidden,
        persons=persons,
        known=known,
        sited=sited,
        covered=_runs(spans),
        silent=silent,
        edits=edits,
        shifts={key: Shifts.of(made) for key, made in edits.items()},
        texts={report.id: apply(report.text, edits[report.id]) for report in reports},
        words=_words(reports, claims, spans),
    )


def _kept(public: Iterable[str], named: Terms, placed: Terms) -> list[tuple[str, str, bool]]:
    """Names of offices and publishers in which no mark is put, though they begin like a person that is held back."""
    return [(name, "", False) for name in sorted(public) if find(name, named) and not find(name, placed)]


def _sited(claims: tuple[Claim, ...], *, deliveries: bool) -> frozenset[str]:
    """Ids of the claims that tell where a site is, and of those that share a sentence with one."""
    told = [claim for claim in claims if is_sited(claim, deliveries=deliveries)]
    ids = frozenset(claim.id for claim in told)
    near = _runs(_spans(told, ids))
    return ids | {
        claim.id for claim in claims if near.get(claim.report, NO_RUNS).meet(claim.sentence.start, claim.sentence.end)
    }


def _runs(spans: Spans) -> dict[str, Runs]:
    return {report: Runs.of(found) for report, found in spans.items()}


def _spans(claims: Iterable[Claim], sited: frozenset[str]) -> dict[str, tuple[tuple[int, int], ...]]:
    spans: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for claim in claims:
        if claim.id in sited:
            start = min(claim.sentence.start, claim.passage.start)
            spans[claim.report].append((start, max(claim.sentence.end, claim.passage.end)))
    return {report: tuple(sorted(set(found))) for report, found in spans.items()}


def _silent(reports: Iterable[Report], claims: Iterable[Claim], sentences: Spans) -> Spans:
    """Sentences that speak of a site and of which no claim was read, so that nobody knows what to mask in them."""
    read: dict[str, set[tuple[int, int]]] = defaultdict(set)
    for claim in claims:
        if sentences.get(claim.report):
            read[claim.report].add((claim.sentence.start, claim.sentence.end))
    return {
        report.id: tuple(
            piece
            for piece in outside(sentences[report.id], sorted(read[report.id]))
            if tells_site(report.text[slice(*piece)])
        )
        for report in reports
    }


def _joined(first: Spans, second: Spans) -> Spans:
    return {key: tuple(sorted({*first.get(key, ()), *second.get(key, ())})) for key in {*first, *second}}


def _words(reports: Iterable[Report], claims: tuple[Claim, ...], spans: Spans) -> Unquotable:
    """The words of reports that allow none, and of the spans that are held back whole."""
    rights = {report.id: report.may_redistribute for report in reports}
    texts = [report.text for report in reports if not report.may_redistribute.allows_quotes]
    quotes = [
        report.title
        for report in reports
        if report.title and (not report.may_redistribute.allows_quotes or tells_site(report.title))
    ]
    texts += [report.text[first:last] for report in reports for first, last in spans.get(report.id, ())]
    runs = _runs(spans)
    for claim in claims:
        right = rights.get(claim.report, MayRedistribute.NONE)
        covered = runs.get(claim.report, NO_RUNS).meet(claim.passage.start, claim.passage.end)
        if covered or not right.allows_quotes:
            quotes += [claim.passage.words, claim.sentence.words]
    return unquotable(texts, quotes)
