"""Bringing a database to this Clearway's tables: migrations for the facts, a new build for the indexes."""

from collections.abc import Callable
from pathlib import Path

from sqlalchemy import Connection, Engine, Table, inspect

from clearway.errors import LedgerError
from clearway.ledger import indexing, superseding, tables
from clearway.ledger.dialect import Dialect

MIGRATIONS = Path(__file__).parent / "migrations"


def bring_up_to_date(engine: Engine, dialect: Dialect) -> None:
    """Create or migrate the tables in one transaction: killed in between, the database is as it was."""
    with dialect.writes(engine) as connection:
        if dialect.stamped(connection) == tables.GENERATION:
            return  # another process did it while this one waited
        _migrate(connection)
        dialect.guard(connection)
        indexing.make(connection, dialect)
        dialect.stamp(connection, tables.GENERATION)


def lacking(engine: Engine, dialect: Dialect) -> list[Table]:
    """The tables, of those that are filled when a ledger is folded, that it lacks since it is older than they are."""
    with dialect.reads(engine) as connection:
        return _lacking(connection)


def _lacking(connection: Connection) -> list[Table]:
    there = set(inspect(connection).get_table_names())
    return [table for table in tables.JOINED if table.name not in there]


def add_tables(engine: Engine, dialect: Dialect, tell: Callable[[str], None] | None = None) -> None:
    """Make those that the ledger lacks; `tell` is told of it, since others may need rights to them."""
    if not lacking(engine, dialect):
        return
    with dialect.writes(engine) as connection:
        fresh = _lacking(connection)  # another process may have made them meanwhile
        if tell and fresh:
            tell("making tables that the ledger lacks, once")
        tables.indexes.create_all(connection, tables=fresh)
        if tables.superseded in fresh:
            superseding.move_all(connection)


def add_indexes(engine: Engine, dialect: Dialect, tell: Callable[[str], None] | None = None) -> None:
    """Make those that the ledger lacks since it is older than they are, each in a transaction of its own.

    `tell` is told of each before it is made, which takes seconds for a million claims.
    """
    with dialect.reads(engine) as connection:
        there = dialect.indexed(connection)
    known = {str(index.name): index for table in tables.indexes.sorted_tables for index in table.indexes}
    for name in (*tables.ADDED, *tables.ADDED_ON.get(dialect.name, ())):
        if name in there:
            continue
        if tell:
            tell(f"making the ledger quicker to look at, once ({name.replace('_', ' ')})")
        with dialect.writes(engine) as connection:
            if name not in dialect.indexed(connection):  # another process may have made it meanwhile
                known[name].create(connection)
    for name in (*tables.REMOVED, *tables.REMOVED_ON.get(dialect.name, ())):
        if name in there:
            with dialect.writes(engine) as connection:
                connection.exec_driver_sql(f"DROP INDEX IF EXISTS {name}")


def check_not_newer(generation: int, where: Path | str) -> None:
    """Raise `LedgerError` when a newer Clearway wrote the ledger."""
    if generation > tables.GENERATION:
        rule = f"a newer Clearway wrote it (generation {generation}, this one knows {tables.GENERATION})"
        raise LedgerError(str(where), rule=rule, remedy="update Clearway")


def _migrate(connection: Connection) -> None:
    """Run the migrations that the database has not had."""
    from alembic import command
    from alembic.config import Config

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    command.upgrade(config, "head")
