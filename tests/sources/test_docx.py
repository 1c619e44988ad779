import pytest
from tests.sources.making import changed, document, docx, docx_body, drafts

from clearway.errors import RefusedDocument
from clearway.sources.docx import read, recognises
from clearway.sources.format import Details
from clearway.sources.limits import LIMITS, Limits

MAIN = "word/document.xml"


def test_paragraphs_and_tables_come_in_their_order() -> None:
    data = docx("Valley clinic hit", "Two nurses are hurt.", table=(("Place", "Families"), ("A", "12")))
    draft = drafts(read, document(data, name="a.docx"))[0]
    assert draft.text == "Valley clinic hit\n\nTwo nurses are hurt.\n\nPlace | Families\nA | 12"
    assert draft.fallback == (Details(origin="DOCX properties"),)


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (
            "<w:p><w:r><w:t>Ten </w:t></w:r><w:ins><w:r><w:t>people</w:t></w:r></w:ins>"
            "<w:del><w:r><w:delText>dogs</w:delText></w:r></w:del></w:p>",
            "Ten people",
        ),
        ("<w:sdt><w:sdtContent><w:p><w:r><w:t>In a control</w:t></w:r></w:p></w:sdtContent></w:sdt>", "In a control"),
        ("<w:p><w:r><w:t>one</w:t><w:tab/><w:t>two</w:t><w:br/><w:t>three</w:t></w:r></w:p>", "one\ttwo\nthree"),
        (
            "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>outer</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>inner</w:t></w:r>"
            "</w:p></w:tc></w:tr></w:tbl></w:tc></w:tr></w:tbl>",
            "outer inner",
        ),
    ],
)
def test_words_come_out_wherever_word_puts_them(body: str, text: str) -> None:
    assert drafts(read, document(docx_body(body)))[0].text == text


@pytest.mark.parametrize(
    ("data", "rule"),
    [
        (
            changed(docx("x"), MAIN, lambda part: part + b" " * 30_000_000),
            "it unpacks more than 200-fold (word/document",
        ),
        (changed(docx("x"), MAIN, lambda part: b"<!DOCTYPE a>" + part), "its part word/document.xml has a DTD"),
        (
            changed(docx("x"), MAIN, lambda _: '<!ENTITY a "b">'.encode("utf-16")),
            "its part word/document.xml has a DTD",
        ),
        (docx_body("<w:sdt>" * 10_000 + "</w:sdt>" * 10_000), "it is nested deeper than 256 levels"),
        (docx("x")[:2_000], "it is broken or no DOCX"),
        (b"no archive", "it is broken or no DOCX"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "it is encrypted, or in Word's format of before 2007"),
        (docx_body("<w:p/>"), "it holds no text"),
    ],
)
def test_a_hostile_or_broken_docx_is_refused(data: bytes, rule: str) -> None:
    with pytest.raises(RefusedDocument) as refused:
        next(read(document(data, name="a.docx"), LIMITS))
    assert refused.value.rule.startswith(rule)


@pytest.mark.parametrize(
    ("limits", "rule"),
    [(Limits(entries=3), "more than the limit of 3"), (Limits(unpacked_bytes=1_000), "it unpacks to .*, more than")],
)
def test_an_archive_beyond_the_limits_is_refused(limits: Limits, rule: str) -> None:
    with pytest.raises(RefusedDocument, match=rule):
        next(read(document(docx("x")), limits))


def test_a_damaged_part_is_refused() -> None:
    data = bytearray(docx("x" * 3_000))
    data[data.index(b"word/document.xml") + 40] ^= 0xFF
    with pytest.raises(RefusedDocument, match="is broken"):
        next(read(document(bytes(data)), LIMITS))


def test_a_docx_is_recognised_by_its_main_part() -> None:
    assert recognises(docx("x"))
    assert not recognises(b"PK\x03\x04 some other archive")
