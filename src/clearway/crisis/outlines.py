"""Findings as far as it takes to tell what became of them: all of it is read of the few that somebody looks at."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, cast

import msgspec

from clearway.model import Certainty, Change, Finding, Known, Measure, State, from_json

if TYPE_CHECKING:
    from clearway.ledger.protocol import Stood


class End(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """The number of a bound, without the claims that give it."""

    value: int | float | None


class Outline(msgspec.Struct, kw_only=True, gc=False):
    """Those parts of a finding by which it is paired, held against others and put in line; `record` is all of it."""

    id: str
    topic: str
    kind: str
    place: str | None
    measure: Measure | None
    status: str | None
    low: End | None
    best: End | None
    high: End | None
    state: State
    sources: tuple[str, ...]
    claims: tuple[str, ...]
    certainty: Certainty
    derived_from: str | None
    as_of: date | None
    series: str | None
    record: str = ""


class Stand(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """The outline of a finding as it stood from one day until another: thousands come and go with every page."""

    finding: Outline
    since: date
    until: date | None
    line: str


_DECODER = msgspec.json.Decoder(Outline)


def outlined(record: str) -> Finding:
    """The outline of a finding, for whoever needs no more of it."""
    outline = _DECODER.decode(record)
    outline.record = record
    return cast("Finding", outline)


def stood(found: "Iterable[Stood]") -> list[Known]:
    """Findings as they stood, of which each is an outline."""
    made = (
        Stand(finding=cast("Outline", outlined(record)), since=since, until=until, line=line)
        for record, since, until, line in found
    )
    return cast("list[Known]", list(made))


def whole(change: Change) -> Change:
    """A change with all that its findings are."""
    return replace(change, before=_whole(change.before), after=_whole(change.after))


def _whole(finding: Finding | Outline | None) -> Finding | None:
    return from_json(finding.record, Finding) if isinstance(finding, Outline) else finding
