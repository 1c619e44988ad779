"""The picture as a person reads it in a terminal: by topic, numbers on the left, what they are about beside them."""

from collections.abc import Iterator
from datetime import date
from itertools import groupby

from rich.console import Console, ConsoleOptions, RenderResult
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from clearway.cli.terminal import one_line
from clearway.display import words
from clearway.model import Bound, Certainty, Finding, Picture, State

NUMBER = 9
"""Characters of each of the three numbers: as wide as one million with its commas."""
NUMBERS = 3 * NUMBER + 2
SOURCES_SHOWN = 3
STATE_STYLES = {
    State.AGREED: "green",
    State.CONTESTED: "bold red",
    State.SINGLE_SOURCE: "yellow",
    State.SUPERSEDED: "dim",
    State.INCOMPARABLE: "magenta",
}


class PictureTable:
    """A picture; `today` is the day from which it counts how old a finding is.

    What newer figures have replaced is left out unless `everything` is asked for, and counted at the end.
    """

    def __init__(self, picture: Picture, *, today: date, everything: bool = False) -> None:
        self.picture = picture
        self.today = today
        self.everything = everything

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Lines of the picture, as wide as the terminal."""
        yield self.head()
        shown = [finding for finding in self.picture.findings if self.everything or not replaced(finding)]
        for topic, findings in groupby(shown, key=lambda finding: finding.topic):
            yield Text()
            yield Rule(Text(topic.capitalize(), style="bold cyan"), align="left", style="cyan")
            table = Table.grid(padding=(0, 2, 0, 0), expand=True)
            table.add_column(width=NUMBERS, no_wrap=True, overflow="ellipsis")
            table.add_column(ratio=1)
            for finding in findings:
                table.add_row(numbers(finding), about(finding, self.today))
            yield table
        hidden = len(self.picture.findings) - len(shown)
        if hidden:
            yield Text(
                f"\n{hidden:,} earlier figures that newer ones replaced are not shown (--all shows them).", style="dim"
            )

    def head(self) -> Text:
        """As of when, by which policy, from how much."""
        day = f"as of {words.day(self.picture.as_of)}" if self.picture.as_of else "from all that is known"
        line = Text(f"The picture {day}", style="bold")
        line.append(f"  {self.picture.reports:,} reports, {self.picture.claims:,} claims", style="not bold")
        line.append(f", policy {self.picture.policy}\n", style="not bold dim")
        for name in ("low", "best", "high"):
            line.append(f"{name:>{NUMBER}} ", style="not bold dim")
        return line


def replaced(finding: Finding) -> bool:
    """Whether a newer figure took its place."""
    return finding.state is State.SUPERSEDED


def numbers(finding: Finding) -> Text:
    """Low, best and high; the status where there is no number."""
    bounds = (finding.low, finding.best, finding.high)
    if not any(bounds):
        return Text(one_line(finding.status or ""), style="bold", justify="right")
    line = Text(no_wrap=True)
    for place, bound in enumerate(bounds):
        cell = words.bound(finding, bound).rjust(NUMBER)
        line.append(cell, style=_style(bound, best=place == 1))
        line.append(" " if place < 2 else "")
    return line


def about(finding: Finding, today: date) -> Text:
    """What a finding is about, how its claims stand, who says so and how old it is."""
    text = Text(one_line(finding.statement))
    if finding.certainty is not Certainty.ASSERTED:
        text.append(f" ({words.certainty(finding.certainty)})", style="blue")
    text.append("\n")
    text.append(str(finding.state), style=STATE_STYLES[finding.state])
    text.append(f" · {one_line(speakers(finding))}", style="dim green")
    if finding.latest:
        text.append(f" · {words.day(finding.latest)}, {words.age(finding.latest, today)}", style="dim")
    for remark in remarks(finding):
        text.append(f"\n{one_line(remark)}", style="dim italic")
    text.append("\n")
    return text


def speakers(finding: Finding) -> str:
    """Who says so, the first few by name."""
    named = finding.sources[:SOURCES_SHOWN]
    more = len(finding.sources) - len(named)
    return ", ".join(named) + (f" and {more} more" if more else "")


def remarks(finding: Finding) -> Iterator[str]:
    """How derived numbers were reckoned, and the notes."""
    seen = set()
    for bound in (finding.low, finding.best, finding.high):
        if bound and not bound.stated and bound.how and bound.how not in seen:
            seen.add(bound.how)
            yield f"derived: {bound.how}"
    yield from finding.notes


def _style(bound: Bound | None, *, best: bool) -> str:
    if bound is None or bound.value is None:
        return "dim"
    return ("bold" if best else "") + ("" if bound.stated else " italic")
