"""`clearway roads`: the roads that corridors are planned on."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from clearway.cli.asking import needed
from clearway.cli.options import DEFAULT_LEDGER, Json, Ledger, Places, Roads
from clearway.cli.terminal import emit_json, err, note, out, plural
from clearway.errors import SkipError

if TYPE_CHECKING:
    from collections.abc import Callable

    from clearway.crisis.roads import OnRoads
    from clearway.crisis.roads import Roads as Held

FAILED = 1
SHOWN = 30
"""Crossings, border points and checkpoints that are listed; a country has hundreds of checkpoints."""

app = typer.Typer(no_args_is_help=True, help="The roads that corridors are planned on.")


@app.command()
def add(
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="FILE|FOLDER...",
            help="OpenStreetMap (.osm.pbf, .osm), GeoJSON, a folder with towns.csv and links.csv, a CSV of points.",
            readable=False,
        ),
    ],
    ledger: Ledger = DEFAULT_LEDGER,
    roads: Roads = None,
) -> None:
    """Add roads: OpenStreetMap's, GeoJSON lines, or towns and the links between them as two tables (also FLEE's).

    A file that is already in them adds nothing. Points that two files have in common join them. A table of crossings
    or checkpoints (name, latitude, longitude, kind, hours, status) is put on the roads that are there.
    """
    from clearway.crisis.roads import add_roads, roads_beside

    target = roads or roads_beside(ledger)
    failed = False
    for file in files:
        try:
            with bar() as tell:
                done = add_roads(file, target, on_progress=tell, on_needed=needed)
        except SkipError as refused:
            note(f"refused: {refused}")
            failed = True
            continue
        for told in done.notes:
            note(f"warning: {told}")
        what = "is already in them" if done.already else f"{plural(done.nodes, 'node')}, {plural(done.legs, 'leg')} now"
        note(f"{file}: {what}")
        islands, beyond = done.network.islands, int((done.network.nodes.island > 0).sum())
        if islands > 1 and not done.already:
            note(f"warning: {plural(islands - 1, 'part')} ({plural(beyond, 'node')}) not joined to the largest one")
    if target.exists():
        note(f"your roads are in {target}; `clearway roads show` tells what they hold and whom to name")
    if failed:
        raise typer.Exit(FAILED)


@app.command()
def show(ledger: Ledger = DEFAULT_LEDGER, roads: Roads = None, json: Json = False) -> None:
    """Say what the roads hold, from where, and whom to name wherever they go."""
    from clearway.crisis.roads import roads_beside, roads_held
    from clearway.model import to_json

    held = roads_held(roads or roads_beside(ledger), on_needed=needed)
    if json:
        from dataclasses import asdict

        emit_json(to_json(asdict(held)).decode() + "\n")
        return
    from clearway.cli.showing import slots

    out().print(slots(pairs(held)))


@app.command()
def near(
    place: Annotated[str, typer.Argument(metavar="PLACE", help="A town, a crossing, or latitude,longitude.")],
    within_km: Annotated[float, typer.Option(min=0, help="How far from a road it may lie.")] = 5,
    ledger: Ledger = DEFAULT_LEDGER,
    roads: Roads = None,
    gazetteer: Places = None,
    json: Json = False,
) -> None:
    """Say where a place is on the roads: its node there, how far off, and how that is known."""
    from clearway.crisis import places_beside
    from clearway.crisis.roads import place_on_roads, roads_beside
    from clearway.model import to_json

    target = roads or roads_beside(ledger)
    own = gazetteer or places_beside(ledger)
    found = place_on_roads(place, target, places=own, within_km=within_km, on_needed=needed)
    if json:
        from dataclasses import asdict

        emit_json(to_json(asdict(found)).decode() + "\n")
        return
    out().print(said(found), soft_wrap=True)
    if found.apart:
        note("warning: this part of the roads is not joined to the largest one")
    for caution in found.cautions:
        note(f"roads: {caution}")
    note(f"roads: {found.attribution}")


@contextmanager
def bar() -> "Iterator[Callable[[str, float], None]]":
    """A progress bar on standard error; what it gives is told what is being done, and how much of it is."""
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TimeElapsedColumn())
    console = err()
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task("counting roads", total=1.0)
        yield lambda what, share: progress.update(task, description=what, completed=share)


def pairs(held: "Held") -> Iterator[tuple[str, str]]:
    """What is shown of roads, each thing with its name."""
    west, south, east, north = held.bounds
    yield "file", held.file
    for caution in held.cautions:
        yield "caution", caution
    yield "nodes", f"{held.nodes:,} ({', '.join(f'{kind} {count:,}' for kind, count in held.kinds.items())})"
    yield "legs", f"{held.legs:,}, {sum(held.km.values()):,.0f} km"
    yield "km by class", ", ".join(f"{road} {km:,.0f}" for road, km in held.km.items())
    apart = f"{plural(held.islands - 1, 'part')}, {plural(held.beyond, 'node')}"
    yield "not joined", apart if held.islands > 1 else "nothing"
    yield "from, to", f"{south:.4f}, {west:.4f} to {north:.4f}, {east:.4f}"
    for one in held.guarded[:SHOWN]:
        hours = f", {one.hours}" if one.hours else ""
        yield one.kind, f"{one.name or 'unnamed'} ({one.status}{hours}) · {one.latitude:.4f}, {one.longitude:.4f}"
    if len(held.guarded) > SHOWN:
        yield "and", f"{len(held.guarded) - SHOWN:,} more"
    for source in held.sources:
        yield "source", f"{source.name} ({source.format}{', ' + source.as_of if source.as_of else ''})"
    yield "credit", held.attribution


def said(found: "OnRoads") -> str:
    """Where a place is on the roads, in a sentence."""
    where = f"{found.name} ({found.latitude:.4f}, {found.longitude:.4f}; {found.how})"
    node = f"node {found.node}{' ' + found.called if found.called else ''}"
    if found.snap is None:
        return f"{where}: {node}"
    off, along = found.snap.distance_m, found.snap.node_m
    return f"{where}: {off:,.0f} m from {found.road}; {node} is {along:,.0f} m along it"
