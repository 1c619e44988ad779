"""`clearway ledger`."""

from typing import Annotated

import typer

from clearway.cli.options import DEFAULT_LEDGER, Ledger
from clearway.cli.terminal import emit_json, note, plural

app = typer.Typer(no_args_is_help=True, help="A ledger as a whole: put two together, copy one, or write one as text.")


@app.command()
def merge(
    into: Annotated[str, typer.Argument(metavar="A", help="The ledger that grows; made where there is none.")],
    others: Annotated[list[str], typer.Argument(metavar="B...", help="The ledgers to put into it; they stay.")],
) -> None:
    """Put all that B keeps into A: reports, readings, claims and judgements. What A has already is not added again."""
    from clearway.cli.leaving import existing
    from clearway.crisis import Crisis, shown

    for other in others:
        existing(other)
    with Crisis.open(into, tell=note) as crisis:
        for other in others:
            done = crisis.merge(other)
            told = (plural(done.reports, "report"), plural(done.judgements, "judgement"))
            note(f"{shown(other)}: {told[0]} with something new, {told[1]} added to {shown(into)}")


@app.command()
def copy(
    ledger: Annotated[str, typer.Argument(metavar="A", help="The ledger to copy; it stays as it is.")],
    into: Annotated[str, typer.Argument(metavar="B", help="A new file, or postgresql://USER@HOST/DATABASE.")],
) -> None:
    """Copy all that A keeps to B, from a file to a server or back: the bytes of its export stay the same.

    Stopped in between, the same command finishes the rest.
    """
    from clearway.cli.leaving import existing
    from clearway.crisis import shown
    from clearway.crisis.merging import copy
    from clearway.crisis.writing import KEPT_BANNER

    done = copy(existing(ledger), into)
    told = (plural(done.reports, "report"), plural(done.judgements, "judgement"))
    note(f"{shown(into)}: {told[0]} and {told[1]} copied from {shown(ledger)}")
    note(f"the exports of both are the same bytes (sha256 {done.sha256})")
    note(KEPT_BANNER)


@app.command()
def export(ledger: Ledger = DEFAULT_LEDGER) -> None:
    """Write everything that the ledger keeps as JSON lines: the same bytes for the same contents."""
    from clearway.cli.leaving import opened
    from clearway.crisis.writing import KEPT_BANNER

    with opened(ledger) as crisis:
        for line in crisis.export():
            emit_json(line)
    note(KEPT_BANNER)
