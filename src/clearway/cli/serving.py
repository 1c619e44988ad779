"""`clearway serve`, and `clearway desk`: what is done about a desk on its own machine."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from clearway.cli.options import DEFAULT_LEDGER, Json, Ledger, Places, Roads
from clearway.cli.terminal import emit_json, note

if TYPE_CHECKING:
    from clearway.web.store import Store

FAILED = 1

DeskFile = Annotated[
    Path | None,
    typer.Option(
        "--desk",
        envvar="CLEARWAY_DESK",
        metavar="FILE",
        help="The desk's own file. Else NAME-desk.db beside the ledger NAME.db.",
        show_default=False,
    ),
]

app = typer.Typer(no_args_is_help=True, help="What is done about a desk on its own machine.")


def serve(
    ledger: Ledger = DEFAULT_LEDGER,
    gazetteer: Places = None,
    roads: Roads = None,
    desk: DeskFile = None,
    host: Annotated[str, typer.Option(help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535, help="The port to listen on.")] = 8765,
    address: Annotated[
        str | None,
        typer.Option(metavar="URL", help="What people open, where a reverse proxy is before it."),
    ] = None,
    accounts: Annotated[bool, typer.Option("--accounts", help="Ask who it is, on this very machine, too.")] = False,
    watch: Annotated[
        Path | None, typer.Option(metavar="FOLDER", help="Where folders lie that a lead may have watched.")
    ] = None,
    makers: Annotated[
        int | None,
        typer.Option(
            min=0,
            max=64,
            help="Processes that make large pages. Else, where people sign in, one for each processor but one.",
            show_default=False,
        ),
    ] = None,
    opens: Annotated[bool, typer.Option("--open/--no-open", help="Open it in a browser.")] = True,
) -> None:
    """Open the desk: pages where a team reads, reviews and plans.

    On your own machine nobody is asked for a password. Everywhere else people sign in; the first start prints the
    link by which the first lead comes in.
    """
    from clearway.crisis import desk_beside
    from clearway.crisis.asking import make_folder
    from clearway.web import Settings
    from clearway.web.serving import serve as run

    kept = desk or desk_beside(ledger)
    make_folder(kept)
    settings = Settings(
        ledger=ledger,
        desk=kept,
        gazetteer=gazetteer,
        roads=roads,
        host=host,
        port=port,
        address=address.rstrip("/") if address else None,
        accounts=accounts,
        watch=watch,
        page_makers=makers,
    )

    def open_browser() -> None:
        if opens and not settings.has_accounts:
            typer.launch(settings.url)

    run(settings, tell=note, on_start=open_browser)


@app.command("audit")
def audit(
    ledger: Ledger = DEFAULT_LEDGER,
    desk: DeskFile = None,
    known: Annotated[str | None, typer.Option(metavar="HASH", help="A hash that was noted earlier.")] = None,
    json: Json = False,
) -> None:
    """Check that nobody changed the log of what was done; prints its last hash, to be noted elsewhere."""
    import json as written
    from dataclasses import asdict

    from clearway.web.accounts.audit import verify

    with _store(ledger, desk) as store:
        found = verify(store, known=known)
    if json:
        emit_json(written.dumps(asdict(found)) + "\n")
    elif found.broken is None:
        typer.echo("1 entry holds" if found.entries == 1 else f"{found.entries:,} entries hold")
        typer.echo(f"last hash: {found.last}")
    if found.broken is not None:
        note(f"entry {found.broken} does not hold: {found.why}")
        raise typer.Exit(FAILED)


@app.command("link")
def link(
    name: Annotated[str, typer.Argument(help="For whom.")],
    role: Annotated[list[str], typer.Option("--role", help="reader, analyst, lead or officer; may be given again.")],
    ledger: Ledger = DEFAULT_LEDGER,
    desk: DeskFile = None,
) -> None:
    """Make a one-time link by which a person chooses a (new) password; the way back in for a lead who lost theirs."""
    from clearway.web.accounts.people import link_for

    with _store(ledger, desk) as store:
        typer.echo(f"/join/{link_for(store, name, role)}")
    note("put the desk's address before it; it works once, for two days")


@app.command("backup")
def backup(
    file: Annotated[Path, typer.Argument(help="The copy, a file that is not there yet.")],
    ledger: Ledger = DEFAULT_LEDGER,
    desk: DeskFile = None,
) -> None:
    """Copy the desk's own file (people, log, what waits) as it is at one moment, while the desk goes on."""
    with _store(ledger, desk) as store:
        store.backup(file)


def _store(ledger: str, desk: Path | None) -> "Store":
    from clearway.crisis import desk_beside
    from clearway.web.store import Store

    return Store.open(desk or desk_beside(ledger), create=False)
