"""What takes long to look up and stays the same until somebody reads or judges: kept from one call to the next."""

from collections.abc import Callable
from typing import Any, TypeVar

from sqlalchemy import Connection, func, select

from clearway.ledger import tables
from clearway.ledger.dialect import Dialect

Value = TypeVar("Value")
Grown = tuple[int, int]
"""How many readings and judgements there are: facts never go, so as many as before are the same ones."""


class Lately:
    """Answers by name, for all threads, each with how much was kept when it was found."""

    def __init__(self, dialect: Dialect) -> None:
        self._dialect = dialect
        self._last: tuple[str, Grown] = ("", (0, 0))
        self._known: dict[str, tuple[Grown, Any]] = {}

    def get(
        self, connection: Connection, name: str, look: Callable[[Connection], Value], *, judged: bool = True
    ) -> Value:
        """What `look` finds, or found when the facts were those that the transaction sees.

        It must be told by the facts alone, where not `judged` by readings alone, and the transaction must not have
        written: what it wrote may be undone.
        """
        readings, judgements = self.grown(connection)
        grown = readings, judgements if judged else 0
        found = self._known.get(name)
        if found is None or found[0] != grown:
            found = grown, look(connection)
            self._known[name] = found
        return found[1]

    def grown(self, connection: Connection) -> Grown:
        """How many readings and judgements a transaction sees."""
        seen = self._dialect.seen(connection)
        before, grown = self._last
        if seen != before:
            each = (select(func.count()).select_from(table) for table in (tables.reading, tables.judgement))
            readings, judgements = (connection.scalars(one).one() for one in each)
            grown = readings, judgements
            self._last = seen, grown
        return grown
