"""`clearway ledger`."""

from pathlib import Path
from typing import Annotated

import typer

from clearway.cli.options import DEFAULT_LEDGER, Ledger
from clearway.cli.terminal import emit_json, note, plural

BANNER = "RESTRICTED: whole texts, names and exact places are inside. Not for publication, not to be passed on."

app = typer.Typer(no_args_is_help=True, help="A ledger as a whole: put two together, or write one as text.")


@app.command()
def merge(
    into: Annotated[Path, typer.Argument(metavar="A", help="The ledger that grows; made where there is none.")],
    others: Annotated[list[Path], typer.Argument(metavar="B...", help="The ledgers to put into it; they stay.")],
) -> None:
    """Put all that B keeps into A: reports, readings, claims and judgements. What A has already is not added again."""
    from clearway.cli.leaving import existing
    from clearway.crisis import Crisis

    for other in others:
        existing(other)
    with Crisis.open(into) as crisis:
        for other in others:
            done = crisis.merge(other)
            told = (plural(done.reports, "report"), plural(done.judgements, "judgement"))
            note(f"{other}: {told[0]} with something new, {told[1]} added to {into}")


@app.command()
def export(ledger: Ledger = DEFAULT_LEDGER) -> None:
    """Write everything that the ledger keeps as JSON lines: the same bytes for the same contents."""
    from clearway.cli.leaving import existing
    from clearway.crisis import Crisis

    with Crisis.open(existing(ledger)) as crisis:
        for line in crisis.export():
            emit_json(line)
    note(BANNER)
