"""One report or claim as a screen lets it out."""

from collections import Counter
from urllib.parse import unquote, urlsplit, urlunsplit

from clearway.exports import rules
from clearway.exports.altered import altered
from clearway.exports.areas import coarsened, scrubbed, without_point
from clearway.exports.masking import POINT_MARK, find, masked
from clearway.exports.people import named_or_not
from clearway.exports.quoting import is_quote, shortened
from clearway.exports.runs import UNMOVED
from clearway.exports.screen import Screen
from clearway.exports.sites import common_word, is_fine, is_proper, sensitivity, tells_site
from clearway.model import Claim, Figure, Level, Passage, Place, Profile, Report, Sensitivity


def released_report(report: Report, guard: Screen, counts: Counter[str]) -> Report:
    """The report with the text, title and address that may be told; never the name of the user's own file."""
    text = guard.texts[report.id] if guard.tells_text(report.id) else ""
    counts[rules.NO_TEXT.name] += bool(report.text) and not guard.tells_text(report.id)
    if text:
        counts[rules.NARRATIVE.name] += len(guard.silent[report.id])
        counts[rules.DISTRICT.name] += sum(mark == POINT_MARK for _, _, mark in guard.edits[report.id])
    return altered(
        report,
        text=text,
        document=report.id,
        title=released_title(report, guard),
        publisher=masked(report.publisher, guard.held) if report.publisher else None,
        licence=masked(report.licence, guard.held) if report.licence else None,
        url=_address(report.url, guard),
        notes=(),
    )


def released_title(report: Report, guard: Screen) -> str | None:
    """A title is words of the report, and may tell of a site that no claim was read from."""
    if not report.title or not guard.quotes(report.id):
        return None
    if guard.profile is Profile.PUBLIC and tells_site(report.title):
        return None
    return masked(report.title, guard.held)


def _address(url: str | None, guard: Screen) -> str | None:
    """The address without who logged in; only its host where the rest tells what is held back."""
    if not url:
        return None
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or find(host, guard.held, any_case=True):
        return None
    told = unquote(" ".join((parts.path, parts.query, parts.fragment)))
    sited = guard.profile is Profile.PUBLIC and tells_site(told)
    if sited or find(told, guard.held, any_case=True):
        return urlunsplit((parts.scheme, host, "/", "", ""))
    return urlunsplit((parts.scheme, parts.netloc.rpartition("@")[2], parts.path, parts.query, parts.fragment))


def released_claim(claim: Claim, guard: Screen, counts: Counter[str]) -> Claim:
    """The claim with the words, names and places that may be told, under its own id."""
    passage = _passage(claim, claim.passage, guard, counts)
    chain = tuple(named_or_not(source, guard.known) for source in claim.attribution.chain)
    told = tuple(altered(source, name=masked(source.name, guard.held)) for source in chain)
    return altered(
        claim,
        passage=passage,
        sentence=_passage(claim, claim.sentence, guard)
        if guard.tells_text(claim.report)
        else _wordless(claim.sentence),
        attribution=altered(claim.attribution, chain=told, cue=_slot(claim, claim.attribution.cue, guard)),
        figure=_figure(claim, guard),
        group=_slot(claim, claim.group, guard),
        actor=_slot(claim, claim.actor, guard),
        cause=_slot(claim, claim.cause, guard),
        facility=_facility(claim, guard, counts),
        places=tuple(_place(claim, place, guard, counts) for place in claim.places),
        sensitivity=sensitivity(claim),
        names=(),
        doubts=(),
    )


def _wordless(passage: Passage) -> Passage:
    return altered(passage, words="")


def _passage(claim: Claim, passage: Passage, guard: Screen, counts: Counter[str] | None = None) -> Passage:
    """The passage in the released text; where none is released, its words alone, or nothing."""
    counts = Counter() if counts is None else counts
    report = guard.reports[claim.report]
    if not guard.quotes(report.id):
        counts[rules.NO_WORDS.name] += 1
        return _wordless(passage)
    shifts = guard.shifts[report.id]
    start = shifts.moved(passage.start, is_end=False)
    end = max(shifts.moved(passage.end, is_end=True), start)
    words = guard.texts[report.id][start:end]
    covered = guard.covers(report.id, passage.start, passage.end)
    counts[rules.NARRATIVE.name] += covered
    if guard.tells_text(report.id):
        return Passage(report=report.id, start=start, end=end, words=words)
    short = shortened(words)
    counts[rules.LONG_QUOTE.name] += short != words
    return altered(passage, words="" if covered else short)


def _slot(claim: Claim, value: str | None, guard: Screen) -> str | None:
    """The slot's words, masked; nothing where they would be a quote that may not be made."""
    if value is None:
        return None
    covered = guard.covers(claim.report, claim.passage.start, claim.passage.end)
    if (covered or not guard.quotes(claim.report)) and is_quote(value, claim.passage.words):
        return None
    return masked(value, guard.held)


def _figure(claim: Claim, guard: Screen) -> Figure | None:
    figure = claim.figure
    if figure is None:
        return None
    unit = masked(figure.unit, guard.held)
    if figure.whole is None:
        return altered(figure, unit=unit)
    words = _slot(claim, figure.whole.words, guard) or ""
    return altered(figure, unit=unit, whole=altered(figure.whole, words=words))


def _facility(claim: Claim, guard: Screen, counts: Counter[str]) -> str | None:
    """What kinds of facility, never which."""
    if claim.facility is None:
        return None
    kinds = [common_word(name) if is_proper(name) else name for name in claim.facility.split("; ")]
    counts[rules.FACILITY_NAME.name] += sum(is_proper(name) for name in claim.facility.split("; "))
    return _slot(claim, "; ".join(kinds), guard)


def _place(claim: Claim, place: Place, guard: Screen, counts: Counter[str]) -> Place:
    sited = claim.id in guard.sited
    severe = sensitivity(claim) is Sensitivity.SEVERE
    told = guard.tells_text(claim.report)
    shifts = guard.shifts[claim.report] if told else UNMOVED
    start, end = shifts.moved(place.start, is_end=False), shifts.moved(place.end, is_end=True)
    if is_fine(place) and (sited or guard.hidden.holds(place)):
        counts[(rules.PROVINCE if severe else rules.DISTRICT).name] += 1
        area = coarsened(place, at=start, level=Level.ADM1 if severe else Level.ADM2)
        return scrubbed(area, guard.held, guard.hidden, start=start, end=start)
    out = scrubbed(place, guard.held, guard.hidden, start=start, end=max(start, end))
    return without_point(out) if sited and guard.profile is Profile.PUBLIC else out
