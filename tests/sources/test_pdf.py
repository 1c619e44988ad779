import pytest
from tests.sources.making import document, drafts, encrypted_pdf, pdf

from clearway.errors import RefusedDocument
from clearway.sources.format import Details
from clearway.sources.limits import LIMITS, Limits
from clearway.sources.pdf import read, recognises

PAGE = (
    (50, 740, 16, "Valley clinic hit"),
    (50, 700, 11, "The clinic in the valley was hit on Monday, its director said, two of the nurses were dis-"),
    (50, 686, 11, "charged from hospital."),
    (50, 660, 11, "The district office counted 240 families on the road."),
)
TEXT = (
    "Valley clinic hit\n\n"
    "The clinic in the valley was hit on Monday, its director said, two of the nurses were discharged from hospital."
    "\n\nThe district office counted 240 families on the road."
)


def test_lines_become_paragraphs() -> None:
    data = pdf([PAGE], info="/Title (Valley) /CreationDate (D:20200218101500Z)")
    draft = drafts(read, document(data, name="a.pdf"))[0]
    assert draft.text == TEXT
    assert draft.fallback == (Details(origin="PDF properties", title="Valley"),)
    assert draft.notes == ("its properties say it was made on 2020-02-18",)


def test_a_title_left_by_a_program_is_no_title() -> None:
    data = pdf([PAGE], info="/Title (Microsoft Word - valley.doc)")
    assert drafts(read, document(data))[0].fallback == (Details(origin="PDF properties"),)


def test_pages_without_text_are_warned_of() -> None:
    draft = drafts(read, document(pdf([PAGE, ()])))[0]
    assert [note for note in draft.notes if note.startswith("warning: no text on page 2; if these are scanned")]


@pytest.mark.parametrize(
    ("data", "rule", "remedy"),
    [
        (encrypted_pdf(), "it is encrypted", "open it with its password and save it without one"),
        (pdf([(), ()]), "its 2 pages hold no text, as in a scan", "run OCR on it"),
        (pdf([PAGE])[:40], "it is broken or no PDF", "download it again"),
        (b"%PDF-1.7 and then nothing of the sort", "it is broken or no PDF", "download it again"),
        (b"no PDF at all", "it is broken or no PDF", "download it again"),
    ],
)
def test_a_pdf_that_cannot_be_read_is_refused(data: bytes, rule: str, remedy: str) -> None:
    with pytest.raises(RefusedDocument) as refused:
        next(read(document(data, name="a.pdf"), LIMITS))
    assert refused.value.rule == rule
    assert refused.value.remedy.startswith(remedy)


def test_more_text_than_the_limit_is_refused() -> None:
    with pytest.raises(RefusedDocument, match="more text than the limit of 100 characters"):
        next(read(document(pdf([PAGE])), Limits(characters=100)))


def test_a_pdf_is_recognised_behind_other_bytes() -> None:
    assert recognises(b"\n\n%PDF-1.4")
    assert not recognises(b"<html>about %PDF-1.4")
    assert not recognises(b"x" * 2_000 + b"%PDF-1.4")
