"""SQLite: how its file is opened, guarded and searched; all that is particular to it."""

import os
import sqlite3
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, ExitStack
from dataclasses import asdict
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import ColumnElement, Connection, Engine, bindparam, create_engine, event, func, select, text

from clearway.ledger import tables
from clearway.ledger.dialect import Dialect
from clearway.ledger.spots import MOST
from clearway.model import Box

APPLICATION = 0x436C7277
"""SQLite's application_id of a ledger: "Clrw" in ASCII (sqlite.org/pragma.html#pragma_application_id)."""

WORDS = "CREATE VIRTUAL TABLE words USING fts5(sentence, title, tokenize = 'porter unicode61 remove_diacritics 2')"
SPOTS = "CREATE VIRTUAL TABLE spots USING rtree(id, west, east, south, north)"
"""The two tables that SQLite's own extensions keep."""
_IMMEDIATE = "clearway_writes"
_LAST = "SELECT (SELECT max(rowid) FROM reading), (SELECT max(rowid) FROM judgement)"


def make_engine(path: Path, *, patience: float, writable: bool) -> Engine:
    """An engine whose every commit is on the disk when it returns; it waits `patience` seconds for other writers."""

    def connect() -> sqlite3.Connection:
        # isolation_level None: the transactions are ours, so that data definitions are inside them too
        connection = sqlite3.connect(
            _uri(path, writable), uri=True, timeout=patience, isolation_level=None, check_same_thread=False
        )
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA recursive_triggers = ON")  # so that REPLACE, too, runs into the guards
        return connection

    # the connection that was used last knows most of what is asked for next, and the others need not know it too
    engine = create_engine("sqlite://", creator=connect, poolclass=_pool(), pool_use_lifo=True)
    event.listen(engine, "begin", _begin)
    return engine


def use_wal(engine: Engine) -> None:
    """Let readers go on while one writes; left for the next time where another program is at the file just now."""
    raw = engine.raw_connection()
    try:
        raw.cursor().execute("PRAGMA journal_mode = WAL")
    except sqlite3.OperationalError:
        return
    finally:
        raw.close()


def look(path: Path, *, patience: float, writable: bool) -> tuple[int, int, bool]:
    """The file's application_id, its generation, and whether it holds any table; quick, and without an engine."""
    connection = sqlite3.connect(_uri(path, writable), uri=True, timeout=patience, isolation_level=None)
    try:
        connection.execute("BEGIN")  # all three of one moment, while another process may be making the tables
        application = connection.execute("PRAGMA application_id").fetchone()[0]
        generation = connection.execute("PRAGMA user_version").fetchone()[0]
        filled = connection.execute("SELECT EXISTS (SELECT 1 FROM sqlite_schema)").fetchone()[0]
    finally:
        connection.close()
    return application, generation, bool(filled)


def is_writable(path: Path) -> bool:
    """Whether the file can be written, and so can its journal beside it."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def _uri(path: Path, writable: bool) -> str:
    """The file as a URI; without leave to write, one that asks for none.

    A file in WAL mode needs its companions even to be read. Where they cannot be made and nobody has it open (there
    is no -wal), nothing can change it, which is what `immutable` tells SQLite.
    """
    mode = "mode=rwc" if writable else "mode=ro"
    companion = path.with_name(path.name + "-wal")
    if not writable and not os.access(path.parent, os.W_OK) and not companion.exists():
        mode += "&immutable=1"
    return f"file:{quote(str(path.absolute()))}?{mode}"


def _pool() -> Any:
    """Connections kept open between transactions, as many as there are readers at once."""
    from sqlalchemy.pool import QueuePool

    return QueuePool


def _begin(connection: Connection) -> None:
    # A writer takes the lock at once: a reader that turns into a writer later can be refused without waiting.
    writes = connection.get_execution_options().get(_IMMEDIATE, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _reads(engine: Engine) -> AbstractContextManager[Connection]:
    return engine.begin()


def _writes(engine: Engine) -> AbstractContextManager[Connection]:
    return engine.execution_options(**{_IMMEDIATE: True}).begin()


def _stamped(connection: Connection) -> int:
    return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())


def _stamp(connection: Connection, generation: int) -> None:
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION:d}")
    connection.exec_driver_sql(f"PRAGMA user_version = {generation:d}")


def guards() -> Iterator[tuple[str, str]]:
    """The triggers by which facts only grow, as name and SQL."""
    for table in tables.facts.sorted_tables:
        keys = " AND ".join(f"{column.name} = NEW.{column.name}" for column in table.primary_key)
        again = f"WHEN EXISTS (SELECT 1 FROM {table.name} WHERE {keys})"  # noqa: S608 - names of our own tables
        for act, condition in (("UPDATE", ""), ("DELETE", ""), ("INSERT", again)):
            name = f"{table.name}_no_{act.lower()}"
            yield (
                name,
                f"CREATE TRIGGER {name} BEFORE {act} ON {table.name} {condition} "
                f"BEGIN SELECT RAISE(ABORT, 'a ledger only grows: {table.name}'); END",
            )


def _guard(connection: Connection) -> None:
    for _, statement in guards():
        connection.exec_driver_sql(statement.replace("CREATE TRIGGER", "CREATE TRIGGER IF NOT EXISTS", 1))


def _make_words(connection: Connection) -> None:
    connection.exec_driver_sql("DROP TABLE IF EXISTS words")
    connection.exec_driver_sql(WORDS)


def _write_words(connection: Connection, rows: Sequence[Mapping[str, Any]]) -> None:
    statement = text("INSERT INTO words (rowid, sentence, title) VALUES (:number, :sentence, :title)")
    connection.execute(statement, [dict(row) for row in rows])


def _drop_words(connection: Connection, numbers: Sequence[int]) -> None:
    connection.execute(text("DELETE FROM words WHERE rowid = :number"), [{"number": number} for number in numbers])


def _matching(phrases: Sequence[str]) -> ColumnElement[bool]:
    quoted = " ".join('"' + phrase.replace('"', '""') + '"' for phrase in phrases)
    found = text("SELECT rowid FROM words WHERE words MATCH :sought").bindparams(sought=quoted)
    return tables.finder.c.number.in_(found)


def _naming(part: str) -> ColumnElement[bool]:
    """Each name is looked at once, found behind the one before in the index: claims say few names, and often."""
    word = tables.whereabouts.c.word
    first = select(func.min(word).label("word")).cte("names", recursive=True)
    behind = select(func.min(word)).where(word > first.c.word).correlate(first).scalar_subquery()
    names = first.union_all(select(behind).where(first.c.word.is_not(None)))
    return word.in_(select(names.c.word).where(names.c.word.contains(part, autoescape=True)).correlate(None))


def _make_spots(connection: Connection) -> None:
    connection.exec_driver_sql("DROP TABLE IF EXISTS spots")
    connection.exec_driver_sql(SPOTS)


def _write_spots(connection: Connection, rows: Sequence[Mapping[str, Any]]) -> None:
    if rows:
        statement = f"INSERT INTO spots VALUES (:number * {MOST} + :spot, :west, :east, :south, :north)"  # noqa: S608
        connection.execute(text(statement), [dict(row) for row in rows])


def _drop_spots(connection: Connection, numbers: Sequence[int]) -> None:
    ids = [{"id": number * MOST + spot} for number in numbers for spot in range(MOST)]
    connection.execute(text("DELETE FROM spots WHERE id = :id"), ids)


def _touching(box: Box) -> ColumnElement[bool]:
    found = text(
        f"SELECT id / {MOST} FROM spots "  # noqa: S608 - a number of ours
        "WHERE west <= :easternmost AND east >= :westernmost AND south <= :northernmost AND north >= :southernmost"
    )
    # unique, since a box over the date line is two
    bounds: list[Any] = [bindparam(f"{side}ernmost", getattr(box, side), unique=True) for side in asdict(box)]
    return tables.finder.c.number.in_(found.bindparams(*bounds))


def _growing(engine: Engine, closing: ExitStack) -> Callable[[], str]:
    """Rows of facts are numbered as they come and never go, so the last numbers tell all that is there."""
    borrowed = engine.raw_connection()
    connection: Any = borrowed.dbapi_connection
    borrowed.detach()  # asked by itself: that costs a thousandth of what a transaction does
    closing.callback(connection.close)
    lock = threading.Lock()

    def grown() -> str:
        with lock:
            reading, judgement = connection.execute(_LAST).fetchone()
        return f"{reading}-{judgement}"

    return grown


def _seen(connection: Connection) -> str:
    return "-".join(map(str, connection.exec_driver_sql(_LAST).one()))


def _indexed(connection: Connection) -> set[str]:
    return set(connection.exec_driver_sql("SELECT name FROM sqlite_schema WHERE type = 'index'").scalars())


SQLITE = Dialect(
    name="sqlite",
    keeps_order=True,
    reads=_reads,
    writes=_writes,
    stamped=_stamped,
    stamp=_stamp,
    guard=_guard,
    make_words=_make_words,
    write_words=_write_words,
    drop_words=_drop_words,
    matching=_matching,
    naming=_naming,
    make_spots=_make_spots,
    write_spots=_write_spots,
    drop_spots=_drop_spots,
    touching=_touching,
    growing=_growing,
    seen=_seen,
    indexed=_indexed,
)
