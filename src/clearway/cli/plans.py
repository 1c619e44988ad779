"""A plan as a person reads it in a terminal: what is not known first, then each way, leg by leg, with its claims."""

from collections.abc import Iterator

from rich.console import Console, ConsoleOptions, RenderResult
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from clearway.cli.terminal import one_line
from clearway.display import words
from clearway.display.stretches import stretches
from clearway.model import Danger, Leg, Plan, Reason, Release, Route, Standing

ID_SHOWN = 8
REASONS = 4
"""Reasons of a leg that are shown, those that weigh most."""
LIGHT = 0.1
"""A weight under which a reason is only counted."""
QUOTES = 2
"""Claims of one reason that are quoted."""
STYLES = {
    Danger.SEVERE: "bold red",
    Danger.HIGH: "red",
    Danger.MODERATE: "yellow",
    Danger.LOW: "green",
    Danger.UNKNOWN: "bold magenta",
}


class PlanSheet:
    """A plan and the claims behind it."""

    def __init__(self, plan: Plan, release: Release) -> None:
        self.plan = plan
        self.claims = {claim.id: claim for claim in release.claims}

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """The answer, then the ways below each other."""
        plan = self.plan
        title = Text(one_line(f"{plan.origin} to {plan.destination}"), style="bold")
        title.append(f" by {plan.vehicle}, {words.day(plan.as_of)}", style="not bold")
        yield Rule(title, align="left", style="dim")
        yield Padding(self.answer(), (0, 0, 1, 2))
        if len(plan.routes) > 1:
            yield Padding(beside(plan.routes), (0, 0, 1, 2))
        for route in plan.routes:
            yield Rule(heading(route), align="left", style="dim")
            for line in self.legs(route):
                yield Padding(line, (0, 0, 0, 2))
        if plan.standing:
            yield Rule(Text("how the ranking holds", style="bold"), align="left", style="dim")
            yield Padding(holds(plan.standing), (0, 0, 1, 2))
        if plan.turning:
            yield Rule(Text("what the ranking hangs on", style="bold"), align="left", style="dim")
            yield Padding(self.turning(), (0, 0, 1, 2))

    def answer(self) -> Text:
        """Whether a way can be recommended, and what would have to change."""
        plan = self.plan
        text = Text()
        for place, line in enumerate(plan.because):
            text.append(one_line(line) + "\n", style="bold red" if place == 0 else "")
        if plan.needed:
            text.append("What would have to change on the way with the least risk:\n", style="bold")
            for line in plan.needed:
                text.append(f"- {one_line(line)}\n")
        for line in plan.crossings:
            text.append(f"- {one_line(line)}\n")
        if plan.leaves:
            text.append(f"It leaves at {plan.leaves:%H:%M}, local time.\n")
        if plan.avoided:
            text.append(f"Kept clear of: {one_line(', '.join(plan.avoided))}.\n")
        if plan.schematic:
            text.append("The roads are schematic, not for navigation.\n", style="bold")
        if plan.truncated:
            text.append(f"The search was cut: front truncated at {plan.truncated:,}. ", style="bold")
            text.append(
                "These are the fastest ways and the one with the least risk; others between them are left out.\n"
            )
        if plan.untried:
            text.append(f"On whether the ranking hangs on them, {plan.untried} claims were not tried.\n")
        text.append(f"A word on a road counts for {plan.max_age} days. No way is safe; danger ranks legs, no more.")
        return text

    def legs(self, route: Route) -> Iterator[Table | Text]:
        """Each leg with what bears on it."""
        for leg in stretches(route.legs):
            yield leg_line(leg)
            yield Padding(self.reasons(leg), (0, 0, 0, 4))  # type: ignore[misc]

    def reasons(self, leg: Leg) -> Table:
        """What is reported of a leg, the gravest first, each with its claims' words."""
        table = Table.grid(padding=(0, 2, 0, 0))
        table.add_column(style="dim", no_wrap=True)
        table.add_column(overflow="fold")
        for doubt in leg.doubts:
            table.add_row("but", Text(one_line(doubt), style="magenta"))
        if leg.holders:
            table.add_row("held by", Text(one_line(", ".join(leg.holders))))
        shown = [one for one in leg.reasons if one.weight >= LIGHT or not one.weight][:REASONS]
        for reason in shown:
            table.add_row(str(reason.bearing), told(reason))
            for name in reason.claims[:QUOTES]:
                if name in self.claims:
                    quote = one_line(self.claims[name].passage.words or "(its words are held back)")
                    table.add_row(name[:ID_SHOWN], Text(f"“{quote}”", style="italic"))
        if len(leg.reasons) > len(shown):
            table.add_row("", f"and {len(leg.reasons) - len(shown)} more that weigh less (--json lists them)")
        return table

    def turning(self) -> Table:
        """The single claims that would change the ranking."""
        table = Table.grid(padding=(0, 2, 0, 0))
        table.add_column(style="dim", no_wrap=True)
        table.add_column(overflow="fold")
        for one in self.plan.turning:
            table.add_row(one.claim[:ID_SHOWN], f"without “{one_line(one.statement)}”, {one.then}")
        return table


def holds(standing: Standing) -> Text:
    """In how many scenarios which way came first, and could be recommended."""
    text = Text(f"In {standing.scenarios:,} scenarios every weight is moved to between 1/{standing.moved:g} and ")
    text.append(f"{standing.moved:g} times of it. ")
    text.append("; ".join(f"way {name} comes first in {count:,}" for name, count in standing.first) + ". ")
    text.append("; ".join(f"way {name} can be recommended in {count:,}" for name, count in standing.recommended) + ". ")
    if standing.decides:
        text.append(f"Most hangs on {one_line(standing.decides)}.")
    return text


def beside(routes: tuple[Route, ...]) -> Table:
    """The ways beside one another."""
    table = Table(box=None, pad_edge=False)
    for name, justify in (("way", "left"), ("km", "right"), ("minutes", "right"), ("risk", "right")):
        table.add_column(name, justify=justify)  # type: ignore[arg-type]
    table.add_column("worst leg")
    table.add_column("not known", justify="right")
    table.add_column("by", overflow="fold")
    for one in routes:
        worst = max(stretches(one.legs), key=lambda leg: (leg.danger is one.danger, leg.index), default=None)
        where = f"{worst.start} to {worst.end}" if worst else ""
        table.add_row(
            one.name,
            f"{one.km:,.0f}",
            span(one.minutes),
            f"{one.risk:,.0f}",
            Text(one.danger, style=STYLES[one.danger]).append(f" {one_line(where)}", style="not bold default"),
            f"{one.unknown_km:,.0f} km",
            ", ".join(one_line(leg.end) for leg in stretches(one.legs)[:-1]) or "the direct road",
        )
    return table


def heading(route: Route) -> Text:
    """A way's name, and whether it is recommended."""
    text = Text(f"way {route.name}", style="bold")
    if route.recommended:
        text.append(" · can be recommended, with what stands below", style="not bold green")
    else:
        text.append(" · not recommended: ", style="not bold red")
        text.append(one_line("; ".join(route.because)), style="not bold default")
    return text


def leg_line(leg: Leg) -> Text:
    """A leg in one line: from, to, road, length, time, danger, status."""
    text = Text(one_line(f"{leg.start} to {leg.end}"), style="bold")
    waited = f" (of it waiting: {span(leg.wait)})" if leg.wait[1] else ""
    road = leg.road or f"{leg.road_class.replace('_', ' ')} road"
    text.append(f" · {one_line(road)} · {leg.km:,.0f} km · {span(leg.minutes)} min{waited} · ", style="not bold")
    text.append(leg.danger, style=STYLES[leg.danger])
    text.append(f" ({leg.index:.1f})", style="not bold dim")
    said = f"said to be {leg.status}" if leg.status else "status unknown"
    text.append(f" · {said}", style="not bold")
    return text


def told(reason: Reason) -> Text:
    """A reason: what, by whom, when, and how it came to its weight."""
    text = Text(one_line(reason.statement))
    who = one_line(", ".join(reason.sources[:3]))
    when = words.day(reason.day) if reason.day else "a day that nobody tells"
    text.append(f" · {who} · {when}", style="dim")
    if reason.how:
        text.append(f" · {reason.weight:.2f} = {one_line(reason.how)}", style="dim")
    return text


def span(minutes: tuple[float, float]) -> str:
    """A range of minutes."""
    low, high = round(minutes[0]), round(minutes[1])
    return f"{low:,}" if low == high else f"{low:,} to {high:,}"
