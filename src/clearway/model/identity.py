"""Content-hash ids: an id is the hash of a JSON list of what a record says."""

import hashlib
from typing import Any

import msgspec

ID_LENGTH = 16
"""Hexadecimal digits kept: 64 bits, so a million records collide with odds of one in 37 million."""


def identify(*said: Any) -> str:
    """The id of a record that says `said`, the same on every machine and run.

    >>> identify("killed", 299) == identify("killed", 299)
    True
    """
    text = msgspec.json.encode(said, order="sorted")
    return hashlib.sha256(text).hexdigest()[:ID_LENGTH]


def fingerprint(data: bytes) -> str:
    """The sha256 of bytes, in full: what the Berkeley Protocol asks for to show authenticity."""
    return hashlib.sha256(data).hexdigest()
