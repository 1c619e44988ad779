"""A database's errors as ours, at the one seam where they come out."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as NoConnection

from clearway.errors import LedgerError
from clearway.ledger.naming import is_url

DATABASE = (SQLAlchemyError, sqlite3.Error)
"""What reading rows raises that hold what no ledger writes."""
_READ_ONLY = "it can only be read"
_MAY_WRITE = "get leave to write the file and its folder, or copy it elsewhere"
_KNOWN = (
    ("locked", "another program is writing to it and did not finish in time", "wait for it, then run the same again"),
    ("busy", "another program is writing to it and did not finish in time", "wait for it, then run the same again"),
    ("readonly", _READ_ONLY, _MAY_WRITE),
    ("only grows", "it refuses to change or delete what it keeps", "add a judgement that corrects it instead"),
    ("not a database", "it is not a ledger", "name another file with --ledger"),
    ("malformed", "the file is damaged", "restore a copy, or read the reports into a new ledger"),
    ("disk is full", "the disk is full", "make room, then run the same again"),
    ("disk i/o", "the disk failed", "check the disk, then run the same again"),
    ("unable to open", "it cannot be opened", "check that its folder exists and may be written"),
    ("no such module", "this Python's SQLite has no full-text search (FTS5)", "use another build of Python"),
)


def only_readable(where: Path | str) -> LedgerError:
    """Something was to be written where nothing may be."""
    remedy = "name the server that is written to, or a user who may write" if is_url(where) else _MAY_WRITE
    return LedgerError(str(where), rule=_READ_ONLY, remedy=remedy)


def as_ledger_error(where: Path | str, error: Exception) -> LedgerError:
    """What a database's error means for its user."""
    if isinstance(error, NoConnection):
        rule = "all connections that this program may have to it are taken"
        return LedgerError(str(where), rule=rule, remedy="wait, then run the same again")
    if isinstance(error, DBAPIError) and hasattr(error.orig, "sqlstate"):
        from clearway.ledger.postgres.faults import as_ledger_error

        return as_ledger_error(str(where), error)
    message = str(error.orig if isinstance(error, DBAPIError) else error)
    for sign, rule, remedy in _KNOWN:
        if sign in message.casefold():
            return LedgerError(str(where), rule=rule, remedy=remedy)
    return LedgerError(str(where), rule=f"the database says: {message}", remedy="check the file, then run it again")


@contextmanager
def told(where: Path | str) -> Iterator[None]:
    """Raise `LedgerError` where the database raises its own."""
    try:
        yield
    except (DBAPIError, NoConnection, sqlite3.Error) as error:
        raise as_ledger_error(where, error) from error
