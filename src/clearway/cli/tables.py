"""Claims as a person reads them in a terminal: two lines each, the second their words."""

from collections.abc import Mapping, Sequence

from rich.console import Console, ConsoleOptions, RenderResult
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from clearway.cli.terminal import one_line
from clearway.display import words
from clearway.model import Certainty, Claim, Release, Report

ID_SHOWN = 8
"""Digits of an id that are shown; enough to tell the claims of a ledger apart, and `show` takes any prefix."""
COLUMNS = ("kind", "figure", "who says", "where", "when")
SHARES = (15, 17, 16, 15, 12)
"""Widths of the columns at 80 characters, a gap of one behind each; wider terminals stretch them in proportion."""
NARROWEST = 72
"""Narrower, figures and names would be broken inside; the columns then stand below each other."""
UNSAID = "(the report)"
STYLES = ("bold cyan", "bold", "green", "magenta", "yellow")
CERTAINTY_STYLES = {Certainty.DENIED: "bold red", Certainty.POSSIBLE: "yellow", Certainty.INTENDED: "blue"}


class ClaimTable:
    """The claims of a release under the reports that hold them; without the header, it goes on below another."""

    def __init__(self, release: Release, *, header: bool = True) -> None:
        self.release = release
        self.header = header

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Lines of the table, as wide as the terminal."""
        widths = columns(options.max_width)
        is_narrow = options.max_width < NARROWEST
        if self.header and not is_narrow:
            yield row(COLUMNS, widths, ("dim",) * len(COLUMNS))
        reports = {report.id: report for report in self.release.reports}
        for identity, claims in group(self.release.claims).items():
            if identity in reports:
                yield Rule(heading(reports[identity]), align="left", style="dim")
            for claim in claims:
                yield stacked(cells(claim)) if is_narrow else row(cells(claim), widths, STYLES)
                yield Padding(said(claim), (0, 0, 0, 2))


def stacked(values: Sequence[str]) -> Text:
    """Cells behind each other, for a terminal too narrow for columns."""
    told = ((one_line(value), style) for value, style in zip(values, STYLES, strict=True) if value)
    return Text(" · ").join(Text(value, style=style) for value, style in told)


def columns(width: int) -> tuple[int, ...]:
    """Widths of the columns on a terminal of `width` characters."""
    room = width - len(SHARES)
    return tuple(room * share // sum(SHARES) for share in SHARES)


def row(values: Sequence[str], widths: Sequence[int], styles: Sequence[str]) -> Table:
    """Cells beside each other; what is longer than its column goes on below, for a figure cut short is another."""
    grid = Table.grid(padding=(0, 1, 0, 0))
    for width, style in zip(widths, styles, strict=True):
        grid.add_column(width=width, style=style, overflow="fold")
    grid.add_row(*(Text(one_line(value)) for value in values))
    return grid


def cells(claim: Claim) -> tuple[str, ...]:
    """What the columns say of a claim."""
    return (
        words.kind(claim.kind),
        words.figure(claim.figure) if claim.figure else "",
        words.sources(claim) if claim.attribution.chain else UNSAID,
        "; ".join(place.name for place in claim.places),
        words.period(claim.period) if claim.period else "",
    )


def said(claim: Claim) -> Text:
    """The id, how sure the words are, and the words."""
    line = Text(claim.id[:ID_SHOWN], style="dim")
    line.append("  ")
    if claim.certainty is not Certainty.ASSERTED:
        line.append(f"{claim.certainty} ", style=CERTAINTY_STYLES[claim.certainty])
    quoted = f"“{one_line(claim.passage.words)}”" if claim.passage.words else "(its words are held back)"
    line.append(quoted, style="not dim")
    return line


def heading(report: Report) -> Text:
    """Whose report it is, of which day, under which title."""
    day = report.published.isoformat() if report.published else "no date"
    line = Text(f"{one_line(report.publisher or 'unknown publisher')}, {day}", style="bold")
    if report.title:
        line.append(f"  {one_line(report.title)}", style="not bold")
    return line


def group(claims: Sequence[Claim]) -> Mapping[str, list[Claim]]:
    """Claims by their report, in the order in which they come."""
    by_report: dict[str, list[Claim]] = {}
    for claim in claims:
        by_report.setdefault(claim.report, []).append(claim)
    return by_report
