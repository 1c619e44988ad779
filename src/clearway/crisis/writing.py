"""A crisis, or a part of it, written out as a file: what, in which form, for whom."""

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from clearway.crisis.asking import change_lines, csv_text, incident_lines, json_lines, judgement_lines
from clearway.crisis.lists import ListWork
from clearway.display.cleaning import clean, clean_json
from clearway.errors import UsageError
from clearway.model import Corridor, IncidentQuery, Profile, Query, Release, Watched, Withheld

if TYPE_CHECKING:
    from clearway.crisis.api import Crisis

AT_ONCE = 1000
"""Claims that are written together where they need not be looked at as one."""
KEPT_BANNER = "RESTRICTED: whole texts, names and exact places are inside. Not for publication, not to be passed on."
"""Over what no gate looked through."""


class What(StrEnum):
    """What is written."""

    CLAIMS = "claims"
    FIGURES = "figures"
    INCIDENTS = "incidents"
    CHANGES = "changes"
    PAGE = "page"
    JUDGEMENTS = "judgements"
    LEDGER = "ledger"
    COPY = "copy"
    LINKS = "links"
    LIST_CHANGES = "list-changes"
    ESTIMATE = "estimate"


FORMS: Mapping[What, tuple[str, ...]] = {
    What.CLAIMS: ("csv", "jsonl"),
    What.FIGURES: ("csv", "jsonl"),
    What.INCIDENTS: ("jsonl",),
    What.CHANGES: ("jsonl",),
    What.PAGE: ("html",),
    What.JUDGEMENTS: ("jsonl",),
    What.LEDGER: ("jsonl",),
    What.COPY: ("db",),
    What.LINKS: ("csv",),
    What.LIST_CHANGES: ("csv",),
    What.ESTIMATE: ("jsonl",),
}
"""The forms of each, the usual one first."""

OF_LISTS = (What.LINKS, What.LIST_CHANGES, What.ESTIMATE)
"""What is made of lists, and needs no ledger."""

INSIDE = (What.JUDGEMENTS, What.LEDGER, What.COPY, *OF_LISTS)
"""What no gate looks through, and so is for the team alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What is to be written: its form and profile, of which claims or incidents, as of which day.

    `query` is for claims and incidents (these by kind, place and days alone), `first` and `last` for changes,
    `as_of` for figures, incidents and the page, `policy` and `title` for these and the page; `lists` for what is made
    of lists, `records` are the names of corridors' records that a page also shows, which only the team sees.
    """

    what: What
    form: str
    profile: Profile
    query: Query = field(default_factory=Query)
    as_of: date | None = None
    first: date | None = None
    last: date | None = None
    policy: str | None = None
    title: str = "Clearway"
    lists: ListWork | None = None
    records: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """Where what stands beside the ledger is: corridors' records by their names in a folder, and the roads."""

    records: Path
    roads: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A file that was written: its size and hash, how much is in it, for whom it is, and what was held back."""

    banner: str
    withheld: tuple[Withheld, ...]
    counts: Mapping[str, int]
    bytes: int
    sha256: str
    notes: tuple[str, ...] = ()


def check_order(order: Order) -> None:
    """Raise `UsageError` where it makes no sense."""
    if order.form not in FORMS[order.what]:
        remedy = f"ask for {' or '.join(FORMS[order.what])}"
        raise UsageError(order.form, rule=f"{order.what} are not written in this form", remedy=remedy)
    if order.what in INSIDE and order.profile is not Profile.RESTRICTED:
        raise UsageError(order.what, rule="it is for the team alone", remedy="ask for it as restricted")
    if order.records and (order.what is not What.PAGE or order.profile is not Profile.RESTRICTED):
        remedy = "ask for the page as restricted, or without them"
        raise UsageError("records", rule="records of corridors are for the team's page alone", remedy=remedy)
    if (order.what in OF_LISTS) != (order.lists is not None):
        raise UsageError(order.what, rule="lists are asked for by themselves", remedy="give their files")
    if order.what is What.CHANGES:
        if order.first is None or order.last is None:
            raise UsageError("days", rule="changes are between two days", remedy="give both")
        if order.last <= order.first:
            raise UsageError("days", rule=f"{order.last} does not come after {order.first}", remedy="give both in turn")
    if order.policy:
        from clearway.picture import check_policy

        check_policy(order.policy)
    if order.query.kind:
        from clearway.crisis.asking import kinds

        kinds().named(order.query.kind)


def write_out(crisis: "Crisis", order: Order, to: Path, *, beside: Beside | None = None) -> Written:
    """Write it as the new file `to`, the same bytes as the command line writes.

    `beside` is needed where an order names records. Raises `UsageError` for an order that makes no sense.
    """
    check_order(order)
    if order.what is What.COPY:
        return _copied(crisis, to)
    with to.open("xb") as file:
        out = Out(file)
        if order.what is What.PAGE:
            release, counts = _page(crisis, order, out, beside)
        else:
            release, counts = _WRITERS[order.what](crisis, order, out)
    banner, withheld = (release.banner, release.withheld) if release else (KEPT_BANNER, ())
    return Written(banner=banner, withheld=withheld, counts=counts, bytes=out.bytes, sha256=out.hash.hexdigest())


class Out:
    """A file that counts and hashes what is written to it."""

    def __init__(self, file: BinaryIO) -> None:
        self.file = file
        self.hash = hashlib.sha256()
        self.bytes = 0

    def write(self, text: str) -> None:
        """Write a text as UTF-8."""
        data = text.encode()
        self.file.write(data)
        self.hash.update(data)
        self.bytes += len(data)


Told = tuple[Release | None, dict[str, int]]


def _claims(crisis: "Crisis", order: Order, out: Out) -> Told:
    counts = {"claims": 0}
    release = crisis.release((), (), profile=order.profile)
    header = True
    for release in _lots(crisis, order):
        counts["claims"] += len(release.claims)
        if order.form == "csv":
            out.write(clean(csv_text(release, header=header)))
        else:
            out.write(clean_json(json_lines(release)))
        header = False
    return release, counts


def _lots(crisis: "Crisis", order: Order) -> Iterator[Release]:
    """The claims some at a time; those that the gate must look at together in one lot."""
    if order.profile is not Profile.RESTRICTED:
        yield crisis.claims(order.query, profile=order.profile)
        return
    left, after = order.query.limit, order.query.after
    with crisis.ledger.moment():
        while True:
            most = AT_ONCE if left is None else min(AT_ONCE, left)
            release = crisis.claims(replace(order.query, after=after, limit=most), profile=order.profile)
            yield release
            left = None if left is None else left - len(release.claims)
            if len(release.claims) < most or left == 0:
                return
            after = release.claims[-1].id


def _figures(crisis: "Crisis", order: Order, out: Out) -> Told:
    drawn = crisis.picture(as_of=order.as_of, policy=order.policy, profile=order.profile)
    if order.form == "csv":
        out.write(clean(csv_text(drawn.release, findings=True)))
    else:
        out.write(clean_json(json_lines(drawn.release, findings=True, totals=drawn.picture.totals)))
    return drawn.release, {"figures": len(drawn.release.findings)}


def _incidents(crisis: "Crisis", order: Order, out: Out) -> Told:
    asked = order.query
    query = IncidentQuery(
        kind=asked.kind, place=asked.place, first=asked.first, last=asked.last, limit=asked.limit
    )  # fmt: skip
    release = crisis.incidents(query, as_of=order.as_of, profile=order.profile)
    out.write(clean_json(incident_lines(release)))
    return release, {"incidents": len(release.incidents)}


def _changes(crisis: "Crisis", order: Order, out: Out) -> Told:
    release = crisis.diff(order.first or date.min, order.last or date.max, profile=order.profile)
    out.write(clean_json(change_lines(release)))
    return release, {"changes": len(release.changes)}


def _page(crisis: "Crisis", order: Order, out: Out, beside: Beside | None) -> Told:
    made = crisis.page(
        as_of=order.as_of,
        policy=order.policy,
        title=order.title,
        profile=order.profile,
        corridors=_corridors(crisis, order, beside),
    )
    out.write(made.html)
    held = made.release
    return held, {"figures": len(held.findings), "claims": len(held.claims), "reports": len(held.reports)}


def _corridors(crisis: "Crisis", order: Order, beside: Beside | None) -> list[tuple[Corridor, Watched]]:
    """The records that the page shows, each with how it stands on the page's day."""
    if not (order.records and beside):
        return []
    from clearway.crisis.corridors import record_of, watch_all

    records = [record_of(beside.records / name) for name in order.records]
    found, _ = watch_all(crisis, beside.roads, records, as_of=order.as_of)
    return list(zip(records, found, strict=True))


def _judgements(crisis: "Crisis", order: Order, out: Out) -> Told:
    del order
    found = crisis.judgements()
    out.write(clean_json(judgement_lines(found)))
    return None, {"judgements": len(found)}


def _ledger(crisis: "Crisis", order: Order, out: Out) -> Told:
    del order
    lines = 0
    with crisis.ledger.moment():
        for line in crisis.export():
            out.write(clean_json(line))
            lines += 1
    return None, {"lines": lines}


_WRITERS: Mapping[What, Callable[["Crisis", Order, Out], Told]] = {
    What.CLAIMS: _claims,
    What.FIGURES: _figures,
    What.INCIDENTS: _incidents,
    What.CHANGES: _changes,
    What.JUDGEMENTS: _judgements,
    What.LEDGER: _ledger,
}


def _copied(crisis: "Crisis", to: Path) -> Written:
    """The whole ledger as a file of SQLite, wherever it is kept."""
    from clearway.crisis.merging import merge
    from clearway.ledger import open_ledger

    with open_ledger(to) as copy, crisis.ledger.moment():
        done = merge(copy, crisis.ledger)
    with to.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    counts = {"reports": done.reports, "judgements": done.judgements}
    return Written(banner=KEPT_BANNER, withheld=(), counts=counts, bytes=to.stat().st_size, sha256=digest)
