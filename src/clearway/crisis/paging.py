"""Pages of what a large crisis tells of, without joining or releasing all of it."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from clearway.crisis.happened import chosen
from clearway.errors import UsageError
from clearway.model import Change, Incident, IncidentQuery, Release, Turn

if TYPE_CHECKING:
    from clearway.ledger import Ledger

TRIES = 5
"""So many pages are looked at until one lets something out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentPage:
    """What a page of incidents lets out; `after` is where the next one begins, where there is one."""

    release: Release
    after: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangePage:
    """What a page of changes lets out, how many of each sort there are on all pages, and where the next one begins."""

    release: Release
    numbers: Mapping[Turn, int]
    after: int | None


def changes_of(
    found: Sequence[Change], start: int, most: int, let_out: Callable[[Sequence[Change]], Release], *, everything: bool
) -> ChangePage:
    """At most so many changes behind a number of others; those that only confirm come where `everything` is wanted."""
    told = [one for one in found if everything or one.turn is not Turn.CONFIRMED]
    release = let_out(told[start : start + most])
    more = start + most if len(told) > start + most else None
    return ChangePage(release=release, numbers=Counter(one.turn for one in found), after=more)


def page_of(
    ledger: "Ledger",
    query: IncidentQuery,
    as_of: date | None,
    known: Callable[[Iterable[Incident]], tuple[Incident, ...]],
    let_out: Callable[[Iterable[Incident]], Release],
) -> IncidentPage:
    """The first incidents behind a number of others (`query.after`) of which something goes out, `query.limit` at most.

    They are those of the ledger as `known` tells them, of which `let_out` makes a release. What is asked for is looked
    for in what came out too, so that nobody learns of a place by asking for it. Raises `UsageError` for an `after`
    that no page gave.
    """
    most = query.limit or 0
    start = _number(query.after)
    last = min(filter(None, (query.last, as_of)), default=None)
    kept = replace(query, after=None, last=last) if not query.first or not last or query.first <= last else None
    asked = replace(query, after=None, limit=None)
    release = let_out(())
    for at in range(start, start + TRIES * most, most):
        found = tuple(ledger.incidents(replace(kept, limit=most + 1), skip=at)) if kept else ()
        release = let_out(known(found[:most]))
        told = chosen(release.incidents, {claim.id: claim for claim in release.claims}, asked)
        release = replace(release, incidents=told)
        if told or len(found) <= most:
            return IncidentPage(release=release, after=str(at + most) if len(found) > most else None)
    # nothing of all that was looked at: whoever asked for a place is not told whether there is more of it
    return IncidentPage(release=release, after=str(start + TRIES * most) if query.place is None else None)


def _number(after: str | None) -> int:
    if after is None:
        return 0
    if not (after.isascii() and after.isdigit() and len(after) < 10):
        raise UsageError("page", rule=f"no list ended with {after!r}", remedy="begin at the first page")
    return int(after)
