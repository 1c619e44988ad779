"""Records of corridors: files in a folder beside the desk's own, as `clearway corridor record` writes them."""

import hashlib
import os
import threading
from datetime import datetime
from itertools import count
from pathlib import Path

from clearway.crisis.corridors import record_of, withdrawn
from clearway.display.catalogue import say
from clearway.errors import DeskError, UsageError
from clearway.model import Corridor, to_json


def records_beside(desk: Path) -> Path:
    """The folder of records beside the desk's own file."""
    return desk.with_name(f"{desk.stem}-corridors")


class Records:
    """The records in a folder; a file is named after what it holds, and nobody's words become a path."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._lock = threading.Lock()

    def all(self) -> tuple[dict[str, Corridor], tuple[UsageError, ...]]:
        """The records by the names of their files, the newest first, and why other files are none."""
        found: dict[str, Corridor] = {}
        others: list[UsageError] = []
        for path in sorted(self.folder.glob("*.json")) if self.folder.is_dir() else ():
            try:
                found[path.name] = record_of(path)
            except UsageError as error:
                others.append(error)
        newest = sorted(found.items(), key=lambda one: (one[1].made, one[0]), reverse=True)
        return dict(newest), tuple(others)

    def withdraw(self, key: str, *, by: str, at: datetime, why: str) -> Corridor:
        """Keep a record as withdrawn, under the name it has; raises `UsageError` where it is already, or there is none.

        What it says of the way stays as it was.
        """
        with self._lock:
            name = f"{key}.json"
            record = self.all()[0].get(name)
            if record is None:
                raise UsageError(say("wrong.record"), rule=say("wrong.no_record"), remedy=say("wrong.back_to_list"))
            made = withdrawn(record, by=by, at=at, why=why)
            self._write(name, to_json(made) + b"\n")
            return made

    def keep(self, record: Corridor) -> str:
        """Write a record to the disk, whole or not at all; gives the name of its file.

        No file is written over: what was withdrawn stays so, and the same way kept again gets a file of its own.
        """
        data = to_json(record) + b"\n"
        with self._lock:
            for turn in count():
                turned = data + b"\n" * turn
                name = f"{hashlib.sha256(turned).hexdigest()[:16]}.json"
                path = self.folder / name
                if not path.exists():
                    self._write(name, data)
                    break
                if path.read_bytes() == data:
                    break
        return name

    def _write(self, name: str, data: bytes) -> None:
        part = self.folder / f"{name}.part"
        try:
            self.folder.mkdir(mode=0o700, exist_ok=True)
            with part.open("wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            part.replace(self.folder / name)
        except OSError as error:
            part.unlink(missing_ok=True)
            rule = say("wrong.record_not_kept", why=error.strerror or error)
            raise DeskError("records", rule=rule, remedy=say("wrong.make_room_keep")) from error
