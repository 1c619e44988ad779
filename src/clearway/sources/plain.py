"""Plain text."""

from collections.abc import Iterator

from clearway.model import Document
from clearway.sources.complete import refuse_size
from clearway.sources.decode import decode
from clearway.sources.format import Draft, Format
from clearway.sources.limits import Limits


def read(document: Document, limits: Limits) -> Iterator[Draft]:
    """Yield the decoded file as it is: offsets are measured against its very characters."""
    refuse_size(document.name, len(document.data), limits.text_bytes)
    text, notes = decode(document.name, document.data)
    yield Draft(text=text, notes=notes)


PLAIN = Format(name="plain", media_types=("text/plain",), extensions=(".txt", ".text"), read=read, in_process=True)
