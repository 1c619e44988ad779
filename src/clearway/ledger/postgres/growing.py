"""Whether anything was read or judged: PostgreSQL tells which transactions are seen, and facts are counted then."""

from collections.abc import Callable
from contextlib import ExitStack

from sqlalchemy import Connection, Engine

_SEEN = "SELECT pg_current_snapshot()::text"
_COUNTED = "SELECT pg_current_snapshot()::text, (SELECT count(*) FROM reading), (SELECT count(*) FROM judgement)"
"""Facts never go, so as many as before are the same ones."""


def seen(connection: Connection) -> str:
    """Which other transactions a transaction sees."""
    return str(connection.exec_driver_sql(_SEEN).scalar_one())


def growing(engine: Engine, closing: ExitStack) -> Callable[[], str]:
    """What tells growth: facts are counted only where another transaction is seen than the last time."""
    del closing
    alone = engine.execution_options(isolation_level="AUTOCOMMIT")
    last = ("", "")

    def grown() -> str:
        nonlocal last
        known, told = last
        with alone.connect() as connection:
            if connection.exec_driver_sql(_SEEN).scalar_one() == known:
                return told
            seen, readings, judgements = connection.exec_driver_sql(_COUNTED).one()
        last = seen, f"{readings}-{judgements}"
        return last[1]

    return grown
