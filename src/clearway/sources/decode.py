"""Bytes to text: strictly, or with a note, or not at all."""

import codecs
import re

from clearway.errors import RefusedDocument

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_GUESSABLE = [
    *("cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257"),
    *("iso8859_6", "koi8_r", "koi8_u", "big5", "gb18030", "shift_jis", "euc_jp", "euc_kr"),
]
"""Encodings that reports still come in; a guess among all that exist is too often a code page of the 1980s."""

_DECLARABLE = re.compile(r"utf-(?:8|16|32)|iso8859-|cp\d|koi8|mac-|big5|gb|euc|shift_jis|ascii|tis-620", re.IGNORECASE)
"""Names of the encodings a document may declare: Python's others (punycode, UTF-7, escapes) are slow or a trick."""

_WESTERN = frozenset("ÀÂÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÖØÙÚÛÜßàâäåæçèéêëìíîïñòóôöøùúûüÿœŒáãõÁÃÕ“”‘’„‚–—…•€£§°©®™«»¿¡ºª·\xa0´")
"""What western European text is written with besides ASCII; Polish bytes read as cp1252 give other letters."""

_CONTROLS = bytes(code for code in range(32) if code not in b"\t\n\v\f\r\x1b") + b"\x7f"
_MOST_CONTROLS = 0.01
_SAMPLE = 40_000
_MOST_STRAY = 0.2
_MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_TYPOGRAPHY = re.compile(rb"\xe2\x80[\x90-\xa6]")
_HIGH = bytes(range(0x80, 0x100))
_REMEDY = "save it as UTF-8"


def decode(name: str, data: bytes, *, declared: str | None = None) -> tuple[str, tuple[str, ...]]:
    """The text of the bytes exactly, without its byte order mark, and notes on how it was had.

    Tried in turn: byte order mark, `declared`, UTF-8, a guess. Raises `RefusedDocument` for empty and binary data and
    where two encodings are mixed, naming the first byte (counted from 0) that does not fit.
    """
    if not data.strip():
        raise RefusedDocument(name, rule="it is empty", remedy="give the file that has the report")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(name, data, encoding, skip=len(mark)), ()
    refuse_binary(name, data)
    notes: tuple[str, ...] = ()
    if declared and declared.lower().replace("_", "-") not in ("utf-8", "utf8", "us-ascii", "ascii"):
        text = _declared(data, declared)
        if text is not None:
            return text, ()
        notes = (f"warning: it says it is {declared[:40]}, which it is not",)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        text, guess = _guess(name, data, error.start)
        notes = (*notes, f"warning: not UTF-8; read as {guess}, a guess")
    if damaged := text.count("\ufffd"):
        notes = (*notes, f"warning: {damaged} characters were lost before it was saved (U+FFFD)")
    return text, notes


def refuse_binary(name: str, data: bytes) -> None:
    """Raise `RefusedDocument` where the bytes are no text in any encoding that is read without a byte order mark."""
    nul = data.find(b"\0")
    if nul >= 0:
        rule = f"it is no text: byte {nul:,} is NUL"
        raise RefusedDocument(
            name, rule=rule, remedy=f"if it is text in UTF-16, {_REMEDY}; else give the report itself"
        )
    controls = len(data) - len(data.translate(None, _CONTROLS))
    if controls > max(2, _MOST_CONTROLS * len(data)):
        rule = f"it is no text: {controls:,} of {len(data):,} bytes are control characters"
        raise RefusedDocument(name, rule=rule, remedy="give the report itself as text, HTML, PDF or DOCX")


def _declared(data: bytes, declared: str) -> str | None:
    """The text in the declared encoding, or nothing where there is no such encoding or the bytes do not fit.

    ISO 8859-1 is read as Windows' cp1252, as every browser does (WHATWG Encoding Standard, section 4.2).
    """
    try:
        encoding = codecs.lookup(declared).name
        if not _DECLARABLE.match(encoding):
            return None
        return data.decode("cp1252" if encoding in ("iso8859-1", "ascii") else encoding)
    except (LookupError, ValueError):
        return None


def _strict(name: str, data: bytes, encoding: str, *, skip: int = 0) -> str:
    """The text in an encoding that its mark promises."""
    try:
        return data[skip:].decode(encoding)
    except UnicodeDecodeError as error:
        rule = f"its byte {error.start + skip:,} is not {encoding}, which its byte order mark promises"
        raise RefusedDocument(name, rule=rule, remedy=_REMEDY) from error


def _guess(name: str, data: bytes, bad: int) -> tuple[str, str]:
    """The text in the likeliest old encoding, and its name; `bad` is the first byte that is not UTF-8."""
    high = len(data) - len(data.translate(None, _HIGH))
    fits = len(data) - len(_MULTIBYTE.sub(b"", data))
    if fits > _MOST_STRAY * high or _TYPOGRAPHY.search(data):
        rule = f"it mixes encodings: most of it is UTF-8, byte {bad:,} (0x{data[bad]:02x}) is not"
        raise RefusedDocument(name, rule=rule, remedy=_REMEDY)
    encoding = _likeliest(data[max(0, bad - _SAMPLE // 4) :][:_SAMPLE])
    try:
        return data.decode(encoding), encoding
    except UnicodeDecodeError as error:
        rule = f"its encoding is unknown: byte {bad:,} is not UTF-8, byte {error.start:,} not {encoding}"
        raise RefusedDocument(name, rule=rule, remedy=_REMEDY) from error


def _likeliest(sample: bytes) -> str:
    """The likeliest old encoding: Windows' western one where it reads nothing odd, else charset-normalizer's guess."""
    western = _declared(sample, "cp1252")
    if western is not None and all(sign in _WESTERN for sign in set(western) if sign > "\x7f"):
        return "cp1252"
    from charset_normalizer import from_bytes

    best = from_bytes(sample, cp_isolation=_GUESSABLE).best()
    return best.encoding if best else "cp1252"
