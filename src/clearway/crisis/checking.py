"""A sentence that somebody wants to print, held against what the ledger knows."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from clearway.errors import UsageError
from clearway.model import Claim, MayRedistribute, Query, Relation, Release, Report, fingerprint, spots_of

if TYPE_CHECKING:
    from clearway.ledger import Ledger
    from clearway.picture import Answer, Rulings

MOST_NEAR, MOST_ELSE = 300, 200
"""Claims of one kind that a sentence is held against: of its days, at each of its places and anywhere, and else the
last ones there are. Fewer are all of them."""
AROUND = timedelta(days=31)
"""So much earlier and later than the sentence may be told what it tells."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """The answers to a sentence, and the release that holds its claims and those they are held against."""

    answers: "tuple[Answer, ...]"
    release: Release = field(repr=False)


def sentence_report(sentence: str, day: date) -> Report:
    """The sentence as a report of its own, which is never kept; raises `UsageError` where there is none."""
    text = sentence.strip()
    if not text:
        raise UsageError("sentence", rule="there is no word in it", remedy="give a sentence in quotes")
    return Report(
        text=text,
        document="the sentence",
        sha256=fingerprint(text.encode()),
        publisher="the sentence",
        published=day,
        language="en",
        may_redistribute=MayRedistribute.FULL,
    )


def known_of(ledger: "Ledger", claims: Iterable[Claim], as_of: date | None) -> tuple[Claim, ...]:
    """The claims of the ledger that may speak of the same things: of their kinds, days and places where told."""
    found: dict[str, Claim] = {}
    for claim in claims:
        first = claim.period.first - AROUND if claim.period else None
        last = claim.period.last + AROUND if claim.period else None
        days = Query(kind=claim.kind, as_of=as_of, first=first, last=last, limit=MOST_NEAR)
        ids = [place.resolved.id for place in claim.places if place.resolved]
        for place in (None, *ids):
            found |= {one.id: one for one in ledger.claims(replace(days, place=place))}
        for spot in (None, *(spot.id for spot in spots_of(claim))):
            found |= {one.id: one for one in ledger.claims_at(spot, [claim.kind], most=MOST_ELSE, as_of=as_of)}
    return tuple(found.values())


def checked(
    asked: tuple[Report, tuple[Claim, ...]],
    known: tuple[Claim, ...],
    reports: Iterable[Report],
    rulings: "Rulings",
    sketches: Callable[[Collection[str]], Mapping[str, bytes]],
    release: Callable[..., Release],
) -> Checked:
    """The answers, made of what the gate lets out.

    `sketches` tells what was kept of reports' texts; `release` is the gate, for a profile.
    """
    from clearway.crisis.tying import Entries, Tying
    from clearway.picture import answers, entry_of, ties_of

    own, claims = asked
    of_report = {report.id: report for report in reports}
    entries = Entries(of_report, rulings, sketches)
    ties: list[Relation] = []
    for claim in claims:
        ties += Tying(entry_of(claim, own), entries, lambda *two: ties_of(two[:1], two[1:])).ties(known)
    named = {name for tie in ties for name in (tie.one, tie.other)}
    told = tuple(claim for claim in known if claim.id in named or claim.figure is not None)
    out = release((own, *of_report.values()), (*claims, *told), relations=ties)
    mine = tuple(claim for claim in out.claims if claim.report == own.id)
    others = tuple(claim for claim in out.claims if claim.report != own.id)
    kept = {report.id: report for report in out.reports}
    return Checked(answers=answers(mine, others, out.relations, kept), release=out)
