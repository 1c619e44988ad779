"""What a database does its own way, as one value with a few functions."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager, ExitStack
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Engine

from clearway.model import Box


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialect:
    """One database: its transactions, its guards, its full-text search.

    `reads` and `writes` open a transaction, the second alone among writers. `stamp` and `stamped` write and read the
    file's generation. `guard` makes the database itself refuse to change or delete a fact. `make_words` creates the
    full-text index anew, `write_words` adds rows of `number`, `sentence` and `title`, `drop_words` takes claims out,
    and `matching` is the condition that a claim holds all the words asked for. `naming` is the condition that a place's
    folded name holds a part. `make_spots`, `write_spots` (rows of `number`, `spot`, `west`, `south`, `east`, `north`),
    `drop_spots` and `touching` are the same for boxes on the map.
    `growing` gives what tells whether a ledger has grown, for as long as the stack is open; `seen` is a word that is
    another one for a transaction which sees what others kept meanwhile. `indexed` are the names of the indexes there.
    `keeps_order` says that rows of an ordered part of a statement are found one by one, as many as are asked for.
    """

    name: str
    keeps_order: bool
    reads: Callable[[Engine], AbstractContextManager[Connection]]
    writes: Callable[[Engine], AbstractContextManager[Connection]]
    stamped: Callable[[Connection], int]
    stamp: Callable[[Connection, int], None]
    guard: Callable[[Connection], None]
    make_words: Callable[[Connection], None]
    write_words: Callable[[Connection, Sequence[Mapping[str, Any]]], None]
    drop_words: Callable[[Connection, Sequence[int]], None]
    matching: Callable[[Sequence[str]], ColumnElement[bool]]
    naming: Callable[[str], ColumnElement[bool]]
    make_spots: Callable[[Connection], None]
    write_spots: Callable[[Connection, Sequence[Mapping[str, Any]]], None]
    drop_spots: Callable[[Connection, Sequence[int]], None]
    touching: Callable[[Box], ColumnElement[bool]]
    growing: Callable[[Engine, ExitStack], Callable[[], str]]
    seen: Callable[[Connection], str]
    indexed: Callable[[Connection], set[str]]
