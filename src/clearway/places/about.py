"""What the gazetteer holds, for a person who asks."""

import contextlib
import sqlite3
from dataclasses import dataclass
from pathlib import Path

from clearway.errors import GazetteerError
from clearway.places.gazetteer import BUILT_IN, Gazetteer


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """One file of the gazetteer: how many places, the hash of what it says, whom it credits, what was added to it."""

    path: Path
    places: int
    sha256: str
    credit: str = ""
    files: tuple[str, ...] = ()


def about(user: Path | None = None) -> tuple[Holding, ...]:
    """The built-in file and, where it exists, the user's; raises `GazetteerError` when one cannot be read."""
    with Gazetteer.open(user=user):
        pass
    paths = (BUILT_IN, user) if user is not None and user.is_file() else (BUILT_IN,)
    return tuple(map(_holding, paths))


def _holding(path: Path) -> Holding:
    try:
        with contextlib.closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as file:
            (places,) = file.execute("SELECT count(*) FROM places").fetchone()
            said = dict(file.execute("SELECT key, value FROM meta"))
    except sqlite3.Error as error:
        raise GazetteerError(str(path), rule=f"it cannot be read ({error})", remedy="build or add it again") from error
    files = tuple(sorted({value for key, value in said.items() if key.startswith("file ")}))
    return Holding(path=path, places=places, sha256=said["sha256"], credit=said.get("credit", ""), files=files)
