"""Adding a claim that no reading found, by its words in a report."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import Form, Path

from clearway.crisis import kinds
from clearway.errors import UsageError
from clearway.model import Report
from clearway.web.desk import TheDesk
from clearway.web.pages import Done, Pages
from clearway.web.refused import missing
from clearway.web.rights import Role, Who

pages = Pages()

Line = Annotated[str, Form(max_length=2000)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Missed:
    """A report in which a claim was missed, and the kinds that it may be of."""

    report: Report
    kinds: tuple[str, ...]
    banner: str


@pages.page("/reports/{report}/add", needs=Role.ANALYST, template="missed", kept=True)
def missed(report: Annotated[str, Path(max_length=64)], desk: TheDesk, who: Who) -> Missed:
    """The text of a report, to choose the words of a claim in."""
    try:
        found = desk.crisis.report(report, profile=who.profile)
    except UsageError as error:
        raise missing(error) from error
    return Missed(report=found.reports[0], kinds=tuple(kinds()), banner=found.banner)


@pages.act("/reports/{report}/add", needs=Role.ANALYST)
def add_claim(
    report: Annotated[str, Path(max_length=64)],
    desk: TheDesk,
    who: Who,
    words: Annotated[str, Form(max_length=5000)],
    kind: Annotated[str, Form(max_length=64)],
    value: Line = "",
    group: Line = "",
    places: Line = "",
    period: Line = "",
    source: Line = "",
    why: Line = "",
) -> Done:
    """Add a claim that was missed; no new reading takes it away."""
    given = {"value": value, "group": group, "places": places, "period": period, "source": source}
    slots = {name: text.strip() for name, text in given.items() if text.strip()} | {"kind": kind}
    made = desk.crisis.add_claim(report, words.replace("\r\n", "\n"), slots, by=who.name, why=why)
    desk.note(who.name, "add", f"{made.claims[0]} ({made.id})")
    return Done(to=f"/claims/{made.claims[0]}", said="added")
