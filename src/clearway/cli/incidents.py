"""Incidents as a person reads them in a terminal: where and when, what it did, how sure it is, and the words."""

from collections.abc import Iterator

from rich.console import Console, ConsoleOptions, RenderResult
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from clearway.cli.terminal import one_line
from clearway.display import words
from clearway.model import Bound, Grade, Harm, Incident, Release

QUOTES = 4
"""How many of an incident's claims are quoted."""
SOURCES = 3
NAMES = 11
"""Characters that the longest name of a line takes."""
ID_SHOWN = 8
STYLES = {
    Grade.CONFIRMED: "bold green",
    Grade.FAIR: "green",
    Grade.WEAK: "yellow",
    Grade.CONTESTED: "bold red",
    Grade.DISCOUNTED: "dim",
}


class IncidentTable:
    """The incidents of a release, each with its words."""

    def __init__(self, release: Release) -> None:
        self.release = release
        self.claims = {claim.id: claim for claim in release.claims}

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Incidents below each other, as wide as the terminal."""
        for incident in self.release.incidents:
            title = Text(one_line(incident.place or "a place that nobody tells"), style="bold magenta")
            title.append(f" · {when(incident)}", style="not bold yellow")
            title.append(f"  {incident.id[:ID_SHOWN]}", style="not bold dim")
            yield Rule(title, align="left", style="dim")
            yield Padding(self.told(incident), (0, 0, 0, 2))

    def told(self, incident: Incident) -> Table:
        """Names and values below each other, the words last."""
        table = Table.grid(padding=(0, 2, 0, 0))
        table.add_column(style="dim", min_width=NAMES, no_wrap=True)
        table.add_column(overflow="fold")
        table.add_row("grade", graded(incident))
        for name, value in lines(incident):
            if value:
                table.add_row(name, Text(one_line(value)))
        for name, value in self.quotes(incident):
            table.add_row(name, Text(value, style="italic"))
        return table

    def quotes(self, incident: Incident) -> Iterator[tuple[str, str]]:
        """The words of the first few claims, denials before all others, each with its id."""
        names = [*incident.denials, *(name for name in incident.claims if name not in incident.denials)]
        known = [self.claims[name] for name in names if name in self.claims]
        for claim in known[:QUOTES]:
            said = f"“{one_line(claim.passage.words)}”" if claim.passage.words else "(its words are held back)"
            yield claim.id[:ID_SHOWN], f"denied: {said}" if claim.id in incident.denials else said
        if len(known) > QUOTES:
            yield "", f"and {len(known) - QUOTES} more claims (--json names them)"


def when(incident: Incident) -> str:
    """Its days, or by when it was told."""
    if incident.period:
        return words.period(incident.period)
    return f"told by {words.day(incident.latest)}" if incident.latest else "a day that nobody tells"


def graded(incident: Incident) -> Text:
    """The grade and why."""
    text = Text(str(incident.grade), style=STYLES[incident.grade])
    text.append(f": {incident.reason}", style="not bold default")
    return text


def lines(incident: Incident) -> Iterator[tuple[str, str]]:
    """What it was, what it did, who is said to have done it, and who says so."""
    yield "what", ", ".join([*map(words.kind, incident.kinds), *incident.causes, *incident.facilities])
    for harm in incident.harms:
        yield words.kind(harm.kind), counted(harm)
    for one in incident.alleged:
        yield "alleged", f"{one.actor}, says {'the party itself: ' if one.own else ''}{', '.join(one.by)}"
    more = len(incident.sources) - SOURCES
    named = ", ".join(incident.sources[:SOURCES]) + (f" and {more} more" if more > 0 else "")
    yield "sources", f"{named} (from {incident.origins} origins)" if incident.origins > 1 else named
    yield "reaches", f"{words.number(incident.radius_km)} km" if incident.radius_km else ""
    yield "joined", "; ".join(incident.joined)


def counted(harm: Harm) -> str:
    """Low, best and high as words: "18 to 21 children, best 19, contested"."""
    whom = harm.group or words.unit(harm.unit, None)
    if not (harm.low or harm.high):
        return f"{whom}, how many is not told, {harm.state}"
    text = f"{span(harm.low, harm.high)} {whom}"
    if harm.best and harm.low and harm.high and harm.low.value != harm.high.value:
        text += f", best {words.number(harm.best.value)}"
    if harm.part_of is not None:
        text += f", of {words.number(harm.part_of)}"
    return f"{text}, {harm.state}"


def span(low: Bound | None, high: Bound | None) -> str:
    """A range in words."""
    if low and high:
        ends = dict.fromkeys((words.number(low.value), words.number(high.value)))
        return " to ".join(ends)
    if low:
        return f"{words.number(low.value)} or more"
    return f"at most {words.number(high.value)}" if high else ""
