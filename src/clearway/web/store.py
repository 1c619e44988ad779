"""The desk's own file: people, sessions, invitations, the audit log and what waits to be read."""

import os
import sqlite3
import threading
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from clearway.display.catalogue import say
from clearway.errors import DeskError

APPLICATION = 0x436C7264
"""SQLite's application_id of a desk: "Clrd" in ASCII."""

TABLES = """
CREATE TABLE person (
    name TEXT PRIMARY KEY COLLATE NOCASE, roles TEXT NOT NULL, password TEXT, active INTEGER NOT NULL DEFAULT 1,
    since TEXT NOT NULL
) STRICT;
CREATE TABLE session (
    token TEXT PRIMARY KEY, person TEXT NOT NULL REFERENCES person, began TEXT NOT NULL, seen TEXT NOT NULL
) STRICT;
CREATE TABLE invitation (
    token TEXT PRIMARY KEY, name TEXT, roles TEXT NOT NULL, until TEXT NOT NULL
) STRICT;
CREATE TABLE audit (
    number INTEGER PRIMARY KEY, at TEXT NOT NULL, who TEXT NOT NULL, act TEXT NOT NULL, about TEXT NOT NULL,
    before TEXT NOT NULL, hash TEXT NOT NULL
) STRICT;
CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'an audit log only grows'); END;
CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'an audit log only grows'); END;
CREATE TABLE document (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, hints TEXT NOT NULL, who TEXT NOT NULL, at TEXT NOT NULL,
    bytes INTEGER NOT NULL, state TEXT NOT NULL, told TEXT NOT NULL DEFAULT '{}'
) STRICT;
CREATE INDEX document_by_state ON document (state);
CREATE TABLE watched (folder TEXT PRIMARY KEY, who TEXT NOT NULL, at TEXT NOT NULL) STRICT;
"""
LATER = """
CREATE TABLE IF NOT EXISTS export (
    id TEXT PRIMARY KEY, asked TEXT NOT NULL, who TEXT NOT NULL, at TEXT NOT NULL, state TEXT NOT NULL,
    told TEXT NOT NULL DEFAULT '{}', out_by TEXT, out_at TEXT
) STRICT;
"""
"""Tables that came later; a Clearway that knows nothing of them works on as before."""
GENERATION = 1


class Store:
    """The desk's SQLite file, shared by all threads; every write is on the disk when it returns."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self._connection = connection
        self._lock = threading.RLock()

    @classmethod
    def open(cls, path: Path, *, create: bool = True) -> Self:
        """The desk's file at `path`, made where there is none; raises `DeskError` where it cannot be used."""
        if not create and not path.exists():
            raise DeskError(str(path), rule=say("wrong.no_desk"), remedy=say("wrong.serve_first"))
        try:
            if not path.exists():
                os.close(os.open(path, os.O_CREAT | os.O_WRONLY, 0o600))  # it holds what passwords are checked with
            connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False, timeout=30)
            _prepare(path, connection)
        except (OSError, sqlite3.Error) as error:
            remedy = say("wrong.check_path")
            raise DeskError(str(path), rule=say("wrong.not_opened", why=error), remedy=remedy) from error
        return cls(path, connection)

    def rows(self, statement: str, values: Sequence[Any] = ()) -> list[sqlite3.Row]:
        """The rows of one statement; what it writes by itself is kept."""
        with self._lock, self._told():
            return self._connection.execute(statement, values).fetchall()

    def row(self, statement: str, values: Sequence[Any] = ()) -> sqlite3.Row | None:
        """The first row, where there is one."""
        return next(iter(self.rows(statement, values)), None)

    @contextmanager
    def together(self) -> Iterator[None]:
        """Within it, what this thread writes is kept whole or not at all; other threads wait."""
        with self._lock, self._told():
            if self._connection.in_transaction:
                yield
                return
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                self._connection.rollback()
                raise
            self._connection.commit()

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            full = "full" in str(error)
            rule = say("wrong.disk_full") if full else say("wrong.database", why=error)
            remedy = say("wrong.make_room_once") if full else say("wrong.check_disk")
            raise DeskError(str(self.path), rule=rule, remedy=remedy) from error

    def backup(self, to: Path) -> None:
        """A copy of one moment in a new file, while the desk goes on; raises `DeskError` where there is one already."""
        if to.exists():
            raise DeskError(str(to), rule=say("wrong.file_known"), remedy=say("wrong.name_another"))
        with self._lock, self._told():
            os.close(os.open(to, os.O_CREAT | os.O_WRONLY, 0o600))
            with closing(sqlite3.connect(to)) as copy:
                self._connection.backup(copy)

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _prepare(path: Path, connection: sqlite3.Connection) -> None:
    connection.row_factory = sqlite3.Row
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("BEGIN IMMEDIATE")
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    generation = connection.execute("PRAGMA user_version").fetchone()[0]
    filled = connection.execute("SELECT EXISTS (SELECT 1 FROM sqlite_schema)").fetchone()[0]
    if filled and application != APPLICATION:
        raise DeskError(str(path), rule=say("wrong.foreign"), remedy=say("wrong.name_desk"))
    if generation > GENERATION:
        raise DeskError(str(path), rule=say("wrong.newer"), remedy=say("wrong.newer_how"))
    if not filled:
        for statement in _statements(TABLES):
            connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION:d}")
        connection.execute(f"PRAGMA user_version = {GENERATION:d}")
    for statement in _statements(LATER):
        connection.execute(statement)
    connection.commit()


def _statements(script: str) -> Iterator[str]:
    """The statements of a script one by one, so that they can be within one transaction."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
