"""The log of who did what: each entry holds the hash of the one before, so a change to any breaks the chain."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from clearway.display.catalogue import say
from clearway.web.store import Store

FIRST = "0" * 64
"""What stands before the first entry."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """Who did what, when, and what it was about."""

    number: int
    at: str
    who: str
    act: str
    about: str
    before: str
    hash: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified:
    """What checking the log came to: how many entries hold, the last hash, and the first entry that does not hold."""

    entries: int
    last: str
    broken: int | None = None
    why: str = ""


def note(store: Store, *, who: str, act: str, about: str = "", at: datetime) -> Entry:
    """Add an entry."""
    with store.together():
        last = store.row("SELECT number, hash FROM audit ORDER BY number DESC LIMIT 1")
        number, before = (last["number"] + 1, last["hash"]) if last else (1, FIRST)
        moment = at.isoformat(timespec="seconds")
        entry = Entry(
            number=number,
            at=moment,
            who=who,
            act=act,
            about=about,
            before=before,
            hash=_hash(number, moment, who, act, about, before),
        )
        store.rows(
            "INSERT INTO audit VALUES (?, ?, ?, ?, ?, ?, ?)", (number, moment, who, act, about, before, entry.hash)
        )
    return entry


def entries(store: Store, *, before: int | None = None, most: int = 100) -> list[Entry]:
    """The entries before a number, the newest first."""
    rows = store.rows("SELECT * FROM audit WHERE number < ? ORDER BY number DESC LIMIT ?", (before or 2**62, most))
    return [Entry(**dict(row)) for row in rows]


def verify(store: Store, *, known: str | None = None) -> Verified:
    """Check every entry and its place in the chain.

    Who can write the file can cut off its end, or write the whole chain anew. `known` is a hash that was noted
    elsewhere earlier: it must still be in the log.
    """
    before, count, seen = FIRST, 0, known in (None, FIRST)
    for entry in _all(store):
        count += 1
        if entry.number != count:
            return Verified(entries=count - 1, last=before, broken=count, why=say("wrong.entry_missing"))
        if entry.before != before:
            return Verified(entries=count - 1, last=before, broken=count, why=say("wrong.entry_elsewhere"))
        if entry.hash != _hash(entry.number, entry.at, entry.who, entry.act, entry.about, entry.before):
            return Verified(entries=count - 1, last=before, broken=count, why=say("wrong.entry_changed"))
        before = entry.hash
        seen = seen or entry.hash == known
    if not seen:
        why = say("wrong.log_anew")
        return Verified(entries=count, last=before, broken=count + 1, why=why)
    return Verified(entries=count, last=before)


def _all(store: Store) -> Iterator[Entry]:
    after = 0
    while rows := store.rows("SELECT * FROM audit WHERE number > ? ORDER BY number LIMIT 1000", (after,)):
        yield from (Entry(**dict(row)) for row in rows)
        after = rows[-1]["number"]


def _hash(number: int, at: str, who: str, act: str, about: str, before: str) -> str:
    # JSON, so that no two entries give the same text
    said = json.dumps([before, number, at, who, act, about], ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(said.encode()).hexdigest()
