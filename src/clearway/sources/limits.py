"""How much of the machine one document may take."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Bounds on one document; beyond any of them it is refused, and the refusal names the bound.

    `file_bytes` and `text_bytes` bound what is looked at (text formats and pages), `characters` the text that claims
    are read from, `seconds` and `memory_bytes` the child process that parses it. `unpacked_bytes`, `entries` and
    `ratio` (unpacked to packed) bound archives such as DOCX; `enclosed` says how deep attachments may lie in
    attachments.
    """

    file_bytes: int = 100_000_000
    text_bytes: int = 20_000_000
    characters: int = 3_000_000
    seconds: float = 60.0
    memory_bytes: int = 1_000_000_000
    unpacked_bytes: int = 200_000_000
    entries: int = 5_000
    ratio: int = 200
    enclosed: int = 3


LIMITS = Limits()
"""What holds unless somebody says otherwise.

Three million characters are a thousand pages; to read them takes a gigabyte and a minute.
"""


def megabytes(size: float) -> str:
    """A size in bytes as people read it, in units of 1,000,000 bytes.

    >>> megabytes(20_000_000)
    '20 MB'
    """
    return f"{size / 1_000_000:,.0f} MB" if size >= 1_000_000 else f"{size:,.0f} bytes"
