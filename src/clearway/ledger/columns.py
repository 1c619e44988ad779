"""What columns hold: the same characters in the same order in every database."""

from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Date, String, Text
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.types import TypeDecorator, TypeEngine

_BYTES = "C"
"""PostgreSQL's collation by bytes, which is how SQLite sorts; other collations depend on the server's system."""


class Escaped(TypeDecorator[str]):
    """Any text where U+0000 may not stand: it is written as two characters, U+0001 too, and sorts as it did.

    PostgreSQL's text has every character but U+0000 (postgresql.org/docs/current/datatype-character.html).
    """

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Any) -> str | None:
        """The text as it is written."""
        del dialect
        if value is None or ("\x00" not in value and "\x01" not in value):
            return value
        return value.replace("\x01", "\x01\x02").replace("\x00", "\x01\x01")

    def process_result_value(self, value: str | None, dialect: Any) -> str | None:
        """The text as it was."""
        del dialect
        if value is None or "\x01" not in value:
            return value
        return value.replace("\x01\x01", "\x00").replace("\x01\x02", "\x01")


def code(length: int) -> TypeEngine[str]:
    """An id, a hash or a moment: letters, digits and signs."""
    return String(length).with_variant(String(length, collation=_BYTES), "postgresql")


WORDS: TypeEngine[str] = Text().with_variant(Escaped(collation=_BYTES), "postgresql")
"""What somebody wrote."""

RECORD: TypeEngine[str] = Text().with_variant(Text(collation=_BYTES), "postgresql")
"""Canonical JSON, in which control characters are escaped already."""


class _Never(FunctionElement[date]):
    """A day after all others, the last that is written as one among them."""

    type = Date()
    inherit_cache = True


@compiles(_Never)
def _as_text(element: _Never, compiler: Any, **keywords: Any) -> str:
    del element, compiler, keywords
    return "'9999-12-32'"


@compiles(_Never, "postgresql")
def _as_infinity(element: _Never, compiler: Any, **keywords: Any) -> str:
    del element, compiler, keywords
    return "DATE 'infinity'"


NEVER: ColumnElement[date] = _Never()
"""The day on which ends what has no end, where one is asked for."""
