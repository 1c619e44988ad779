"""A movement of many as a person reads it in a terminal: what is unknown first, then times, ways and what holds up."""

from collections.abc import Iterator, Sequence

from rich.console import Console, ConsoleOptions, RenderResult
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from clearway.cli.terminal import one_line, plural
from clearway.display import words
from clearway.display.crowds import WAYS, Pair, held, hours, legs, lost, number, number_of, times, took
from clearway.model import Clearing, Many, Move, Release, Stream

BAR = 40
ID_SHOWN = 8
CLAIMS = 2


class MoveSheet:
    """A movement and the claims that count its people."""

    def __init__(self, move: Move, release: Release) -> None:
        self.move = move
        self.claims = {claim.id: claim for claim in release.claims}

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """The answer, then the parts below each other."""
        move = self.move
        names = ", ".join(crowd.place for crowd in move.crowds), ", ".join(haven.place for haven in move.havens)
        title = Text(one_line(f"{names[0]} to {names[1]}"), style="bold")
        title.append(f" by {move.vehicle}, {words.day(move.as_of)}", style="not bold")
        yield Rule(title, align="left", style="dim")
        yield Padding(answer(move), (0, 0, 1, 2))
        yield from _part("who has to leave", self.who())
        if move.worst.hours is None:
            return
        yield from _part("how long it takes", table_of_times(move))
        yield from _part("how many are there when, at worst", curve(move.worst))
        yield from _part("who goes which way, at worst", ways(move.streams))
        yield from _part("what holds them up, at worst", listed(held(move)))
        yield from _part("what losing a leg would cost, at worst", listed(lost(move)))
        if move.turned:
            yield from _part("with lanes turned round (contraflow), at worst", turned(move))

    def who(self) -> Table:
        """The people of each place, by whose word, and the words of the claims."""
        table = _grid(3)
        for crowd in self.move.crowds:
            table.add_row(one_line(crowd.place), number_of(crowd), Text(one_line(crowd.how)))
            for name in [name for name in crowd.claims if name in self.claims][:CLAIMS]:
                quote = one_line(self.claims[name].passage.words or "(its words are held back)")
                table.add_row("", Text(name[:ID_SHOWN], style="dim"), Text(f"“{quote}”", style="italic"))
        return table


def answer(move: Move) -> Text:
    """Why it cannot be recommended, what nobody told, and what the roads are."""
    text = Text()
    for place, line in enumerate(move.because):
        text.append(one_line(line) + "\n", style="bold red" if place == 0 else "")
    text.append("Not known:\n", style="bold")
    for line in move.unknown:
        text.append(f"- {one_line(line)}\n")
    if move.avoided:
        text.append(f"Kept clear of: {one_line(', '.join(move.avoided))}.\n")
    if move.schematic:
        text.append("The roads are schematic, not for navigation.\n", style="bold")
    if move.unverified:
        text.append("Legs in severe danger, or of which nobody's word counts, are used.\n", style="bold")
    text.append(f"A word on a road counts for {move.max_age} days. No way is safe, and nobody promised these times.")
    return text


def table_of_times(move: Move) -> Table:
    """The time at best and at worst, and by which numbers."""
    table = _grid(3)
    for one in times(move):
        table.add_row(one.case, Text(one.took, style="bold"), one.how)
    return table


def curve(one: Clearing) -> Table:
    """Hours, people, and a bar."""
    table = Table(box=None, pad_edge=False)
    table.add_column("hours", justify="right")
    table.add_column("people", justify="right")
    table.add_column("")
    most = max(point.people for point in one.curve)
    for point in one.curve:
        table.add_row(hours(point.hours), f"{point.people:,}", "█" * round(BAR * point.people / max(most, 1)))
    return table


def ways(streams: Sequence[Stream]) -> Table:
    """From where to where, how many, when, and by which legs."""
    table = Table(box=None, pad_edge=False)
    for name in ("from", "to"):
        table.add_column(name)
    table.add_column("people", justify="right")
    table.add_column("hours", justify="right")
    table.add_column("by", overflow="fold")
    for one in streams[:WAYS]:
        table.add_row(
            one_line(one.origin),
            one_line(one.destination),
            f"{one.people:,}",
            f"{hours(one.leaves)} to {hours(one.arrives)}",
            one_line(", ".join(one.legs)),
        )
    if rest := streams[WAYS:]:
        people = sum(one.people for one in rest)
        table.add_row("", "", f"{people:,}", "", f"{plural(len(rest), 'more way')}, all in -o FILE.csv and --json")
    return table


def listed(pairs: Sequence[Pair]) -> Table | Text:
    """What is said of each leg."""
    if not pairs:
        return Text("No leg holds anybody up: it takes as long as the way is.")
    table = _grid(2)
    for leg, said in pairs:
        table.add_row(Text(one_line(leg)), said)
    return table


def turned(move: Move) -> Text:
    """What contraflow would gain."""
    one = move.turned
    if one is None or not one.gain:
        return Text("It would gain nothing.")
    text = Text(f"All lanes one way on {plural(len(one.legs), 'leg')} would gain {hours(one.gain)} hours")
    text.append(" (more is not possible): " if one.gain >= one.at_most else f" (at most {hours(one.at_most)}): ")
    return text.append(one_line(legs(one.legs)) + ". Nothing comes in by them then, no aid either.")


def _grid(columns: int) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0))
    for _ in range(columns - 1):
        table.add_column()
    table.add_column(overflow="fold")
    return table


def _part(name: str, body: Table | Text) -> RenderResult:
    yield Rule(Text(name, style="bold"), align="left", style="dim")
    yield Padding(body, (0, 0, 1, 2))


def lines_of(many: Many) -> Iterator[Text]:
    """How long the people of a plan take over each way alone, and over all roads together."""
    who = number(*many.people)
    for one in many.alone:
        yield Text(f"{who} people by way {one.way} alone: {took(one)}")
    best, worst = many.together.best.hours, many.together.worst.hours
    if worst is None:
        yield Text(f"{who} people over all roads together: {one_line('; '.join(many.together.because))}")
    else:
        yield Text(f"{who} people over all roads together: {hours(best)} to {hours(worst)} hours, by the quick planner")
