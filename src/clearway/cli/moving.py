"""`clearway corridor move`: how long many people take over the roads of a day, and what holds them up."""

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from clearway.cli.asking import days, needed, patience
from clearway.cli.options import DEFAULT_LEDGER, Age, Avoid, By, Day, Json, Ledger, Near, Places, Roads, Unverified
from clearway.cli.terminal import emit_json, note, out


def move(
    origin: Annotated[
        list[str],
        typer.Option("--from", metavar="PLACE[=PEOPLE]", help="N or LOW..HIGH people; else those the picture counts."),
    ],
    destination: Annotated[list[str], typer.Option("--to", metavar="PLACE[=ROOM]", help="Where to; room for so many.")],
    as_of: Annotated[datetime | None, Day] = None,
    max_age: Age = "7d",
    vehicle: By = "car",
    people_a_vehicle: Annotated[str | None, typer.Option(metavar="LOW..HIGH", help="How many go in each.")] = None,
    flow: Annotated[
        str | None, typer.Option(metavar="LOW..HIGH", help="Cars (or people on foot) an hour that a lane passes.")
    ] = None,
    show_unverified: Unverified = False,
    avoid: Avoid = None,
    within_km: Near = 5,
    ledger: Ledger = DEFAULT_LEDGER,
    roads: Roads = None,
    gazetteer: Places = None,
    json: Json = False,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE.csv", help="Also write who goes which way.")
    ] = None,
) -> None:
    """Tell how long it takes until all have left, by which ways they go, and what holds them up.

    A closed leg carries nobody. One in severe danger, or of which nobody's word counts, only with --show-unverified,
    and then no movement is recommended. Times are a range: the fewest people on lanes that pass most, the most people
    on lanes that pass least.
    """
    from clearway.cli.leaving import opened, write_bytes
    from clearway.cli.moves import MoveSheet
    from clearway.crisis.moving import Moving, moved, movement_file, parted, people_of, range_of, room_of
    from clearway.crisis.roads import roads_beside
    from clearway.model import to_json

    origins = [(place, people_of(number) if number else None) for place, number in map(parted, origin)]
    targets = [(place, room_of(number) if number else None) for place, number in map(parted, destination)]
    with opened(ledger, gazetteer=gazetteer) as crisis:
        ask = Moving(
            origins=origins,
            destinations=targets,
            as_of=as_of.date() if as_of else crisis.today,
            vehicle=vehicle,
            max_age=days(max_age),
            unverified=show_unverified,
            flow=range_of(flow) if flow else None,
            people_a_vehicle=range_of(people_a_vehicle) if people_a_vehicle else None,
            within_km=within_km,
            avoid=tuple(avoid or ()),
        )
        with patience():
            found = moved(crisis, roads or roads_beside(ledger), ask, on_needed=needed)
    if json:
        emit_json(to_json(found.move).decode() + "\n")
    else:
        out().print(MoveSheet(found.move, found.release))
    if output:
        write_bytes(output, movement_file(found, output.suffix))
        note(f"{output} is written; it is restricted like the movement")
    note(found.release.banner)
    for credit in found.move.attribution:
        note(f"roads: {credit}")
