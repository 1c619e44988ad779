"""Folders on the server whose new files are taken in by themselves."""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from clearway.display.catalogue import say
from clearway.errors import UsageError
from clearway.model import Hints
from clearway.web.inbox import Inbox
from clearway.web.store import Store

EVERY_S = 10.0
MOST_FILES = 20_000
"""Files of one folder that are looked at; a folder with more is the work of `clearway read`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    """A folder, below the one that the desk was started with, and who had it watched."""

    folder: str
    who: str
    at: str


class Watching:
    """Takes new files of some folders into the inbox; `root` is the folder below which they all lie."""

    def __init__(
        self,
        store: Store,
        inbox: Inbox,
        root: Path | None,
        *,
        now: Callable[[], datetime],
        clock: Callable[[], float],
        largest: int,
    ) -> None:
        self._store = store
        self._inbox = inbox
        self.root = root
        self._now = now
        self._clock = clock
        self._largest = largest
        self._looked = float("-inf")
        self._before: dict[str, tuple[int, int]] = {}

    def folders(self) -> tuple[Watched, ...]:
        """What is watched."""
        return tuple(Watched(**dict(row)) for row in self._store.rows("SELECT * FROM watched ORDER BY folder"))

    def add(self, folder: str, who: str) -> str:
        """Watch a folder, named from the root on; raises `UsageError` where it is none, or lies elsewhere."""
        found = self._inside(folder)
        if found is None or not found.is_dir():
            rule = say("wrong.no_folder")
            raise UsageError(folder, rule=rule, remedy=say("wrong.name_folder"))
        kept = str(found.relative_to(self._root()))
        at = self._now().isoformat(timespec="seconds")
        self._store.rows("INSERT OR REPLACE INTO watched VALUES (?, ?, ?)", (kept, who, at))
        self._looked = float("-inf")
        return kept

    def remove(self, folder: str) -> None:
        """Watch a folder no longer."""
        self._store.rows("DELETE FROM watched WHERE folder = ?", (folder,))

    def look(self) -> int:
        """Take in what is new, every few seconds; how many files."""
        if self.root is None or self._clock() - self._looked < EVERY_S:
            return 0
        self._looked = self._clock()
        seen: dict[str, tuple[int, int]] = {}
        taken = 0
        for watched in self.folders():
            folder = self._inside(watched.folder)
            for path in _files(folder) if folder else ():
                taken += self._take(path, watched.who, seen)
        self._before = seen
        return taken

    def _take(self, path: Path, who: str, seen: dict[str, tuple[int, int]]) -> bool:
        """Take a file in that has stayed as it is since the last look: one that is still being written waits."""
        try:
            status = path.stat()
            seen[str(path)] = state = (status.st_size, status.st_mtime_ns)
            if self._before.get(str(path)) != state or not 0 < status.st_size <= self._largest:
                return False
            key = sha256(f"{path}\n{state[0]}\n{state[1]}".encode("utf-8", "surrogateescape")).hexdigest()[:32]
            with path.open("rb") as file:
                return self._inbox.put(path.name, file, who=who, hints=Hints(), key=key) is not None
        except OSError:
            return False  # gone, or not ours to read: it is looked at again next time

    def _inside(self, folder: str) -> Path | None:
        """A folder below the root, whatever links lead to; `None` for any that lies elsewhere."""
        if "\0" in folder or self.root is None:
            return None
        found = (self._root() / folder).resolve()
        return found if found.is_relative_to(self._root()) else None

    def _root(self) -> Path:
        if self.root is None:
            rule = say("wrong.no_watch")
            raise UsageError("watch", rule=rule, remedy=say("wrong.start_watch"))
        return self.root.resolve()


def _files(folder: Path) -> Iterator[Path]:
    """Files in a folder and below, but hidden ones; links to folders are not followed, links to files neither."""
    count = 0
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(parent, name)
            if not name.startswith(".") and path.is_file() and not path.is_symlink():
                count += 1
                if count > MOST_FILES:
                    return
                yield path
