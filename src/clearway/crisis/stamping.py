"""What a crisis is looked at from, so that another process can tell whether it would show the same."""

from pathlib import Path

from clearway.crisis.asking import places_beside
from clearway.ledger import is_url
from clearway.model import to_json


def stamp_of(ledger: Path | str, gazetteer: Path | None) -> str:
    """The files of the ledger and its places, as the system knows them, and the code that makes a picture of them."""
    from clearway import __version__
    from clearway.picture import version

    files = (ledger, gazetteer or places_beside(ledger))
    return to_json([__version__, version(), *(None if is_url(one) else _file(Path(one)) for one in files)]).decode()


def _file(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
