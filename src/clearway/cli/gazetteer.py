"""`clearway gazetteer` and `clearway resolve`."""

from pathlib import Path
from typing import Annotated

import typer

from clearway.cli.options import DEFAULT_LEDGER, Json, Ledger, Places
from clearway.cli.terminal import emit_json, note, out, plural
from clearway.errors import SkipError

FAILED = 1

app = typer.Typer(no_args_is_help=True, help="The places that Clearway knows, and your own.")


@app.command()
def add(
    files: Annotated[
        list[Path],
        typer.Argument(metavar="FILE...", help="A GeoNames dump or OCHA COD-AB table.", readable=False),
    ],
    ledger: Ledger = DEFAULT_LEDGER,
    gazetteer: Places = None,
) -> None:
    """Add places of your own: a GeoNames country dump, or OCHA's boundaries and P-codes as CSV or GeoJSON.

    Claims that were read before keep their places until `clearway resolve`.
    """
    from clearway.crisis import add_places, places_beside

    target = gazetteer or places_beside(ledger)
    failed = False
    for file in files:
        try:
            done = add_places(file, target)
        except SkipError as refused:
            note(f"refused: {refused}")
            failed = True
            continue
        for warning in done.warnings:
            note(f"warning: {warning}")
        known = (
            "is already in it" if done.already else f"{done.added:,} new places, {done.merged:,} joined with known ones"
        )
        note(f"{file}: {known}")
    if target.exists():
        note(f"your places are in {target}; `clearway resolve` resolves the claims of a ledger again")
    if failed:
        raise typer.Exit(FAILED)


@app.command()
def info(ledger: Ledger = DEFAULT_LEDGER, gazetteer: Places = None, json: Json = False) -> None:
    """Say what the gazetteer holds, from where, and its hash."""
    from clearway.cli.showing import slots
    from clearway.crisis import gazetteer_holdings, places_beside
    from clearway.model import to_json

    for held in gazetteer_holdings(gazetteer or places_beside(ledger)):
        if json:
            row = {"file": str(held.path), "places": held.places, "sha256": held.sha256}
            emit_json(to_json(row | {"added": held.files, "credit": held.credit}).decode() + "\n")
            continue
        pairs = [("file", str(held.path)), ("places", f"{held.places:,}"), ("sha256", held.sha256)]
        pairs += [("added", name) for name in held.files] + [("credit", held.credit)]
        out().print(slots(iter(pairs)), "")


def resolve(ledger: Ledger = DEFAULT_LEDGER, gazetteer: Places = None) -> None:
    """Resolve the places of all claims again, with the gazetteer as it now is."""
    from clearway.cli.leaving import opened

    with opened(ledger, gazetteer=gazetteer) as crisis:
        done = crisis.resolve()
    note(f"{plural(done.reports, 'report')} resolved again, {plural(done.claims, 'claim')} changed")
