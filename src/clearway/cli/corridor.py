"""`clearway corridor`: ways through, what speaks against them, and on which claims that hangs."""

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from clearway.cli.asking import days, needed, patience
from clearway.cli.keeping import record, watch, withdraw
from clearway.cli.options import DEFAULT_LEDGER, Age, Avoid, By, Day, Json, Ledger, Near, Places, Roads, Unverified
from clearway.cli.seeing import report
from clearway.cli.terminal import emit_json, note, out, plural

HOUR = typer.Option(formats=["%H:%M"], metavar="HH:MM", help="The hour of leaving, for the hours of crossings.")
app = typer.Typer(no_args_is_help=True, help="Ways through, with the claims that make each leg dangerous or unknown.")


app.command("record")(record)
app.command("watch")(watch)
app.command("withdraw")(withdraw)
app.command("report")(report)


@app.command("plan")
def plan(
    origin: Annotated[str, typer.Option("--from", metavar="PLACE", help="A town, a crossing, or latitude,longitude.")],
    destination: Annotated[str, typer.Option("--to", metavar="PLACE", help="Where to.")],
    as_of: Annotated[datetime | None, Day] = None,
    depart: Annotated[datetime | None, Day] = None,
    at: Annotated[datetime | None, HOUR] = None,
    max_age: Age = "7d",
    vehicle: By = "car",
    show_unverified: Unverified = False,
    avoid: Avoid = None,
    people: Annotated[str | None, typer.Option(metavar="N", help="Tell how long so many (or LOW..HIGH) take.")] = None,
    within_km: Near = 5,
    ledger: Ledger = DEFAULT_LEDGER,
    roads: Roads = None,
    gazetteer: Places = None,
    json: Json = False,
    output: Annotated[
        list[Path] | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Also write a page .html, a card .pdf, .geojson, .gpx, .kml, .csv, .svg.",
        ),
    ] = None,
) -> None:
    """List the ways between two places, the least dangerous first, each leg with the claims that bear on it.

    No way is called safe. A leg of which nobody's word counts, or only an old one, is unknown, and a way over it is not
    recommended; that no way can be recommended is an answer. Danger ranks legs and is no probability.
    """
    from clearway.cli.leaving import opened, write_bytes
    from clearway.cli.moves import lines_of
    from clearway.cli.plans import PlanSheet
    from clearway.crisis.corridors import Ask, planned, written
    from clearway.crisis.moving import people_of
    from clearway.crisis.roads import roads_beside
    from clearway.model import to_json

    with opened(ledger, gazetteer=gazetteer) as crisis:
        ask = Ask(
            origin=origin,
            destination=destination,
            vehicle=vehicle,
            as_of=as_of.date() if as_of else crisis.today,
            depart=depart.date() if depart else None,
            at=at.time() if at else None,
            max_age=days(max_age),
            show_unverified=show_unverified,
            avoid=tuple(avoid or ()),
            within_km=within_km,
            people=people_of(people) if people else None,
        )
        with patience():
            found = planned(crisis, roads or roads_beside(ledger), ask, on_needed=needed)
    if json:
        emit_json(to_json(found.plan).decode() + "\n")
    else:
        out().print(PlanSheet(found.plan, found.release))
        for line in lines_of(found.plan.many) if found.plan.many else ():
            out().print(line)
    for file in output or ():
        write_bytes(file, written(found, file.suffix))
        note(f"{file} is written; it is restricted like the plan")
    note(found.release.banner)
    for credit in found.plan.attribution:
        note(f"roads: {credit}")
    if found.plan.hidden:
        note(f"{plural(found.plan.hidden, 'way')} not shown, as unknown in part (--show-unverified)")
