"""Being one of some values: asked for as one parameter, so that a statement is the same one for however many.

With one parameter for each value a statement is written out, read and planned anew for every number of them.
"""

import json
from collections.abc import Collection
from typing import Any, Self

from sqlalchemy import ARRAY, BindParameter, Boolean, ColumnElement, Date, Integer, Text, bindparam
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.types import TypeDecorator, TypeEngine

from clearway.ledger.columns import Escaped


class _Several(TypeDecorator[Collection[Any]]):
    """Texts or numbers as one value: an array on PostgreSQL, else a list in JSON."""

    impl = Text
    cache_ok = True

    def __init__(self, of: TypeEngine[Any]) -> None:
        super().__init__()
        self.of = of

    def load_dialect_impl(self, dialect: Any) -> TypeEngine[Any]:
        """How the database takes them."""
        if not _has_arrays(dialect):
            return Text()
        return ARRAY(Escaped() if isinstance(self.of, Text) else self.of)

    def process_bind_param(self, value: Collection[Any] | None, dialect: Any) -> Any:
        """The values as they are sent."""
        values = [*(value or ())]
        return values if _has_arrays(dialect) else json.dumps(values, default=str)


class _Among(FunctionElement[bool]):
    """Whether a column's value is one of those in a parameter."""

    type = Boolean()
    inherit_cache = True

    def self_group(self, against: Any = None) -> Self:
        """Itself: it is not held against 1 where it is a condition, since no index would be used then."""
        del against
        return self


def among(column: ColumnElement[Any], values: str | Collection[Any]) -> ColumnElement[bool]:
    """Whether the column's value is one of these, or of those that a parameter of this name will hold.

    They are ids, numbers or days: SQLite reads no text from JSON any further than to a U+0000 in it.
    """
    # texts without a length, to which they would be cut, and without a collation, since that of the column counts
    several = _Several(column.type if isinstance(column.type, Integer | Date) else Text())
    given: BindParameter[Any] = (
        bindparam(values, type_=several)
        if isinstance(values, str)
        else bindparam(None, values, type_=several, unique=True)
    )
    return _Among(column, given)


@compiles(_Among)
def _as_list(element: _Among, compiler: Any, **keywords: Any) -> str:
    column, values = (compiler.process(one, **keywords) for one in element.clauses)
    return f"({column}) IN (SELECT value FROM json_each({values}))"  # noqa: S608 - what was compiled


@compiles(_Among, "postgresql")
def _as_array(element: _Among, compiler: Any, **keywords: Any) -> str:
    column, values = (compiler.process(one, **keywords) for one in element.clauses)
    return f"({column}) = ANY ({values})"


def _has_arrays(dialect: Any) -> bool:
    return bool(dialect.name == "postgresql")
