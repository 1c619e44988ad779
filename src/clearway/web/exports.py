"""Exports: asked for, made behind the pages, looked at, let out by the officer, and thrown away after a while."""

import json
import shutil
import sqlite3
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path
from secrets import token_hex
from typing import BinaryIO

from clearway.crisis.writing import Order, What, Written, check_order
from clearway.display.catalogue import say
from clearway.errors import DeskError, UsageError
from clearway.model import Profile, from_plain, to_plain
from clearway.web.inbox import Reason
from clearway.web.rights import Person, Role
from clearway.web.store import Store

KEPT = timedelta(days=2)
"""So long the file is kept; what it was, and its hash, stay known."""
MOST_WAITING = 20
WHOLE = (What.LEDGER, What.COPY)
"""What holds the whole crisis, and is for leads."""
TAKES_RECORDS = (Role.LEAD, Role.OFFICER)
"""Who takes records of corridors away in a file."""


class Stage(StrEnum):
    """How far an export is."""

    WAITING = "waiting"
    MAKING = "making"
    MADE = "made"
    REFUSED = "refused"
    GONE = "gone"


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What came of it so far, and how often it was begun."""

    written: Written | None = None
    refused: Reason | None = None
    tries: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """What somebody asked for, how far it is, and who let it out of the team, where it is for others."""

    id: str
    order: Order
    who: str
    at: str
    state: Stage
    told: Told
    out_by: str | None
    out_at: str | None

    @property
    def file_name(self) -> str:
        """What the file is called when it is taken: nothing of it was typed by anybody."""
        return f"clearway-{self.order.what}-{self.order.profile}-{self.at[:10]}-{self.id[:8]}.{self.order.form}"

    @property
    def is_for_others(self) -> bool:
        """Whether it may leave the team, once the officer has let it out."""
        return self.order.profile is not Profile.RESTRICTED

    def may_see(self, person: Person) -> bool:
        """Whether a person may know of it and what it holds."""
        if self.is_for_others:
            return self.out_by is not None or person.may(Role.ANALYST, Role.OFFICER)
        return may_order(person, self.order)

    def may_take(self, person: Person) -> bool:
        """Whether a person may have the file."""
        return self.may_see(person) and (not self.is_for_others or self.out_by is not None or person.may(Role.OFFICER))


def may_order(person: Person, order: Order) -> bool:
    """Whether a person may ask for it: whoever sees what is kept, and the whole crisis only a lead.

    Records of corridors leave by those alone who take a file of a corridor.
    """
    if order.what in WHOLE:
        return person.may(Role.LEAD)
    if order.records:
        return person.may(*TAKES_RECORDS)
    return person.may(Role.ANALYST) if order.lists is not None else person.may(Role.ANALYST, Role.OFFICER)


class Exports:
    """Exports in a folder under names of the desk's own, and what is known of each in the desk's store."""

    def __init__(self, store: Store, folder: Path, *, now: Callable[[], datetime]) -> None:
        self._store = store
        self.folder = folder
        self._now = now
        self._lock = threading.Lock()
        self.come = threading.Event()
        """Set when something was asked for."""

    def ask(self, order: Order, *, who: str, lists: Sequence[BinaryIO] = ()) -> str:
        """Ask for an export; its id. The files of `lists` are kept until it is made, under the names in the order.

        Raises `UsageError` where it makes no sense or too many wait.
        """
        check_order(order)
        waiting = self._store.rows("SELECT 1 FROM export WHERE state IN (?, ?)", (Stage.WAITING, Stage.MAKING))
        if len(waiting) >= MOST_WAITING:
            raise UsageError("export", rule=say("wrong.exports_wait", n=len(waiting)), remedy=say("wrong.wait_exports"))
        made = token_hex(16)
        self._keep_lists(made, order, lists)
        asked = json.dumps(to_plain(order), ensure_ascii=False)
        self._store.rows(
            "INSERT INTO export VALUES (?, ?, ?, ?, ?, '{}', NULL, NULL)",
            (made, asked, who, self._now().isoformat(timespec="seconds"), Stage.WAITING),
        )
        self.come.set()
        return made

    def export(self, name: str) -> Export | None:
        """The export of this id."""
        row = self._store.row("SELECT * FROM export WHERE id = ?", (name,))
        return _export(row) if row else None

    def listed(self, *, before: str | None = None, most: int = 50) -> list[Export]:
        """Those before one of an earlier page, the newest first; raises `UsageError` for an unknown one."""
        first = 2**62
        if before is not None:
            row = self._store.row("SELECT rowid FROM export WHERE id = ?", (before,))
            if row is None:
                raise UsageError(before, rule=say("wrong.no_export"), remedy=say("wrong.first_page"))
            first = row["rowid"]
        rows = self._store.rows("SELECT * FROM export WHERE rowid < ? ORDER BY rowid DESC LIMIT ?", (first, most))
        return [_export(row) for row in rows]

    def let_out(self, name: str, *, who: str) -> None:
        """Let a made export out of the team."""
        at = self._now().isoformat(timespec="seconds")
        self._store.rows(
            "UPDATE export SET out_by = ?, out_at = ? WHERE id = ? AND state = ?", (who, at, name, Stage.MADE)
        )

    def _keep_lists(self, name: str, order: Order, lists: Sequence[BinaryIO]) -> None:
        names = order.lists.files if order.lists else ()
        try:
            for called, source in zip(names, lists, strict=True):
                folder = self.lists(name)
                folder.mkdir(mode=0o700, parents=True, exist_ok=True)
                with (folder / called).open("xb") as file:
                    shutil.copyfileobj(source, file)
        except OSError as error:
            self.forget_lists(name)
            rule = say("wrong.not_kept", why=error.strerror or error)
            raise DeskError("lists", rule=rule, remedy=say("wrong.make_room")) from error

    def lists(self, name: str) -> Path:
        """Where lists are kept while something is made of them."""
        return self.folder / f"{name}.lists"

    def forget_lists(self, name: str) -> None:
        """Keep the lists of an export no longer: they name people."""
        shutil.rmtree(self.lists(name), ignore_errors=True)

    def file(self, name: str) -> Path:
        """Where the file of an export is kept; `name` is an id that was looked up, never what somebody typed."""
        return self.folder / name

    def throw_away(self, name: str) -> None:
        """Keep the file no longer; one that is just being made is thrown away when it is."""
        with self._lock:
            self._store.rows("UPDATE export SET state = ? WHERE id = ?", (Stage.GONE, name))
            self.file(name).unlink(missing_ok=True)
            self.forget_lists(name)

    def recover(self) -> None:
        """After a start: what was being made waits again, and files that nobody knows of are thrown away."""
        self._store.rows("UPDATE export SET state = ? WHERE state = ?", (Stage.WAITING, Stage.MAKING))
        for row in self._store.rows("SELECT * FROM export WHERE state = ?", (Stage.WAITING,)):
            if _export(row).order.lists is not None:
                rule = say("wrong.list_dropped")
                reason = Reason(document="lists", rule=rule, remedy=say("wrong.send_them"))
                self._set(row["id"], Stage.REFUSED, Told(refused=reason))
        known = {row["id"] for row in self._store.rows("SELECT id FROM export WHERE state = ?", (Stage.MADE,))}
        for path in self.folder.glob("*") if self.folder.is_dir() else ():
            if path.is_dir():
                shutil.rmtree(path, ignore_errors=True)
            elif path.name not in known:
                path.unlink(missing_ok=True)

    def tidy(self) -> None:
        """Throw away what was kept for long enough."""
        oldest = (self._now() - KEPT).isoformat(timespec="seconds")
        for row in self._store.rows("SELECT id FROM export WHERE state = ? AND at < ?", (Stage.MADE, oldest)):
            self.throw_away(row["id"])

    def next(self) -> Export | None:
        """The one that waits for longest, which is being made from now on."""
        with self._store.together():
            row = self._store.row("SELECT * FROM export WHERE state = ? ORDER BY rowid LIMIT 1", (Stage.WAITING,))
            if row is None:
                return None
            tries = _export(row).told.tries + 1
            self._set(row["id"], Stage.MAKING, Told(tries=tries))
        return self.export(row["id"])

    def again(self, export: Export) -> None:
        """Let it wait once more: making it was stopped from outside."""
        self._set(export.id, Stage.WAITING, Told(tries=export.told.tries - 1))

    def done(self, export: Export, *, written: Written | None, refused: Reason | None, part: Path) -> bool:
        """It is made, or cannot be; false where it was thrown away meanwhile."""
        with self._lock:
            now = self.export(export.id)
            if now is None or now.state is not Stage.MAKING:
                part.unlink(missing_ok=True)
                return False
            if written is None:
                part.unlink(missing_ok=True)
            else:
                part.replace(self.file(export.id))
            told = Told(written=written, refused=refused, tries=export.told.tries)
            self._set(export.id, Stage.MADE if written else Stage.REFUSED, told)
        return True

    def _set(self, name: str, state: Stage, told: Told) -> None:
        written = json.dumps(to_plain(told), ensure_ascii=False)
        self._store.rows("UPDATE export SET state = ?, told = ? WHERE id = ?", (state, written, name))


def _export(row: sqlite3.Row) -> Export:
    return Export(
        id=row["id"],
        order=from_plain(json.loads(row["asked"]), Order),
        who=row["who"],
        at=row["at"],
        state=Stage(row["state"]),
        told=from_plain(json.loads(row["told"]), Told),
        out_by=row["out_by"],
        out_at=row["out_at"],
    )
