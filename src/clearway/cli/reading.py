"""`clearway read`."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from clearway.cli.options import DEFAULT_LEDGER, Csv, Day, Json, Ledger, Places, Profile
from clearway.cli.terminal import err, note, one_line, out, plural
from clearway.model import Hints, MayRedistribute
from clearway.model import Profile as ProfileName

if TYPE_CHECKING:
    from clearway.crisis import Outcome, ReadSummary
    from clearway.model import Release

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
    from clearway.cli.leaving import one_form, tell
    from clearway.crisis import Crisis, ReadSummary

    one_form(json=json, csv=csv)
    hints = Hints(
        published=published.date() if published else None,
        publisher=publisher,
        url=url,
        title=title,
        may_redistribute=may_redistribute,
    )
    # what is held back in one record is held back in all, so that only what holds nothing back may leave as it comes
    flows = profile is ProfileName.RESTRICTED and not quiet
    shown = Shown(json=json, csv=csv, flows=flows)
    with Crisis.open(ledger, gazetteer=gazetteer, tell=note) as crisis:

        def give(outcome: "Outcome") -> None:
            if flows and outcome.report:
                shown.give(crisis.release((outcome.report,), outcome.claims, profile=profile))

        outcomes = watched(crisis.reading(paths, hints=hints, stdin=sys.stdin.buffer), count(paths), shown, give)
        summary = ReadSummary.of(outcomes, keep=not (flows or quiet))
        release = crisis.release(summary.reports, summary.claims, profile=profile)
    if not quiet:
        shown.give(release)
        tell(release)
    for line in closing(summary):
        note(line)
    if summary.refused:
        raise typer.Exit(FAILED)


class Shown:
    """What is printed of a reading: data on standard output, and the bar where it does not stand in their way."""

    def __init__(self, *, json: bool, csv: bool, flows: bool) -> None:
        self.json, self.csv = json, csv
        self.begun = False
        told, data = err(), out()
        is_shared = flows and data.is_terminal
        # on one terminal a table is put above the bar, which only their common console can do
        self.console = data if is_shared and told.is_terminal and not (json or csv) else told
        self.has_bar = told.is_terminal and not (is_shared and (json or csv))

    def give(self, release: "Release") -> None:
        """Print the claims of a release below those before."""
        from clearway.cli.leaving import claims_out

        console = None if self.console.stderr else self.console
        claims_out(release, json=self.json, csv=self.csv, header=not self.begun, console=console)
        self.begun = self.begun or self.csv or bool(release.claims)


def watched(
    outcomes: Iterable["Outcome"], total: int, shown: Shown, give: Callable[["Outcome"], None]
) -> Iterator["Outcome"]:
    """The outcomes as they come and are given, under a bar, with a line for each refusal and warning."""
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (
        SpinnerColumn(),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TextColumn("{task.description}", markup=False),
    )
    claims = 0
    # data must never go through the bar, which would write what is for standard output to standard error
    with Progress(
        *columns, console=shown.console, transient=True, disable=not shown.has_bar, redirect_stdout=False
    ) as progress:
        task = progress.add_task("reading", total=total)
        for outcome in outcomes:
            claims += len(outcome.claims)
            so_far = f"{claims:,} claims  {one_line(Path(outcome.document).name)[:40]}"
            progress.update(task, advance=1, description=so_far)
            for line in remarks(outcome):
                progress.console.print(one_line(line), soft_wrap=True)
            give(outcome)
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
