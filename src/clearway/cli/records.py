"""A corridor's record as a person reads it in a terminal: what is unknown first, then who agrees, then the way."""

from collections.abc import Iterator

from rich.console import Console, ConsoleOptions, RenderResult
from rich.padding import Padding
from rich.rule import Rule
from rich.text import Text

from clearway.cli.plans import heading, leg_line
from clearway.cli.showing import slots
from clearway.cli.terminal import one_line
from clearway.display import words
from clearway.display.stretches import stretches
from clearway.model import Agreement, Corridor, Release, Validity, Watched

ID_SHOWN = 8
QUOTES = 3
STYLES = {one: "bold green" if one is Validity.VALID else "bold red" for one in Validity}


class RecordSheet:
    """A record with the words of the claims on which agreements rest."""

    def __init__(self, record: Corridor, release: Release) -> None:
        self.record = record
        self.claims = {claim.id: claim for claim in release.claims}

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """The sheet, part by part."""
        record = self.record
        title = Text(one_line(record.name), style="bold")
        title.append(f" · valid until {record.valid_until:%d %b %Y %H:%M} UTC", style="not bold")
        yield Rule(title, align="left", style="dim")
        yield Padding(slots(iter([("unknown", line) for line in record.unknown])), (0, 0, 1, 2))
        yield Padding(slots(details(record)), (0, 0, 1, 2))
        for one in record.agreements:
            yield Padding(slots(self.agreed(one)), (0, 0, 0, 2))
        for route in (record.access, record.route):
            if route:
                yield Rule(heading(route), align="left", style="dim")
                for leg in stretches(route.legs):
                    yield Padding(leg_line(leg), (0, 0, 0, 2))

    def agreed(self, one: Agreement) -> Iterator[tuple[str, str]]:
        """A party, what is reported of its agreement, and the words."""
        told = f"{one.consent}" + (f" ({one.confirmed_by} sources)" if one.confirmed_by else "")
        yield one_line(one.party), f"{told} · {', '.join(one.sources)}" if one.sources else told
        for name in one.claims[:QUOTES]:
            if name in self.claims and self.claims[name].passage.words:
                yield name[:ID_SHOWN], f"“{one_line(self.claims[name].passage.words)}”"


def details(record: Corridor) -> Iterator[tuple[str, str]]:
    """What people agreed or know."""
    known = record.details
    yield "purpose", str(known.purpose)
    for name in ("window", "recurrence", "beneficiaries", "staying", "monitors", "medical", "mines"):
        yield name, getattr(known, name) or ""
    yield "voluntary", str(known.voluntary)
    yield "choice of destination", str(known.choice)
    yield "as of", f"{words.day(record.as_of)}; a word on a road counts for {record.max_age} days"


def watched_text(found: Watched, release: Release) -> Text:
    """Whether a record holds, and if not, why, with the words of the claims."""
    quotes = {claim.id: claim.passage.words for claim in release.claims}
    text = Text(one_line(found.name), style="bold")
    text.append(f": {found.validity}", style=STYLES[found.validity])
    text.append(f", as of {words.day(found.as_of)}", style="not bold")
    for cause in found.causes:
        text.append(f"\n  {one_line(cause.where)}: {one_line(cause.what)}", style="not bold default")
        for name in cause.claims[:QUOTES]:
            if quotes.get(name):
                text.append(f"\n    {name[:ID_SHOWN]} “{one_line(quotes[name])}”", style="not bold italic")
    return text
