"""What a format is, and what it takes out of a document."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from clearway.errors import ClearwayError
from clearway.model import Document, MayRedistribute
from clearway.sources.limits import Limits


@dataclass(frozen=True, slots=True, kw_only=True)
class Details:
    """What one part of a document tells about it: `origin` names the part ("dateline", "HTML metadata").

    `warnings` are for a person to see: a day that could be two, a licence that means nothing.
    """

    origin: str
    publisher: str | None = None
    title: str | None = None
    url: str | None = None
    published: date | None = None
    language: str | None = None
    licence: str | None = None
    may_redistribute: MayRedistribute | None = None
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A report as its format found it: the text as published, and what the format knows of it, surest first.

    `fallback` is what it knows less surely than the user does: a PDF's properties, the mail that brought a document.
    """

    text: str
    details: tuple[Details, ...] = ()
    fallback: tuple[Details, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Enclosed:
    """A document inside a document, read in turn by its own format; `details` fill what it does not say itself."""

    document: Document
    details: Details


Found: TypeAlias = Draft | Enclosed | ClearwayError
"""What a format yields: a report, a document inside it, or the error for a part that it had to leave out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """One format of documents: `read` yields what it finds, and raises `RefusedDocument` where it finds nothing.

    `recognises` looks at the bytes alone. Only a format whose reader needs time and memory in proportion to the
    bytes, and calls no parser but its own, may be `in_process`; every other is read in the child process.
    """

    name: str
    media_types: tuple[str, ...]
    extensions: tuple[str, ...]
    read: Callable[[Document, Limits], Iterator[Found]]
    recognises: Callable[[bytes], bool] = lambda _data: False
    in_process: bool = False
