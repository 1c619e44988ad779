"""A crisis file that somebody sent, put into a ledger: only what is what it says, and told what was left out."""

import sqlite3
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from clearway.crisis.merging import Merged, merge
from clearway.errors import LedgerError
from clearway.model import Judgement, Passage, Report

if TYPE_CHECKING:
    from clearway.crisis.api import Crisis
    from clearway.ledger.protocol import Kept, Reading

LATER = "a report that is here was read later there; the reading here stays"
REMEDY = "ask who made it for a new copy: `clearway ledger copy`"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sifted:
    """What a file came to: what was new, and how much was left out, by why."""

    merged: Merged
    refused: tuple[tuple[str, int], ...]


def sifted(crisis: "Crisis", file: Path, *, on_progress: Callable[[int], None] | None = None) -> Sifted:
    """Put all that is sound of another crisis's file into this one; raises `LedgerError` where it is no such file."""
    from clearway.ledger import open_ledger
    from clearway.ledger.faults import DATABASE

    look_through(file)
    sieve = _Sieve(crisis)
    try:
        with open_ledger(file, create=False, reads_only=True) as other:
            merged = merge(crisis.ledger, other, on_progress=on_progress, fit=sieve.fit, trim=sieve.trim)
    except (msgspec.MsgspecError, ValueError, *DATABASE) as error:  # its rows hold what no ledger writes
        raise _damaged() from error
    return Sifted(merged=merged, refused=tuple(sorted(sieve.refused.items())))


class _Sieve:
    """What is let into a crisis, and what was not, by why."""

    def __init__(self, crisis: "Crisis") -> None:
        self.refused: Counter[str] = Counter()
        self._ledger = crisis.ledger
        self._judged: set[str] | None = None

    def fit(self, one: "Kept | Judgement") -> bool:
        """Whether it is what it says, and what it speaks of is held."""
        why = fault_of(one) or (self._lacking(one) if isinstance(one, Judgement) else "")
        self.refused.update([why] if why else [])
        return not why

    def trim(self, kept: "Kept") -> "Kept":
        """Without the readings that would take the place of the one of a report that is held here."""
        from clearway.model.claim import BY_HAND

        if not any(self._ledger.reports_named([kept.report.id])):
            return kept
        ours = [one for one in self._ledger.readings(kept.report.id) if one.extractor != BY_HAND]
        if not ours:
            return kept
        current = _order(ours[-1])
        stay = tuple(one for one in kept.readings if one[0].extractor == BY_HAND or _order(one[0]) <= current)
        if len(stay) < len(kept.readings):
            self.refused[LATER] += 1
        return replace(kept, readings=stay)

    def _lacking(self, one: Judgement) -> str:
        """Why a judgement has nothing to hold on to; nothing where that is held."""
        if self._judged is None:
            self._judged = {judgement.id for judgement in self._ledger.judgements()}
        if len({claim.id for claim in self._ledger.claims_named(one.claims)}) < len(set(one.claims)):
            return "a judgement speaks of a claim that is not here"
        if not set(one.after) <= self._judged:
            return "a judgement comes after one that is not here"
        self._judged.add(one.id)
        return ""


def _order(reading: "Reading") -> tuple[datetime, int, str]:
    return reading.at, reading.turn, reading.id


def fault_of(one: "Kept | Judgement") -> str:
    """Why a report with its claims, or a judgement, is not what it says; nothing where it is."""
    from clearway.ledger.rows import reading_id

    if isinstance(one, Judgement):
        return "" if replace(one, id="").id == one.id else "a judgement does not have the id of what it says"
    if replace(one.report, id="").id != one.report.id:
        return "a report does not have the id of what it says"
    for reading, claims in one.readings:
        if reading.id != reading_id(reading, one.report.id):
            return "a reading does not have the id of what it says"
        for claim in claims:
            if not all(_stands(passage, one.report) for passage in (claim.passage, claim.sentence)):
                return "a claim's words do not stand in its report"
            if replace(claim, id="").id != claim.id:
                return "a claim does not have the id of what it says"
    return ""


def _stands(passage: Passage, report: Report) -> bool:
    inside = 0 <= passage.start < passage.end <= len(report.text)
    return inside and passage.report == report.id and passage.cuts(report.text)


def look_through(file: Path) -> None:
    """Raise `LedgerError` where a file is no whole database, or holds what would run by itself when it is read."""
    try:
        connection = sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
        try:
            connection.execute("PRAGMA trusted_schema = OFF")
            parts = connection.execute("SELECT type, name, sql FROM sqlite_master").fetchall()
            odd = [name for sort, name, sql in parts if _is_odd(connection, sort, str(name), str(sql))]
            (whole,) = connection.execute("PRAGMA quick_check(1)").fetchone() if not odd else ("ok",)
        finally:
            connection.close()
    except sqlite3.DatabaseError as error:
        raise LedgerError("the file", rule=f"it is no database ({error})", remedy=REMEDY) from error
    if odd:
        rule = f"it holds what no ledger does ({odd[0][:60]!r}), and which would run when it is read"
        raise LedgerError("the file", rule=rule, remedy=REMEDY)
    if whole != "ok":
        raise _damaged()


def _damaged() -> LedgerError:
    """What is told of a file of which the parts do not fit together."""
    return LedgerError("the file", rule="it is damaged", remedy=REMEDY)


def _is_odd(connection: sqlite3.Connection, sort: str, name: str, sql: str) -> bool:
    """Whether a part of a database is a view, a trigger or virtual table not quite ours, or has generated columns."""
    from clearway.ledger.sqlite import SPOTS, WORDS, guards

    if sort == "trigger":
        return (name, sql) not in set(guards())
    if sort != "table":
        return sort == "view"
    if sql.upper().startswith("CREATE VIRTUAL"):
        return sql not in (WORDS, SPOTS)
    columns = connection.execute("SELECT hidden FROM pragma_table_xinfo(?)", (name,)).fetchall()
    return any(hidden for (hidden,) in columns)
