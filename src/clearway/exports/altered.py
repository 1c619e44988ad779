"""A record with other values, in half the time that `dataclasses.replace` takes: the gate makes tens of thousands."""

from collections.abc import Callable
from dataclasses import fields
from functools import cache
from operator import attrgetter
from typing import Any, TypeVar

Record = TypeVar("Record")


def altered(record: Record, **changes: Any) -> Record:
    """The record with these values instead of its own; all its fields must be given to make one."""
    kind = type(record)
    names, values_of = _fields(kind)  # type: ignore[arg-type]  # a class is hashable
    values = dict(zip(names, values_of(record), strict=True))
    values.update(changes)
    return kind(**values)


@cache
def _fields(kind: Any) -> tuple[tuple[str, ...], Callable[[Any], Any]]:
    names = tuple(one.name for one in fields(kind))
    return names, attrgetter(*names)
