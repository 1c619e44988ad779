"""`clearway check`."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import typer

from clearway.cli.options import DEFAULT_LEDGER, Day, Json, Ledger, Profile
from clearway.cli.terminal import emit_json, note, one_line, out, plural
from clearway.display import words
from clearway.model import Claim, Release
from clearway.model import Profile as ProfileName

if TYPE_CHECKING:
    from clearway.crisis import Checked
    from clearway.model import Relation

SHOWN = 6
"""Claims of one sort that are shown for each claim of the sentence."""


def check(
    sentence: Annotated[str, typer.Argument(metavar="SENTENCE", help="What you want to print, in quotes.")],
    as_of: Annotated[datetime | None, Day] = None,
    ledger: Ledger = DEFAULT_LEDGER,
    profile: Profile = ProfileName.RESTRICTED,
    json: Json = False,
) -> None:
    """Hold a sentence against all that is known: what supports it, what contradicts it, and how to attribute it."""
    from clearway.cli.leaving import opened, tell
    from clearway.crisis import answer_lines

    with opened(ledger) as crisis:
        checked = crisis.check(sentence, as_of=as_of.date() if as_of else None, profile=profile)
    if json:
        emit_json(answer_lines(checked))
    else:
        for line in told(checked):
            out().print(line, soft_wrap=False)
    tell(checked.release)
    note(plural(len(checked.answers), "claim") + " in the sentence")


def told(checked: "Checked") -> Iterator[str]:
    """The answers in plain lines."""
    claims = {claim.id: claim for claim in checked.release.claims}
    for answer in checked.answers:
        claim = claims[answer.claim]
        by = support(len(answer.supports), answer.origins)
        yield f"{words.kind(claim.kind)}: “{one_line(claim.passage.words)}” is {answer.verdict}{by}"
        for name, ties in (("supports it", answer.supports), ("contradicts it", answer.contradicts)):
            yield from shown(name, ties, claim.id, claims, checked.release)
        if not answer.supports and not answer.contradicts:
            yield from shown("beside it", answer.beside, claim.id, claims, checked.release)
        if answer.attribution:
            yield f"  to print: {one_line(answer.attribution)}"
        for one in answer.sums:
            yield f"  {'note' if one.disjoint else 'refused'}: {one_line(one.words)}"


def support(claims: int, origins: int | None) -> str:
    """How many claims support it, and from how many origins they come."""
    return f", by {claims} claims from {plural(origins, 'origin')}" if claims > 1 and origins is not None else ""


def shown(
    name: str, ties: "Iterable[Relation]", claim: str, claims: dict[str, Claim], release: Release
) -> Iterator[str]:
    """Claims that are something to a claim of the sentence: who says so, when, on what basis, and what they are."""
    reports = {report.id: report for report in release.reports}
    ties = tuple(ties)
    for tie in ties[:SHOWN]:
        other = claims.get(tie.other if tie.one == claim else tie.one)
        if other is None:
            continue
        report = reports.get(other.report)
        day = words.day(report.published) if report and report.published else "no date"
        by = f"{words.sources(other)}, {report.publisher or 'unknown publisher' if report else ''}, {day}"
        said = f"“{one_line(other.passage.words)}”" if other.passage.words else "(its words are held back)"
        days = f", {words.period(other.period)}" if other.period else ""
        yield f"  {name}: {said} ({one_line(by)}{days}) {other.id}: {tie.tie}, {tie.reason}"
    if len(ties) > SHOWN:
        yield f"  {name}: {len(ties) - SHOWN} more (--json lists them)"
