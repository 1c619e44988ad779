"""A crisis file that somebody sent, put into a ledger: only what is what it says, and told what was left out."""

import sqlite3
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from clearway.crisis.merging import Merged, merge
from clearway.errors import LedgerError
from clearway.model import Judgement

if TYPE_CHECKING:
    from clearway.crisis.api import Crisis
    from clearway.ledger.protocol import Kept

GUARDS = ("_no_update", "_no_delete", "_no_insert")
"""How the triggers of a ledger are called, by which it only grows."""
REMEDY = "ask who made it for a new copy: `clearway ledger copy`"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sifted:
    """What a file came to: what was new, and how much was left out, by why."""

    merged: Merged
    refused: tuple[tuple[str, int], ...]


def sifted(crisis: "Crisis", file: Path, *, on_progress: Callable[[int], None] | None = None) -> Sifted:
    """Put all that is sound of another crisis's file into this one; raises `LedgerError` where it is no such file."""
    from clearway.ledger import open_ledger

    look_through(file)
    refused: Counter[str] = Counter()

    def fit(one: "Kept | Judgement") -> bool:
        why = fault_of(one)
        refused.update([why] if why else [])
        return not why

    with open_ledger(file, create=False) as other:
        merged = merge(crisis.ledger, other, on_progress=on_progress, fit=fit)
    return Sifted(merged=merged, refused=tuple(sorted(refused.items())))


def fault_of(one: "Kept | Judgement") -> str:
    """Why a report with its claims, or a judgement, is not what it says; nothing where it is."""
    if isinstance(one, Judgement):
        return "" if replace(one, id="").id == one.id else "a judgement does not have the id of what it says"
    if replace(one.report, id="").id != one.report.id:
        return "a report does not have the id of what it says"
    for _, claims in one.readings:
        for claim in claims:
            passage = claim.passage
            if passage.report != one.report.id or one.report.text[passage.start : passage.end] != passage.words:
                return "a claim's words do not stand in its report"
            if replace(claim, id="").id != claim.id:
                return "a claim does not have the id of what it says"
    return ""


def look_through(file: Path) -> None:
    """Raise `LedgerError` where a file is no whole database, or holds what would run by itself when it is read."""
    try:
        connection = sqlite3.connect(f"file:{file}?mode=ro&immutable=1", uri=True)
        try:
            connection.execute("PRAGMA trusted_schema = OFF")
            parts = connection.execute("SELECT type, name FROM sqlite_master").fetchall()
            (whole,) = connection.execute("PRAGMA quick_check(1)").fetchone()
        finally:
            connection.close()
    except sqlite3.DatabaseError as error:
        raise LedgerError("the file", rule=f"it is no database ({error})", remedy=REMEDY) from error
    if whole != "ok":
        raise LedgerError("the file", rule="it is damaged", remedy=REMEDY)
    odd = [name for sort, name in parts if sort == "view" or (sort == "trigger" and not str(name).endswith(GUARDS))]
    if odd:
        rule = f"it holds what no ledger does ({str(odd[0])[:60]!r}), and which would run when it is read"
        raise LedgerError("the file", rule=rule, remedy=REMEDY)
