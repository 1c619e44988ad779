"""Connections to a PostgreSQL server, and the transactions on them."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain, repeat
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Engine, create_engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.schema import CreateSchema

from clearway.errors import LedgerError
from clearway.ledger.naming import Address
from clearway.ledger.postgres.faults import NO_URL, is_away

if TYPE_CHECKING:
    import psycopg

KEPT, MOST = 12, 33
"""Connections kept open between transactions, and how many more there may be at once."""
PREPARED_AFTER, PREPARED = 1, 300
"""How often a connection is asked a statement before the server keeps its plan, and how many it keeps."""
REACHED_WITHIN = 10
"""Seconds to reach a server at most when it is opened, where the url does not say otherwise."""
REACHED_AGAIN_WITHIN = 6
"""The same for later connections, where nobody waits for longer: by satellite, with 0.6 s both ways, one takes four."""
SILENT = {"tcp_user_timeout": 10_000, "keepalives_idle": 10, "keepalives_interval": 3, "keepalives_count": 3}
"""When a connection is given up whose other end says nothing at all any more (ms, then s): its machine is gone. A
server that takes long over something still answers these, for its system does."""
LOCK = 0x436C7277
"""The first number of the writers' advisory lock: "Clrw" in ASCII. The second is a hash of the schema's name."""
_AWAY = "clearway_away"
_AGAIN = 0.2

_LOOK = """
SELECT current_setting('server_encoding') AS encoding,
       to_regclass(quote_ident(%(schema)s) || '.clearway') IS NOT NULL AS ours,
       EXISTS (SELECT 1 FROM pg_class WHERE relkind IN ('r', 'p', 'v', 'm', 'f')
               AND relnamespace = to_regnamespace(quote_ident(%(schema)s))) AS filled,
       pg_is_in_recovery() OR current_setting('transaction_read_only')::boolean AS stands_by
"""
_OURS = """
SELECT generation, has_table_privilege('report', 'INSERT') AS may_write,
       pg_has_role((SELECT relowner FROM pg_class WHERE oid = to_regclass('clearway')), 'USAGE') AS may_change
FROM clearway
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What is in a schema of a database: nothing, another application's tables, or a ledger of some generation."""

    filled: bool = False
    ours: bool = False
    generation: int = 0
    writable: bool = True
    alterable: bool = True


def make_engine(address: Address, *, patience: float, away: float) -> Engine:
    """An engine that waits `patience` seconds for other writers, and tries for `away` where a server refuses."""
    _driver(address)
    again = max(REACHED_AGAIN_WITHIN, min(REACHED_WITHIN, int(away)))
    within = chain((REACHED_WITHIN,), repeat(again))
    engine = create_engine(
        "postgresql+psycopg://",
        creator=lambda: _connect(address, patience, next(within)),
        pool_pre_ping=True,  # a server that was started again in between is no fault of whoever asks next
        pool_size=KEPT,
        pool_use_lifo=True,  # the one that was used last knows the plans of most statements
        max_overflow=MOST,
        pool_timeout=patience,
        use_native_hstore=False,  # else it is asked for with each first connection
    )
    return engine.execution_options(**{_AWAY: away})


def look(engine: Engine, address: Address) -> Found:
    """What is there; raises `LedgerError` where the database cannot hold every text."""
    with engine.connect() as connection:
        row = connection.exec_driver_sql(_LOOK, {"schema": address.schema}).one()
        if row.encoding != "UTF8":
            rule = f"its texts are kept in {row.encoding}, which does not have every letter"
            remedy = "make a database in UTF-8 (createdb --encoding UTF8 --template template0 NAME)"
            raise LedgerError(address.shown, rule=rule, remedy=remedy)
        if not row.ours:
            return Found(filled=row.filled, writable=not row.stands_by)
        ours = connection.exec_driver_sql(_OURS).one()
    return Found(
        filled=True,
        ours=True,
        generation=ours.generation,
        writable=ours.may_write and not row.stands_by,
        alterable=ours.may_change,
    )


def make_schema(engine: Engine, address: Address) -> None:
    """Make the schema where it is not there."""
    with writes(engine) as connection:
        sought = {"schema": address.schema}
        if connection.exec_driver_sql("SELECT to_regnamespace(quote_ident(%(schema)s))", sought).scalar() is None:
            connection.execute(CreateSchema(address.schema))


@contextmanager
def reads(engine: Engine) -> Iterator[Connection]:
    """A transaction that sees one moment, whoever writes meanwhile."""
    with _connected(engine) as connection:
        connection.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
        with connection.begin() as transaction:
            try:
                yield connection
            except GeneratorExit:  # whoever read has read enough; what is rolled back forgets its prepared statements
                transaction.commit()
                raise


@contextmanager
def writes(engine: Engine) -> Iterator[Connection]:
    """A transaction that is alone among the writers of this ledger, and sees all that those before it wrote."""
    with _connected(engine) as connection, connection.begin():
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({LOCK}, hashtext(current_setting('search_path')))")
        yield connection


@contextmanager
def _connected(engine: Engine) -> Iterator[Connection]:
    """A connection, waited for where the server is just starting again: nothing has begun that could be lost."""
    until = time.monotonic() + engine.get_execution_options().get(_AWAY, 0.0)
    while True:
        try:
            connection = engine.connect()
        except DBAPIError as error:
            if not is_away(error) or time.monotonic() > until:
                raise
            time.sleep(_AGAIN)
        else:
            break
    with connection:
        yield connection


def _driver(address: Address) -> Any:
    try:
        import psycopg
    except ImportError as error:
        rule = "a ledger on PostgreSQL needs psycopg, which is not installed"
        raise LedgerError(address.shown, rule=rule, remedy="pip install 'clearway[team]'") from error
    return psycopg


def _connect(address: Address, patience: float, within: int) -> "psycopg.Connection[Any]":
    """A connection to the schema; whoever commits on it is told so when it is on the disk."""
    import psycopg
    from psycopg import conninfo, sql

    try:
        said = conninfo.conninfo_to_dict(address.url)
    except psycopg.Error:
        # what libpq says of it repeats parts of the url, a password perhaps
        raise LedgerError(address.shown, rule=NO_URL[0], remedy=NO_URL[1]) from None
    given = {"application_name": "clearway", "connect_timeout": within, **SILENT}
    kept = {key: value for key, value in given.items() if key not in said}
    connection = psycopg.connect(address.url, autocommit=True, **kept)  # type: ignore[arg-type]
    try:
        # statements are made for few rows: compiling one takes longer than it does
        connection.execute(
            sql.SQL(
                "SET search_path TO {schema}; SET lock_timeout TO {patience}; SET client_min_messages TO warning;"
                "SET jit TO off;"
                "SELECT set_config('synchronous_commit', 'on', false)"
                " WHERE current_setting('synchronous_commit') = 'off'"
            ).format(schema=sql.Identifier(address.schema), patience=sql.Literal(f"{max(1, round(patience * 1000))}ms"))
        )
        connection.autocommit = False
        connection.prepare_threshold, connection.prepared_max = PREPARED_AFTER, PREPARED
    except psycopg.Error:
        connection.close()
        raise
    return connection
