"""How a release leaves through the command line: data on standard output, what was held back beside it."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

from clearway.cli.terminal import emit_csv, emit_json, note, out
from clearway.errors import UsageError
from clearway.model import Release

if TYPE_CHECKING:
    from rich.console import Console

    from clearway.crisis import Crisis


def one_form(*, json: bool, csv: bool) -> None:
    """Raise `UsageError` where two forms are asked for at once."""
    if json and csv:
        raise UsageError("--json --csv", rule="one output has one form", remedy="give one of the two")


def opened(ledger: str, *, gazetteer: Path | None = None) -> "Crisis":
    """The crisis in a ledger, which must be there: an empty one that was just made would only hide a mistyped name."""
    from clearway.crisis import Crisis

    return Crisis.open(existing(ledger), gazetteer=gazetteer, create=False, tell=note)


def existing(ledger: str) -> str:
    """The name of a ledger that is there, if it is a file; whether a database is one is seen when it is opened."""
    from clearway.crisis import is_server

    if not is_server(ledger) and not Path(ledger).exists():
        raise UsageError(
            ledger,
            rule="there is no such ledger",
            remedy="read reports into it first (clearway read), or name another with --ledger",
        )
    return ledger


def claims_out(
    release: Release, *, json: bool, csv: bool, header: bool = True, console: "Console | None" = None
) -> None:
    """Write the claims of a release in the form asked for; without the header, what goes on below others."""
    from clearway import crisis

    if json:
        emit_json(crisis.json_lines(release))
    elif csv:
        emit_csv(crisis.csv_text(release, header=header))
    elif release.claims:
        from clearway.cli.tables import ClaimTable

        (console or out()).print(ClaimTable(release, header=header))


def tell(release: Release) -> None:
    """Say on standard error under which profile this left, and what was held back by which rule."""
    note(release.banner)
    for item in release.withheld:
        note(f"held back: {item.count:,} {item.what} ({item.rule})")


def write(path: Path, text: str) -> None:
    """Write a text as a file, whole or not at all; raises `UsageError` where it cannot be written."""
    write_bytes(path, text.encode("utf-8"))


def write_bytes(path: Path, data: bytes) -> None:
    """Write a file whole or not at all; raises `UsageError` where it cannot be written."""
    half = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        half.write_bytes(data)
        half.replace(path)
    except OSError as error:
        half.unlink(missing_ok=True)
        reason = error.strerror or "it failed"
        raise UsageError(str(path), rule=f"it cannot be written ({reason})", remedy="name another file") from error
