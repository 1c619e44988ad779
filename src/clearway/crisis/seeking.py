"""Claims sought by conditions, a page at a time, without a condition telling what the gate holds back."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from clearway.crisis.asking import kinds
from clearway.errors import UsageError
from clearway.model import Box, Candidate, Claim, Place, Profile, Query, Release, Report

if TYPE_CHECKING:
    from clearway.crisis.api import Crisis

AT_ONCE = 100
MOST_ROUNDS = 20
"""Lots of claims that are looked at for one page of whoever may not see all; then more conditions are asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """Claims as the gate lets them out with their reports, and where the next page begins.

    `cut` says that there may be more that was not looked at.
    """

    release: Release
    after: str | None
    cut: bool = False


def seek(crisis: "Crisis", query: Query, *, most: int, after: str | None = None, profile: Profile) -> Sought:
    """The first `most` claims asked for, behind those of an earlier page.

    Under a profile that holds something back, a claim is found only by what is let out of it: whoever asked for a
    name that is masked would else learn that it is there. Raises `UsageError` for an `after` that no page gave.
    """
    behind = _claim_of(crisis, after) if after else None
    if profile is Profile.RESTRICTED:
        found = crisis.claims(replace(query, after=behind.id if behind else None, limit=most + 1), profile=profile)
        return Sought(release=_first(found, most), after=_after(found, most))
    if query.kind:
        kinds().named(query.kind)
    seen: list[Claim] = []
    reports: dict[str, Report] = {}
    for _ in range(MOST_ROUNDS):
        asked = replace(query, after=behind.id if behind else None, limit=AT_ONCE)
        with crisis.ledger.moment():
            kept = tuple(crisis.ledger.claims(asked))
            held = {report.id: report for report in crisis.ledger.reports_named(claim.report for claim in kept)}
            named = [held[name] for name in dict.fromkeys(claim.report for claim in kept)]
            release = crisis.release(named, kept, profile=profile)
        reports |= {report.id: report for report in release.reports}
        seen += _told(query, kept, held, release)
        done = len(kept) < AT_ONCE
        if done or len(seen) > most:
            break
        behind = kept[-1]
    found = replace(release, claims=tuple(seen), reports=tuple(reports.values()))
    return Sought(release=_first(found, most), after=_after(found, most), cut=not done and len(seen) <= most)


def _first(found: Release, most: int) -> Release:
    claims = found.claims[:most]
    named = {claim.report for claim in claims}
    return replace(found, claims=claims, reports=tuple(one for one in found.reports if one.id in named))


def _after(found: Release, most: int) -> str | None:
    if len(found.claims) <= most:
        return None
    last = found.claims[most - 1]
    return f"{last.report}_{last.id}"


def _claim_of(crisis: "Crisis", after: str) -> Claim:
    """The claim at which a page ended, by its report and the id that it has for whoever asks."""
    from clearway.exports import released_as

    report, _, name = after.partition("_")
    held = tuple(crisis.ledger.claims(Query(report=report)))
    found = next((claim for claim in held if claim.id == name), None) or released_as(name, held)
    if found is None:
        rule = "it is no place in a list of claims"
        raise UsageError(repr(after), rule=rule, remedy="begin at the first page")
    return found


def _told(query: Query, kept: tuple[Claim, ...], held: Mapping[str, Report], release: Release) -> list[Claim]:
    """The released claims of which what is asked for may be told."""
    from clearway.exports.keys import released_ids

    ids = released_ids(kept)
    inside = {ids[claim.id]: claim for claim in kept}
    reports = {report.id: report for report in release.reports}
    found = []
    for claim in release.claims:
        if claim.report in reports:
            sides = (inside[claim.id], held[claim.report]), (claim, reports[claim.report])
            if _text_told(query, *sides) and _place_told(query, *sides) and _source_told(query, *sides):
                found.append(claim)
    return found


def _text_told(query: Query, inside: tuple[Claim, Report], outside: tuple[Claim, Report]) -> bool:
    from clearway.ledger.searching import phrases
    from clearway.ledger.stemming import words_of

    (own, its), (claim, report) = inside, outside
    if query.text is None or (own.sentence.words, its.title) == (claim.sentence.words, report.title):
        return True
    told = (claim.sentence.words, claim.passage.words, report.title or "")
    texts = [f" {' '.join(words_of(text))} " for text in told]
    return all(any(f" {' '.join(words_of(one))} " in text for text in texts) for one in phrases(query.text))


def _place_told(query: Query, inside: tuple[Claim, Report], outside: tuple[Claim, Report]) -> bool:
    from clearway.places.folding import fold

    own, claim = inside[0], outside[0]
    if (query.place is None and query.box is None) or own.places == claim.places:
        return True
    if query.box is not None:
        return False  # boxes drawn smaller and smaller would lead to the point that is held back
    asked = query.place or ""
    names = {name for place in claim.places for name in _names(place)}
    return any(fold(asked) in fold(name) for name in names) or asked.strip().casefold() in _codes(claim.places)


def _names(place: Place) -> Iterable[str]:
    yield place.name
    for spot in (place.resolved, place.within):
        if spot is not None:
            yield from (name for name in (spot.name, spot.adm1, spot.adm2) if name)


def _codes(places: Iterable[Place]) -> set[str]:
    spots: list[Candidate | None] = [spot for place in places for spot in (place.resolved, place.within)]
    return {str(code).casefold() for spot in spots if spot for code in (spot.id, spot.pcode) if code}


def _source_told(query: Query, inside: tuple[Claim, Report], outside: tuple[Claim, Report]) -> bool:
    from clearway.places.folding import fold

    (own, its), (claim, report) = inside, outside
    if query.source is None or (own.attribution, its.publisher) == (claim.attribution, report.publisher):
        return True
    voices = [source.name for source in claim.attribution.chain] + [report.publisher or ""]
    return any(fold(query.source) in fold(voice) for voice in voices)


def box_of(text: str, what: str) -> Box:
    """A box written as its western, southern, eastern and northern bound; `what` is what its writer calls it.

    Raises `UsageError` for anything else.
    """
    try:
        west, south, east, north = map(float, text.split(","))
        return Box(west=west, south=south, east=east, north=north)
    except ValueError as error:
        rule = "a box is four numbers of degrees: west, south, east, north"
        raise UsageError(f"{what} {text}", rule=rule, remedy="write it as 36.1,35.5,37.2,36.4") from error
