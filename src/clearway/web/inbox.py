"""What waits to be read: on the disk until it is in the ledger, so that nothing which was taken in is lost."""

import json
import os
import shutil
import sqlite3
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from secrets import token_hex
from typing import Any, BinaryIO

from clearway.display.catalogue import say
from clearway.errors import DeskError, RefusedDocument, UsageError
from clearway.model import Document, Hints, from_plain, to_plain
from clearway.web.store import Store

LONGEST_NAME = 200
BLOCK = 1024 * 1024


class State(StrEnum):
    """How far a document is."""

    WAITING = "waiting"
    READING = "reading"
    READ = "read"
    REFUSED = "refused"


UNREAD = (State.WAITING, State.READING)


@dataclass(frozen=True, slots=True, kw_only=True)
class Came:
    """A report that a document held; `known` where the ledger had it."""

    report: str
    title: str
    claims: int
    known: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why a document, or a part of it, was refused."""

    document: str
    rule: str
    remedy: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What has come of a document so far; `tries` counts how often its reading was begun."""

    reports: tuple[Came, ...] = ()
    refused: tuple[Reason, ...] = ()
    tries: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A document that came in: what it is called, who gave it when (UTC), its bytes, and what came of it."""

    id: str
    name: str
    who: str
    at: str
    bytes: int
    state: State
    told: Told = field(default_factory=Told)


class Inbox:
    """Documents in a folder under names of the desk's own, and what is known of each in the desk's store."""

    def __init__(self, store: Store, folder: Path, *, now: Callable[[], datetime]) -> None:
        self._store = store
        self.folder = folder
        self._now = now

    def put(self, name: str, source: BinaryIO, *, who: str, hints: Hints, key: str | None = None) -> str | None:
        """Take a document in; when this returns, it is on the disk. `None` where the same `key` was taken before.

        Its name is told to people and never used as one of a file.
        """
        made = key or token_hex(16)
        if key and self._store.row("SELECT 1 FROM document WHERE id = ?", (key,)):
            return None
        size = self._write(made, source)
        at = self._now().isoformat(timespec="microseconds")
        plain = json.dumps({key: value for key, value in to_plain(hints).items() if value is not None})
        try:
            self._store.rows(
                "INSERT OR IGNORE INTO document VALUES (?, ?, ?, ?, ?, ?, ?, '{}')",
                (made, shown_name(name), plain, who, at, size, State.WAITING),
            )
        except DeskError:
            (self.folder / made).unlink(missing_ok=True)  # nobody knows of it
            raise
        return made

    def _write(self, name: str, source: BinaryIO) -> int:
        """Write the file whole and to the disk, or not at all."""
        part = self.folder / f"{name}.part"
        try:
            self.folder.mkdir(mode=0o700, exist_ok=True)
            with part.open("wb") as file:
                shutil.copyfileobj(source, file, BLOCK)
                file.flush()
                os.fsync(file.fileno())
                size = file.tell()
            part.replace(self.folder / name)
            _to_disk(self.folder)
        except OSError as error:
            part.unlink(missing_ok=True)
            rule = say("wrong.not_kept", why=error.strerror or error)
            raise DeskError("inbox", rule=rule, remedy=say("wrong.make_room")) from error
        return size

    def recover(self) -> None:
        """After a start: what was being read waits again, and what nobody knows of is thrown away."""
        with suppress(DeskError):  # on a full disk the desk opens all the same; `next` takes what was being read, too
            self._store.rows("UPDATE document SET state = ? WHERE state = ?", (State.WAITING, State.READING))
        known = {row["id"] for row in self._store.rows("SELECT id FROM document WHERE state IN (?, ?)", UNREAD)}
        for path in self.folder.glob("*") if self.folder.is_dir() else ():
            if path.name not in known:
                path.unlink(missing_ok=True)

    def next(self) -> Item | None:
        """The document that waits for longest, which is being read from now on; one whose reading broke off, too."""
        with self._store.together():
            row = self._store.row("SELECT * FROM document WHERE state IN (?, ?) ORDER BY rowid LIMIT 1", UNREAD)
            if row is None:
                return None
            item = _item(row)
            told = Told(tries=item.told.tries + 1)
            self._set(item.id, State.READING, told)
        return Item(**{**_plain(item), "state": State.READING, "told": told})

    def document(self, item: Item) -> Document:
        """A document with its bytes; raises `RefusedDocument` where they are gone, `DeskError` where the disk fails."""
        row = self._store.row("SELECT hints FROM document WHERE id = ?", (item.id,))
        hints = from_plain(json.loads(row["hints"]) if row else {}, Hints)
        try:
            return Document(name=item.name, data=(self.folder / item.id).read_bytes(), hints=hints)
        except FileNotFoundError as error:
            rule = say("wrong.bytes_gone", why=error.strerror or error)
            raise RefusedDocument(item.name, rule=rule, remedy=say("wrong.send_it")) from error
        except OSError as error:  # they are there all the same
            rule = say("wrong.inbox_unread", why=error.strerror or error)
            remedy = say("wrong.check_disk_files")
            raise DeskError("inbox", rule=rule, remedy=remedy) from error

    def progress(self, item: Item, told: Told) -> None:
        """Keep how far the reading is."""
        self._set(item.id, State.READING, told)

    def wait(self, item: Item, told: Told) -> None:
        """Let a document wait again."""
        self._set(item.id, State.WAITING, told)

    def done(self, item: Item, told: Told) -> None:
        """A document is read, as far as it can be; its bytes are thrown away."""
        self._set(item.id, State.READ if told.reports else State.REFUSED, told)
        (self.folder / item.id).unlink(missing_ok=True)

    def items(self, *, before: str | None = None, most: int = 50) -> tuple[Item, ...]:
        """The documents before one of an earlier page, the newest first; raises `UsageError` for an unknown one."""
        first = 2**62
        if before is not None:
            row = self._store.row("SELECT rowid FROM document WHERE id = ?", (before,))
            if row is None:
                rule = say("wrong.no_document")
                raise UsageError(before, rule=rule, remedy=say("wrong.first_page"))
            first = row["rowid"]
        # in the order in which they came, which a clock does not always tell
        rows = self._store.rows("SELECT * FROM document WHERE rowid < ? ORDER BY rowid DESC LIMIT ?", (first, most))
        return tuple(map(_item, rows))

    def counts(self) -> Mapping[str, int]:
        """How many documents are in each state."""
        rows = self._store.rows("SELECT state, count(*) AS n FROM document GROUP BY state")
        return {row["state"]: row["n"] for row in rows}

    def _set(self, name: str, state: State, told: Told) -> None:
        written = json.dumps(to_plain(told), ensure_ascii=False)
        self._store.rows("UPDATE document SET state = ?, told = ? WHERE id = ?", (state, written, name))


def shown_name(name: str) -> str:
    """What a document is called, of what a browser says it is called: the last part, without what cannot be seen."""
    last = name.replace("\\", "/").rpartition("/")[2]
    kept = "".join(letter if letter.isprintable() else "\ufffd" for letter in last).strip()
    if len(kept) > LONGEST_NAME:  # its end tells its format
        kept = f"{kept[: LONGEST_NAME - 20]}…{kept[-19:]}"
    return kept or "unnamed"


def _to_disk(folder: Path) -> None:
    """Bring the names in a folder to the disk, lest a file be there and its name lost when the power fails."""
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def _item(row: sqlite3.Row) -> Item:
    return Item(
        id=row["id"],
        name=row["name"],
        who=row["who"],
        at=row["at"],
        bytes=row["bytes"],
        state=State(row["state"]),
        told=from_plain(json.loads(row["told"]), Told),
    )


def _plain(item: Item) -> dict[str, Any]:
    return {name: getattr(item, name) for name in ("id", "name", "who", "at", "bytes", "state", "told")}
