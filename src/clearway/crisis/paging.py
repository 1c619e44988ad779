"""Pages of what a large crisis tells of, without joining or releasing all of it.

Whoever may not see all is told of some at most, which pass the gate together: pages and numbers are those of what came
out, so that none of them tells how much was held back, where it stands in line, or at which place.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from clearway.crisis.happened import chosen
from clearway.errors import UsageError
from clearway.model import Change, Incident, IncidentQuery, Release, Turn

if TYPE_CHECKING:
    from clearway.ledger import Ledger

MOST_LOOKED_AT = 100
"""Incidents, or changes, that pass the gate together for whoever may not see all."""
LAST_DAYS = timedelta(days=6)
"""Days before the last one whose incidents are told where no days are asked for."""
ON_A_PAGE = 20
TRIES = 5
"""So many pages are looked at until one has something."""

Known = Callable[[Sequence[Incident]], tuple[Incident, ...]]
"""Incidents as they were known on a day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentPage:
    """What a page of incidents lets out, with the question that it answers, and where the next one begins.

    `bounded` tells that there are more on these days than were looked at.
    """

    release: Release
    query: IncidentQuery
    after: str | None
    bounded: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangePage:
    """What a page of changes lets out, how many of each sort there are on all pages, and where the next one begins.

    `bounded` tells that more changed than was looked at.
    """

    release: Release
    numbers: Counter[Turn]
    after: int | None
    bounded: bool = False


def change_page(
    found: Sequence[Change], start: int, most: int, let_out: Callable[[Sequence[Change]], Release], *, everything: bool
) -> ChangePage:
    """At most so many changes behind a number of others; those that only confirm come where `everything` is wanted."""
    told = _wanted(found, everything)
    release = let_out(told[start : start + most])
    more = start + most if len(told) > start + most else None
    return ChangePage(release=release, numbers=Counter(one.turn for one in found), after=more)


def passed_changes(
    found: Sequence[Change], start: int, most: int, let_out: Callable[[Sequence[Change]], Release], *, everything: bool
) -> ChangePage:
    """The same of what the gate lets out of the first changes."""
    release = let_out(found[:MOST_LOOKED_AT])
    page = change_page(
        release.changes, start, most, lambda some: replace(release, changes=tuple(some)), everything=everything
    )
    return replace(page, bounded=len(found) > MOST_LOOKED_AT)


def _wanted(found: Sequence[Change], everything: bool) -> Sequence[Change]:
    return [one for one in found if everything or one.turn is not Turn.CONFIRMED]


def page_on(
    ledger: "Ledger",
    query: IncidentQuery,
    as_of: date,
    known: Known,
    let_out: Callable[[Iterable[Incident]], Release],
) -> IncidentPage:
    """The first incidents behind a number of others (`query.after`) of which something was known on a day.

    Raises `UsageError` for an `after` that no page gave.
    """
    most = query.limit or ON_A_PAGE
    start, last = _number(query.after), min(filter(None, (query.last, as_of)))
    asked = replace(query, after=None, last=last, limit=most + 1) if not query.first or query.first <= last else None
    release, more = let_out(()), False
    for at in range(start, start + TRIES * most, most):
        found = tuple(ledger.incidents(asked, skip=at)) if asked else ()
        told = [one for one in known(found[:most]) if replace(query, after=None).asks_for(one)]
        start, more = at + most, len(found) > most
        if told or not more:
            release = let_out(told)
            break
    return IncidentPage(release=release, query=query, after=str(start) if more else None)


def passed_incidents(
    ledger: "Ledger",
    query: IncidentQuery,
    last_day: date,
    known: Known,
    let_out: Callable[[Iterable[Incident]], Release],
) -> IncidentPage:
    """The incidents asked for, among those that the gate lets out of the first ones of some days.

    These are the last days where none are asked for. Kind and place are looked for in what came out alone.
    `query.after` is the line of the last one before.
    """
    most = query.limit or ON_A_PAGE
    if query.first is None and query.last is None:
        query = replace(query, first=last_day - LAST_DAYS)
    last = min(filter(None, (query.last, last_day)))
    found: tuple[Incident, ...] = ()
    if query.first is None or query.first <= last:
        found = tuple(ledger.incidents(IncidentQuery(first=query.first, last=last, limit=MOST_LOOKED_AT + 1)))
    release = let_out(known(found[:MOST_LOOKED_AT]))
    claims = {claim.id: claim for claim in release.claims}
    in_line = sorted(release.incidents, key=lambda one: one.line)
    told = chosen(in_line, claims, replace(query, limit=most + 1))
    return IncidentPage(
        release=replace(release, incidents=told[:most]),
        query=query,
        after=told[most - 1].line if len(told) > most else None,
        bounded=len(found) > MOST_LOOKED_AT,
    )


def _number(after: str | None) -> int:
    if after is None:
        return 0
    if not (after.isascii() and after.isdigit() and len(after) < 10):
        raise UsageError("page", rule=f"no list ended with {after!r}", remedy="begin at the first page")
    return int(after)
