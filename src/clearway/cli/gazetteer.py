"""`clearway gazetteer` and `clearway resolve`."""

from pathlib import Path
from typing import Annotated

import typer

from clearway.cli.options import DEFAULT_LEDGER, Ledger, Places
from clearway.cli.terminal import note, out

app = typer.Typer(no_args_is_help=True, help="The places that Clearway knows, and your own.")


@app.command()
def add(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="A GeoNames dump or OCHA COD-AB table.")],
    ledger: Ledger = DEFAULT_LEDGER,
    gazetteer: Places = None,
) -> None:
    """Add places of your own: a GeoNames country dump, or OCHA's boundaries and P-codes as CSV or GeoJSON.

    Claims that were read before keep their places until `clearway resolve`.
    """
    from clearway.crisis import add_places, places_beside

    target = gazetteer or places_beside(ledger)
    for file in files:
        for line in add_places(file, target):
            note(line)


@app.command()
def info(ledger: Ledger = DEFAULT_LEDGER, gazetteer: Places = None) -> None:
    """Say what the gazetteer holds, from where, and its hash."""
    from clearway.crisis import gazetteer_info, places_beside

    for line in gazetteer_info(gazetteer or places_beside(ledger)):
        out().print(line)


def resolve(ledger: Ledger = DEFAULT_LEDGER, gazetteer: Places = None) -> None:
    """Resolve the places of all claims again, with the gazetteer as it now is."""
    from clearway.cli.leaving import existing
    from clearway.cli.reading import plural
    from clearway.crisis import Crisis

    with Crisis.open(existing(ledger), gazetteer=gazetteer) as crisis:
        done = crisis.resolve()
    note(f"{plural(done.reports, 'report')} resolved again, {plural(done.claims, 'claim')} changed")
