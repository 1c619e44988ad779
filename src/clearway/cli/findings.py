"""The picture as a person reads it in a terminal: by topic, numbers on the left, what they are about beside them."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby

from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from clearway.cli.terminal import one_line, plural
from clearway.display import words
from clearway.model import Bound, Equation, Finding, Picture, State, Total

NUMBER = 9
"""Characters of each of the three numbers: as wide as one million with its commas."""
NUMBERS = 3 * NUMBER + 2
NARROWEST = 60
"""Characters of a terminal below which the numbers stand above what they are about."""
SOURCES_SHOWN = 3
MOST_SHOWN = 8
"""Findings of one topic that are shown unless all are asked for: a picture is to be taken in at a glance."""
STATE_STYLES = {
    State.AGREED: "green",
    State.CONTESTED: "bold red",
    State.SINGLE_SOURCE: "yellow",
    State.SUPERSEDED: "dim",
    State.INCOMPARABLE: "magenta",
}


class PictureTable:
    """A picture; `today` is the day from which it counts how old a finding is.

    Unless `everything` is asked for, each topic shows its first findings only, and none that newer figures replaced.
    `left` tells how many of each topic the picture leaves out, where it holds the first ones alone.
    """

    def __init__(
        self, picture: Picture, *, today: date, everything: bool = False, left: Mapping[str, int] | None = None
    ) -> None:
        self.picture = picture
        self.today = today
        self.everything = everything
        self.left = left

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Lines of the picture, as wide as the terminal."""
        yield self.head()
        for topic, findings in groupby(self.picture.findings, key=lambda finding: finding.topic):
            yield Rule(Text(topic.capitalize(), style="bold cyan"), align="left", style="cyan")
            known = list(findings)
            current = [finding for finding in known if finding.state is not State.SUPERSEDED]
            shown = known if self.everything else current[:MOST_SHOWN]
            rows = [(numbers(finding), about(finding, self.today)) for finding in shown]
            rest = left_out(len(current) - len(shown), len(known) - len(current))
            if self.left is not None:
                rest = unseen(self.left.get(topic, 0))
            if rest and not self.everything:
                rows.append((Text(), rest))
            yield from stacked(rows) if options.max_width < NARROWEST else [beside(rows)]
        if self.picture.equations:
            yield Rule(Text("Sums that fail", style="bold red"), align="left", style="red")
        for equation in self.picture.equations:
            yield Padding(failing(equation), (0, 0, 0, 2))
        if self.left is not None:
            yield Text(
                "Sums are checked among these findings alone, and no total is offered (--all does both)", style="dim"
            )
        if self.picture.totals:
            yield Rule(Text("What may be added", style="bold cyan"), align="left", style="cyan")
        for total in self.picture.totals:
            yield Padding(addable(total), (0, 0, 0, 2))

    def head(self) -> Text:
        """As of when, by which policy, from how much."""
        day = f"as of {words.day(self.picture.as_of)}" if self.picture.as_of else "from all that is known"
        line = Text(f"The picture {day}", style="bold")
        counts = f"{plural(self.picture.reports, 'report')}, {plural(self.picture.claims, 'claim')}"
        line.append(f"  {counts}", style="not bold")
        line.append(f", policy: {self.picture.policy}\n", style="not bold dim")
        for name in ("low", "best", "high"):
            line.append(f"{name:>{NUMBER}} ", style="not bold dim")
        return line


def beside(rows: Sequence[tuple[Text, Text]]) -> Table:
    """The numbers on the left, what they are about on the right."""
    table = Table.grid(padding=(0, 2, 0, 0), expand=True)
    table.add_column(width=NUMBERS, no_wrap=True, overflow="ellipsis")
    table.add_column(ratio=1)
    for left, right in rows:
        table.add_row(left, right)
    return table


def stacked(rows: Sequence[tuple[Text, Text]]) -> Iterator[RenderableType]:
    """The numbers above what they are about, for a terminal too narrow for both."""
    for above, below in rows:
        if above:
            above.justify = "left"
            yield above
        yield Padding(below, (0, 0, 0, 2))


def failing(equation: Equation) -> Text:
    """A sum that fails, its rule, and the likeliest reason."""
    text = Text(one_line(equation.words), style="")
    text.append(f"\n{equation.rule}; perhaps {one_line(equation.reason)}", style="dim italic")
    text.append(f"\nclaims: {', '.join(equation.claims)}", style="dim")
    return text


def addable(total: Total) -> Text:
    """A total that nobody reports, why nothing is counted twice in it, and what it leaves out."""
    text = Text(one_line(total.words), style="italic")
    text.append(f"\nderived: {one_line(total.why)}; covers {one_line(total.covers)}", style="dim italic")
    return text


def left_out(more: int, replaced: int) -> Text:
    """How much of a topic is not shown."""
    parts = [f"{more:,} more"] if more > 0 else []
    parts += [f"{replaced:,} replaced by newer ones"] if replaced else []
    return Text(f"and {' and '.join(parts)} (--all shows them)" if parts else "", style="dim")


def unseen(more: int) -> Text:
    """How much of a topic was not looked at."""
    text = f"and {more:,} more, counting those that newer ones replaced (--all shows them)" if more else ""
    return Text(text, style="dim")


def numbers(finding: Finding) -> Text:
    """Low, best and high; the status where there is no number."""
    bounds = (finding.low, finding.best, finding.high)
    if not any(bounds):
        return Text(one_line(finding.status or "–"), style="bold", justify="right")
    line = Text(no_wrap=True)
    for place, bound in enumerate(bounds):
        cell = words.bound(finding, bound).rjust(NUMBER)
        line.append(cell, style=_style(bound, best=place == 1))
        line.append(" " if place < 2 else "")
    return line


def about(finding: Finding, today: date) -> Text:
    """What a finding is about, where and when, how its claims stand, who says so and how old it is."""
    text = Text(one_line(finding.statement), style="")
    when = words.period(finding.period) if finding.period else ""
    spot = " · ".join(part for part in (one_line(finding.place or ""), when) if part)
    if spot:
        text.append(f"\n{spot}", style="magenta")
    text.append(f"\n{finding.state}", style=STATE_STYLES[finding.state])
    text.append(f": {one_line(words.speakers(finding, SOURCES_SHOWN))}", style="green")
    if finding.latest:
        text.append(f", {words.day(finding.latest)} ({words.age(finding.latest, today)})", style="dim")
    for remark in remarks(finding):
        text.append(f"\n{one_line(remark)}", style="dim italic")
    return text


def remarks(finding: Finding) -> Iterator[str]:
    """How numbers that nobody states were reckoned, and the notes."""
    bounds = (finding.low, finding.best, finding.high)
    if finding.derived_from is None:
        yield from dict.fromkeys(bound.how for bound in bounds if bound and not bound.stated and bound.how)
    yield from finding.notes


def _style(bound: Bound | None, *, best: bool) -> str:
    if bound is None or bound.value is None:
        return "dim"
    return ("bold" if best else "") + ("" if bound.stated else " italic")
