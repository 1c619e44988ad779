"""Which way of folding this is."""

from functools import cache
from importlib.metadata import version as packaged
from pathlib import Path

from clearway.model import fingerprint

ROOMS = ("picture", "kinds", "model")
"""The rooms on which depends what claims come to."""


@cache
def version() -> str:
    """The hash of the code that folds, and of what makes its sketches: what other code came to is folded anew."""
    package = Path(__file__).parent.parent
    files = sorted(file for room in ROOMS for file in (package / room).glob("*.py"))
    return fingerprint(b"\0".join([*(file.read_bytes() for file in files), packaged("rensa").encode()]))
