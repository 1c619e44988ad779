"""Records to JSON and back, the same bytes for the same record."""

from typing import Any, TypeVar

import msgspec

T = TypeVar("T")


def to_json(record: Any) -> bytes:
    """Canonical JSON: UTF-8, fields sorted, no spaces."""
    return msgspec.json.encode(record, order="sorted")


def from_json(data: bytes | str, kind: type[T]) -> T:
    """The record of type `kind` that `data` holds; raises `msgspec.ValidationError` where it holds none."""
    return msgspec.json.decode(data, type=kind)


def to_plain(record: Any) -> Any:
    """The record as dictionaries, lists, strings and numbers."""
    return msgspec.to_builtins(record)


def from_plain(data: Any, kind: type[T]) -> T:
    """The record of type `kind` that plain data holds; raises `msgspec.ValidationError` where it holds none."""
    return msgspec.convert(data, kind)
