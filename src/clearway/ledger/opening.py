"""Opening a ledger by its name."""

from pathlib import Path
from typing import TYPE_CHECKING

from clearway.errors import LedgerError
from clearway.ledger.protocol import Ledger

if TYPE_CHECKING:
    from clearway.ledger.sql import SqlLedger

PATIENCE = 30.0
"""Seconds that a ledger waits for another writer before it says so."""

_SQLITE = "sqlite:///"
_MAGIC = b"SQLite format 3\x00"
"""How every SQLite file begins (sqlite.org/fileformat.html)."""


def open_ledger(where: str | Path, *, create: bool = True, patience: float = PATIENCE) -> Ledger:
    """The ledger at a path or url, made there if need be; waits `patience` seconds for other writers.

    Raises `LedgerError` when there is none and `create` is false, when the file is something else, or when a newer
    Clearway wrote it. A file that may not be written is opened for reading.
    """
    path = _path(where)
    _check_file(path, create=create)
    from clearway.ledger.faults import told

    with told(path):
        return _open(path, create=create, patience=patience)


def _open(path: Path, *, create: bool, patience: float) -> "SqlLedger":
    """The ledger in a SQLite file; the database library is imported here, so that nobody else waits for it."""
    from clearway.ledger import schema, sqlite, tables
    from clearway.ledger.faults import only_readable
    from clearway.ledger.sql import SqlLedger

    writable = not path.exists() or sqlite.is_writable(path)
    application, generation, filled = (0, 0, False)
    if path.exists():
        application, generation, filled = sqlite.look(path, patience=patience, writable=writable)
    if application not in (0, sqlite.APPLICATION) or (filled and application == 0):
        raise LedgerError(str(path), rule="it is another application's database", remedy="name another file")
    if not filled and not create:
        raise _missing(path)
    schema.check_not_newer(generation, path)
    engine = sqlite.make_engine(path, patience=patience, writable=writable)
    if generation < tables.GENERATION:
        if not writable:
            raise only_readable(path)
        schema.bring_up_to_date(engine, sqlite.SQLITE)
    if writable:
        sqlite.use_wal(engine)
    return SqlLedger(engine, sqlite.SQLITE, path, writable=writable)


def _path(where: str | Path) -> Path:
    """The file that a path or url names."""
    name = str(where)
    if name.startswith(("postgresql:", "postgresql+", "postgres:")):
        rule = "a ledger on PostgreSQL comes with the team store, which this Clearway does not have yet"
        raise LedgerError(name.partition(":")[0], rule=rule, remedy="name a file")
    if isinstance(where, str) and name.startswith(_SQLITE):
        name = name.removeprefix(_SQLITE)
    elif isinstance(where, str) and "://" in name:
        raise LedgerError(name.partition(":")[0], rule="a ledger is a file or sqlite:///FILE", remedy="name a file")
    if name in ("", ":memory:"):
        raise LedgerError(name or "ledger", rule="a ledger lives in a file", remedy="name a file")
    return Path(name)


def _check_file(path: Path, *, create: bool) -> None:
    """Raise `LedgerError` when the path cannot be that of a ledger; looks at its first bytes only."""
    try:
        if path.is_dir():
            raise LedgerError(str(path), rule="it is a folder", remedy="name a file in it")
        if not path.exists():
            if not create:
                raise _missing(path)
            if not path.parent.is_dir():
                raise LedgerError(str(path), rule="its folder does not exist", remedy="make the folder first")
            return
        with path.open("rb") as file:
            start = file.read(len(_MAGIC))
    except OSError as error:
        rule = f"it cannot be opened ({error.strerror})"
        raise LedgerError(str(path), rule=rule, remedy="check the path and your leave to read it") from error
    if start not in (b"", _MAGIC):
        raise LedgerError(str(path), rule="it is not a ledger", remedy="name another file with --ledger")


def _missing(path: Path) -> LedgerError:
    return LedgerError(
        str(path), rule="there is no ledger", remedy="read a report first, or name another with --ledger"
    )
