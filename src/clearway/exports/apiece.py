"""What a report and its claims tell by themselves, whatever goes out beside them: kept from one page to the next."""

import threading
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from clearway.exports.areas import Areas, Marks, area_names, marks_of
from clearway.exports.masking import joined, points_in
from clearway.exports.people import Spoken, spoken_in
from clearway.exports.runs import Edit, Runs, Span
from clearway.exports.sites import is_fine, is_sited, tells_site
from clearway.exports.telling import NamedSite, named_sites, outside, site_sentences
from clearway.model import Claim, MayRedistribute, Report

MOST = 12_500
"""Claims of which it is kept at most: those behind a reader's map of a large crisis, some 30 MB."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Apiece:
    """One report, with all of its claims that are known here, and what they tell.

    `sited` are the claims that tell where a site is, `spans` the characters that are held back whole, `silent` those of
    them from which no claim was read. `areas` and `places` are folded names; `hidden` are the fine places of sited
    claims, `others` those of the other claims, `facilities` what the sited name. `unquoted` are words of claims that
    nobody may repeat; `points` and `names` are what stands in the text as a point, or as the name of a site.
    """

    report: Report | None
    claims: tuple[Claim, ...]
    sited: frozenset[str]
    spans: tuple[Span, ...]
    covered: Runs
    silent: tuple[Span, ...]
    areas: Areas
    places: frozenset[str]
    hidden: tuple[Marks, ...]
    others: tuple[Marks, ...]
    facilities: frozenset[str]
    spoken: Spoken
    unquoted: tuple[str, ...]
    points: tuple[Edit, ...]
    names: tuple[NamedSite, ...]


class Pieces:
    """What reports told lately by themselves; those go first that nobody asked for the longest."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._lock = threading.Lock()
        self._known: OrderedDict[tuple[bool, str], Apiece] = OrderedDict()
        self._claims = 0

    def of(self, report: Report | None, claims: tuple[Claim, ...], *, public: bool) -> Apiece:
        """What this report and just these claims of it tell, as found before where they are the same."""
        if report is None:
            return apiece(None, claims, public=public)
        key = public, report.id
        with self._lock:
            found = self._known.get(key)
            if found is not None:
                self._known.move_to_end(key)
        if found is None or found.claims != claims or found.report != report:
            found = apiece(report, claims, public=public)
            self._keep(key, found)
        return found

    def _keep(self, key: tuple[bool, str], found: Apiece) -> None:
        with self._lock:
            before = self._known.pop(key, None)
            self._known[key] = found
            self._claims += _size(found) - (_size(before) if before else 0)
            while self._claims > self._most and self._known:
                self._claims -= _size(self._known.popitem(last=False)[1])


def _size(found: Apiece) -> int:
    return max(1, len(found.claims))  # a report without any takes room, too


_LATELY = Pieces()


def pieces(reports: Mapping[str, Report], claims: Iterable[Claim], *, public: bool) -> tuple[Apiece, ...]:
    """Each report with its claims, and the claims of each that is not known here; `reports` by their ids."""
    its: dict[str, list[Claim]] = {report: [] for report in reports}
    for claim in claims:
        its.setdefault(claim.report, []).append(claim)
    ordered = ((name, tuple(sorted(some, key=lambda claim: claim.id))) for name, some in its.items())
    return tuple(_LATELY.of(reports.get(name), some, public=public) for name, some in ordered)


def apiece(report: Report | None, claims: tuple[Claim, ...], *, public: bool) -> Apiece:
    """What one report, where it is known, and these claims of it tell."""
    sited = _sited(claims, deliveries=public)
    told = sorted({_span(claim) for claim in claims if claim.id in sited})
    sentences = site_sentences(report.text) if report else ()
    silent = tuple(_silent(report, claims, sentences)) if report else ()
    spans = tuple(sorted({*told, *sentences})) if public else silent
    covered = Runs.of(spans)
    fine = [(place, claim.id in sited) for claim in claims for place in claim.places if is_fine(place)]
    return Apiece(
        report=report,
        claims=claims,
        sited=sited,
        spans=spans,
        covered=covered,
        silent=silent,
        areas=area_names(claims),
        places=frozenset(joined(place.name) for claim in claims for place in claim.places),
        hidden=tuple(dict.fromkeys(marks_of(place) for place, is_held in fine if is_held)),
        others=tuple(dict.fromkeys(marks_of(place) for place, is_held in fine if not is_held)),
        facilities=frozenset(claim.facility for claim in claims if claim.facility and claim.id in sited),
        spoken=spoken_in(claims),
        unquoted=tuple(_unquoted(report, claims, covered)),
        points=points_in(report.text) if report else (),
        names=named_sites(report.text) if report else (),
    )


def _sited(claims: tuple[Claim, ...], *, deliveries: bool) -> frozenset[str]:
    """Ids of the claims that tell where a site is, and of those that share a sentence with one."""
    told = [claim for claim in claims if is_sited(claim, deliveries=deliveries)]
    near = Runs.of(_span(claim) for claim in told)
    shared = {claim.id for claim in claims if near.meet(claim.sentence.start, claim.sentence.end)}
    return frozenset(shared | {claim.id for claim in told})


def _span(claim: Claim) -> Span:
    """From where to where a claim reaches, with the sentence around it."""
    sentence, passage = claim.sentence, claim.passage
    return min(sentence.start, passage.start), max(sentence.end, passage.end)


def _silent(report: Report, claims: tuple[Claim, ...], sentences: tuple[Span, ...]) -> Iterator[Span]:
    """Sentences that speak of a site and of which no claim was read, so that nobody knows what to mask in them."""
    if sentences:
        read = sorted({(claim.sentence.start, claim.sentence.end) for claim in claims})
        for piece in outside(sentences, read):
            if tells_site(report.text[slice(*piece)]):
                yield piece


def _unquoted(report: Report | None, claims: tuple[Claim, ...], covered: Runs) -> Iterator[str]:
    """The words of claims whose report allows none, or that stand where all is held back."""
    right = report.may_redistribute if report else MayRedistribute.NONE
    for claim in claims:
        if not right.allows_quotes or covered.meet(claim.passage.start, claim.passage.end):
            yield claim.passage.words
            yield claim.sentence.words
