"""All that a release must not tell, gathered once from all its records before any of them goes out."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from clearway.exports import areas, people
from clearway.exports.apiece import Apiece, pieces
from clearway.exports.areas import Areas, Hidden
from clearway.exports.masking import Terms, apply, find, merge, terms
from clearway.exports.people import Known, Spoken
from clearway.exports.quoting import Unquotable, unquotable
from clearway.exports.runs import NO_RUNS, Edit, Runs, Shifts
from clearway.exports.sites import tells_site
from clearway.exports.telling import apart
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
    by_id = {report.id: report for report in reports}
    each = pieces(by_id, claims, public=profile is Profile.PUBLIC)
    wide = _wide(each)
    hidden = areas.hide(
        (one for piece in each for one in piece.hidden),
        (one for piece in each for one in piece.others),
        {facility for piece in each for facility in piece.facilities},
        wide,
    )
    spoken = people.all_of(piece.spoken for piece in each)
    known = people.known_names(reports, claims, frozenset(wide).union(*(piece.places for piece in each)), spoken)
    persons, held = _held(reports, spoken, known, hidden)
    edits = {name: _edits(piece, held, wide) for piece in each if piece.report for name in (piece.report.id,)}
    return Screen(
        profile=profile,
        reports=by_id,
        held=held,
        hidden=hidden,
        persons=persons,
        known=known,
        sited=frozenset().union(*(piece.sited for piece in each)),
        covered={name: piece.covered for name, piece in _named(each)},
        silent={name: piece.silent for name, piece in _named(each)},
        edits=edits,
        shifts={key: Shifts.of(made) for key, made in edits.items()},
        texts={name: apply(report.text, edits[name]) for name, report in by_id.items()},
        words=_words(reports, each),
    )


def _named(each: Iterable[Apiece]) -> Iterator[tuple[str, Apiece]]:
    """The pieces by the ids of their reports."""
    return ((piece.report.id if piece.report else piece.claims[0].report, piece) for piece in each)


def _wide(each: Iterable[Apiece]) -> Areas:
    """All areas that are spoken of."""
    wide: Areas = {}
    for piece in each:
        for name, countries in piece.areas.items():
            wide.setdefault(name, set()).update(countries)
    return wide


def _held(reports: tuple[Report, ...], spoken: Spoken, known: Known, hidden: Hidden) -> tuple[frozenset[str], Terms]:
    """The names of persons that are held back, and the terms for these and for hidden places."""
    senders = people.senders(reports, known)
    private = people.private_names(spoken, known)
    named = [*people.held_names(private, spoken, known), *((name, people.MARK, False) for name in sorted(senders))]
    placed = [(phrase, mark, False) for phrase, mark in sorted(hidden.phrases)]
    public = _kept(people.public_names(reports, spoken), terms(named), terms(placed))
    return private | senders, terms([*named, *placed, *public])


def _edits(piece: Apiece, held: Terms, wide: Areas) -> tuple[Edit, ...]:
    """The marks that stand in a report's text instead of what is held back."""
    text = piece.report.text if piece.report else ""
    sites = apart([one.edit for one in piece.names if one.key not in wide])
    return tuple(merge(piece.spans, NARRATIVE_MARK, apart([*find(text, held, points=piece.points), *sites])))


def _kept(public: Iterable[str], named: Terms, placed: Terms) -> list[tuple[str, str, bool]]:
    """Names of offices and publishers in which no mark is put, though they begin like a person that is held back."""
    return [(name, "", False) for name in sorted(public) if find(name, named) and not find(name, placed)]


def _words(reports: Iterable[Report], each: Iterable[Apiece]) -> Unquotable:
    """The words of reports that allow none, and of the spans that are held back whole."""
    texts = [report.text for report in reports if not report.may_redistribute.allows_quotes]
    quotes = [
        report.title
        for report in reports
        if report.title and (not report.may_redistribute.allows_quotes or tells_site(report.title))
    ]
    for piece in each:
        quotes += piece.unquoted
        if piece.report:
            texts += [piece.report.text[first:last] for first, last in piece.spans]
    return unquotable(texts, quotes)
