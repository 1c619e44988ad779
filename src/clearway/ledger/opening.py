"""Opening a ledger by its name."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from clearway.errors import LedgerError
from clearway.ledger.naming import SQLITE, Address, address_of, is_url
from clearway.ledger.protocol import Ledger

if TYPE_CHECKING:
    from clearway.ledger.postgres import Found
    from clearway.ledger.sql import SqlLedger

Tell = Callable[[str], None]
PATIENCE = 30.0
"""Seconds that a ledger waits for another writer, or for a server that is away, before it says so."""

_MAGIC = b"SQLite format 3\x00"
"""How every SQLite file begins (sqlite.org/fileformat.html)."""


def open_ledger(
    where: str | Path,
    *,
    create: bool = True,
    patience: float = PATIENCE,
    away: float | None = None,
    reads_only: bool = False,
    tell: Tell | None = None,
) -> Ledger:
    """The ledger at a path or url, made there if need be; waits `patience` seconds for other writers.

    A server that cannot be reached is waited for `away` seconds (else as long), as while it starts again. Raises
    `LedgerError` when there is none and `create` is false, when the file or database is something else, or when a newer
    Clearway wrote it. What may not be written is opened for reading; with `reads_only` so is every file but one of an
    older Clearway, which has to be brought up to date first. `tell` is told of what takes a while: indexes that an
    older ledger lacks.
    """
    if is_url(where):
        away = patience if away is None else away
        return _open_server(address_of(str(where)), create=create, patience=patience, away=away, tell=tell)
    path = _path(where)
    _check_file(path, create=create)
    from clearway.ledger.faults import told

    with told(path):
        return _open(path, create=create, patience=patience, reads_only=reads_only, tell=tell)


def _open(path: Path, *, create: bool, patience: float, reads_only: bool, tell: Tell | None) -> "SqlLedger":
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
    writable = writable and not (reads_only and generation == tables.GENERATION)
    engine = sqlite.make_engine(path, patience=patience, writable=writable)
    if generation < tables.GENERATION:
        if not writable:
            raise only_readable(path)
        schema.bring_up_to_date(engine, sqlite.SQLITE)
    if writable:
        sqlite.use_wal(engine)
        schema.add_indexes(engine, sqlite.SQLITE, tell)
        schema.add_tables(engine, sqlite.SQLITE, tell)
    return SqlLedger(engine, sqlite.SQLITE, path, writable=writable)


def _open_server(address: Address, *, create: bool, patience: float, away: float, tell: Tell | None) -> "SqlLedger":
    """The ledger in a database on a server."""
    from clearway.ledger.faults import told
    from clearway.ledger.postgres import POSTGRES, look, make_engine, make_schema
    from clearway.ledger.sql import SqlLedger

    engine = make_engine(address, patience=patience, away=away)
    try:
        with told(address.shown):
            from clearway.ledger import schema

            found = look(engine, address)
            writable = _prepared(found, address, create=create)
            if writable is None:
                make_schema(engine, address)
                schema.bring_up_to_date(engine, POSTGRES)
            elif found.writable and found.alterable:
                schema.add_indexes(engine, POSTGRES, tell)
                schema.add_tables(engine, POSTGRES, tell)
            elif found.writable and schema.lacking(engine, POSTGRES):
                raise _not_owned(address, "it lacks some that this one needs")
    except BaseException:
        engine.dispose()
        raise
    return SqlLedger(engine, POSTGRES, address.shown, writable=writable is not False)


def _prepared(found: "Found", address: Address, *, create: bool) -> bool | None:
    """Whether the ledger that was found can be written; `None` where its tables are to be made or brought up to date.

    Raises `LedgerError` where they are another's or cannot be.
    """
    from clearway.ledger import schema, tables
    from clearway.ledger.faults import only_readable

    if found.filled and not found.ours:
        rule = f"schema {address.schema} holds another application's tables"
        raise LedgerError(address.shown, rule=rule, remedy="name another database, or another ?schema=")
    if not found.ours and not create:
        raise _missing(address.shown)
    schema.check_not_newer(found.generation, address.shown)
    if found.generation == tables.GENERATION:
        return found.writable
    if not found.writable:
        raise only_readable(address.shown)
    if not found.alterable:
        raise _not_owned(address, f"generation {found.generation}, this one needs {tables.GENERATION}")
    return None


def _not_owned(address: Address, why: str) -> LedgerError:
    rule = f"an older Clearway made its tables ({why})"
    return LedgerError(address.shown, rule=rule, remedy="open it once as the user who owns them")


def _path(where: str | Path) -> Path:
    """The file that a path or url names."""
    name = str(where)
    if isinstance(where, str) and name.startswith(SQLITE):
        name = name.removeprefix(SQLITE)
    elif isinstance(where, str) and "://" in name:
        rule = "a ledger is a file, sqlite:///FILE or postgresql://HOST/DATABASE"
        raise LedgerError(name.partition(":")[0], rule=rule, remedy="name a file")
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


def _missing(path: Path | str) -> LedgerError:
    return LedgerError(
        str(path), rule="there is no ledger", remedy="read a report first, or name another with --ledger"
    )
