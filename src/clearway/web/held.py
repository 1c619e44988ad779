"""One desk on one file: a lock that the system releases when its holder ends, however it does.

Two desks on one file would take the documents that the other is reading, and throw away what it has just taken in.
Commands about a desk (`clearway desk`) need no lock: they may run beside it.
"""

import errno
import fcntl
import logging
import os
from pathlib import Path
from types import TracebackType
from typing import Self

from clearway.display.catalogue import say
from clearway.errors import DeskError

LOG = logging.getLogger("clearway.web")

_TAKEN = (errno.EWOULDBLOCK, errno.EACCES)
_NO_LOCKS = (errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOSYS)
"""What some network file systems say."""


class Held:
    """A desk's file, held by this process until it is let go of.

    The lock is on a file beside it, which stays: who opens and closes the file itself ends SQLite's own locks on it
    (sqlite.org/howtocorrupt.html, 2.2).
    """

    def __init__(self, path: Path, opened: int) -> None:
        self.path = path
        self._opened = opened

    @classmethod
    def hold(cls, desk: Path) -> Self:
        """Hold the desk's file; raises `DeskError` where another desk holds it."""
        path = desk.with_name(f"{desk.name}-lock")
        try:
            opened = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        except OSError as error:
            rule = say("wrong.not_held", why=error.strerror or error)
            raise DeskError(str(desk), rule=rule, remedy=say("wrong.check_path")) from error
        try:
            _lock(opened, desk)
            os.ftruncate(opened, 0)
            os.pwrite(opened, f"{os.getpid()}\n".encode(), 0)
        except OSError as error:  # it holds all the same, and only does not say by whom
            LOG.warning("%s: its holder is not written down (%s)", path, error.strerror or error)
        except BaseException:
            os.close(opened)
            raise
        return cls(path, opened)

    def let_go(self) -> None:
        """Let another desk have the file."""
        if self._opened >= 0:
            os.close(self._opened)
            self._opened = -1

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.let_go()


def _lock(opened: int, desk: Path) -> None:
    """Lock an open file, or raise `DeskError` that says who has."""
    try:
        fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in _NO_LOCKS:
            LOG.warning("%s: this file system has no locks; open one desk on it at a time", desk)
            return
        if error.errno not in _TAKEN:
            raise DeskError(str(desk), rule=say("wrong.not_held", why=error), remedy=say("wrong.name_desk")) from error
        holder = os.pread(opened, 20, 0).decode("ascii", "replace").strip()
        rule = say("wrong.held_by", process=holder) if holder.isdecimal() else say("wrong.held")
        remedy = say("wrong.held_how")
        raise DeskError(str(desk), rule=rule, remedy=remedy) from error
