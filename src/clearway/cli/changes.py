"""What changed between two days, as a person reads it in a terminal."""

from collections.abc import Iterator
from datetime import date
from itertools import groupby

from rich.console import Console, ConsoleOptions, RenderResult
from rich.padding import Padding
from rich.rule import Rule
from rich.text import Text

from clearway.cli.terminal import one_line
from clearway.display import words
from clearway.model import Change, Finding, Release, Turn

QUOTES = 3
"""How many of the claims that brought a change about are quoted."""
STYLES = {
    Turn.NEW: "green",
    Turn.REVISED: "yellow",
    Turn.CONTRADICTED: "bold red",
    Turn.WITHDRAWN: "magenta",
    Turn.CONFIRMED: "dim",
}


class ChangeTable:
    """The changes of a release; what was only confirmed is shown where `everything` is asked for."""

    def __init__(self, release: Release, first: date, last: date, *, everything: bool) -> None:
        self.changes = [one for one in release.changes if everything or one.turn is not Turn.CONFIRMED]
        self.quotes = {claim.id: claim.passage.words for claim in release.claims}
        self.days = (first, last)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Changes by turn, each with its words."""
        first, last = self.days
        yield Text(f"From {words.day(first)} to {words.day(last)}", style="bold")
        for turn, some in groupby(self.changes, key=lambda change: change.turn):
            yield Rule(Text(turn.capitalize(), style=STYLES[turn]), align="left", style="dim")
            for change in some:
                yield Padding(self.told(change), (0, 0, 0, 2))

    def told(self, change: Change) -> Text:
        """What a finding is about, its numbers before and after, who says so, and the words."""
        finding = change.after or change.before
        text = Text()
        if finding is None:
            return text
        text.append(one_line(finding.statement), style="bold")
        spot = " · ".join(part for part in where_and_when(finding) if part)
        text.append(f"\n{one_line(spot)}" if spot else "", style="magenta")
        numbers = " → ".join(dict.fromkeys(words.span(one) for one in (change.before, change.after) if one))
        text.append(f"\n{numbers}, {finding.state}: {one_line(', '.join(finding.sources))}", style="dim")
        for claim in change.claims[:QUOTES]:
            text.append(f"\n“{one_line(self.quotes.get(claim) or '(its words are held back)')}”", style="italic")
        return text


def where_and_when(finding: Finding) -> Iterator[str]:
    """The finding's place and days."""
    yield finding.place or ""
    yield words.period(finding.period) if finding.period else ""
