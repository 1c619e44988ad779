"""`clearway read`."""

import os
import sys
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from clearway.cli.options import DEFAULT_LEDGER, Csv, Day, Json, Ledger, Places, Profile
from clearway.cli.terminal import err, note, one_line, plural
from clearway.model import Hints, MayRedistribute
from clearway.model import Profile as ProfileName

if TYPE_CHECKING:
    from clearway.crisis import Outcome, ReadSummary

FAILED = 1


def read(
    paths: Annotated[
        list[Path],
        # readable: what may not be read is refused by itself, and the others are read
        typer.Argument(metavar="FILE|FOLDER|-", help="What to read; - is standard input.", readable=False),
    ],
    published: Annotated[datetime | None, Day] = None,
    publisher: Annotated[str | None, typer.Option(help="Who published it, where the document does not say.")] = None,
    url: Annotated[str | None, typer.Option(help="Its address, where the document does not say.")] = None,
    title: Annotated[str | None, typer.Option(help="Its title, where the document does not say.")] = None,
    may_redistribute: Annotated[MayRedistribute | None, typer.Option(help="What others may be given of it.")] = None,
    ledger: Ledger = DEFAULT_LEDGER,
    gazetteer: Places = None,
    profile: Profile = ProfileName.RESTRICTED,
    json: Json = False,
    csv: Csv = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print the counts only.")] = False,
) -> None:
    """Read reports: every claim in them, with who said it and the words that say it.

    What a report says of itself (publisher, day, title, address) goes before the options. Reading a report again
    adds nothing; a reading that was interrupted is finished by the same command.
    """
    from clearway.cli.leaving import claims_out, one_form, tell
    from clearway.crisis import Crisis, ReadSummary

    one_form(json=json, csv=csv)
    hints = Hints(
        published=published.date() if published else None,
        publisher=publisher,
        url=url,
        title=title,
        may_redistribute=may_redistribute,
    )
    with Crisis.open(ledger, gazetteer=gazetteer) as crisis:
        outcomes = crisis.reading(paths, hints=hints, stdin=sys.stdin.buffer)
        summary = ReadSummary.of(watched(outcomes, count(paths)))
        release = crisis.release(summary.reports, summary.claims, profile=profile)
    if not quiet:
        claims_out(release, json=json, csv=csv)
        tell(release)
    for line in closing(summary):
        note(line)
    if summary.refused:
        raise typer.Exit(FAILED)


def watched(outcomes: Iterable["Outcome"], total: int) -> Iterator["Outcome"]:
    """The outcomes as they come, with a bar on a terminal, and a line for each refusal and warning as it happens."""
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (
        SpinnerColumn(),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TextColumn("{task.description}", markup=False),
    )
    console = err()
    claims = 0
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task("reading", total=total)
        for outcome in outcomes:
            claims += len(outcome.claims)
            so_far = f"{claims:,} claims  {one_line(Path(outcome.document).name)[:40]}"
            progress.update(task, advance=1, description=so_far)
            for line in remarks(outcome):
                progress.console.print(one_line(line), soft_wrap=True)
            yield outcome


def remarks(outcome: "Outcome") -> Iterator[str]:
    """What a person should know of one outcome: why it was refused, what was odd about it."""
    if outcome.refused:
        yield f"refused: {outcome.refused}"
    elif outcome.report:
        yield from (f"{outcome.document}: {text}" for text in outcome.report.notes if text.startswith("warning"))
        if outcome.supersedes:
            yield f"{outcome.document}: a later version of {', '.join(outcome.supersedes)}, which it replaces"


def closing(summary: "ReadSummary") -> Iterator[str]:
    """The counts that end a reading."""
    refused = len(summary.refused)
    yield f"{plural(summary.read, 'report')} read, {summary.known:,} already known, {refused:,} refused"
    if summary.by_kind:
        kinds = ", ".join(f"{kind} {number:,}" for kind, number in summary.by_kind.items())
        yield f"{plural(sum(summary.by_kind.values()), 'claim')}: {kinds}"


def count(paths: Iterable[Path]) -> int:
    """How many files these paths hold, for the progress bar; what the system does not give counts as one."""
    return sum(sum(len(files) for _, _, files in os.walk(path)) if os.path.isdir(path) else 1 for path in paths)
