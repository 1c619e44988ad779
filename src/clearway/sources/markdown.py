"""Markdown, to the words a reader sees."""

import re
from collections.abc import Iterator

from clearway.model import Document
from clearway.sources.complete import refuse_size
from clearway.sources.decode import decode
from clearway.sources.format import Draft, Format
from clearway.sources.limits import Limits

_IMAGE = re.compile(r"!\[([^\[\]\n]{0,500})\]\([^()\n]{0,2000}\)")
_LINK = re.compile(r"\[([^\[\]\n]{1,500})\]\([^()\n]{0,2000}(?:\([^()\n]{0,200}\)[^()\n]{0,2000})?\)")
_REFERENCE = re.compile(r"^ {0,3}\[[^\]\n]{1,200}\]:[ \t]+\S{1,2000}.{0,200}\n?", re.MULTILINE)
_HEADING = re.compile(r"^ {0,3}#{1,6}[ \t]+(.{0,2000}?)[ \t]*#*[ \t]*$", re.MULTILINE)
_UNDERLINE = re.compile(r"^ {0,3}(?:={3,200}|-{3,200}|\*{3,200}|_{3,200})[ \t]*\n?", re.MULTILINE)
_QUOTE = re.compile(r"^(?: {0,3}> ?){1,10}", re.MULTILINE)
_STRONG = re.compile(
    r"(?<![\w*\\])\*\*(?=\S)([^*\n]{1,2000})(?<=[^\s\\])\*\*(?![\w*])"
    r"|(?<![\w\\])__(?=\S)([^_\n]{1,2000})(?<=[^\s\\])__(?!\w)"
)
_EMPHASIS = re.compile(
    r"(?<![\w*\\])\*(?=\S)([^*\n]{1,2000})(?<=[^\s\\])\*(?![\w*])"
    r"|(?<![\w\\])_(?=\S)([^_\n]{1,2000})(?<=[^\s\\])_(?!\w)"
)
_TABLE_RULE = re.compile(
    r"^[ \t]*\|?[ \t]*:?-{1,200}:?[ \t]*(?:\|[ \t]*:?-{1,200}:?[ \t]*){1,50}\|?[ \t]*\n?", re.MULTILINE
)
_FENCE = re.compile(r"^ {0,3}(?:`{3,}|~{3,})[^\n`]{0,100}\n?", re.MULTILINE)
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+.!|>~-])")
_FRONT_MATTER = re.compile(r"---[ \t]*\r?\n((?:[^\r\n]{0,500}\r?\n){1,40}?)---[ \t]*\r?\n")


def read(document: Document, limits: Limits) -> Iterator[Draft]:
    """Yield the text without its marks; a text that has none stays as it is."""
    refuse_size(document.name, len(document.data), limits.text_bytes)
    text, notes = decode(document.name, document.data)
    yield Draft(text=without_marks(text), notes=notes)


def without_marks(text: str) -> str:
    """Markdown's words without its marks: headings, emphasis, links, quotes; lists and tables keep theirs.

    >>> without_marks("## Idleb: **300** [killed](https://example.org)")
    'Idleb: 300 killed'
    """
    text = _FRONT_MATTER.sub(lambda match: match[1] + "\n", text, count=1) if text.startswith("---") else text
    text = _without_comments(text)
    for pattern in (_REFERENCE, _TABLE_RULE, _FENCE, _UNDERLINE, _QUOTE):
        text = pattern.sub("", text)
    for pattern in (_IMAGE, _LINK, _HEADING):
        text = pattern.sub(r"\1", text)
    for pattern in (_STRONG, _EMPHASIS):
        text = pattern.sub(lambda match: match[1] or match[2], text)
    return _ESCAPE.sub(r"\1", text)


def _without_comments(text: str) -> str:
    """The text without HTML comments, in one pass: a pattern would look for each one's end over and over."""
    first, *others = text.split("<!--")
    parts = [first]
    for part in others:
        _, end, rest = part.partition("-->")
        parts.append(rest if end else "<!--" + part)
    return "".join(parts)


MARKDOWN = Format(
    name="markdown",
    media_types=("text/markdown",),
    extensions=(".md", ".markdown"),
    read=read,
    in_process=True,
)
