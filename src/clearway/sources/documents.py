"""Files, folders and standard input to documents, one at a time."""

import os
import stat
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO

from clearway.errors import RefusedDocument
from clearway.model import Document, Hints
from clearway.sources.formats import format_named, formats
from clearway.sources.limits import LIMITS, Limits, megabytes
from clearway.sources.names import printable

_NO_HINTS = Hints()
STDIN = "-"
"""The name by which standard input is given."""


def documents(
    paths: Sequence[str | Path], *, hints: Hints = _NO_HINTS, stdin: IO[bytes] | None = None, limits: Limits = LIMITS
) -> Iterator[Document | RefusedDocument]:
    """The documents that the paths name, in that order, each read when it is asked for.

    A folder gives its files of known extensions, sorted, with those of its folders; hidden ones are passed over. What
    cannot be read is yielded as the error that says why. Names are as given.
    """
    for path in paths:
        given = os.fspath(path)
        if given == STDIN:
            yield _stream(stdin if stdin is not None else sys.stdin.buffer, hints, limits)
        elif os.path.isdir(given):
            yield from _folder(given, hints, limits)
        else:
            yield _file(given, hints, limits)


def _stream(stdin: IO[bytes], hints: Hints, limits: Limits) -> Document | RefusedDocument:
    """What comes in on standard input."""
    data = stdin.read(limits.file_bytes + 1)
    return _bounded(STDIN, data, hints, limits)


def _folder(folder: str, hints: Hints, limits: Limits) -> Iterator[Document | RefusedDocument]:
    """The documents in a folder and below; what is neither a file of a known kind nor a folder is refused."""
    try:
        names = sorted(name for name in os.listdir(folder) if not name.startswith("."))
    except OSError as error:
        yield _unreadable(folder, error)
        return
    if not names:
        yield RefusedDocument(_shown(folder), rule="the folder is empty", remedy="give a folder that has reports")
    for name in names:
        path = os.path.join(folder, name)
        if os.path.isdir(path):
            yield from [_linked(path)] if os.path.islink(path) else _folder(path, hints, limits)
        elif not format_named(name):
            yield _unknown(path)
        elif os.path.exists(path) and not os.path.isfile(path):
            yield RefusedDocument(_shown(path), rule="it is no file", remedy="give it itself if it is meant")
        else:
            yield _file(path, hints, limits)


def _unknown(path: str) -> RefusedDocument:
    """The refusal of a file in a folder whose extension says nothing."""
    extensions = " ".join(sorted(extension for known in formats().values() for extension in known.extensions))
    rule = "in a folder only files of known extensions are read"
    return RefusedDocument(_shown(path), rule=rule, remedy=f"give the file itself, or name it one of: {extensions}")


def _linked(path: str) -> RefusedDocument:
    """The refusal of a link to a folder, which may lead in circles."""
    return RefusedDocument(_shown(path), rule="links to folders are not followed", remedy="give the folder itself")


def _file(path: str, hints: Hints, limits: Limits) -> Document | RefusedDocument:
    """A file's bytes; one that is larger than the limit is not loaded."""
    try:
        with open(path, "rb") as opened:
            status = os.fstat(opened.fileno())
            too_big = stat.S_ISREG(status.st_mode) and status.st_size > limits.file_bytes
            data = b"" if too_big else opened.read(limits.file_bytes + 1)
    except (OSError, ValueError) as error:
        return _unreadable(path, error)
    return _too_big(path, limits) if too_big else _bounded(path, data, hints, limits)


def _bounded(name: str, data: bytes, hints: Hints, limits: Limits) -> Document | RefusedDocument:
    """The document, unless there was more of it than the limit."""
    if len(data) > limits.file_bytes:
        return _too_big(name, limits)
    return Document(name=_shown(name), data=data, hints=hints)


def _too_big(name: str, limits: Limits) -> RefusedDocument:
    """The refusal of a file beyond the limit."""
    rule = f"it is larger than the limit of {megabytes(limits.file_bytes)}"
    return RefusedDocument(_shown(name), rule=rule, remedy="cut it into parts")


def _unreadable(name: str, error: OSError | ValueError) -> RefusedDocument:
    """The refusal of a file that the system does not give."""
    if isinstance(error, FileNotFoundError):
        return RefusedDocument(_shown(name), rule="there is no such file (any more)", remedy="check its name")
    if isinstance(error, PermissionError):
        return RefusedDocument(_shown(name), rule="it may not be read", remedy="give yourself the right to read it")
    reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
    return RefusedDocument(_shown(name), rule=f"it cannot be read ({reason})", remedy="check the file and the disk")


def _shown(name: str) -> str:
    """The name as given; bytes in it that are no UTF-8, and signs that cannot be printed, are shown as their codes."""
    return printable(os.fsencode(name).decode("utf-8", "backslashreplace"))
