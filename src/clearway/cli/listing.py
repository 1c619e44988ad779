"""`clearway claims` and `clearway show`."""

from dataclasses import replace
from datetime import datetime
from typing import Annotated

import typer

from clearway.cli.options import DEFAULT_LEDGER, Csv, Json, Ledger, Profile
from clearway.cli.terminal import note, out, plural
from clearway.errors import UsageError
from clearway.model import Profile as ProfileName

DAY = ["%Y-%m-%d"]


def claims(
    kind: Annotated[str | None, typer.Option(help="Of this kind (`clearway kinds` lists them).")] = None,
    place: Annotated[str | None, typer.Option(help="At a place: part of its name, or a whole P-code.")] = None,
    box: Annotated[
        str | None, typer.Option(metavar="W,S,E,N", help="At a place that may reach into this box of degrees.")
    ] = None,
    first: Annotated[datetime | None, typer.Option("--from", formats=DAY, metavar="DAY", help="On or after.")] = None,
    last: Annotated[datetime | None, typer.Option("--to", formats=DAY, metavar="DAY", help="On or before.")] = None,
    source: Annotated[str | None, typer.Option(help="Said by: part of a speaker's or publisher's name.")] = None,
    text: Annotated[str | None, typer.Option(help='Words of the sentence or title; "phrases" in quotes.')] = None,
    report: Annotated[str | None, typer.Option(help="In this report: its id, or the start of it.")] = None,
    limit: Annotated[int | None, typer.Option(min=0, help="No more than this many.")] = None,
    ledger: Ledger = DEFAULT_LEDGER,
    profile: Profile = ProfileName.RESTRICTED,
    json: Json = False,
    csv: Csv = False,
) -> None:
    """List the claims in the ledger; every condition that is given must hold.

    A claim that names no days stands for the day on which it was published.
    """
    from clearway.cli.leaving import claims_out, one_form, opened, tell
    from clearway.crisis.seeking import box_of
    from clearway.model import Query

    one_form(json=json, csv=csv)
    days = (first.date() if first else None, last.date() if last else None)
    if days[0] and days[1] and days[1] < days[0]:
        raise UsageError(
            "--from --to", rule=f"{days[1]} comes before {days[0]}", remedy="give the earlier day to --from"
        )
    query = Query(
        kind=kind,
        place=place,
        box=box_of(box, "--box") if box else None,
        first=days[0],
        last=days[1],
        source=source,
        text=text,
        report=report,
        limit=limit,
    )
    with opened(ledger) as crisis:
        release = crisis.claims(query, profile=profile)
    claims_out(release, json=json, csv=csv)
    tell(release)
    note(f"{plural(len(release.claims), 'claim')} in {plural(len(release.reports), 'report')}")


def show(
    claim: Annotated[str, typer.Argument(metavar="ID", help="The claim's id, or the start of it.")],
    ledger: Ledger = DEFAULT_LEDGER,
    profile: Profile = ProfileName.RESTRICTED,
    json: Json = False,
) -> None:
    """Show one claim: its sentence with the words marked, who says so, every slot, and what it is to other claims."""
    from clearway.cli.leaving import claims_out, opened, tell

    with opened(ledger) as crisis:
        release = crisis.show(claim, profile=profile)
    if json:
        claims_out(replace(release, claims=release.claims[:1]), json=True, csv=False)
    else:
        from clearway.cli.showing import ClaimSheet

        for found in release.claims[:1]:
            out().print(ClaimSheet(found, release))
    tell(release)
