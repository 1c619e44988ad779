"""A movement of many as a person reads it in a terminal: what is unknown first, then times, ways and what holds up."""

from collections.abc import Sequence

from rich.console import Console, ConsoleOptions, RenderResult
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from clearway.cli.terminal import one_line, plural
from clearway.display import words
from clearway.model import Alone, Clearing, Crowd, Move, Release, Stream

BAR = 40
ID_SHOWN = 8
CLAIMS = 2
LEGS = 6
WAYS = 12


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
        yield from _part("how long it takes", times(move))
        yield from _part("how many are there when, at worst", curve(move.worst))
        yield from _part("who goes which way, at worst", ways(move.streams))
        yield from _part("what holds them up, at worst", held(move))
        yield from _part("what losing a leg would cost, at worst", lost(move))
        if move.turned:
            yield from _part("with lanes turned round (contraflow), at worst", turned(move))

    def who(self) -> Table:
        """The people of each place, by whose word, and the words of the claims."""
        table = _grid(3)
        for crowd in self.move.crowds:
            table.add_row(one_line(crowd.place), number(crowd), Text(one_line(crowd.how)))
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


def times(move: Move) -> Table:
    """The time at best and at worst, and by which numbers."""
    table = _grid(3)
    for name, one, at, crowd in (("at best", move.best, 1, "fewest"), ("at worst", move.worst, 0, "most")):
        took = f"{hours(one.hours)} hours" if one.hours is not None else "nobody can leave"
        per = f", {move.people_a_vehicle[at]:g} a vehicle" if move.vehicle != "walk" else ""
        who = "people on foot" if move.vehicle == "walk" else "cars"
        told = f"the {crowd} people ({one.people:,}), {move.flow[at]:,.0f} {who} an hour on a lane{per}; "
        table.add_row(name, Text(took, style="bold"), told + exactness(one))
    return table


def exactness(one: Clearing) -> str:
    """Which method made it, and how much longer it may be than need be."""
    step = f"in steps of {one.step_minutes:g} min"
    if not one.quick:
        return f"exact, {step}"
    if one.exact:
        return f"by the quick planner, and no plan is quicker {step}"
    return f"by the quick planner, at most {one.longer:.1%} longer than the shortest possible {step}"


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


def held(move: Move) -> Table | Text:
    """The legs that hold people up, that of most gain first."""
    if not move.held:
        return Text("No leg holds anybody up: it takes as long as the way is.")
    table = _grid(2)
    for one in move.held:
        gain = f"{hours(one.gain)} hours" if one.gain else "nothing by itself"
        passed = f"{one.hourly:,} people an hour pass; {one.added:,} more would gain {gain}"
        table.add_row(Text(one_line(one.leg)), passed)
    return table


def lost(move: Move) -> Table:
    """What it costs to lose each leg, the gravest first."""
    table = _grid(2)
    for one in move.losses:
        cost = f"{one.stranded:,} people cannot get out" if one.stranded else f"{hours(one.hours)} hours more"
        name = f"{one.leg}, a bridge" if one.bridge else one.leg
        table.add_row(Text(one_line(name)), f"{cost}; {one.people:,} pass it now")
    return table


def turned(move: Move) -> Text:
    """What contraflow would gain."""
    one = move.turned
    if one is None or not one.gain:
        return Text("It would gain nothing.")
    text = Text(f"All lanes one way on {plural(len(one.legs), 'leg')} would gain {hours(one.gain)} hours")
    text.append(" (more is not possible): " if one.gain >= one.at_most else f" (at most {hours(one.at_most)}): ")
    more = f" and {len(one.legs) - LEGS} more" if len(one.legs) > LEGS else ""
    return text.append(one_line(", ".join(one.legs[:LEGS])) + more + ". Nothing comes in by them then, no aid either.")


def number(crowd: Crowd) -> str:
    """How many, as a range."""
    if crowd.low == crowd.high:
        return f"{crowd.low:,}"
    best = f" (best {crowd.best:,})" if crowd.best is not None else ""
    return f"{crowd.low:,} to {crowd.high:,}{best}"


def hours(value: float | None) -> str:
    """Hours with one place, or none from ten on."""
    if value is None:
        return "?"
    return f"{value:,.1f}" if value < 10 else f"{value:,.0f}"


def _grid(columns: int) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0))
    for _ in range(columns - 1):
        table.add_column()
    table.add_column(overflow="fold")
    return table


def _part(name: str, body: Table | Text) -> RenderResult:
    yield Rule(Text(name, style="bold"), align="left", style="dim")
    yield Padding(body, (0, 0, 1, 2))


def alone_line(one: Alone) -> Text:
    """How long so many would take over one way alone."""
    low, high = one.people
    who = f"{low:,}" if low == high else f"{low:,} to {high:,}"
    took = f"would take {hours(one.hours[0])} to {hours(one.hours[1])} hours" if one.hours else "cannot be moved"
    return Text(f"{who} people by way {one.way} alone {took}")
