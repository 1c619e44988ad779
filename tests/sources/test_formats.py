import json
from email.message import EmailMessage

import pytest
from tests.sources.making import document, docx, gzipped, pdf

from clearway.errors import RefusedDocument
from clearway.sources import formats
from clearway.sources.format import Draft, Format
from clearway.sources.formats import format_named, format_of
from clearway.sources.limits import LIMITS

WORDS = "The clinic in the valley was hit on Monday."
PDF_BYTES = pdf([[(50, 700, 11, WORDS)]])


def mail() -> bytes:
    message = EmailMessage()
    message["Subject"], message["Message-ID"] = "Valley", "<1@example.org>"
    message.set_content(WORDS)
    return message.as_bytes()


EXAMPLES = {
    "pdf": PDF_BYTES,
    "docx": docx(WORDS),
    "html": f"<html><body><p>{WORDS}</p></body></html>".encode(),
    "reliefweb": json.dumps({"fields": {"body": WORDS}}).encode(),
    "email": mail(),
    "markdown": WORDS.encode(),
    "plain": WORDS.encode(),
}


def test_every_format_has_an_example() -> None:
    assert list(formats()) == list(EXAMPLES)


@pytest.mark.parametrize("known", formats().values(), ids=lambda known: known.name)
class TestEveryFormat:
    """What holds for each format, also for those that come later."""

    def test_it_gives_the_words(self, known: Format) -> None:
        found = list(known.read(document(EXAMPLES[known.name]), LIMITS))
        assert [one.text.strip() for one in found if isinstance(one, Draft)] == [WORDS]

    @pytest.mark.parametrize("data", [b"", b"\0\0\0", b"\xff" * 40 + b"\0"])
    def test_it_refuses_what_is_nothing(self, known: Format, data: bytes) -> None:
        with pytest.raises(RefusedDocument):
            next(known.read(document(data), LIMITS))

    def test_its_extensions_and_media_types_are_its_own(self, known: Format) -> None:
        others = [other for other in formats().values() if other is not known]
        assert all(extension.startswith(".") for extension in known.extensions)
        assert not {*known.extensions} & {extension for other in others for extension in other.extensions}
        assert not {*known.media_types} & {media for other in others for media in other.media_types}


@pytest.mark.parametrize("name", ["report", "report.txt", "report.bin"])
@pytest.mark.parametrize("sort", ["pdf", "docx", "html", "reliefweb", "email"])
def test_content_tells_the_format_whatever_the_name(name: str, sort: str) -> None:
    assert format_of(document(EXAMPLES[sort], name=name)).name == sort


@pytest.mark.parametrize(
    ("name", "sort"),
    [
        ("a.md", "markdown"),
        ("a.TXT", "plain"),
        ("a.log", "plain"),
        ("-", "plain"),
        ("a.pdf", "pdf"),
        ("a.json", "reliefweb"),
    ],
)
def test_the_name_tells_where_the_content_does_not(name: str, sort: str) -> None:
    assert format_of(document(WORDS, name=name)).name == sort


@pytest.mark.parametrize(
    ("data", "rule"),
    [
        (b"PK\x03\x04other", "it is an archive, or an office format"),
        (b"\xd0\xcf\x11\xe0", "it is in an office format of before 2007"),
        (b"{\\rtf1", "it is in RTF"),
        (gzipped(b"words"), "it is a compressed archive"),
        (b"\x89PNG\r\n", "it is a picture"),
        (
            b'<?xml version="1.0"?>\n<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
            "it is XML with a DTD, which is never read",
        ),
        (b'\xef\xbb\xbf<?xml version="1.0"?><a>words</a>', "it is XML of a kind that is not read"),
    ],
)
def test_what_is_not_read_is_named(data: bytes, rule: str) -> None:
    with pytest.raises(RefusedDocument) as refused:
        format_of(document(data, name="a.xml"))
    assert refused.value.rule.startswith(rule)


def test_only_formats_with_no_foreign_parser_are_read_in_process() -> None:
    assert [known.name for known in formats().values() if known.in_process] == ["markdown", "plain"]


def test_an_unknown_extension_names_no_format() -> None:
    assert format_named("a.xyz") is None
